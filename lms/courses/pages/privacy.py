"""Pages hold content, never anything about a learner."""

from lms.courses.pages.models import CoursePage, HomePage, LessonPage, ModulePage, TralansPage
from lms.privacy.public import NONE, register

for page in (HomePage, CoursePage, ModulePage, LessonPage, TralansPage):
    register(page, NONE)
