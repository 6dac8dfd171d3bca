import pytest

from lms.packages.markup import canonical, complaints


@pytest.mark.parametrize(
    "html",
    [
        "<p>Gewoon.</p>",
        "<p>Met <b>vet</b>, <i>schuin</i>,<br>een regel en <b><i>beide</i></b>.</p>",
        "<h3>Kop</h3>\n<h4>Kleiner</h4>\n<p>Tekst &amp; meer, 3 &lt; 4.</p>",
        "<ul>\n<li>Eén</li>\n<li>Twee\n<ol>\n<li>diep</li>\n</ol>\n</li>\n</ul>",
        "<blockquote>\n<p>Gezegd.</p>\n</blockquote>",
        '<p><a href="https://voorbeeld.nl/?a=1&amp;b=2">hier</a> of <a href="mailto:a@b.nl">mail</a></p>',
    ],
)
def test_it_accepts_the_subset_as_it_writes_it(html: str) -> None:
    assert complaints(html) == []
    assert canonical(html) == html


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ("<p>a<script>alert(1)</script></p>", "<script> mag hier niet staan."),
        ("<h2>Kop</h2>", "<h2> mag hier niet staan."),
        ("<p>a<p>b</p></p>", "<p> mag hier niet staan."),
        ("<ul>\n<p>a</p>\n</ul>", "<p> mag hier niet staan."),
        ("<p><b>a <b>b</b></b></p>", "<b> mag hier niet staan."),
        ("<p>open", "<p> is niet afgesloten."),
        ("<p>a</b></p>", "</b> staat op een verkeerde plek."),
        ("los", "Er staat tekst buiten een alinea of punt."),
        ('<p style="color:red">a</p>', "‘style’ mag niet staan in <p>."),
        ('<p><b onclick="x()">a</b></p>', "‘onclick’ mag niet staan in <b>."),
        (
            '<p><a href="javascript:x()">a</a></p>',
            "Een link moet beginnen met https://, http://, mailto: of tel:.",
        ),
        ("<p><a>a</a></p>", "Een link moet beginnen met https://, http://, mailto: of tel:."),
        ('<p><a href="https://{{ website }}">a</a></p>', "Een link moet beginnen met"),
        ("<p>a</p>\n<!-- geheim -->", "Er mag geen verborgen opmerking in de tekst staan."),
        ("<!DOCTYPE html>\n<p>a</p>", "Er mag geen <!…> in de tekst staan."),
        ("<?php x ?>\n<p>a</p>", "Er mag geen <?…> in de tekst staan."),
        ("<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul><b>c</b></li>\n</ul>", "<b> mag hier niet staan."),
        ("<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\nc</li>\n</ul>", "Er staat tekst buiten een alinea of punt."),
    ],
)
def test_it_says_what_is_outside_the_subset(html: str, sentence: str) -> None:
    assert any(found.startswith(sentence) for found in complaints(html)), complaints(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p><p>b</p>",
        "<p> a</p>",
        "<p>a  b</p>",
        "<p>a\nb</p>",
        "<p>R&D</p>",
        "<p></p>",
        "<p>a<br/>b</p>",
    ],
)
def test_it_wants_the_fixed_way_of_writing(html: str) -> None:
    (sentence,) = complaints(html)
    assert sentence.startswith("De opmaak staat niet in de vaste vorm.")
    assert complaints(canonical(html)) == []


def test_it_keeps_the_text_of_what_it_drops() -> None:
    assert canonical("<p>a <strong>b</strong></p><section><p>c</p></section>") == "<p>a b</p>\n<p>c</p>"


def test_it_drops_empty_elements() -> None:
    assert canonical("<p>a</p><p> </p><ul><li></li></ul><h3></h3>") == "<p>a</p>"


def test_it_allows_only_inline_elements_on_one_line() -> None:
    assert complaints("Met <b>vet</b> &amp; zo", inline=True) == []
    assert complaints("<p>a</p>", inline=True) == [
        "<p> mag hier niet staan.",
        "</p> staat op een verkeerde plek.",
    ]
    assert complaints("een\ntwee", inline=True) == [
        "De opmaak staat niet in de vaste vorm. Let op spaties en tekens als & en <."
    ]
