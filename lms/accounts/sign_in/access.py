"""Ask for fresh proof before something that could take the account away from its owner (ASVS 7.5.1)."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponseBase

from lms.accounts.access import person_of, signed_in
from lms.accounts.sign_in.selectors import mail_code_suffices

PROOF_HOLDS_FOR = timedelta(minutes=15)
View = Callable[..., HttpResponseBase]


def has_fresh_proof(request: HttpRequest) -> bool:
    """Say whether the person signed in, or proved the same again, only just now."""
    records = get_authentication_records(request, person_of(request))
    return bool(records) and time.time() - records[-1]["at"] < PROOF_HOLDS_FOR.total_seconds()


def proof_required(view: View) -> View:
    """Ask people without a passkey or app for a mailed code first; allauth's own views ask the others."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not has_fresh_proof(request) and mail_code_suffices(person_of(request)):
            raise ReauthenticationRequired
        return view(request, *args, **kwargs)

    return signed_in(guarded)
