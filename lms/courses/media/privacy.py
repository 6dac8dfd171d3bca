"""Media hold content, never anything about a learner; only who uploaded it."""

from lms.courses.media.models import CourseDocument, Picture, PictureRendition, Recording
from lms.privacy.public import NONE, PersonalData, register

for model in (PictureRendition, Recording):
    register(model, NONE)
for model in (CourseDocument, Picture):
    register(
        model,
        PersonalData(
            holds="welk bestand je op de site zette",
            why="Zo weten wij wie we iets kunnen vragen.",
            subject="uploaded_by_user",
            keep="zolang de cursus bestaat; zonder naam als je weggaat",
            fields=("title", "created_at"),
            erase="anonymize",
        ),
    )
