"""Small courses: pages and blocks as an editor would make them, with ids of their own."""

import json
import uuid
from datetime import UTC, datetime
from typing import Any

from lms.accounts.models import User
from lms.courses.models import CoursePage, Enrollment, HomePage, LessonPage, ModulePage, TralansPage

Block = dict[str, Any]
ENROLLED_AT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def block(kind: str, **value: Any) -> Block:
    """Make one stored block."""
    return {"type": kind, "id": str(uuid.uuid4()), "value": value}


def item(**value: Any) -> Block:
    """Make one stored item of a list."""
    return {"type": "item", "id": str(uuid.uuid4()), "value": value}


def text(html: str = "<p>Een OCO luistert.</p>") -> Block:
    """Make running text."""
    return block("text", html=html)


def question(prompt: str = "Wat betaalt de inwoner?") -> Block:
    """Make a question with three answers; the first is right."""
    answers = [
        item(text="Niets.", correct=True, explanation="Ja. Een OCO is altijd gratis."),
        item(text="Een eigen bijdrage.", correct=False, explanation="Die is er niet."),
        item(text="Tien euro.", correct=False, explanation="Een OCO kost geen geld."),
    ]
    return block("question", code="Q1.1", prompt=prompt, answers=answers)


def scenario(title: str = "De verhuisdozen", situation: str = "Ze vraagt of jij helpt. Wat doe je?") -> Block:
    """Make a scenario with three reactions: one fits, one needs care, one does not fit."""
    reactions = [
        item(text="Je vraagt na wie helpt.", judgement="fits", feedback="Je blijft in je rol."),
        item(text="Je zegt nee.", judgement="careful", feedback="De grens klopt. Help haar verder."),
        item(text="Je helpt zaterdag.", judgement="unfit", feedback="Eén keer wordt vaak vaker."),
    ]
    return block("scenario", code="S5.2", title=title, situation=situation, reactions=reactions)


def options(exercise: Block) -> list[uuid.UUID]:
    """Return the ids of the answers or reactions of an exercise, in order."""
    value = exercise["value"]
    return [uuid.UUID(one["id"]) for one in value.get("answers") or value["reactions"]]


def course(
    home: HomePage, title: str = "Basistraining OCO", slug: str = "basistraining", **fields: Any
) -> CoursePage:
    """Make a course that is online."""
    page: CoursePage = home.add_child(instance=CoursePage(title=title, slug=slug, **fields))
    return page


def module(course: CoursePage, number: int = 1, title: str = "Wat is OCO?", **fields: Any) -> ModulePage:
    """Make a module that is online."""
    course.refresh_from_db()
    page: ModulePage = course.add_child(
        instance=ModulePage(title=title, slug=f"module-{number}", number=number, **fields)
    )
    return page


def lesson(module: ModulePage, *blocks: Block, title: str = "Geen maatje", **fields: Any) -> LessonPage:
    """Make a lesson that is online, with these blocks."""
    module.refresh_from_db()
    fields.setdefault("slug", f"les-{module.numchild + 1}")
    fields.setdefault("minutes_reading", 2)
    fields.setdefault("minutes_doing", 4)
    page: LessonPage = module.add_child(
        instance=LessonPage(title=title, body=json.dumps(list(blocks or [text()])), **fields)
    )
    return page


def tralans(course: CoursePage, **fields: Any) -> TralansPage:
    """Make the Tralans page, with its themes."""
    course.refresh_from_db()
    themes = [
        block("theme", title=name, subtitle="Wat lukt?", questions=[item(text="Hoe gaat een dag?")], note="")
        for name in ("Zelfredzaamheid", "De beperking", "De ondersteuning")
    ]
    fields = {
        "banner": "<p>Status: noodtekst.</p>",
        "exercise_title": "Waar is het nu niet stabiel?",
        **fields,
    }
    page: TralansPage = course.add_child(
        instance=TralansPage(
            title="Het Tralansmodel", slug="tralansmodel", themes=json.dumps(themes), **fields
        )
    )
    return page


def enrolled(user: User, course: CoursePage) -> Enrollment:
    """Let a person take a course."""
    return Enrollment.objects.create(user=user, course=course, enrolled_at=ENROLLED_AT)
