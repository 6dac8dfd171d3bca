// Remembers which part of a step somebody was reading, to go on there on any device. The page says it when it is
// left; the lesson then offers a link to that part. Without JavaScript one goes on at the step.
const place = document.getElementById("place"); // data-url: where to tell it; data-since: the place known before
const parts = [...document.querySelectorAll(".spot[data-block]")];
const start = scrollY; // who did not move read nothing new: the place of last time stays

function reading() {
  const line = innerHeight * 0.4; // what is above this line was read, or is being read
  const passed = parts.filter((part) => part.getBoundingClientRect().top <= line);
  return (passed.at(-1) ?? parts[0]).dataset.block;
}

function tell() {
  const block = reading();
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (scrollY === start || block === place.dataset.since || !token) return;
  const body = new FormData();
  for (const [name, value] of Object.entries({ block, since: place.dataset.since, csrfmiddlewaretoken: token })) {
    body.append(name, value);
  }
  if (navigator.sendBeacon(place.dataset.url, body)) place.dataset.since = block;
}

if (place && parts.length) {
  addEventListener("pagehide", tell);
  document.addEventListener("visibilitychange", () => document.hidden && tell());
}
