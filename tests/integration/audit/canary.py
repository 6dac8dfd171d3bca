"""Look for words that must not be anywhere: names, addresses, answers (quality.md §7, check 55)."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from wagtail.models import ModelLogEntry, PageLogEntry


def assert_in_no_log_line(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, *words: str
) -> None:
    """Fail when a word is in what was printed or logged so far, tracebacks included."""
    out, err = capsys.readouterr()
    logged = [caplog.handler.format(record) for record in caplog.records]
    _assert_in_none([out, err, *logged], words, "a log line")


def assert_in_no_audit_row(*words: str) -> None:
    """Fail when a word is in any field of any entry of the audit log."""
    for model in (ModelLogEntry, PageLogEntry):
        _assert_in_none(map(_as_text, model.objects.values()), words, model._meta.label)


def tables_with(*words: str) -> set[str]:
    """Return the names of the tables, ours and the libraries', in which one of the words stands."""
    return {model._meta.label for model in apps.get_models(include_auto_created=True) if _holds(model, words)}


def _holds(model: type[models.Model], words: tuple[str, ...]) -> bool:
    if model._meta.proxy or not model._meta.managed or model._meta.label == "wagtailadmin.Admin":
        return False
    rows = (_as_text(row).lower() for row in model._base_manager.values())
    return any(word.lower() in row for row in rows for word in words)


def _as_text(row: dict[str, Any]) -> str:
    return json.dumps(row, default=str, ensure_ascii=False)


def _assert_in_none(texts: Iterable[str], words: tuple[str, ...], where: str) -> None:
    assert words, "say which words must not be there"
    for text in texts:
        for word in words:
            assert word.lower() not in text.lower(), f"a canary stands in {where}"
