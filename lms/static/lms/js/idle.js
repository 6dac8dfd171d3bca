// Says five minutes before a session ends that it does, with one button to go on (quality.md §2, WCAG 2.2.1). All
// open pages of one browser share the time: what happens in one counts in the others. Without JavaScript a
// session simply ends, and signing in leads back to the same page.
const WARN = 5 * 60 * 1000; // milliseconds before the end
const LOOK = 10 * 1000; // milliseconds between two looks: a sleeping device skips timers
const dialog = document.getElementById("idle");
const channel = "BroadcastChannel" in window ? new BroadcastChannel("session") : null;
let endsAt = Date.now() + Number(document.body.dataset.sessionLeft) * 1000;
let isLast = false; // no more time can be had: somebody was signed in for as long as is allowed

function show(part) {
  for (const one of dialog.querySelectorAll("[data-part]")) one.hidden = one.dataset.part !== part;
  dialog.setAttribute("aria-labelledby", `idle-${part}`);
  dialog.setAttribute("aria-describedby", `idle-${part}-text`);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("[data-part]:not([hidden]) :is(button, a)")?.focus();
  dialog.dataset.shown = part;
}

function hide() {
  if (dialog.open) dialog.close(); // the browser gives the focus back
  delete dialog.dataset.shown;
}

function look() {
  const left = endsAt - Date.now();
  const part = left <= 0 ? "over" : left <= WARN ? "soon" : "";
  if (!part) hide();
  else if (part !== dialog.dataset.shown && !(isLast && part === "soon")) show(part);
}

// `told` is false for what another page told us: it is not told again.
function lasts(until, told = true) {
  endsAt = Math.max(endsAt, until);
  if (told) channel?.postMessage(endsAt);
  look();
}

async function goOn() {
  if (dialog.dataset.shown === "last") {
    isLast = true;
    return hide();
  }
  const before = endsAt;
  try {
    const response = await fetch(dialog.dataset.url, { headers: { Accept: "application/json" } });
    if (response.status === 401) endsAt = 0;
    else if (response.ok && !response.redirected) lasts(Date.now() + (await response.json()).left * 1000);
  } catch {
    return; // no connection: the question stays, and so does the time
  }
  if (endsAt && endsAt - Date.now() <= WARN && endsAt - before < WARN) show("last");
  else look();
}

if (dialog) {
  lasts(endsAt);
  channel?.addEventListener("message", (event) => lasts(Number(event.data), false));
  document.addEventListener("session-left", (event) => lasts(Date.now() + event.detail * 1000));
  document.addEventListener("visibilitychange", look);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (dialog.dataset.shown !== "over") goOn();
  });
  for (const button of dialog.querySelectorAll("button")) button.addEventListener("click", goOn);
  setInterval(look, LOOK);
}
