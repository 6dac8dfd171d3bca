// The Tralans exercise: repeats the choices in one sentence. Nothing is sent and nothing is kept.
const exercise = document.querySelector("[data-tralans]");

function chosen() {
  return [...exercise.querySelectorAll("fieldset")].flatMap((theme) => {
    const choice = theme.querySelector("input:checked");
    return choice ? [`${theme.querySelector("legend").textContent.trim().toLowerCase()} ${choice.value}`] : [];
  });
}

function tell() {
  const summary = exercise.querySelector("[data-tralans-summary]");
  const parts = chosen();
  summary.textContent = parts.length ? `${summary.dataset.begin} ${parts.join(", ")}.` : "";
}

if (exercise) {
  exercise.querySelector("[data-tralans-actions]").hidden = false;
  exercise.addEventListener("change", tell);
  exercise.querySelector("[data-tralans-print]").addEventListener("click", () => window.print());
  exercise.querySelector("[data-tralans-clear]").addEventListener("click", () => {
    exercise.querySelectorAll("input:checked").forEach((input) => (input.checked = false));
    tell();
  });
}
