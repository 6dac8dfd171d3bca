"""Which personal data group training holds."""

from lms.courses.cohorts.models import Attendance, Cohort, CohortMember, Meeting
from lms.privacy.public import NONE, PersonalData, register

KEEP = "zolang je vrijwilliger bent, en daarna 2 jaar"

register(
    Cohort,
    PersonalData(
        holds="wie de trainer is",
        why="Zo weet de groep wie de training geeft.",
        subject="trainer",
        keep=KEEP,
        fields=("title", "starts_on"),
        erase="anonymize",
    ),
)
register(Meeting, NONE)
register(
    CohortMember,
    PersonalData(
        holds="aan welke lichting je meedoet",
        why="Zo weet de trainer wie er komt.",
        subject="user",
        keep=KEEP,
        fields=("cohort__title", "joined_on", "left_on"),
    ),
)
register(
    Attendance,
    PersonalData(
        holds="of je bij een bijeenkomst was",
        why="De bijeenkomsten tellen mee voor je inzet.",
        subject="user",
        keep=KEEP,
        fields=("meeting__title", "meeting__starts_at", "presence", "recorded_at"),
    ),
)
