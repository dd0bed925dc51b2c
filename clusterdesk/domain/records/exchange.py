"""Offers and needs: what an organisation looks for, or has to offer."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY, QUANTITY
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact, Visibility


class ExchangeSide(StrEnum):
    """Whether an organisation looks for something or has it to offer."""

    NEED = "need"
    OFFER = "offer"


class ExchangeKind(StrEnum):
    """What is looked for or offered."""

    MATERIALS = "materials"
    MACHINES = "machines"
    SPACE = "space"
    HOURS = "hours"
    SKILLS = "skills"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange(DatedFact):
    """An organisation looks for something or offers it: materials, machines, space, hours, skills.

    ``quantity`` is in ``unit``; ``closed_on`` the day it was found, given or no longer wanted.
    """

    organisation_id: UUID = refers("organisation", N_("Organisation"), owned=True)
    session_id: UUID | None = refers("session", N_("Session"), None)
    value_chain_id: UUID | None = refers("value_chain", N_("Value chain"), None)
    side: ExchangeSide = attribute(N_("Looks for or offers"), ExchangeSide.NEED)
    kind: ExchangeKind = attribute(N_("Kind"), ExchangeKind.MATERIALS)
    text: str = attribute(N_("What"), limit=1000)
    quantity: Decimal | None = attribute(N_("Quantity"), None, rule=QUANTITY)
    unit: str = attribute(N_("Unit"), "")
    from_on: date | None = attribute(N_("From"), None, rule=DAY)
    to_on: date | None = attribute(N_("Until"), None, rule=DAY)
    closed_on: date | None = attribute(N_("Closed on"), None, rule=DAY)
    outcome: str = attribute(N_("What came of it"), "")
    remark: str = note(N_("Remark"))
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)
