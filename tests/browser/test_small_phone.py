"""A lesson, a question, a situation and the way to being matchable, on a phone of 320 pixels."""

import pytest
from django.utils import timezone

from lms.courses.public import enroll
from tests.browser.scene import set_scene
from tests.browser.steps import answer, sign_in
from tests.factories import people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COURSE = "/leren/basistraining-oco/"
SMALLEST = """() => Math.min(
  ...[...document.querySelectorAll('main p')].map(p => parseFloat(getComputedStyle(p).fontSize))
)"""


def test_noor_reads_and_answers_on_the_smallest_phone(open_browser):
    scene = set_scene(timezone.now())
    enroll(people.noor(), scene.course, scene.koen, timezone.now())
    noor = open_browser("Noor", phone=True)
    noor.page.set_viewport_size({"width": 320, "height": 640})
    sign_in(noor)
    for path in (
        "/",
        COURSE,
        f"{COURSE}je-rol-zuiver-houden/",
        f"{COURSE}wat-is-oco/waarom-is-er-een-oco/",
        f"{COURSE}je-rol-zuiver-houden/vijf-rollen-die-op-elkaar-lijken/",
        f"{COURSE}tralansmodel/",
        "/inzetbaar/",
        "/inzetbaar/afspraken/geheimhouding/",
    ):
        noor.go(path)
        assert noor.page.evaluate("() => innerWidth") == 320
        assert noor.page.evaluate(SMALLEST) >= 14, path
    noor.go(f"{COURSE}wat-is-oco/vragen/")
    answer(noor, 2)
    noor.sees("Nog niet")
    noor.go(f"{COURSE}je-rol-zuiver-houden/situaties/")
    answer(noor, 1)
