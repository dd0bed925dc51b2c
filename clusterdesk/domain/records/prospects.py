"""Prospects: actors that a value chain or a project still lacks, and how far talking to each has come."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import DAY
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.records.base import DatedFact


class ProspectState(StrEnum):
    """How far talking to a prospect has come."""

    FOUND = "found"
    TO_CONTACT = "to_contact"
    CONTACTED = "contacted"
    INTERESTED = "interested"
    JOINED = "joined"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prospect(DatedFact):
    """An actor that a link of a chain or a project lacks; ``organisation_id`` is who it became, once it joined.

    ``enterprise_number`` are the ten digits; ``source`` says where it was found.
    """

    name: str = attribute(N_("Name"), limit=1000)
    enterprise_number: str | None = attribute(N_("Enterprise number"), None)
    chain_link_id: UUID | None = refers("chain_link", N_("Link of the chain"), None)
    project_id: UUID | None = refers("project", N_("Project"), None)
    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None)
    profile_id: UUID | None = refers("profile", N_("Account manager"), None)
    street: str = attribute(N_("Street and number"), "")
    postcode: str = attribute(N_("Postcode"), "")
    city: str = attribute(N_("City"), "")
    nace_code: str = attribute(N_("Activity (NACE)"), "")
    nace_version: str = attribute(N_("Version of NACE"), "")
    contact_name: str = attribute(N_("Contact person"), "")
    phone: str = attribute(N_("Phone"), "")
    mail: str = attribute(N_("Mail"), "")
    source: str = attribute(N_("Found in"), "")
    next_step: str = attribute(N_("Next step"), "")
    next_step_on: date | None = attribute(N_("Next step on"), None, rule=DAY)
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProspectStep(DatedFact):
    """A prospect reached a state on a day; the last one is where it stands, none: it was found."""

    prospect_id: UUID = refers("prospect", N_("Prospect"), owned=True)
    state: ProspectState = attribute(N_("State"))
    on: date = attribute(N_("Date"), rule=DAY)
    by: str = attribute(N_("By"), "")
    remark: str = note(N_("Remark"))
