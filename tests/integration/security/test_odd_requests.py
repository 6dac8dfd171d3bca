"""Any verb at every address, by everybody: never a broken page, never an effect."""

import pytest

from tests.integration.security.town import (
    MAY_BE_UNWELL,
    Browser,
    Town,
    arranged,
    rows,
    written_tables,
)

pytestmark = pytest.mark.django_db
VERBS = ("get", "head", "options", "put", "patch", "delete")
# Reading leaves these behind: who looked, the session itself, and the settings row of a new installation.
TRACES = {
    "django_session",
    "wagtailcore_modellogentry",
    "usersessions_usersession",
    "account_emailaddress",
    "exports_pull",
}
# An overview brings the saved standings up to date; who changed because of a day is told to other systems.
OVERVIEWS = {"dashboards:board", "dashboards:matrix", "dashboards:matrix_download", "dashboards:outlook"}
SAVED = {name: {"certification_standing", "outbox_outboxmessage"} for name in OVERVIEWS}
# A picture is made in one of four widths at the first visit: the same for everybody who comes after.
SAVED["media:picture"] = {"courses_picturerendition"}


@pytest.mark.parametrize("who", ["visitor", "noor", "femke", "koen", "ada"])
def test_it_survives_every_verb_and_changes_nothing_without_a_post(town: Town, who: str):
    browser = Browser(town, who)
    broken, changed = [], []
    for name, _row in rows():
        with arranged(name, town) as url:
            for verb in VERBS:
                with written_tables() as written:
                    status = getattr(browser, verb)(url).status_code
                if status >= 500 and name != MAY_BE_UNWELL:
                    broken.append((name, verb, status))
                if found := written - TRACES - SAVED.get(name, set()):
                    changed.append((name, verb, found))
    assert broken == []
    assert changed == []
