"""The directory of receiving teams: who takes referrals, for which countries and sectors, and how fast they answer."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.field_rules import COUNTRY, DAYS
from clusterdesk.domain.fields import attribute, note, refers
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.lists import Named


class HubTeamKind(StrEnum):
    """What a receiving team is."""

    DEPARTMENT = "department"
    AREA_MANAGER = "area_manager"
    ATTACHE = "attache"
    MISSION = "mission"
    AGENCY = "agency"
    OTHER_CLUSTER = "other_cluster"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralKind(Named):
    """What an orientation is about; ``international`` asks for countries and for how ready the organisation is."""

    international: bool = attribute(N_("Asks for countries"), default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryGroup(Named):
    """Countries that are often named together; ``countries`` are ISO codes of two letters."""

    countries: tuple[str, ...] = attribute(N_("Countries"), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class HubTeam(Record):
    """A team that receives referrals; ``example`` marks a row that shows how one is filled in.

    ``everywhere`` covers every country and ``every_sector`` every value chain, whatever is listed.
    ``answer_days`` is how many days an answer usually takes; ``languages`` are codes, the first one is written in.
    """

    name: str = attribute(N_("Name of the team"), limit=1000)
    kind: HubTeamKind = attribute(N_("Type of team"), HubTeamKind.DEPARTMENT)
    mail: str = attribute(N_("Mail"), "")
    phone: str = attribute(N_("Phone"), "")
    languages: tuple[str, ...] = attribute(N_("Languages"), ())
    answer_days: int | None = attribute(N_("Usual answer time (days)"), None, rule=DAYS)
    everywhere: bool = attribute(N_("Covers every country"), default=False)
    every_sector: bool = attribute(N_("Covers every sector"), default=True)
    from_on: PartialDate | None = attribute(N_("Valid from"), None)
    to_on: PartialDate | None = attribute(N_("Valid until"), None)
    example: bool = attribute(N_("Example"), default=False)
    remark: str = note(N_("Remark"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HubTeamPerson(Record):
    """Somebody of a receiving team."""

    hub_team_id: UUID = refers("hub_team", N_("Receiving team"), owned=True)
    name: str = attribute(N_("Name"))
    role: str = attribute(N_("Role"), "")
    mail: str = attribute(N_("Mail"), "")
    phone: str = attribute(N_("Phone"), "")
    languages: tuple[str, ...] = attribute(N_("Languages"), ())
    from_on: PartialDate | None = attribute(N_("From"), None)
    to_on: PartialDate | None = attribute(N_("Until"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class HubTeamCountry(Record):
    """A receiving team covers a country; the id derives from both."""

    hub_team_id: UUID = refers("hub_team", N_("Receiving team"), owned=True)
    country: str = attribute(N_("Country"), rule=COUNTRY)


@dataclass(frozen=True, slots=True, kw_only=True)
class HubTeamSector(Record):
    """A receiving team covers a value chain; the id derives from both."""

    hub_team_id: UUID = refers("hub_team", N_("Receiving team"), owned=True)
    value_chain_id: UUID = refers("value_chain", N_("Value chain"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HubTeamReferralKind(Record):
    """A receiving team takes a kind of referral; the id derives from both."""

    hub_team_id: UUID = refers("hub_team", N_("Receiving team"), owned=True)
    referral_kind_id: UUID = refers("referral_kind", N_("Kind of orientation"))
