// Keeps the lessons that somebody opened, for reading without a connection. The network always comes first: what is
// kept is only for when there is none. Kept are: pages that the server marks, and public files (styles, letters,
// scripts, pictures of lessons). Everything goes when nobody, or somebody else, is signed in.
const OFFLINE = "{{ offline_url|escapejs }}";
const STATIC = "{{ static_url|escapejs }}";
const PERSON = "{{ person_header|escapejs }}";
const KEEP = "{{ keep_header|escapejs }}";
const PAGES = "pages-";
const FILES = "files";
const MOST_PAGES = 50;
const MOST_FILES = 200;
const KEPT_AT = "X-Kept-At";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(FILES).then((files) => files.add(OFFLINE)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "POST" && request.mode === "navigate") event.respondWith(send(request));
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (isFile(request)) event.respondWith(file(event));
});

// A page that is open when the worker is new was not seen by it: the page says what to keep.
self.addEventListener("message", (event) => {
  if (event.data?.files) event.waitUntil(Promise.all(event.data.files.map(keepFile)));
  if (event.data?.page) event.waitUntil(fetch(event.data.page).then((answer) => remember(event.data.page, answer)));
});

function isFile(request) {
  return ["style", "script", "font", "image"].includes(request.destination) ||
    new URL(request.url).pathname.startsWith(STATIC);
}

async function page(event) {
  try {
    const answer = await fetch(event.request);
    const copy = answer.clone();
    event.waitUntil(remember(event.request.url, copy));
    return answer;
  } catch {
    return (await kept(event.request.url)) ?? (await caches.match(OFFLINE));
  }
}

// An answer of 204 leaves the page as it is, with all that was filled in.
async function send(request) {
  try {
    return await fetch(request);
  } catch {
    for (const open of await self.clients.matchAll({ type: "window" })) open.postMessage({ notSent: true });
    return new Response(null, { status: 204 });
  }
}

async function remember(url, answer) {
  const person = answer.headers.get(PERSON);
  if (person === null) return; // no page of ours: an error of a proxy, or a download
  const mine = PAGES + person;
  for (const name of await caches.keys()) if (name.startsWith(PAGES) && name !== mine) await caches.delete(name);
  if (!answer.headers.get(KEEP) || answer.redirected) return;
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  const pages = await caches.open(mine);
  await pages.delete(url);
  await pages.put(url, new Response(await answer.blob(), { status: 200, headers }));
  await forgetOldest(pages, MOST_PAGES);
}

async function kept(url) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PAGES)) continue;
    const pages = await caches.open(name);
    const answer = (await pages.match(url)) ?? (await pages.match(url, { ignoreSearch: true }));
    if (!answer) continue;
    const text = await answer.text();
    const since = answer.headers.get(KEPT_AT);
    return new Response(text.replace("<html ", `<html data-kept-at="${since}" `), { headers: answer.headers });
  }
  return undefined;
}

async function file(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.status === 200) event.waitUntil(keep(event.request.url, answer.clone()));
    return answer;
  } catch (problem) {
    const answer = await caches.match(event.request.url);
    if (answer) return answer;
    throw problem;
  }
}

async function keepFile(url) {
  if (await caches.match(url)) return;
  const answer = await fetch(url);
  if (answer.status === 200) await keep(url, answer);
}

async function keep(url, answer) {
  if (!/public|immutable/.test(answer.headers.get("Cache-Control") ?? "public")) return;
  const files = await caches.open(FILES);
  await files.put(url, answer);
  await forgetOldest(files, MOST_FILES);
}

async function forgetOldest(cache, most) {
  const keys = await cache.keys();
  const old = keys.filter((request) => !request.url.endsWith(OFFLINE)).slice(0, Math.max(keys.length - most, 0));
  await Promise.all(old.map((request) => cache.delete(request)));
}
