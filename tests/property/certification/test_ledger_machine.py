"""The ledger as a machine: any order of evidence, corrections, schemes, decisions and days keeps the laws.

The laws are those of docs/decisions/0009 §11. HYPOTHESIS_PROFILE=deep looks longer.
"""

import os
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from lms.accounts.models import User
from lms.certification.decisions.refusals import DecisionRefused
from lms.certification.decisions.services import Ruling, decide, undo
from lms.certification.extensions.services import Extending, extend_for, withdraw_extension
from lms.certification.handing_in.selectors import unanswered
from lms.certification.handing_in.services import Answer, HandIn, assess, hand_in
from lms.certification.ledger.services import LedgerError, record_all
from lms.certification.models import (
    Decision,
    Evidence,
    Extension,
    ImpactPreview,
    SchemeDraft,
    SchemeVersion,
    StatementVersion,
)
from lms.certification.readiness import FactKind
from lms.certification.record.services import put_right
from lms.certification.schemes.drafts.services import Plan, begin_draft, plan_draft
from lms.certification.schemes.impact.services import ask_preview
from lms.certification.schemes.publication.services import publish_draft
from lms.certification.schemes.refusals import NotPublished
from lms.certification.schemes.services import publish_scheme
from lms.certification.tasks import refresh_standings
from tests.property.certification.ledger_journal import (
    Journal,
    around,
    check_preview,
    check_projection,
    check_saved,
    passed,
    standing_on,
    states,
)
from tests.property.certification.ledger_world import (
    FIRST_DAY,
    OTHER,
    POSITIVE,
    RULE_IDS,
    SECRECY,
    SHAPES,
    Shape,
    at,
    cast,
    entry,
    everything,
    scheme_of,
)

ONE_DAY = timedelta(days=1)
REFUSALS = (LedgerError, DecisionRefused)
WHO = st.integers(0, 2)
AGO = st.integers(0, 35)
IS_DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"


