"""The files of a course package: which part of the tree stands in which file.

``package.yaml`` (manifest, slots, competences, sources, media) and ``course.yaml`` are always there; the
other single files, and ``regeling.json``, are optional. Methods, modules and lessons carry their position and
slug in their name, so a listing of the folder reads like the course.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from lms.packages import checks, scheme_file
from lms.packages.codec import Reading, decode, decode_fields, encode
from lms.packages.guides import ClosingTalk, Glossary, Method, RecordRules, TrainerGuide, Tralans
from lms.packages.problems import PackageError, Place, Problem
from lms.packages.tree import FORMAT, Course, Lesson, Module, Package
from lms.packages.yaml_reader import Mapping as MappingNode
from lms.packages.yaml_reader import Node, Scalar, parse
from lms.packages.yaml_writer import dump

HEAD_FILE = "package.yaml"
_HEAD = ("manifest", "slots", "competences", "sources", "media")
_BESIDE_HEAD = tuple(one.name for one in fields(Package) if one.name not in _HEAD)
_SINGLE: dict[str, tuple[str, type[Any]]] = {
    "course": ("course.yaml", Course),
    "glossary": ("glossary.yaml", Glossary),
    "closing_talk": ("closing-talk.yaml", ClosingTalk),
    "trainer": ("trainer.yaml", TrainerGuide),
    "tralans": ("tralans.yaml", Tralans),
    "record": ("record.yaml", RecordRules),
}
_METHOD = re.compile(r"methods/(\d+)-[a-z0-9-]+\.yaml")
_MODULE = re.compile(r"modules/(\d+)-[a-z0-9-]+/module\.yaml")
_LESSON = re.compile(r"(modules/\d+-[a-z0-9-]+)/(\d+)-[a-z0-9-]+\.yaml")


def write_files(package: Package) -> dict[str, bytes]:
    """Return the files of `package` by path. The same package always gives the same bytes.

    What is written can be read: raises PackageError when `package` breaks a rule of the format.
    """
    files = {path: dump(plain) for path, plain in _plain_files(package).items()}
    if package.scheme is not None:
        files[scheme_file.FILE] = scheme_file.write(package.scheme)
    if read_files(files) != package:
        raise PackageError([Problem(Place(), "Dit pakket kan niet zonder verlies worden opgeslagen.")])
    return files


def read_files(files: Mapping[str, bytes]) -> Package:
    """Return the package that `files` (path to content, without media) describe.

    Raises PackageError with everything that is wrong, not only the first thing.
    """
    reading = Reading()
    texts = sorted(path for path in files if path != scheme_file.FILE)
    nodes = {path: parse(files[path], path, reading.problems) for path in texts}
    _refuse_other_format(nodes.get(HEAD_FILE))
    parts = _read_head(nodes, reading) | _read_single(nodes, reading)
    parts["methods"] = _read_numbered(nodes, _METHOD, Method, "methods", reading)
    parts["modules"] = _read_modules(nodes, reading)
    content = files.get(scheme_file.FILE)
    parts["scheme"] = None if content is None else scheme_file.read(content, reading.problems)
    for path in nodes:
        if not _is_known(path):
            reading.complain(Place(path), "Dit bestand hoort niet in een cursuspakket.")
    _check_mentions(parts, reading)
    if not reading.problems:
        package = Package(**parts)
        checks.check_names(package, reading)
        checks.check_media(package, reading)
        checks.check_scheme(package, reading)
    if reading.problems:
        raise PackageError(reading.problems)
    return package


def _check_mentions(parts: Mapping[str, Any], reading: Reading) -> None:
    checks.check_uids(reading)
    if "manifest" in parts:
        checks.check_slots(parts["slots"], reading)
        checks.check_references(parts["competences"], parts["media"], reading)


def _plain_files(package: Package) -> dict[str, Any]:
    files = {HEAD_FILE: encode(package, leave_out=_BESIDE_HEAD)}
    for name, (path, _cls) in _SINGLE.items():
        if getattr(package, name) is not None:
            files[path] = encode(getattr(package, name))
    for position, method in enumerate(package.methods, start=1):
        files[_numbered("methods", position, method.slug)] = encode(method)
    for position, module in enumerate(package.modules, start=1):
        folder = _module_folder(position, module.slug)
        files[f"{folder}/module.yaml"] = encode(module, leave_out=("lessons",))
        for place, lesson in enumerate(module.lessons, start=1):
            files[_numbered(folder, place, lesson.slug)] = encode(lesson)
    return files


def _numbered(folder: str, position: int, slug: str) -> str:
    return f"{folder}/{position:02d}-{slug}.yaml"


def _module_folder(position: int, slug: str) -> str:
    return f"modules/{position:02d}-{slug}"


def _is_known(path: str) -> bool:
    if path == HEAD_FILE or any(path == single for single, _cls in _SINGLE.values()):
        return True
    return any(pattern.fullmatch(path) for pattern in (_METHOD, _MODULE, _LESSON))


def _refuse_other_format(head: Node | None) -> None:
    """Stop at once when the package says it has another format: all other complaints would be noise."""
    manifest = head.items.get("manifest") if isinstance(head, MappingNode) else None
    number = manifest.items.get("format") if isinstance(manifest, MappingNode) else None
    if isinstance(number, Scalar) and number.value != str(FORMAT):
        sentence = f"Dit pakket heeft vorm ‘{number.value}’. Deze versie leest alleen vorm {FORMAT}."
        raise PackageError([Problem(Place(HEAD_FILE, number.line, "manifest.format"), sentence)])


def _read_head(nodes: Mapping[str, Node | None], reading: Reading) -> dict[str, Any]:
    place = Place(HEAD_FILE)
    if HEAD_FILE not in nodes:
        reading.complain(place, "Dit bestand ontbreekt. Zonder dit bestand is het geen cursuspakket.")
    node = nodes.get(HEAD_FILE)
    return (decode_fields(Package, node, place, reading, leave_out=_BESIDE_HEAD) or {}) if node else {}


def _read_single(nodes: Mapping[str, Node | None], reading: Reading) -> dict[str, Any]:
    if "course.yaml" not in nodes:
        reading.complain(Place("course.yaml"), "Dit bestand ontbreekt.")
    parts: dict[str, Any] = {}
    for name, (path, cls) in _SINGLE.items():
        node = nodes.get(path)
        parts[name] = decode(cls, node, Place(path), reading) if node else None
    return parts


def _read_modules(nodes: Mapping[str, Node | None], reading: Reading) -> tuple[Module, ...]:
    modules = []
    heads = _in_order(nodes, _MODULE)
    for position, path in enumerate(heads, start=1):
        folder = path.removesuffix("/module.yaml")
        inside = {name: node for name, node in nodes.items() if name.startswith(f"{folder}/")}
        lessons = _read_numbered(inside, _LESSON, Lesson, folder, reading)
        node = nodes[path]
        values = decode_fields(Module, node, Place(path), reading, leave_out=("lessons",)) if node else None
        if values:
            _check_path(path, f"{_module_folder(position, values['slug'])}/module.yaml", reading)
            modules.append(Module(**values, lessons=lessons))
    _refuse_orphans(nodes, heads, reading)
    return tuple(modules)


def _refuse_orphans(nodes: Mapping[str, Node | None], heads: list[str], reading: Reading) -> None:
    for path in nodes:
        match = _LESSON.fullmatch(path)
        if match and f"{match[1]}/module.yaml" not in heads:
            reading.complain(Place(path), "Bij deze les ontbreekt het bestand module.yaml.")


def _read_numbered(
    nodes: Mapping[str, Node | None], pattern: re.Pattern[str], cls: type[Any], folder: str, reading: Reading
) -> tuple[Any, ...]:
    parts = []
    for position, path in enumerate(_in_order(nodes, pattern), start=1):
        node = nodes[path]
        part = decode(cls, node, Place(path), reading) if node else None
        if part:
            _check_path(path, _numbered(folder, position, part.slug), reading)
            parts.append(part)
    return tuple(parts)


def _in_order(nodes: Mapping[str, Node | None], pattern: re.Pattern[str]) -> list[str]:
    found = {match[0]: int(match[match.lastindex or 0]) for match in map(pattern.fullmatch, nodes) if match}
    return sorted(found, key=lambda path: (found[path], path))


def _check_path(path: str, expected: str, reading: Reading) -> None:
    if path != expected:
        reading.complain(Place(path), f"Dit bestand hoort {expected} te heten.")
