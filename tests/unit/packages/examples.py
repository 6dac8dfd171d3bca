"""A small but complete course package, and help to break one file of it."""

from dataclasses import dataclass, field
from uuid import UUID

from lms.packages import tree
from lms.packages.blocks import Block, CalloutValue, ReflectionValue, SummaryValue, TableValue, TextValue
from lms.packages.exercises import Answer, AssignmentValue, QuestionValue
from lms.packages.format import read_files, write_files
from lms.packages.guides import Item, Method, MethodStep
from lms.packages.problems import PackageError
from lms.packages.situations import Reaction, ScenarioValue


@dataclass
class Uids:
    """Gives out uids 00000000-…-0001, -0002, …"""

    given: int = field(default=0)

    def __call__(self) -> str:
        self.given += 1
        return str(UUID(int=self.given))


def lesson_blocks(uid: Uids) -> tuple[Block, ...]:
    answers = (
        Answer(uid(), "Ja", correct=True, explanation="Ja, dat mag."),
        Answer(uid(), "Nee", correct=False, explanation="Nog niet."),
    )
    reactions = (
        Reaction(uid(), "Je gaat mee.", judgement="unfit", feedback="Dat is een andere rol."),
        Reaction(uid(), "Je vraagt door.", judgement="fits", feedback="Zo blijf je in je rol."),
    )
    return (
        Block(uid(), TextValue("<p>In {{ gemeente }} werk je <b>samen</b>.</p>\n<ul>\n<li>Eén.</li>\n</ul>")),
        Block(uid(), TableValue("Wie doet wat?", ("Wie", "Wat"), (("jij", "<i>vragen</i>"), ("zij", "")))),
        Block(uid(), CalloutValue("<h3>Let op</h3>\n<p>Bel gerust.</p>")),
        Block(uid(), ReflectionValue("Wat doe jij?")),
        Block(uid(), SummaryValue("Je doet het samen.")),
        Block(uid(), QuestionValue("Q1.1", "Mag dat?", answers)),
        Block(uid(), ScenarioValue("S1.1", "Koffie", "Je krijgt koffie. Wat doe je?", reactions)),
        Block(
            uid(), AssignmentValue("1a", "Oefen", "together", 10, 20, "<p>Doe het.</p>", ("A",), (("b",),))
        ),
    )


def small_package() -> tree.Package:
    uid = Uids()
    lesson = tree.Lesson(
        uid=uid(),
        number="1.1",
        slug="eerste-les",
        title="Eerste les",
        kind="lesson",
        minutes_reading=2,
        minutes_doing=3,
        blocks=lesson_blocks(uid),
    )
    goals = (Item(uid(), "weet je iets;"),)
    module = tree.Module(uid(), 1, "begin", "Begin", goals, "<p>Rustig aan.</p>", ("C1",), (lesson,))
    step = MethodStep(uid=uid(), title="Vertellen", minutes=10, happens="Iemand vertelt.", says="‘Vertel.’")
    return tree.Package(
        manifest=tree.Manifest(
            uid(),
            1,
            "kleine-cursus",
            "1.0.0",
            "Kleine cursus",
            "nl",
            "EUPL-1.2",
            "Leerplein",
            "<p>Proef.</p>",
        ),
        slots=(tree.Slot(uid(), "gemeente", "text", "naam van de gemeente", "Almere"),),
        competences=(tree.Competence(uid(), "C1", "Vragen", "Vragen stellen"),),
        sources=(tree.Source(uid(), "S0", "Een persbericht"),),
        media=(),
        course=tree.Course(
            uid(), "Kleine cursus", "iedereen", "lezen", "5 minuten", "6 mensen", "geen", "gesprek"
        ),
        modules=(module,),
        methods=(Method(uid(), "vertellen", "Vertellen", 10, (), (step,)),),
    )


LESSON = "modules/01-begin/01-eerste-les.yaml"
MODULE = "modules/01-begin/module.yaml"


def problems_after(path: str, old: str, new: str) -> list[str]:
    """Return what the reader says, as text, after `old` in one file of the small package became `new`."""
    files = write_files(small_package())
    text = files[path].decode()
    assert old in text, f"{old!r} is not in {path}"
    return problems_in(files | {path: text.replace(old, new, 1).encode()})


def problems_in(files: dict[str, bytes]) -> list[str]:
    """Return what the reader says about `files`, as text; an empty list when it reads them."""
    try:
        read_files(files)
    except PackageError as error:
        return [str(problem) for problem in error.problems]
    return []
