"""What lies on the desks of the demo: things that wait, exceptions, a lesson again, certificates, a draft."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from django.utils import timezone

from lms.accounts.models import User
from lms.certification.certificates.editions import issue_for_edition
from lms.certification.certificates.rules import MISTAKE
from lms.certification.certificates.selectors import Order
from lms.certification.certificates.services import issue, revoke, write_own_words
from lms.certification.decisions.services import Ruling, decide
from lms.certification.extensions.services import Extending, extend_for
from lms.certification.handing_in.services import HandIn, hand_in
from lms.certification.models import Certificate, Decision, SchemeVersion, Transition
from lms.certification.readiness import Effect, Scheme, scheme_from_data
from lms.certification.rules import HOURS, PARTICIPATION
from lms.certification.schemes.drafts import rules
from lms.certification.schemes.drafts.services import Plan, begin_draft, change_scheme, plan_draft
from lms.certification.schemes.impact.services import ask_preview
from lms.certification.talks.services import Talk, record_talk
from lms.courses.models import Cohort
from lms.courses.public import repeat_lesson
from lms.demo.story import Lessons, days_ago, stable_uuid

Known = Mapping[str, User]
TALKED_ABOUT = ("stabiel", "inschatten", "verduidelijken", "behoefte", "grenzen")
SAFETY, BEFORE_CHANGE = 7, 30


def wait(known: Known, now: datetime) -> None:
    """Loes handed in a new VOG before the old one ended; Femke held a talk with Ilias. Both wait for Koen."""
    loes, ilias, then = known["Loes"], known["Ilias"], days_ago(now, 12)
    vog = HandIn(
        rule_id="vog", happened_on=timezone.localdate(then), submission=stable_uuid(loes.email, "vog")
    )
    hand_in(loes, vog, actor=loes, now=then)
    then = days_ago(now, 2)
    talk = Talk(
        rule_id="closing_talk",
        held_on=timezone.localdate(then),
        points=TALKED_ABOUT,
        agreements="Ilias wil eerst een keer met iemand meelopen.",
        submission=stable_uuid(ilias.email, "talk"),
    )
    record_talk(ilias, talk, actor=known["Femke"], now=then)


def make_room(known: Known, now: datetime) -> None:
    """Dewi is matchable by exception while her VOG is on its way; Henk and Els got more time for theirs."""
    koen, dewi, then = known["Koen"], known["Dewi"], days_ago(now, 5)
    exception = Ruling(
        kind=Decision.Kind.OVERRIDE,
        submission=stable_uuid(dewi.email, "override"),
        reason_code="paper_on_its_way",
        reason="De VOG is aangevraagd. Dewi gaat zolang alleen samen met een ander op pad.",
        until=timezone.localdate(now) + timedelta(days=40),
    )
    decide(dewi, exception, actor=koen, now=then)
    extending = Extending(
        submission=stable_uuid("extension"),
        rule_id="vog",
        until=timezone.localdate(now) + timedelta(days=45),
        reason_code="paper_on_its_way",
        reason="Een VOG duurt nu langer dan anders.",
    )
    extend_for([known["Henk"], known["Els"]], extending, actor=koen, now=days_ago(now, 1))


def learn_again(known: Known, lessons: Lessons, now: datetime) -> None:
    """Joost did a lesson on working safely once more."""
    joost, lesson = known["Joost"], lessons[SAFETY][0]
    repeat_lesson(joost, lesson.uid, stable_uuid(joost.email, lesson.uid), days_ago(now, 6))


def draft_a_scheme(koen: User, now: datetime) -> None:
    """Koen wants meetings to be needed. The preview shows who would not be matchable any more."""
    version = SchemeVersion.objects.get()
    draft = begin_draft(
        scheme_from_data(version.content), stable_uuid("draft"), based_on=version, actor=koen, now=now
    )
    draft = change_scheme(draft, draft.revision, _meetings_needed, actor=koen, now=now)
    plan = Plan(
        effective_on=timezone.localdate(now) + timedelta(days=BEFORE_CHANGE),
        transition=Transition.EVERYONE,
        transition_until=None,
        summary="Oefenen aan tafel is nodig om inzetbaar te zijn.",
    )
    draft = plan_draft(draft, draft.revision, plan, actor=koen, now=now)
    ask_preview(draft, actor=koen, now=now)


def hand_out(known: Known, autumn: Cohort, spring: Cohort, now: datetime) -> None:
    """Proofs of participation for Yara and everybody of spring; of hours for Noor, and for Greet by mistake.

    The worker draws them.
    """
    noor, yara, koen = known["Noor"], known["Yara"], known["Koen"]
    write_own_words(yara, "Ik leerde eerst te luisteren. En dat ik niet alles hoef op te lossen.", now=now)
    proof = Order(kind=PARTICIPATION, cohort=autumn)
    issue(yara, proof, stable_uuid(yara.email, "proof"), actor=koen, now=now)
    _hours(noor, koen, now)
    write_own_words(noor, "Ik leerde dat een vraag stellen ook helpen is.", now=now)
    wrong = _hours(known["Greet"], koen, days_ago(now, 1))
    revoke(wrong, MISTAKE, "De uren van een andere vrijwilliger stonden erop.", actor=koen, now=now)
    of_spring = User.objects.filter(cohort_places__cohort=spring)
    issue_for_edition(spring, of_spring, stable_uuid("print"), actor=known["Femke"], now=now)


def _hours(person: User, koen: User, now: datetime) -> Certificate:
    today = timezone.localdate(now)
    order = Order(kind=HOURS, starts_on=today - timedelta(days=90), ends_on=today)
    return issue(person, order, stable_uuid(person.email, "hours"), actor=koen, now=now)


def _meetings_needed(scheme: Scheme) -> Scheme:
    rule = rules.find(scheme, "live_days").rule
    return rules.put(scheme, replace(rule, effect=Effect.BLOCK))
