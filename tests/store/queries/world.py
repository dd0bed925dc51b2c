"""Small random binders, and what lists must show of them, worked out in plain Python from the records."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import Profile, RecordTag, Tag
from clusterdesk.domain.records.organisations import (
    Address,
    AddressKind,
    ContactPoint,
    ContactPointKind,
    Membership,
    MembershipStatus,
    Organisation,
    OrganisationKind,
    OrganisationValueChain,
)
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionKind, SessionState

DAY = date(2026, 11, 23)
ME = Profile(id=derived_id("profile", "me"), name="Claire Dubois")
CHAINS = {key: derived_id("value_chain", key) for key in ("wood", "textile", "bike", "eee")}
_NAMES = (
    "Atelier Éloï",
    "atelier noord",
    "Zèbre vert",
    "« Étal »",
    "École du bois",
    "Vélo Canal",
    "Œuvre",
    "Bois & fils",
)
_CITIES = ("Évère", "Anderlecht", "Forest", "", "uccle")


@dataclass
class World:
    """The records of a binder; ``of(cls)`` gives those that are not in the bin."""

    records: list[Record] = field(default_factory=list)

    def of[R: Record](self, cls: type[R]) -> list[R]:
        """Return the records of a class that are not in the bin."""
        return [one for one in self.records if isinstance(one, cls) and not one.deleted]

    def listed(self) -> list[Organisation]:
        """Return the organisations that lists show."""
        return [one for one in self.of(Organisation) if one.merged_into is None]

    def root(self, organisation_id: UUID | None) -> UUID | None:
        """Return the organisation one is read as."""
        while organisation_id is not None and self._into.get(organisation_id) is not None:
            organisation_id = self._into[organisation_id]
        return organisation_id

    @cached_property
    def _into(self) -> dict[UUID, UUID | None]:
        return {one.id: one.merged_into for one in self.records if isinstance(one, Organisation)}

    def belonging[R: Record](self, cls: type[R], owner: UUID) -> list[R]:
        """Return the records of a class that are read as an organisation's."""
        return [one for one in self.of(cls) if self.root(getattr(one, "organisation_id")) == owner]  # noqa: B009

    def membership(self, owner: UUID) -> MembershipStatus | None:
        """Return what an organisation is to the cluster on the day."""
        begun = [one for one in self.belonging(Membership, owner) if one.revoked_on is None and has_begun(one.from_on)]
        if not begun:
            return None
        last = max(begun, key=_membership_rank)
        if not has_ended(last.to_on):
            return last.status
        return None if last.status is MembershipStatus.CANDIDATE else MembershipStatus.FORMER

    def held(self, owner: UUID) -> list[Session]:
        """Return the sessions held with an organisation, the last one last."""
        found = [one for one in self.belonging(Session, owner) if one.state is SessionState.HELD]
        return sorted(found, key=_session_rank)

    def planned(self, owner: UUID) -> list[Session]:
        """Return the planned sessions, the next one first."""
        found = [one for one in self.belonging(Session, owner) if one.state is SessionState.PLANNED]
        return sorted(found, key=_session_rank)

    def open_promises(self, owner: UUID) -> list[Action]:
        """Return the open promises about an organisation."""
        return [one for one in self.belonging(Action, owner) if one.done_on is None]

    def silent(self, owner: UUID, days: int) -> bool:
        """Tell whether a member or candidate was not met for more than so many days."""
        held = self.held(owner)
        if self.membership(owner) not in {MembershipStatus.MEMBER, MembershipStatus.CANDIDATE}:
            return False
        return not held or (DAY - held[-1].on).days > days

    def open_file(self, owner: UUID) -> bool:
        """Tell whether an organisation holds a project with an open file."""
        mine = {one.id for one in self.belonging(Project, owner)}
        return any(one.project_id in mine and one.closed_on is None for one in self.of(CoachingFile))

    def without_next_step(self, owner: UUID) -> bool:
        """Tell whether an organisation with an open file has nothing planned or agreed from the day on."""
        held = self.held(owner)
        agreed = bool(held and held[-1].next_step and (held[-1].next_step_on is None or held[-1].next_step_on >= DAY))
        return self.open_file(owner) and not agreed and all(one.on < DAY for one in self.planned(owner))

    def late(self, owner: UUID) -> bool:
        """Tell whether the day of an open promise has passed."""
        return any(one.due_on is not None and one.due_on < DAY for one in self.open_promises(owner))

    def mine(self, owner: UUID) -> bool:
        """Tell whether ``ME`` follows an open file of an organisation, or is to see it."""
        projects = {one.id for one in self.belonging(Project, owner)}
        files = {one.id for one in self.of(CoachingFile) if one.project_id in projects and one.closed_on is None}
        follows = any(
            one.coaching_file_id in files and (one.to_on is None or one.to_on >= DAY)
            for one in self.of(CoachingFileManager)
            if one.profile_id == ME.id
        )
        return follows or any(one.profile_id == ME.id and one.on >= DAY for one in self.planned(owner))

    def cities(self, owner: UUID) -> set[str]:
        """Return the cities of the addresses that count on the day; the seats only where there are any."""
        found = [one for one in self.belonging(Address, owner) if one.city and not has_ended(one.to_on)]
        seats = [one for one in found if one.kind is AddressKind.SEAT]
        return {one.city for one in seats or found}


