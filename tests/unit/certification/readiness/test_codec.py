import json
from typing import Any

import pytest

from lms.certification.readiness import (
    SchemeFormatError,
    oco_almere_licht,
    scheme_from_data,
    scheme_from_json,
    scheme_to_data,
    scheme_to_json,
)

SCHEME = oco_almere_licht(course_items=["1.1"], boundary_scenarios=["S5.1", "S6.1"], awareness_items=["7.1"])


def data() -> dict[str, Any]:
    return scheme_to_data(SCHEME)


def test_it_reads_back_what_it_wrote() -> None:
    assert scheme_from_data(data()) == SCHEME
    assert scheme_from_json(scheme_to_json(SCHEME)) == SCHEME


def test_it_writes_plain_data_with_its_format() -> None:
    assert json.loads(json.dumps(data())) == data()
    assert data()["format"] == 1
    vog = next(rule for rule in data()["rules"] if rule["id"] == "vog")
    assert list(vog) == [
        "type", "id", "title", "effect", "why", "how", "alternative", "what", "max_age_months", "remind_days"
    ]  # fmt: skip
    assert (vog["type"], vog["effect"], vog["max_age_months"]) == ("seen_and_valid", "block", 36)


def test_it_writes_readable_text_that_does_not_depend_on_the_order_of_fields() -> None:
    shuffled = {name: data()[name] for name in reversed(list(data()))}
    assert scheme_to_json(scheme_from_data(shuffled)) == scheme_to_json(SCHEME)
    assert "coördinator" in scheme_to_json(SCHEME)


def _set(path: str, value: object) -> dict[str, Any]:
    changed = data()
    *parents, last = path.split(".")
    place: Any = changed
    for name in parents:
        place = place[int(name)] if name.isdigit() else place[name]
    if value is ...:
        del place[last]
    else:
        place[int(last) if last.isdigit() else last] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value", "place", "problem"),
    [
        ("format", 2, "regeling.format", "Alleen formaat 1 is bekend."),
        ("format", True, "regeling.format", "Alleen formaat 1 is bekend."),
        ("format", ..., "regeling.format", "Alleen formaat 1 is bekend."),
        ("slug", ..., "regeling.slug", "Dit veld ontbreekt nog."),
        ("slug", 1, "regeling.slug", "Hier hoort tekst."),
        ("title", " ", "regeling", "Vul de naam van de regeling in."),
        ("score", 1, "regeling.score", "Dit veld is niet bekend."),
        ("rules", {}, "regeling.rules", "Hier hoort een lijst."),
        ("rules", [], "regeling", "Een regeling heeft ten minste 1 eis."),
        ("rules.1", "vog", "regeling.rules[2]", "Hier horen velden met namen."),
        ("rules.1.type", "exam", "regeling.rules[2].type", "Deze soort eis is niet bekend."),
        ("rules.1.type", [], "regeling.rules[2].type", "Deze soort eis is niet bekend."),
        ("rules.1.why", ..., "regeling.rules[2].why", "Dit veld ontbreekt nog."),
        ("rules.1.points", 3, "regeling.rules[2].points", "Dit veld is niet bekend."),
        ("rules.1.effect", "stop", "regeling.rules[2].effect", "Kies block, warn of info."),
        ("rules.1.id", "Vog", "regeling.rules[2]", "De code is kleine letters, cijfers en _."),
        ("rules.1.id", "vog", "regeling", "Elke eis heeft een eigen code."),
        ("rules.3.max_age_months", "36", "regeling.rules[4].max_age_months", "Hier hoort een heel getal."),
        ("rules.3.max_age_months", True, "regeling.rules[4].max_age_months", "Hier hoort een heel getal."),
        ("rules.3.max_age_months", 0, "regeling.rules[4]", "Kies 1 tot en met 1200 maanden."),
        ("rules.6.minimum", 0.5, "regeling.rules[7].minimum", "Hier hoort een heel getal."),
        ("rules.6.items.0", 7, "regeling.rules[7].items[1]", "Hier hoort tekst."),
        ("rules.0.rules.0.items", "S5.1", "regeling.rules[1].rules[1].items", "Hier hoort een lijst."),
        (
            "rules.0.rules.1.must_be_seen",
            1,
            "regeling.rules[1].rules[2].must_be_seen",
            "Hier hoort ja of nee (true of false).",
        ),
    ],
)
def test_it_names_the_place_it_does_not_understand(
    path: str, value: object, place: str, problem: str
) -> None:
    with pytest.raises(SchemeFormatError) as caught:
        scheme_from_data(_set(path, value))
    assert (caught.value.place, caught.value.problem) == (place, problem)
    assert str(caught.value) == f"{place}: {problem}"


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000])
def test_it_refuses_text_that_is_not_json(text: str) -> None:
    with pytest.raises(SchemeFormatError, match="geen leesbare JSON"):
        scheme_from_json(text)


@pytest.mark.parametrize("value", [None, [], "x", 1])
def test_it_refuses_data_that_is_not_a_scheme(value: object) -> None:
    with pytest.raises(SchemeFormatError, match="velden met namen"):
        scheme_from_data(value)


def test_it_refuses_rules_that_lie_too_deep() -> None:
    rule = data()["rules"][0]
    for _ in range(100):
        rule = {**data()["rules"][0], "rules": [rule]}
    with pytest.raises(SchemeFormatError, match="lagen diep"):
        scheme_from_data(data() | {"rules": [rule]})
