"""Who is in the demo, and how far each of them is. All names are made up."""

from dataclasses import dataclass
from datetime import timedelta

from lms.accounts.roles import Role

ALL_MODULES = range(1, 9)


@dataclass(frozen=True)
class Volunteer:
    """A volunteer of the demo: what is behind them on the day the demo starts.

    `lessons` are modules done in the leerplein, `paper` modules done on paper. What ends in `_days` is how
    many days ago something was; None: not yet. `spring`: took part in the edition of spring, which is over.
    """

    name: str
    lessons: tuple[int, ...] = ()
    paper: tuple[int, ...] = ()
    meetings: int = 0
    statements: bool = False
    roles: str = ""
    vog_days: int | None = None
    talk_days: int | None = None
    confirmed: bool = False
    paused: bool = False
    card: bool = False
    spring: bool = False
    joined_days: int = 40

    @property
    def email(self) -> str:
        """The address to sign in with; it cannot receive mail."""
        return f"{self.name.split(maxsplit=1)[0].lower()}@example.org"

    @property
    def paper_days(self) -> int:
        """How many days ago Koen wrote down what was on paper."""
        return self.joined_days - 10

    @property
    def confirmed_days(self) -> int:
        """How many days ago Koen confirmed this person: the day after the last thing that was needed."""
        done = (self.paper_days, self.vog_days, self.talk_days)
        return min(days for days in done if days is not None) - 1


STAFF = (
    ("Femke Smit", (Role.TRAINER, Role.FACILITATOR)),
    ("Koen Bos", (Role.COORDINATOR,)),
    ("Ada Vos", (Role.ADMINISTRATOR,)),
)
EVERYTHING = tuple(ALL_MODULES)
NEEDED = (5, 6, 7)  # the modules on role, limits and safety
THREE_YEARS = 1096  # 36 months, give or take a day


def veteran(name: str, *, vog_days: int | None, joined_days: int, paused: bool = False) -> Volunteer:
    """Somebody who has been at it for long; without a VOG there is nothing to confirm yet."""
    return Volunteer(
        name,
        paper=NEEDED,
        meetings=4,
        statements=True,
        roles="seen",
        vog_days=vog_days,
        talk_days=joined_days - 20,
        confirmed=vog_days is not None,
        paused=paused,
        card=True,
        spring=True,
        joined_days=joined_days,
    )


VOLUNTEERS = (
    Volunteer("Noor de Wit", lessons=(1, 2, 3, 4), meetings=2, vog_days=19, card=True),
    Volunteer("Ilias Amrani", paper=NEEDED, meetings=3, statements=True, roles="seen", vog_days=30),
    Volunteer(
        "Greet Bakker",
        paper=EVERYTHING,
        meetings=3,
        statements=True,
        roles="seen",
        vog_days=30,
        talk_days=4,
        card=True,
    ),
    Volunteer("Wim Pinas", paper=(1, 2), vog_days=90, joined_days=120),
    Volunteer("Sanne Mulder", paper=NEEDED, meetings=3, statements=True, roles="declared", vog_days=35),
    Volunteer(
        "Yara Haddad",
        paper=EVERYTHING,
        meetings=3,
        statements=True,
        roles="seen",
        vog_days=38,
        talk_days=4,
        confirmed=True,
        card=True,
    ),
    # The VOG of Joost ends within a month. That of Loes ended, but she handed a new one in before it did.
    veteran("Joost Kramer", vog_days=THREE_YEARS - 25, joined_days=1150),
    veteran("Loes Peters", vog_days=THREE_YEARS + 3, joined_days=1150),
    # Henk and Els wait for their new VOG; Koen extended it for both. Dewi may help while hers is on its way.
    veteran("Henk Dijkstra", vog_days=THREE_YEARS - 8, joined_days=1150),
    veteran("Els Prins", vog_days=THREE_YEARS - 5, joined_days=1150),
    veteran("Dewi Tan", vog_days=None, joined_days=250),
    veteran("Bram de Groot", vog_days=300, joined_days=400, paused=True),
)
# Two meetings lie behind us and are written down, one is over but not written down yet, one is to come.
MEETINGS = (
    ("Kennismaken, wat is OCO, jouw ervaring", timedelta(days=-21)),
    ("Vragen stellen en oefenen aan tafel", timedelta(days=-14)),
    ("Rollen en grenzen", timedelta(days=-1)),
    ("Veilig werken en vooruitkijken", timedelta(days=9)),
)
WRITTEN_DOWN = 2
SPRING = timedelta(days=-200)
SESSIONS = (timedelta(days=-2), timedelta(days=12))
