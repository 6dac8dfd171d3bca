"""The people of the demo. Their names are made up; their addresses cannot receive mail."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from lms.accounts.models import User

# The same for everybody who starts the demo: it protects nothing.
DEMO_SECRET = "LEERPLEINOCODEMOLEERPLEINOCODEMO"  # noqa: S105  (see above)


@dataclass(frozen=True)
class Code:
    """What somebody's authenticator app shows now."""

    name: str
    code: str


def current_code(secret: str) -> str:
    """Return the code an authenticator app with this secret shows at this moment (RFC 6238)."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return str(format_hotp_value(hotp_value(secret, counter)))


def staff_codes() -> list[Code]:
    """Return the codes of the demo's staff, and of nobody who changed their authenticator."""
    people = User.objects.filter(
        email__endswith="@example.org", authenticator__type=Authenticator.Type.TOTP
    ).order_by("name")
    return [Code(person.name, current_code(DEMO_SECRET)) for person in people]
