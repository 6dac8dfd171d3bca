"""Access to sign-in pages, people, invitations, organisations and one's own page."""

from typing import Any

from lms.accounts.models import Organisation, RoleAssignment
from tests.integration.access.rows import Row, World


def noors_uuid(world: World) -> dict[str, Any]:
    return {"uuid": world.noor.uuid}


def noors_role(world: World) -> dict[str, Any]:
    return {"uuid": world.noor.uuid, "assignment": RoleAssignment.objects.get(user=world.noor).pk}


def an_organisation(world: World) -> dict[str, Any]:
    return {"uuid": Organisation.objects.create(name="Stichting Hier").uuid}


def a_key(world: World) -> dict[str, Any]:
    return {"pk": 999_999}


def a_rest(world: World) -> dict[str, Any]:
    return {"rest": "1/"}


EVERYBODY = {"visitor": 302, "noor": 200, "femke": 200, "koen": 200, "vera": 200}
ENTRANCE = {"visitor": 200, "noor": 302, "femke": 302, "koen": 302, "vera": 302}
# Signed in or not: somewhere else first (to sign in, or to prove who one is).
ELSEWHERE = {"visitor": 302, "noor": 302, "femke": 302, "koen": 302, "vera": 302}
NOBODY = {"visitor": 404, "noor": 404, "femke": 404, "koen": 404, "vera": 404}
GONE_IN_ADMIN = {"visitor": 302, "noor": 404, "femke": 404, "koen": 404, "vera": 404}
COORDINATORS = {"visitor": 302, "noor": 404, "femke": 404, "koen": 200, "vera": 200}
ALL_COORDINATORS = {"visitor": 302, "noor": 404, "femke": 404, "koen": 200, "vera": 404}
ADMINISTRATORS = {"visitor": 302, "noor": 404, "femke": 404, "koen": 404, "vera": 404}

ROWS = {
    "account_login": Row(**ENTRANCE),
    "account_request_login_code": Row(**ELSEWHERE),
    "account_confirm_login_code": Row(**ELSEWHERE),
    "account_logout": Row(**EVERYBODY),
    "account_inactive": Row(visitor=200, noor=200, femke=200, koen=200, vera=200),
    # Noor shows a mailed code; the others have an app to show instead.
    "account_reauthenticate": Row(visitor=302, noor=200, femke=302, koen=302, vera=302),
    "account_email": Row(visitor=302, noor=302, femke=200, koen=200, vera=200),
    "account_email_verification_sent": Row(**ELSEWHERE),
    "usersessions_list": Row(**EVERYBODY),
    "mfa_index": Row(**EVERYBODY),
    "mfa_authenticate": Row(**ELSEWHERE),
    "mfa_reauthenticate": Row(visitor=302, noor=302, femke=200, koen=200, vera=200),
    "mfa_activate_totp": Row(**ELSEWHERE),
    "mfa_deactivate_totp": Row(visitor=302, noor=404, femke=302, koen=302, vera=302),
    "mfa_view_recovery_codes": Row(visitor=302, noor=404, femke=404, koen=404, vera=404),
    "mfa_generate_recovery_codes": Row(visitor=302, noor=200, femke=302, koen=302, vera=302),
    "mfa_download_recovery_codes": Row(visitor=302, noor=404, femke=404, koen=404, vera=404),
    "mfa_list_webauthn": Row(**EVERYBODY),
    "mfa_add_webauthn": Row(**ELSEWHERE),
    "mfa_reauthenticate_webauthn": Row(**ELSEWHERE),
    "mfa_remove_webauthn": Row(visitor=302, noor=404, femke=302, koen=302, vera=302, arrange=a_key),
    "mfa_edit_webauthn": Row(visitor=302, noor=404, femke=302, koen=302, vera=302, arrange=a_key),
    "mfa_login_webauthn": Row(**ELSEWHERE),
    "accounts:second_factor": Row(**ELSEWHERE),
    "accounts:faster": Row(**EVERYBODY),
    "accounts:me": Row(**EVERYBODY),
    "accounts:my_name": Row(**EVERYBODY),
    "accounts:my_organisation": Row(**EVERYBODY),
    "accounts:share_status": Row(**ELSEWHERE, method="post", data={"shares": "no"}),
    "accounts:my_themes": Row(**EVERYBODY),
    "accounts:reading_aids": Row(visitor=200, noor=200, femke=200, koen=200, vera=200),
    "accounts:reading_reset": Row(**ELSEWHERE, method="post"),
    "accounts:people": Row(**COORDINATORS),
    "accounts:unlinked": Row(**COORDINATORS),
    "accounts:invite": Row(**ALL_COORDINATORS),
    "accounts:invite_list": Row(**ALL_COORDINATORS),
    "accounts:invite_check": Row(visitor=302, noor=404, femke=404, koen=302, vera=404),
    "accounts:person": Row(**ALL_COORDINATORS, arrange=noors_uuid),
    "accounts:membership": Row(**ALL_COORDINATORS, arrange=noors_uuid),
    "accounts:add_role": Row(**ADMINISTRATORS, arrange=noors_uuid),
    "accounts:stop_role": Row(**ADMINISTRATORS, method="post", arrange=noors_role),
    "accounts:invite_again": Row(
        visitor=302, noor=404, femke=404, koen=302, vera=404, method="post", arrange=noors_uuid
    ),
    "accounts:close": Row(**ALL_COORDINATORS, arrange=noors_uuid),
    "accounts:reopen": Row(**ADMINISTRATORS, method="post", arrange=noors_uuid),
    "accounts:organisations": Row(**ALL_COORDINATORS),
    "accounts:new_organisation": Row(**ALL_COORDINATORS),
    "accounts:organisation": Row(**ALL_COORDINATORS, arrange=an_organisation),
    # Inside the Wagtail admin: a visitor signs in first, and then these do not exist for anybody.
    "accounts:admin_login": Row(**ELSEWHERE),
    "accounts:admin_logout": Row(**ELSEWHERE),
    "accounts:admin_password_reset": Row(**ELSEWHERE),
    "accounts:admin_password_reset_steps": Row(**GONE_IN_ADMIN, arrange=a_rest),
    "accounts:admin_users": Row(**GONE_IN_ADMIN),
    "accounts:admin_user": Row(**GONE_IN_ADMIN, arrange=a_rest),
    "accounts:admin_groups": Row(**GONE_IN_ADMIN),
    "accounts:admin_group": Row(**GONE_IN_ADMIN, arrange=a_rest),
    "accounts:admin_api_tokens": Row(**GONE_IN_ADMIN, arrange=a_rest),
    "accounts:admin_bulk_people": Row(**GONE_IN_ADMIN, arrange=a_rest),
    "accounts:admin_history": Row(**GONE_IN_ADMIN),
    "accounts:admin_history_parts": Row(**GONE_IN_ADMIN, arrange=a_rest),
}
