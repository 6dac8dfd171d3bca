"""The addresses of the product, and two more: Wagtail pages served without anything of ours."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template import engines
from django.urls import path
from django.utils.safestring import mark_safe
from wagtail.models import Page

from lms import urls as product

handler400, handler403 = product.handler400, product.handler403
handler404, handler500 = product.handler404, product.handler500

SAME: dict[str, str] = {}
"""The content of pages by their address, to serve once more as the content of a bare Wagtail page."""
SAME_PAGE = (
    """{% extends "base.html" %}{% block header %}{% endblock %}{% block main %}{{ html }}{% endblock %}"""
)


def serve_bare(request: HttpRequest, where: str) -> HttpResponseBase:
    """Do what Wagtail's own view does, without hooks: find the page by its site and serve it."""
    found = Page.route_for_request(request, where)
    if found is None:
        raise Http404
    page, args, kwargs = found
    response: HttpResponseBase = page.serve(request, *args, **kwargs)
    return response


def serve_same(request: HttpRequest, where: str) -> HttpResponseBase:
    """Serve a bare page with the HTML of another one: its content costs nothing but sending it."""
    found = Page.route_for_request(request, where)
    if found is None:
        raise Http404
    page, _args, _kwargs = found
    context = page.get_context(request) | {"html": mark_safe(SAME[request.GET["van"]])}
    return HttpResponse(engines["django"].from_string(SAME_PAGE).render(context, request))


urlpatterns = [
    path("zelfde/<path:where>", serve_same),
    path("kaal/<path:where>", serve_bare),
    *product.urlpatterns,
]
