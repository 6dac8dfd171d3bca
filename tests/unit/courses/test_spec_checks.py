"""Worked examples of docs/decisions/0016: what each check must find, and what it must leave alone."""

import hashlib
from typing import Any

import pytest

from lms.courses.checks.findings import Context, CourseSlot, Kind, MediumFacts
from lms.courses.checks.lessons import report
from lms.courses.checks.twins import fingerprint

Found = tuple[dict[str, Any], str]
SLOTS = (
    CourseSlot("gemeente", "text", "Almere"),
    CourseSlot("telefoon_oco", "phone", "036 - 200 21 58"),
    CourseSlot("website_oco", "url", "www.almere.nl/meedenker"),
    CourseSlot("mail_oco", "text", "oco@almere.nl"),
)
VALUES = {
    "gemeente": "Lelystad",
    "telefoon_oco": "0320 - 278 911",
    "website_oco": "www.lelystad.nl/oco",
    "mail_oco": "oco@lelystad.nl",
}
WHOLE = MediumFacts(has_licence=True, has_captions=True, has_transcript=True)
BARE = MediumFacts()
HERE = Context(("OCO", "pgb"), SLOTS, VALUES, {"heel": WHOLE, "kaal": BARE})
MANY = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"


def text(html: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "id": "t", "value": {"html": html, **more}}


def block(kind: str, **value: Any) -> dict[str, Any]:
    return {"type": kind, "id": "t", "value": value}


def codes(*blocks: dict[str, Any]) -> list[str]:
    return [one.code for one in report(blocks, HERE).findings]


