"""What time does to a criterion, in plain Dutch: its end, waiting, extension, deadline, renewal."""

from datetime import date, timedelta

from lms.certification.readiness.dutch import counted, dutch_date
from lms.certification.readiness.rules import Rule
from lms.certification.readiness.validity import RenewFrom
from lms.certification.readiness.verdict import Code, Verdict


def on_day(day: date | None) -> str:
    """ " op 3 november 2026", or nothing for a day that is not known."""
    return f" op {dutch_date(day)}" if day else ""


def done_on(rule: Rule, verdict: Verdict) -> date | None:
    """The day to name: the newest evidence when only that tells how long it counts, else when it was met."""
    return verdict.latest_on if rule.validity else verdict.met_on


def counts_until(verdict: Verdict, again: str) -> str:
    """ " Dit telt tot en met …", with `again` when that is near; nothing without an end."""
    if verdict.until is None:
        return ""
    return f" Dit telt tot en met {dutch_date(verdict.until)}." + when_near(verdict, again)


def when_near(verdict: Verdict, again: str) -> str:
    """`again` with a space before it, when the end is near."""
    return f" {again}" if verdict.code is Code.EXPIRING else ""


def counted_until(verdict: Verdict, again: str) -> str:
    """Until when it counted, and what to do now."""
    return f"Dit telde tot en met {dutch_date(verdict.until)}. {again}" if verdict.until else again


def protected_sentence(verdict: Verdict, on: date | None) -> str:
    """Handed in on time: it goes on counting, however long the assessment takes (decision 0009 §5)."""
    kept = "Je hebt dit op tijd ingeleverd. Het blijft tellen tot de coördinator heeft gekeken."
    return f"{kept}{waited(verdict, on)}"


def handed_in_sentence(verdict: Verdict, on: date | None) -> str:
    """Handed in, and not counting before it is assessed."""
    handed_in = f"Je hebt dit ingeleverd{on_day(verdict.waiting_since)}."
    return f"{handed_in} Nu kijkt de coördinator.{waited(verdict, on)}"


def waited(verdict: Verdict, on: date | None) -> str:
    """ " Dat duurt nu 12 dagen."; without a day of the question, or on the first day, nothing."""
    if on is None or verdict.waiting_since is None or on <= verdict.waiting_since:
        return ""
    return f" Dat duurt nu {counted((on - verdict.waiting_since).days, 'dag', 'dagen')}."


def extended_sentence(verdict: Verdict) -> str:
    """Only an extension makes it count (decision 0009 §6)."""
    if verdict.until is None:
        return "De coördinator heeft dit voor jou verlengd."
    return f"De coördinator heeft dit voor jou verlengd. Dit telt tot en met {dutch_date(verdict.until)}."


def deadline_sentence(verdict: Verdict, on: date | None) -> str:
    """The deadline of what is not met yet: a deadline warns and takes nothing away (decision 0009 §7)."""
    if verdict.due_on is None:
        return ""
    day = dutch_date(verdict.due_on)
    if on is None:
        return f"De datum hiervoor is {day}."
    if on <= verdict.due_on:
        return f"Doe dit uiterlijk op {day}."
    return f"De datum was {day}. Het kan nog steeds."


def renewal_sentence(rule: Rule, verdict: Verdict) -> str:
    """From when renewing loses nothing; empty where a new period simply begins on the day it is done."""
    validity = rule.validity
    if validity is None or validity.renew_from is RenewFrom.COMPLETION or not validity.window_days:
        return ""
    if not verdict.passed or verdict.until is None or verdict.extended:
        return ""
    begins = verdict.until - timedelta(days=validity.window_days)
    done = done_on(rule, verdict)
    return "" if done is not None and begins <= done else f"Je kunt dit verlengen vanaf {dutch_date(begins)}."
