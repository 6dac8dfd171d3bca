"""What the templates ask of the static files, and what they may not ask."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PAGES = [path for path in TEMPLATES if not {"emails", "pdf"} & set(path.parts)]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT / "templates"))


def test_it_loads_every_stylesheet_once():
    loaded = re.findall(r"lms/css/([a-z]+\.css)", (ROOT / "templates/components/styles.html").read_text())
    assert sorted(loaded) == sorted(path.name for path in (ROOT / "lms/static/lms/css").glob("*.css"))


def test_it_draws_every_icon_that_a_template_names():
    drawn = set(re.findall(r"^ .*", (ROOT / "scripts/assets.mjs").read_text(), re.MULTILINE))
    vocabulary = set(re.findall(r'"([a-z-]+)",', "".join(drawn)))
    named: set[str] = set()
    for path in TEMPLATES:
        named |= set(re.findall(r'icon\.html" with name="([a-z-]+)"', path.read_text()))
        named |= set(re.findall(r'\bicon="([a-z-]+)"', path.read_text()))
    assert named
    assert named <= vocabulary


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_it_has_no_inline_style_or_handler_and_no_other_host(path):
    text = path.read_text()
    assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style(?![^>]*nonce)", text)
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", text)


def test_it_names_no_registry_in_the_lock():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
