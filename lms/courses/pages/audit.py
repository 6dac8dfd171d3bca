"""What is logged about content beyond what Wagtail logs itself."""

from wagtail.models import Page

from lms.audit.public import Result, record, register_actions

register_actions({"courses.publishing_refused": "Online zetten ging niet door"})


def publishing_refused(page: Page, slots: tuple[str, ...]) -> None:
    """A planned publication did not happen: a fill-in word is empty. `slots` are names, not values."""
    record(
        "courses.publishing_refused",
        subject=page,
        actor=None,
        result=Result.REFUSED,
        slots="+".join(slots)[:100],
    )
