"""Every kind of block, with every field filled in: from a package to the site, back, and to a folder."""

from dataclasses import MISSING, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from django.conf import settings

from lms.courses.checks.twins import fingerprint
from lms.courses.exercises.content import exercises_of
from lms.courses.models import CoursePage, LessonPage
from lms.packages.apply import apply
from lms.packages.archive import read_folder, read_media, write_folder
from lms.packages.blocks import (
    BLOCK_TYPES,
    AudioValue,
    Block,
    CalloutValue,
    DownloadValue,
    ImageValue,
    QuoteValue,
    ReflectionValue,
    StepItem,
    StepsValue,
    SummaryValue,
    TableValue,
    TermValue,
    TextValue,
    VideoValue,
)
from lms.packages.exercises import (
    EXERCISE_TYPES,
    Answer,
    AssignmentValue,
    ChoicesValue,
    GapSentence,
    GapsValue,
    HotWordsValue,
    MatchPair,
    MatchValue,
    OrderItem,
    OrderValue,
    QuestionValue,
    SortGroup,
    SortValue,
    StatementValue,
    WordPart,
)
from lms.packages.guides import Glossary, Term
from lms.packages.media_list import contents
from lms.packages.situations import DialogueValue, MirrorVoice, Reaction, Reply, ScenarioValue, Turn
from lms.packages.snapshot import snapshot
from lms.packages.tree import Medium, Package, Slot
from tests.factories import media

pytestmark = pytest.mark.django_db
FILES = {
    "tafel.jpg": media.picture("JPEG"),
    "film.webm": media.webm(1, 2),
    "film.vtt": media.VTT,
    "praat.mp3": media.mp3(),
    "lijst.pdf": media.PDF,
}


def uid(name: str) -> str:
    """Return an id of version 4 form, always the same for a name."""
    found = uuid5(NAMESPACE_URL, name).hex
    return f"{found[:8]}-{found[8:12]}-4{found[13:16]}-8{found[17:20]}-{found[20:]}"


HTML = "<p>Een OCO is <b>gratis</b> in {{ gemeente }}.</p>"
SLOT = Slot(uid("gemeente"), "gemeente", "text", "De naam van de gemeente.", "Almere", "kvk", "Kijk na.")
TWIN = {"easy": "<p>Het kost niets.</p>", "easy_of": fingerprint(HTML)}
HEARD = {**TWIN, "recording": uid("praat.mp3")}


def answers(*rights: bool) -> tuple[Answer, ...]:
    ids = [uid(f"a{at}{rights}") for at in range(len(rights))]
    return tuple(
        Answer(one, "Zeg het.", right, f"Over {one}.") for one, right in zip(ids, rights, strict=True)
    )


def things(*texts: str) -> tuple[OrderItem, ...]:
    return tuple(OrderItem(uid(text), text) for text in texts)


def reply(text: str, judgement: Any, goes_to: str) -> Reply:
    return Reply(uid(text), text, judgement, f"Over {text}", goes_to)


