"""Every text a person can write holds an attack. In a real browser nothing of it runs, for anybody."""

import uuid

import pytest
from django.utils import timezone

from lms.accounts.models import User
from lms.certification.decisions.services import Ruling, decide
from lms.certification.roles.services import OtherRoles, declare_roles
from lms.courses.models import LessonPage
from lms.courses.progress.services import enroll
from tests.browser.scene import Scene, set_scene
from tests.browser.steps import be_signed_in
from tests.browser.visitor import Visitor
from tests.factories import cohorts, people
from tests.integration.security.poison import PAYLOAD, poison

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "onload=alert(1)"


def town_with_words() -> tuple[Scene, User]:
    """Make the town, and let Noor and Koen write something everywhere."""
    now = timezone.now()
    scene = set_scene(now)
    noor = people.noor()
    cohorts.place(scene.cohort, noor, joined_on=timezone.localdate(now))
    scene.group.members.create(user=noor, since=timezone.localdate(now))
    enroll(noor, scene.course, scene.koen, now)
    declare_roles(noor, OtherRoles(other="x", agreements="y"), uuid.uuid4(), actor=noor, now=now)
    decide(noor, Ruling(kind="pause", submission=uuid.uuid4(), reason="z"), actor=scene.koen, now=now)
    return scene, noor


def trapped(visitor: Visitor) -> list[str]:
    """Note every dialog: an attack that runs opens one."""
    dialogs: list[str] = []

    def note(dialog) -> None:
        dialogs.append(f"{visitor.page.url}: {dialog.message}")
        dialog.dismiss()

    visitor.page.on("dialog", note)
    return dialogs


def opens(visitor: Visitor, *paths: str) -> None:
    """Open pages that show what people wrote; scripts get the time to run."""
    for path in paths:
        visitor.page.goto(visitor.base + path)
        visitor.page.wait_for_load_state("networkidle")
        assert visitor.page.locator("svg[onload], img[src='x']").count() == 0, path
        assert WORDS in visitor.page.content(), f"{path} shows nothing of the attack"
        visitor.checked.add(path)


def test_hostile_text_runs_for_nobody(open_browser):
    scene, noor = town_with_words()
    koen, femke, volunteer = (open_browser(name) for name in ("Koen", "Femke", "Noor"))
    dialogs = [trapped(visitor) for visitor in (koen, femke, volunteer)]

    be_signed_in(koen, second_factor=True)
    be_signed_in(femke, second_factor=True)
    be_signed_in(volunteer)
    poison()

    person = f"/inzetbaar/{noor.uuid}/"
    opens(
        koen, "/bord/", "/bord/?groep=paused", "/mensen/", f"/mensen/{noor.uuid}/", person, f"{person}rollen/"
    )
    opens(koen, f"/lichtingen/{scene.cohort.uuid}/", f"/intervisie/groepen/{scene.group.uuid}/", "/logboek/")

    meeting = scene.cohort.meetings.first()
    opens(femke, "/lichtingen/", f"/lichtingen/bijeenkomst/{meeting.uuid}/")
    lesson = LessonPage.objects.get(number="1.1")
    opens(femke, lesson.get_url(), f"/beheer/pages/{lesson.pk}/edit/", f"/beheer/pages/{lesson.pk}/history/")

    opens(volunteer, "/", "/ik/", "/inzetbaar/", lesson.get_parent().get_url(), "/account/apparaten/")

    assert dialogs == [[], [], []]
    assert User.objects.get(pk=noor.pk).name == PAYLOAD


def test_the_trap_notices_an_attack_that_runs(open_browser):
    """A page without our policy and without escaping: here the dialog must come."""
    somebody = open_browser("Vera")
    dialogs = trapped(somebody)
    somebody.page.set_content(f"<title>t</title><h1>{PAYLOAD}</h1>")
    somebody.page.wait_for_timeout(300)
    assert dialogs
    somebody.problems.clear()
    somebody.checked.add("the trap")