def has_begun(day: PartialDate | None) -> bool:
    """Tell whether a partial date lies before the day, as early as it may mean."""
    return day is None or day.earliest() <= DAY


def has_ended(day: PartialDate | None) -> bool:
    """Tell whether a partial date has passed, as late as it may mean."""
    return day is not None and day.latest() < DAY


def _membership_rank(one: Membership) -> tuple[bool, str, UUID]:
    return not has_ended(one.to_on), str(one.from_on or ""), one.id


def _session_rank(one: Session) -> tuple[date, UUID]:
    return one.on, one.id


def a_world(seed: int) -> World:
    """Make a binder of about ten organisations with all that lists look at."""
    chance = random.Random(seed)
    world = World()
    tag = Tag(name="À suivre")
    world.records += [tag, ME]
    organisations: list[Organisation] = []
    for number in range(chance.randint(1, 12)):
        into = chance.choice(organisations).id if organisations and chance.random() < 0.3 else None
        organisation = Organisation(
            name=f"{chance.choice(_NAMES)} {number}",
            kind=chance.choice(list(OrganisationKind)),
            enterprise_number=None if chance.random() < 0.4 else f"04{number:08d}",
            summary=chance.choice(("", "Répare des vélos")),
            summary_visibility=chance.choice(list(Visibility)),
            deleted=chance.random() < 0.1,
            merged_into=into,
            merged_on=DAY if into else None,
        )
        organisations.append(organisation)
        world.records.append(organisation)
        world.records += _parts(organisation, tag, chance)
    return world


def _parts(organisation: Organisation, tag: Tag, chance: random.Random) -> Iterable[Record]:
    own = organisation.id
    for _ in range(chance.randint(0, 3)):
        yield Membership(
            organisation_id=own,
            status=chance.choice(list(MembershipStatus)),
            from_on=_partial(chance),
            to_on=_partial(chance) if chance.random() < 0.4 else None,
            deleted=chance.random() < 0.1,
        )
    for key in chance.sample(sorted(CHAINS), chance.randint(0, 2)):
        member = derived_id("organisation_value_chain", own, CHAINS[key])
        yield OrganisationValueChain(id=member, organisation_id=own, value_chain_id=CHAINS[key])
    if chance.random() < 0.3:
        member = derived_id("record_tag", tag.id, own)
        yield RecordTag(id=member, tag_id=tag.id, record_type="organisation", record_id=own)
    for _ in range(chance.randint(0, 2)):
        yield Address(
            organisation_id=own,
            kind=chance.choice(list(AddressKind)),
            street=chance.choice(("Rue du Fer 1", "")),
            city=chance.choice(_CITIES),
            to_on=_partial(chance) if chance.random() < 0.3 else None,
        )
    if chance.random() < 0.5:
        person = Contact(first_name="Zoë", last_name="Peeters")
        yield person
        yield ContactRole(contact_id=person.id, organisation_id=own, main=True)
        if chance.random() < 0.5:
            yield ContactPoint(contact_id=person.id, kind=chance.choice(list(ContactPointKind)), value="+3225550123")
    for _ in range(chance.randint(0, 2)):
        project = Project(title="Nouvelle ligne", organisation_id=own, deleted=chance.random() < 0.1)
        yield project
        closed = DAY if chance.random() < 0.4 else None
        file = CoachingFile(project_id=project.id, opened_on=date(2024, 3, 1), closed_on=closed)
        yield file
        if chance.random() < 0.4:
            left = chance.choice((None, DAY - timedelta(days=1), DAY))
            yield CoachingFileManager(coaching_file_id=file.id, profile_id=ME.id, to_on=left)
    for _ in range(chance.randint(0, 4)):
        yield _session(own, chance)
    for _ in range(chance.randint(0, 3)):
        yield Action(
            organisation_id=own,
            text="Envoyer le plan",
            owner=chance.choice(list(OwnerKind)),
            due_on=chance.choice((None, DAY + timedelta(days=chance.randint(-50, 50)))),
            done_on=DAY if chance.random() < 0.4 else None,
        )


def _session(own: UUID, chance: random.Random) -> Session:
    state = chance.choice(list(SessionState))
    planned = state is SessionState.PLANNED
    return Session(
        organisation_id=own,
        kind=chance.choice(list(SessionKind)),
        state=state,
        on=DAY + timedelta(days=chance.randint(-3, 12) if planned else -chance.randint(0, 200)),
        starts_at=chance.choice((None, time(9, 30), time(14))),
        profile_id=chance.choice((None, ME.id)),
        next_step=chance.choice(("", "Revoir le devis")),
        next_step_on=chance.choice((None, DAY - timedelta(days=3), DAY + timedelta(days=9))),
        deleted=chance.random() < 0.1,
    )


def _partial(chance: random.Random) -> PartialDate:
    day = DAY + timedelta(days=chance.randint(-900, 60))
    return PartialDate(day.isoformat()[: chance.choice((4, 7, 10))])
