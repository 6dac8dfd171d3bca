// Shows what needs a passkey only in a browser that knows passkeys, and says it in the page when one did not
// work. The ceremony itself is allauth's script. Without JavaScript the mailed code is always there.
if (window.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = false;
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const trouble of document.querySelectorAll("[data-passkey-trouble]")) trouble.hidden = false;
});
