"""The name that somebody looks for: posted and kept in the session, so that no address or log holds it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from lms.dashboards.forms import NameForm

_SEARCH = "board_search"


def words_of(request: HttpRequest) -> str:
    """The name looked for, on every overview; empty for everybody."""
    words: str = request.session.get(_SEARCH, "")
    return words


def remember_name(request: HttpRequest) -> HttpResponse:
    """Keep the name that was posted, and go on with the same filters."""
    form = NameForm(request.POST)
    request.session[_SEARCH] = form.cleaned_data["words"] if form.is_valid() else ""
    query = request.GET.copy()
    query.pop("page", None)
    return redirect(f"{request.path}?{query.urlencode()}" if query else request.path)
