// Reading without a connection: registers the service worker (/sw.js), says when a page comes from this device, and on
// the page for "no connection" lists what can be read. Without it everything works as long as there is a connection.
const keptAt = document.documentElement.dataset.keptAt;
const note = document.querySelector("[data-offline-note]");
if (keptAt && note) {
  const moment = new Date(keptAt);
  const isToday = moment.toDateString() === new Date().toDateString();
  const clock = `${moment.getHours()}.${String(moment.getMinutes()).padStart(2, "0")}`;
  const day = moment.toLocaleDateString("nl-NL", { weekday: "long", day: "numeric", month: "long" });
  note.textContent = (isToday ? note.dataset.today : note.dataset.earlier).replace("%s", isToday ? clock : day);
  note.hidden = false;
}

const list = document.querySelector("[data-kept-pages]");
if (list && "caches" in window) {
  for (const name of await caches.keys()) {
    if (!name.startsWith("pages-")) continue;
    const pages = await caches.open(name);
    for (const request of await pages.keys()) {
      const html = await (await pages.match(request)).text();
      const title = new DOMParser().parseFromString(html, "text/html").title.replace(/ – Leerplein OCO$/, "");
      const link = Object.assign(document.createElement("a"), { href: request.url, textContent: title });
      const item = document.createElement("li");
      item.append(link);
      list.querySelector("ul").append(item);
      list.hidden = false;
    }
  }
}

if (note && "serviceWorker" in navigator) {
  const isNew = !navigator.serviceWorker.controller;
  await navigator.serviceWorker.register("/sw.js", { scope: "/" });
  const worker = await navigator.serviceWorker.ready;
  if (isNew && !keptAt) {
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    const files = loaded.filter((url) => new URL(url).origin === location.origin && !url.endsWith("/sw.js"));
    worker.active.postMessage({ files, page: location.href.split("#")[0] });
  }
}
