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

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

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

/** @param {Request} request */
async function answerPage(request) {
  try {
    const answer = await fetch(request);
    const { pathname } = new URL(request.url);
    if (answer.status === 200 && !answer.redirected && kept.test(pathname))
      await keep(request, answer.clone());
    return answer;
  } catch (error) {
    const last = await caches.match(request, { cacheName: pages, ignoreVary: true });
    if (last && ageOf(last) < day) return last;
    const instead = await caches.match(offlinePage, { cacheName: files, ignoreVary: true });
    if (instead) return instead;
    throw error;
  }
}

/** @param {Request} request a file whose name changes with its content */
async function answerFile(request) {
  const known = await caches.match(request, { cacheName: files });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.status === 200) {
    const cache = await caches.open(files);
    await cache.put(request, answer.clone());
  }
  return answer;
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(answerPage(request));
  else if (pathname.startsWith('/_next/static/')) event.respondWith(answerFile(request));
});
