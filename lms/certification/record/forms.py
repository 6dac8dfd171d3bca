"""The sheet of the coordinator: many small questions, all optional, in one form."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from lms.certification.ledger.rules import Entry
from lms.certification.models import Source
from lms.certification.readiness import FactKind
from lms.certification.record.selectors import SheetChoices, version_on_paper
from lms.certification.record.services import News, Paper, Sheet
from lms.courses.public import DayField, Presence

ROUTES = (
    (Source.ORAL, _("mondeling")),
    (Source.PAPER, _("op papier")),
    (Source.EARLIER, _("eerder geleerd")),
)
NOT_A_CHOICE = {"invalid_choice": _("Kies een van de antwoorden die er staan.")}
IN_FUTURE = _("Deze dag moet nog komen. Kies een dag die al geweest is.")


@dataclass(frozen=True, slots=True)
class Question:
    """A part of the sheet with its own heading."""

    title: str | Promise
    hint: str | Promise
    fields: list[Any]


class SheetForm(forms.Form):
    """Everything a coordinator can write down about one person. What stays empty is not recorded."""

    hides_optional = True
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: SheetChoices, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices, self.today = choices, today
        self._names: dict[str, list[str]] = {"talks": [], "statements": [], "meetings": []}
        for what, title in choices.talks:
            hint = _("Vul dit alleen in als alle punten besproken zijn.") if what in choices.lists else ""
            self._add("talks", f"talk_{what}", _day(_("%s was op") % title, hint))
        for what, title in choices.seen:
            self._add("talks", f"seen_{what}", _day(_("%s gezien op") % title))
        if choices.asks_card:
            self._add("talks", "limits_card", _day(_("Grenzenkaart gemaakt op"), _("Alleen de datum.")))
        for code, title in choices.statements:
            self._add("statements", f"signed_{code}", _day(_("%s getekend op papier op") % title))
        for meeting in choices.meetings:
            self._add("meetings", f"meeting_{meeting.uuid}", _presence(meeting))
        self._offer("lesson", choices.lessons, _("Welke les?"), _("Les klaar op"))
        self._offer("news", choices.news, _("Wat is er gelezen of besproken?"), _("Gelezen of besproken op"))
        self.fields["alternative"] = _choice(_("Welk onderdeel?"), choices.alternatives)
        self.fields["alternative_source"] = _choice(_("Hoe ging het?"), ROUTES)
        self.fields["alternative_on"] = _day(_("Dit was op"))
        if choices.asks_age:
            self.fields["turns_sixteen_on"] = _day(_("Wordt 16 jaar op"))
            self.fields["guardian_on"] = _day(_("Toestemming van ouder of verzorger op"))

    def questions(self) -> Iterator[Question]:
        """The parts of the sheet that have something to ask, for the template."""
        for title, hint, names in (
            (
                _("Gesprek en VOG"),
                _("Bewaar alleen de datum. Bewaar nooit de VOG zelf."),
                self._names["talks"],
            ),
            (_("Getekend op papier"), _("Het papier blijft bij jou."), self._names["statements"]),
            (_("Bijeenkomsten"), "", self._names["meetings"]),
            (_("Een les op papier"), "", ["lesson", "lesson_on"]),
            (_("Nieuw in een les"), _("Lees samen het stukje dat nieuw is."), ["news", "news_on"]),
            (
                _("Op een andere manier gedaan"),
                _("Elke manier telt even zwaar."),
                ["alternative", "alternative_source", "alternative_on"],
            ),
            (_("Jonger dan 16 jaar"), "", ["turns_sixteen_on", "guardian_on"]),
        ):
            fields = [self[name] for name in names if name in self.fields]
            if fields:
                yield Question(title, hint, fields)

    def clean(self) -> dict[str, Any]:
        """Refuse days that have not been, half an answer, and an empty sheet."""
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            if isinstance(value, date) and value > self.today and name != "turns_sixteen_on":
                self.add_error(name, IN_FUTURE)
        self._both("lesson", "lesson_on")
        self._both("news", "news_on")
        self._both("alternative", "alternative_on")
        if cleaned.get("alternative") and not cleaned.get("alternative_source"):
            self.add_error("alternative_source", _("Kies hoe het ging."))
        if not self.errors and not self._has_answer():
            raise forms.ValidationError(_("Vul ten minste 1 ding in."))
        return cleaned

    def sheet(self) -> Sheet:
        """What was filled in, ready to write down."""
        lesson, news = self.cleaned_data.get("lesson"), self.cleaned_data.get("news")
        return Sheet(
            facts=tuple(self._entries()),
            presences=self._presences(),
            paper=Paper(lesson=uuid.UUID(lesson), done_on=self.cleaned_data["lesson_on"]) if lesson else None,
            news=News(change=uuid.UUID(news), read_on=self.cleaned_data["news_on"]) if news else None,
        )

    def _add(self, group: str, name: str, field: forms.Field) -> None:
        self.fields[name] = field
        self._names[group].append(name)

    def _offer(self, name: str, choices: Any, what: Any, when: Any) -> None:
        """A choice with its day; nothing to choose from is no question."""
        if choices:
            self.fields[name] = _choice(what, choices)
            self.fields[f"{name}_on"] = _day(when)

    def _both(self, what: str, when: str) -> None:
        has_what, has_when = bool(self.cleaned_data.get(what)), bool(self.cleaned_data.get(when))
        if has_what and not has_when and when not in self.errors:
            self.add_error(when, _("Vul ook de datum in."))
        if has_when and not has_what and what not in self.errors:
            self.add_error(what, _("Kies ook wat er gedaan is."))

    def _has_answer(self) -> bool:
        dates = any(isinstance(value, date) for value in self.cleaned_data.values())
        return dates or bool(self._presences())

    def _presences(self) -> dict[uuid.UUID, str]:
        given = {
            each.uuid: self.cleaned_data.get(f"meeting_{each.uuid}", "") for each in self.choices.meetings
        }
        known = {each.uuid: each.presence for each in self.choices.meetings}
        return {key: value for key, value in given.items() if value and value != known[key]}

    def _entries(self) -> Iterator[Entry]:
        for what, _title in self.choices.talks:
            yield from self._entry(f"talk_{what}", FactKind.CONVERSATION_HELD, key=what)
        for what, _title in self.choices.seen:
            yield from self._entry(f"seen_{what}", FactKind.SEEN, key=what)
        yield from self._entry("limits_card", FactKind.LIMITS_CARD_MADE)
        for code, _title in self.choices.statements:
            name = f"signed_{code}"
            number = version_on_paper(code, day) if (day := self.cleaned_data.get(name)) else 0
            yield from self._entry(
                name, FactKind.STATEMENT_SIGNED, key=code, number=number, source=Source.PAPER
            )
        yield from self._entry(
            "alternative_on",
            FactKind.ALTERNATIVE_ROUTE,
            key=self.cleaned_data.get("alternative", ""),
            source=self.cleaned_data.get("alternative_source", ""),
        )
        yield from self._entry("turns_sixteen_on", FactKind.TURNS_SIXTEEN)
        yield from self._entry("guardian_on", FactKind.GUARDIAN_CONSENT)

    def _entry(self, name: str, kind: FactKind, **said: Any) -> Iterator[Entry]:
        day = self.cleaned_data.get(name)
        if day:
            origin = f"sheet:{self.cleaned_data['submission']}:{name}"
            yield Entry(kind=kind, happened_on=day, origin=origin, **{"source": Source.SEEN, **said})


class PutRightForm(forms.Form):
    """What is wrong with a line of the ledger."""

    OTHER_DAY, NOT_SO = "other_day", "not_so"
    what = forms.ChoiceField(
        label=_("Wat klopt er niet?"),
        choices=((OTHER_DAY, _("Het was op een andere dag")), (NOT_SO, _("Het is niet gebeurd"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er niet klopt.")},
    )
    happened_on = DayField(
        label=_("Wat is de goede datum?"), help_text=_("Alleen nodig bij een andere dag."), required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """Ask for the right day when the day was wrong."""
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get("happened_on")
        if cleaned.get("what") == self.OTHER_DAY and "happened_on" not in self.errors:
            if day is None:
                self.add_error("happened_on", _("Vul de goede datum in."))
            elif day > self.today:
                self.add_error("happened_on", IN_FUTURE)
        return cleaned

    def right_day(self) -> date | None:
        """The day to put in its place, or None when the line has to go."""
        is_day = self.cleaned_data["what"] == self.OTHER_DAY
        return self.cleaned_data["happened_on"] if is_day else None


def _day(label: Any, hint: Any = "") -> DayField:
    return DayField(label=label, help_text=hint, required=False)


def _choice(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", _("Kies")), *choices], required=False, error_messages=NOT_A_CHOICE
    )


def _presence(meeting: Any) -> forms.ChoiceField:
    day = date_format(localtime(meeting.starts_at), "j F Y")
    return forms.ChoiceField(
        label=f"{meeting.number}. {meeting.title}, {day}",
        choices=Presence.choices,
        required=False,
        initial=meeting.presence,
        widget=forms.RadioSelect,
        error_messages=NOT_A_CHOICE,
    )
