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
        why="Zo kan iedereen nagaan waarom je inzetbaar bent.",
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
        why="Zo blijft je rol als OCO duidelijk.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("is_advocate", "is_buddy", "other", "agreements", "declared_at"),
    ),
)
register(
    Decision,
    PersonalData(
        holds="besluiten over je inzet",
        why="Zo kan iedereen nagaan wie wat besloot.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("kind", "reason_code", "reason", "until", "made_at"),
    ),
)
register(
    Standing,
    PersonalData(
        holds="de stand van je inzet, uitgerekend voor lijsten",
        why="Zo is een lijst snel te lezen.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("state", "since", "until", "reason_category", "criteria", "computed_at"),
    ),
)
register(
    SchemeVersion,
    PersonalData(
        holds="wie een regeling instelde",
        why="Zo weten wij wie de regels koos.",
        subject="published_by",
        keep="zolang de regeling bewaard blijft; de naam gaat er bij wissen af",
        fields=("title", "number", "published_at"),
        erase="anonymize",
    ),
)
register(StatementVersion, NONE)
