"""The only verb that takes something out of the log: the end of its term."""

from datetime import datetime, timedelta

from wagtail.models import ModelLogEntry, PageLogEntry

KEEP = timedelta(days=366)  # 12 months, leap years included (domain.md §6.2, row "audit log")


def remove_old_entries(now: datetime) -> int:
    """Remove the entries that are older than 12 months; return how many there were."""
    old = (model.objects.filter(timestamp__lt=now - KEEP) for model in (ModelLogEntry, PageLogEntry))
    return sum(entries.delete()[0] for entries in old)
