"""Laws of the course package format."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lms.packages import guides, tree
from lms.packages.blocks import BLOCK_TYPES, Block
from lms.packages.codec import Reading, decode, encode
from lms.packages.format import read_files, write_files
from lms.packages.problems import PackageError, Place
from lms.packages.stream import read_blocks, stored_blocks
from lms.packages.tree import Package
from lms.packages.yaml_reader import parse
from lms.packages.yaml_writer import dump
from tests.property.packages.strategies import packages, parts
from tests.unit.packages.examples import small_package

SMALL = write_files(small_package())
PARTS: list[type[Any]] = [
    *BLOCK_TYPES.values(),
    tree.Manifest,
    tree.Slot,
    tree.Competence,
    tree.Course,
    tree.Lesson,
]
PARTS += [guides.Glossary, guides.ClosingTalk, guides.Method, guides.RecordRules, guides.TralansTheme]
slow = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@settings(slow, max_examples=150)
@given(st.sampled_from(PARTS).flatmap(parts))
def test_it_reads_back_every_part_it_wrote(part: Any) -> None:
    reading = Reading()
    node = parse(dump(encode(part)), "deel.yaml", reading.problems)
    assert node is not None
    assert decode(type(part), node, Place("deel.yaml"), reading) == part
    assert reading.problems == []


@slow
@given(packages())
def test_it_reads_back_what_it_wrote_and_writes_the_same_bytes_again(package: Package) -> None:
    files = write_files(package)
    again = read_files(files)
    assert again == package
    assert write_files(again) == files


@settings(slow, max_examples=100)
@given(st.sampled_from(sorted(SMALL)), st.integers(0, 2_000), st.integers(0, 30), st.binary(max_size=12))
def test_it_answers_any_damage_with_a_package_or_a_package_error(
    path: str, start: int, length: int, put: bytes
) -> None:
    content = SMALL[path]
    start = min(start, len(content))
    damaged = content[:start] + put + content[start + length :]
    package = read_or_none(SMALL | {path: damaged})
    if package is not None:
        assert read_files(write_files(package)) == package


def read_or_none(files: dict[str, bytes]) -> Package | None:
    """Return the package in `files`, or None when the reader says what is wrong."""
    try:
        return read_files(files)
    except PackageError as error:
        if not error.problems:
            raise
        return None


class Stored:
    """A StreamField's value as far as reading back goes: what is in the database."""

    def __init__(self, text: str) -> None:
        self.text = text

    def get_prep_value(self) -> Any:
        """Return the stored blocks."""
        return json.loads(self.text)


@settings(slow, max_examples=150)
@given(st.sampled_from(list(BLOCK_TYPES.values())).flatmap(parts), st.uuids().map(str))
def test_it_reads_back_every_block_that_the_site_stored(value: Any, uid: str) -> None:
    blocks = (Block(uid, value),)
    assert read_blocks(Stored(stored_blocks(blocks))) == blocks
