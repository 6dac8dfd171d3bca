"""The matrix from plain values: a word and a shape for every code, and n.v.t. for what a version lacks."""

import uuid
from typing import Any

import pytest

from lms.certification.board.matrix import LEGEND, Column, Line, columns_of, matrix_rows
from lms.certification.readiness import Code, State, oco_almere_licht, oco_levensbreed

ITEMS: dict[str, Any] = {"course_items": ("a", "b"), "boundary_scenarios": ("a",), "awareness_items": ("b",)}
WHO = uuid.UUID(int=1)


def criterion(code: str, **said: Any) -> dict[str, Any]:
    return {
        "id": "x",
        "code": code,
        "have": 0,
        "need": 3,
        "until": "",
        "extended": False,
        "parts": [],
        **said,
    }


def cell(*criteria: dict[str, Any]):
    (row,) = matrix_rows([Line(WHO, "Noor", "ready", criteria)], [Column("x", "Iets")])
    return row.cells[0]


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        (criterion("met"), "ok", "Klaar"),
        (criterion("met", extended=True), "ok", "Verlengd"),
        (criterion("todo"), "plain", "Nog niet begonnen"),
        (criterion("todo", have=2), "busy", "2 van 3"),
        (criterion("waiting", have=2), "wait", "Wacht op de coördinator"),
        (
            criterion("todo", parts=[criterion("todo", parts=[criterion("waiting")])]),
            "wait",
            "Wacht op de coördinator",
        ),
        (criterion("met", parts=[criterion("waiting")]), "ok", "Klaar"),
        (criterion("expiring", until="2027-01-09"), "wait", "Verloopt na 9-1-2027"),
        (criterion("expired"), "stop", "Verlopen"),
        (criterion("not_applicable"), "none", "Niet nodig"),
    ],
)
def test_it_says_in_words_and_with_a_shape_where_somebody_stands(said, kind, words):
    found = cell(said)
    assert (found.kind, found.words) == (kind, words)
    assert (found.kind, found.shape) in {(name, shape) for name, shape, _ in LEGEND}


def test_it_has_words_for_every_code():
    assert all(cell(criterion(code.value)).words for code in Code)


def test_it_tells_a_criterion_that_is_not_asked_of_somebody_from_one_that_is_open():
    assert cell().words == "n.v.t."
    assert cell({**criterion("met"), "id": "y"}).words == "n.v.t."


def test_it_gives_every_kind_a_shape_of_its_own():
    shapes = [shape for _, shape, _ in LEGEND]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("state", list(State))
def test_it_says_the_status_of_everybody(state):
    (row,) = matrix_rows([Line(WHO, "Noor", state.value, [])], [])
    assert row.state.words
    assert row.state.shape


def test_it_has_a_column_for_every_criterion_those_of_life_domains_last():
    shared = columns_of(oco_almere_licht(**ITEMS))
    found = columns_of(oco_levensbreed(**ITEMS))
    assert found[: len(shared)] == shared
    own = found[len(shared) :]
    assert own
    assert all(each.domain and each.label.startswith(f"{each.domain}: ") for each in own)


def test_it_shows_a_trainer_nothing_but_the_training():
    every = {each.id for each in columns_of(oco_almere_licht(**ITEMS))}
    training = {each.id for each in columns_of(oco_almere_licht(**ITEMS), only_training=True)}
    assert training < every
    assert "closing_talk" in training
    assert not {"vog", "agreement", "secrecy", "boundaries", "intervision", "contact"} & training