MUST_FIND: list[Found] = [
    (text(f"<p>{MANY} zestien.</p>"), "long_sentence"),
    (text(f"<p>{MANY} a b c d e f.</p>"), "long_sentence"),
    (text(f"<ul><li>{MANY} zestien</li></ul>"), "long_sentence"),
    (block("callout", html=f"<p>{MANY} zestien.</p>"), "long_sentence"),
    (block("summary", text=f"{MANY} zestien."), "long_sentence"),
    (text("<p>De WMO helpt.</p>"), "abbreviation"),
    (text("<p>Bel a.u.b. terug.</p>"), "abbreviation"),
    (text("<p>Vraag het UWV of het CIZ.</p>"), "abbreviation"),
    (text('<p>Kijk <a href="/x">hier</a>.</p>'), "click_here"),
    (text('<p><a href="/x">Klik hier</a></p>'), "click_here"),
    (text('<p><a href="/x">Lees meer</a></p>'), "click_here"),
    (text('<p><a href="/x">link</a></p>'), "click_here"),
    (text('<p>Zie <a href="https://www.rijk.nl/x">https://www.rijk.nl/x</a>.</p>'), "click_here"),
    (text('<p>Zie <a href="https://www.rijk.nl">www.rijk.nl</a>.</p>'), "click_here"),
    (text("<p>LET HIER GOED OP</p>"), "capitals"),
    (block("image", picture="heel", alt="", decorative=False), "alt"),
    (block("image", picture="heel", alt="   ", decorative=False), "alt"),
    (block("video", recording="kaal", title="De film"), "captions"),
    (block("video", recording="kaal", title="De film"), "transcript"),
    (block("audio", recording="kaal", title="Het geluid"), "transcript"),
    (block("image", picture="kaal", alt="Twee mensen.", decorative=False), "licence"),
    (block("video", recording="kaal", title="De film"), "licence"),
    (block("audio", recording="kaal", title="Het geluid"), "licence"),
    (block("download", file="kaal", title="De brief"), "licence"),
    (text("<p>Kort.</p>", recording="kaal"), "licence"),
    (block("image", picture="weg", alt="Iets.", decorative=False), "medium"),
    (block("image", picture="", alt="Iets.", decorative=False), "medium"),
    (block("video", recording="weg", title="De film"), "medium"),
    (block("audio", recording="", title="Het geluid"), "medium"),
    (block("download", file="weg", title="De brief"), "medium"),
    (text("<h4>Klein</h4><p>Kort.</p>"), "heading_jump"),
    (text("<p>Kort.</p><h4>Klein</h4><h3>Groot</h3>"), "heading_jump"),
    (text("<p>Bel {{ onbekend }}.</p>"), "slot"),
    (text("<p>Bel 036 - 200 21 58.</p>"), "foreign_slot"),
    (text("<p>Bel 036-2002158.</p>"), "foreign_slot"),
    (text("<p>Kijk op www.almere.nl/meedenker.</p>"), "foreign_slot"),
    (text("<p>Mail naar oco@almere.nl.</p>"), "foreign_slot"),
    (block("summary", text="Mail naar oco@almere.nl."), "foreign_slot"),
    (text("<p>Nieuw.</p>", easy="<p>Zo.</p>", easy_of=fingerprint("<p>Oud.</p>")), "twin"),
    (text("<p>Nieuw.</p>", easy="<p>Zo.</p>", easy_of=""), "twin"),
    (block("callout", html="<p>Nieuw.</p>", easy="<p>Zo.</p>", easy_of="0" * 16), "twin"),
    (block("assignment", html="<p>Nieuw.</p>", easy="<p>Zo.</p>", easy_of="0" * 16), "twin"),
    (block("term", word="bsn"), "unknown_word"),
]
MUST_LEAVE: list[Found] = [
    (text(f"<p>{MANY}.</p>"), "long_sentence"),
    (text(f"<p>{MANY}</p><p>{MANY}</p>"), "long_sentence"),  # a paragraph ends a sentence
    (text(f"<p>{MANY.replace('acht', 'acht:')} zestien.</p>"), "long_sentence"),  # so does a colon
    (text(f"<p>{MANY.removesuffix('vijftien')} {{{{ gemeente }}}}.</p>"), "long_sentence"),
    (text("<p>De WMO (Wet maatschappelijke ondersteuning) helpt. De WMO is er.</p>"), "abbreviation"),
    (text("<p>De Wet maatschappelijke ondersteuning (WMO) helpt.</p>"), "abbreviation"),
    (text("<p>Een OCO luistert.</p>"), "abbreviation"),
    (text("<p>Kijk TV, of stuur een SMS.</p>"), "abbreviation"),
    (text("<p>Ik ga naar huis.</p>"), "abbreviation"),
    (text('<p>Lees <a href="/x">hoe je bezwaar maakt</a>.</p>'), "click_here"),
    (text("<p>Kom hier. Lees meer.</p>"), "click_here"),
    (text('<p><a href="/x">De link met je werk</a></p>'), "click_here"),
    (text("<p>LET GOED OP, zei ze.</p>"), "capitals"),
    (block("image", picture="heel", alt="", decorative=True), "alt"),
    (block("image", picture="heel", alt="Twee mensen praten.", decorative=False), "alt"),
    (block("video", recording="heel", title="De film"), "captions"),
    (block("audio", recording="kaal", title="Geluid"), "captions"),
    (block("audio", recording="heel", title="Geluid"), "transcript"),
    (text("<p>Kort.</p>", recording="kaal"), "transcript"),  # the text is the transcript
    (block("download", file="heel", title="De brief"), "licence"),
    (block("image", picture="heel", alt="Iets.", decorative=False), "medium"),
    (text("<h3>Groot</h3><h4>Klein</h4><h4>Klein</h4>"), "heading_jump"),
    (text("<h3>Groot</h3><p>Kort.</p>"), "heading_jump"),
    (text("<p>Bel {{ telefoon_oco }}.</p>"), "slot"),
    (text("<p>Bel 0320 - 278 911.</p>"), "foreign_slot"),
    (text("<p>Kijk op www.almere.nl.</p>"), "foreign_slot"),
    (text("<p>Wij zijn er ook in Almere.</p>"), "foreign_slot"),  # a name is no contact
    (text("<p>Zo.</p>", easy="<p>Zo.</p>", easy_of=fingerprint("<p><b>Zo</b>.</p>")), "twin"),
    (text("<p>Nieuw.</p>", easy="", easy_of=fingerprint("<p>Oud.</p>")), "twin"),
    (text("<p>Nieuw.</p>", easy="<p></p>", easy_of="0" * 16), "twin"),
    (block("term", word="OCO"), "unknown_word"),
    (block("term", word="pgb"), "unknown_word"),
]  # fmt: skip


@pytest.mark.parametrize(("lesson", "code"), MUST_FIND)
def test_it_finds_what_must_be_found(lesson: dict[str, Any], code: str):
    assert code in codes(lesson)


@pytest.mark.parametrize(("lesson", "code"), MUST_LEAVE)
def test_it_leaves_alone_what_is_good(lesson: dict[str, Any], code: str):
    assert code not in codes(lesson)


HINTS = {"long_sentence", "abbreviation", "reading_level", "click_here", "capitals"}


def test_it_only_refuses_for_what_the_page_says():
    for lesson, _code in MUST_FIND:
        for finding in report([lesson], HERE).findings:
            assert (finding.kind is Kind.HINT) == (finding.code in HINTS)


def test_it_names_an_abbreviation_once_in_a_lesson():
    assert codes(text("<p>De WMO.</p>"), text("<p>De WMO en de WMO.</p>")) == ["abbreviation"]


