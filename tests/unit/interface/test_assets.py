"""What the templates ask of the static files is there."""

import re
from pathlib import Path

from lms.courses.pages.pictograms import OF_KIND, PICTOGRAMS

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


def test_it_has_every_pictogram_that_somebody_can_choose():
    script = (ROOT / "scripts/assets.mjs").read_text()
    named = script[script.index("const PICTOGRAMS") : script.index("};", script.index("const PICTOGRAMS"))]
    copied = re.findall(r'"?([a-z-]+)"?: "[0-9A-F]+"', named)
    assert sorted(copied) == sorted(PICTOGRAMS)
    assert set(OF_KIND.values()) <= set(PICTOGRAMS)
    for name in PICTOGRAMS:
        assert (ROOT / "lms/static/lms/vendor/pictograms" / f"{name}.svg").stat().st_size < 15_000


def test_it_says_whose_pictograms_they_are():
    assert "ShareAlike" in (ROOT / "lms/static/lms/vendor/pictograms/LICENSE.txt").read_text()
    assert "OpenMoji" in (ROOT / "templates/municipality/accessibility.html").read_text()
