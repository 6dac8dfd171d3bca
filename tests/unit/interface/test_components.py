"""The components: what they say to those who see them and to those who do not."""

import re
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe


def html(name: str, **context: object) -> str:
    return re.sub(r"\s+", " ", render_to_string(f"components/{name}.html", context))


DONE = [("y", "Ja"), ("n", "Later")]


class Reflection(forms.Form):
    name = forms.CharField(label="Hoe heet je?", help_text="Alleen je voornaam is genoeg.")
    story = forms.CharField(label="Wat nam je mee?", widget=forms.Textarea, required=False)
    done = forms.ChoiceField(
        label="Ben je klaar?", widget=forms.RadioSelect, choices=[("y", "Ja"), ("n", "Later")]
    )
    agrees = forms.BooleanField(label="Ik ben het ermee eens.")
    secret = forms.CharField(widget=forms.HiddenInput)


def test_it_makes_a_row_without_address_no_link_and_says_why():
    row = html("task_row", label="Gesprek met Koen", hint="Doe eerst module 5.", status="Kan nog niet")
    assert "<a" not in row
    assert "Doe eerst module 5." in row
    assert '<span class="status">Kan nog niet</span>' in row


def test_it_shows_a_status_as_a_word_in_a_pill():
    rows = [SimpleNamespace(label="Module 5", url="/m/", hint="", status="Bezig", kind="busy")]
    listed = html("task_list", rows=rows)
    assert '<a href="/m/">Module 5</a>' in listed
    assert '<span class="tag busy">Bezig</span>' in listed


def test_it_says_the_step_in_words_for_everybody_and_hides_the_row_of_steps():
    steps = html("steps", steps=["done", "now", "open"], current=2, total=3)
    assert '<p class="meta steps-words">Stap 2 van 3</p>' in steps
    assert '<ol class="steps" aria-hidden="true">' in steps
    assert re.findall(r'<li class="(\w+)">', steps) == ["done", "now", "open"]


def test_it_makes_a_link_of_a_button_with_an_address():
    assert '<a class="button quiet" href="/uit/">' in html(
        "button", label="Stop even", url="/uit/", kind="quiet"
    )
    assert 'type="submit"' in html("button", label="Bewaar")


def test_it_escapes_what_people_typed():
    typed = "<svg onload=alert(1)>"
    rows = [SimpleNamespace(label=typed, value=typed, url="/w/")]
    for made in (
        html("card", title=typed, text=typed),
        html("choice", label=typed, value=typed),
        html("summary_list", rows=rows),
    ):
        assert "<svg onload" not in made


def test_it_names_the_answer_in_each_change_link():
    rows = [
        SimpleNamespace(label="Lichting", value="Voorjaar", url="/w/"),
        SimpleNamespace(label="Naam", value="Noor", url=""),
    ]
    summary = html("summary_list", rows=rows)
    assert 'Wijzig<span class="hidden"> Lichting</span>' in summary
    assert summary.count("<a") == 1


def test_it_keeps_the_filters_while_paging():
    pager = html("pager", page=Paginator(range(30), 10).page(2), query=QueryDict("status=almost"))
    assert 'href="?status=almost&amp;page=1"' in pager
    assert 'href="?status=almost&amp;page=3"' in pager
    assert "Bladzijde 2 van 3" in pager


def test_it_always_says_who_to_call():
    known = SimpleNamespace(network_name="OCO Almere", phone="036 – 200 21 58", hours="", coordinator="Koen")
    assert 'Bel OCO Almere: <span class="phone">036 – 200 21 58</span>.' in html("help", help=known)
    assert "Jouw coördinator is Koen." in html("help", help=known)
    assert "Bel of mail je coördinator." in html("help")


@pytest.mark.parametrize(
    ("level", "kind"), [("error", "stop"), ("warning", "wait"), ("success", "ok"), ("info", "")]
)
def test_it_shows_a_message_with_its_kind(level, kind):
    message = SimpleNamespace(level_tag=level, __str__=lambda: "")
    assert f'<div class="notice {kind}" role="status">' in html("messages", messages=[message])


def test_it_ties_hint_and_error_to_the_input():
    group = Reflection({"name": ""})["name"].as_field_group()
    assert 'aria-describedby="id_name_helptext id_name_error"' in group
    assert 'id="id_name_helptext"' in group
    assert 'id="id_name_error"' in group
    assert 'aria-invalid="true"' in group
    assert (
        group.index("<label")
        < group.index("_helptext")
        < group.index("id_name_error")
        < group.index("<input")
    )


def test_it_says_what_may_stay_empty():
    assert "(hoeft niet)" in Reflection()["story"].as_field_group()
    assert "(hoeft niet)" not in Reflection()["name"].as_field_group()


def test_it_gives_a_group_of_radio_buttons_one_legend():
    group = Reflection({})["done"].as_field_group()
    assert group.count("<legend>") == 1
    assert '<fieldset class="field wrong" aria-describedby="id_done_error">' in re.sub(r"\s+", " ", group)


def test_it_lists_each_error_with_a_link_to_its_field():
    form = Reflection({})
    form.add_error(None, "Kies eerst een lichting.")
    summary = html("error_summary", form=form)
    targets = re.findall(r'href="#([^"]+)"', summary)
    assert targets == ["id_name", "id_done_0", "id_agrees"]
    rendered = "".join(form[name].as_field_group() for name in ("name", "done", "agrees"))
    assert all(f'id="{target}"' in rendered for target in targets)
    assert "<li>Kies eerst een lichting.</li>" in summary
    assert "Hoe heet je? – " in summary


def test_it_shows_no_summary_without_errors():
    assert "section" not in html("error_summary", form=Reflection())


@pytest.mark.parametrize("name", ["400", "403_csrf", "500", "maintenance"])
def test_it_shows_the_page_for_trouble_without_request_or_context(name):
    page = render_to_string(f"{name}.html")
    assert page.count("<h1>") == 1
    assert "Hulp nodig?" in page
    assert "– Leerplein OCO</title>" in page


@pytest.mark.parametrize("name", ["403", "404"])
def test_it_starts_the_title_of_an_error_page_with_the_word_for_it(name):
    page = render_to_string(f"{name}.html")
    assert "<title>Fout: " in page
    assert 'href="#main"' in page
    assert page.count("<h1>") == 1


def test_it_serves_the_readers_choices_with_the_first_paint():
    page = render_to_string("base.html", {"reading_attributes": mark_safe('data-text="150"')})
    assert '<html lang="nl" data-text="150">' in page


def test_it_puts_the_house_style_right_after_the_tokens():
    page = render_to_string("base.html", {"house_style_url": "/huisstijl.css"})
    sheets = re.findall(r'stylesheet" href="([^"]+)"', page)
    assert sheets[1] == "/huisstijl.css"
    assert "tokens" in sheets[0]
