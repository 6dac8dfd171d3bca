"""Template filters of the sign-in pages."""

from django import template

register = template.Library()
GROUP = 4


@register.filter
def in_groups(secret: str) -> str:
    """Return a long secret in groups of four characters, easier to copy by hand."""
    return " ".join(secret[i : i + GROUP] for i in range(0, len(secret), GROUP))
