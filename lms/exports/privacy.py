"""What the exports hold about people."""

from lms.exports.models import (
    ExportConsent,
    FeedCounter,
    Pull,
    PulledPerson,
    ServiceAccount,
    ServiceToken,
    StatusChange,
)
from lms.exports.services import forget
from lms.privacy.public import NONE, PersonalData, register

register(ServiceAccount, NONE)
register(
    ServiceToken,
    PersonalData(
        holds="wie een sleutel van een koppeling maakte",
        why="Zo weten wij wie toegang gaf.",
        subject="created_by",
        keep="zolang de koppeling bestaat",
        fields=("prefix", "created_at"),
        erase="anonymize",
    ),
)
register(
    ExportConsent,
    PersonalData(
        holds="toestemming om de status te delen",
        why="Zo kunnen wij laten zien dat jij dit wilde.",
        subject="person",
        keep="zolang je meedoet en 2 jaar erna",
        fields=("text_version", "given_at", "withdrawn_at"),
    ),
)
register(FeedCounter, NONE)
register(
    StatusChange,
    PersonalData(
        holds="wat de koppeling over jou kan lezen",
        subject="person",
        keep="zolang je meedoet en 12 maanden erna",
        why="Zo weet het koppelsysteem wat er veranderde.",
        fields=("sequence", "kind", "payload", "changed_at"),
        eraser=lambda person, now: forget(person, now=now),
    ),
)
register(Pull, NONE)
register(
    PulledPerson,
    PersonalData(
        holds="wanneer de koppeling jouw status las",
        why="Zo zie je wie er keek.",
        subject="person",
        keep="12 maanden",
        fields=("pull__account__name", "pull__pulled_at"),
    ),
)
