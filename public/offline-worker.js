// @ts-check
/// <reference lib="webworker" />
/*
 * Without a network, pages that were opened today can still be read on this device. Pages are asked from the network
 * first, always; what is kept is only the answer to fall back on. Signing out empties it (app/ui/shell/kept-pages.ts).
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const pages = 'pages';
const files = 'files';
const offlinePage = '/offline';
/** Pages a person reads again; those of an employer hold other people's data and are never kept. */
const kept = /^\/(wallet|applications|jobs|proof|profile|verify|issuer|help|how-coverage-counts)?(\/|$)/;
const most = 40;
const day = 86_400_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(files)
      .then((cache) => cache.add(offlinePage))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  // The browser asks for a page while this worker is still being started.
  event.waitUntil(Promise.all([worker.registration.navigationPreload?.enable(), worker.clients.claim()]));
});

/** @param {Response} answer */
const ageOf = (answer) => Date.now() - Date.parse(answer.headers.get('date') ?? '');

/**
 * @param {Request} request
 * @param {Response} answer
 */
async function keep(request, answer) {
  const cache = await caches.open(pages);
  await cache.put(request, answer);
  const held = await cache.keys();
  await Promise.all(held.slice(0, Math.max(0, held.length - most)).map((old) => cache.delete(old)));
}

/**
 * Hands an answer on as it comes; what is kept of it is kept beside.
 *
 * @param {FetchEvent} event
 */
async function answerPage(event) {
  const { request } = event;
  try {
    const answer = /** @type {Response} */ ((await event.preloadResponse) ?? (await fetch(request)));
    const { pathname } = new URL(request.url);
    if (answer.status === 200 && !answer.redirected && kept.test(pathname))
      event.waitUntil(keep(request, answer.clone()));
    return answer;
  } catch (error) {
    const last = await caches.match(request, { cacheName: pages, ignoreVary: true });
    if (last && ageOf(last) < day) return last;
    const instead = await caches.match(offlinePage, { cacheName: files, ignoreVary: true });
    if (instead) return instead;
    throw error;
  }
}

/**
 * A file whose name changes with its content: the browser's own memory is quicker than ours.
 *
 * @param {FetchEvent} event
 */
async function answerFile(event) {
  const { request } = event;
  try {
    const answer = await fetch(request);
    if (answer.status === 200) event.waitUntil(keepFile(request, answer.clone()));
    return answer;
  } catch (error) {
    const known = await caches.match(request, { cacheName: files });
    if (known) return known;
    throw error;
  }
}

/**
 * @param {Request} request
 * @param {Response} answer
 */
async function keepFile(request, answer) {
  const cache = await caches.open(files);
  if (!(await cache.match(request))) await cache.put(request, answer);
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(answerPage(event));
  else if (pathname.startsWith('/_next/static/')) event.respondWith(answerFile(event));
});
