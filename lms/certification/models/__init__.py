"""The ledger of readiness: evidence, scheme versions and decisions are append-only; the status follows."""

from lms.certification.models.append_only import (
    AppendOnly,
    AppendOnlyError,
    AppendOnlyQuerySet,
)
from lms.certification.models.certificates import (
    Certificate,
    CertificateCounter,
    CertificateRevocation,
    OwnWords,
    Rendering,
)
from lms.certification.models.decisions import (
    Decision,
    Extension,
    OverrideRequest,
    Reminder,
)
from lms.certification.models.evidence import (
    Assessment,
    Evidence,
    EvidenceQuerySet,
    RoleDeclaration,
    Source,
    TalkRecord,
)
from lms.certification.models.schemes import (
    DraftRevision,
    ImpactPreview,
    ImpactRow,
    SchemeDraft,
    SchemeTemplate,
    SchemeVersion,
    StatementVersion,
    Transition,
)
from lms.certification.models.standing import (
    Standing,
    StandingQuerySet,
)

__all__ = [
    "AppendOnly",
    "AppendOnlyError",
    "AppendOnlyQuerySet",
    "Assessment",
    "Certificate",
    "CertificateCounter",
    "CertificateRevocation",
    "Decision",
    "DraftRevision",
    "Evidence",
    "EvidenceQuerySet",
    "Extension",
    "ImpactPreview",
    "ImpactRow",
    "OverrideRequest",
    "OwnWords",
    "Reminder",
    "Rendering",
    "RoleDeclaration",
    "SchemeDraft",
    "SchemeTemplate",
    "SchemeVersion",
    "Source",
    "Standing",
    "StandingQuerySet",
    "StatementVersion",
    "TalkRecord",
    "Transition",
]
