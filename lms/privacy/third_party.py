"""What the tables of the libraries hold about people: they cannot declare it themselves."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession, FormState
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    APIToken,
    Comment,
    CommentReply,
    ModelLogEntry,
    Page,
    PageLogEntry,
    PageSubscription,
    Revision,
    TaskState,
    UploadedFile,
    WorkflowState,
)
from wagtail.users.models import UserProfile

from lms.audit.public import label_of
from lms.privacy.registry import PersonalData, Words, register

LOG_KEPT = _("12 maanden. Zo kunnen we nagaan wie wat deed. Dat moet van de overheid (BIO2).")
LESSON_KEPT = _("zolang de les bestaat. Je naam staat er na het wissen niet meer bij.")
SIGN_IN = _("Om veilig in te loggen.")
EDITING = _("Om met elkaar lessen te maken.")


def sessions_of(person: Any) -> QuerySet[Session]:
    """Return the sessions of the devices on which this person is signed in."""
    return Session.objects.filter(
        session_key__in=UserSession.objects.filter(user=person).values("session_key")
    )


def end_every_session(person: Any, now: datetime) -> None:
    """Delete every session of this person, also one that is on no list: the id stands inside its data."""
    for session in Session.objects.iterator():
        if str(session.get_decoded().get(SESSION_KEY, "")) == str(person.pk):
            session.delete()


def log_entries_of(person: Any) -> QuerySet[ModelLogEntry]:
    """Return what was logged about a person, and what the person did."""
    kind = ContentType.objects.get_for_model(get_user_model())
    return ModelLogEntry.objects.filter(Q(content_type=kind, object_id=str(person.pk)) | Q(user=person))


def take_names_out_of_log(person: Any, now: datetime) -> None:
    """Replace what Wagtail calls a person in the log by the uuid: the only change a log entry ever gets."""
    kind = ContentType.objects.get_for_model(get_user_model())
    about = ModelLogEntry.objects.filter(content_type=kind, object_id=str(person.pk))
    about.exclude(label=label_of(person)).update(label=label_of(person))


def _sign_in_tables() -> None:
    address = PersonalData(
        holds=_("E-mailadres"),
        why=_("Om je een code te sturen waarmee je inlogt."),
        subject="user",
        keep=_("zolang je account bestaat"),
        fields=("email", "verified", "primary"),
    )
    register(EmailAddress, address)
    register(
        EmailConfirmation,
        PersonalData(
            holds=_("Bevestiging van je e-mailadres"),
            why=SIGN_IN,
            subject="email_address__user",
            keep=_("3 dagen"),
            fields=("created", "sent"),
        ),
    )
    register(
        Authenticator,
        PersonalData(
            holds=_("Manieren waarop je inlogt"),
            why=SIGN_IN,
            subject="user",
            keep=_("tot je ze weghaalt"),
            fields=("type", "created_at", "last_used_at"),
        ),
    )


def _session_tables() -> None:
    register(
        UserSession,
        PersonalData(
            holds=_("Apparaten waarop je bent ingelogd"),
            why=_("Zo zie je waar je bent ingelogd. En je kunt het daar stoppen."),
            subject="user",
            keep=_("tot je uitlogt, of 14 dagen niets deed"),
            fields=("ip", "user_agent", "created_at", "last_seen_at"),
        ),
    )
    register(
        Session,
        PersonalData(
            holds=_("Dat je bent ingelogd"),
            why=SIGN_IN,
            keep=_("tot je uitlogt, of 14 dagen niets deed"),
            find=sessions_of,
            eraser=end_every_session,
            fields=("expire_date",),
        ),
    )
    register(
        APIToken,
        PersonalData(
            holds=_("Sleutels voor een koppeling"),
            why=SIGN_IN,
            subject="user",
            keep=_("tot je ze weghaalt"),
            fields=("name", "created", "last_used_at"),
        ),
    )


def _log_tables() -> None:
    why = _("Zo zie jij wie naar jouw gegevens keek.")
    register(
        ModelLogEntry,
        PersonalData(
            holds=_("Logboek"),
            why=why,
            keep=LOG_KEPT,
            find=log_entries_of,
            fields=("action", "timestamp", "data"),
            erase="keep",
            eraser=take_names_out_of_log,
        ),
    )
    register(
        PageLogEntry,
        PersonalData(
            holds=_("Logboek van lessen die je maakte"),
            why=why,
            subject="user",
            keep=LOG_KEPT,
            fields=("action", "timestamp", "label"),
            erase="keep",
        ),
    )


def _made(holds: Words, subject: str, *fields: str) -> PersonalData:
    return PersonalData(holds, subject, LESSON_KEPT, fields, erase="anonymize", why=EDITING)


def _written(holds: Words) -> PersonalData:
    return PersonalData(holds, "user", LESSON_KEPT, ("text",), erase="keep", why=EDITING)


def _own(holds: Words, *fields: str) -> PersonalData:
    return PersonalData(holds, "user", _("zolang je account bestaat"), fields, why=EDITING)


def _editing_tables() -> None:
    register(Page, _made(_("Lessen die je maakte"), "owner", "title"))
    register(Revision, _made(_("Versies van lessen"), "user", "created_at"))
    register(Image, _made(_("Foto's bij lessen"), "uploaded_by_user", "title"))
    register(Document, _made(_("Bestanden bij lessen"), "uploaded_by_user", "title"))
    register(UploadedFile, _made(_("Bestanden in de wacht"), "uploaded_by_user", "file"))
    register(WorkflowState, _made(_("Lessen die je liet nakijken"), "requested_by", "created_at"))
    register(TaskState, _made(_("Lessen die je nakeek"), "finished_by", "finished_at", "comment"))
    register(Comment, _written(_("Opmerkingen bij lessen")))
    register(CommentReply, _written(_("Antwoorden op opmerkingen")))
    register(UserProfile, _own(_("Instellingen van de beheeromgeving"), "avatar", "theme", "contrast"))
    register(PageSubscription, _own(_("Lessen die je volgt"), "page__title"))
    register(EditingSession, _own(_("Lessen die je open hebt"), "last_seen_at"))
    register(FormState, _own(_("Werk dat je nog niet bewaarde"), "last_updated_at", "data"))


_sign_in_tables()
_session_tables()
_log_tables()
_editing_tables()
# A task's arguments are ids and codes, and the text of an error is not stored (lms/outbox/receivers.py).
register(DBTaskResult)
