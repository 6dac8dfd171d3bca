"""The blocks one reads, sees and hears: as a learner meets them, and with what is missing."""

import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.courses.models import LessonPage
from tests.factories import course_media as media
from tests.factories import courses as make
from tests.integration.courses.conftest import address

pytestmark = pytest.mark.django_db
Show = Callable[..., str]


@pytest.fixture
def course(home, municipality, noor):
    words = [make.block("term", term="Behoefte", meaning="Wat iemand nodig heeft in {{ gemeente }}.")]
    course = make.course(home, glossary=json.dumps(words))
    make.enrolled(noor, course)
    return course


@pytest.fixture
def show(reader, course) -> Show:
    """Return what Noor sees of a lesson with these blocks."""

    def page_of(*blocks: make.Block) -> str:
        lesson = lesson_with(course, *blocks)
        page = reader.get(address(lesson)).content.decode()
        return page[page.index("<main") : page.index("</main")]

    return page_of


def lesson_with(course, *blocks: make.Block) -> LessonPage:
    """Make a lesson that is online with these blocks, also with what was taken away after it went online."""
    lesson = make.lesson(make.module(course, number=course.numchild + 1))
    LessonPage.objects.filter(pk=lesson.pk).update(body=json.dumps(blocks))
    return lesson


def image(**value) -> make.Block:
    value = {"picture": "", "alt": "Twee mensen aan tafel.", "caption": "", "decorative": False, **value}
    return make.block("image", **value)


def test_it_shows_a_picture_in_sizes_with_words_and_whose_it_is(show: Show):
    made = media.picture()
    page = show(image(picture=str(made.uid), caption="Thuis in {{ gemeente }}."))
    assert f"/media/beeld/{made.uid}/320.webp?v=" in page
    assert f"/media/beeld/{made.uid}/960.jpeg?v=" in page
    assert f"/media/beeld/{made.uid}/1280" not in page
    assert 'alt="Twee mensen aan tafel."' in page
    assert 'width="700" height="400" loading="lazy"' in page
    assert "Thuis in Almere." in page
    assert "Gemaakt door Ans de Wit." in page
    assert "CC BY 4.0" in page


def test_it_leaves_a_decorative_picture_without_words(show: Show):
    made = media.picture(description="Een bloem")
    assert 'alt=""' in show(image(picture=str(made.uid), alt="", decorative=True))
    assert 'alt="Een bloem"' in show(image(picture=str(made.uid), alt=""))


def test_it_escapes_what_a_trainer_types_in_every_attribute(show: Show):
    hostile = '"><script>alert(1)</script>'
    picture, film = media.picture(credit=hostile), media.recording(transcript=hostile)
    page = show(
        image(picture=str(picture.uid), alt=hostile, caption=hostile),
        make.block("video", recording=str(film.uid), title=hostile),
        make.block("quote", text=hostile, who=hostile),
        make.block("term", word=hostile),
        make.block("steps", title=hostile, items=[make.item(text=hostile)]),
    )
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;") >= 8


def test_it_plays_a_film_with_captions_text_and_a_picture_before(show: Show):
    poster = media.picture()
    film = media.recording(poster=poster)
    page = show(make.block("video", recording=str(film.uid), title="Het eerste gesprek"))
    assert 'preload="none"' in page
    assert "autoplay" not in page
    assert f'poster="/media/beeld/{poster.uid}/640.jpeg?v=' in page
    assert f'<source src="/media/opname/{film.uid}/?v=' in page
    assert 'type="video/webm"' in page
    assert f'<track kind="captions" src="/media/opname/{film.uid}/ondertitels.vtt?v=' in page
    assert "<p>OCO: Wat fijn dat u er bent.</p><p>De inwoner lacht.</p>" in page


def test_it_plays_sound_and_gives_a_document(show: Show):
    sound, document = media.recording("audio"), media.document()
    page = show(
        make.block("audio", recording=str(sound.uid), title="Een OCO vertelt"),
        make.block("download", file=str(document.uid), title="Checklist", description="Acht vragen."),
    )
    assert 'type="audio/wav"' in page
    assert "<track" not in page
    assert f'href="{document.url}"' in page
    assert "pdf, 1 kB. Acht vragen." in page


