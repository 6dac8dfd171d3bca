"""The page on which one looks for words in lessons."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lms.accounts.public import is_too_often, person_of, signed_in, too_often
from lms.courses.progress.slots import slots_for
from lms.courses.search.rules import MAX_LENGTH, words_of
from lms.courses.search.selectors import find, readable_places

QUESTION = "q"
PER_PAGE = 20


@require_safe
@signed_in
def search(request: HttpRequest) -> HttpResponse:
    """Show the lessons and words that hold what is asked, of the courses this person may read."""
    question = request.GET.get(QUESTION, "").replace("\x00", "")[:MAX_LENGTH].strip()
    if words_of(question) and is_too_often(request, "search"):
        return too_often(request)
    places = readable_places(person_of(request))
    found = find(places, question, slots_for(request))
    context: dict[str, Any] = {
        "question": question,
        "is_asked": bool(words_of(question)),
        "found": found,
        "page": Paginator(found.lessons, PER_PAGE).get_page(request.GET.get("page")),
        "has_courses": bool(places),
    }
    return render(request, "search/search.html", context)
