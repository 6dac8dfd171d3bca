"""What a page asks: its forms, their fields and what stands in them, as a browser would send them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

PLAUSIBLE = {"email": "iemand@example.org", "number": "5", "date": "2026-11-20", "time": "10:00"}


@dataclass
class Form:
    """One form: where it goes, and per field what would be sent."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def filled(self) -> dict[str, str]:
        """Return what somebody in good faith would send: everything filled in, the first of each choice."""
        return {name: value or PLAUSIBLE.get(self.kinds[name], "x") for name, value in self.values.items()}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(said.get("action", ""), said.get("method", "get").lower()))
            self.inside = True
        elif self.inside and said.get("name") and tag in {"input", "textarea", "select", "button"}:
            kind = said.get("type", "text") if tag == "input" else tag
            self.forms[-1].values.setdefault(said["name"], said.get("value", ""))
            self.forms[-1].kinds.setdefault(said["name"], kind)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False


def forms_of(page: str) -> list[Form]:
    """Return the forms of a page that are sent by post."""
    reader = _Reader()
    reader.feed(page)
    return [form for form in reader.forms if form.method == "post"]
