"""What certification holds about people (domain.md §6.2)."""

from lms.certification.models import (
    Decision,
    Evidence,
    RoleDeclaration,
    SchemeVersion,
    Standing,
    StatementVersion,
)
from lms.privacy.public import NONE, PersonalData, register

WHILE_ACTIVE = "zolang je meedoet, en daarna 2 jaar"

register(
    Evidence,
    PersonalData(
        holds="wat je deed en liet zien voor je inzet",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=(
            "kind",
            "key",
            "ref",
            "number",
            "group_size",
            "state",
            "happened_on",
            "source",
            "recorded_at",
            "retracts",
        ),
    ),
)
register(
    RoleDeclaration,
    PersonalData(
        holds="de andere rollen die je hebt, en afspraken daarover",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("is_advocate", "is_buddy", "other", "agreements", "declared_at"),
    ),
)
register(
    Decision,
    PersonalData(
        holds="besluiten over je inzet",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("kind", "reason_code", "reason", "until", "made_at"),
    ),
)
register(
    Standing,
    PersonalData(
        holds="de stand van je inzet, uitgerekend voor lijsten",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("state", "since", "until", "reason_category", "criteria", "computed_at"),
    ),
)
register(
    SchemeVersion,
    PersonalData(
        holds="wie een regeling instelde",
        subject="published_by",
        keep="zolang de regeling bewaard blijft; de naam gaat er bij wissen af",
        fields=("title", "number", "published_at"),
        erase="anonymize",
    ),
)
register(StatementVersion, NONE)
