"""What is logged about content beyond what Wagtail logs itself."""

from wagtail.models import Page

from lms.audit.public import Result, record, register_actions

register_actions({"courses.publishing_refused": "Online zetten ging niet door"})


def publishing_refused(page: Page, slots: tuple[str, ...], codes: tuple[str, ...] = ()) -> None:
    """A planned publication did not happen. `slots` are names of empty fill-in words, `codes` of findings."""
    record(
        "courses.publishing_refused",
        subject=page,
        actor=None,
        result=Result.REFUSED,
        slots="+".join(slots)[:100],
        codes="+".join(codes)[:100],
    )
