"""Addresses of the scheme: read it, work on a draft, see what it would do, put it into force."""

from django.urls import URLPattern, URLResolver, path

from lms.certification.schemes import views
from lms.certification.schemes.drafts import rule_views
from lms.certification.schemes.drafts import views as drafts
from lms.certification.schemes.impact import views as impact
from lms.certification.schemes.publication import views as publication
from lms.certification.schemes.trials import views as trials

VERSION = "regeling/versie/<slug:slug>/<int:number>/"
DRAFT = "regeling/concept/<uuid:uuid>/"
RULE = f"{DRAFT}eis/<slug:rule_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("regeling/", views.scheme, name="scheme"),
    path("regeling/vergelijken/", views.comparison, name="scheme_comparison"),
    path("regeling/probeer/<slug:rule_id>/", trials.trial, name="scheme_trial"),
    path("regeling/probeer/<slug:rule_id>/concept/", trials.draft, name="scheme_trial_draft"),
    path(VERSION, views.version, name="scheme_version"),
    path(f"{VERSION}meegeven/", views.share, name="scheme_share"),
    path(f"{VERSION}bestand/", views.download, name="scheme_download"),
    path("regeling/concept/", drafts.begin, name="draft_begin"),
    path(DRAFT, drafts.draft, name="draft"),
    path(f"{DRAFT}bestand/", drafts.download, name="draft_download"),
    path(f"{DRAFT}naam/", drafts.title, name="draft_title"),
    path(f"{DRAFT}volgorde/", drafts.order, name="draft_order"),
    path(f"{DRAFT}stap/", drafts.step, name="draft_step"),
    path(f"{DRAFT}terug/", drafts.undo, name="draft_undo"),
    path(f"{DRAFT}weg/", drafts.discard, name="draft_discard"),
    path(f"{DRAFT}nieuw/", rule_views.kinds, name="draft_kinds"),
    path(f"{DRAFT}nieuw/<slug:kind>/", rule_views.add_rule, name="draft_add"),
    path(f"{DRAFT}groep/", rule_views.add_group, name="draft_group"),
    path(RULE, rule_views.rule, name="draft_rule"),
    path(f"{DRAFT}leefgebied/", rule_views.domain, name="draft_domain"),
    path(f"{DRAFT}leefgebied/<slug:domain_id>/", rule_views.domain, name="draft_domain_title"),
    path(f"{DRAFT}wanneer/", drafts.plan, name="draft_plan"),
    path(f"{DRAFT}gevolgen/", impact.impact, name="impact"),
    path(f"{DRAFT}instellen/", publication.publish, name="draft_publish"),
]
