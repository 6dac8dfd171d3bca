"""A Word document made to hurt: nothing of it is parsed before it was judged, and it costs little."""

from html import escape

import mammoth
import pytest

from lms.courses.prints.pdf import draw
from lms.courses.word_import import convert
from lms.courses.word_import.convert import open_document
from lms.courses.word_import.envelope import NotReadableError
from tests.factories import media, word

WORDS = f'<w:document xmlns:w="{word.W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
LAUGHS = f'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>{WORDS}'.encode()
READS_OUT = LAUGHS.replace(b'<!ENTITY a "ha">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')


@pytest.fixture
def unparsed(monkeypatch) -> list[object]:
    """Let the converter take nothing; whatever reaches it is noted."""
    reached: list[object] = []
    monkeypatch.setattr(mammoth, "convert_to_html", lambda *given, **options: reached.append(given))
    return reached


@pytest.mark.parametrize("text", [LAUGHS, READS_OUT, LAUGHS.decode().encode("utf-16"), b" \n\t" + LAUGHS])
@pytest.mark.parametrize("place", ["word/media/image9.png", "word/text.bin", "word/document"])
def test_it_finds_the_text_wherever_the_document_says_it_is(unparsed: list[object], place: str, text: bytes):
    """The text of a document stands where its relations say, not where its name ends in xml."""
    root = word.ROOT.replace("word/document.xml", place).encode()
    with pytest.raises(NotReadableError):
        open_document(word.docx(word.heading("Les"), more={"_rels/.rels": root, place: text}), "x")
    assert unparsed == []


@pytest.mark.parametrize("marks", ["<w:br/>" * 700_000, "<w:br a='' b='' c='' d='' e=''/>" * 110_000])
def test_it_parses_no_small_file_that_fills_the_memory(unparsed: list[object], marks: str):
    content = word.docx(f"<w:p><w:r>{marks}</w:r></w:p>")
    assert len(content) < 4_000_000
    with pytest.raises(NotReadableError):
        open_document(content, "x")
    assert unparsed == []


def test_it_unpacks_no_picture_a_thousand_times(monkeypatch):
    monkeypatch.setattr(convert, "MOST_SHOWN", 20)
    parts = [word.heading("Les"), *[word.picture("Een plaatje")] * 21]
    with pytest.raises(NotReadableError):
        open_document(word.docx(*parts, image=media.picture()), "x")
    assert open_document(word.docx(*parts[:-1], image=media.picture()), "x").pictures


def test_it_leaves_out_a_picture_that_cannot_be_drawn():
    # The library of PDFs lets half a picture pass, in the whole process: also after one was made.
    assert draw("<p>Les</p>", "", base_url="https://example.org/", pictures={})
    cut = media.picture(size=(64, 64))[:-30]
    document = open_document(word.docx(word.heading("Les"), word.picture("Kapot"), image=cut), "x")
    assert document.pictures == {}
    assert document.reading.notes


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        'https://a" onclick="alert(1)',
        "file:///etc/passwd",
        "//elders.example/x",
    ],
)
def test_it_takes_no_link_that_runs(link: str):
    about = f'Type="{word.R}/hyperlink" Target="{escape(link)}" TargetMode="External"'
    relation = f'<Relationship Id="rId7" {about}/>'
    words = f'<w:p><w:hyperlink r:id="rId7" xmlns:r="{word.R}">{word.run("Klik")}</w:hyperlink></w:p>'
    document = open_document(word.docx(word.heading("Les"), words, relations=relation), "x")
    (block,) = document.reading.lessons[0].blocks
    assert block.text == "<p>Klik</p>"


def test_it_shows_no_markup_that_stands_in_the_words():
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>{{ gemeente }}"
    document = open_document(word.docx(word.heading(attack), word.paragraph(attack)), attack)
    (lesson,) = document.reading.lessons
    assert lesson.title == attack  # escaped where it is shown, as every title
    assert "<script" not in lesson.blocks[0].text
    assert "&lt;script&gt;" in lesson.blocks[0].text
