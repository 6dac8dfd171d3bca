"""Course packages of every shape, made from the annotations of the tree itself."""

from dataclasses import MISSING, fields, is_dataclass, replace
from html import escape
from typing import Any, Literal, get_args, get_origin, get_type_hints
from uuid import UUID

from hypothesis import strategies as st

from lms.certification.readiness import CompletedItems, ContactLinked, Effect, Scheme
from lms.packages import guides, kinds, markup, slots, tree
from lms.packages.blocks import BLOCK_TYPES, Block, DownloadValue, ImageValue, VideoValue
from lms.packages.exercises import EXERCISE_TYPES
from lms.packages.kinds import Kind
from tests.property.packages.repairs import NO_UID, repaired

# Words that YAML would rather read as something else, and characters that mean something in YAML or HTML.
TRICKY = ["ja", "no", "yes", "on", "null", "~", "12", "1.0", "1e3", "0x1F", "2026-11-22", "12:30", "<<", "="]
TRICKY += [
    "- a",
    "a: b",
    "# a",
    "a #b",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a",
    "'a",
    '"a"',
    "|",
    ">-",
    "[a",
    "{a",
]
TRICKY += ["R&D", "a < b", "&amp;", "…", "é", "e\u0301", "👩‍🦽", "\u00a0x", "a\u200bb", "\\n", "a" * 90]

characters = st.characters(
    codec="utf-8", categories=("L", "M", "N", "P", "S", "Z"), exclude_characters="\u2028\u2029{}"
)
loose = st.one_of(st.sampled_from(TRICKY), st.text(characters, max_size=30))


def _words(text: str) -> str:
    return " ".join(text.split())


lines = loose.map(_words).filter(lambda text: text != "" and kinds.complaints(Kind.LINE, text) == [])
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)


def _wrapped(tag: str, inner: str) -> str:
    return f"<{tag}>{inner}</{tag}>"


LINK = '<a href="https://voorbeeld.nl/?a=1&amp;b=2">{}</a>'
WRAPS = ["{}", "<b>{}</b>", "<i>{}</i>", "{}<br>x", LINK]


@st.composite
def inlines(draw: st.DrawFn) -> str:
    """Return one line of text, some of it bold, slanted or a link."""
    pieces = draw(st.lists(st.tuples(st.sampled_from(WRAPS), lines), min_size=1, max_size=3))
    return markup.canonical(
        " ".join(wrap.format(escape(text, quote=False)) for wrap, text in pieces), inline=True
    )


filled_inlines = inlines().filter(lambda text: text != "")
items = st.lists(filled_inlines.map(lambda text: _wrapped("li", text)), min_size=1, max_size=3).map("".join)
leaves = st.one_of(
    st.builds(_wrapped, st.sampled_from(["p", "h3", "h4"]), filled_inlines),
    st.builds(_wrapped, st.sampled_from(["ul", "ol"]), items),
    st.builds(
        _wrapped, st.sampled_from(["ul", "ol"]), items.map(lambda inner: f"<li>a<ol>{inner}</ol></li>")
    ),
    filled_inlines.map(lambda text: f"<blockquote><p>{text}</p></blockquote>"),
)
htmls = st.lists(leaves, min_size=1, max_size=3).map(lambda blocks: markup.canonical("".join(blocks)))

BY_KIND = {
    Kind.UID: st.just(NO_UID),
    Kind.SLUG: st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True),
    Kind.NAME: st.from_regex(slots.NAME, fullmatch=True).filter(lambda name: len(name) < 40),
    Kind.LINE: lines,
    Kind.TEXT: texts,
    Kind.HTML: htmls,
    Kind.INLINE: filled_inlines,
    Kind.CELL: inlines(),
    Kind.COMPETENCE: st.just(""),
    Kind.MEDIUM: st.just(NO_UID),
}


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a field of the tree with this annotation."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if is_dataclass(hint):
        return parts(hint)  # type: ignore[arg-type]
    if get_origin(hint) is tuple:
        return st.lists(of_type(get_args(hint)[0]), max_size=2).map(tuple)
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    return BY_KIND[hint.__metadata__[0]]


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    """Return a block of any type."""
    value = draw(st.sampled_from(list(BLOCK_TYPES.values())).flatmap(parts))
    return Block(NO_UID, value)


SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(0, 999_999),
    bool: st.booleans(),
    Block: blocks(),
}


