"""Noting a prospect: who, and which link or project lacks it; or searching for one in KBO open data."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.prospects import TakeProspects
from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.domain.views.prospects import ProspectList
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import InlineEnterpriseNumber
from clusterdesk.gui.pages.chains.prospects import words
from clusterdesk.gui.pages.chains.prospects.reading import read, take
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineText

_LONGEST = 300
_NONE = Option(None, "–")


@dataclass(frozen=True, slots=True)
class Lacking:
    """What somebody is sought for: a link, a project, or the link of a project."""

    link_id: UUID | None = None
    project_id: UUID | None = None


class NewProspectDialog(AskDialog):
    """Asks who it is; number and name are compared with what the binder has.

    Signals:
        noted: the id of the prospect.
        search_wanted: somebody is rather searched for in KBO open data; what is lacking.
    """

    noted = Signal(object)
    search_wanted = Signal(object)

    def __init__(self, context: Context, lacking: Lacking, parent: QWidget) -> None:
        """Ask for a prospect for what is lacking."""
        kit, t = context.kit, context.kit.t
        super().__init__(kit, t("Note a prospect"), t("Note it"), parent=parent)
        self.context, self._lacking = context, lacking
        self.name = InlineText(kit, t("Name"), longest=_LONGEST, required=True)
        self.number = InlineEnterpriseNumber(kit, t("Enterprise number"))
        self.link = InlineChoice(kit, t("Link of the chain"), [_NONE])
        self.project = InlineChoice(kit, t("Project"), [_NONE])
        self.postcode = InlineText(kit, t("Postcode"), longest=20)
        self.city = InlineText(kit, t("City"), longest=_LONGEST)
        self.person = InlineText(kit, t("Contact person"), longest=_LONGEST)
        self.phone = InlineText(kit, t("Phone"), longest=_LONGEST)
        self.source = InlineText(kit, t("Found in"), longest=_LONGEST)
        for box in (self.link, self.project):
            box.box.setProperty("role", "input")
        for field in self._lines():
            field.edit.setProperty("role", "input")
        self.scroll_content(self.name, self.number, self.link, self.project, *self._lines()[2:])
        self.in_kbo = Button(kit, t("Find in KBO…"), icon="search", hint=t("By activity and postcode"))
        self.in_kbo.setAutoDefault(False)
        self.in_kbo.clicked.connect(self._search)
        self.offer(self.in_kbo)
        self.agreed.connect(self._agree)
        context.desk.submit(read, self._show, owner=self)

    def _lines(self) -> tuple[InlineText | InlineEnterpriseNumber, ...]:
        return (self.name, self.number, self.postcode, self.city, self.person, self.phone, self.source)

    def _show(self, data: ProspectList) -> None:
        self.link.set_options([_NONE, *words.link_options(self.kit, data)])
        self.project.set_options([_NONE, *(Option(one.id, one.title) for one in data.projects)])
        self.link.set_value(self._lacking.link_id)
        self.project.set_value(self._lacking.project_id)

    @Slot()
    def _agree(self) -> None:
        if not self.name.value and not self.name.dirty:
            self.name.restore_draft("")  # a value that was never typed may still be empty
        if not all(field.commit() for field in self._lines()):
            return
        lacking = self._chosen()
        record = Prospect(
            name=self.name.value or "",
            enterprise_number=self.number.value,
            chain_link_id=lacking.link_id,
            project_id=lacking.project_id,
            postcode=self.postcode.value or "",
            city=self.city.value or "",
            contact_name=self.person.value or "",
            phone=self.phone.value or "",
            source=self.source.value or "",
        )
        self.wait()
        toast = self.kit.t("Prospect noted: {name}", name=record.name)
        command = TakeProspects(prospects=(record,))
        self.context.write(partial(take, command), self._done, self._refused, toast=toast, owner=self)

    @Slot()
    def _search(self) -> None:
        lacking = self._chosen()
        self.accept()
        self.search_wanted.emit(lacking)

    def _chosen(self) -> Lacking:
        link, project = self.link.value, self.project.value
        return Lacking(link if isinstance(link, UUID) else None, project if isinstance(project, UUID) else None)

    def _done(self, taken: tuple[Prospect, ...]) -> None:
        self.accept()
        self.noted.emit(taken[0].id)

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
