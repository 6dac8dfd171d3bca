"""Turns a refused publication into a message in the editor, whatever button was used."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from lms.courses.pages.publishing import NotPublishableError

Answer = Callable[[HttpRequest], HttpResponse]


class NotPublishableMiddleware:
    """Answers NotPublishableError with its sentences on the edit screen: they name the words and blocks."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Send the editor back to the page with the message; leave every other exception alone."""
        if not isinstance(exception, NotPublishableError):
            return None
        messages.error(request, " ".join(exception.messages))
        if exception.page.pk is None:
            return redirect("wagtailadmin_home")
        return redirect("wagtailadmin_pages:edit", exception.page.pk)
