// Reads a lesson aloud: one part, or all of it. With a Dutch voice of this device when there is one; else with what
// somebody recorded for that part; else there is no button at all. A voice that needs the network is not used: the
// text would go to somebody else. It never starts by itself, and stops when the page is left.
// Each sentence is one utterance: then a pause works on every device (Android cannot pause an utterance, Chrome
// breaks off long ones), and the sentence that is heard can be shown.
const frame = document.getElementById("aloud"); // <template>: the buttons; it stands where those for all go
const synth = window.speechSynthesis;
const speed = { slow: 0.75, fast: 1.25 }[document.documentElement.dataset.speed] ?? 1;
const PARTS = "[data-block]:not(.spot, .film, .sound, .picture, .take-along, details), [data-aloud]";
const SILENT =
  "button, .button, input, select, textarea, script, style, template, audio, video, svg, .aloud, .own-words, .rights, " +
  "details:not([open]), [hidden], [aria-hidden=true]";
const shown = window.Highlight && CSS.highlights; // without it the whole part is marked
let reading = null; // what is being read: its queue, and the buttons that belong to it

function dutchVoice() {
  const fit = (voice) => voice.localService && /^nl\b/i.test(voice.lang.replace("_", "-"));
  return synth?.getVoices().find(fit);
}

/** The element around a text node that makes a line of its own: a paragraph, an item, a cell. */
function lineOf(node) {
  let element = node.parentElement;
  while (getComputedStyle(element).display.startsWith("inline") && element.parentElement) element = element.parentElement;
  return element;
}

/** The lines of an element: per line its text nodes, in order; a place to fill in is a pause. */
function linesOf(root) {
  const lines = new Map();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const isGap = node.nodeType === Node.ELEMENT_NODE;
    if (isGap ? !node.matches("input.gap") : node.parentElement.closest(SILENT) || !node.parentElement.checkVisibility()) continue;
    const line = lineOf(node);
    lines.set(line, [...(lines.get(line) ?? []), { node, text: isGap ? " … " : node.data }]);
  }
  return [...lines.values()];
}

/** A range in the page from letter `start` to letter `end` of a line. */
function rangeOf(line, start, end) {
  const range = new Range();
  let before = 0;
  for (const { node, text } of line) {
    const [from, until] = [start - before, end - before];
    if (node.nodeType === Node.TEXT_NODE) {
      if (from >= 0 && from < text.length) range.setStart(node, from);
      if (until > 0 && until <= text.length) range.setEnd(node, until);
    }
    before += text.length;
  }
  return range;
}

function sentencesOf(root) {
  const found = [];
  for (const line of linesOf(root)) {
    const text = line.map((piece) => piece.text).join("");
    const cut = window.Intl?.Segmenter ? new Intl.Segmenter("nl", { granularity: "sentence" }).segment(text) : [{ segment: text, index: 0 }];
    for (const { segment, index } of cut) {
      const said = segment.trim();
      const start = index + segment.indexOf(said);
      if (/[\p{L}\p{N}]/u.test(said)) found.push({ root, text: said, range: rangeOf(line, start, start + said.length) });
    }
  }
  return found;
}

function mark(item) {
  for (const element of document.querySelectorAll(".aloud-now")) element.classList.remove("aloud-now");
  if (shown) CSS.highlights.delete("aloud");
  if (!item) return;
  if (shown && item.range) CSS.highlights.set("aloud", new Highlight(item.range));
  else item.root.classList.add("aloud-now");
}

function silence() {
  const { sound } = reading;
  reading.sound = reading.utterance = null; // what still reports after this is not listened to
  if (sound) sound.pause();
  else synth?.cancel();
}

