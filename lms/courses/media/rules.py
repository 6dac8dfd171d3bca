"""Pure: in which sizes a picture is shown, and how big a file is in words."""

WIDTHS = (320, 640, 960, 1280)
FORMATS = ("webp", "jpeg")
SHOWN_AT = 640


def widths_for(width: int) -> tuple[int, ...]:
    """Return the widths in pixels in which a picture is offered: up to the first that shows all there is."""
    return WIDTHS[: sum(one < width for one in WIDTHS) + 1]


def size_in_words(size: int) -> str:
    """Return the size of a file as people write it: `12 kB`, `1,4 MB`; "" for an unknown size."""
    if size <= 0:
        return ""
    if size < 1_000_000:
        return f"{max(round(size / 1000), 1)} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",").replace(",0 ", " ")
