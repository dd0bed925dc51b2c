"""What an organisation is to the cluster, and its legal situation: both dated."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.organisations import ChangeMembership, SetSituation
from clusterdesk.domain.records.organisations import LegalSituation, Membership, MembershipStatus, OrganisationStatus
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.kit import Kit

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

Standing = Membership | OrganisationStatus


class MembershipsCard(PartsCard):
    """The card of memberships and legal situations."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Membership and situation"),
            t("Nothing yet: candidate, member, partner? From when on?"),
            add=t("Add a membership or situation"),
        )
        self.organisation_id: UUID | None = None
        self.menu = QMenu(self)
        self.menu.setAccessibleName(t("Add a membership or situation"))
        for choice in (*MembershipStatus, None, *LegalSituation):
            if choice is None:
                self.menu.addSeparator()
                continue
            action = QAction(t(choice_label(choice)), self.menu)
            action.setData(f"{type(choice).__name__} {choice.value}")
            action.triggered.connect(self._chosen)
            self.menu.addAction(action)

    def make_row(self, part: Standing) -> PartRow:
        """Return the row of a membership or situation."""
        return MembershipRow(self.context, part) if isinstance(part, Membership) else StatusRow(self.context, part)

    @Slot()
    def begin_adding(self) -> None:
        """Offer the choices; the one taken is in force from today on."""
        self.menu.popup(self.header.mapToGlobal(self.header.rect().bottomRight()))

    @Slot()
    def _chosen(self) -> None:
        action = self.sender()
        if self.organisation_id is None or not isinstance(action, QAction):
            return
        kind, value = str(action.data()).split()
        if kind == MembershipStatus.__name__:
            member = ChangeMembership(organisation_id=self.organisation_id, status=MembershipStatus(value))
            self.context.write(partial(_change_membership, member), self._added)
        else:
            situation = SetSituation(organisation_id=self.organisation_id, situation=LegalSituation(value))
            self.context.write(partial(_set_situation, situation), self._added)

    def _added(self, record: Standing) -> None:
        self.open_when_shown(record.id)


class MembershipRow(PartRow):
    """One membership."""

    type_key = "membership"
    part: Membership

    def words(self) -> None:
        """Say what, from when until when, and why it ended."""
        note = " · ".join(part for part in (span_words(self.kit, self.part), self.part.reason) if part)
        self.say(self.kit.t(choice_label(self.part.status)), note)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("status",), ("from_on", "to_on"), ("reason",)))
        return self.form

    def fill(self) -> None:
        """Show the membership."""
        self.form.show_record(self.part)


class StatusRow(PartRow):
    """One legal situation."""

    type_key = "organisation_status"
    part: OrganisationStatus

    def words(self) -> None:
        """Say what and from when."""
        begin = self.part.from_on
        note = self.kit.t("from {day}", day=self.kit.formats.partial(begin)) if begin else ""
        self.say(self.kit.t(choice_label(self.part.situation)), note)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("situation",), ("from_on", "source")))
        return self.form

    def fill(self) -> None:
        """Show the situation."""
        self.form.show_record(self.part)


def span_words(kit: Kit, part: Membership) -> str:
    """Return "from 2024 until 31/12/2025"."""
    t, formats = kit.t, kit.formats
    if part.from_on is not None and part.to_on is not None:
        return t("from {day} until {last}", day=formats.partial(part.from_on), last=formats.partial(part.to_on))
    if part.from_on is not None:
        return t("from {day}", day=formats.partial(part.from_on))
    if part.to_on is not None:
        return t("until {last}", last=formats.partial(part.to_on))
    return ""


def _change_membership(command: ChangeMembership, desk: "Desk") -> OpResult[Membership]:
    from clusterdesk.services.organisations import change_membership

    return change_membership(desk.store, command)


def _set_situation(command: SetSituation, desk: "Desk") -> OpResult[OrganisationStatus]:
    from clusterdesk.services.organisations import set_situation

    return set_situation(desk.store, command)
