"""Read models of orientations: rows of the board and of lists, the page of one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.directory import CountryGroup, HubTeam, HubTeamPerson, ReferralKind
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.referrals import (
    ReadinessAnswer,
    ReadinessQuestion,
    Referral,
    ReferralAnswer,
    ReferralDocument,
    ReferralStep,
)
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.referrals.matching import Match, Wanted, matching_teams
from clusterdesk.domain.referrals.readiness import Readiness, readiness
from clusterdesk.domain.referrals.silence import Silent
from clusterdesk.domain.views.hub_teams import TeamCard


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """One orientation with the names of what it joins; the organisation as the kept one after merges.

    ``steps`` stand in the order in which they happened; ``countries`` are codes, in the order of the alphabet.
    """

    record: Referral
    organisation_id: UUID
    organisation: str
    kind: ReferralKind | None = None
    team: HubTeam | None = None
    person: HubTeamPerson | None = None
    countries: tuple[str, ...] = ()
    steps: tuple[ReferralStep, ...] = ()
    silent: Silent = field(default_factory=Silent)

    @property
    def since(self) -> date:
        """Return since when it is in its state."""
        return self.record.state_on or self.record.on

    @property
    def international(self) -> bool:
        """Return whether it asks for countries and for how ready the organisation is."""
        return self.kind is not None and self.kind.international


@dataclass(frozen=True, slots=True)
class ReferralList:
    """All orientations, the newest first; ``own_id`` is the profile of whoever sits at this laptop."""

    rows: tuple[ReferralRow, ...]
    own_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReferralChoices:
    """What a new orientation of an organisation, or its next move, chooses from; nothing is written yet.

    ``people`` are names of the organisation that may have agreed, the main contact first; ``coaching_file_id`` is
    its open file where there is exactly one.
    """

    organisation: Organisation
    kinds: tuple[ReferralKind, ...] = ()
    cards: tuple[TeamCard, ...] = ()
    groups: tuple[CountryGroup, ...] = ()
    people: tuple[str, ...] = ()
    sectors: frozenset[UUID] = frozenset()
    coaching_file_id: UUID | None = None
    profile_id: UUID | None = None

    def matches(self, kind: ReferralKind | None, countries: tuple[str, ...], today: date) -> tuple[Match, ...]:
        """Return the teams that suit, the best one first."""
        wanted = Wanted(kind, countries, self.sectors, self.organisation.languages)
        return matching_teams(self.cards, wanted, today)

    def team_for(self, kind_id: UUID | None, countries: tuple[str, ...], today: date) -> UUID | None:
        """Return the team that suits best, if any."""
        kind = next((one for one in self.kinds if one.id == kind_id), None)
        matches = self.matches(kind, countries, today)
        return matches[0].card.team.id if matches else None


@dataclass(frozen=True, slots=True)
class AttachedDocument:
    """A document that goes with an orientation, and the record that says so."""

    record: ReferralDocument
    document: Document


@dataclass(frozen=True, slots=True)
class ReferralPage:
    """One orientation with all that belongs to it, and what its fields choose from.

    ``questions`` are those in use and those that were answered; ``documents`` all those of the organisation.
    """

    row: ReferralRow
    organisation: Organisation
    kinds: tuple[ReferralKind, ...] = ()
    teams: tuple[HubTeam, ...] = ()
    people: tuple[HubTeamPerson, ...] = ()
    questions: tuple[ReadinessQuestion, ...] = ()
    answers: Mapping[UUID, ReadinessAnswer] = field(default_factory=dict)
    replies: tuple[ReferralAnswer, ...] = ()
    attached: tuple[AttachedDocument, ...] = ()
    documents: tuple[Document, ...] = ()
    projects: tuple[Project, ...] = ()
    files: tuple[CoachingFile, ...] = ()
    sessions: tuple[Session, ...] = ()
    profiles: tuple[Profile, ...] = ()
    groups: tuple[CountryGroup, ...] = ()

    @property
    def readiness(self) -> Readiness:
        """Return how ready the organisation is."""
        return readiness(self.questions, self.answers.values())
