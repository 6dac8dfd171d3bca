"""What one sees, hears or takes along."""

from wagtail import blocks


class MediaBlocks(blocks.StreamBlock):
    """What one sees, hears or takes along."""
