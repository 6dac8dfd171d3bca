"""How long something counts, in plain Dutch: length, renewal, window and warning (decision 0009, §1–§3)."""

from lms.certification.readiness.dutch import counted, dutch_day
from lms.certification.readiness.validity import RenewFrom, Unit, Validity


def validity_sentence(validity: Validity | None) -> str:
    """Everything a validity says: how long, from when a new period counts, and from when we warn."""
    if validity is None:
        return "Dit blijft tellen."
    said = (_length(validity), _renewal(validity), warning_sentence(validity.warn_days))
    return " ".join(each for each in said if each)


def warning_sentence(warn_days: int) -> str:
    """From when people are told that something ends; empty when they are not."""
    return f"Je hoort het {counted(warn_days, 'dag', 'dagen')} voor het einde." if warn_days else ""


def _length(validity: Validity) -> str:
    if validity.renew_from is RenewFrom.FIXED:
        return _fixed_length(validity)
    if validity.unit is Unit.DAYS:
        return f"Dit telt {counted(validity.length, 'dag', 'dagen')}."
    if validity.unit is Unit.MONTHS:
        return f"Dit telt {counted(validity.length, 'maand', 'maanden')}."
    if not validity.length:
        return "Dit telt tot en met 31 december van dat jaar."
    return f"Dit telt tot en met 31 december, {validity.length} jaar later."


def _fixed_length(validity: Validity) -> str:
    day, years = dutch_day(validity.fixed_day, validity.fixed_month), validity.length // 12
    counts = f"Dit telt tot en met de {years}e keer dat het {day} is."
    if (validity.fixed_month, validity.fixed_day) == (2, 29):
        return f"{counts} In de meeste jaren is dat 28 februari."
    return counts


def _renewal(validity: Validity) -> str:
    if validity.renew_from is RenewFrom.COMPLETION:
        return "Doe je het opnieuw? Dan telt het vanaf die dag."
    days = counted(validity.window_days, "dag", "dagen")
    if validity.renew_from is RenewFrom.FIXED:
        day = dutch_day(validity.fixed_day, validity.fixed_month)
        early = f"Doe je het in de {days} voor {day}, of op die dag?" if validity.window_days else ""
        return f"{early or f'Doe je het op {day}?'} Dan telt die dag nog niet mee."
    early = f"Doe je het opnieuw in de laatste {days}?" if validity.window_days else ""
    return (
        f"{early or 'Doe je het opnieuw op de laatste dag?'} Dan begint de nieuwe tijd na de oude. "
        "Doe je het op een andere dag? Dan telt het vanaf die dag."
    )
