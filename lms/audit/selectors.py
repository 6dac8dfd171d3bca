"""Reading the log back, in plain words. There is no verb here that changes it: it is append-only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, PageLogEntry

from lms.audit.actions import registered_actions
from lms.audit.record import Result

Words = str | Promise
ORIGINS: dict[str, Words] = {"web": _("via de website"), "api": _("via een koppeling")}
BY_ITSELF = _("vanzelf")
RESULTS: dict[str, Words] = {Result.REFUSED: _("geweigerd"), Result.FAILED: _("niet gelukt")}
FIELDS = ("timestamp", "action", "data", "user_id", "content_type_id", "label")


@dataclass(frozen=True)
class Line:
    """One line of the log as a person reads it. `result` is empty when it simply happened."""

    at: datetime
    what: Words
    result: Words
    by: Words
    via: Words
    about: Words = ""


@dataclass(frozen=True)
class Filter:
    """What the log is searched for; empty means everything."""

    action: str = ""
    since: date | None = None
    until: date | None = None


def entries_about(person: Any) -> QuerySet[ModelLogEntry]:
    """Return everything that was logged with this person as its subject, newest first."""
    kind = ContentType.objects.get_for_model(get_user_model())
    about = ModelLogEntry.objects.filter(content_type=kind, object_id=str(person.pk))
    return about.order_by("-timestamp", "-id")


def entries_matching(wanted: Filter) -> QuerySet[Any]:
    """Return rows (dictionaries of FIELDS) of the whole log, about people, things and pages, newest first."""
    logs = [_narrowed(model.objects.all(), wanted).order_by() for model in (ModelLogEntry, PageLogEntry)]
    first, second = (log.values(*FIELDS) for log in logs)
    return first.union(second, all=True).order_by("-timestamp")


def _narrowed(entries: QuerySet[Any], wanted: Filter) -> QuerySet[Any]:
    if wanted.action:
        entries = entries.filter(action=wanted.action)
    if wanted.since:
        entries = entries.filter(timestamp__date__gte=wanted.since)
    if wanted.until:
        entries = entries.filter(timestamp__date__lte=wanted.until)
    return entries


def lines_for(person: Any, entries: Iterable[ModelLogEntry]) -> list[Line]:
    """Turn entries about a person into lines that say "jij" for what the person did."""
    entries = list(entries)
    names = _names({entry.user_id for entry in entries})
    return [
        Line(
            at=entry.timestamp,
            what=label_of_action(entry.action),
            result=RESULTS.get(entry.data.get("result", ""), ""),
            by=_("jij") if entry.user_id == person.pk else _name(entry.user_id, names),
            via=_via(entry.data),
        )
        for entry in entries
    ]


def lines_for_administrator(rows: Iterable[dict[str, Any]]) -> list[Line]:
    """Turn rows into lines without the names of volunteers: a person who is only that is shown by uuid."""
    rows = list(rows)
    names = _names({row["user_id"] for row in rows}, hide_volunteers=True)
    people = ContentType.objects.get_for_model(get_user_model()).pk
    return [
        Line(
            at=row["timestamp"],
            what=label_of_action(row["action"]),
            result=RESULTS.get(row["data"].get("result", ""), ""),
            by=_name(row["user_id"], names),
            via=row["data"].get("origin", "") or BY_ITSELF,
            about=_about(row, people),
        )
        for row in rows
    ]


def label_of_action(action: str) -> Words:
    """Return the Dutch label of one of our actions, or Wagtail's own label, or the bare name."""
    ours = registered_actions().get(action)
    if ours is not None:
        return ours
    return registry.get_action_label(action) if registry.action_exists(action) else action


def _about(row: dict[str, Any], people: int) -> str:
    label: str = row["label"]
    own = get_user_model()._meta.label_lower
    if row["content_type_id"] == people and not label.startswith(f"{own}:"):
        return own  # Wagtail writes a person's name here: it is not shown
    return label.replace(f"{own}:", f"{_('persoon')} ")


def _via(data: dict[str, Any]) -> Words:
    return ORIGINS.get(str(data.get("origin", "")).partition(" ")[0], BY_ITSELF)


def _name(user_id: int | None, names: dict[int, str]) -> Words:
    if user_id is None:
        return _("het systeem")
    return names.get(user_id, _("iemand die hier niet meer is"))


def _names(ids: set[int | None], *, hide_volunteers: bool = False) -> dict[int, str]:
    people = get_user_model()._default_manager.filter(pk__in=ids - {None})
    names: dict[int, str] = {}
    for person in people.prefetch_related("role_assignments") if hide_volunteers else people:
        names[person.pk] = str(person.uuid) if hide_volunteers and _is_volunteer(person) else str(person)
    return names


def _is_volunteer(person: Any) -> bool:
    roles = {given.role for given in person.role_assignments.all() if given.ended_at is None}
    return "volunteer" in roles
