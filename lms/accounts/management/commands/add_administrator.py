"""`manage.py add_administrator EMAIL NAME`: the first administrator of an installation."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import timezone

from lms.accounts.models import User
from lms.accounts.rights.services import ClosedAccountError, appoint_administrator
from lms.audit.public import origin


class Command(BaseCommand):
    """Gives a person the role of administrator. A second time changes nothing and says so."""

    help = "Geef iemand de rol van beheerder. Bestaat de persoon nog niet? Dan komt er een account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the address and the name."""
        parser.add_argument("email", help="Het e-mailadres waarmee deze persoon inlogt.")
        parser.add_argument("name", help="De naam, tussen aanhalingstekens.")

    def handle(self, *args: Any, email: str, name: str, **options: Any) -> None:
        """Do it, and say what comes next."""
        email, name = email.strip(), " ".join(name.split())
        longest = User._meta.get_field("name").max_length or 0
        if not name or len(name) > longest:
            raise CommandError(f"Schrijf een naam van 1 tot {longest} tekens.")
        try:
            validate_email(email)
            with origin("opdracht"):
                is_new = appoint_administrator(email, name, now=timezone.now())
        except ValidationError as error:
            raise CommandError("Dit is geen e-mailadres.") from error
        except ClosedAccountError as error:
            raise CommandError("Dit account staat uit. Zet het eerst weer aan.") from error
        if not is_new:
            self.stdout.write("Deze persoon was al beheerder.")
            return
        address = settings.SITE_URL + reverse("account_login")
        self.stdout.write(f"Deze persoon is nu beheerder. Inloggen kan op {address}")
        self.stdout.write("Na de eerste code vraagt het leerplein om een passkey of een app met codes.")
