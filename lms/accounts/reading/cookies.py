"""The cookie of reading aids: read for every page, written when something is chosen and at sign-in."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from lms.accounts.reading.rules import (
    NOTHING_CHOSEN,
    ReadingChoice,
    Remembered,
    attributes,
    cookie_value,
    remembered,
)

A_YEAR = timedelta(days=365)


def memory_of(request: HttpRequest) -> Remembered:
    """Return what this browser remembers; never fails and asks the database nothing."""
    return remembered(request.COOKIES.get(settings.READING_COOKIE_NAME, ""))


def remember(response: HttpResponse, choice: ReadingChoice, *, is_of_person: bool) -> None:
    """Have the browser remember a choice for a year; with nothing chosen it has nothing to remember."""
    name = settings.READING_COOKIE_NAME
    if choice == NOTHING_CHOSEN:
        response.delete_cookie(name, samesite="Lax")
        if settings.SESSION_COOKIE_SECURE:
            response.cookies[name]["secure"] = True  # without it a browser refuses to delete a __Host- cookie
        return
    response.set_cookie(
        name,
        cookie_value(Remembered(choice, is_of_person)),
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def reads_easy_first(request: HttpRequest) -> bool:
    """Say whether this reader wants easy words before the others."""
    return memory_of(request).choice.easy == "on"


def shows_pictograms(request: HttpRequest) -> bool:
    """Say whether this reader wants pictures beside words."""
    return memory_of(request).choice.pictograms == "on"


def reading_attributes(request: HttpRequest) -> SafeString:
    """Return the attributes that stand on <html> at the first paint: data-text="150" data-contrast="dark"."""
    return format_html_join(" ", '{}="{}"', attributes(memory_of(request).choice).items())
