"""Which personal data learning holds."""

from lms.courses.progress.models import Attempt, Enrollment, ExerciseState, LessonProgress, LessonRepeat
from lms.privacy.public import PersonalData, register

KEEP = "zolang je vrijwilliger bent, en daarna 2 jaar"
KEEP_ANSWERS = "zolang je vrijwilliger bent"

register(
    Enrollment,
    PersonalData(
        holds="welke cursus je doet",
        why="Zo zie je wat je volgende stap is.",
        subject="user",
        keep=KEEP,
        fields=("course__title", "enrolled_at", "completed_at"),
    ),
)
register(
    LessonProgress,
    PersonalData(
        holds="hoe ver je bent in een les",
        why="Zo ga je verder waar je was.",
        subject="enrollment__user",
        keep=KEEP,
        fields=("lesson_uid", "started_at", "seen_at", "completed_at", "on_paper"),
    ),
)
register(
    LessonRepeat,
    PersonalData(
        holds="welke les je opnieuw deed, en wanneer",
        why="Zo telt een les die je herhaalt weer mee.",
        subject="enrollment__user",
        keep=KEEP,
        fields=("lesson_uid", "repeated_at"),
    ),
)
register(
    Attempt,
    PersonalData(
        holds="welke antwoorden je koos",
        why="Zo krijg je uitleg bij jouw antwoord.",
        subject="enrollment__user",
        keep=KEEP_ANSWERS,
        fields=("lesson_uid", "exercise_uid", "response", "outcome", "answered_at", "on_paper"),
    ),
)
register(
    ExerciseState,
    PersonalData(
        holds="of een vraag of situatie klaar is",
        why="Zo hoef je niets twee keer te doen.",
        subject="enrollment__user",
        keep=KEEP_ANSWERS,
        fields=("lesson_uid", "exercise_uid", "stage", "last_response"),
    ),
)
