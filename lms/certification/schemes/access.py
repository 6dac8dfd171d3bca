"""The first line of every view about schemes; strangers get 404."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase

from lms.accounts.public import signed_in
from lms.certification.models import SchemeDraft
from lms.certification.policies import NotAllowed
from lms.certification.schemes.policies import may_edit_schemes, may_read_schemes

View = Callable[..., HttpResponseBase]


def for_reader(view: View) -> View:
    """Let only people through who may read the scheme."""
    return _guarded(view, may_read_schemes)


def for_editor(view: View) -> View:
    """Let only people through who may change the scheme."""
    return _guarded(view, may_edit_schemes)


def for_draft(view: View) -> View:
    """Give an editor the draft of the address; 404 for one that does not exist."""

    @wraps(view)
    def with_draft(request: HttpRequest, uuid: uuid.UUID, **kwargs: Any) -> HttpResponseBase:
        drafts = SchemeDraft.objects.select_related("based_on", "changed_by", "published")
        draft = drafts.filter(uuid=uuid).first()
        if draft is None:
            raise Http404
        return view(request, draft, **kwargs)

    return for_editor(with_draft)


def _guarded(view: View, policy: Callable[[Any], bool]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not policy(request.user):
            raise Http404
        try:
            return view(request, *args, **kwargs)
        except NotAllowed as refusal:  # the role ended while this page was being answered
            raise Http404 from refusal

    return signed_in(guarded)
