"""The key of the matching system opens the training status and nothing else in the house."""

import pytest
from django.test import Client

from lms.accounts.roles import Role
from lms.exports.services import create_service_account, create_token
from tests.factories.people import person

pytestmark = pytest.mark.django_db


def test_it_opens_the_api_and_no_page_of_people_or_content(home, municipality, noor, now):
    ada = person("Ada Vos", Role.ADMINISTRATOR)
    key = create_token(create_service_account("Koppelsysteem", actor=ada, now=now), actor=ada, now=now)
    system = Client(headers={"Authorization": f"Bearer {key}"})
    assert system.get("/api/v1/trainingsstatussen").status_code == 200
    pages = ["/bord/", "/mensen/", "/beheer/", "/logboek/", "/koppelingen/", f"/inzetbaar/{noor.uuid}/"]
    for path in pages:
        answer = system.get(path)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/login/")
    for method in (system.post, system.put, system.patch, system.delete):
        assert method("/api/v1/trainingsstatussen").status_code == 405
