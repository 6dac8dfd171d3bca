"""Verbs about a person's organisation, themes and name; and about partner organisations."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from lms.accounts import audit
from lms.accounts.models import Membership, Organisation, Theme, ThemeChoice, User
from lms.outbox.public import publish

CONSENT_VERSION = 1  # of the texts in templates/accounts/_consent_*.html; a new text gets a new number


@transaction.atomic
def set_membership(
    person: User, organisation: Organisation | None, *, actor: User, now: datetime, consent_version: int
) -> bool:
    """Link a person to an organisation, with consent, or to none; False when nothing changed.

    The old link ends and stays as history. Raises ValueError for consent to an older text.
    """
    if organisation is not None and consent_version != CONSENT_VERSION:
        raise ValueError("consent was given to another text")
    User.objects.select_for_update().get(pk=person.pk)  # two changes at once follow each other
    current = Membership.objects.filter(user=person, ended_at=None).first()
    if (current.organisation_id if current else None) == (organisation.pk if organisation else None):
        return False
    if current:
        Membership.objects.filter(pk=current.pk).update(ended_at=now)
    if organisation:
        Membership.objects.create(
            user=person, organisation=organisation, consented_at=now, consent_version=consent_version
        )
    audit.membership_changed(person, actor)
    publish("accounts.membership_changed", now=now, person=person.uuid)
    return True


@transaction.atomic
def share_status(person: User, *, shares: bool, now: datetime) -> bool:
    """Let the contact person of the own organisation see whether one is matchable, or stop that.

    It belongs to the membership and ends with it. False when there is no membership, or nothing changed.
    """
    current = Membership.objects.select_for_update().filter(user=person, ended_at=None).first()
    if current is None or (current.shares_status_since is not None) == shares:
        return False
    current.shares_status_since = now if shares else None
    current.save(update_fields=["shares_status_since"])
    audit.status_sharing_changed(person, shares=shares)
    return True


@transaction.atomic
def choose_themes(person: User, themes: Collection[Theme], *, now: datetime, consent_version: int) -> bool:
    """Keep exactly these themes of a person, with consent; an empty choice withdraws all. False: no change.

    Raises ValueError for a consent text that is no longer the current one.
    """
    if themes and consent_version != CONSENT_VERSION:
        raise ValueError("consent was given to another text")
    User.objects.select_for_update().get(pk=person.pk)
    wanted = {theme.pk for theme in themes}
    had = set(ThemeChoice.objects.filter(user=person).values_list("theme_id", flat=True))
    if wanted == had:
        return False
    ThemeChoice.objects.filter(user=person).exclude(theme__in=wanted).delete()
    ThemeChoice.objects.bulk_create(
        ThemeChoice(user=person, theme_id=pk, consented_at=now, consent_version=consent_version)
        for pk in sorted(wanted - had)
    )
    audit.themes_changed(person)
    return True


@transaction.atomic
def rename(person: User, name: str) -> bool:
    """Write a person's own name; False when it was that already."""
    if person.name == name:
        return False
    person.name = name
    person.save(update_fields=["name"])
    audit.name_changed(person)
    return True


@transaction.atomic
def save_organisation(organisation: Organisation, *, actor: User) -> Organisation:
    """Save a new or changed partner organisation."""
    organisation.save()
    audit.organisation_saved(organisation, actor)
    return organisation
