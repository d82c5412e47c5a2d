// Keeps the files of one build in this browser, whole or not at all, and serves them when the network does not. Files with
// a hash in their name come from here first; the page itself comes from the network, so that a new version is met at the
// next load, and from here when there is none. Answers of the server about boards never pass through here.
//
// Two builds never mix: the page names its files by hash, each build is kept in a cache of its own, and the one before stays
// for tabs that are still open with it.

/** Written in by the build. */
declare const __SHELL__: { readonly version: string; readonly files: readonly string[] };

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface RequestEvent extends WaitingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** What a service worker's global is; the types of the page do not know it. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  readonly caches: CacheStorage;
  skipWaiting(): Promise<void>;
  fetch(request: Request | string, options?: RequestInit): Promise<Response>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
}

const worker = globalThis as unknown as WorkerScope;
const scope = new URL(worker.registration.scope);
/** Of this place: another one on the same origin keeps its own. */
const prefix = `wallflower ${scope.pathname} `;
const current = prefix + __SHELL__.version;
const page = scope.pathname;
/** Of votes, without the wall. */
const votingPage = `${page}vote.html`;
/** A network that swallows everything must not keep somebody from a board that is here. */
const pageWithinMs = 4_000;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(page)) return;
  const inside = url.pathname.slice(page.length);
  if (inside.startsWith('assets/')) event.respondWith(fileOf(request));
  else if (request.mode === 'navigate' && isPage(inside)) event.respondWith(pageFor(request, inside));
});

async function install(): Promise<void> {
  const cache = await worker.caches.open(current);
  const files = __SHELL__.files.map((file) => page + file);
  try {
    // The pages anew, whatever the browser's own cache says; a file's name says what is in it.
    const pages = [page, votingPage].map((address) => new Request(address, { cache: 'reload' }));
    await cache.addAll([...pages, ...files]);
  } catch (error) {
    await worker.caches.delete(current);
    throw error;
  }
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const builds = (await worker.caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);
  // The one before this stays. They are listed in the order in which they were made.
  await Promise.all(builds.slice(0, -1).map((name) => worker.caches.delete(name)));
  await worker.clients.claim();
}

/** Start page, trash and boards: everything else that opens in a tab is a file of the server's making. */
function isPage(inside: string): boolean {
  return ['', 'index.html', 'trash', 'workspace'].includes(inside) || inside.startsWith('b/');
}

async function fileOf(request: Request): Promise<Response> {
  const kept = await worker.caches.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const fetched = await worker.fetch(request);
  // A font of another alphabet: whoever writes in it will want it again.
  if (fetched.status === 200) await (await worker.caches.open(current)).put(request, fetched.clone());
  return fetched;
}

async function pageFor(request: Request, inside: string): Promise<Response> {
  const network = worker.fetch(request);
  const answer = await Promise.race([network.catch(() => null), afterAWhile()]);
  // What stands between here and a server that is away answers with such a status.
  if (answer !== null && answer.status < 500) return answer;
  const cache = await worker.caches.open(current);
  const kept = /^b\/[^/]+\/vote(?:\/|$)/.test(inside) ? votingPage : page;
  return (await cache.match(kept, { ignoreVary: true })) ?? network;
}

function afterAWhile(): Promise<null> {
  return new Promise((resolve) => {
    AbortSignal.timeout(pageWithinMs).addEventListener('abort', () => resolve(null));
  });
}
