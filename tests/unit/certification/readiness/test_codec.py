import json
from typing import Any

import pytest

from lms.certification.readiness import (
    AllOf,
    SchemeFormatError,
    Unit,
    Validity,
    oco_levensbreed,
    scheme_from_data,
    scheme_from_json,
    scheme_to_data,
    scheme_to_json,
)

SCHEME = oco_levensbreed(course_items=["1.1"], boundary_scenarios=["S5.1", "S6.1"], awareness_items=["7.1"])

UNITS = "Kies days, months of year_end."
VALID = {"length": 12, "unit": "months"}


def data() -> dict[str, Any]:
    return scheme_to_data(SCHEME)


def test_it_reads_back_what_it_wrote() -> None:
    assert scheme_from_data(data()) == SCHEME
    assert scheme_from_json(scheme_to_json(SCHEME)) == SCHEME


def test_it_writes_plain_data_with_its_format() -> None:
    assert json.loads(json.dumps(data())) == data()
    assert data()["format"] == 2
    vog = next(rule for rule in data()["rules"] if rule["id"] == "vog")
    assert list(vog) == [
        "type", "id", "title", "effect", "why", "how", "alternative", "validity", "due_days", "what"
    ]  # fmt: skip
    assert (vog["type"], vog["effect"], vog["due_days"]) == ("seen_and_valid", "block", None)
    assert vog["validity"] == {
        "length": 36, "unit": "months", "renew_from": "completion", "window_days": 0, "warn_days": 60,
        "fixed_month": 0, "fixed_day": 0,
    }  # fmt: skip
    assert [domain["id"] for domain in data()["domains"]] == [
        "wmo",
        "jeugd",
        "werk_en_inkomen",
        "passend_onderwijs",
    ]


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
        ("format", 3, "regeling.format", "Alleen formaat 1 en 2 zijn bekend."),
        ("format", True, "regeling.format", "Alleen formaat 1 en 2 zijn bekend."),
        ("format", ..., "regeling.format", "Alleen formaat 1 en 2 zijn bekend."),
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
        ("rules.1.score", 3, "regeling.rules[2].score", "Dit veld is niet bekend."),
        ("rules.1.effect", "stop", "regeling.rules[2].effect", "Kies block, warn of info."),
        ("rules.1.id", "Vog", "regeling.rules[2]", "De code is kleine letters, cijfers en _."),
        ("rules.1.id", "vog", "regeling", "Elke eis heeft een eigen code."),
        ("rules.1.due_days", "90", "regeling.rules[2].due_days", "Hier hoort een heel getal."),
        ("rules.1.due_days", 0, "regeling.rules[2]", "Kies 1 tot en met 3660 dagen."),
        ("rules.4.max_age_months", 36, "regeling.rules[5].max_age_months", "Dit veld is niet bekend."),
        ("rules.4.validity", 36, "regeling.rules[5].validity", "Hier horen velden met namen."),
        ("rules.4.validity.unit", ..., "regeling.rules[5].validity.unit", "Dit veld ontbreekt nog."),
        (
            "rules.4.validity.unit",
            "weeks",
            "regeling.rules[5].validity.unit",
            "Kies days, months of year_end.",
        ),
        ("rules.4.validity.unit", [], "regeling.rules[5].validity.unit", "Kies days, months of year_end."),
        (
            "rules.4.validity.renew_from",
            "later",
            "regeling.rules[5].validity.renew_from",
            "Kies completion, expiry of fixed.",
        ),
        ("rules.4.validity.length", True, "regeling.rules[5].validity.length", "Hier hoort een heel getal."),
        ("rules.4.validity.length", 0, "regeling.rules[5].validity", "Kies een geldige lengte."),
        ("rules.4.validity.weeks", 1, "regeling.rules[5].validity.weeks", "Dit veld is niet bekend."),
        ("rules.6.validity", {}, "regeling.rules[7].validity.length", "Dit veld ontbreekt nog."),
        ("rules.6.validity", VALID, "regeling.rules[7]", "Deze soort eis heeft geen geldigheid."),
        ("rules.5.points.0", 7, "regeling.rules[6].points[1]", "Hier hoort tekst."),
        ("rules.5.points.0", "grenzen", "regeling.rules[6]", "Noem elk punt 1 keer."),
        ("rules.7.minimum", 0.5, "regeling.rules[8].minimum", "Hier hoort een heel getal."),
        ("rules.7.items.0", 7, "regeling.rules[8].items[1]", "Hier hoort tekst."),
        ("rules.0.rules.0.items", "S5.1", "regeling.rules[1].rules[1].items", "Hier hoort een lijst."),
        ("domains", {}, "regeling.domains", "Hier hoort een lijst."),
        ("domains.0", "wmo", "regeling.domains[1]", "Hier horen velden met namen."),
        ("domains.0.rules", ..., "regeling.domains[1].rules", "Dit veld ontbreekt nog."),
        ("domains.0.weight", 1, "regeling.domains[1].weight", "Dit veld is niet bekend."),
        ("domains.0.title", " ", "regeling.domains[1]", "Geef het leefgebied een naam."),
        ("domains.1.id", "wmo", "regeling", "Elk leefgebied heeft een eigen code."),
        ("domains.1.rules.0.id", "vog", "regeling", "Elke eis heeft een eigen code."),
        ("domains.1.rules.0.what", 1, "regeling.domains[2].rules[1].what", "Hier hoort tekst."),
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


