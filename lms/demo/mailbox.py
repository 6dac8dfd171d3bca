"""The mail of the demo, read from the folder where the development settings put it."""

import email
import email.policy
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

SEPARATOR = b"-" * 79


@dataclass(frozen=True)
class Mail:
    """One mail as a person would see it."""

    to: str
    subject: str
    text: str


def latest_mails(folder: Path, limit: int = 10) -> list[Mail]:
    """Return the newest mails first; an empty list when nothing was sent yet."""
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True)
    return [mail for path in files[:limit] for mail in reversed(_mails_in(path))][:limit]


def _mails_in(path: Path) -> list[Mail]:
    parts = [part.strip() for part in path.read_bytes().split(SEPARATOR)]
    return [_mail(part) for part in parts if part]


def _mail(raw: bytes) -> Mail:
    message = email.message_from_bytes(raw, _class=EmailMessage, policy=email.policy.default)
    body = message.get_body(("plain",))
    return Mail(str(message["To"]), str(message["Subject"]), body.get_content() if body else "")
