"""Everything that can be typed, typed wrong: a page with a message, never a broken one."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.integration.security.forms_of import forms_of
from tests.integration.security.town import MAY_BE_UNWELL, Browser, Town, arranged, rows

pytestmark = pytest.mark.django_db
# Between them they get in everywhere.
WHO = ("koen", "ada", "noor", "femke", "visitor")
QUERIES = (
    "page=%00&stap=%00&groep=%00&sort=%00&next=%00&per_page=0&sleutel=%00&cursor=%00&aantal=%00",
    "page=-1&stap=-1&sort=-name__email&per_page=-1&rol=x&stand=x&action=x&since=x&until=9999-99-99&q=%FF",
    f"page={'9' * 50}&stap={'9' * 50}&per_page={'9' * 30}&aantal={'9' * 30}&cursor={'A' * 5000}",
    "page[]=1&page=1&page=2&stap=1&stap=x&sort=password&sort=user__password&since=0001-01-01&until=0001-01-01",
    "since=9999-12-31&until=9999-12-31&page=%E2%80%AE&stap=%D9%A1&per_page=%D9%A1&sort=%22%3E%3Csvg",
    "&".join(f"a{number}=1" for number in range(1200)),
)
MOST_FIELDS = 10  # later fields of a long form are more of the same rows
ALONE = ("\x00", "x" * 20_000, "9999-12-31")
TOGETHER = (
    *ALONE,
    "",
    "'\"><svg onload=alert(1)>{{ gemeente }}{% url %}",
    "0001-01-01",
    "\ud83d",
    "-1",
    "9" * 40,
    "NaN",
    "00000000-0000-0000-0000-000000000000",
    "\u202e\u200b",
    "[]",
)


@pytest.fixture
def browsers(town: Town) -> list[Browser]:
    return [Browser(town, who) for who in WHO]


def one_who_gets_in(browsers: list[Browser], url: str) -> tuple[Browser, Any]:
    """Return the first browser that sees this page, and the page; the last one where nobody does."""
    for browser in browsers:
        page = browser.get(url)
        if page.status_code == 200:
            break
    return browser, page


def test_it_answers_any_query(town: Town, browsers: list[Browser]):
    broken = []
    for name, _row in rows():
        with arranged(name, town) as url:
            browser, _page = one_who_gets_in(browsers, url)
            for query in QUERIES:
                status = browser.get(f"{url}?{query}").status_code
                if status >= 500 and name != MAY_BE_UNWELL:
                    broken.append((name, query[:60], status))
    assert broken == []


def attacks(fields: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield a form with every field wrong, and with one field wrong among plausible ones."""
    for value in TOGETHER:
        yield dict.fromkeys(fields, value)
    for name in list(fields)[:MOST_FIELDS]:
        for value in ALONE:
            yield fields | {name: value}


def test_it_answers_any_form(town: Town, browsers: list[Browser]):
    broken, tried = [], 0
    for name, row in rows():
        with arranged(name, town) as url:
            browser, page = one_who_gets_in(browsers, url)
            is_page = page.get("Content-Type", "").startswith("text/html")
            forms = forms_of(page.content.decode()) if is_page else []
            asked = [form.filled() for form in forms if not form.action]
            for by, fields in [*((browser, one) for one in asked), *((one, row.data) for one in browsers)]:
                for sent in attacks(fields) if fields else ():
                    tried += 1
                    # As a browser without manners would send it: bytes that are no text at all.
                    body = "&".join(f"{key}={_escaped(value)}" for key, value in sent.items())
                    status = by.post(url, body, content_type=FORM).status_code
                    if status >= 500 and name != MAY_BE_UNWELL:
                        wrong = [(key, value[:20]) for key, value in sent.items() if value in TOGETHER]
                        broken.append((name, wrong[:2], status))
    assert broken == []
    assert tried > 500


FORM = "application/x-www-form-urlencoded"


def _escaped(value: str) -> str:
    return "".join(f"%{byte:02X}" for byte in value.encode("utf-8", "surrogatepass"))
