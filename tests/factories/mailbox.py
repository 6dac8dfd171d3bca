"""What was mailed: codes travel beside the request, so wait for them."""

import re
from concurrent.futures import wait

from django.core import mail
from django.core.mail import EmailMessage

from lms.accounts.mail import posted


def mails() -> list[EmailMessage]:
    """Return every mail sent so far, after waiting for those on their way."""
    wait(list(posted), timeout=10)
    return list(mail.outbox)


def last_code() -> str:
    """Return the code of the newest mail, as it stands there."""
    return re.search(r"\d{4} \d{4}", mails()[-1].body).group()


def last_link() -> str:
    """Return the link of the newest mail."""
    return re.search(r"https?://\S+", mails()[-1].body).group()
