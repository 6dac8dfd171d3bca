// Stops a second press on the same form while the first is on its way. The server is safe against double
// sends too; this only spares the reader a surprise. The button is never disabled: after the pause, or on
// return with the back button, the form can be sent again.
const PAUSE = 5000;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  const sentAt = Number(form.dataset.sentAt ?? 0);
  if (Date.now() - sentAt < PAUSE) event.preventDefault();
  else form.dataset.sentAt = String(Date.now());
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent-at]")) delete form.dataset.sentAt;
});
