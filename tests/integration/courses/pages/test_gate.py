"""What the checks of a lesson refuse does not go online, by any way (docs/decisions/0016)."""

import json
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from lms.accounts.models import User
from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.checks.twins import fingerprint
from lms.courses.models import LessonPage, ModulePage, Picture, Recording
from lms.courses.pages.checking import refusals_of
from lms.courses.pages.publishing import NotPublishableError
from lms.courses.pages.schedule import run_schedule
from tests.factories import courses as make

pytestmark = pytest.mark.django_db
HTML = "<p>Hulp is gratis.</p>"
EASY = "<p>Het kost niets.</p>"
GOOD = make.text(HTML)
DRIFTED = make.block("text", html=HTML, easy=EASY, easy_of=fingerprint("<p>Iets anders.</p>"))
JUMP = make.text("<h4>Klein</h4>")
TERM = make.block("term", word="Onbekend")


@pytest.fixture
def module(home, municipality) -> ModulePage:
    slot = {"name": "telefoon_oco", "kind": "phone", "meaning": "nummer", "example": "0320 - 11 22 33"}
    slots = [{"type": "slot", "id": str(uuid.uuid4()), "value": slot | {"source": "", "caveat": ""}}]
    words = [make.block("term", term="Maatje", meaning="Iemand die meegaat.")]
    return make.module(make.course(home, slots=json.dumps(slots), glossary=json.dumps(words)))


@pytest.fixture
def draft(module: ModulePage) -> LessonPage:
    """A draft of which the second block is not ready."""
    page: LessonPage = module.add_child(
        instance=LessonPage(title="Een les", slug="les", body=json.dumps([GOOD, DRIFTED]), live=False)
    )
    page.save_revision()
    return LessonPage.objects.get(pk=page.pk)


@pytest.fixture
def editor(client, home, femke: User, sign_in, with_second_factor):
    """Femke, in the editor."""
    ensure_groups()
    sync_groups(femke)
    with_second_factor(femke)
    sign_in(client, femke)
    return client


def is_live(page: LessonPage) -> bool:
    return LessonPage.objects.get(pk=page.pk).live


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (DRIFTED, "Blok 2 (Tekst): De tekst is veranderd, de makkelijke versie nog niet."),
        (JUMP, "Blok 2 (Tekst): Er staat een kleine kop zonder grote kop erboven."),
        (TERM, "‘Onbekend’ staat niet in de woordenlijst."),
        (make.text("<p>Bel 0320 112233.</p>"), "{{ telefoon_oco }}"),
        (make.block("image", picture=str(uuid.uuid4()), alt="Een hond", decorative=False), "dat is er niet"),
    ],
)
def test_it_says_what_refuses_and_in_which_block(module, block: make.Block, said: str):
    with pytest.raises(NotPublishableError) as refusal:
        make.lesson(module, GOOD, block)
    assert said in refusal.value.messages[0]


def test_it_lets_hints_and_what_is_ready_through(module):
    twin = make.block("text", html=HTML, easy=EASY, easy_of=fingerprint(HTML))
    hint = make.text("<p>De VOG. <a href='https://x.nl'>hier</a></p>")
    assert make.lesson(module, GOOD, twin, hint, make.block("term", word="maatje")).live


def test_it_asks_of_media_what_others_need(module):
    picture = Picture.objects.create(title="Foto", file="f.png", width=1, height=1)
    film = Recording.objects.create(title="Film", kind="video", file="f.webm")
    blocks = [
        make.block("image", picture=str(picture.uid), alt="", caption="", decorative=False),
        make.block("video", recording=str(film.uid), title="Een gesprek"),
    ]
    with pytest.raises(NotPublishableError) as refusal:
        make.lesson(module, *blocks)
    assert refusal.value.codes == ("alt", "licence", "captions", "transcript")
    assert "Nog 2 punten staan bij ‘Nakijken’." in refusal.value.messages[0]

    Picture.objects.update(licence="CC BY 4.0")
    Recording.objects.update(licence="CC BY 4.0", captions="f.vtt", transcript="Hallo.")
    blocks[0]["value"]["alt"] = "Een hond"
    assert make.lesson(module, *blocks).live


def test_it_names_at_most_three_points_and_counts_the_rest(module):
    with pytest.raises(NotPublishableError, match="Nog 2 punten staan bij ‘Nakijken’"):
        make.lesson(module, JUMP, JUMP, JUMP, JUMP, JUMP)


def test_it_guards_a_direct_save_an_alias_and_a_schedule(module, draft):
    draft.live = True
    with pytest.raises(NotPublishableError):
        draft.save()
    source = make.lesson(module)
    alias = source.create_alias(update_slug="alias")
    source.body = draft.body
    with pytest.raises(NotPublishableError):
        source.save_revision().publish()
    assert "kost niets" not in str(LessonPage.objects.get(pk=alias.pk).body)
    draft.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(NotPublishableError):
        draft.save_revision().publish()


def test_it_keeps_a_draft_that_is_not_ready_any_more_on_the_planned_day(module):
    picture = Picture.objects.create(title="Foto", file="f.png", width=1, height=1, licence="CC BY 4.0")
    page = make.lesson(module, live=False)
    page.body = json.dumps([make.block("image", picture=str(picture.uid), alt="Een hond", decorative=False)])
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    Picture.objects.update(licence="")
    run_schedule(timezone.now() + timedelta(hours=2))
    entry = PageLogEntry.objects.get(action="courses.publishing_refused")
    assert (entry.data["codes"], entry.data["slots"]) == ("licence", "")
    assert not is_live(page)


def test_it_tells_the_editor_and_keeps_what_was_written(editor, draft):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = editor.post(f"{url}?id={draft.pk}", {"include_descendants": ""}, follow=True)
    assert "Blok 2 (Tekst): De tekst is veranderd" in response.content.decode()
    assert not is_live(draft)
    assert "kost niets" in str(LessonPage.objects.get(pk=draft.pk).body)


def test_it_asks_few_questions_of_the_database(module, django_assert_max_num_queries):
    page = make.lesson(module, *[make.text() for _ in range(30)])
    page = LessonPage.objects.get(pk=page.pk)

    with django_assert_max_num_queries(4):
        assert refusals_of(page) == []
