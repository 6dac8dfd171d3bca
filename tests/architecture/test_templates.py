"""Every template compiles, and none holds what a strict content policy or a calm page forbids."""

import re
from pathlib import Path

import pytest
from django.template import engines

ROOT = Path(__file__).resolve().parents[2] / "templates"
NAMES = sorted(
    str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.suffix in {".html", ".txt", ".xml"}
)


@pytest.mark.parametrize("name", NAMES)
def test_it_compiles(name: str):
    engines["django"].get_template(name)


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(".html") and "email" not in name])
def test_it_has_no_inline_style_script_or_foreign_address(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=", text), "an inline style breaks the content security policy"
    assert not re.search(r"\son[a-z]+=", text), "an inline handler breaks the content security policy"
    assert not re.search(r"<script(?![^>]*(src=|nonce=|type=\"application/json\"))", text)
    assert not re.search(r"(src|href)=\"(https?:)?//", text), "no page asks another host for anything"