def in_format_1() -> dict[str, Any]:
    """The first scheme as it was written before there was validity, with a document inside a group too."""
    texts = {"title": "VOG", "why": "Daarom.", "how": "Zo.", "alternative": "Of zo."}
    seen = {"type": "seen_and_valid", "id": "vog", "effect": "block", **texts, "what": "vog"}
    seen |= {"max_age_months": 36, "remind_days": 60}
    talk = {"type": "conversation_held", "id": "talk", "effect": "warn", **texts, "what": "closing_talk"}
    group = {"type": "all_of", "id": "both", "effect": "block", **texts}
    inside = {**seen, "id": "pas", "what": "pas", "remind_days": 0}
    return {
        "format": 1, "slug": "oud", "title": "Oud", "rules": [seen, group | {"rules": [inside, talk]}]
    }  # fmt: skip


def test_it_reads_the_first_format_with_the_same_meaning() -> None:
    scheme = scheme_from_data(in_format_1())
    vog, group = scheme.rules
    assert isinstance(group, AllOf)
    pas, talk = group.rules
    assert vog.validity == Validity(length=36, unit=Unit.MONTHS, warn_days=60)
    assert pas.validity == Validity(length=36, unit=Unit.MONTHS)
    assert (talk.validity, scheme.domains) == (None, ())
    assert scheme_to_data(scheme)["format"] == 2
    assert scheme_from_data(scheme_to_data(scheme)) == scheme


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"max_age_months": "36"}, "regeling.rules[1].max_age_months"),
        ({"max_age_months": 0}, "regeling.rules[1].validity"),
        ({"remind_days": True}, "regeling.rules[1].remind_days"),
        ({"validity": None}, "regeling.rules[1].validity"),
    ],
)
def test_it_names_the_place_in_the_first_format_too(changes: dict[str, Any], place: str) -> None:
    damaged = in_format_1()
    damaged["rules"][0] |= changes
    with pytest.raises(SchemeFormatError) as caught:
        scheme_from_data(damaged)
    assert caught.value.place == place


def test_it_misses_the_months_of_the_first_format() -> None:
    damaged = in_format_1()
    del damaged["rules"][0]["max_age_months"]
    with pytest.raises(SchemeFormatError, match=r"rules\[1\].max_age_months: Dit veld ontbreekt nog."):
        scheme_from_data(damaged)


def test_it_reads_fields_that_came_later_as_they_were_meant() -> None:
    written = data()
    del written["domains"], written["rules"][4]["due_days"]
    written["rules"][4]["validity"] = VALID
    scheme = scheme_from_data(written)
    assert scheme.domains == ()
    assert scheme.rules[4].due_days is None
    assert scheme.rules[4].validity == Validity(length=12, unit=Unit.MONTHS)
