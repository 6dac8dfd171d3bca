"""What is on the paper, read back from what was frozen."""

import json
from datetime import date

import pytest

from lms.certification.certificates.rules import (
    AtIssue,
    CertificateState,
    Hours,
    Issued,
    Issuer,
    Line,
    Participation,
    Share,
    content_of,
    duration,
    freeze,
    hours_data,
    participation_data,
    state_of,
    unprintable,
)
from lms.certification.rules import HOURS, PARTICIPATION

KOEN = Issuer(network="OCO Almere", municipality="Almere", signer="Koen Bos, coördinator")
DONE = Participation(
    meetings=Share(3, 4),
    minutes=540,
    lessons=Share(20, 24),
    modules=Share(5, 6),
    starts_on=date(2026, 9, 3),
    ends_on=date(2026, 11, 12),
)


def issued(kind: str, facts: dict, words: str = "") -> Issued:
    return Issued(
        kind=kind,
        name="Noor de Wit",
        issuer=KOEN,
        issued_on=date(2026, 11, 22),
        facts=facts,
        words=words,
        at_issue=AtIssue(scheme="almere/2", state="matchable", criteria=(("vog", "met", True),)),
    )


def test_it_reads_back_a_participation_as_it_was_frozen():
    facts = participation_data(DONE, "Basistraining OCO", "Najaar 2026")
    frozen = json.loads(json.dumps(freeze(issued(PARTICIPATION, facts, "Luisteren."))))
    content = content_of(frozen)
    assert (content.title, content.name, content.issuer) == ("Bewijs van deelname", "Noor de Wit", KOEN)
    assert (content.course, content.edition) == ("Basistraining OCO", "Najaar 2026")
    assert (content.starts_on, content.ends_on) == (date(2026, 9, 3), date(2026, 11, 12))
    assert content.issued_on == date(2026, 11, 22)
    assert content.words == "Luisteren."
    assert content.lines == (
        Line(label="Bijeenkomsten", value="3 van de 4, samen 9 uur"),
        Line(label="Lessen", value="20 van de 24"),
        Line(label="Modules", value="5 van de 6"),
    )
    assert (frozen["scheme"], frozen["state"]) == ("almere/2", "matchable")
    assert frozen["criteria"] == [{"id": "vog", "code": "met", "passed": True}]


def test_it_leaves_out_what_was_not_done():
    only_lessons = Participation(lessons=Share(2, 24), modules=Share(0, 6))
    content = content_of(freeze(issued(PARTICIPATION, participation_data(only_lessons, "Cursus", "Najaar"))))
    assert content.lines == (Line(label="Lessen", value="2 van de 24"),)
    assert content.starts_on is None


def test_it_adds_hours_up_per_kind():
    done = Hours(
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 11, 22),
        meetings=4,
        meeting_minutes=720,
        sessions=3,
        session_minutes=265,
    )
    content = content_of(freeze(issued(HOURS, hours_data(done))))
    assert content.title == "Bewijs van uren"
    assert content.lines == (
        Line(label="Training", value="4 keer, samen 12 uur"),
        Line(label="Intervisie", value="3 keer, samen 4 uur en 25 minuten"),
        Line(label="Alles bij elkaar", value="16 uur en 25 minuten"),
    )


def test_it_knows_that_nothing_is_nothing_to_prove():
    assert Participation(meetings=Share(0, 4)).is_empty
    assert not Participation(lessons=Share(1, 4)).is_empty
    assert Hours(starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1)).is_empty
    assert not Hours(starts_on=date(2026, 1, 1), ends_on=date(2026, 2, 1), sessions=1).is_empty


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 minuten"),
        (1, "1 minuut"),
        (45, "45 minuten"),
        (60, "1 uur"),
        (61, "1 uur en 1 minuut"),
        (270, "4 uur en 30 minuten"),
        (6000, "100 uur"),
    ],
)
def test_it_says_how_long_in_words(minutes, words):
    assert duration(minutes) == words


@pytest.mark.parametrize(
    ("is_revoked", "is_replaced", "state"),
    [
        (False, False, CertificateState.VALID),
        (False, True, CertificateState.REPLACED),
        (True, False, CertificateState.REVOKED),
        (True, True, CertificateState.REVOKED),
    ],
)
def test_it_weighs_taking_back_above_replacing(is_revoked, is_replaced, state):
    assert state_of(is_revoked=is_revoked, is_replaced=is_replaced) is state


def test_it_names_each_sign_that_cannot_be_printed_once():
    signs = frozenset(map(ord, "abc "))
    assert unprintable("a b\nc☕a日☕", signs) == ("☕", "日")
    assert unprintable("abc cba", signs) == ()
