"""Write the table of docs/privacy.md again from what the apps declare: `python -m scripts.privacy_table`."""

import os
import re
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "privacy.md"
BEGIN, END = "<!-- uit de code: begin -->", "<!-- uit de code: eind -->"
HEAD = "| Wat | Waarom | Hoe lang | Als we je wissen |\n|---|---|---|---|\n"
ON_ERASURE = {"delete": "gaat weg", "anonymize": "je naam gaat eraf", "keep": "blijft, met die reden"}


def table() -> str:
    """Return a row for every kind of personal data, by its words; Django must be set up."""
    from lms.privacy.selectors import declared  # noqa: PLC0415  (needs Django set up first)

    rows = {
        (str(data.holds), str(data.why) or "–", str(data.keep), ON_ERASURE[data.erase])
        for _model, data in declared()
    }
    lines = (
        " | ".join(_sentence(cell) for cell in row) for row in sorted(rows, key=lambda row: row[0].lower())
    )
    return HEAD + "".join(f"| {line} |\n" for line in lines)


def table_on_page() -> str:
    """Return the table as docs/privacy.md has it now."""
    return PAGE.read_text(encoding="utf-8").partition(f"{BEGIN}\n")[2].partition(END)[0]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def main() -> None:
    """Put the table of now on the page."""
    import django  # noqa: PLC0415  (after the settings are named)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lms.settings.dev")
    django.setup()
    text = PAGE.read_text(encoding="utf-8")
    fresh = f"{BEGIN}\n{table()}{END}"
    PAGE.write_text(re.sub(f"{BEGIN}.*{END}", lambda _: fresh, text, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