def test_it_finds_a_slot_that_is_empty_here():
    empty = Context(slots=SLOTS, values={**VALUES, "telefoon_oco": ""})
    assert [one.code for one in report([text("<p>Bel {{ telefoon_oco }}.</p>")], empty).findings] == ["slot"]


def test_it_takes_the_value_of_this_place_for_its_own():
    almere = Context(slots=SLOTS, values={one.name: one.example for one in SLOTS})
    assert report([text("<p>Bel 036 - 200 21 58.</p>")], almere).findings == ()


FLESCH = [
    # 6 words, 6 syllables, 1 sentence: 206.835 - 77 - 5.58
    ("<p>De kat zit op de mat.</p>", 124.255),
    # 4 words, 1+2+1+1 syllables, 2 sentences: 206.835 - 96.25 - 1.86
    ("<p>Ik luister. Jij praat.</p>", 108.725),
    # 5 words, 1+3+2+1+4 syllables, 1 sentence: 206.835 - 169.4 - 4.65
    ("<p>De gemeente betaalt de ondersteuning.</p>", 32.785),
    # 7 words, 1+6+1+1+1+3+2 syllables, 2 sentences (a colon ends one): 206.835 - 165 - 3.255
    ("<p>Een cliëntondersteuner is er voor iedereen: altijd!</p>", 38.58),
    # 5 words, 1+1+3 and 1+1 syllables, 2 sentences (list items): 206.835 - 107.8 - 2.325
    ("<ul><li>Bel de gemeente</li><li>Vraag door</li></ul>", 96.71),
    # 2 words, Le-ly-stad 3 + 1 syllables, 1 sentence: 206.835 - 154 - 1.86
    ("<p>{{ gemeente }} helpt.</p>", 50.975),
    # 4 words, mooi-e 2, zee-ën 2, 1, nieuw 1 syllables, 1 sentence: 206.835 - 115.5 - 3.72
    ("<p>mooie zeeën en nieuw</p>", 87.615),
]


@pytest.mark.parametrize(("html", "score"), FLESCH)
def test_it_computes_flesch_douma_as_by_hand(html: str, score: float):
    assert report([text(html)], HERE).measure.score == pytest.approx(score)


def test_it_leaves_out_titles_captions_summaries_reflections_and_easy_twins():
    main = text("<p>De kat zit op de mat.</p>", easy="<p>Ingewikkelde verantwoordelijkheden.</p>")
    hard = "Ingewikkelde verantwoordelijkheden"
    beside = [
        block("summary", text=hard),
        block("reflection", prompt=hard),
        block("image", picture="heel", alt=hard, caption=hard),
        block("download", file="heel", title=hard, description=hard),
    ]
    assert report([main, *beside], HERE).measure == report([main], HERE).measure


@pytest.mark.parametrize(("words", "found"), [(49, []), (50, ["reading_level"])])
def test_it_speaks_of_the_level_from_fifty_words(words: int, found: list[str]):
    # Each word of two syllables, five words a sentence: 206.835 - 154 - 4.65 = 48.185.
    sentences = [" ".join(["praten"] * 5)] * (words // 5) + [" ".join(["praten"] * (words % 5))]
    assert codes(text(f"<p>{'. '.join(one for one in sentences if one)}.</p>")) == found


def test_it_says_nothing_of_a_level_of_sixty():
    # One syllable a word: 206.835 - 77 - 0.93 * 10 is far above sixty.
    assert codes(text(f"<p>{'. '.join([' '.join(['praat'] * 10)] * 6)}.</p>")) == []


FIRST = "<p>Een <b>OCO</b> is gratis in {{ gemeente }}.</p>"
SAME = [
    "<p>Een OCO is\n gratis in {{ gemeente }}.</p>",
    "<h3>Een OCO is gratis</h3><p>in {{ gemeente }}.</p>",
]
OTHER = ["<p>Een oco is gratis in {{ gemeente }}.</p>", "<p>Een OCO is gratis in Almere.</p>", "<p></p>"]


def test_it_makes_the_fingerprint_of_the_visible_words():
    digest = hashlib.sha256(b"Een OCO is gratis in {{ gemeente }}.").hexdigest()
    assert fingerprint(FIRST) == digest[:16]
    assert {fingerprint(html) for html in SAME} == {digest[:16]}
    assert digest[:16] not in {fingerprint(html) for html in OTHER}


def test_it_is_up_to_date_again_when_the_text_comes_back():
    twin = {"easy": "<p>Het kost niets.</p>", "easy_of": fingerprint(FIRST)}
    drift = [codes(text(html, **twin)) for html in (FIRST, OTHER[0], SAME[0], OTHER[1], FIRST)]
    assert drift == [[], ["twin"], [], ["twin"], []]
