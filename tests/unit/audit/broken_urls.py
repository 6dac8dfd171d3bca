"""One page that breaks with a name in its error."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def broken(request: HttpRequest) -> HttpResponse:
    """Break."""
    person = "Noor de Wit"
    raise ValueError(f"{person}, noor@example.org")


urlpatterns = [path("kapot/", broken)]
handler500 = "lms.views.server_error"
