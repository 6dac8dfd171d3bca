"""The pages of intervision: for members, facilitators and coordinators."""

import re

import pytest
from django.urls import reverse

from lms.accounts.models import Organisation
from lms.accounts.public import Role
from lms.intervision.models import GroupMember, IntervisionGroup, IntervisionSession, SessionPresence
from tests.factories import intervision, people

pytestmark = pytest.mark.django_db
DAY = {"held_on": "2036-03-04", "begins": "10:00", "ends": "11:30", "mode": "online", "place": ""}


@pytest.fixture
def as_(client, sign_in):
    def enter(person):
        sign_in(client, person)
        return client

    return enter


def words(response) -> str:
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(text.split())


def test_it_shows_a_member_the_own_group(group, session, noor, as_):
    intervision.session(group, days=3650, method=intervision.method())
    page = words(as_(noor).get(reverse("intervision:mine")))
    for text in ("Groep Zuid", "Femke Smit", "Ilias", "Methode: Incidentmethode.", "10.00 tot 11.30 uur"):
        assert text in page
    assert "Amrani" not in page


def test_it_tells_who_has_no_group_yet(municipality, noor, as_):
    assert "Je zit nog niet in een groep." in words(as_(noor).get(reverse("intervision:mine")))


def test_it_sends_who_only_leads_to_those_groups(group, femke, as_):
    assert as_(femke).get(reverse("intervision:mine")).url == reverse("intervision:groups")


def test_it_shows_a_session_to_members_until_they_leave(group, session, noor, as_):
    url = reverse("intervision:session", args=[session.uuid])
    assert "Vul het verslag in" not in words(as_(noor).get(url))
    GroupMember.objects.filter(user=noor).update(until="2026-11-01")
    assert as_(noor).get(url).status_code == 404


def test_it_hides_groups_of_other_facilitators(group, session, as_):
    olga = people.person("Olga Mol", Role.FACILITATOR)
    browser = as_(olga)
    assert "Groep Zuid" not in words(browser.get(reverse("intervision:groups")))
    for name, row in (("group", group), ("session", session), ("session_record", session)):
        assert browser.get(reverse(f"intervision:{name}", args=[row.uuid])).status_code == 404


def test_it_lets_a_facilitator_not_arrange_members(group, noor, femke, as_):
    page = words(as_(femke).get(reverse("intervision:group", args=[group.uuid])))
    assert "Noor de Wit" in page
    assert "Kies leden" not in page
    response = as_(femke).post(reverse("intervision:members", args=[group.uuid]), {"people": str(noor.uuid)})
    assert response.status_code == 404


def test_it_hides_names_outside_the_scope_of_a_coordinator(group, vera, as_):
    greet = people.person("Greet Bakker", Role.VOLUNTEER)
    people.member_of(greet, Organisation.objects.get(name="Stichting Elders"))
    GroupMember.objects.create(group=group, user=greet, since="2026-07-01")
    page = words(as_(vera).get(reverse("intervision:group", args=[group.uuid])))
    assert "Greet Bakker" in page
    assert "Noor" not in page
    assert "Ilias" not in page
    assert "Er horen nog 2 anderen bij." in page


def test_it_makes_a_group_with_members(municipality, noor, femke, koen, as_):
    data = {"name": "Groep Noord", "facilitator": femke.uuid}
    response = as_(koen).post(reverse("intervision:group_new"), data)
    group = IntervisionGroup.objects.get()
    assert response.url == reverse("intervision:group", args=[group.uuid])
    members = reverse("intervision:members", args=[group.uuid])
    as_(koen).post(members, {"people": [str(noor.uuid)], "since": "22-11-2026"})
    assert group.members.get().user == noor
    page = words(as_(koen).get(response.url))
    assert "Deze groep is klein." in page
    as_(koen).post(reverse("intervision:member_remove", args=[group.uuid, noor.uuid]))
    assert not group.members.filter(until=None).exists()


