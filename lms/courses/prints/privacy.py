"""PDFs of lessons hold content, never anything about a learner."""

from lms.courses.prints.models import PrintedPart
from lms.privacy.public import NONE, register

register(PrintedPart, NONE)
