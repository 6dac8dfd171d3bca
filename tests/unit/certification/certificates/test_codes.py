"""The code on the paper: derived, easy to type, and of one certificate and one key only."""

import re
import string
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.certification.certificates.codes import CODE_SIGNS, as_typed, is_code, paper_code

SECRET, CERTIFICATE = b"s" * 32, uuid.UUID(int=1).bytes
secrets = st.binary(min_size=16, max_size=64)
certificates = st.uuids().map(lambda found: found.bytes)


def test_it_is_the_same_every_time():
    assert paper_code(SECRET, CERTIFICATE) == paper_code(SECRET, CERTIFICATE) == "08AD-GCGW-EJY1"


@given(secrets, certificates)
def test_it_has_three_groups_of_four_clear_signs(secret, certificate):
    code = paper_code(secret, certificate)
    assert re.fullmatch(rf"[{CODE_SIGNS}]{{4}}(-[{CODE_SIGNS}]{{4}}){{2}}", code)
    assert not set(code) & set("OILU")


@given(secrets, certificates)
def test_it_is_known_however_it_is_typed(secret, certificate):
    code = paper_code(secret, certificate)
    for typed in (
        code.lower(),
        code.replace("-", " "),
        f"  {code} ",
        code.replace("0", "o").replace("1", "l"),
    ):
        assert as_typed(typed) == code
        assert is_code(typed, [b"another", secret], certificate)


@given(secrets, certificates, certificates)
def test_it_opens_no_other_certificate(secret, certificate, other):
    assert is_code(paper_code(secret, certificate), [secret], other) is (certificate == other)


@given(secrets, secrets, certificates)
def test_it_is_worth_nothing_under_another_key(secret, other, certificate):
    assert is_code(paper_code(secret, certificate), [other], certificate) is (secret == other)


@given(st.text(alphabet=string.printable, max_size=40))
def test_it_is_not_guessed_by_what_people_type(typed):
    assert is_code(typed, [SECRET], CERTIFICATE) is (as_typed(typed) == paper_code(SECRET, CERTIFICATE))


@pytest.mark.parametrize("typed", ["", "-", "08AD-GCGW-EJY", "08AD-GCGW-EJY66", "UUUU-UUUU-UUUU", "日" * 12])
def test_it_takes_nonsense_for_no_code(typed):
    assert as_typed(typed) == ""
    assert not is_code(typed, [SECRET], CERTIFICATE)
