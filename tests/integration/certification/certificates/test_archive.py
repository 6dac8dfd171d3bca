"""The PDF by the rules of the archive (ISO 19005-3), with the checker that comes with pikepdf."""

import io
import re

import pikepdf
import pytest
from pikepdf.pdfa import validate_written

pytestmark = pytest.mark.django_db
# The checker knows level B and no extension schemas (both of which level A and part 3 allow), and no forms.
ALLOWED = re.compile(
    r"XMP namespace pdfa(Extension|Schema|Property)=\S+ is not permitted"
    r"|XMP property (pdfuaid:part|pdfaExtension:schemas) is not permitted"
    r"|pdfaid:conformance is 'A', expected 'B'"
    r"|interactive forms \(/AcroForm\) are not supported"
)


def test_it_keeps_the_rules_of_the_archive(drawn):
    found = validate_written(io.BytesIO(drawn), "3b").findings
    assert [str(each) for each in found if not ALLOWED.fullmatch(each.message)] == []


def test_the_checker_of_the_archive_notices_a_file_that_is_too_new(drawn):
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        pdf.Root.Version = pikepdf.Name("/2.0")
        changed = io.BytesIO()
        pdf.save(changed)
    found = validate_written(changed, "3b").findings
    assert any("6.1.2" in each.rule for each in found)
