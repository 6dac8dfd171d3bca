"""python -m tests.bench: a line per figure, build/bench.json, and exit code 1 when a bound is broken."""

import os
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "lms.settings.test"
    os.environ.setdefault("TEST_DB_NAME", "bench")
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    django.setup()
    sys.exit(import_module("tests.bench.command").main())
