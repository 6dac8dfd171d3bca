import pytest
import yaml

from lms.packages.problems import Problem
from lms.packages.yaml_reader import MAX_DEPTH, Mapping, Node, Scalar, parse
from lms.packages.yaml_writer import dump


def read(text: str | bytes) -> tuple[Node | None, list[str]]:
    problems: list[Problem] = []
    content = text if isinstance(text, bytes) else text.encode()
    node = parse(content, "les.yaml", problems)
    return node, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "word", ["ja", "no", "12", "5.2", "null", "~", "2026-11-22", "1e3", "0x1f", "<<", "="]
)
def test_it_keeps_each_word_as_it_is_written(word: str) -> None:
    node, problems = read(f"waarde: {word}")
    assert problems == []
    assert isinstance(node, Mapping)
    assert node.items["waarde"] == Scalar(word, 1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: &x 1\nb: *x", "les.yaml, regel 1: Een anker met & mag niet. Schrijf de tekst voluit."),
        ("a: 1\nb: *x", "les.yaml, regel 2: Een verwijzing met * mag niet. Schrijf de tekst voluit."),
        ("a: !!python/object:os.system x", "les.yaml, regel 1: Een soortaanduiding met ! mag niet."),
        ("a: 1\na: 2", "les.yaml, regel 2: ‘a’ staat hier twee keer."),
        ("a: 1\n---\nb: 2", "les.yaml, regel 2: Er mag maar één document in een bestand staan."),
        ("%YAML 1.1\n---\na: 1", "les.yaml, regel 1: Een regel die met % begint, mag niet."),
        ("a: [1", "les.yaml, regel 1: De vorm van het bestand (YAML) klopt hier niet."),
        ("? [a]\n: b", "les.yaml, regel 1: Voor een dubbele punt hoort hier één woord."),
        ("", "les.yaml: Het bestand is leeg."),
        (b"\xff\xfe", "les.yaml: Dit bestand is geen tekst in UTF-8."),
        (b"a: \x00", "les.yaml: Er staat een teken in dat niet mag."),
        ("[" * 5_000, "les.yaml, regel 1: De lijsten zitten hier te diep in elkaar."),
    ],
)
def test_it_refuses_what_a_course_package_never_needs(text: str | bytes, sentence: str) -> None:
    _node, problems = read(text)
    assert problems == [sentence]


def test_it_reads_lists_up_to_the_depth_limit() -> None:
    node, problems = read("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert node is not None
    assert problems == []


def test_it_reads_a_file_made_on_windows() -> None:
    node, problems = read("\ufeffa: |-\r\n  een\r\n  twee\r\n")
    assert problems == []
    assert isinstance(node, Mapping)
    assert node.items["a"] == Scalar("een\ntwee", 1)


def test_it_writes_long_text_as_a_literal_block_and_never_folds() -> None:
    long = "woord " * 60 + "eind"
    assert dump({"kort": "ja", "lang": long}) == f"kort: ja\nlang: |-\n  {long}\n".encode()


def test_it_writes_what_other_yaml_tools_read_as_the_same_text() -> None:
    plain = {"a": "no", "b": "1.0", "c": 5, "d": True, "e": ["x: y", "# geen opmerking", ""]}
    assert yaml.safe_load(dump(plain)) == plain


def test_it_writes_the_same_object_twice_without_a_reference() -> None:
    same = ["a"]
    assert b"*" not in dump({"een": same, "twee": same})
