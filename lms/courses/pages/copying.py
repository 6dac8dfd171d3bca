"""A copied page is new content: its blocks get ids of their own."""

import json
import uuid
from typing import Any

from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Page

from lms.accounts.models import User


def renew_ids(copy: Page, actor: User) -> None:
    """Give every block and list item of a copied page, and of the pages below it, a new id.

    Pages that are online are published again with the new ids; drafts stay drafts.
    """
    with transaction.atomic():
        for page in copy.get_descendants(inclusive=True).specific():
            draft = page.get_latest_revision_as_object()
            for field in draft._meta.get_fields():
                if isinstance(field, StreamField):
                    raw = getattr(draft, field.name).get_prep_value()
                    setattr(draft, field.name, json.dumps(_renewed(raw)))
            revision = draft.save_revision(user=actor, clean=False)
            if page.live:
                revision.publish(user=actor, skip_permission_checks=True)


def _renewed(raw: Any) -> Any:
    if isinstance(raw, list):
        return [_renewed(one) for one in raw]
    if isinstance(raw, dict):
        return {key: str(uuid.uuid4()) if key == "id" else _renewed(value) for key, value in raw.items()}
    return raw
