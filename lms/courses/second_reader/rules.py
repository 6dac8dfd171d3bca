"""Pure: is a text still the one that was handed in?"""

from collections.abc import Mapping
from typing import Any

# Topics of events: a text waits for a reader; the reader answered.
HANDED_IN, ANSWERED = "courses.text_handed_in", "courses.text_answered"

# What Wagtail keeps beside the words of a page: a remark of the reader, or a save, changes these and no text.
BESIDE = frozenset(
    {
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "wagtail_admin_comments",
    }
)


def same_text(handed_in: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Say whether two stored versions of a page hold the same words, whatever was remarked beside them."""
    return _words(handed_in) == _words(now)


def _words(content: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name not in BESIDE}
