"""What costs a server much can be done often, and not without end; nothing that was typed is lost by it."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lms.accounts.rights.groups import ensure_groups, sync_groups
from lms.courses.models import Enrollment, HandIn
from tests.conftest import NOW
from tests.factories import courses as make
from tests.factories import exercises
from tests.integration.security.town import Browser, Town

pytestmark = pytest.mark.django_db


@pytest.fixture
def limited(town: Town, settings, time_machine) -> Town:
    """The town, with one time of each in an hour that does not end meanwhile."""
    time_machine.move_to(NOW, tick=True)
    settings.COSTLY_LIMITS = dict.fromkeys(settings.COSTLY_LIMITS, (1, 3600))
    return town


def test_it_searches_not_without_end(limited: Town):
    noor, sam = Browser(limited, "noor"), Browser(limited, "sam")
    url = f"{reverse('search:search')}?q=luister"
    assert [noor.get(url).status_code for _time in range(3)] == [200, 429, 429]
    assert sam.get(url).status_code == 200, "each person has a count of one's own"
    assert noor.get(reverse("search:search")).status_code == 200, "the empty page costs nothing"


def test_it_prints_not_without_end(limited: Town, home):
    course = make.course(home)
    lesson = make.lesson(make.module(course), make.text())
    make.enrolled(limited.noor, course)
    noor = Browser(limited, "noor")
    ask = reverse("prints:ask", args=[lesson.uid])
    assert [noor.post(ask).status_code for _time in range(2)] == [302, 429]
    assert noor.get(reverse("prints:page", args=[lesson.uid])).status_code == 429
    assert Browser(limited, "sam").get(reverse("prints:page", args=[lesson.uid])).status_code == 404


def test_it_keeps_the_text_of_who_sends_too_many_files(limited: Town, home):
    course, exercise = make.course(home), exercises.assignment()
    lesson = make.lesson(make.module(course), exercise)
    make.enrolled(limited.noor, course)
    noor, url = Browser(limited, "noor"), reverse("hand_ins:work", args=[lesson.uid, exercise["id"]])
    for _time in range(2):
        sent = {
            "submission": uuid4(),
            "writer": uuid4(),
            "version": 0,
            "text": "Mijn werk.",
            "choice": "done",
        }
        answer = noor.post(url, sent | {"photos": [SimpleUploadedFile("a.jpg", b"geen foto")]})
        page = answer.content.decode()
        assert "Mijn werk." in page
    assert "Je stuurde net veel bestanden." in page
    assert not HandIn.objects.exists()
    assert noor.post(url, sent).status_code == 302, "a text alone is never too often"
    assert Enrollment.objects.get().hand_ins.get().text == "Mijn werk."


def test_it_reads_word_files_not_without_end(limited: Town, home):
    ensure_groups()
    sync_groups(limited.femke)
    femke, url = Browser(limited, "femke"), reverse("word_import_choose")
    pages = [
        femke.post(url, {"document": SimpleUploadedFile("a.docx", b"x")}).content.decode()
        for _time in range(2)
    ]
    assert ["Wacht een minuut" in page for page in pages] == [False, True]
