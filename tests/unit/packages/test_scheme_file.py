"""The scheme in a course package: read and written as the editor does, or refused at its place."""

import json
from dataclasses import replace

import pytest

from lms.certification.readiness import (
    CompletedItems,
    ContactLinked,
    Effect,
    Scheme,
    scheme_to_data,
    scheme_to_json,
)
from lms.packages.archive import read_folder, write_folder
from lms.packages.format import read_files, write_files
from scripts.shipped_scheme import scheme_for
from tests.unit.packages.examples import problems_in, small_package
from tests.unit.packages.test_starter_course import FOLDER

FILE = "regeling.json"
TEXTS = {"effect": Effect.WARN, "title": "Lezen", "why": "Daarom.", "how": "Zo.", "alternative": "Of zo."}
LESSON = small_package().modules[0].lessons[0].uid
SCHEME = Scheme(
    slug="eigen",
    title="Eigen regeling",
    rules=(CompletedItems(id="lessen", items=(LESSON,), **TEXTS), ContactLinked(id="contact", **TEXTS)),
)
PACKAGE = replace(small_package(), scheme=SCHEME)


def test_it_reads_back_the_scheme_it_wrote():
    files = write_files(PACKAGE)
    assert files[FILE].decode() == scheme_to_json(SCHEME)
    assert read_files(files) == PACKAGE


def test_a_package_without_a_scheme_has_no_such_file():
    assert FILE not in write_files(small_package())


def test_it_leaves_the_fill_in_words_as_they_are():
    texts = TEXTS | {"how": "Bel {{ telefoon_oco }}."}
    scheme = replace(SCHEME, rules=(ContactLinked(id="contact", **texts),))
    files = write_files(replace(PACKAGE, scheme=scheme))
    assert read_files(files).scheme.rules[0].how == "Bel {{ telefoon_oco }}."


def test_it_goes_through_a_folder_and_is_removed_with_an_older_version(tmp_path):
    write_folder(PACKAGE, tmp_path)
    assert read_folder(tmp_path) == PACKAGE
    write_folder(small_package(), tmp_path)
    assert not (tmp_path / FILE).exists()


def with_scheme(**values):
    return json.dumps(scheme_to_data(SCHEME) | values).encode()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"{", "regeling.json, regeling: Dit is geen leesbare JSON."),
        (b"\xff", "regeling.json: Dit bestand is geen leesbare tekst."),
        (b"[]", "regeling.json, regeling: Hier horen velden met namen."),
        (with_scheme(rules=[]), "regeling.json, regeling: Een regeling heeft ten minste 1 eis."),
        (with_scheme(extra=1), "regeling.json, regeling.extra: Dit veld is niet bekend."),
        (with_scheme(title="a\x00b"), "regeling.json: Er staat een onzichtbaar teken in een tekst."),
        (with_scheme(slug="../.."), "regeling.json: De code van de regeling is kleine letters"),
    ],
)
def test_it_says_where_a_scheme_is_wrong(content, expected):
    assert problems_in(write_files(PACKAGE) | {FILE: content})[0].startswith(expected)


def test_it_refuses_a_lesson_of_another_course():
    rule = replace(SCHEME.rules[0], items=("elders",))
    content = scheme_to_json(replace(SCHEME, rules=(rule,))).encode()
    found = problems_in(write_files(PACKAGE) | {FILE: content})
    assert found == ["regeling.json, lessen: Les ‘elders’ bestaat niet in dit pakket."]


def test_the_shipped_course_carries_the_preset_for_its_lessons():
    """Changed a preset or a lesson? Then: python -m scripts.shipped_scheme."""
    course = read_folder(FOLDER)
    assert course.scheme == scheme_for(course)
