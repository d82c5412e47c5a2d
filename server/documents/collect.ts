// Gives back at once what a document was written with. Trees and pixels of the renderers lie outside of what V8 counts, so it
// sees no reason to collect, and several large documents in a row would each keep theirs: hundreds of megabytes a picture.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');

/** Some 20 milliseconds of this thread. */
export const collect: () => void = runInNewContext('gc');
