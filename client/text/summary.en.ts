// English texts of the window that shows the summary. What a summary itself says is in shared/transfer/summary.

export const summaryEn = {
  'summary.title': 'Summary',
  'summary.preview': 'Preview of the summary',
  'summary.foreword': 'Foreword',
  'summary.forewordExample': 'What should somebody know who was not there?',
  'summary.forewordHint': 'Stands before everything else, in every file. Everybody on the board sees it.',
  'summary.notKept': 'The foreword was not kept. {why}',
  'summary.print': 'Print or PDF',
  'summary.markdown': 'Markdown',
  'summary.page': 'Web page',
} as const;
