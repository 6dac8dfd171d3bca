"""`make demo`: everything set up, the site and the worker running, and how to sign in on the screen."""

import logging
import os
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

WELCOME = """
Leerplein OCO runs at   {address}
Press Ctrl-C to stop.

Sign in with an e-mail address; the code is in the demo's mailbox: {address}/demo/

  noor@example.org    Noor, volunteer: learns, signs, becomes matchable
  yara@example.org    Yara, volunteer: matchable, with a certificate
  femke@example.org   Femke, trainer and facilitator: attendance, talks, content (Wagtail: {address}/beheer/)
  koen@example.org    Koen, coordinator: the board, a person's page, a draft of new rules, certificates
  vera@example.org    Vera, an outsider: sees nothing of the others
  ada@example.org     Ada, administrator: connections, roles

Koen, Femke, Vera and Ada have a second factor: its code of this moment is in the mailbox too.
The matching system's key, for {address}/api/v1/openapi.json: {key_file}
"""


class Command(BaseCommand):
    """Start the demo."""

    help = "Set up the demo, start the web server and the worker, and say how to sign in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--prepare` only sets up; `--port` listens elsewhere than at 8000; `--key-file` gets the key."""
        parser.add_argument("--prepare", action="store_true")
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
        parser.add_argument("--key-file", type=Path, default=settings.BASE_DIR / "var" / "koppelsleutel.txt")

    def handle(self, *args: Any, prepare: bool, port: int, key_file: Path, **options: Any) -> None:
        """Do it."""
        for folder in ("mail", "media", "static"):
            (settings.BASE_DIR / "var" / folder).mkdir(parents=True, exist_ok=True)
        logging.disable(logging.INFO)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        call_command("load_demo", key_file=key_file)
        if prepare:
            return
        self._check_free(port)
        address = f"http://127.0.0.1:{port}"
        self.stdout.write(WELCOME.format(address=address, key_file=key_file))
        self.stdout.flush()
        self._run(port)

    def _check_free(self, port: int) -> None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                raise CommandError(f"Port {port} is in use. Try: make demo PORT={port + 1}")

    def _run(self, port: int) -> None:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "lms.settings.dev",
            "LOG_LEVEL": "WARNING",
            "SITE_URL": f"http://127.0.0.1:{port}",
        }
        web = [
            sys.executable,
            "-m",
            "gunicorn",
            "lms.wsgi",
            "-b",
            f"127.0.0.1:{port}",
            "-w",
            "2",
            "--log-level",
            "warning",
        ]
        worker = [sys.executable, "manage.py", "work"]
        running = [
            subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR)  # noqa: S603  (our own two commands)
            for command in (web, worker)
        ]
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # a plain `kill` takes both along too
        try:
            running[0].wait()
        except KeyboardInterrupt:
            self.stdout.write("Stopping.")
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait(timeout=20)
