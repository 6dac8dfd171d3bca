"""What stands in a Word document, and which documents are not even opened. No database."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.courses.word_import.convert import open_document
from lms.courses.word_import.envelope import NotReadableError
from lms.courses.word_import.reader import read
from lms.packages.markup import complaints
from tests.factories import word

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def opened(*parts: str, **more):
    return open_document(word.docx(*parts, **more), "Mijn bestand")


def test_it_makes_a_lesson_of_each_heading_with_its_text():
    found = opened(
        word.heading("Hulp vragen"),
        word.paragraph("Hulp vragen is moeilijk."),
        word.heading("Waarom?", 2),
        word.item("Je schaamt je."),
        word.item("Je weet niet waar."),
        word.heading("En dan", 3),
        word.paragraph("Bel & vraag.", bold=True),
        word.heading("Nog een les"),
        word.paragraph("Tot slot."),
    ).reading
    assert [lesson.title for lesson in found.lessons] == ["Hulp vragen", "Nog een les"]
    assert found.lessons[0].blocks[0].text == (
        "<p>Hulp vragen is moeilijk.</p>\n<h3>Waarom?</h3>\n<ul>\n<li>Je schaamt je.</li>\n"
        "<li>Je weet niet waar.</li>\n</ul>\n<h4>En dan</h4>\n<p><b>Bel &amp; vraag.</b></p>"
    )
    assert found.notes == ()


def test_it_knows_our_own_blocks_by_their_first_words():
    found = opened(
        word.heading("Les"),
        word.paragraph("Denk even na: wanneer vroeg jij hulp?"),
        word.paragraph("KORT GEZEGD: vraag hulp."),
        word.paragraph("Let op: bel 112."),
        word.paragraph("Let op:"),
    ).reading
    [lesson] = found.lessons
    assert [(block.kind, block.text) for block in lesson.blocks] == [
        ("reflection", "Wanneer vroeg jij hulp?"),
        ("summary", "Vraag hulp."),
        ("callout", "<p>Bel 112.</p>"),
    ]
    assert [note.sentence[:5] for note in found.notes] == ["Na ‘D"]


def test_it_makes_tables_and_pictures_and_says_what_is_missing():
    found = opened(
        word.heading("Les"),
        word.table(("Wie", "Wat"), ("Noor", "leest")),
        word.table(("Alleen een kader",)),
        word.picture(),
        word.picture("Een telefoon"),
        image=PNG,
    )
    [lesson] = found.reading.lessons
    assert [block.kind for block in lesson.blocks] == ["table", "text", "image", "image"]
    assert lesson.blocks[0].rows == [["Wie", "Wat"], ["Noor", "leest"]]
    assert lesson.blocks[1].text == "<p>Alleen een kader</p>"
    assert [block.alt for block in lesson.pictures] == ["", "Een telefoon"]
    assert found.pictures == {1: PNG}
    assert [note.sentence for note in found.reading.notes] == [
        "Bij een plaatje staat nog niet wat je ziet. Vul dat in bij de les."
    ]


def test_it_names_text_without_a_heading_after_the_file():
    found = opened(word.paragraph("Zomaar een tekst.")).reading
    assert found.lessons[0].title == "Mijn bestand"
    assert "geen kop" in found.notes[0].sentence


def test_it_leaves_out_pictures_that_stand_elsewhere_or_are_none():
    link = f'<Relationship Id="rId9" Type="{word.IMAGE}" Target="file:///etc/passwd" TargetMode="External"/>'
    for more in ({"relations": link}, {"image": b"<svg onload='alert(1)'/>"}):
        found = opened(word.heading("Les"), word.picture("x"), **more)
        assert found.pictures == {}
        assert "niet in het bestand zelf" in found.reading.notes[0].sentence


def bomb() -> bytes:
    return word.docx(more={"word/media/groot.bin": b"\0" * (101 * 1024 * 1024)})


def with_document(content: bytes) -> bytes:
    return word.docx(more={"word/document.xml": content})


BAD = {
    "no zip": b"%PDF-1.7",
    "empty": b"",
    "another zip": b"PK\x03\x04 and nothing",
    "macro": word.docx(more={"word/vbaProject.bin": b"x"}),
    "xxe": with_document(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    "laughs in other letters": with_document('<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")),
    "broken xml": with_document(b"<w:document"),
    "no body": with_document(b"<a/>"),
    "cut off": word.docx(word.paragraph("Tekst"))[:400],
    "deep": with_document(f'<w:document xmlns:w="{word.W}">'.encode() + b"<w:p>" * 50_000),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_it_refuses_what_is_no_harmless_document(name: str):
    with pytest.raises(NotReadableError) as refused:
        open_document(BAD[name], "x")
    assert str(refused.value)


def test_it_refuses_a_bomb_without_unpacking_it():
    with pytest.raises(NotReadableError, match="te veel"):
        open_document(bomb(), "x")


def test_it_refuses_the_same_part_twice():
    out = BytesIO(word.docx(word.paragraph("Een")))
    with ZipFile(out, "a", ZIP_DEFLATED) as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<a/>")
    with pytest.raises(NotReadableError):
        open_document(out.getvalue(), "x")


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(st.lists(st.tuples(st.sampled_from(["p", "h1", "h2", "h3", "item"]), TEXTS), max_size=12))
def test_it_keeps_every_word_of_a_simple_document_and_writes_only_the_subset(parts):
    make = {"p": word.paragraph, "item": word.item}
    made = [make[kind](text) if kind in make else word.heading(text, int(kind[1])) for kind, text in parts]
    found = opened(*made).reading
    for lesson in found.lessons:
        for block in lesson.blocks:
            if block.kind in {"text", "callout"}:
                assert complaints(block.text) == [], block.text
    seen = "".join(
        lesson.title + "".join(block.all_text for block in lesson.blocks) for lesson in found.lessons
    )
    for _kind, text in parts:
        for letter in text:
            assert letter.isspace() or letter in seen or letter in "<>&:" or not letter.isprintable()


@given(st.text(alphabet="<>/abphulitrdgsm \"='&;#1x", max_size=200))
def test_it_reads_any_html_without_stumbling_and_writes_only_the_subset(html: str):
    found = read(html, "Bestand")
    for lesson in found.lessons:
        for block in lesson.blocks:
            if block.kind == "text":
                assert complaints(block.text) == [], (html, block.text)
