from dataclasses import replace

import pytest

from lms.packages.archive import read_folder
from lms.packages.blocks import TableValue
from lms.packages.exercises import Answer, QuestionValue
from lms.packages.rules import complaints
from lms.packages.situations import Reaction, ScenarioValue
from lms.packages.tree import Medium
from tests.unit.packages.examples import small_package
from tests.unit.packages.test_starter_course import FOLDER

UID = "00000000-0000-0000-0000-000000000001"
RIGHT = Answer(UID, "ja", correct=True, explanation="Ja.")
FITS = Reaction(UID, "Je vraagt door.", judgement="fits", feedback="Goed.")


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        (QuestionValue("Q1", "Mag dat?", (RIGHT,)), "Een vraag heeft minstens twee antwoorden."),
        (ScenarioValue("S1", "t", "s", (FITS,)), "Een situatie heeft minstens twee reacties."),
        (TableValue("c", (), ()), "Een tabel heeft minstens één kolom."),
        (Medium(UID, "a.png", "A" * 64, "d"), "De sha256 moet 64 tekens hebben (0-9 en a-f)."),
        (Medium(UID, "a.exe", "a" * 64, "d"), "‘a.exe’ is geen goede bestandsnaam of geen soort die mag."),
    ],
)
def test_it_says_which_rule_a_part_breaks(part: object, sentence: str) -> None:
    assert complaints(part) == [sentence]


@pytest.mark.parametrize("changes", [{"drawing": UID}, {"drawing_description": "Drie cirkels."}])
def test_it_wants_a_description_with_the_drawing_of_the_model(changes: dict[str, str]) -> None:
    page = read_folder(FOLDER).tralans
    assert page is not None
    assert complaints(page) == []
    assert complaints(replace(page, **changes)) == [  # type: ignore[arg-type]
        "Een tekening en de beschrijving ervan horen bij elkaar."
    ]


@pytest.mark.parametrize("version", ["1", "1.0", "01.0.0", "1.0.0-beta", "v1.0.0"])
def test_it_wants_a_version_of_three_numbers(version: str) -> None:
    manifest = small_package().manifest
    assert complaints(manifest) == []
    assert len(complaints(replace(manifest, version=version))) == 1
