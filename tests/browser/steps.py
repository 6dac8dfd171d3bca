"""What people do, in their own words: the steps of the stories."""

import re
from datetime import date

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client

from lms.accounts.models import User
from tests.browser.scene import the_worker_runs
from tests.browser.visitor import Visitor
from tests.factories.people import SECRET


def code_from_mail(address: str) -> str:
    """Return the code in the newest mail to this address."""
    mails = [message for message in mail.outbox if address in message.to]
    found = re.search(r"\b(\d{4} \d{4})\b", str(mails[-1].body))
    assert found, mails[-1].body
    return found.group(1)


def authenticator_code() -> str:
    """Return what the authenticator app of the staff shows now."""
    return str(format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time())))))


def sign_in(visitor: Visitor, *, second_factor: bool = False) -> None:
    """Sign in with a mailed code, and with the authenticator app where the account has that extra lock."""
    address = f"{visitor.name.lower()}@example.org"
    visitor.go("/account/login/")
    visitor.fill("E-mailadres", address)
    visitor.press("Stuur mij een code")
    visitor.fill("Code uit je mail", code_from_mail(address))
    visitor.press("Log in met deze code")
    if second_factor:
        cache.clear()  # the same code of the same half minute may serve several people of the cast
        visitor.page.locator("input[name=code]").fill(authenticator_code())
        visitor.press("Log in met deze code")


def be_signed_in(visitor: Visitor, *, second_factor: bool = False) -> None:
    """Come in with a session that is there already: for stories that are not about signing in."""
    user = User.objects.get(email=f"{visitor.name.lower()}@example.org")
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    visitor.page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": visitor.base}]
    )
    visitor.go("/")


def answer(visitor: Visitor, number: int) -> None:
    """Choose the answer with this number (1 is the first) and have it looked at."""
    visitor.page.locator(f"#optie-{number}").check()
    visitor.page.get_by_role("button", name=re.compile("Kijk mijn antwoord na|Kijk het opnieuw na")).click()
    visitor.look()


def answer_until_passed(visitor: Visitor) -> None:
    """Try the answers one after another until one passes: there is no limit and no failing."""
    for number in range(1, visitor.page.locator("input[name=answer]").count() + 1):
        answer(visitor, number)
        if visitor.page.locator(".feedback.ok, .feedback:not(.wait)").count():
            return
    raise AssertionError("no answer passed")


def write_date(visitor: Visitor, label: str, day: date) -> None:
    """Fill in a date the way the field wants it."""
    visitor.page.get_by_label(label, exact=False).first.fill(day.isoformat())


__all__ = [
    "answer",
    "answer_until_passed",
    "authenticator_code",
    "be_signed_in",
    "code_from_mail",
    "sign_in",
    "the_worker_runs",
    "write_date",
]
