// Documents written here and now, without a thread.

import type { Documents } from '../../server/documents/documents.ts';
import { writeOrdered } from '../../server/documents/order.ts';
import { Refused } from '../../server/documents/refused.ts';
import { ApiError } from '../../server/errors.ts';

export const inlineDocuments: Documents = {
  write: (order) =>
    writeOrdered(order).catch((error: unknown) => {
      throw error instanceof Refused ? new ApiError(error.status, error.code, error.message) : error;
    }),
  async close() {},
};
