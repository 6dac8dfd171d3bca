"""Which personal data own texts hold."""

from lms.courses.own_texts.models import OwnText
from lms.privacy.public import PersonalData, register

register(
    OwnText,
    PersonalData(
        holds="wat je voor jezelf opschrijft bij een les",
        why="Zo vind je terug wat je schreef. Niemand anders leest het.",
        subject="enrollment__user",
        keep="zolang je vrijwilliger bent",
        fields=("kind", "lesson_uid", "text", "saved_at"),
    ),
)
