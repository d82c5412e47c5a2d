// Every kind of item and every widget in every state, in both themes, for looking at. A page of its own, in development only;
// no part of the application.
// `?only=states&theme=dark&zoom=0.3` shows one canvas over the whole window.

import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { SurroundingsContext } from '../app/surroundings.ts';
import { CanvasView } from '../canvas/CanvasView.tsx';
import type { Editor } from '../editor/editor.ts';
import { ToastArea } from '../ui/Toast.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { galleryEditors } from './galleryBoards.ts';
import { Openings } from './galleryOpenings.tsx';
import { galleryPages } from './galleryPages.tsx';
import { galleryParts } from './galleryParts.tsx';
import { gallerySurroundings } from './gallerySurroundings.ts';
import { galleryWidgets } from './galleryWidgets.tsx';

const asked = new URLSearchParams(location.search);

function Stand({ name, theme }: { name: string; theme: string }) {
  const [editor] = useState(() => openEditor(name));
  // For trying things out from the console and from scripts.
  useEffect(() => {
    Object.assign(window, { editor });
  }, [editor]);
  if (editor === null) return null;
  return (
    <section className={theme}>
      <h2>{`${name}, ${theme}`}</h2>
      <div className={asked.get('only') === name ? 'stand whole' : 'stand'}>
        <CanvasView editor={editor} />
      </div>
    </section>
  );
}

const groups = { ...galleryWidgets, ...galleryParts, ...galleryPages };

function Widgets({ name, theme }: { name: string; theme: string }) {
  const Group = name === 'openings' ? Openings : groups[name];
  if (Group === undefined) return null;
  return (
    <section className={theme}>
      <h2>{`${name}, ${theme}`}</h2>
      <div className="widgets">
        <Group theme={theme} />
      </div>
    </section>
  );
}

function openEditor(name: string): Editor | null {
  const editor = galleryEditors[name]?.() ?? null;
  const zoom = Number(asked.get('zoom') ?? 'NaN');
  if (zoom > 0) editor?.camera.setZoom(zoom, { x: 0, y: 0 });
  return editor;
}

function Gallery() {
  const names = Object.keys(galleryEditors).filter((name) => wanted('only', name));
  const themes = ['light', 'dark'].filter((theme) => wanted('theme', theme));
  const widgets = [...Object.keys(groups), 'openings'].filter((name) => wanted('only', name));
  return (
    <SurroundingsContext.Provider value={gallerySurroundings}>
      <TooltipProvider>
        <main className="gallery">
          <h1>{document.title}</h1>
          {widgets.flatMap((name) =>
            themes.map((theme) => <Widgets key={`${name} ${theme}`} name={name} theme={theme} />),
          )}
          {names.flatMap((name) =>
            themes.map((theme) => <Stand key={`${name} ${theme}`} name={name} theme={theme} />),
          )}
        </main>
        <ToastArea />
      </TooltipProvider>
    </SurroundingsContext.Provider>
  );
}

function wanted(key: string, value: string): boolean {
  return asked.get(key) === null || asked.get(key) === value;
}

const place = document.getElementById('gallery');
if (place)
  createRoot(place).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  );
