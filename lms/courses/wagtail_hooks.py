"""Who may see a page, decided in one place; and what a visit to a lesson leaves behind."""

from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page

from lms.accounts.models import User
from lms.courses.changes.visits import after_situation
from lms.courses.media import viewsets as media
from lms.courses.pages import viewsets as lists_of_pages
from lms.courses.pages.copying import renew_ids
from lms.courses.pages.models import LessonPage
from lms.courses.pages.publishing import ContentPage, check_publishable
from lms.courses.progress.lesson_view import lesson_view
from lms.courses.progress.pause_views import warning_of
from lms.courses.progress.resuming import to_resume_at
from lms.courses.progress.services import open_lesson
from lms.courses.progress.visits import Visit, admit
from lms.courses.word_import import urls as word_import
from lms.courses.writing import urls as writing_pages
from lms.courses.writing import wagtail_hooks as writing

__all__ = [
    "lists_of_pages",
    "media",
    "word_import",
    "writing",
    "writing_pages",
]  # the parts of the admin that a slice brings along


@hooks.register("before_serve_page")
def decide_access(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse | None:
    """Let learners of the course and readers through; a stranger sees 404, a visitor signs in."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    visit = admit(request, page)
    if visit is None:
        raise Http404
    if isinstance(page, LessonPage):
        return _enter_lesson(request, page, visit)
    return None


def _enter_lesson(request: HttpRequest, page: LessonPage, visit: Visit) -> HttpResponse | None:
    view = lesson_view(request, page, visit)
    if view is None:
        raise Http404
    request.lesson = view  # type: ignore[attr-defined]  # ours, for one request
    warning = warning_of(request, page, view) if visit.is_learner else None
    if warning is not None:
        return warning
    if visit.place.enrollment_id is not None and request.method == "GET":
        open_lesson(
            visit.place.enrollment_id,
            page.uid,
            to_resume_at(view),
            timezone.now(),
            is_first=view.lesson.started_at is None,
        )
        after_situation(request, visit.user, view.step.exercise, timezone.now())
    return None


@hooks.register("after_copy_page")
def give_the_copy_its_own_ids(request: HttpRequest, page: Page, new_page: Page) -> None:
    """Give every block of a copy an id of its own: progress and course packages hang on them."""
    renew_ids(new_page, cast(User, request.user))


@hooks.register("before_publish_page")
def refuse_empty_slots(request: HttpRequest, page: Page) -> None:
    """Stop the editor from publishing or scheduling what is not ready; the draft was saved just before."""
    if isinstance(page, ContentPage):
        check_publishable(page)
