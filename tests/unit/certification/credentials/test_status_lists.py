"""The bits of certificates that do not hold any more."""

import base64
import gzip

import pytest

from lms.certification.credentials.status_lists import (
    LIST_SIZE,
    encoded_list,
    numbers_on,
    status_entry,
    status_list_credential,
    withdrawn_numbers,
)
from tests.unit.certification.credentials.scene import NOW, SITE


def bits(text: str) -> str:
    assert text[0] == "u"
    packed = base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4))
    return "".join(f"{byte:08b}" for byte in gzip.decompress(packed))


def places(text: str) -> set[int]:
    return {place for place, bit in enumerate(bits(text)) if bit == "1"}


def test_it_is_long_enough_to_hide_who_is_asked_about():
    assert len(bits(encoded_list([]))) == LIST_SIZE == 131_072


@pytest.mark.parametrize("marked", [set(), {0}, {1}, {7, 8}, {17, 4_000}, {LIST_SIZE - 1}])
def test_it_sets_one_bit_for_each_place_from_the_left(marked: set[int]):
    assert places(encoded_list(marked)) == marked


def test_it_reads_the_empty_list_of_the_standard():
    # The example of Bitstring Status List 1.0: the same bits, whatever way they were compressed.
    example = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
    assert bits(example) == bits(encoded_list([]))


def test_it_marks_only_the_numbers_of_the_page():
    numbers = {3, LIST_SIZE - 1, LIST_SIZE, LIST_SIZE + 5}
    first, second = (status_list_credential(page, numbers, SITE, NOW) for page in (0, 1))
    assert places(first["credentialSubject"]["encodedList"]) == {3, LIST_SIZE - 1}
    assert places(second["credentialSubject"]["encodedList"]) == {0, 5}
    assert second["id"] == "https://leerplein.example.org/bewijs/status/1.json"


def test_it_points_from_a_number_to_its_page_and_place():
    entry = status_entry(LIST_SIZE + 5, SITE)
    assert entry["statusListCredential"] == "https://leerplein.example.org/bewijs/status/1.json"
    assert entry["statusListIndex"] == "5"


def test_it_knows_which_numbers_were_given_out_on_a_page():
    assert list(numbers_on(0, 0)) == []
    assert list(numbers_on(0, 3)) == [1, 2, 3]
    assert numbers_on(0, LIST_SIZE + 2) == range(1, LIST_SIZE)
    assert numbers_on(1, LIST_SIZE + 2) == range(LIST_SIZE, LIST_SIZE + 3)


def test_it_withdraws_what_does_not_hold_or_was_erased():
    assert withdrawn_numbers(range(1, 6), {1, 4}) == {2, 3, 5}
