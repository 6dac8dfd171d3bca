"""What certification holds about people (domain.md §6.2)."""

from lms.certification.models import (
    Assessment,
    Certificate,
    CertificateCounter,
    CertificateRevocation,
    Decision,
    DraftRevision,
    Evidence,
    Extension,
    ImpactPreview,
    ImpactRow,
    OverrideRequest,
    OwnWords,
    Reminder,
    Rendering,
    RoleDeclaration,
    SchemeDraft,
    SchemeTemplate,
    SchemeVersion,
    Standing,
    StatementVersion,
    TalkRecord,
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
            "until",
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
        fields=("kind", "reason_code", "reason", "until", "domains", "made_at"),
    ),
)
register(
    Assessment,
    PersonalData(
        holds="het antwoord op wat je hebt ingeleverd",
        why="Zo weet je wat er nog nodig is.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("rule_id", "accepted", "points", "word", "made_at"),
    ),
)
register(
    TalkRecord,
    PersonalData(
        holds="waar een eindgesprek over ging, en wat er is afgesproken",
        why="Zo kan iedereen nalezen wat jullie samen afspraken.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("what", "held_on", "points", "agreements", "made_at"),
    ),
)
register(
    OverrideRequest,
    PersonalData(
        holds="een uitzondering die op een tweede persoon wacht",
        why="Zo beslist niemand alleen over een uitzondering.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("reason_code", "reason", "until", "domains", "asked_at", "answered_at"),
    ),
)
register(
    Extension,
    PersonalData(
        holds="wie een eis voor een groep verlengde",
        why="Zo kan iedereen nagaan wie wat besloot.",
        subject="made_by",
        keep="zolang de regeling bewaard blijft; de naam gaat er bij wissen af",
        fields=("criterion", "reason_code", "reason", "until", "made_at"),
        erase="anonymize",
    ),
)
register(
    Reminder,
    PersonalData(
        holds="welke herinneringen je kreeg",
        why="Zo krijg je niet twee keer dezelfde.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("rule_id", "ends_on", "step", "sent_at"),
    ),
)
register(
    Certificate,
    PersonalData(
        holds="bewijzen van deelname en van uren, zoals ze op papier staan",
        why="Zo kan iemand nagaan of een bewijs klopt.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("number", "kind", "context", "issued_at"),
    ),
)
register(
    CertificateRevocation,
    PersonalData(
        holds="dat een bewijs is ingetrokken, en waarom",
        why="Zo weet wie het bewijs ziet dat het niet meer geldt.",
        subject="certificate__person",
        keep=WHILE_ACTIVE,
        fields=("reason_code", "reason", "revoked_at"),
    ),
)
register(
    OwnWords,
    PersonalData(
        holds="wat je zelf schreef over wat je leerde",
        why="Zo kunnen jouw woorden op je bewijs staan.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("text", "changed_at"),
    ),
)
register(
    Rendering,
    PersonalData(
        holds="de PDF van een bewijs, en van een hele lichting om te printen",
        why="Zo kun je het bewijs opslaan en printen.",
        find=Rendering.objects.about,
        keep="die van een bewijs zolang je meedoet, en daarna 2 jaar; die van een lichting 14 dagen",
        fields=("state", "asked_at", "ready_at"),
    ),
)
register(
    ImpactRow,
    PersonalData(
        holds="wat een nieuwe regeling voor je stand zou doen",
        why="Zo verandert je stand nooit zonder dat iemand het vooraf zag.",
        subject="person",
        keep="tot de regeling is ingesteld, en daarna 2 jaar",
        fields=("felt_on", "before", "after", "scope_before", "scope_after", "reasons"),
    ),
)
register(
    Standing,
    PersonalData(
        holds="de stand van je inzet, uitgerekend voor lijsten",
        why="Zo is een lijst snel te lezen.",
        subject="person",
        keep=WHILE_ACTIVE,
        fields=("state", "since", "until", "scope", "reason_category", "criteria", "domains", "computed_at"),
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
register(CertificateCounter, NONE)
register(
    SchemeDraft,
    PersonalData(
        holds="wie aan een regeling schreef",
        why="Zo weten wij wie de regels voorstelde.",
        subject="changed_by",
        keep="zolang de regeling bewaard blijft; de naam gaat er bij wissen af",
        fields=("revision", "summary", "created_at", "changed_at"),
        erase="anonymize",
    ),
)
register(
    DraftRevision,
    PersonalData(
        holds="wie een concept van de regeling wijzigde",
        why="Zo weten wij wie de regels voorstelde.",
        subject="made_by",
        keep="zolang de regeling bewaard blijft; de naam gaat er bij wissen af",
        fields=("number", "made_at"),
        erase="anonymize",
    ),
)
register(
    ImpactPreview,
    PersonalData(
        holds="wie een regeling liet instellen",
        why="Zo weten wij wie de regels koos.",
        subject="publication_asked_by",
        keep="zolang de regeling bewaard blijft; de naam gaat er bij wissen af",
        fields=("revision", "publication_asked_at"),
        erase="anonymize",
    ),
)
register(SchemeTemplate, NONE)
