"""What the templates ask of the static files is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


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


def test_it_names_no_registry_in_the_lock():
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
