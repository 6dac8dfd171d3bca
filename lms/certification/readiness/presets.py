"""The schemes that ship with the product, to begin from.

Source: the default readiness profile for OCO volunteers. Blocking are only the role boundaries, agreement,
secrecy, certificate of conduct, closing talk and guardian consent, because matching is fast and readiness
must never be a bottleneck. The texts are content in Dutch; another scheme brings its own. An installation
keeps the scheme that it has: a preset only serves to begin a new one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from lms.certification.readiness import almere_rules as almere
from lms.certification.readiness.names import BASIC_TRAINING, LIFE_DOMAINS, NAMES, deepening_of
from lms.certification.readiness.rules import ConversationHeld, Effect
from lms.certification.readiness.scheme import Domain, Scheme


class Builder(Protocol):
    """Makes a scheme for the items of a course; the arguments are those of `oco_almere_licht`."""

    def __call__(
        self,
        *,
        course_items: Iterable[str],
        boundary_scenarios: Iterable[str],
        awareness_items: Iterable[str],
        series: str = BASIC_TRAINING,
    ) -> Scheme: ...


@dataclass(frozen=True, slots=True)
class Preset:
    """A scheme to begin from: `about` says in a sentence what it is for, `build` makes it for a course."""

    slug: str
    title: str
    about: str
    build: Builder


def oco_almere_licht(
    *,
    course_items: Iterable[str],
    boundary_scenarios: Iterable[str],
    awareness_items: Iterable[str],
    series: str = BASIC_TRAINING,
) -> Scheme:
    """The default scheme for the items of a course, given by uid.

    `course_items` are all parts of the course, `boundary_scenarios` the scenarios of the modules on pure
    roles and own limits, `awareness_items` the parts of the module on privacy and safety; `series` names the
    meetings.
    Raises RuleError when one of the three is empty or names an item twice.
    """
    items = tuple(course_items)
    return Scheme(
        slug=_LICHT,
        title="OCO Almere licht",
        rules=(
            almere.boundaries(tuple(boundary_scenarios)),
            almere.limits_card(),
            *almere.statements(),
            *almere.seen_by_people(),
            almere.course(items),
            almere.live_days(series),
            almere.intervision(),
            almere.contact(),
            almere.awareness(tuple(awareness_items)),
            almere.refresh(items),
        ),
    )


def oco_levensbreed(
    *,
    course_items: Iterable[str],
    boundary_scenarios: Iterable[str],
    awareness_items: Iterable[str],
    series: str = BASIC_TRAINING,
) -> Scheme:
    """As `oco_almere_licht`, with the life domains that the service grew into: a talk for each."""
    shared = oco_almere_licht(
        course_items=course_items,
        boundary_scenarios=boundary_scenarios,
        awareness_items=awareness_items,
        series=series,
    )
    domains = tuple(_domain(code, title) for code, title in LIFE_DOMAINS.items())
    return replace(shared, slug=_LEVENSBREED, title="OCO levensbreed", domains=domains)


def _domain(code: str, title: str) -> Domain:
    talk = deepening_of(code)
    own = ConversationHeld(
        id=talk,
        title=f"{NAMES[talk][0].upper()}{NAMES[talk][1:]}",
        effect=Effect.BLOCK,
        why="Elk leefgebied heeft eigen regels en woorden. Je hoeft ze niet te kennen, wel te herkennen.",
        how="Praat met de trainer of de coördinator over dit leefgebied. Neem je eigen vragen mee.",
        alternative="Ken je dit leefgebied al, of deed je een cursus? Vertel het aan de coördinator.",
        what=talk,
    )
    return Domain(id=code, title=title, rules=(own,))


_LICHT, _LEVENSBREED = "oco_almere_licht", "oco_levensbreed"
_SHIPPED = (
    Preset(_LICHT, "OCO Almere licht", "Je bent inzetbaar voor alle leefgebieden samen.", oco_almere_licht),
    Preset(_LEVENSBREED, "OCO levensbreed", "Je bent inzetbaar per leefgebied.", oco_levensbreed),
)
PRESETS: Mapping[str, Preset] = MappingProxyType({each.slug: each for each in _SHIPPED})
"""The schemes that ship with the product, by slug."""
