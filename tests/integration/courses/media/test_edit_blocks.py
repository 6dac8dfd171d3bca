"""The blocks in the editor: what is chosen is kept by uid, however Wagtail stores or compares it."""

import json
import uuid
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ReferenceIndex

from lms.courses.checks.twins import fingerprint
from lms.courses.media.choosers import MediumRef
from lms.courses.models import LessonPage
from lms.courses.pages.blocks import LessonBody
from lms.courses.pages.copying import renew_ids
from tests.factories import course_media as media
from tests.factories import courses as make

pytestmark = pytest.mark.django_db
BODY = LessonBody()


def blocks_with(picture: Any, film: Any, sound: Any, document: Any) -> list[make.Block]:
    """Return one block of each kind that refers to a medium."""
    return [
        make.block("image", picture=str(picture.uid), alt="Een tafel.", decorative=False, caption=""),
        make.block("video", title="Film", recording=str(film.uid)),
        make.block("audio", title="Geluid", recording=str(sound.uid)),
        make.block("download", title="Lijst", file=str(document.uid), description=""),
        make.block("text", html="<p>Ja</p>", recording=str(sound.uid), easy="", easy_of=""),
    ]


@pytest.fixture
def lesson(home, municipality) -> LessonPage:
    blocks = blocks_with(media.picture(), media.recording(), media.recording("audio"), media.document())
    return make.lesson(make.module(make.course(home)), *blocks)


def cleaned(kind: str, **value: Any) -> Any:
    block = BODY.child_blocks[kind]
    return block.get_prep_value(block.clean(block.to_python(value)))


def test_it_keeps_the_uid_whatever_the_editor_sends(home):
    made = media.picture()
    block = BODY.child_blocks["image"].child_blocks["picture"]
    sent = block.value_from_datadict({"p": str(made.pk)}, {}, "p")
    assert sent == MediumRef(str(made.uid))
    assert block.get_prep_value(block.clean(sent)) == str(made.uid)
    assert block.get_form_state(sent)["id"] == made.pk
    assert block.get_form_state(None) is None
    assert block.value_from_datadict({"p": ""}, {}, "p") is None
    assert block.get_prep_value(None) == ""
    assert block.normalize(made) == sent


def test_it_keeps_everything_that_was_stored(lesson: LessonPage):
    before = json.loads(json.dumps(list(lesson.body.raw_data)))
    fresh = LessonPage.objects.get(pk=lesson.pk)
    assert [block.value for block in fresh.body]  # all are made, none as it was stored
    after = fresh.body.get_prep_value()
    assert [one["id"] for one in after] == [one["id"] for one in before]
    for old, new in zip(before, after, strict=True):
        assert old["value"].items() <= new["value"].items()


def test_it_keeps_a_reference_to_a_medium_that_is_gone(lesson: LessonPage):
    gone = str(uuid.uuid4())
    body = BODY.to_python([make.block("image", picture=gone, alt="x", decorative=False, caption="")])
    assert BODY.get_form_state(body)[0]["value"]["picture"] is None
    assert body[0].value["picture"].medium is None
    assert BODY.get_prep_value(body)[0]["value"]["picture"] == gone
    with pytest.raises(ValidationError):
        BODY.clean(body)


def test_it_reads_the_rows_of_all_blocks_of_a_kind_together(lesson: LessonPage):
    pictures = [media.picture() for _ in range(8)]
    blocks = [
        make.block("image", picture=str(one.uid), alt="x", decorative=False, caption="") for one in pictures
    ]
    body = BODY.to_python(blocks)
    with CaptureQueriesContext(connection) as queries:
        state = BODY.get_form_state(body)
    rows = [
        query for query in queries if "courses_picture" in query["sql"] and "rendition" not in query["sql"]
    ]
    assert len(rows) == 1
    assert [one["value"]["picture"]["id"] for one in state] == [one.pk for one in pictures]


@pytest.mark.parametrize(
    ("kind", "field", "wrong"),
    [("video", "recording", "audio"), ("audio", "recording", "video"), ("text", "recording", "video")],
)
def test_it_refuses_film_for_sound_and_sound_for_film(home, kind: str, field: str, wrong: str):
    made = media.recording(wrong)
    with pytest.raises(ValidationError) as refused:
        cleaned(kind, title="Iets", html="<p>Iets</p>", **{field: str(made.uid)})
    assert set(refused.value.block_errors) == {field}


