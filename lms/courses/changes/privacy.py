"""Which personal data changes of lessons hold."""

from lms.courses.changes.models import LessonChange, OnlineText, Refresh
from lms.privacy.public import NONE, PersonalData, register

register(OnlineText, NONE)
register(
    LessonChange,
    PersonalData(
        holds="wie een wijziging online zette",
        why="Zo weten wij wie we iets kunnen vragen.",
        subject="published_by",
        keep="zolang de cursus bestaat; zonder naam als je weggaat",
        fields=("line", "published_at"),
        erase="anonymize",
    ),
)
register(
    Refresh,
    PersonalData(
        holds="welke wijziging van een les je las",
        why="Zo weet je dat je bij bent.",
        subject="enrollment__user",
        keep="zolang je vrijwilliger bent, en daarna 2 jaar",
        fields=("change__line", "read_at", "done_at", "on_paper"),
    ),
)
