"""The addresses of the product, and one more: a Wagtail page served without anything of ours."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import path
from wagtail.models import Page

from lms import urls as product

handler400, handler403 = product.handler400, product.handler403
handler404, handler500 = product.handler404, product.handler500


def serve_bare(request: HttpRequest, where: str) -> HttpResponseBase:
    """Do what Wagtail's own view does, without hooks: find the page by its site and serve it."""
    found = Page.route_for_request(request, where)
    if found is None:
        raise Http404
    page, args, kwargs = found
    response: HttpResponseBase = page.serve(request, *args, **kwargs)
    return response


urlpatterns = [path("kaal/<path:where>", serve_bare), *product.urlpatterns]
