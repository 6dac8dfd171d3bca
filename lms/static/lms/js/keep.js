// Keeps what somebody types in a text of one's own: nothing typed is lost (docs/decisions/0015). Without
// JavaScript the button of the form does the work; with it the text goes to the server by itself.
//
// CONTRACT. A <textarea> inside a <form> with a CSRF token, with these attributes:
//   data-keep-url  where to send ({% url "own_texts:keep" %});
//   data-kind      reflection, note or work;      data-place  uid of the block, or of the lesson for a note;
//   data-lesson    uid of the lesson;             data-version  the version of the text in it (0: none yet);
//   data-status    id of the line that says how it stands, made by templates/own_texts/_status.html.
// templates/own_texts/_field.html makes all of it. A button [data-keep-now] in that form saves at once. Any other
// button sends the form as always: it takes the text along, so what the browser still held of it is taken away.
// A form[data-forget="kind:place"] throws that text away.
//
// What was not answered for waits in sessionStorage, newest per place, with the id of its writer (this page) and
// its number: sending it twice changes nothing. It is bound to the person; signing out empties it.
const PAUSE = 2000; // milliseconds after the last key (quality.md §2)
const AGAIN = 30000; // milliseconds until the next try after a send that did not arrive
const PREFIX = "own-text:";
const PERSON = document.body.dataset.person;
const WRITER = crypto.randomUUID();
const fields = new Map();
let count = 0;

const mine = `${PREFIX}${PERSON}:`;
const keyOf = (data) => `${mine}${data.kind}:${data.place}`;

