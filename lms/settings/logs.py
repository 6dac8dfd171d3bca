"""Logging: one line per event on standard error, and never the words or the variables of an error.

An error's text and its local variables may hold names, addresses, answers or codes (BIO2 8.15.02,
quality.md §7, check 55); its kind and the place it came from are enough to find it.
"""

import logging
from typing import Any

import structlog
from structlog.typing import EventDict

from lms.settings.environment import log_level

LONGEST = 300  # what a visitor sends ends up in the log, and must not fill it or colour a terminal


class KindOnly(logging.Filter):
    """Replaces the traceback of a log record by the kind of the error and the place it came from."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without the words of its error."""
        if record.exc_info and record.exc_info[0] is not None:
            kind, _error, trace = record.exc_info
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
            record.msg = f"{record.getMessage()} error={kind.__name__} at={place}"
            record.args = ()
            record.exc_info = record.exc_text = None
        return True


def without_words(logger: Any, method: str, event: EventDict) -> EventDict:
    """Keep of an error its kind, of an address what stands before the question mark, and no hidden signs."""
    event.pop("exc_info", None)
    error = event.pop("exception", None)
    if isinstance(error, BaseException) and method != "exception":  # there KindOnly names it
        event["error"] = type(error).__name__
    if "request" in event:
        event["request"] = str(event["request"]).partition("?")[0]
    for name in {"request", "user_agent"} & event.keys():
        event[name] = "".join(sign if sign.isprintable() else "?" for sign in str(event[name])[:LONGEST])
    return event


structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        without_words,
        structlog.processors.LogfmtRenderer(sort_keys=True, key_order=["event"]),
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"kind_only": {"()": KindOnly}},
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["kind_only"]}
    },
    # What draws and signs PDFs tells every step; only what is wrong matters here.
    "loggers": {name: {"level": "WARNING"} for name in ("fontTools", "pikepdf", "pyhanko", "weasyprint")},
    "root": {"handlers": ["console"], "level": log_level()},
}
