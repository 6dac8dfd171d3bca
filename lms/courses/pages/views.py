"""How a page of a course is found: in one query, before Wagtail serves it."""

from django.db.models import Subquery, Value
from django.db.models.functions import Concat
from django.http import Http404, HttpRequest, HttpResponseBase
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from lms.courses.pages.models import HomePage, page_at


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve the live page at this path, with all that Wagtail does around it.

    Wagtail asks for the site and then for its root page; there is one site here, whose root is the one
    HomePage, so both follow from the address. What is found is put where Wagtail keeps it. Raises Http404.
    """
    home = HomePage.objects.order_by("path").values("url_path")[:1]
    page = page_at(Concat(Subquery(home), Value(path)))
    if page is None:
        raise Http404
    request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]  # Wagtail's own place
    response: HttpResponseBase = wagtail_serve(request, path)
    return response
