"""The guides say what is true now: their labels, commands, variables and data are those of the code."""

import re
from pathlib import Path

import pytest
import wagtail
from django.conf import settings
from django.core.management import get_commands

from lms.outbox.public import scheduled_jobs
from scripts.privacy_table import table, table_on_page

ROOT = Path(settings.BASE_DIR)
DOCS = ROOT / "docs"
GUIDES = sorted(DOCS.glob("gids-*.md"))
LONGEST_SENTENCE = 15
AVERAGE = 8  # words
EMPHASIS = {"vet", "Een passkey.", "Of een app met codes."}
OPERATIONS = (DOCS / "operations.md").read_text(encoding="utf-8")
READERS = (
    r"(?:env\.\w+|secret_key|required|host_names|https_url|mail_server|mail_address|contact_uri|whole_number"
    r"|ed25519_key_file|name: str = )"
)
ENVIRONMENT = re.compile(READERS + r'\(?"([A-Z_]{4,})"')
MESSAGES = (
    r'translate "([^"]+)"',
    r"{% blocktranslate[^%]*%}(.+?){% (?:plural|endblocktranslate)",
    r"{% plural %}(.+?){% endblocktranslate",
    r'\b_\(\s*"([^"]+)"',
    r'\bgettext(?:_lazy)?\(\s*"([^"]+)"',
)
HOLES = re.compile(r"{{[^}]*}}|%\(\w+\)[sd]|{\w*}")


def messages_of_ours() -> set[str]:
    """Every text of our templates and code, with … for what is filled in."""
    found: set[str] = set()
    for path in (*ROOT.glob("templates/**/*.html"), *ROOT.glob("lms/**/*.py")):
        source = path.read_text(encoding="utf-8")
        found |= {text for pattern in MESSAGES for text in re.findall(pattern, source, flags=re.DOTALL)}
    for path in ROOT.glob("lms/certification/**/rules.py"):  # pure words: they stand there as they are shown
        found |= set(re.findall(r': "([^"]+)"', path.read_text(encoding="utf-8")))
    return {HOLES.sub("…", " ".join(text.split())) for text in found}


def messages_of_wagtail() -> set[str]:
    """The Dutch texts of the Wagtail admin."""
    catalogs = Path(wagtail.__file__).parent.glob("**/locale/nl/LC_MESSAGES/django*.po")
    return {
        text for path in catalogs for text in re.findall(r'^msgstr "(.+)"$', path.read_text("utf-8"), re.M)
    }


def prose(guide: Path) -> list[str]:
    """The sentences of a guide, without tables, code and addresses."""
    text = re.sub(r"```.*?```", "", guide.read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = [line for line in text.splitlines() if not line.startswith(("|", "#"))]
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:\d+\.|-) )", "\n".join(lines))
    plain = [re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", block) for block in blocks]
    return [part for block in plain for part in re.split(r"(?<=[.?!:])\s+", block.strip()) if part]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_it_uses_the_words_of_the_screen(guide):
    known = messages_of_ours() | messages_of_wagtail()
    labels = set(re.findall(r"\*\*([^*]+)\*\*", guide.read_text(encoding="utf-8"))) - EMPHASIS
    assert labels, "a guide names what stands on the screen"
    assert sorted(labels - known) == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_it_writes_short_sentences(guide):
    long = [sentence for sentence in prose(guide) if len(sentence.split()) > LONGEST_SENTENCE]
    assert long == []
    counts = [len(sentence.split()) for sentence in prose(guide)]
    assert sum(counts) / len(counts) <= AVERAGE


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda path: path.stem)
def test_it_links_to_pages_that_exist(page):
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_it_lists_every_decision():
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in (DOCS / "decisions").glob("0*.md")}
    assert set(re.findall(r"\((\d{4}[^)]+)\)", index)) == pages


def test_it_shows_the_personal_data_that_the_code_declares():
    assert table_on_page() == table(), "run: python -m scripts.privacy_table"


def test_it_names_every_job_of_the_schedule():
    section = OPERATIONS.partition("## The schedule")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([a-z_.]+)`", section, flags=re.MULTILINE)) == set(scheduled_jobs())


def test_it_names_every_variable_of_production():
    files = ("base", "production", "environment", "logs", "sign_in", "signing")
    source = "".join((ROOT / "lms" / "settings" / f"{name}.py").read_text(encoding="utf-8") for name in files)
    read = set(ENVIRONMENT.findall(source)) | {"DJANGO_SETTINGS_MODULE"}
    section = OPERATIONS.partition("### Settings")[2].partition("\n### ")[0]
    assert set(re.findall(r"^\| `([A-Z_]+)`", section, flags=re.MULTILINE)) == read


def test_it_names_every_command_of_ours():
    ours = {name for name, app in get_commands().items() if app.startswith("lms.") and app != "lms.demo"}
    section = OPERATIONS.partition("## Commands")[2]
    assert set(re.findall(r"^\| `([a-z_]+)", section, flags=re.MULTILINE)) == ours