class LedgerMachine(RuleBasedStateMachine):
    """One installation; every example begins with an empty ledger and the first scheme."""

    koen: User
    people: list[User]

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.people = list(User.objects.filter(pk__in=[each.pk for each in self.people]).order_by("pk"))
        self.today, self.minute, self.lines = FIRST_DAY, 1, 0
        self.journal = Journal()
        publish_scheme(scheme_of(Shape()), FIRST_DAY, actor=self.koen, now=self.now())

    def teardown(self) -> None:
        try:
            for day in self.journal.days():
                self.journal.look_back(self.people, day)
        finally:
            transaction.set_rollback(True)
            self.example.__exit__(None, None, None)

    def now(self) -> datetime:
        self.minute += 20
        return at(self.today, self.minute)

    def try_to(self, verb: Callable[[], object]) -> bool:
        """Do something that may be refused; what is refused writes nothing."""
        lines = Evidence.objects.count(), Decision.objects.count()
        try:
            verb()
        except REFUSALS:
            assert (Evidence.objects.count(), Decision.objects.count()) == lines
            return False
        return True

    # What happens -----------------------------------------------------------------------------------------

    @initialize(ago=st.integers(0, 20))
    def begin(self, ago: int) -> None:
        """Aart is matchable, Cor did everything."""
        for person in (self.people[0], self.people[2]):
            record_all(person, everything(self.today - timedelta(days=ago)), actor=self.koen, now=self.now())
        self._decide(self.people[0], "confirm")

    @rule(who=WHO, fact=st.sampled_from(POSITIVE), ago=AGO)
    def record(self, who: int, fact: tuple[FactKind, dict[str, Any]], ago: int) -> None:
        """More of what is positive never makes a criterion fail, on any day."""
        line = entry(fact[0], self.today - timedelta(days=ago), **fact[1])
        self._loses_nothing(
            who, lambda: record_all(self.people[who], [line], actor=self.koen, now=self.now())
        )

    @rule(who=WHO, ago=AGO)
    def record_everything(self, who: int, ago: int) -> None:
        lines = everything(self.today - timedelta(days=ago))
        record_all(self.people[who], lines, actor=self.koen, now=self.now())

    @rule(who=WHO, fact=st.sampled_from(OTHER), ago=AGO, ahead=st.integers(0, 30))
    def record_other(self, who: int, fact: tuple[FactKind, dict[str, Any]], ago: int, ahead: int) -> None:
        day = self.today - timedelta(days=ago)
        if fact[0] is FactKind.TURNS_SIXTEEN:
            day += timedelta(days=ahead)
        record_all(self.people[who], [entry(fact[0], day, **fact[1])], actor=self.koen, now=self.now())

    @rule(data=st.data(), ago=st.none() | AGO)
    def put_right(self, data: st.DataObject, ago: int | None) -> None:
        """Correct the day of a line, or take it back."""
        rows = list(Evidence.objects.effective().order_by("pk"))
        if rows:
            row = data.draw(st.sampled_from(rows))
            day = None if ago is None else self.today - timedelta(days=ago)
            self.try_to(lambda: put_right(row, day, actor=self.koen, now=self.now()))

    @rule(who=WHO, rule_id=st.sampled_from(RULE_IDS), ago=AGO, is_self=st.booleans())
    def hand_in(self, who: int, rule_id: str, ago: int, is_self: bool) -> None:
        said = HandIn(rule_id=rule_id, happened_on=self.today - timedelta(days=ago), submission=uuid.uuid4())
        person = self.people[who]
        actor = person if is_self else self.koen
        self._loses_nothing(who, lambda: hand_in(person, said, actor=actor, now=self.now()))

    @precondition(lambda self: unanswered().exists())
    @rule(data=st.data(), accepted=st.booleans(), ago=st.none() | AGO)
    def assess(self, data: st.DataObject, accepted: bool, ago: int | None) -> None:
        rows = list(unanswered().select_related("person").order_by("pk"))
        row = data.draw(st.sampled_from(rows))
        day = None if ago is None else self.today - timedelta(days=ago)
        said = Answer(accepted=accepted, submission=uuid.uuid4(), happened_on=day, word="Nog niet.")
        self.try_to(lambda: assess(row.person, row.ref, said, actor=self.koen, now=self.now()))

    @rule(data=st.data(), rule_id=st.sampled_from(RULE_IDS), ahead=st.integers(1, 30))
    def extend(self, data: st.DataObject, rule_id: str, ahead: int) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.people), min_size=1, unique=True))
        wanted = Extending(
            submission=uuid.uuid4(),
            rule_id=rule_id,
            until=self.today + timedelta(days=ahead),
            reason_code="other",
            reason="Er was geen bijeenkomst.",
        )
        who = self.people.index(chosen[0])
        self._loses_nothing(who, lambda: extend_for(chosen, wanted, actor=self.koen, now=self.now()))

    @precondition(lambda self: Extension.objects.exists())
    @rule()
    def withdraw_extension(self) -> None:
        withdraw_extension(Extension.objects.latest("pk"), actor=self.koen, now=self.now())

    @rule(who=WHO, kind=st.sampled_from(["confirm", "withdraw"]))
    def decide(self, who: int, kind: str) -> None:
        self._decide(self.people[who], kind)

    @rule(who=WHO, kind=st.sampled_from(["pause", "resume"]), ahead=st.none() | st.integers(1, 12))
    def rest(self, who: int, kind: str, ahead: int | None) -> None:
        """The volunteer pauses, or begins again."""
        person = self.people[who]
        until = None if ahead is None or kind == "resume" else self.today + timedelta(days=ahead)
        self._decide_beside(person, kind, by=person, until=until)

    @rule(who=WHO, ahead=st.integers(1, 12), domains=st.sampled_from([(), ("wmo",), ("wmo", "jeugd")]))
    def make_exception(self, who: int, ahead: int, domains: tuple[str, ...]) -> None:
        until = self.today + timedelta(days=ahead)
        said = {"reason_code": "other", "reason": "Nodig.", "domains": domains, "until": until}
        self._decide_beside(self.people[who], "override", **said)

    @precondition(lambda self: Decision.objects.standing().exists())
    @rule()
    def undo(self) -> None:
        newest = Decision.objects.standing().select_related("person").latest("pk")
        self.try_to(lambda: undo(newest, uuid.uuid4(), actor=self.koen, now=self.now()))

    @rule(who=WHO)
    def first_sign_in(self, who: int) -> None:
        """From now on it is known when somebody began."""
        person = self.people[who]
        if person.joined_on is None:
            person.joined_on = self.today
            person.save(update_fields=["joined_on"])

    @rule(ahead=st.integers(-5, 6))
    def new_text(self, ahead: int) -> None:
        """Another text of the statement, from a day on that may have been."""
        StatementVersion.objects.create(
            code=SECRECY,
            number=StatementVersion.objects.filter(code=SECRECY).count() + 1,
            title="Geheimhouding",
            body="Tekst.",
            effective_on=self.today + timedelta(days=ahead),
            recorded_at=self.now(),
        )

    @rule(
        shape=SHAPES,
        ahead=st.integers(0, 6),
        transition=st.sampled_from(["everyone", "new_people", "until"]),
        longer=st.integers(0, 9),
        meanwhile=st.booleans(),
    )
    def publish(self, shape: Shape, ahead: int, transition: str, longer: int, meanwhile: bool) -> None:
        """Exactly the people on the preview change, as it said; what it did not show is not published."""
        effective_on = self.today + timedelta(days=ahead)
        until = effective_on + timedelta(days=longer) if transition == "until" else None
        plan = Plan(effective_on=effective_on, transition=transition, transition_until=until, summary="")
        draft = begin_draft(scheme_of(shape), uuid.uuid4(), based_on=None, actor=self.koen, now=self.now())
        draft = plan_draft(draft, draft.revision, plan, actor=self.koen, now=self.now())
        preview = ask_preview(draft, actor=self.koen, now=self.now())
        if meanwhile:
            record_all(self.people[1], everything(self.today), actor=self.koen, now=self.now())
        days = [effective_on] if until is None else [effective_on, until + ONE_DAY]
        before = {day: states(self.people, day) for day in days}
        number = SchemeVersion.objects.count()
        if not self._published(draft, preview):
            assert meanwhile
            assert SchemeVersion.objects.count() == number
            preview = ImpactPreview.objects.latest("pk")
            assert self._published(draft, preview)
        assert SchemeVersion.objects.count() == number + 1
        check_preview(self.people, preview, effective_on, before)

    @rule(night=st.booleans())
    def next_day(self, night: bool) -> None:
        """A day goes by; the work of the night may not have been done."""
        self._pass(1, night)

    @rule(days=st.sampled_from([2, 5, 9, 16]), night=st.booleans())
    def more_days(self, days: int, night: bool) -> None:
        """Days go by on which nobody does anything."""
        self._pass(days, night)

    @rule(who=WHO, ago=AGO)
    def a_good_week(self, who: int, ago: int) -> None:
        """Somebody does everything and is confirmed, and the day ends."""
        lines = everything(self.today - timedelta(days=ago // 4))
        record_all(self.people[who], lines, actor=self.koen, now=self.now())
        self._decide(self.people[who], "confirm")
        self._pass(1, night=True)

    # What always holds ------------------------------------------------------------------------------------

    @invariant()
    def what_is_served_is_fresh(self) -> None:
        check_projection(self.people, self.today)

    @invariant()
    def no_line_disappears(self) -> None:
        count = Evidence.objects.count()
        assert count >= self.lines
        self.lines = count

    def _published(self, draft: SchemeDraft, preview: ImpactPreview) -> bool:
        """Publish on this preview, or hear that it does not say what would happen."""
        try:
            publish_draft(draft, preview.uuid, actor=self.koen, now=self.now())
        except NotPublished as refusal:
            if refusal.code == "surprise":
                return False
            raise
        return True

    def _pass(self, days: int, night: bool) -> None:
        for number in range(days):
            if number in (0, 1, days - 1):
                self.journal.write(self.people, self.today)
            self.today += ONE_DAY
        self.minute = 1
        if night:
            refresh_standings(at(self.today, 15))
            check_saved(self.people, self.today)

    def _loses_nothing(self, who: int, verb: Callable[[], object]) -> None:
        days = around(self.today, self.journal.days())
        before = passed(self.people[who], days)
        self.try_to(verb)
        after = passed(self.people[who], days)
        assert {key for key, is_met in before.items() if is_met and not after[key]} == set()

    def _decide(self, person: User, kind: str, by: User | None = None, **more: Any) -> None:
        ruling = Ruling(kind=kind, submission=uuid.uuid4(), **more)
        self.try_to(lambda: decide(person, ruling, actor=by or self.koen, now=self.now()))

    def _decide_beside(self, person: User, kind: str, **more: Any) -> None:
        """An exception or a pause never hides what the rules and the confirmation say."""
        before = standing_on(person, self.today)
        self._decide(person, kind, **more)
        after = standing_on(person, self.today)
        assert after.computed_state is before.computed_state
        assert (after.verdicts, after.domains) == (before.verdicts, before.domains)


@pytest.mark.django_db
def test_it_keeps_the_laws_of_the_ledger_whatever_happens() -> None:
    LedgerMachine.koen, LedgerMachine.people = cast()
    run_state_machine_as_test(
        LedgerMachine,
        settings=settings(
            max_examples=150 if IS_DEEP else 12,
            stateful_step_count=40 if IS_DEEP else 20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
