// Puts things in order with two buttons, and says where each one stands now. The lists of places stay in the form,
// hidden, and always say what the page shows. Without JavaScript one chooses a place for each thing.
function places(list) {
  return [...list.children];
}

function write(list) {
  const rows = places(list);
  rows.forEach((row, at) => {
    row.querySelector("select").value = String(at + 1);
    row.querySelector("[data-move='-1']").setAttribute("aria-disabled", String(at === 0));
    row.querySelector("[data-move='1']").setAttribute("aria-disabled", String(at === rows.length - 1));
  });
}

function tell(list, row) {
  const status = list.closest("fieldset").querySelector("[data-order-status]");
  const values = {
    text: row.querySelector(".place-text").textContent.trim(),
    place: places(list).indexOf(row) + 1,
    total: places(list).length,
  };
  status.textContent = list.dataset.orderSays.replace(/{(\w+)}/g, (_, name) => values[name]);
}

function move(list, button) {
  if (button.getAttribute("aria-disabled") === "true") return;
  const row = button.closest("li");
  if (button.dataset.move === "-1") row.previousElementSibling.before(row);
  else row.nextElementSibling.after(row);
  write(list);
  places(list).forEach((one) => one.classList.toggle("moved", one === row));
  button.focus();
  tell(list, row);
}

for (const list of document.querySelectorAll("[data-order]")) {
  list.classList.add("live");
  for (const select of list.querySelectorAll(".place-select")) select.hidden = true;
  for (const buttons of list.querySelectorAll(".place-buttons")) buttons.hidden = false;
  for (const help of list.closest("fieldset").querySelectorAll("[data-order-help]")) help.hidden = !help.hidden;
  write(list);
  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (button) move(list, button);
  });
}
