"""Which personal data hand-ins hold."""

from lms.courses.hand_ins.models import HandIn, HandInFile
from lms.courses.hand_ins.storing import erase_files_of
from lms.privacy.public import PersonalData, register

KEEP = "zolang je vrijwilliger bent"

register(
    HandIn,
    PersonalData(
        holds="wat je inlevert, en wat de trainer antwoordt",
        why="Zo kan de trainer met je meedenken.",
        subject="enrollment__user",
        keep=KEEP,
        fields=("lesson_uid", "text", "handed_in_at", "on_paper", "reply", "replied_at"),
    ),
)
register(
    HandInFile,
    PersonalData(
        holds="een foto of opname bij wat je inlevert",
        why="Zo kun je ook iets laten zien of zeggen.",
        subject="hand_in__enrollment__user",
        keep=KEEP,
        fields=("kind", "size", "hand_in__handed_in_at"),
        # Not the default: an enrollment that goes first would take these rows along, and leave the files.
        eraser=erase_files_of,
    ),
)
