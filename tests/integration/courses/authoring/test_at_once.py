"""Two people at the same moment: a text goes online once, as it was read; a document becomes lessons once."""

import uuid
from functools import partial

import pytest
from django.utils import timezone
from wagtail.models import TaskState, WorkflowState

from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.accounts.roles import Role
from lms.courses.models import LessonPage, ModulePage
from lms.courses.second_reader.models import NotReadError
from lms.courses.word_import.services import keep_upload, make_drafts
from tests.at_once import at_once
from tests.factories import courses as make
from tests.factories import word
from tests.factories.people import person
from tests.integration.courses.authoring.conftest import waiting, words_online

pytestmark = [pytest.mark.two_connections, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def handed_in(home, municipality, femke) -> LessonPage:
    """A lesson that is online, with a new text that waits."""
    municipality.asks_second_reader = True
    municipality.save()
    ensure_groups()
    lesson = make.lesson(make.module(make.course(home)), make.text("<p>Zo was het.</p>"))
    write(lesson, "Van Femke.", femke)
    lesson.get_workflow().start(lesson, femke)
    return lesson


def write(lesson: LessonPage, words: str, who) -> None:
    """Save a text as a draft."""
    page = LessonPage.objects.get(pk=lesson.pk)
    page.body = [("text", {"html": f"<p>{words}</p>"})]
    page.save_revision(user=who)


def approve(lesson: LessonPage, who) -> str:
    """Say that it was read; return what happened."""
    state = waiting(lesson)
    try:
        state.task.specific.on_action(state, who, "approve")
    except NotReadError as refusal:
        return str(refusal.message)
    return "online"


def reader(name: str):
    who = person(name, Role.TRAINER)
    sync_groups(who)
    return who


def test_it_puts_a_text_online_once(handed_in):
    readers = [reader("Ben Bakker"), reader("Cas Mol")]
    answers: list[str] = []
    jobs = [lambda who=who: answers.append(approve(handed_in, who)) for who in readers]
    assert at_once(jobs) == []
    assert sorted(answers) == ["Deze tekst wacht niet meer op een lezer.", "online"]
    assert TaskState.objects.get().status == TaskState.STATUS_APPROVED
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED


def test_it_never_puts_online_what_was_written_while_it_was_read(handed_in):
    ben, cas = reader("Ben Bakker"), reader("Cas Mol")
    jobs = [partial(approve, handed_in, ben), partial(write, handed_in, "Van Cas.", cas)]
    assert at_once(jobs) == []
    assert "Van Cas." not in words_online(handed_in)


def test_it_makes_lessons_of_a_document_once(home, municipality, femke):
    module: ModulePage = make.module(make.course(home))
    upload = uuid.uuid4()
    keep_upload(upload, word.docx(word.heading("Een"), word.heading("Twee"), word.paragraph("Tekst.")), "x")
    made: list[list[int]] = []

    def send() -> None:
        pages = make_drafts(upload, module, "x", actor=femke, now=timezone.now())
        made.append([page.pk for page in pages])

    assert at_once([send, send]) == []
    assert made[0] == made[1]
    assert LessonPage.objects.count() == 2
