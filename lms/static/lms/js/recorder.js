// Records a voice in the page: record, stop, listen, throw away. What was recorded is put in the file input of the
// form, so that it is sent with the rest in one go. Without a microphone, without permission or without
// JavaScript the file input itself is the way: every phone can record to a file.
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const ENDINGS = { "audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg" };
const LONGEST = 15 * 60 * 1000; // milliseconds; about 4 MB
const BITS = 32000; // a second: a voice, well to be understood
const MOST = 5; // recordings and photos at once (docs/decisions/0015)

function start(root) {
  const input = document.getElementById(root.dataset.recorder);
  const desk = root.querySelector(".recorder-desk");
  const status = desk.querySelector("[data-status]");
  const [record, stop] = [desk.querySelector("[data-record]"), desk.querySelector("[data-stop]")];
  const takes = [];
  const kind = KINDS.find((each) => MediaRecorder.isTypeSupported(each));
  let recorder = null;
  let sending = false;

  const say = (name) => (status.textContent = status.dataset[name]);

  function fill() {
    const files = new DataTransfer();
    for (const take of takes) files.items.add(take);
    input.files = files.files;
  }

  function show(take) {
    const row = desk.querySelector("template").content.cloneNode(true).firstElementChild;
    const address = URL.createObjectURL(take);
    const name = row.querySelector("[data-name]");
    name.textContent += ` ${takes.length}`;
    row.querySelector("audio").src = address;
    row.querySelector("audio").setAttribute("aria-label", name.textContent);
    row.querySelector("[data-throw]").addEventListener("click", () => {
      takes.splice(takes.indexOf(take), 1);
      URL.revokeObjectURL(address);
      row.remove();
      fill();
      say("gone");
      record.focus();
    });
    desk.querySelector("[data-takes]").append(row);
  }

  function finished(pieces, sound) {
    for (const track of sound.getTracks()) track.stop();
    const type = recorder.mimeType.split(";")[0];
    takes.push(new File(pieces, `opname-${takes.length + 1}.${ENDINGS[type] ?? "webm"}`, { type }));
    recorder = null;
    fill();
    show(takes.at(-1));
    [record.hidden, stop.hidden] = [false, true];
    record.focus();
    say("ready");
  }

  record.addEventListener("click", async () => {
    if (recorder) return;
    if (takes.length >= MOST) return say("full");
    try {
      const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
      const pieces = [];
      recorder = new MediaRecorder(sound, { mimeType: kind, audioBitsPerSecond: BITS });
      recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
      recorder.addEventListener("stop", () => finished(pieces, sound));
      recorder.start();
      setTimeout((mine) => mine.state === "recording" && mine.stop(), LONGEST, recorder);
      [record.hidden, stop.hidden] = [true, false];
      stop.focus();
      say("recording");
    } catch {
      recorder = null;
      say("refused");
    }
  });
  stop.addEventListener("click", () => recorder?.stop());

  // A file that was chosen takes the place of what was recorded only when the person picks one.
  input.addEventListener("change", () => {
    takes.unshift(...[...input.files].filter((file) => !takes.includes(file)));
    fill();
  });
  input.form.addEventListener("submit", () => (sending = true));
  addEventListener("pageshow", () => (sending = false));
  addEventListener("beforeunload", (event) => (recorder || takes.length) && !sending && event.preventDefault());
  if (kind) desk.hidden = false;
}

if (window.MediaRecorder && navigator.mediaDevices?.getUserMedia) {
  document.querySelectorAll("[data-recorder]").forEach(start);
}
