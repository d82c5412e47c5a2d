// The gallery of templates: pictures to choose from, by what they are for, by a word, or from a file. What choosing one does is
// for whoever shows it.

import { Upload } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Template } from '../../shared/features/templates/template.ts';
import { t } from '../text/templateWords.ts';
import { Button } from '../ui/Button.tsx';
import { carriesFiles } from '../ui/carriesFiles.ts';
import { cx } from '../ui/cx.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { type Choice, foundIn, type GalleryShelf, oneOfEach, shelfOf, shelves } from './find.ts';
import { TemplateTiles } from './TemplateTiles.tsx';
import { fileEnding, readTemplateFile } from './templateFiles.ts';
import styles from './templates.module.css';
import { useChoices } from './useChoices.ts';

export interface TemplateGalleryProps {
  /** null where it stands in a window that has a title. */
  readonly title: string | null;
  /** So many at first, the others on demand; null shows all. */
  readonly few: number | null;
  readonly onChoose: (choice: Choice) => void;
  /** One that came in a file. */
  readonly onFile: (template: Template) => void;
}

export function TemplateGallery({ title, few, onChoose, onFile }: TemplateGalleryProps) {
  const choices = useChoices();
  const [search, setSearch] = useState('');
  const [shelf, setShelf] = useState<GalleryShelf | null>(null);
  const [isWhole, setWhole] = useState(few === null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const headingId = useId();
  const tiles = useRef<HTMLDivElement>(null);
  if (choices === null) return <p className={styles.soft}>{t('templates.loading')}</p>;

  const found = foundIn(choices, search).filter((choice) => shelf === null || shelfOf(choice) === shelf);
  const isNarrowed = search.trim() !== '' || shelf !== null;
  const shown = isWhole || isNarrowed ? found : oneOfEach(found).slice(0, few ?? found.length);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = await readTemplateFile(file);
    setTrouble('trouble' in read ? read.trouble : null);
    if ('template' in read) onFile(read.template);
  };

  return (
    <DropPlace labelledBy={title === null ? null : headingId} onFile={(file) => void take(file)}>
      <div className={styles.tools}>
        {title !== null && (
          <h2 id={headingId} className={styles.heading}>
            {title}
          </h2>
        )}
        <SearchField
          label={t('templates.search')}
          search={search}
          found={t('templates.found', { count: found.length })}
          onSearch={setSearch}
          onLeave={() => tiles.current?.querySelector<HTMLElement>('[data-template]')?.focus()}
        />
        <FileButton onFile={(file) => void take(file)} />
      </div>
      {(isWhole || isNarrowed) && <Shelves choices={choices} shelf={shelf} onShelf={setShelf} />}
      {trouble !== null && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
      {shown.length === 0 && <p className={styles.none}>{t('templates.noneFound', { search })}</p>}
      <div ref={tiles} data-gallery className={styles.shelves}>
        <TemplateTiles choices={shown} inShelves={isWhole && !isNarrowed} onChoose={onChoose} />
      </div>
      {few !== null && !isNarrowed && (
        <Button variant="quiet" className={styles.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('templates.fewer') : t('templates.allOf', { count: choices.length })}
        </Button>
      )}
    </DropPlace>
  );
}

interface ShelvesProps {
  readonly choices: readonly Choice[];
  readonly shelf: GalleryShelf | null;
  readonly onShelf: (shelf: GalleryShelf | null) => void;
}

function Shelves({ choices, shelf, onShelf }: ShelvesProps) {
  const filled = shelves.filter((each) => choices.some((choice) => shelfOf(choice) === each));
  const chips = [null, ...filled] as const;
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">{t('templates.groups')}</legend>
      {chips.map((each) => (
        <button
          key={each ?? 'all'}
          type="button"
          className={styles.chip}
          aria-pressed={each === shelf}
          onClick={() => onShelf(each)}
        >
          {each === null ? t('templates.all') : t(`templates.group.${each}`)}
        </button>
      ))}
    </fieldset>
  );
}

function FileButton({ onFile }: { readonly onFile: (file: File | undefined) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        accept={`${fileEnding},.json,application/json`}
        aria-label={t('templates.file')}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          // The same file, mended meanwhile, must count as a change.
          event.target.value = '';
        }}
      />
      <Button variant="quiet" icon={<Upload />} onClick={() => picker.current?.click()}>
        {t('templates.file')}
      </Button>
    </>
  );
}

interface DropPlaceProps {
  readonly labelledBy: string | null;
  readonly onFile: (file: File | undefined) => void;
  readonly children: ReactNode;
}

/** On a page of its own, a file may be dropped anywhere: outside of this place the browser would go away to show it. */
function DropPlace({ labelledBy, onFile, children }: DropPlaceProps) {
  const place = useRef<HTMLElement>(null);
  const isOver = useDropped(place, labelledBy !== null, onFile);
  return (
    <section
      ref={place}
      {...(labelledBy === null ? { 'aria-label': t('templates.title') } : { 'aria-labelledby': labelledBy })}
      className={cx(styles.gallery, isOver && styles.over)}
    >
      {children}
      {isOver && <p className={styles.drop}>{t('templates.drop')}</p>}
    </section>
  );
}

/** Whether a file is held over the place, or, with `isPage`, over the page. The button does the same by keyboard. */
function useDropped(
  place: RefObject<HTMLElement | null>,
  isPage: boolean,
  onFile: DropPlaceProps['onFile'],
): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    const target = isPage ? document.documentElement : place.current;
    if (target === null) return;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && target.contains(relatedTarget))) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      latest.current(event.dataTransfer?.files[0]);
    };
    target.addEventListener('dragover', over);
    target.addEventListener('dragleave', leave);
    target.addEventListener('drop', drop);
    return () => {
      target.removeEventListener('dragover', over);
      target.removeEventListener('dragleave', leave);
      target.removeEventListener('drop', drop);
    };
  }, [place, isPage]);
  return isOver;
}
