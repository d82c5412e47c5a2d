// The one list of features. Nothing else imports a feature; its order is the order on the screen.

import { actionItems } from './actionItems/index.ts';
import { clipboard } from './clipboard/index.ts';
import { decisions } from './decisions/index.ts';
import { exports } from './exports/index.ts';
import type { Feature } from './feature.ts';
import { feed } from './feed/index.ts';
import { guide } from './guide/index.ts';
import { offline } from './offline/index.ts';
import { outline } from './outline/index.ts';
import { pad } from './pad/index.ts';
import { presence } from './presence/index.ts';
import { session } from './session/index.ts';
import { sharing } from './sharing/index.ts';
import { summary } from './summary/index.ts';
import { table } from './table/index.ts';
import { talk } from './talk/index.ts';
import { templates } from './templates/index.ts';
import { transfer } from './transfer/index.ts';
import { voting } from './voting/index.ts';
import { webhook } from './webhook/index.ts';
import { writing } from './writing/index.ts';

export const features: readonly Feature[] = [
  clipboard,
  presence,
  session,
  talk,
  sharing,
  guide,
  outline,
  table,
  pad,
  summary,
  exports,
  transfer,
  templates,
  offline,
  writing,
  voting,
  decisions,
  actionItems,
  webhook,
  feed,
];