function read(item) {
  mark(item);
  if (item.recording) {
    const sound = reading.waiting ?? new Audio(item.recording);
    [reading.sound, reading.waiting, sound.playbackRate] = [sound, null, speed];
    sound.onended = () => reading?.sound === sound && next();
    sound.onerror = () => reading?.sound === sound && stop("broken");
    sound.play().catch(() => reading?.sound === sound && stop("broken"));
    return;
  }
  const voice = dutchVoice();
  const utterance = Object.assign(new SpeechSynthesisUtterance(item.text), { voice, lang: voice.lang, rate: speed });
  reading.utterance = utterance; // also keeps it alive: Chrome forgets one that nobody holds
  utterance.onend = () => reading?.utterance === utterance && next();
  utterance.onerror = () => reading?.utterance === utterance && stop("broken");
  synth.speak(utterance);
}

function next() {
  reading.at += 1;
  if (reading.at < reading.queue.length) read(reading.queue[reading.at]);
  else stop("done");
}

function show(bar, { isReading, isPaused = false }) {
  const had = bar.contains(document.activeElement);
  bar.querySelector("[data-start]").setAttribute("aria-pressed", String(isReading));
  bar.querySelector("[data-desk]").hidden = !isReading;
  bar.querySelector("[data-pause]").hidden = isPaused;
  bar.querySelector("[data-go-on]").hidden = !isPaused;
  if (had) bar.querySelector(isReading ? (isPaused ? "[data-go-on]" : "[data-pause]") : "[data-start]").focus();
}

function say(bar, name) {
  const status = bar.querySelector("[role=status]");
  status.textContent = name ? status.dataset[name] : "";
}

function stop(why) {
  if (!reading) return;
  const { bar } = reading;
  silence();
  mark(null);
  reading = null;
  show(bar, { isReading: false });
  say(bar, why);
}

function start(bar, queue) {
  stop();
  if (!queue.length) return;
  reading = { bar, queue, at: 0 };
  show(bar, { isReading: true });
  say(bar);
  read(queue[0]);
}

function pause() {
  reading.waiting = reading.sound;
  silence();
  show(reading.bar, { isReading: true, isPaused: true });
  say(reading.bar, "paused");
}

function goOn() {
  show(reading.bar, { isReading: true });
  say(reading.bar);
  read(reading.queue[reading.at]);
}

function makeBar(word, queueOf) {
  const bar = frame.content.cloneNode(true).firstElementChild;
  bar.querySelector("[data-word]").textContent = word;
  bar.querySelector("[data-start]").addEventListener("click", () => (reading?.bar === bar ? stop("stopped") : start(bar, once(queueOf()))));
  bar.querySelector("[data-pause]").addEventListener("click", pause);
  bar.querySelector("[data-go-on]").addEventListener("click", goOn);
  bar.querySelector("[data-stop]").addEventListener("click", () => stop("stopped"));
  return bar;
}

/** What is read, without words that only stand there for a screen reader when they were said already. */
function once(queue) {
  const said = new Set();
  const isNew = (item) => !(item.range?.startContainer.parentElement.closest(".hidden") && said.has(item.text));
  return queue.filter((item) => isNew(item) && said.add(item.text));
}

function draw() {
  if (reading) return; // a voice that comes later does not break in
  for (const bar of document.querySelectorAll(".aloud")) bar.remove();
  const voice = dutchVoice();
  const parts = [...document.querySelectorAll(PARTS)].filter((part) => !part.parentElement.closest(PARTS));
  const queueOf = (part) => () =>
    voice ? sentencesOf(part) : part.dataset.recording ? [{ root: part, recording: part.dataset.recording }] : [];
  const able = parts.filter((part) => (voice ? sentencesOf(part).length : part.dataset.recording));
  for (const part of able) part.before(makeBar(frame.dataset.one, queueOf(part)));
  if (able.length > 1 && (voice || able.length === parts.length)) {
    const title = document.querySelector("main h1");
    frame.before(makeBar(frame.dataset.whole, () => [...(voice ? sentencesOf(title) : []), ...able.flatMap((part) => queueOf(part)())]));
  }
}

if (frame) {
  draw();
  synth?.addEventListener?.("voiceschanged", draw); // most browsers know their voices only after a while
  addEventListener("pagehide", () => stop());
}
