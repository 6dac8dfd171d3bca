"""Figures, their bounds and how they are written down."""

import json

from tests.bench.figures import AS_MANY_AS, BOUNDS, Figure, broken, write


def all_good() -> dict[str, float]:
    return {**BOUNDS, **{name: BOUNDS[other] for name, other in AS_MANY_AS.items()}}


def as_figures(values: dict[str, float]) -> list[Figure]:
    return [Figure(name, value, "sql", 1) for name, value in values.items()]


def test_it_accepts_what_is_just_within_the_bounds():
    assert broken(as_figures(all_good())) == []


def test_it_names_a_bound_that_is_broken():
    assert broken(as_figures({**all_good(), "feed.sql": 6})) == ["feed.sql is 6, more than 5."]


def test_it_names_a_figure_that_grows_with_the_course():
    problems = broken(as_figures({**all_good(), "board.sql": 8}))
    assert problems == ["board_100.sql is 12, not the 8 of board.sql."]


def test_it_names_a_figure_that_was_not_measured():
    values = all_good()
    del values["feed.sql"]
    assert broken(as_figures(values)) == ["feed.sql was not measured."]


def test_it_writes_a_list_of_figures_with_their_ratio(tmp_path):
    write([Figure("board.ms", 30.0, "ms", 4.0)], tmp_path / "build" / "bench.json")
    assert json.loads((tmp_path / "build" / "bench.json").read_text(encoding="utf-8")) == [
        {"name": "board.ms", "value": 30.0, "unit": "ms", "reference": 4.0, "ratio": 7.5}
    ]
