import pytest

from lms.packages.kinds import Kind, complaints
from lms.packages.slots import slots_in


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.UID, "00000000-0000-0000-0000-000000000001"),
        (Kind.SLUG, "geen-maatje-2"),
        (Kind.NAME, "telefoon_partner_complex"),
        (Kind.LINE, "Rol & grens: 3 < 4, {{ gemeente }}"),
        (Kind.TEXT, "KBO\nNAH Forum"),
        (Kind.CELL, ""),
        (Kind.INLINE, "<i>rol</i>"),
    ],
)
def test_it_accepts_what_fits(kind: Kind, value: str) -> None:
    assert complaints(kind, value) == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.UID, "1"),
        (Kind.UID, "00000000-0000-0000-0000-00000000000A"),
        (Kind.UID, "{00000000-0000-0000-0000-000000000001}"),
        (Kind.SLUG, "Geen maatje"),
        (Kind.SLUG, "-a"),
        (Kind.SLUG, "../a"),
        (Kind.NAME, "Gemeente"),
        (Kind.NAME, "a__b"),
        (Kind.LINE, "een\ntwee"),
        (Kind.LINE, " spatie"),
        (Kind.LINE, "tab\tje"),
        (Kind.TEXT, "een \ntwee"),
        (Kind.TEXT, "een\r\ntwee"),
        (Kind.LINE, "nul\x00"),
        (Kind.LINE, "regel\u2028einde"),
        (Kind.LINE, "\ufeffmerk"),
        (Kind.MEDIUM, "foto.png"),
    ],
)
def test_it_refuses_what_does_not_fit(kind: Kind, value: str) -> None:
    assert len(complaints(kind, value)) == 1


@pytest.mark.parametrize(
    "text", ["{{ Gemeente }}", "{{}}", "{{ gemeente", "gemeente }}", "{{ a b }}", "{{a-b}}"]
)
def test_it_refuses_a_slot_that_is_not_well_written(text: str) -> None:
    assert complaints(Kind.LINE, text) == [
        "Een invulwoord is niet goed geschreven. Schrijf het zo: {{ gemeente }}."
    ]


def test_it_finds_the_slots_of_a_text_in_order() -> None:
    text = "Bel {{ coordinator_naam }} van {{oco_naam}} of {{ coordinator_naam }}."
    assert slots_in(text) == ["coordinator_naam", "oco_naam", "coordinator_naam"]
