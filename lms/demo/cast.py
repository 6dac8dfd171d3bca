"""Who is in the demo, and how far each of them is. All names are made up."""

from dataclasses import dataclass
from datetime import timedelta

from lms.accounts.roles import Role

ALL_MODULES = range(1, 9)


@dataclass(frozen=True)
class Volunteer:
    """A volunteer of the demo: what is behind them on the day the demo starts.

    `lessons` are modules done in the leerplein, `paper` modules done on paper; `vog_days` is how long ago the
    VOG was seen (None: not yet).
    """

    name: str
    lessons: tuple[int, ...] = ()
    paper: tuple[int, ...] = ()
    meetings: int = 0
    statements: bool = False
    roles: str = ""
    vog_days: int | None = None
    talk: bool = False
    confirmed: bool = False
    paused: bool = False
    joined_days: int = 40

    @property
    def email(self) -> str:
        """The address to sign in with; it cannot receive mail."""
        return f"{self.name.split(maxsplit=1)[0].lower()}@example.org"


STAFF = (
    ("Femke Smit", (Role.TRAINER, Role.FACILITATOR)),
    ("Koen Bos", (Role.COORDINATOR,)),
    ("Ada Vos", (Role.ADMINISTRATOR,)),
)
EVERYTHING = tuple(ALL_MODULES)
VOLUNTEERS = (
    Volunteer("Noor de Wit", lessons=(1, 2, 3, 4), meetings=2, vog_days=19),
    Volunteer("Ilias Amrani", paper=EVERYTHING, meetings=3, statements=True, roles="seen", vog_days=30),
    Volunteer(
        "Greet Bakker", paper=EVERYTHING, meetings=3, statements=True, roles="seen", vog_days=60, talk=True
    ),
    Volunteer("Wim Pinas", paper=(1, 2), vog_days=90, joined_days=120),
    Volunteer("Sanne Mulder", paper=EVERYTHING, meetings=3, statements=True, roles="declared", vog_days=45),
    Volunteer(
        "Yara Haddad",
        paper=EVERYTHING,
        meetings=3,
        statements=True,
        roles="seen",
        vog_days=200,
        talk=True,
        confirmed=True,
    ),
    Volunteer(
        "Joost Kramer",
        paper=EVERYTHING,
        meetings=3,
        statements=True,
        roles="seen",
        vog_days=35 * 30 + 15,
        talk=True,
        confirmed=True,
        joined_days=1100,
    ),
    Volunteer(
        "Bram de Groot",
        paper=EVERYTHING,
        meetings=3,
        statements=True,
        roles="seen",
        vog_days=300,
        talk=True,
        confirmed=True,
        paused=True,
        joined_days=400,
    ),
)
# Two meetings lie behind us and are written down, one is over but not written down yet, one is to come.
MEETINGS = (
    ("Kennismaken, wat is OCO, jouw ervaring", timedelta(days=-21)),
    ("Vragen stellen en oefenen aan tafel", timedelta(days=-14)),
    ("Rollen en grenzen", timedelta(days=-1)),
    ("Veilig werken en vooruitkijken", timedelta(days=9)),
)
SESSIONS = (timedelta(days=-2), timedelta(days=12))
