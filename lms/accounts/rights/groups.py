"""Content roles as Django groups: what a role may do in the Wagtail admin."""

from collections.abc import Mapping

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from lms.accounts.models import RoleAssignment, User
from lms.accounts.roles import CONTENT_ROLES, Role
from lms.municipality.public import current_settings

# app_label: codenames. Apps above this one are named by their label only.
CONTENT = {
    "wagtailadmin": ("access_admin",),
    "courses": ("view_recording", "add_recording", "change_recording", "delete_recording"),
    "intervision": ("view_method", "add_method", "change_method", "delete_method"),
}
# A new statement asks everybody to sign again, and moves who is matchable: not for who writes lessons.
SETTINGS = {
    "certification": ("view_statementversion", "add_statementversion"),
    "municipality": ("change_municipalitysettings",),
    "accounts": ("view_theme", "add_theme", "change_theme", "delete_theme"),
}
PERMISSIONS = {Role.TRAINER: CONTENT, Role.ADMINISTRATOR: {**CONTENT, **SETTINGS}}
PAGE_PERMISSIONS = frozenset({"add_page", "change_page", "publish_page"})
# With a second reader a trainer writes, and what somebody else read goes online (docs/decisions/0016).
WITHOUT_PUBLISHING = PAGE_PERMISSIONS - {"publish_page"}
FILE_PERMISSIONS = {
    "wagtailimages": ("add_image", "change_image", "choose_image"),
    "wagtaildocs": ("add_document", "change_document", "choose_document"),
}


def ensure_groups() -> None:
    """Make the groups of the content roles and give them exactly their permissions; harmless to repeat.

    Called when an installation is set up and before a content role is given. Page rights hold below the
    site's root pages: without one (an empty installation) they come at the next call.
    """
    for role in CONTENT_ROLES:
        group, _ = Group.objects.get_or_create(name=role.value)
        group.permissions.set(_permissions(PERMISSIONS[role]))
        _grant_pages(group, _page_permissions(role))
        _grant_files(group)


def sync_groups(person: User) -> None:
    """Put the person in the groups of the content roles held now, and in no other of them."""
    held = set(RoleAssignment.objects.filter(user=person, ended_at=None).values_list("role", flat=True))
    for role in CONTENT_ROLES:
        group, _ = Group.objects.get_or_create(name=role.value)
        if role.value in held:
            person.groups.add(group)
        else:
            person.groups.remove(group)


def _permissions(wanted: Mapping[str, tuple[str, ...]]) -> list[Permission]:
    any_of = Q(pk__in=[])
    for app_label, codenames in wanted.items():
        any_of |= Q(content_type__app_label=app_label, codename__in=codenames)
    return list(Permission.objects.filter(any_of))


def _page_permissions(role: Role) -> frozenset[str]:
    waits = role is Role.TRAINER and current_settings().asks_second_reader
    return WITHOUT_PUBLISHING if waits else PAGE_PERMISSIONS


def _grant_pages(group: Group, wanted: frozenset[str]) -> None:
    granted = GroupPagePermission.objects.filter(group=group, permission__codename__in=PAGE_PERMISSIONS)
    granted.exclude(permission__codename__in=wanted).delete()
    permissions = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=wanted)
    for page in Page.objects.filter(depth=2):
        for permission in permissions:
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _grant_files(group: Group) -> None:
    root = Collection.get_first_root_node() or Collection.add_root(name="Root")
    for permission in _permissions(FILE_PERMISSIONS):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
