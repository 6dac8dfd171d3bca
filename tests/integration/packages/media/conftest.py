"""The example course with media in its first lesson, as a package and on the site."""

from dataclasses import replace
from pathlib import Path

import pytest

from lms.courses.models import CoursePage
from lms.packages.apply import apply
from lms.packages.archive import read_folder
from lms.packages.tree import Package
from tests.integration.packages.conftest import FOLDER
from tests.integration.packages.media.files import FILES, UID, blocks, medium

SMALL = FOLDER.parent / "voorbeeldcursus"


@pytest.fixture(scope="module")
def package() -> Package:
    """The example course with media in its first lesson; one medium is used nowhere."""
    course = read_folder(SMALL)
    first = course.modules[0]
    lessons = (replace(first.lessons[0], blocks=blocks()), *first.lessons[1:])
    listed = (
        medium(
            "gesprek.webm",
            transcript="OCO: Dag.\nInwoner: Dag.",
            captions=UID["gesprek.vtt"],
            poster=UID["tafel.jpg"],
        ),
        medium("gesprek.vtt", description="Ondertitels, woord voor woord.", credit="Ans"),
        medium("tafel.jpg", credit="Ans de Wit"),
        medium("vertel.mp3", transcript="Ik was buschauffeur."),
        medium("lijst.pdf"),
        medium("los.png"),
    )
    return replace(course, media=listed, modules=(replace(first, lessons=lessons), *course.modules[1:]))


@pytest.fixture(autouse=True)
def _files_elsewhere(settings, tmp_path: Path):
    settings.MEDIA_ROOT = tmp_path / "site"


@pytest.fixture
def loaded(home, municipality, package: Package, now) -> CoursePage:
    """The course with its media, on the site."""
    apply(package, actor=None, now=now, media=FILES, use_examples=True)
    return CoursePage.objects.get()
