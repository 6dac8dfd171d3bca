"""One or two short Dutch sentences for the verdict on each kind of rule.

This text is content, not interface: it is written here in Dutch and not through gettext, so that the page,
the mail and the export say the same without a framework. Level B1: short sentences, "je", "nog niet".
"""

from functools import singledispatch

from lms.certification.readiness.dutch import counted, duration, dutch_date
from lms.certification.readiness.rules import (
    Attended,
    CompletedItems,
    ContactLinked,
    ContentRefreshed,
    ConversationHeld,
    GuardianConsent,
    IntervisionHeld,
    LimitsCardMade,
    RolesDeclared,
    Rule,
    SeenAndValid,
    SignedStatement,
)
from lms.certification.readiness.scheme import AnyOf, FirstThen, Group
from lms.certification.readiness.time_sentences import (
    counted_until,
    counts_until,
    done_on,
    on_day,
    when_near,
)
from lms.certification.readiness.verdict import Code, Verdict

_AGAIN = "Doe dit op tijd opnieuw."
_PART_IS_READY = "Jouw deel is klaar. Nu kijkt de coördinator."
_NOT_DONE = "Je hebt dit nog niet gedaan."


@singledispatch
def describe(rule: Rule, verdict: Verdict) -> str:
    """The sentences for a verdict on `rule` that applies; raises TypeError for an unknown kind of rule."""
    raise TypeError(type(rule).__name__)


def describe_alternative(rule: Rule, verdict: Verdict) -> str:
    """The sentences for a rule that passes through its alternative route."""
    done = f"Je deed dit op een andere manier{on_day(done_on(rule, verdict))}."
    if verdict.until is None:
        return done
    return f"{done} Dit geldt tot en met {dutch_date(verdict.until)}." + when_near(
        verdict, "Regel op tijd een nieuwe."
    )


@describe.register
def _items(rule: CompletedItems, verdict: Verdict) -> str:
    total = len(rule.items)
    if verdict.code is Code.EXPIRED:
        return counted_until(verdict, f"Doe nog {counted(verdict.need - verdict.have, 'les', 'lessen')}.")
    ends = counts_until(verdict, _AGAIN) if verdict.passed else ""
    if total == 1:
        return f"Je hebt dit gedaan{on_day(done_on(rule, verdict))}.{ends}" if verdict.passed else _NOT_DONE
    if verdict.have == total:
        return f"Je hebt alle {total} lessen gedaan.{ends}"
    done = f"Je hebt {verdict.have or 'nog geen'} van de {total} lessen gedaan."
    return _enough(done, verdict, total, "les", "lessen") + ends


@describe.register
def _attended(rule: Attended, verdict: Verdict) -> str:
    if verdict.code is Code.EXPIRED:
        return counted_until(verdict, f"Kom nog {counted(verdict.need - verdict.have, 'keer', 'keer')}.")
    ends = counts_until(verdict, "Kom op tijd nog een keer.") if verdict.passed else ""
    if verdict.have > rule.of:
        return f"Je bent {verdict.have} keer geweest. Dat is genoeg.{ends}"
    if rule.of == 1:
        return f"Je bent geweest.{ends}" if verdict.passed else "Je bent nog niet geweest."
    came = f"Je bent {verdict.have} van de {rule.of} keer geweest."
    return _enough(came, verdict, rule.of, "keer", "keer") + ends


@describe.register
def _signed(rule: SignedStatement, verdict: Verdict) -> str:
    if verdict.passed and verdict.until is not None and rule.validity is None:
        return f"Je hebt dit getekend. Na {dutch_date(verdict.until)} geldt een nieuwe versie."
    if verdict.passed:
        signed = f"Je hebt dit getekend{on_day(done_on(rule, verdict))}."
        return signed + counts_until(verdict, "Teken op tijd opnieuw.")
    if verdict.code is not Code.EXPIRED:
        return "Je hebt dit nog niet getekend."
    if rule.validity is None or verdict.until is None:
        return "Er is een nieuwe versie. Die heb je nog niet getekend."
    return counted_until(verdict, "Teken de nieuwste versie.")


@describe.register
def _seen(rule: SeenAndValid, verdict: Verdict) -> str:
    if verdict.passed and verdict.until is None:
        return f"De coördinator heeft dit gezien{on_day(done_on(rule, verdict))}."
    if verdict.passed and verdict.until is not None:
        seen = f"Gezien{on_day(verdict.latest_on)}. Geldig tot en met {dutch_date(verdict.until)}."
        return seen + when_near(verdict, "Regel op tijd een nieuwe.")
    if verdict.until is not None:
        return f"Dit was geldig tot en met {dutch_date(verdict.until)}. Laat een nieuwe zien."
    return "De coördinator heeft dit nog niet gezien."