def parts(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for one part of the tree, repaired where parts must agree with each other."""
    hints = get_type_hints(cls, include_extras=True)
    values = {}
    for one in fields(cls):
        strategy = st.deferred(lambda hint=hints[one.name]: of_type(hint))  # type: ignore[misc]
        optional = one.default is not MISSING
        values[one.name] = st.one_of(st.just(one.default), strategy) if optional else strategy
    return st.builds(cls, **values).map(repaired)


class Numbering:
    """Gives every part its own uid, and every name that must differ its own number."""

    def __init__(self) -> None:
        self.given = 0

    def next(self) -> int:
        """Return a number that was not given out before."""
        self.given += 1
        return self.given

    def renamed(self, part: Any) -> Any:
        """Return `part` and all below it with uids of their own."""
        if isinstance(part, tuple):
            return tuple(self.renamed(one) for one in part)
        if not is_dataclass(part):
            return part
        changes = {one.name: self.renamed(getattr(part, one.name)) for one in fields(part)}
        name, file = MEDIUM_FIELDS.get(type(part), ("recording", "geluid.mp3"))
        if changes.get(name):
            changes[name] = MEDIA[file]
        for name in ("uid", *UNIQUE.get(type(part), ())):
            if name in changes:
                changes[name] = self.unique(name, changes[name])
        return replace(part, **changes)  # type: ignore[type-var]

    def unique(self, name: str, value: Any) -> Any:
        """Return a value for the field `name` that no other part has."""
        number = self.next()
        if name == "uid":
            return str(UUID(int=number))
        if name == "number":
            return number
        return f"{value}_n{number}" if name == "name" else f"{value}-{number}"


UNIQUE: dict[type, tuple[str, ...]] = {
    tree.Slot: ("name",),
    tree.Competence: ("code",),
    tree.Source: ("code",),
    tree.Module: ("slug", "number"),
    tree.Lesson: ("slug",),
    guides.Method: ("slug",),
    **dict.fromkeys(EXERCISE_TYPES.values(), ("code",)),
}
FILES = ("beeld.png", "film.mp4", "geluid.mp3", "ondertitels.vtt", "stuk.pdf")
MEDIA = {file: str(UUID(int=10**9 + at)) for at, file in enumerate(FILES)}
MEDIUM_FIELDS: dict[type, tuple[str, str]] = {
    ImageValue: ("picture", "beeld.png"),
    VideoValue: ("recording", "film.mp4"),
    DownloadValue: ("file", "stuk.pdf"),
}


def media() -> st.SearchStrategy[tuple[tree.Medium, ...]]:
    """Return one medium of every kind; the film has captions and a poster, the sound a transcript."""
    film = {"captions": MEDIA["ondertitels.vtt"], "poster": MEDIA["beeld.png"], "transcript": "Ja.\n- nee"}
    more = {"film.mp4": film, "geluid.mp3": {"transcript": "Eén."}}
    bare = {"captions": "", "poster": "", "transcript": ""}
    return st.tuples(
        *(
            parts(tree.Medium).map(
                lambda one, file=file: replace(
                    one,
                    **{"uid": MEDIA[file], "file": file, "sha256": "0" * 64, **bare, **more.get(file, {})},
                )
            )
            for file in FILES
        )
    )


@st.composite
def packages(draw: st.DrawFn) -> tree.Package:
    """Return a package that keeps every rule of the format."""
    hints = get_type_hints(tree.Package, include_extras=True)
    values: dict[str, Any] = {}
    del hints["scheme"]  # no part with a uid: see schemes_about
    for name, hint in hints.items():
        inner: list[Any] = [one for one in get_args(hint) if is_dataclass(one)]
        optional = inner and get_origin(hint) is not tuple
        values[name] = draw(st.none() | parts(inner[0]) if optional else of_type(hint))
    values["media"] = ()
    package: tree.Package = Numbering().renamed(tree.Package(**values))
    package = replace(package, media=draw(media()))
    return replace(package, scheme=draw(st.none() | schemes_about(package)))


def schemes_about(package: tree.Package) -> st.SearchStrategy[Scheme]:
    """Return a scheme that names lessons of a package, if it has any."""
    lessons = [lesson.uid for module in package.modules for lesson in module.lessons]
    words = st.sampled_from(["Eén les", "‘Ja’", "0", '"', "Regel 1\nRegel 2"])
    texts = dict.fromkeys(("title", "why", "how", "alternative"), words)
    leaves = st.builds(ContactLinked, id=st.just("contact"), effect=st.sampled_from(Effect), **texts)
    items = st.builds(
        CompletedItems,
        id=st.just("lessen"),
        effect=st.sampled_from(Effect),
        items=st.just(tuple(lessons)),
        **texts,
    )
    rules = st.tuples(leaves, items) if lessons else st.tuples(leaves)
    return st.builds(Scheme, slug=st.just("eigen"), title=words, rules=rules)
