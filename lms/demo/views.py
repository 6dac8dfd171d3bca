"""A page for the demo alone: the mail that was sent, and the codes of the demo's authenticator apps."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lms.demo.mailbox import latest_mails
from lms.demo.people import staff_codes


def mailbox(request: HttpRequest) -> HttpResponse:
    """Show what a person of the demo would find in their mail and on their phone."""
    mails = latest_mails(Path(str(getattr(settings, "EMAIL_FILE_PATH", ""))))
    return render(request, "demo/mailbox.html", {"mails": mails, "codes": staff_codes()})
