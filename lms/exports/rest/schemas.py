"""The shapes of the API. Their names are Dutch camelCase, as the design rules ask: hence each N815."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from lms.exports.cursors import PATTERN

Category = Literal[
    "none",
    "in_progress",
    "waiting_for_confirmation",
    "expired",
    "incomplete",
    "paused",
    "stopped",
    "exception",
]


class Trainingsstatus(Schema):
    """De trainingsstatus van één vrijwilliger."""

    uuid: UUID = Field(description="Het kenmerk van de vrijwilliger. Er staat geen naam bij.")
    inzetbaar: bool = Field(description="Of de vrijwilliger nu gekoppeld mag worden.")
    sinds: date | None = Field(description="Vanaf welke dag dit zo is.")
    tot: date | None = Field(description="Tot en met welke dag dit zo blijft, voor zover nu bekend.")
    domeinen: list[str] = Field(
        description="De leefgebieden waarvoor dit geldt. Leeg: alle, of niet inzetbaar."
    )
    regelingVersie: str = Field(description="De versie van de regeling waarmee dit is bepaald.")  # noqa: N815
    redenCategorie: Category = Field(description="Alleen de soort reden, nooit de reden zelf.")  # noqa: N815


class Trainingsstatussen(Schema):
    """Een bladzijde met trainingsstatussen."""

    items: list[Trainingsstatus]
    volgende: str | None = Field(description="De cursor van de volgende bladzijde; leeg op de laatste.")


class Statuswijziging(Schema):
    """Eén regel van de wijzigingen."""

    volgnummer: int = Field(description="Loopt op, zonder herhaling. Wie gewist is, valt weg.")
    soort: Literal["status", "removed"] = Field(description="`removed`: vergeet deze vrijwilliger.")
    uuid: UUID
    gewijzigdOp: datetime  # noqa: N815
    status: Trainingsstatus | None


class Statuswijzigingen(Schema):
    """Een bladzijde met wijzigingen, op volgorde."""

    items: list[Statuswijziging]
    volgende: str = Field(description="Bewaar deze cursor en vraag er later mee verder.")
    meer: bool = Field(description="Of er nu al meer wijzigingen zijn.")


class Problem(Schema):
    """Een fout, volgens RFC 9457."""

    status: int
    title: str
    detail: str
    errors: list[dict[str, str]] = []


class PageQuery(Schema):
    """Waar in de lijst, en hoeveel."""

    cursor: Annotated[str, Field(pattern=PATTERN)] | None = Field(
        None, description="Waar de vorige bladzijde ophield."
    )
    aantal: int = Field(100, ge=1, le=500, description="Hoeveel regels hoogstens.")
