"""Rows that are written once: the ground of everything that must be explainable years later."""

from typing import Any

from django.db import models
from django.db.models import Max


class AppendOnlyError(TypeError):
    """Somebody tried to change a row of the ledger; a correction is a new row."""


class AppendOnly(models.Model):
    """A row that is written once. Only erasing a person takes rows away."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; raise AppendOnlyError for a row that is there already."""
        if not self._state.adding:
            raise AppendOnlyError(type(self).__name__)
        super().save(*args, **kwargs)


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows that cannot be changed in bulk either."""

    def update(self, **values: Any) -> int:
        """Refuse. Django's own SET_NULL does not come through here."""
        raise AppendOnlyError(self.model.__name__)

    def next_number(self) -> int:
        """Return the number that a new version among these rows gets; held until the transaction ends.

        The oldest row is the lock. While there is none yet, two first versions may both get 1: the constraint
        refuses the second, and its writer tries again.
        """
        is_held = bool(list(self.select_for_update().order_by("pk")[:1]))  # wait first, then read the newest
        newest = self.aggregate(Max("number"))["number__max"]
        if newest is None:
            return 1
        # Written between the two reads above: nothing was held then, so begin again.
        return int(newest) + 1 if is_held else self.next_number()
