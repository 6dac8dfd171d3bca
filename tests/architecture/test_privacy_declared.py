"""Every table says which personal data it holds, for whom, how long, and how it is erased."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from lms.privacy.public import PersonalData, declarations

DECLARED = declarations()
HOLDING = [(model, data) for model, data in DECLARED.items() if not data.is_none]
BY_NAME = pytest.mark.parametrize(
    ("model", "data"), HOLDING, ids=[model._meta.label for model, _data in HOLDING]
)


def people_in(model: type[models.Model]) -> Iterator[str]:
    """Yield the fields of a model's own table that point at a person."""
    for field in model._meta.local_concrete_fields:
        if field.is_relation and field.related_model is get_user_model():
            yield field.name


def end_of(model: type[models.Model], path: str) -> models.Field:
    """Follow a lookup and return the last field; FieldDoesNotExist where it breaks off."""
    field = None
    for name in path.split("__"):
        field = model._meta.get_field(name)
        model = field.related_model or model
    assert field is not None
    return field


def test_it_declares_every_table_of_ours():
    ours = {model for model in apps.get_models() if model.__module__.startswith("lms.")}
    assert sorted(m._meta.label for m in ours - set(DECLARED)) == [], "add a line to the app's privacy.py"


def test_it_declares_every_table_of_others_that_points_at_a_person():
    pointing = {model for model in apps.get_models() if any(people_in(model))}
    assert sorted(m._meta.label for m in pointing - set(DECLARED)) == []


def test_it_never_says_none_of_a_table_that_points_at_a_person():
    silent = [m._meta.label for m, data in DECLARED.items() if data.is_none and any(people_in(m))]
    assert silent == []


@BY_NAME
def test_it_says_how_long_it_is_kept(model: type[models.Model], data: PersonalData):
    assert str(data.keep)


@BY_NAME
def test_it_leads_from_every_row_to_the_person(model: type[models.Model], data: PersonalData):
    if model is get_user_model() or data.find is not None:
        return
    assert data.subject, "say by which lookup a row leads to the person, or how to find a person's rows"
    assert end_of(model, data.subject).related_model is get_user_model()


@BY_NAME
def test_it_shows_fields_that_exist(model: type[models.Model], data: PersonalData):
    assert data.fields or data.export, "the person's own download must show something"
    for path in data.fields:
        try:
            end_of(model, path)
        except FieldDoesNotExist:
            pytest.fail(f"{model._meta.label} has no {path}")


@BY_NAME
def test_it_can_be_made_anonymous_when_it_says_so(model: type[models.Model], data: PersonalData):
    if data.erase != "anonymize" or data.eraser is not None or model is get_user_model():
        return
    assert "__" not in data.subject
    assert end_of(model, data.subject).null, "the key to the person cannot be emptied"


@BY_NAME
def test_it_gives_a_ground_for_what_it_keeps(model: type[models.Model], data: PersonalData):
    if data.erase == "keep":
        assert len(str(data.keep)) > 10