function waiting(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function remember(key, entry) {
  try {
    sessionStorage.setItem(key, JSON.stringify(entry));
  } catch {
    // A browser that stores nothing still sends.
  }
}

function keys() {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
}

function forget(key) {
  sessionStorage.removeItem(key);
  const state = fields.get(key);
  if (!state) return;
  clearTimeout(state.timer);
  state.entry = null;
}

function say(state, name, time = "") {
  const line = state && document.getElementById(state.field.dataset.status);
  if (!line) return;
  const words = (line.dataset[name] ?? name).replace("{time}", time);
  const link = line.querySelector("a");
  const text = line.querySelector("span") ?? line;
  if (text.textContent !== words) text.textContent = words;
  if (link) link.hidden = name !== "again";
}

function typed(state) {
  const { field } = state;
  const { keepUrl: url, kind, place, lesson } = field.dataset;
  count += 1;
  state.entry = { url, kind, place, lesson, writer: WRITER, number: count, version: state.version, text: field.value };
  state.refused = false;
  remember(state.key, state.entry);
  later(state, PAUSE);
}

function later(state, pause) {
  clearTimeout(state.timer);
  state.timer = setTimeout(() => send(state.key), pause);
}

async function send(key, { leaving = false } = {}) {
  const state = fields.get(key);
  const entry = state?.entry ?? waiting(key);
  if (!entry || state?.refused || (state?.busy && !leaving)) return;
  if (state) clearTimeout(state.timer);
  if (state) state.busy = true;
  try {
    const response = await fetch(entry.url, {
      method: "POST", body: bodyOf(entry), keepalive: leaving, headers: { Accept: "application/json" },
    });
    await heard(key, entry, response);
  } catch {
    say(state, "waiting");
    if (state) later(state, AGAIN);
  } finally {
    if (state) state.busy = false;
  }
  if (state?.entry && state.entry.number !== entry.number) later(state, PAUSE);
}

function bodyOf(entry) {
  const body = new FormData();
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  for (const [name, value] of Object.entries({ ...entry, csrfmiddlewaretoken: token })) {
    if (name !== "url") body.append(name, value);
  }
  return body;
}

async function heard(key, entry, response) {
  const state = fields.get(key);
  if (response.status === 401 || response.status === 403) {
    if (state) state.refused = true;
    return say(state, "again");
  }
  if (response.status >= 500) throw new Error(String(response.status));
  const left = response.headers.get("X-Session-Left");
  if (left) document.dispatchEvent(new CustomEvent("session-left", { detail: Number(left) }));
  const answer = response.redirected ? {} : await response.json().catch(() => ({}));
  if (response.ok && !("version" in answer)) return say(state, "again"); // another page than ours answered
  if (!response.ok) {
    if (state) state.refused = true;
    return say(state, answer.error ?? "gone");
  }
  taken(key, entry, answer);
}

// The server has it: what waits may go, unless something newer was typed in the meantime.
function taken(key, entry, answer) {
  const state = fields.get(key);
  const newest = state?.entry ?? waiting(key);
  const isNewest = newest?.writer === entry.writer && newest.number === entry.number;
  if (isNewest) sessionStorage.removeItem(key);
  if (!state) return;
  if (isNewest) state.entry = null;
  state.version = answer.version;
  if (typeof answer.text === "string") bothStay(state, entry.text, answer.text);
  if (state.entry) {
    state.entry.version = state.version;
    remember(key, state.entry);
  }
  const link = state.field.form.querySelector("[data-throw-away]");
  if (link) link.hidden = !state.field.value;
  say(state, answer.both ? "both" : answer.saved_at ? "saved" : "empty", answer.saved_at);
}

// Somebody else (another page, another device) wrote here too. The text of the server comes into the page; what
// was typed after sending stays behind it.
function bothStay(state, sent, kept) {
  const { field } = state;
  const now = field.value;
  if (now !== sent) {
    const before = kept.endsWith(sent) ? kept.slice(0, kept.length - sent.length) : `${kept}\n\n`;
    field.value = before + now;
    return typed(state);
  }
  const fromEnd = now.length - field.selectionEnd;
  field.value = kept;
  const at = kept.endsWith(sent) ? kept.length - fromEnd : kept.length;
  if (document.activeElement === field) field.setSelectionRange(at, at);
}

function follow(field) {
  const key = keyOf(field.dataset);
  const state = { key, field, version: Number(field.dataset.version), entry: waiting(key), busy: false };
  fields.set(key, state);
  field.autocomplete = "off"; // the browser must not bring back what was thrown away
  if (state.entry) {
    // Typed before this page came: go on from there. The server may answer with a newer text.
    state.version = state.entry.version;
    field.value = state.entry.text;
    field.closest("details")?.setAttribute("open", "");
  }
  field.addEventListener("input", () => typed(state));
  field.form.addEventListener("submit", (event) => {
    if (!event.submitter?.matches("[data-keep-now]")) {
      counted(state);
      return leaves(event, [key]);
    }
    event.preventDefault();
    if (!state.entry) typed(state);
    state.refused = false;
    send(key);
  });
}

// A form that hands a text in sends it as one more send of this page: then it is known from which text it came.
function counted({ field, version }) {
  const { writer, number, version: known } = field.form.elements;
  if (number) [writer.value, number.value, known.value] = [WRITER, (count += 1), version];
}

// A form that takes a text along (or throws it away): no late send may bring it back. The other listeners come
// first, because one of them may stop the form.
function leaves(event, gone) {
  setTimeout(() => event.defaultPrevented || gone.forEach(forget));
}

function sendAll(options) {
  for (const key of new Set([...keys(), ...fields.keys()])) if (key.startsWith(mine)) send(key, options);
}

if (PERSON) {
  for (const key of keys()) if (!key.startsWith(mine)) sessionStorage.removeItem(key);
  document.querySelectorAll("textarea[data-keep-url]").forEach(follow);
  sendAll();
  addEventListener("online", () => sendAll());
  addEventListener("pagehide", () => sendAll({ leaving: true }));
  document.addEventListener("visibilitychange", () => document.hidden && sendAll({ leaving: true }));
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.action.endsWith("/account/logout/")) leaves(event, keys());
    if (form.dataset.forget) leaves(event, [`${mine}${form.dataset.forget}`]);
  });
}