def test_it_asks_for_words_with_a_picture_unless_it_is_decorative(home):
    picture = str(media.picture().uid)
    with pytest.raises(ValidationError) as refused:
        cleaned("image", picture=picture, alt="", decorative=False, caption="")
    assert set(refused.value.block_errors) == {"alt"}
    assert cleaned("image", picture=picture, alt="Bloem", decorative=True, caption="")["alt"] == ""


@pytest.mark.parametrize("kind", ["text", "callout"])
def test_it_lets_a_twin_belong_to_the_text_when_new_or_looked_at(kind: str):
    now = fingerprint("<p>Nieuw</p>")
    texts = {"html": "<p>Nieuw</p>", "easy": "<p>Kort</p>"}
    assert cleaned(kind, **texts, easy_of="")["easy_of"] == now
    assert cleaned(kind, **texts, easy_of="0123456789abcdef")["easy_of"] == "0123456789abcdef"
    looked_at = cleaned(kind, **texts, easy_of="0123456789abcdef", easy_checked=True)
    assert looked_at["easy_of"] == now
    assert "easy_checked" not in looked_at
    assert cleaned(kind, html="<p>Nieuw</p>", easy="", easy_of=now)["easy_of"] == ""


def test_it_tells_where_a_medium_is_used(lesson: LessonPage, trainer):
    ReferenceIndex.create_or_update_for_object(lesson)
    for block, name in [(0, "picture"), (1, "recording"), (2, "recording"), (3, "file")]:
        value = lesson.body[block].value[name]
        row = value.batch.row(lesson.body[block].block.child_blocks[name].model_class, value.uid)
        assert ReferenceIndex.get_references_to(row).count() >= 1
        assert lesson.title in trainer.get(_usage(row)).content.decode()


def _usage(row: Any) -> str:
    names = {"picture": "wagtailimages:image_usage", "coursedocument": "wagtaildocs:document_usage"}
    name = names.get(row._meta.model_name)
    if name:
        return reverse(name, args=[row.pk])
    return reverse(row.snippet_viewset.get_url_name("usage"), args=[row.pk])


def test_it_shows_editor_history_and_comparison(lesson: LessonPage, trainer):
    first = lesson.save_revision()
    other = media.picture(title="Een ander")
    body = [dict(one) for one in lesson.body.get_prep_value()]
    body[0]["value"] = {**body[0]["value"], "picture": str(other.uid)}
    body[3]["value"] = {**body[3]["value"], "file": str(media.document(title="Nieuwe lijst").uid)}
    lesson.body = json.dumps(body)
    second = lesson.save_revision()
    for name, *rest in [
        ("wagtailadmin_pages:edit",),
        ("wagtailadmin_pages:history",),
        ("wagtailadmin_pages:view_draft",),
        ("wagtailadmin_pages:revisions_compare", first.pk, second.pk),
    ]:
        response = trainer.get(reverse(name, args=[lesson.pk, *rest]))
        assert response.status_code == 200
    page = response.content.decode()
    assert "Nieuwe lijst" in page
    assert page.count("/media/images/") >= 2


def test_it_copies_a_lesson_with_its_media(lesson: LessonPage, femke):
    copy = lesson.copy(update_attrs={"slug": "kopie", "title": "Kopie"})
    renew_ids(copy, femke)
    fresh = LessonPage.objects.get(pk=copy.pk)
    mine, others = (page.body.get_prep_value() for page in (fresh, lesson))
    assert [one["value"] for one in mine] == [one["value"] for one in others]
    assert not {one["id"] for one in mine} & {one["id"] for one in others}


def test_it_lets_a_comment_hang_on_a_chosen_picture(lesson: LessonPage):
    block = lesson.body[0]
    found = BODY.get_block_by_content_path(lesson.body, [block.id, "picture"])
    assert found.value == block.value["picture"]


def test_it_finds_a_lesson_by_what_is_said_in_it(lesson: LessonPage):
    words = " ".join(BODY.get_searchable_content(lesson.body))
    assert "Wat fijn dat u er bent." in words
    assert "Geluid" in words
