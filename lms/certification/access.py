"""The first line of the coordinator's views: the person it is about, or 404 for everybody else."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from lms.accounts.public import Role, people_within, signed_in

View = Callable[..., HttpResponseBase]


def for_coordinator(view: View) -> View:
    """Give the view the person of the address; 404 unless the reader is a coordinator of that person.

    Nobody coordinates oneself, and a stranger cannot tell a wrong address from a person out of reach.
    """

    @wraps(view)
    def guarded(request: HttpRequest, uuid: uuid.UUID, **kwargs: Any) -> HttpResponseBase:
        person = people_within(request.user, Role.COORDINATOR).filter(uuid=uuid).first()
        if person is None:
            raise Http404
        return view(request, person, **kwargs)

    return signed_in(guarded)
