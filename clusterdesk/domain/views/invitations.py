"""Whom an invitation may reach: what is asked, who fits, and why somebody is left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.lists import Named
from clusterdesk.domain.records.organisations import MembershipStatus
from clusterdesk.domain.records.programme import ProgrammeEvent


class LeftOut(StrEnum):
    """Why somebody cannot be invited by mail."""

    INVITED = "invited"
    REGISTERED = "registered"
    CANCELLED = "cancelled"
    NOBODY = "nobody"
    NO_MAIL = "no_mail"
    NOT_ASKED = "not_asked"
    REFUSED = "refused"


LEFT_OUT_LABELS: Mapping[LeftOut, str] = {
    LeftOut.INVITED: N_("invited already"),
    LeftOut.REGISTERED: N_("registered already"),
    LeftOut.CANCELLED: N_("is not coming"),
    LeftOut.NOBODY: N_("no contact person"),
    LeftOut.NO_MAIL: N_("no mail address"),
    LeftOut.NOT_ASKED: N_("consent to mailings never asked for"),
    LeftOut.REFUSED: N_("does not want mailings"),
}


@dataclass(frozen=True, slots=True)
class InviteFilter:
    """Whom to invite; several values of one kind mean any of them, several kinds all of them.

    ``municipality`` is a name or a postcode; ``language`` is that of the person.
    """

    day: date
    memberships: tuple[MembershipStatus, ...] = ()
    value_chain_ids: tuple[UUID, ...] = ()
    circular_model_ids: tuple[UUID, ...] = ()
    language: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contact person of an organisation that fits, or an organisation without any; ``left_out`` says why not."""

    organisation_id: UUID
    organisation: str
    contact_id: UUID | None = None
    name: str = ""
    mail: str = ""
    language: str = ""
    left_out: LeftOut | None = None
    invited_on: date | None = None

    @property
    def pair(self) -> tuple[UUID, UUID]:
        """Return the person and the organisation, of one who may be invited."""
        assert self.contact_id is not None
        return self.contact_id, self.organisation_id


@dataclass(frozen=True, slots=True)
class Invitations:
    """Who fits a filter, by organisation and name; ``chains`` and ``models`` are what may be asked for."""

    event: ProgrammeEvent
    candidates: tuple[Candidate, ...] = ()
    chains: tuple[Named, ...] = ()
    models: tuple[Named, ...] = ()

    @property
    def open(self) -> tuple[Candidate, ...]:
        """Return those who may be invited and are not yet."""
        return tuple(one for one in self.candidates if one.left_out is None)

    @property
    def counts(self) -> dict[LeftOut, int]:
        """Return how many are left out, by reason."""
        found = [one.left_out for one in self.candidates]
        return {reason: found.count(reason) for reason in LeftOut if reason in found}
