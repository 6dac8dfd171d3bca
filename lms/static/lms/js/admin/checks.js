// Shows what our checks found beside the text, in Wagtail's panel “Nakijken”.
//
// Wagtail makes the preview again at each pause in typing; our findings travel inside it, in the template of
// its user bar (lms/courses/writing/checker.py). Wagtail says when a preview is loaded (`w-preview:loaded`) and
// when its own checks are done (`w-preview:content`); then its counter is there to add ours to.
const IFRAME = "#w-preview-iframe";
const FINDINGS = "[data-writing-findings]";
const COUNTER = '[data-side-panel-toggle="checks"] [data-side-panel-toggle-counter]';

/** The findings in the preview that is shown now, or null when it has none. */
function findings() {
  const page = document.querySelector(IFRAME)?.contentDocument;
  const drawn = page?.querySelector("wagtail-userbar")?.shadowRoot; // the bar, once its own script ran
  const waiting = page?.querySelector("#wagtail-userbar-template")?.content;
  return drawn?.querySelector(FINDINGS) ?? waiting?.querySelector(FINDINGS) ?? null;
}

/** Puts the findings in the panel; what stood there stays when they are the same, so nobody hears it twice. */
function show() {
  const found = findings();
  const place = document.querySelector("[data-writing-content]");
  if (!place) return;
  // A page without lesson blocks has none. A preview without the bar (on paper) leaves what we knew.
  if (found) place.dataset.known = "";
  document.querySelector("[data-writing-panel]").hidden = place.dataset.known === undefined;
  if (found && place.innerHTML !== found.innerHTML) place.innerHTML = found.innerHTML;
}

/** Adds our findings to the number on the button of the panel. */
function count() {
  const counter = document.querySelector(COUNTER);
  const ours = Number(findings()?.dataset.writingFindings ?? 0);
  const theirs = Number(document.querySelector('[data-side-panel="checks"] [data-content-checker-count]')?.textContent ?? 0);
  if (!counter) return;
  counter.textContent = String(ours + theirs);
  counter.hidden = ours + theirs === 0;
}

document.addEventListener("w-preview:loaded", show);
document.addEventListener("w-preview:content", () => {
  show();
  count();
});
