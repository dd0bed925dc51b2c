"""A prospect joins: as a new organisation or as one that is known, with its place in the chain and in the project."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.prospects import JoinProspect
from clusterdesk.domain.duplicates import Match
from clusterdesk.domain.records.organisations import MembershipStatus, Organisation
from clusterdesk.domain.views.prospects import ProspectRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.chains.prospects import words
from clusterdesk.gui.pages.chains.prospects.reading import alike, join
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

_LONGEST = 300


class JoinDialog(AskDialog):
    """Asks who the prospect is; organisations like it are offered first."""

    def __init__(self, context: Context, row: ProspectRow, parent: QWidget) -> None:
        """Ask about a prospect."""
        t = context.kit.t
        super().__init__(context.kit, t("{name} joins", name=row.record.name), t("It joins"), parent=parent)
        self.context, self._row = context, row
        self._options = [Option(None, t("A new organisation: {name}", name=row.record.name))]
        self._known = False
        self.who = InlineChoice(self.kit, t("Who it is"), self._options)
        self.who.set_value(None)
        self.who.committed.connect(self._turn)
        self.hint = Label("", "small", wrap=True)
        self.hint.hide()
        self.other = Button(self.kit, t("It is another organisation…"), "link", icon="search")
        self.other.clicked.connect(self._ask_other)
        self.membership = InlineChoice(self.kit, t("Membership"), words.membership_options(self.kit))
        self.role = InlineText(self.kit, t("Role in the project"), longest=_LONGEST)
        self.role.set_value(row.link.name_in(t.language) if row.link is not None else "")
        self.day = InlineDate(self.kit, t("On"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.remark = GrowingNote(self.kit, t("What was said"), least=2)
        for box in (self.who, self.membership):
            box.box.setProperty("role", "input")
        for field in (self.role, self.day):
            field.edit.setProperty("role", "input")
        self.content.addWidget(Label(self._place(), "muted", wrap=True))
        project = [self.role] if row.record.project_id is not None else []
        self.scroll_content(self.who, self.hint, self.other, self.membership, *project, self.day, self.remark)
        self.agreed.connect(self._agree)
        context.desk.submit(partial(alike, row.record.id), self._show_alike, owner=self)

    def _place(self) -> str:
        t, row = self.kit.t, self._row
        link = words.link_name(self.kit, row.chain, row.link) if row.link is not None else ""
        if link and row.project:
            return t("It takes its place at {link}, and in the project {project}.", link=link, project=row.project)
        if row.project:
            return t("It becomes a partner of the project {project}.", project=row.project)
        return t("It takes its place at {link}.", link=link) if link else t("It is sought for no link and no project.")

    def _show_alike(self, matches: list[Match]) -> None:
        t = self.kit.t
        for match in matches:
            self._options.append(
                Option(match.card.key, t("{name} · {reason}", name=match.card.name, reason=t(match.reason)))
            )
        self.who.set_options(self._options)
        if matches:
            self._known = True
            self.who.set_value(matches[0].card.key)
            self.hint.setText(
                t("This binder has an organisation like it: it is linked to that one, unless you choose.")
            )
            self.hint.show()
        self._turn()

    @Slot()
    def _turn(self) -> None:
        self.membership.setVisible(self.who.value is None)

    @Slot()
    def _ask_other(self) -> None:
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Which organisation is it?"), t("It is this one"), self)
        dialog.chosen.connect(self.take)
        dialog.open()

    @Slot(object)
    def take(self, organisation_id: UUID) -> None:
        """Let it be an organisation that was chosen by its name."""
        if all(one.key != organisation_id for one in self._options):
            self._options.append(Option(organisation_id, self.kit.t("The organisation that was chosen")))
            self.who.set_options(self._options)
        self.who.set_value(organisation_id)
        self._turn()

    @Slot()
    def _agree(self) -> None:
        if not (self.day.commit() and self.role.commit()) or self.day.value is None:
            return
        self.remark.commit()
        who, membership = self.who.value, self.membership.value
        command = JoinProspect(
            prospect_id=self._row.record.id,
            organisation_id=who if isinstance(who, UUID) else None,
            anew=self._known,
            on=self.day.value,
            by=self.context.settings.profile_name,
            remark=self.remark.text(),
            role=self.role.value or "",
            membership=membership if isinstance(membership, MembershipStatus) and who is None else None,
        )
        self.wait()
        toast = self.kit.t("{name} joined.", name=self._row.record.name)
        self.context.write(partial(join, command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _organisation: Organisation) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
