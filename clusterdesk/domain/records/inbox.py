"""Quick notes: lines jotted down in a moment, filed at once or waiting to be sorted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.fields import attribute, refers
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.sessions import OwnerKind


class CaptureKind(StrEnum):
    """What a jotted line is."""

    NOTE = "note"
    ACTION = "action"
    DIFFICULTY = "difficulty"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickNote(Record):
    """A line as it was jotted down on a local day; it waits to be sorted until ``filed_on`` says that it was.

    A filed one is a note in the Fil of its organisation. One that turned out to be a promise goes to the bin when the
    promise is made. ``due_on``, ``owner`` and ``owner_name`` are what the line says of a promise.
    """

    organisation_id: UUID | None = refers("organisation", N_("Organisation"), None, owned=True)
    kind: CaptureKind = attribute(N_("Kind"), CaptureKind.NOTE)
    on: date = attribute(N_("Date"))
    text: str = attribute(N_("Text"))
    owner: OwnerKind = attribute(N_("Owed by"), OwnerKind.US)
    owner_name: str = attribute(N_("Name of the other"), "")
    due_on: date | None = attribute(N_("Due on"), None)
    visibility: Visibility = attribute(N_("Visibility"), Visibility.INTERNAL)
    filed_on: date | None = attribute(N_("Filed on"), None)
