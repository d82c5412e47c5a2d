// All German texts, fetched in one piece by those who read German. A new part adds its file here.

import { actionItemsDe } from './actionItems.de.ts';
import { actionMenuDe } from './actionMenu.de.ts';
import { appDe } from './app.de.ts';
import { arrangeDe } from './arrange.de.ts';
import { boardsDe } from './boards.de.ts';
import { canvasDe } from './canvas.de.ts';
import { commandsDe } from './commands.de.ts';
import { exportDe } from './export.de.ts';
import { feedDe } from './feed.de.ts';
import { guideDe } from './guide.de.ts';
import { importDe } from './import.de.ts';
import { keysDe } from './keys.de.ts';
import { offlineDe } from './offline.de.ts';
import { outlineDe } from './outline.de.ts';
import { padDe } from './pad.de.ts';
import { peopleDe } from './people.de.ts';
import { refusalsDe } from './refusals.de.ts';
import { resultsDe } from './results.de.ts';
import { sessionDe } from './session.de.ts';
import { sessionViewDe } from './sessionView.de.ts';
import { summaryDe } from './summary.de.ts';
import { tableDe } from './table.de.ts';
import { talkDe } from './talk.de.ts';
import { templatesDe } from './templates.de.ts';
import { transferDe } from './transfer.de.ts';
import { votingDe } from './voting.de.ts';
import { votingPageDe } from './votingPage.de.ts';
import { webhookDe } from './webhook.de.ts';
import { writingDe } from './writing.de.ts';

export const german = {
  ...canvasDe,
  ...actionItemsDe,
  ...actionMenuDe,
  ...appDe,
  ...boardsDe,
  ...arrangeDe,
  ...templatesDe,
  ...summaryDe,
  ...transferDe,
  ...importDe,
  ...talkDe,
  ...commandsDe,
  ...offlineDe,
  ...outlineDe,
  ...padDe,
  ...peopleDe,
  ...writingDe,
  ...votingDe,
  ...votingPageDe,
  ...keysDe,
  ...refusalsDe,
  ...resultsDe,
  ...sessionDe,
  ...sessionViewDe,
  ...guideDe,
  ...webhookDe,
  ...exportDe,
  ...feedDe,
  ...tableDe,
};
