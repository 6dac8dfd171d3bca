"""Hostile words in every text a person can write, and a reader that finds them come alive in a page."""

from html.parser import HTMLParser

from allauth.usersessions.models import UserSession
from django.db.models import F, Model, Value
from django.db.models.functions import Concat
from wagtail.models import Page

from lms.accounts.models import Organisation, Theme, User
from lms.certification.models import (
    Assessment,
    Certificate,
    CertificateRevocation,
    Decision,
    Extension,
    OverrideRequest,
    OwnWords,
    RoleDeclaration,
    SchemeDraft,
    SchemeTemplate,
    SchemeVersion,
    StatementVersion,
    TalkRecord,
)
from lms.courses.models import Cohort, HandIn, LessonChange, Meeting, OwnText, Picture, Recording
from lms.exports.models import ServiceAccount
from lms.intervision.models import IntervisionGroup, IntervisionSession, Method
from lms.municipality.models import MunicipalitySettings

ATTACK = "\"'><svg onload=alert(1)></title><img src=x onerror=alert(2)>"
PAYLOAD = ATTACK + "q{{ gemeente }}q{% now 'Y' %}"
# For columns of a few words: PostgreSQL holds their length.
SHORT = '"><svg onload=alert(1)>q{{ gemeente }}q'
ALIVE = "qAlmereq"
TEXTS = {
    User: ("name",),
    Organisation: ("name",),
    Theme: ("name",),
    Cohort: ("title",),
    Meeting: ("title", "place", "programme", "bring"),
    OwnText: ("text",),
    HandIn: ("text", "reply"),
    LessonChange: ("line",),
    Picture: ("title", "description", "credit", "licence"),
    Recording: ("title", "description", "transcript", "credit", "licence"),
    IntervisionGroup: ("name",),
    IntervisionSession: ("place",),
    Method: ("title",),
    RoleDeclaration: ("other", "agreements"),
    Decision: ("reason",),
    OverrideRequest: ("reason",),
    Extension: ("reason", "criterion"),
    Assessment: ("word",),
    TalkRecord: ("agreements",),
    OwnWords: ("text",),
    CertificateRevocation: ("reason",),
    SchemeDraft: ("summary",),
    SchemeTemplate: ("title",),
    SchemeVersion: ("title", "summary"),
    StatementVersion: ("title",),
    ServiceAccount: ("name",),
    UserSession: ("user_agent",),
    Page: ("title", "draft_title", "search_description", "seo_title"),
    MunicipalitySettings: ("network_name", "phone", "phone_hours", "coordinator_name", "complex_partner"),
}
# What has to stay different from row to row gets its own words behind the payload.
UNIQUE = {Organisation, Theme, ServiceAccount}
# In texts of a course the fill-in words are meant to work.
CONTENT = {Page, LessonChange, Picture, Recording}


def poison() -> None:
    """Write the payload into every text of every table, past all forms."""
    for model, names in TEXTS.items():
        for name in names:
            words = Value(_fitting(model, name, ATTACK if model in CONTENT else PAYLOAD))
            value = Concat(words, F(name)) if model in UNIQUE else words
            model._base_manager.update(**{name: value})
    for row in Certificate._base_manager.all():
        facts = row.context["facts"] | {"course": PAYLOAD, "edition": PAYLOAD}
        words = dict.fromkeys(("name", "network", "municipality", "signer", "words"), PAYLOAD)
        Certificate._base_manager.filter(pk=row.pk).update(context=row.context | words | {"facts": facts})


def _fitting(model: type[Model], name: str, words: str) -> str:
    longest = getattr(model._meta.get_field(name), "max_length", None)
    return words if longest is None or longest >= len(words) else SHORT


class Watcher(HTMLParser):
    """Reads a page as a browser does, and notes what could run and what was filled in."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith(
                ("javascript:", "data:text")
            ):
                self.found.append(f"<{tag} {name}={value}>")
        if tag == "img" and ("src", "x") in attrs:
            self.found.append("<img>")


def alive_in(page: str) -> list[str]:
    """Return what of the payload came alive in a page: elements, handlers, or a word that was filled in."""
    watcher = Watcher()
    watcher.feed(page)
    return watcher.found + ([ALIVE] if ALIVE in page else [])
