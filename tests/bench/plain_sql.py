"""The bare work: the same rows as a page or a service reads and writes, by plain SQL on one cursor."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.db.models import Max, Model, QuerySet

Statement = tuple[str, list[Any]]
OWN_IDS = ("uuid", "submission", "exercise_uid", "lesson_uid")


def reading(rows: QuerySet[Any]) -> Statement:
    """Return the SQL of a query with its parameters."""
    sql, parameters = rows.query.sql_with_params()
    return sql, list(parameters)


def inserting(rows: Iterable[Model]) -> list[Statement]:
    """Return one INSERT per table that writes all these rows."""
    by_table: dict[type[Model], list[Model]] = defaultdict(list)
    for row in rows:
        by_table[type(row)].append(row)
    return [_insert(model, some) for model, some in by_table.items()]


def _insert(model: type[Model], rows: list[Model]) -> Statement:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    values = [
        field.get_db_prep_save(getattr(row, field.attname), connection) for row in rows for field in fields
    ]
    return f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES {places}", values


def again(row: Model) -> Model:
    """Give a row other ids of its own, so that it can be added to its table once more."""
    for name in OWN_IDS:
        if hasattr(row, name):
            setattr(row, name, uuid.uuid4())
    return row


def run(reads: Iterable[Statement], writes: Iterable[Statement] = ()) -> None:
    """Fetch every row of the reads, then do the writes in one transaction."""
    with connection.cursor() as cursor:
        for sql, parameters in reads:
            cursor.execute(sql, parameters)
            cursor.fetchall()
    statements = list(writes)
    if statements:
        with transaction.atomic(), connection.cursor() as cursor:
            for sql, parameters in statements:
                cursor.execute(sql, parameters)


def stream(reads: Iterable[Statement]) -> None:
    """Fetch every row of the reads, some at a time and keeping none."""
    with connection.cursor() as cursor:
        for sql, parameters in reads:
            cursor.execute(sql, parameters)
            while cursor.fetchmany(2000):
                pass


class Leftovers:
    """Takes away again what was added to these tables since; use it as a context."""

    def __init__(self, *models: type[Model]) -> None:
        self.models = models

    def __enter__(self) -> None:
        self.newest = {model: _newest(model) for model in self.models}

    def __exit__(self, *error: object) -> None:
        for model, newest in self.newest.items():
            model._base_manager.filter(pk__gt=newest).delete()


def _newest(model: type[Model]) -> int:
    return int(model._base_manager.aggregate(newest=Max("pk"))["newest"] or 0)
