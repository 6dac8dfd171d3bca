"""One or two short Dutch sentences for the verdict on each kind of rule.

This text is content, not interface: it is written here in Dutch and not through gettext, so that the page,
the mail and the export say the same without a framework. Level B1: short sentences, "je", "nog niet".
"""

from datetime import date
from functools import singledispatch

from lms.certification.readiness.dutch import counted, duration, dutch_date
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ConversationHeld,
    GuardianConsent,
    IntervisionHeld,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.scheme import AnyOf, Group
from lms.certification.readiness.verdict import Code, Verdict


@singledispatch
def describe(rule: Rule, verdict: Verdict) -> str:
    """The sentences for a verdict on `rule` that applies; raises TypeError for an unknown kind of rule."""
    raise TypeError(type(rule).__name__)


def describe_alternative(verdict: Verdict) -> str:
    """The sentences for a rule that passes through its alternative route."""
    done = f"Je deed dit op een andere manier{_on(verdict.met_on)}."
    if verdict.until is None:
        return done
    return f"{done} Dit geldt tot en met {dutch_date(verdict.until)}." + _renew(verdict)


@describe.register
def _items(rule: CompletedItems, verdict: Verdict) -> str:
    total = len(rule.items)
    if total == 1:
        return (
            f"Je hebt dit gedaan{_on(verdict.met_on)}." if verdict.passed else "Je hebt dit nog niet gedaan."
        )
    if verdict.have == total:
        return f"Je hebt alle {total} lessen gedaan."
    done = f"Je hebt {verdict.have or 'nog geen'} van de {total} lessen gedaan."
    return _enough(done, verdict, total, "les", "lessen")


@describe.register
def _attended(rule: Attended, verdict: Verdict) -> str:
    if verdict.have > rule.of:
        return f"Je bent {verdict.have} keer geweest. Dat is genoeg."
    if rule.of == 1:
        return "Je bent geweest." if verdict.passed else "Je bent nog niet geweest."
    came = f"Je bent {verdict.have} van de {rule.of} keer geweest."
    return _enough(came, verdict, rule.of, "keer", "keer")


@describe.register
def _signed(rule: SignedStatement, verdict: Verdict) -> str:
    if verdict.passed and verdict.until is not None:
        return f"Je hebt dit getekend. Na {dutch_date(verdict.until)} geldt een nieuwe versie."
    if verdict.passed:
        return f"Je hebt dit getekend{_on(verdict.met_on)}."
    if verdict.code is Code.EXPIRED:
        return "Er is een nieuwe versie. Die heb je nog niet getekend."
    return "Je hebt dit nog niet getekend."


@describe.register
def _seen(rule: SeenAndValid, verdict: Verdict) -> str:
    if verdict.passed and verdict.until is not None:
        until = dutch_date(verdict.until)
        return f"Gezien{_on(verdict.latest_on)}. Geldig tot en met {until}." + _renew(verdict)
    if verdict.until is not None:
        return f"Dit was geldig tot en met {dutch_date(verdict.until)}. Laat een nieuwe zien."
    return "De coördinator heeft dit nog niet gezien."


@describe.register
def _conversation(rule: ConversationHeld, verdict: Verdict) -> str:
    return f"Het gesprek was{_on(verdict.met_on)}." if verdict.passed else "Het gesprek is nog niet geweest."


@describe.register
def _roles(rule: RolesDeclared, verdict: Verdict) -> str:
    if verdict.code is Code.WAITING:
        return "Je hebt het ingevuld. Nu kijkt de coördinator."
    if not verdict.passed:
        return "Je hebt dit nog niet ingevuld."
    return "Je hebt het ingevuld." + (" De coördinator heeft het gezien." if rule.must_be_seen else "")


@describe.register
def _intervision(rule: IntervisionHeld, verdict: Verdict) -> str:
    times = f"Je deed {verdict.have} keer mee" if verdict.have else "Je deed nog niet mee"
    came = f"{times} in de laatste {counted(rule.window_months, 'maand', 'maanden')}."
    if verdict.passed:
        spent = f" Samen was dat {duration(verdict.have_minutes)}."
        return came + spent + (f" Dit telt tot en met {dutch_date(verdict.until)}." if verdict.until else "")
    sessions = max(verdict.need - verdict.have, 0)
    minutes = max(verdict.need_minutes - verdict.have_minutes, 0)
    short = [counted(sessions, "keer", "keer")] if sessions else []
    short += [duration(minutes)] if minutes else []
    older = " Eerdere keren tellen niet meer mee." if verdict.code is Code.EXPIRED else ""
    return f"{came}{older} Nog {', samen '.join(short)}."


@describe.register
def _consent(rule: GuardianConsent, verdict: Verdict) -> str:
    if verdict.passed:
        return "Een ouder of verzorger geeft toestemming."
    return "Er is nog geen toestemming van een ouder of verzorger."


@describe.register
def _contact(rule: ContactLinked, verdict: Verdict) -> str:
    return "Je hebt een contactpersoon." if verdict.passed else "Je hebt nog geen contactpersoon."


@describe.register
def _group(rule: Group, verdict: Verdict) -> str:
    total = sum(1 for each in verdict.children if each.code is not Code.NOT_APPLICABLE)
    if verdict.code is Code.WAITING:
        return "Jouw deel is klaar. Nu kijkt de coördinator."
    if total == 1:
        done = "Je hebt dit deel." if verdict.have else "Je hebt dit deel nog niet."
    elif verdict.have == total:
        done = f"Je hebt alle {total} delen."
    else:
        done = f"Je hebt {verdict.have or 'nog geen'} van de {total} delen."
    if verdict.passed:
        enough = "" if verdict.have == total else " Dat is genoeg."
        ends = f" Dit geldt tot en met {dutch_date(verdict.until)}." if verdict.until else ""
        return done + enough + ends
    if total == 1:
        return done
    if isinstance(rule, AnyOf):
        return f"{done} Kies 1 deel."
    return _enough(done, verdict, total, "deel", "delen")


def _enough(done: str, verdict: Verdict, total: int, one: str, many: str) -> str:
    """Add how much is still asked, and that fewer than all is enough where that is so.

    Who has nothing yet and needs all of it reads the number once.
    """
    if verdict.have >= verdict.need:
        return done + ("" if verdict.have == total else " Dat is genoeg.")
    fewer = f" {counted(verdict.need, one, many)} is genoeg." if verdict.need < total else ""
    if not verdict.have and not fewer:
        return done
    return f"{done}{fewer} Nog {counted(verdict.need - verdict.have, one, many)}."


def _on(day: date | None) -> str:
    return f" op {dutch_date(day)}" if day else ""


def _renew(verdict: Verdict) -> str:
    return " Regel op tijd een nieuwe." if verdict.code is Code.EXPIRING else ""
