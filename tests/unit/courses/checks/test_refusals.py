"""What keeps a lesson from going online (docs/decisions/0016)."""

import pytest

from lms.courses.checks.findings import Context, MediumFacts
from lms.courses.checks.lessons import report
from lms.courses.checks.twins import fingerprint
from tests.unit.courses.checks.stored import ALMERE, WHOLE, Block, block, codes, sentence, text

NO_LICENCE = MediumFacts(has_captions=True, has_transcript=True)
IMAGE = block("image", picture="m", alt="Twee mensen", caption="", decorative=False)
VIDEO = block("video", recording="m", title="Een gesprek")
AUDIO = block("audio", recording="m", title="Een gesprek")
DOWNLOAD = block("download", file="m", title="Folder", description="")


@pytest.mark.parametrize("medium", [IMAGE, VIDEO, AUDIO, DOWNLOAD])
def test_it_accepts_media_that_everybody_can_use(medium: Block):
    assert codes(medium, media={"m": WHOLE}) == []


@pytest.mark.parametrize("medium", [IMAGE, VIDEO, AUDIO, DOWNLOAD, text("<p>a</p>", recording="m")])
def test_it_refuses_media_without_licence_and_media_that_are_gone(medium: Block):
    assert codes(medium, media={"m": NO_LICENCE}) == ["licence"]
    assert codes(medium) == ["medium"]


def test_it_refuses_a_film_without_captions_and_transcript_and_sound_without_transcript():
    bare = {"m": MediumFacts(has_licence=True)}
    assert codes(VIDEO, media=bare) == ["captions", "transcript"]
    assert codes(AUDIO, media=bare) == ["transcript"]
    assert codes(text("<p>a</p>", recording="m"), media=bare) == []


def test_it_refuses_a_picture_without_words_unless_it_is_only_decoration():
    assert codes(block("image", picture="m", alt=" "), media={"m": WHOLE}) == ["alt"]
    assert codes(block("image", picture="m", alt="", decorative=True), media={"m": WHOLE}) == []


@pytest.mark.parametrize(
    ("html", "jumps"),
    [
        ("<h4>Klein</h4>", True),
        ("<p>Eerst</p><h4>Klein</h4><h3>Groot</h3>", True),
        ("<h3>Groot</h3><h4>Klein</h4><h4>Klein</h4>", False),
        ("<p>Geen kop</p>", False),
    ],
)
def test_it_refuses_a_small_heading_without_a_large_one(html: str, jumps: bool):
    assert codes(text(html)) == (["heading_jump"] if jumps else [])
    assert codes(text("<h3>Zo</h3>"), text(html)) == (["heading_jump"] if jumps else [])


def test_it_refuses_fill_in_words_that_are_empty_unknown_or_badly_written():
    lesson = text("<p>{{ leeg }} {{ gemeente }} {{ leeg }}</p>", easy="<p>{{ Gemeente }}</p>")
    found = report([lesson], Context(values={"gemeente": "Urk", "leeg": ""})).findings
    assert [one.code for one in found if one.code == "slot"] == ["slot", "slot"]
    assert "‘leeg’" in found[0].sentence
    assert "niet goed geschreven" in found[1].sentence


@pytest.mark.parametrize(
    "html",
    [
        "Bel 036 - 200 21 58.", "Bel 0362002158", "Bel (036) 200 21 58!", "Bel +31 36 200 21 58",
        '<a href="tel:+31362002158">Bel ons</a>', "Zie almere.nl/meedenker",
        "Zie https://www.almere.nl/meedenker/.", '<a href="https://almere.nl/meedenker">Zie dit</a>',
        "Mail OCO@almere.nl", '<a href="mailto:oco@almere.nl">Mail ons</a>',
    ],
)  # fmt: skip
def test_it_refuses_what_belongs_to_another_municipality(html: str):
    here = {"telefoon_oco": "0527 - 11 22 33", "website_oco": "www.urk.nl/oco", "mail_oco": ""}
    assert "foreign_slot" in codes(text(f"<p>{html}</p>"), slots=ALMERE, values=here)


@pytest.mark.parametrize(
    "html", ["Bel 112.", "Bel 0527 - 11 22 33.", "Zie de website van Almere.", "Wacht 4 dagen.", "Bel 14036."]
)
def test_it_accepts_what_belongs_to_nobody_or_to_us(html: str):
    here = {"telefoon_oco": "0527 - 11 22 33"}
    assert codes(text(f"<p>{html}</p>"), slots=ALMERE, values=here) == []


def test_it_accepts_the_own_number_of_the_municipality_that_made_the_course():
    here = {slot.name: slot.example for slot in ALMERE}
    assert codes(text("<p>Bel 036 - 200 21 58.</p>"), slots=ALMERE, values=here) == []
    assert "{{ telefoon_oco }}" in sentence(text("<p>036 2002158</p>"), slots=ALMERE)


@pytest.mark.parametrize("kind", ["text", "callout", "assignment"])
def test_it_refuses_an_easy_twin_of_another_text(kind: str):
    html = "<p>Hulp is gratis.</p>"
    made = {"html": html, "easy": "<p>Het kost niets.</p>", "easy_of": fingerprint(html)}
    assert codes(block(kind, **made)) == []
    assert codes(block(kind, **(made | {"html": f"{html}<p>Bel ons.</p>"}))) == ["twin"]
    assert codes(block(kind, **(made | {"easy_of": ""}))) == ["twin"]
    assert codes(block(kind, html=html, easy="", easy_of="")) == []


def test_it_refuses_a_term_that_is_not_in_the_word_list():
    assert codes(block("term", word="Mantelzorger"), words=("Maatje",)) == ["unknown_word"]
    assert codes(block("term", word=" maatje "), words=("Maatje",)) == []


def test_it_says_where_and_puts_what_refuses_first():
    hint = text("<p>De VOG.</p>")
    refusal = block("term", "b2", word="Weg")
    found = report([hint, refusal], Context())
    assert [(one.code, one.block, one.position) for one in found.findings] == [
        ("unknown_word", "b2", 2),
        ("abbreviation", "b1", 1),
    ]
    assert [one.code for one in found.refusals] == ["unknown_word"]
    assert [one.code for one in found.hints] == ["abbreviation"]
