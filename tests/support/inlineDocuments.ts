// Documents written here and now, without a thread.

import type { Documents } from '../../server/documents/documents.ts';
import { writeDocument } from '../../server/documents/write.ts';

export const inlineDocuments: Documents = { write: writeDocument, async close() {} };
