"""The REST API for the matching system, by the NL GOV REST API Design Rules (domain.md §6.5)."""

from typing import Annotated, Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import NinjaAPI, Query
from ninja.errors import HttpError

from lms.exports.cursors import decode_cursor, encode_cursor
from lms.exports.models import StatusChange
from lms.exports.rest.auth import ServiceTokenAuth
from lms.exports.rest.problems import PROBLEM, install
from lms.exports.rest.schemas import (
    PageQuery,
    Problem,
    Statuswijzigingen,
    Trainingsstatus,
    Trainingsstatussen,
)
from lms.exports.selectors import changes_after, sharing_person, statuses_page
from lms.exports.services import log_pull, training_status

VERSION = "1.0.0"
REFUSALS: dict[int, Any] = {400: Problem, 401: Problem, 404: Problem, 429: Problem}


class DutchAPI(NinjaAPI):
    """A NinjaAPI whose document has what the design rules ask: servers with the major version, a contact."""

    def get_openapi_schema(self, **options: Any) -> Any:
        """Return the document: paths relative to the server address, refusals as problem+json."""
        document = super().get_openapi_schema(path_prefix="")
        for operations in document["paths"].values():
            for status, answer in operations["get"]["responses"].items():
                if int(status) >= 400:
                    answer["content"] = {PROBLEM: next(iter(answer["content"].values()))}
        return document


api = DutchAPI(
    title="Leerplein OCO: trainingsstatus",
    version=VERSION,
    description=(
        "Welke vrijwilligers inzetbaar zijn, voor zover zij dat delen. Alleen lezen. "
        "Een oude hoofdversie blijft nog 6 maanden werken nadat een nieuwe er is."
    ),
    docs_url=None,
    openapi_url="",
    auth=ServiceTokenAuth(),
    urls_namespace="api",
    servers=[{"url": f"{settings.SITE_URL}/api/v1".replace("http://", "https://")}],
    openapi_extra={
        "info": {
            "contact": {
                "name": "Leerplein OCO",
                "url": settings.SITE_URL,
                "email": settings.CONTACT_EMAIL,
            },
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "tags": [{"name": "trainingsstatus", "description": "Wie inzetbaar is, en wat er veranderde."}],
    },
)
install(api)


@api.get(
    "/openapi.json", auth=None, response=dict[str, Any], summary="Dit document", tags=["trainingsstatus"]
)
def openapi(request: HttpRequest) -> HttpResponse:
    """Het OpenAPI-document van deze API. Zonder sleutel te lezen."""
    response = JsonResponse(api.get_openapi_schema())
    response["Access-Control-Allow-Origin"] = "*"
    return response


@api.get(
    "/trainingsstatussen",
    response={200: Trainingsstatussen, **REFUSALS},
    summary="Alle trainingsstatussen",
    tags=["trainingsstatus"],
)
def trainingsstatussen(request: HttpRequest, page: Annotated[PageQuery, Query()]) -> dict[str, Any]:
    """De vrijwilligers die hun status delen, in een vaste volgorde."""
    now = timezone.now()
    lines, more = statuses_page(_place(request, "p", page.cursor), page.aantal, now)
    log_pull(_account(request), "list", [person for person, _ in lines], now=now)
    return {
        "items": [status.payload() for _, status in lines],
        "volgende": encode_cursor("p", lines[-1][0]) if more else None,
    }


@api.get(
    "/trainingsstatussen/{uuid}",
    response={200: Trainingsstatus, **REFUSALS},
    summary="Eén trainingsstatus",
    tags=["trainingsstatus"],
)
def trainingsstatus(request: HttpRequest, uuid: UUID) -> dict[str, Any]:
    """De status van één vrijwilliger. Onbekend en niet gedeeld geven allebei 404."""
    now = timezone.now()
    person = sharing_person(uuid)
    if person is None:
        log_pull(_account(request), "single", [], now=now)
        raise HttpError(404, "Deze vrijwilliger is onbekend of deelt de status niet.")
    status = training_status(person, now)
    log_pull(_account(request), "single", [person.pk], now=now)
    return status.payload()


@api.get(
    "/statuswijzigingen",
    response={200: Statuswijzigingen, **REFUSALS},
    summary="Wat er veranderde",
    tags=["trainingsstatus"],
)
def statuswijzigingen(request: HttpRequest, page: Annotated[PageQuery, Query()]) -> dict[str, Any]:
    """Elke wijziging precies één keer, op volgorde van volgnummer."""
    place = _place(request, "c", page.cursor)
    changes, more = changes_after(place, page.aantal)
    log_pull(_account(request), "changes", [c.person_id for c in changes if c.person_id], now=timezone.now())
    last = changes[-1].sequence if changes else place
    return {
        "items": [_line(change) for change in changes],
        "volgende": encode_cursor("c", last),
        "meer": more,
    }


def _line(change: StatusChange) -> dict[str, Any]:
    return {
        "volgnummer": change.sequence,
        "soort": change.kind,
        "uuid": str(change.person_uuid),
        "gewijzigdOp": change.changed_at.isoformat(),
        "status": change.payload or None,
    }


def _place(request: HttpRequest, kind: str, cursor: str | None) -> int:
    unknown = sorted(set(request.GET) - set(PageQuery.model_fields))
    if unknown:
        raise HttpError(400, f"Deze velden kennen wij niet: {', '.join(unknown)}.")
    if cursor is None:
        return 0
    try:
        return decode_cursor(kind, cursor)
    except ValueError as error:
        raise HttpError(400, "Deze cursor klopt niet. Begin opnieuw zonder cursor.") from error


def _account(request: HttpRequest) -> Any:
    return request.auth  # type: ignore[attr-defined]  # ninja puts it there after authenticate()
