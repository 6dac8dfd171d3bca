"""The command that puts the first statements and the first scheme into force."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from lms.certification.models import SchemeVersion, StatementVersion
from lms.certification.readiness import scheme_from_data
from tests.factories import courses as factory

pytestmark = pytest.mark.django_db


def ensure(*arguments: str) -> str:
    out = StringIO()
    call_command("ensure_readiness", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def starter(home):
    """A course with modules 1 to 7, each with a lesson and situations."""
    course = factory.course(home)
    for number in range(1, 8):
        module = factory.module(course, number, f"Module {number}")
        factory.lesson(module, title=f"Les {number}")
        factory.lesson(module, factory.scenario(), title=f"Situaties {number}", kind="scenarios")
    return course


def items_of(version: SchemeVersion) -> dict[str, int]:
    """How many lessons each rule of the scheme asks for."""
    rules = {rule.id: rule for rule in scheme_from_data(version.content).rules}
    boundaries = rules["boundaries"].rules[0]
    asked = {**rules, "boundaries": boundaries}
    return {name: len(asked[name].items) for name in ("course_core", "boundaries", "awareness")}


def test_it_puts_statements_and_scheme_into_force(starter):
    told = ensure()
    assert set(StatementVersion.objects.values_list("code", flat=True)) == {
        "geheimhouding",
        "vrijwilligersovereenkomst",
    }
    version = SchemeVersion.objects.get()
    assert items_of(version) == {"course_core": 14, "boundaries": 2, "awareness": 2}
    assert "Nieuwe verklaringen: 2." in told
    assert "versie 1" in told


def test_it_changes_nothing_the_second_time(starter):
    ensure()
    assert "Nieuwe verklaringen: 0." in ensure()
    assert (StatementVersion.objects.count(), SchemeVersion.objects.count()) == (2, 1)


def test_it_refuses_while_no_course_is_online(starter):
    starter.unpublish()
    with pytest.raises(CommandError, match="geen cursus online"):
        ensure()
    assert not StatementVersion.objects.exists()


def test_it_refuses_a_course_without_the_modules_it_asks_for(home):
    module = factory.module(factory.course(home))
    factory.lesson(module)
    with pytest.raises(CommandError, match="past nog niet"):
        ensure()
    assert not StatementVersion.objects.exists(), "all or nothing"


def test_it_asks_which_course_when_there_are_more(starter, home):
    home.refresh_from_db()
    factory.course(home, title="Vervolg", slug="vervolg")
    with pytest.raises(CommandError, match="basistraining, vervolg"):
        ensure()
    ensure("--course", "basistraining")
    assert SchemeVersion.objects.count() == 1