VALUES: tuple[Any, ...] = (
    TextValue(HTML, **HEARD),
    CalloutValue(HTML, **HEARD),
    StepsValue("Zo doe je het", (StepItem(uid("s1"), "Eerst dit."), StepItem(uid("s2"), "Dan dat."))),
    QuoteValue("“Niet over ons, zonder ons.”", who="Een inwoner"),
    ImageValue(uid("tafel.jpg"), alt="Een tafel.", caption="Thuis.", decorative=False),
    VideoValue(uid("film.webm"), "De film"),
    AudioValue(uid("praat.mp3"), "Het geluid"),
    DownloadValue(uid("lijst.pdf"), "De lijst", description="Om mee te nemen."),
    TermValue("OCO"),
    TableValue("Wie doet wat", ("Wie", "Wat"), (("Een OCO", "luistert"), ("De gemeente", "beslist"))),
    ReflectionValue("Wanneer luisterde jij goed?"),
    SummaryValue("Een OCO luistert. De inwoner kiest."),
    QuestionValue("Q19", "Wat?", answers(False, True, False)),
    ChoicesValue("Q29", "Welke?", answers(True, False, True)),
    StatementValue("Q39", "Het is gratis.", "true", "Ja. Zo is het.", "Nee. Het kost niets."),
    GapsValue("Q49", "Vul in.", (
        GapSentence(
            uid=uid("g1"), before="Een", answers=("hulp", "OCO"), after="luistert.", explanation="Ja."
        ),
        GapSentence(uid=uid("g2"), answers=("Jij",), after="kiest."),
    )),
    OrderValue("Q59", "Zet in volgorde.", things("Groeten", "Praten", "Afscheid"), "Eerst groeten."),
    MatchValue("Q69", "Wie waar?", (
        MatchPair(uid("m1"), "OCO", "naast", "Want zo is het."),
        MatchPair(uid("m2"), "Gemeente", "ertegenover"),
    ), "Samen aan tafel."),
    SortValue("Q79", "Waar?", (
        SortGroup(uid("wel"), "Wel", things("Luisteren", "Vragen")),
        SortGroup(uid("niet"), "Niet", things("Beslissen")),
    ), "De inwoner beslist."),
    HotWordsValue("Q89", "Welke woorden?", (
        WordPart(uid("w1"), "Ik wil", "text"),
        WordPart(uid("w2"), "naar mijn zus", "hot", "Dat is de wens."),
        WordPart(uid("w3"), "met een taxi", "cold", "Dat is een middel."),
    ), "De wens komt eerst."),
    ScenarioValue("S19", "De dozen", "Ze vraagt hulp.", (
        Reaction(uid("r1"), "Vragen.", "fits", "Goed zo.", "oco"),
        Reaction(uid("r2"), "Nee.", "careful", "Help verder.", "professional"),
        Reaction(uid("r3"), "Sjouwen.", "unfit", "Dat is een maatje.", "buddy"),
    ), (
        MirrorVoice(uid("v1"), "advocate", "Komt op."),
        MirrorVoice(uid("v2"), "case_manager", "Regelt."),
    ), "Wij vragen."),
    DialogueValue("D19", "Kiezen", "Je zit daar.", (
        Turn(uid("t1"), "begin", "Jij?", (reply("Nee, jij.", "fits", "eind"), reply("Ja.", "unfit", ""))),
        Turn(uid("t2"), "eind", "Goed.", (reply("Mooi.", "fits", ""), reply("Hm.", "careful", ""))),
    )),
    AssignmentValue(
        "9z", "Doe", "together", 5, 10, HTML, ("Wie", "Wat"), (("Ik", "luister"),), hand_in=True, **TWIN
    ),
)  # fmt: skip


def medium(name: str, **more: str) -> Medium:
    digest, told = sha256(FILES[name]).hexdigest(), f"Dit is {name}."
    return Medium(uid=uid(name), file=name, sha256=digest, description=told, licence="CC0", **more)


@pytest.fixture(scope="module")
def package() -> Package:
    """The example course, with every block in its first lesson."""
    course = read_folder(settings.BASE_DIR / "content" / "voorbeeldcursus")
    first = course.modules[0]
    blocks = tuple(Block(uid(f"block {at}"), value) for at, value in enumerate(VALUES))
    listed = (
        medium("tafel.jpg", credit="Ans"),
        medium("film.webm", transcript="Dag.", captions=uid("film.vtt"), poster=uid("tafel.jpg")),
        medium("film.vtt"),
        medium("praat.mp3", transcript="Dag."),
        medium("lijst.pdf"),
    )
    lessons = (replace(first.lessons[0], blocks=blocks), *first.lessons[1:])
    modules = (replace(first, lessons=lessons), *course.modules[1:])
    words = Glossary(uid("words"), "Woordenlijst", (Term(uid("OCO"), "OCO", "Iemand die meedenkt."),))
    return replace(course, modules=modules, media=listed, glossary=words, slots=(SLOT,))


def written(found: Package, folder: Path) -> dict[str, bytes]:
    """Write a package; return its files."""
    write_folder(found, folder, FILES)
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_it_speaks_of_every_kind_with_every_field():
    assert {type(value) for value in VALUES} == set(BLOCK_TYPES.values())
    for value in VALUES:
        kept = {field.name: field.default for field in fields(value) if field.default is not MISSING}
        assert [name for name, default in kept.items() if getattr(value, name) == default] in (
            [],
            ["decorative"],
        )


def test_it_comes_back_from_the_site_as_it_went(package: Package, municipality, home, now, tmp_path: Path):
    apply(package, actor=None, now=now, media=FILES, use_examples=True)
    again = snapshot(CoursePage.objects.get())
    assert again == package
    assert contents(again) == FILES
    assert written(again, tmp_path / "site") == written(package, tmp_path / "file")
    assert read_folder(tmp_path / "site") == package
    assert read_media(tmp_path / "site") == FILES
    assert apply(package, actor=None, now=now, media=FILES, use_examples=True).changed_nothing


def test_it_judges_on_the_site_what_the_package_calls_right(package: Package, municipality, home, now):
    apply(package, actor=None, now=now, media=FILES, use_examples=True)
    page = LessonPage.objects.get(uid=package.modules[0].lessons[0].uid)
    assert page.live, "what a package may hold, the gate lets through"
    found = exercises_of(page.body.get_prep_value())
    assert [one.kind for one in found.values()] == list(EXERCISE_TYPES)
    assert all(one.judge(one.solution()).passed for one in found.values())
