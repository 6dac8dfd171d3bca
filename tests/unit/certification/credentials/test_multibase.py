"""Text for bytes: the vectors of draft-msporny-base58-03."""

import pytest

from lms.certification.credentials.multibase import base58btc
from tests.unit.certification.credentials.checking import decoded


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Hello World!", "z2NEpo7TZRRrLZSi2U"),
        (
            b"The quick brown fox jumps over the lazy dog.",
            "zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z",
        ),
        (bytes.fromhex("0000287fb4cd"), "z11233QC4"),
        (b"", "z"),
        (b"\0", "z1"),
    ],
)
def test_it_writes_bytes_as_the_draft_does(data: bytes, text: str):
    assert base58btc(data) == text
    assert decoded(text) == data