@describe.register
def _conversation(rule: ConversationHeld, verdict: Verdict) -> str:
    points = len(rule.points)
    if verdict.passed:
        held = f"Het gesprek was{on_day(done_on(rule, verdict))}."
        all_points = f" Alle {points} punten zijn besproken." if points > 1 else ""
        return held + all_points + counts_until(verdict, "Maak op tijd een nieuwe afspraak.")
    if verdict.code is Code.EXPIRED:
        return counted_until(verdict, "Maak een afspraak voor een nieuw gesprek.")
    if not verdict.have:
        return "Het gesprek is nog niet geweest."
    talked = "is" if verdict.have == 1 else "zijn"
    short = counted(verdict.need - verdict.have, "punt", "punten")
    return f"{verdict.have} van de {points} punten {talked} besproken. Nog {short}."


@describe.register
def _roles(rule: RolesDeclared, verdict: Verdict) -> str:
    if verdict.code is Code.WAITING:
        return "Je hebt het ingevuld. Nu kijkt de coördinator."
    if verdict.code is Code.EXPIRED:
        return counted_until(verdict, "Kijk of het nog klopt. Vul het dan opnieuw in.")
    if not verdict.passed:
        return "Je hebt dit nog niet ingevuld."
    seen = " De coördinator heeft het gezien." if rule.must_be_seen else ""
    return f"Je hebt het ingevuld.{seen}" + counts_until(verdict, "Vul het op tijd opnieuw in.")


@describe.register
def _limits_card(rule: LimitsCardMade, verdict: Verdict) -> str:
    if verdict.passed:
        made = f"Je hebt je grenzenkaart gemaakt{on_day(done_on(rule, verdict))}."
        return made + counts_until(verdict, "Kijk op tijd of je kaart nog klopt.")
    if verdict.code is Code.EXPIRED:
        return counted_until(verdict, "Kijk of je kaart nog klopt. Zeg daarna dat de kaart af is.")
    return "Je hebt je grenzenkaart nog niet gemaakt."


@describe.register
def _intervision(rule: IntervisionHeld, verdict: Verdict) -> str:
    times = f"Je deed {verdict.have} keer mee" if verdict.have else "Je deed nog niet mee"
    came = f"{times} in de laatste {counted(rule.window_months, 'maand', 'maanden')}."
    if verdict.passed:
        spent = f" Samen was dat {duration(verdict.have_minutes)}."
        return came + spent + counts_until(verdict, "Doe op tijd weer mee.")
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
def _refreshed(rule: ContentRefreshed, verdict: Verdict) -> str:
    if verdict.passed:
        return "Er is nu niets nieuws dat je moet lezen."
    lessons = counted(verdict.need - verdict.have, "les", "lessen")
    return f"Er is iets veranderd in {lessons}. Lees alleen het stukje dat nieuw is."


@describe.register
def _group(rule: Group, verdict: Verdict) -> str:
    if verdict.code is Code.WAITING:
        return _PART_IS_READY
    total = sum(1 for each in verdict.children if each.code is not Code.NOT_APPLICABLE)
    if total == 1:
        done = "Je hebt dit deel." if verdict.have else "Je hebt dit deel nog niet."
    elif verdict.have == total:
        done = f"Je hebt alle {total} delen."
    else:
        done = f"Je hebt {verdict.have or 'nog geen'} van de {total} delen."
    if verdict.passed:
        enough = "" if verdict.have == total else " Dat is genoeg."
        return (
            done + enough + (f" Dit geldt tot en met {dutch_date(verdict.until)}." if verdict.until else "")
        )
    if total == 1:
        return done
    if isinstance(rule, AnyOf):
        return f"{done} Kies 1 deel."
    return _enough(done, verdict, total, "deel", "delen")


@describe.register
def _first_then(rule: FirstThen, verdict: Verdict) -> str:
    first, again = (each.title for each in rule.rules)
    if verdict.code is Code.WAITING:
        return _PART_IS_READY
    if verdict.passed:
        done = first if verdict.children[0].passed else again
        return f"Je hebt dit gedaan: {done}." + counts_until(verdict, f"Doe op tijd: {again}.")
    if verdict.code is Code.EXPIRED:
        return counted_until(verdict, f"Nu is dit genoeg: {again}.")
    return f"Doe eerst dit: {first}."


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
