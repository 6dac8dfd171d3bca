"""The demo's mailbox reads what Django wrote, newest first, and survives an empty folder."""

from lms.demo.mailbox import latest_mails
from lms.demo.people import DEMO_SECRET, current_code

RAW = """Content-Type: text/plain; charset="utf-8"
MIME-Version: 1.0
Content-Transfer-Encoding: 8bit
Subject: {subject}
From: leerplein@example.org
To: noor@example.org

Hallo Noor, dit is één mail.
-------------------------------------------------------------------------------
"""


def test_it_shows_the_newest_mail_first(tmp_path):
    (tmp_path / "a.log").write_text(
        RAW.format(subject="Eerste") + RAW.format(subject="Tweede"), encoding="utf-8"
    )
    mails = latest_mails(tmp_path)
    assert [mail.subject for mail in mails] == ["Tweede", "Eerste"]
    assert "één mail" in mails[0].text
    assert mails[0].to == "noor@example.org"


def test_it_shows_nothing_when_nothing_was_sent(tmp_path):
    assert latest_mails(tmp_path / "not-there") == []


def test_it_shows_a_code_of_six_figures():
    assert len(current_code(DEMO_SECRET)) == 6
