"""One of the four people behind a browser: goes, reads, fills in, and notices what is not right."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, expect

AXE = (Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text(
    encoding="utf-8"
)
RUN_AXE = """async () => {
  const found = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return found.violations.map(v => v.id + ": " + v.nodes.map(n => n.target.join(" ")).join(" | "));
}"""
OVERFLOWS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"


class Visitor:
    """A person with a browser."""

    def __init__(self, name: str, page: Page, base: str, shots: Path, *, has_scripts: bool = True) -> None:
        self.name, self.page, self.base, self.shots = name, page, base, shots
        self.has_scripts = has_scripts
        self.problems: list[str] = []
        self.checked: set[str] = set()
        page.on("console", lambda message: self._note("console", message.text, message.type == "error"))
        page.on("pageerror", lambda error: self._note("script", str(error), True))
        page.on("request", self._check_host)

    def _note(self, kind: str, text: str, wrong: bool) -> None:
        # The browser reports the status of an error page as a console error: those pages are meant.
        if wrong and not re.search(r"status of 4\d\d", text):
            self.problems.append(f"{kind} at {self.page.url}: {text}")

    def _check_host(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.netloc != urlsplit(self.base).netloc:
            self.problems.append(f"request to another host: {request.url}")

    def go(self, path: str) -> None:
        """Open an address of the site and look at the page."""
        self.page.goto(self.base + path)
        self.look()

    def press(self, label: str, *, exact: bool = True) -> None:
        """Press the button with this label, and look at what comes."""
        self.page.get_by_role("button", name=label, exact=exact).first.click()
        self.look()

    def follow(self, label: str, *, exact: bool = True) -> None:
        """Follow the link with this label, and look at what comes."""
        self.page.get_by_role("link", name=label, exact=exact).first.click()
        self.look()

    def fill(self, label: str, value: str) -> None:
        """Type into the field with this label."""
        self.page.get_by_label(label, exact=False).first.fill(value)

    def choose(self, label: str) -> None:
        """Tick the radio or checkbox with this label."""
        self.page.get_by_label(label, exact=False).first.check()

    def sees(self, text: str) -> None:
        """Expect these words on the page, visible."""
        expect(self.page.get_by_text(text, exact=False).first).to_be_visible()

    def does_not_see(self, text: str) -> None:
        """Expect these words nowhere on the page."""
        expect(self.page.get_by_text(text, exact=False)).to_have_count(0)

    def look(self) -> None:
        """Check the page once per title: axe, reflow, one h1, a title of its own."""
        self.page.wait_for_load_state("load")
        key = f"{self.page.title()} @ {urlsplit(self.page.url).path}"
        if key in self.checked:
            return
        self.checked.add(key)
        if self.has_scripts:  # axe needs the timers of the page
            self.page.evaluate(AXE)
            for violation in self.page.evaluate(RUN_AXE):
                self.problems.append(f"axe at {key}: {violation}")
        if self.page.evaluate(OVERFLOWS):
            self.problems.append(f"scrolls sideways: {key}")
        if self.page.locator("h1").count() != 1:
            self.problems.append(f"not exactly one h1: {key}")
        self.picture(re.sub(r"\W+", "-", self.page.title().lower())[:60])

    def picture(self, name: str) -> None:
        """Keep a picture of the page, for people to look at (build/screenshots)."""
        self.shots.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(self.shots / f"{self.name.lower()}-{name}.png"), full_page=True)

    def assert_clean(self) -> None:
        """Fail with everything this visitor noticed."""
        assert self.problems == [], "\n".join(self.problems)
        assert self.checked, f"{self.name} saw no page"
