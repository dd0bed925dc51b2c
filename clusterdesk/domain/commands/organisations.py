"""What happens to an organisation: found, numbered, moved, joined, left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.organisations import LegalSituation, MembershipStatus, OrganisationKind


@dataclass(frozen=True, kw_only=True)
class AddOrganisation(Command):
    """Enter an organisation with what is known of it; everything but the name may be empty.

    ``enterprise_number`` is as typed, in any spelling; phone and mail are those of the organisation itself.
    """

    LABEL: ClassVar[str] = N_("New organisation · {title}")
    title: str
    kind: OrganisationKind = OrganisationKind.COMPANY
    enterprise_number: str = ""
    legal_form: str = ""
    languages: tuple[str, ...] = ()
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    mail: str = ""
    membership: MembershipStatus | None = None

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class _OfOrganisation(Command):
    """An intent about one organisation; ``title`` is its name, filled in by the service."""

    organisation_id: UUID
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the organisation."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class SetEnterpriseNumber(_OfOrganisation):
    """Complete or correct the enterprise number, typed in any spelling; empty takes it away."""

    LABEL: ClassVar[str] = N_("Enterprise number · {title}")
    number: str


@dataclass(frozen=True, kw_only=True)
class PinSummary(_OfOrganisation):
    """Pin what the organisation is in a few lines, at most 320 characters."""

    LABEL: ClassVar[str] = N_("In short · {title}")
    text: str


@dataclass(frozen=True, kw_only=True)
class MoveOrganisation(_OfOrganisation):
    """Give an organisation a new seat from a day on; the old one ends the day before."""

    LABEL: ClassVar[str] = N_("Move · {title}")
    street: str
    postcode: str
    city: str
    country: str = "BE"
    from_on: PartialDate | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeMembership(_OfOrganisation):
    """Change what an organisation is to the cluster from a day on (today); leaving has a reason."""

    LABEL: ClassVar[str] = N_("{status_label} · {title}")
    status: MembershipStatus
    from_on: PartialDate | None = None
    reason: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the status and the organisation."""
        return {"status_label": choice_label(self.status), "title": self.title}


@dataclass(frozen=True, kw_only=True)
class SetSituation(_OfOrganisation):
    """Note the legal situation of an organisation from a day on (today)."""

    LABEL: ClassVar[str] = N_("{situation_label} · {title}")
    situation: LegalSituation
    from_on: PartialDate | None = None
    source: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the situation and the organisation."""
        return {"situation_label": choice_label(self.situation), "title": self.title}


@dataclass(frozen=True, kw_only=True)
class TagOrganisations(Command):
    """Let several organisations bear a tag, by its name, beside those they bear; a new name makes a new tag."""

    LABEL: ClassVar[str] = N_("Tag · {name}")
    organisation_ids: tuple[UUID, ...]
    name: str

    def label_values(self) -> Mapping[str, str]:
        """Name the tag."""
        return {"name": self.name}


@dataclass(frozen=True, kw_only=True)
class SetTags(Command):
    """Make a record bear exactly these tags, by their names; new names make new tags."""

    LABEL: ClassVar[str] = N_("Tags · {title}")
    record_type: str
    record_id: UUID
    names: tuple[str, ...]
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the record."""
        return {"title": self.title}
