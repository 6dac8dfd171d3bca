// Puts the focus on the error summary, so that a reader hears and sees first what is still needed.
// Without JavaScript the summary is simply the first thing in the page.
document.querySelector(".errors")?.focus();

// A link in the summary goes to the field; a list of radio buttons has its first button as target.
document.querySelector(".errors")?.addEventListener("click", (event) => {
  const field = document.getElementById(event.target.hash?.slice(1) ?? "");
  if (!field) return;
  event.preventDefault();
  field.closest(".field, .group")?.scrollIntoView();
  field.focus({ preventScroll: true });
});
