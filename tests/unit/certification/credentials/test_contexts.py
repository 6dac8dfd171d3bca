"""The table of contexts: exactly these files, and nothing from outside."""

from pathlib import Path

import pytest
from pyld.jsonld import JsonLdError

from lms.certification.credentials.contexts import PINNED, ContextError, Pinned, local_loader, read_pinned
from lms.certification.credentials.issuers import BADGES_CONTEXT, VC_CONTEXT


@pytest.mark.parametrize("url", [VC_CONTEXT, BADGES_CONTEXT])
def test_it_serves_the_pinned_contexts(url: str):
    assert "@context" in local_loader()(url, {})["document"]


def test_it_refuses_every_other_address():
    with pytest.raises(JsonLdError, match="outside the allowed set"):
        local_loader()("https://www.w3.org/2018/credentials/v1", {})


def test_it_refuses_a_context_in_which_one_byte_changed(tmp_path: Path):
    known = PINNED[BADGES_CONTEXT]
    file = tmp_path / "context.jsonld"
    file.write_bytes(known.path.read_bytes())
    assert read_pinned(Pinned(file, known.sha256)) == read_pinned(known)
    file.write_bytes(known.path.read_bytes().replace(b"criteria", b"criterie", 1))
    with pytest.raises(ContextError, match="not the file that is pinned"):
        read_pinned(Pinned(file, known.sha256))


def test_it_says_what_to_do_when_a_context_is_missing(tmp_path: Path):
    with pytest.raises(ContextError, match="npm run assets"):
        read_pinned(Pinned(tmp_path / "context.jsonld", "0" * 64))
