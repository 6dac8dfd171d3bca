"""Which personal data intervision holds. The story of a session is never among them."""

from lms.intervision.models import (
    GroupMember,
    IntervisionGroup,
    IntervisionSession,
    Method,
    SessionPresence,
)
from lms.privacy.public import NONE, PersonalData, register

KEEP = "zolang je vrijwilliger bent, en daarna 2 jaar"

register(Method, NONE)
register(
    IntervisionGroup,
    PersonalData(
        holds="welke groepen je begeleidt",
        why="Zo weet een groep wie de begeleider is.",
        subject="facilitator",
        keep=KEEP,
        fields=("name",),
        erase="anonymize",
    ),
)
register(
    GroupMember,
    PersonalData(
        holds="bij welke intervisiegroep je hoort",
        why="Zo leer je in een vaste groep.",
        subject="user",
        keep=KEEP,
        fields=("group__name", "since", "until"),
    ),
)
register(IntervisionSession, NONE)
register(
    SessionPresence,
    PersonalData(
        holds="of je bij een intervisie was",
        why="Intervisie telt mee voor je inzet. Wat is verteld, bewaren wij niet.",
        subject="user",
        keep=KEEP,
        fields=("session__starts_at", "session__net_minutes", "was_present", "recorded_at"),
    ),
)
