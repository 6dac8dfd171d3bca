// Without a connection a form is not sent: the page stays as it is, with everything that was filled in, and says
// so. When the connection is back, the same words say that it can be sent now. Nothing is stored. A browser may think
// that it is online while nothing gets through: then the service worker (/sw.js) keeps the page and tells it here.
let notice = null;
let sent = null;

function tell(form) {
  const words = document.getElementById("no-connection");
  notice?.remove();
  notice = words.content.firstElementChild.cloneNode(true);
  form.append(notice);
  notice.querySelector("[data-back]").hidden = true;
  notice.scrollIntoView({ block: "nearest" });
}

document.addEventListener("submit", (event) => {
  if (navigator.onLine || event.defaultPrevented || event.target.method !== "post") return;
  event.preventDefault();
  tell(event.target);
});
addEventListener("submit", (event) => {
  if (!event.defaultPrevented) sent = event.target;
});
navigator.serviceWorker?.addEventListener("message", (event) => {
  if (!event.data?.notSent || !sent) return;
  delete sent.dataset.sentAt; // js/forms.js: it was not sent, so sending again is no second time
  tell(sent);
});

addEventListener("online", () => {
  if (!notice) return;
  notice.querySelector("[data-gone]").hidden = true;
  notice.querySelector("[data-back]").hidden = false;
});