def test_it_plans_and_changes_a_session(group, femke, as_):
    method = intervision.method()
    new = reverse("intervision:session_new", args=[group.uuid])
    response = as_(femke).post(new, DAY | {"method": method.uid})
    session = IntervisionSession.objects.get()
    assert (session.method, session.mode) == (method, "online")
    assert "dinsdag 4 maart 2036" in words(as_(femke).get(response.url))
    change = reverse("intervision:session_change", args=[session.uuid])
    as_(femke).post(change, DAY | {"held_on": "2036-03-05", "method": ""})
    session.refresh_from_db()
    assert session.method is None
    as_(femke).post(reverse("intervision:session_cancel", args=[session.uuid]))
    assert not IntervisionSession.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"ends": "09:00"}, {"held_on": "x"}, {"mode": "x"}, {"method": "x"}, {"begins": ""}]
)
def test_it_asks_again_and_keeps_what_was_typed(group, femke, as_, wrong):
    response = as_(femke).post(
        reverse("intervision:session_new", args=[group.uuid]), DAY | {"place": "Bij <Fem>"} | wrong
    )
    page = response.content.decode()
    assert "<title>Fout: " in page
    assert 'value="Bij &lt;Fem&gt;"' in page
    assert not IntervisionSession.objects.exists()


def test_it_saves_a_record_in_one_go(group, noor, ilias, femke, as_):
    session = intervision.session(group, method=intervision.method())
    url = reverse("intervision:session_record", args=[session.uuid])
    page = as_(femke).get(url).content.decode()
    assert 'value="80"' in page, "90 minutes without the pause of the method"
    data = {"net_minutes": "70", f"person-{noor.uuid}": "yes", f"person-{ilias.uuid}": "no"}
    assert as_(femke).post(url, data).url == reverse("intervision:group", args=[group.uuid])
    assert dict(SessionPresence.objects.values_list("user", "was_present")) == {
        noor.pk: True,
        ilias.pk: False,
    }
    assert as_(femke).get(url).content.decode().count("checked") == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"net_minutes": "91", "noor": "yes"}, "Zoveel minuten duurde de intervisie niet."),
        ({"net_minutes": "", "noor": "yes"}, "Vul de minuten in."),
        ({"net_minutes": "60", "noor": "misschien"}, "Kies een van de twee antwoorden."),
        ({"net_minutes": "60"}, "Kies bij minstens één persoon een antwoord."),
    ],
)
def test_it_says_what_is_wrong_with_a_record(session, noor, ilias, femke, as_, data, message):
    if "noor" in data:
        data = data | {f"person-{noor.uuid}": data["noor"]}
    url = reverse("intervision:session_record", args=[session.uuid])
    response = as_(femke).post(url, data)
    assert message in words(response)
    assert not SessionPresence.objects.exists()


def test_it_offers_no_field_for_words_on_the_record(session, femke, as_):
    page = as_(femke).get(reverse("intervision:session_record", args=[session.uuid])).content.decode()
    kinds = set(re.findall(r'<input type="([a-z]+)"', page)) | set(re.findall(r"<(textarea|select)", page))
    assert kinds == {"hidden", "number", "radio"}


def test_it_shows_a_method_with_the_words_of_the_municipality(group, noor, as_):
    method = intervision.method(tips="<p>Vraag het aan {{ coordinator_naam }}.</p>")
    response = as_(noor).get(reverse("intervision:method", args=[method.slug]))
    page = words(response)
    assert "Een methode voor intervisie van 60 minuten." in page
    assert "Daarvan is 10 minuten pauze." in page
    assert "Bel Almere." in page
    for step in ("1. Vertellen", "2. Meedenken"):
        assert step in page, "a pause has no number"
    assert "Vraag het aan Koen." in page
    assert "De begeleider zegt: ‘Begin maar.’" in page


def test_it_lists_groups_with_a_constant_number_of_queries(
    municipality, koen, femke, as_, django_assert_max_num_queries
):
    for index in range(6):
        crowd = tuple(people.person(f"Mens{index}{n} Jansen", Role.VOLUNTEER) for n in range(4))
        group = intervision.group(f"Groep {index}", femke, crowd)
        intervision.session(group)
    browser = as_(koen)
    with django_assert_max_num_queries(8):
        page = words(browser.get(reverse("intervision:groups")))
    assert page.count("Verslag invullen") == 6
    with django_assert_max_num_queries(13):
        browser.get(reverse("intervision:group", args=[group.uuid]))
    browser = as_(crowd[0])
    with django_assert_max_num_queries(12):
        browser.get(reverse("intervision:mine"))
