"""Prove once more who you are, with a code by mail: for people who have no passkey or app to show."""

import time
from dataclasses import dataclass

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest

from lms.accounts.access import person_of

PROOF = "proof"


@dataclass(frozen=True)
class PendingProof:
    """A code that was mailed and not used yet: its digest, when it was made, and how often one guessed."""

    code: str
    at: float
    tries: int


def pending_proof(request: HttpRequest) -> PendingProof | None:
    """Return the open code of this session; None when there is none or when it is too old."""
    state = request.session.get(PROOF)
    if not state or time.time() - state["at"] > app_settings.LOGIN_BY_CODE_TIMEOUT:
        return None
    return PendingProof(**state)


def start_proof(request: HttpRequest) -> None:
    """Mail a code to the person's own address."""
    adapter = get_adapter()
    request.session[PROOF] = {"code": adapter.generate_login_code(), "at": time.time(), "tries": 0}
    adapter.send_mail("account/email/proof_code", person_of(request).email, {"code": ""})


def count_wrong_try(request: HttpRequest, pending: PendingProof) -> bool:
    """Count a wrong code; False when that was the last try, and then the code is gone."""
    tries = pending.tries + 1
    if tries >= app_settings.LOGIN_BY_CODE_MAX_ATTEMPTS:
        request.session.pop(PROOF)
        return False
    request.session[PROOF] = {"code": pending.code, "at": pending.at, "tries": tries}
    return True


def finish_proof(request: HttpRequest) -> None:
    """Use the code up and remember the proof."""
    request.session.pop(PROOF)
    record_authentication(request, person_of(request), method="code", reauthenticated=True)
