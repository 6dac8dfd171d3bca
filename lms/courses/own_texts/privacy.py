"""Which personal data own texts hold."""

from typing import Any

from lms.accounts.models import User
from lms.courses.own_texts.models import OwnText
from lms.privacy.public import PersonalData, register

FIELDS = ("kind", "lesson_uid", "text", "saved_at")


def written(person: User) -> list[dict[str, Any]]:
    """Return what the person's own download shows: nothing of a place whose text was thrown away."""
    rows = OwnText.objects.filter(enrollment__user=person).exclude(text="")
    return list(rows.order_by("pk").values(*FIELDS))


register(
    OwnText,
    PersonalData(
        holds="wat je voor jezelf opschrijft bij een les",
        why="Zo vind je terug wat je schreef. Niemand anders leest het.",
        subject="enrollment__user",
        keep="zolang je vrijwilliger bent",
        fields=FIELDS,
        export=written,
    ),
)
