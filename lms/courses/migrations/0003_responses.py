"""An answer becomes a response: values by field, so that an exercise may ask more than one choice (0014)."""

import json
from uuid import UUID, uuid5

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# As lms/courses/exercises/rules.py was when this was written.
NAMESPACE = UUID("6f0b0f4e-2f0e-5c0e-9a58-5d5b8a2f6c11")
BATCH = 1000


def write_responses(apps, schema_editor):
    """Give each kept answer its response."""
    attempts = apps.get_model("courses", "Attempt").objects
    changed = []
    for attempt in attempts.iterator(BATCH):
        attempt.response = {"answer": [str(attempt.response_key)]}
        attempt.response_key = uuid5(NAMESPACE, json.dumps(attempt.response, ensure_ascii=True, sort_keys=True))
        changed.append(attempt)
    attempts.bulk_update(changed, ["response", "response_key"], batch_size=BATCH)
    states = apps.get_model("courses", "ExerciseState").objects
    kept = list(states.all())
    for state in kept:
        state.last_response = {"answer": [str(state.last_answer_uid)]}
    states.bulk_update(kept, ["last_response"], batch_size=BATCH)


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0002_readiness_in_full"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="attempt", name="attempt_sent_once"),
        migrations.RenameField(model_name="attempt", old_name="answer_uid", new_name="response_key"),
        migrations.AddField(model_name="attempt", name="response", field=models.JSONField(null=True)),
        migrations.AddField(model_name="exercisestate", name="last_response", field=models.JSONField(null=True)),
        migrations.RunPython(write_responses, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="attempt",
            name="response",
            field=models.JSONField(help_text="values by field (docs/decisions/0014); never own work"),
        ),
        migrations.AlterField(model_name="exercisestate", name="last_response", field=models.JSONField()),
        migrations.RemoveField(model_name="exercisestate", name="last_answer_uid"),
        migrations.AddConstraint(
            model_name="attempt",
            constraint=models.UniqueConstraint(
                fields=["enrollment", "submission", "exercise_uid", "response_key"], name="attempt_sent_once"
            ),
        ),
        migrations.AddField(
            model_name="attempt",
            name="on_paper",
            field=models.BooleanField(default=False, help_text="given on paper; it weighs the same"),
        ),
        migrations.AddField(
            model_name="attempt",
            name="entered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