def test_it_shows_steps_a_quote_and_a_word(show: Show):
    page = show(
        make.block(
            "steps", title="Zo begin je", items=[make.item(text="Zeg wie je bent."), make.item(text="Vraag.")]
        ),
        make.block("quote", text="Eindelijk luisterde er iemand.", who="een inwoner"),
        make.block("term", word="behoefte "),
        make.block("term", word="Onbekend"),
    )
    assert "<ol><li>Zeg wie je bent.</li><li>Vraag.</li></ol>" in page
    assert "– een inwoner</figcaption>" in page
    assert "Wat betekent ‘behoefte" in page
    assert "<p>Wat iemand nodig heeft in Almere.</p>" in page
    assert "Onbekend" not in page


@pytest.mark.parametrize("kind", ["text", "callout"])
def test_it_holds_both_versions_of_a_text_and_says_what_is_read_aloud(show: Show, reader, kind: str):
    voice = media.recording("audio")
    value = {"html": "<h3>Lang</h3>", "easy": "<p>Kort</p>", "easy_of": "x", "recording": str(voice.uid)}
    block = make.block(kind, **value)
    page = show(block)
    assert page.index('class="main-text"') < page.index("<h2>Lang</h2>") < page.index("<p>Kort</p>")
    assert "Makkelijke versie</summary>" in page
    assert (
        f'id="blok-{block["id"]}" data-block="{block["id"]}" data-recording="/media/opname/{voice.uid}/'
        in page
    )


def test_it_shows_the_easy_version_of_an_assignment(show: Show):
    texts = {"html": "<p>Schrijf een brief.</p>", "easy": "<p>Schrijf kort.</p>", "easy_of": "x"}
    task = {"code": "5a", "title": "Brief", "mode": "alone", "minutes_min": 5, "minutes_max": 5}
    page = show(make.block("assignment", **task, **texts, header=[], rows=[]))
    assert page.index("Schrijf een brief.") < page.index("Makkelijke versie") < page.index("Schrijf kort.")


@pytest.mark.parametrize("gone", ["", "8d3c1d1c-66cb-4d46-8a07-8df3a0b12a51", "no-uid", "{{ gemeente }}"])
def test_it_never_breaks_on_a_medium_that_is_gone(show: Show, gone: str):
    page = show(
        make.text("<p>Lees verder.</p>"),
        image(picture=gone),
        make.block("video", recording=gone, title="Film"),
        make.block("audio", recording=gone, title="Geluid"),
        make.block("download", file=gone, title="Lijst", description=""),
        make.block("text", html="<p>Ook dit.</p>", recording=gone),
    )
    assert "Lees verder." in page
    assert "Ook dit." in page
    assert "Hier komt" not in page
    assert "<video" not in page


def test_it_shows_nothing_for_a_medium_of_another_kind(show: Show):
    film, picture = media.recording(), media.picture()
    page = show(
        make.block("audio", recording=str(film.uid), title="Geluid"),
        make.block("video", recording=str(picture.uid), title="Film"),
        image(picture=str(film.uid)),
    )
    assert "<audio" not in page
    assert "<img" not in page


def test_it_asks_one_question_more_for_all_media_together_and_none_for_words(reader, course):
    def queries(*blocks: make.Block) -> int:
        lesson = lesson_with(course, *blocks)
        reader.get(address(lesson))
        with CaptureQueriesContext(connection) as found:
            reader.get(address(lesson))
        return len(found)

    plain = queries(make.text())
    assert queries(make.block("term", word="Behoefte"), make.block("term", word="behoefte")) == plain
    film, sound, document = (
        media.recording(poster=media.picture()),
        media.recording("audio"),
        media.document(),
    )
    many = [image(picture=str(media.picture().uid)) for _ in range(5)]
    many += [make.block("text", html="<p>Ja</p>", recording=str(sound.uid)) for _ in range(5)]
    many += [make.block("callout", html="<p>Ja</p>", recording=str(sound.uid))]
    many += [make.block("video", recording=str(film.uid), title="Film"), image(picture=str(LessonPage().uid))]
    many += [make.block("download", file=str(document.uid), title="Lijst", description="")]
    assert queries(*many) == plain + 1
