// What a typeset document says by itself beside the summary.

import type { SummaryLanguage } from '../../shared/transfer/summaryWords.ts';

interface DocumentWords {
  readonly locale: string;
  readonly untitled: string;
  readonly missing: (scripts: string) => string;
}

export const documentWords: Readonly<Record<SummaryLanguage, DocumentWords>> = {
  en: {
    locale: 'en-GB',
    untitled: 'Untitled board',
    missing: (scripts) =>
      `Empty boxes stand where letters of these scripts belong: ${scripts}. The server that wrote this has no font with them; whoever runs it can install one (the other formats have every letter).`,
  },
  de: {
    locale: 'de',
    untitled: 'Board ohne Namen',
    missing: (scripts) =>
      `Leere Kästchen stehen, wo Buchstaben dieser Schriften hingehören: ${scripts}. Der Server, der das geschrieben hat, hat keine Schriftart mit ihnen; wer ihn betreibt, kann eine installieren (die anderen Formate haben jeden Buchstaben).`,
  },
};
