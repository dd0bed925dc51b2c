"""People: met, given a role, gone, asked for their consent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.contacts import ConsentPurpose


@dataclass(frozen=True, kw_only=True)
class AddContact(Command):
    """Enter a person with a role in an organisation, phones and mails; the first main one takes the place of others."""

    LABEL: ClassVar[str] = N_("New contact person · {title}")
    organisation_id: UUID
    first_name: str = ""
    last_name: str = ""
    role: str = ""
    main: bool = False
    language: str | None = None
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()

    def label_values(self) -> Mapping[str, str]:
        """Name the person."""
        return {"title": " ".join(part for part in (self.first_name, self.last_name) if part)}


@dataclass(frozen=True, kw_only=True)
class _OfRole(Command):
    role_id: UUID
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the person."""
        return {"title": self.title}


@dataclass(frozen=True, kw_only=True)
class MakeMainContact(_OfRole):
    """Make a person the one to ring first in an organisation."""

    LABEL: ClassVar[str] = N_("Main contact · {title}")


@dataclass(frozen=True, kw_only=True)
class EndRole(_OfRole):
    """Say that a person left an organisation, on a day (today)."""

    LABEL: ClassVar[str] = N_("Left · {title}")
    on: PartialDate | None = None


@dataclass(frozen=True, kw_only=True)
class RecordConsent(Command):
    """Note what a person, or an organisation as a whole, agreed to or refused; earlier answers stay in the history."""

    LABEL: ClassVar[str] = N_("Consent · {purpose_label} · {title}")
    purpose: ConsentPurpose
    given: bool
    contact_id: UUID | None = None
    organisation_id: UUID | None = None
    on: date | None = None
    how: str = ""
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name the purpose and who answered."""
        return {"purpose_label": choice_label(self.purpose), "title": self.title}
