// The board's webhook: where a chat is told what happens here. Facilitators alone set it.

import { can } from '../../../shared/board/roles.ts';
import type { Feature } from '../feature.ts';
import { WebhookDoor, webhookWanted } from './WebhookDoor.tsx';

export const webhook: Feature = {
  name: 'webhook',
  actions: ({ board }) => [
    {
      id: 'webhook.open',
      label: 'webhook.open',
      keys: [],
      icon: 'Bell',
      enabled: () => can(board.role.get(), 'facilitate'),
      run: () => webhookWanted.set(board),
    },
  ],
  overlays: [WebhookDoor],
};
