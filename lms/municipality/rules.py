"""Pure rules of the municipality's settings: slots in texts, and colours that people can read."""

import hashlib
import re
from collections.abc import Callable, Mapping

PAPER = "#fbf8f2"
TINT = 0.12
HEX = r"#[0-9a-fA-F]{6}"
MINIMUM_CONTRAST = 4.5  # WCAG 2.2, 1.4.3
SLOT_NAME = r"^[a-z][a-z0-9_]*$"
SLOT = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")


def slots_in(text: str) -> set[str]:
    """Return the names of the slots used in a text."""
    return set(SLOT.findall(text))


def fill_slots(text: str, values: Mapping[str, str], escape: Callable[[str], str] = str) -> str:
    """Return the text with each known slot replaced by its escaped value; unknown ones show as […]."""
    return SLOT.sub(lambda match: escape(values.get(match.group(1)) or "[…]"), text)


def unfilled(text: str, values: Mapping[str, str]) -> set[str]:
    """Return the slots of a text that have no value: empty, or unknown to this municipality."""
    return {name for name in slots_in(text) if not values.get(name)}


def _channel(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(color: str) -> float:
    """Return the relative luminance (0–1) of `#rrggbb`, by the formula of WCAG 2.2."""
    red, green, blue = (_channel(int(color[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast ratio (1–21) of two colours `#rrggbb`, by the formula of WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def phone_uri(phone: str) -> str:
    """Return the `tel:` address of a Dutch number written for people, or "" when it is not one (RFC 3966)."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    if phone.strip().startswith("+"):
        return f"tel:+{digits}" if len(digits) >= 8 else ""
    return f"tel:+31{digits[1:]}" if re.fullmatch(r"0\d{9}", digits) else ""


def tint_of(color: str) -> str:
    """Return a very light version of `#rrggbb`, for what lies under words in that colour."""
    channels = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * TINT):02x}" for channel in channels)


def house_style(action: str, heading: str) -> str:
    """Return the style sheet of a municipality's colours; "" for colours that are not `#rrggbb`."""
    if not (re.fullmatch(HEX, action) and re.fullmatch(HEX, heading)):
        return ""
    return f":root{{--brand:{action};--brand-dark:{heading};--brand-tint:{tint_of(action)}}}\n"


def version_of(text: str) -> str:
    """Return a short name for exactly this text, so that a browser may keep it for ever."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
