"""A real Chromium on a real server, with a check on every page: axe, own host only, no script errors."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.visitor import Visitor

# Playwright's synchronous interface runs an event loop in this thread: Django must not take that for async.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A microphone that beeps, and a person who says yes to it; the policy of our pages stays the real one.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
SHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium: a missing one fails, it is never skipped."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: make test installs it, or: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


DESK = ViewportSize(width=1100, height=900)
PHONE = ViewportSize(width=390, height=844)
SMALL_PHONE = ViewportSize(width=320, height=640)


def new_page(chromium: Browser, size: ViewportSize, **options: Any) -> Page:
    """Return a page in a browser of its own, as wide as a phone or a desk."""
    context = chromium.new_context(
        viewport=size, locale="nl-NL", timezone_id="Europe/Amsterdam", has_touch=size != DESK, **options
    )
    context.set_default_timeout(10_000)
    return context.new_page()


@pytest.fixture
def open_browser(chromium: Browser, live_server, request: pytest.FixtureRequest) -> Iterator:
    """Return a function that opens a browser of their own for somebody: on a phone, or without scripts."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    opened: list[Visitor] = []

    def enter(name: str, *, phone: bool = False, size: ViewportSize = DESK, scripts: bool = True) -> Visitor:
        page = new_page(chromium, PHONE if phone else size, java_script_enabled=scripts)
        visitor = Visitor(name, page, live_server.url, SHOTS / request.node.name, has_scripts=scripts)
        opened.append(visitor)
        return visitor

    yield enter
    for visitor in opened:
        visitor.page.context.close()
    for visitor in opened:
        visitor.assert_clean()
