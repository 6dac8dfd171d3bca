"""Send a mail beside the request, so that an answer takes as long with a mail as without."""

from concurrent.futures import Future, ThreadPoolExecutor
from weakref import WeakSet

import structlog
from django.core.mail import EmailMessage

log = structlog.get_logger(__name__)
_line = ThreadPoolExecutor(max_workers=4, thread_name_prefix="mail")
posted: "WeakSet[Future[None]]" = WeakSet()


def post(message: EmailMessage) -> None:
    """Send the mail from another thread; it may get lost, so only for what a person can ask again."""
    posted.add(_line.submit(_send, message))


def _send(message: EmailMessage) -> None:
    try:
        message.send()
    except Exception as error:  # a mail server fails in many ways; its texts may hold the address
        log.warning("accounts.mail_failed", error=type(error).__name__)
