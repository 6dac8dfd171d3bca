"""The field that holds blocks, without writing their definitions into migrations."""

from typing import Any

from wagtail.fields import StreamField


class BlockField(StreamField):
    """A StreamField whose migrations say only that it is there.

    The database holds JSON whatever the blocks are, so a new block or another help text changes no table and
    needs no migration. (As ONS does; architecture.md §8.)
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return how a migration writes this field: without blocks."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
