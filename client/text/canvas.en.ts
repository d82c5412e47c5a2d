// English texts of the canvas: tools, items, gestures, people on the canvas.

export const canvasEn = {
  'canvas.label': 'Board canvas',
} as const;
