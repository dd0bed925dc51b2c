"""A new organisation: its name, a warning where it may be there already, then its page."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.commands.organisations import AddOrganisation
from clusterdesk.domain.duplicates import Match
from clusterdesk.domain.records.organisations import Organisation, OrganisationKind
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.organisations import jobs
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import LineEdit
from clusterdesk.gui.widgets.links import RouteLink

_PAUSE_MS = 250
_MOST_TWINS = 4


class NewOrganisation(AskDialog):
    """Asks for name, kind and number.

    Signals:
        made: the id of the new organisation.
    """

    made = Signal(object)

    def __init__(self, context: Context, name: str = "", parent: QWidget | None = None) -> None:
        """Start with a name, perhaps one that was looked for in vain."""
        kit, t = context.kit, context.kit.t
        super().__init__(kit, t("New organisation"), t("Create its page"), parent=parent)
        self._context = context
        self.name = LineEdit(name)
        self.number = LineEdit()
        self.number.setPlaceholderText(t("May be completed later"))
        self.kind = ChoiceBox()
        self.kind.set_options(Option(kind, t(label)) for kind, label in choices_of(OrganisationKind).items())
        self.kind.choose(OrganisationKind.COMPANY)
        for caption, widget in ((t("Name"), self.name), (t("Kind"), self.kind), (t("Enterprise number"), self.number)):
            self._field(caption, widget)
        self._twins_box = QWidget()
        self._twins = QVBoxLayout(self._twins_box)
        self._twins.setContentsMargins(0, 0, 0, 0)
        self._twins.setSpacing(2)
        self._twins_box.hide()
        self.content.addWidget(self._twins_box)
        self.content.addStretch(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.name.textChanged.connect(self._typed)
        self.number.textChanged.connect(self._typed)
        self.agreed.connect(self._make)
        self.name.setFocus()
        self._typed()

    @property
    def twins(self) -> tuple[RouteLink, ...]:
        """The links to organisations that may be the same."""
        return tuple(link for link in self._twins_box.findChildren(RouteLink) if not link.isHidden())

    def _field(self, caption: str, widget: QWidget) -> None:
        label = Label(caption, "caption")
        label.setBuddy(widget)
        widget.setAccessibleName(caption)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(widget)
        self.content.addLayout(column)

    @Slot()
    def _typed(self) -> None:
        self.tell("")
        self.consent.setEnabled(bool(self.name.text().strip()))
        self._pause.start()

    @Slot()
    def _look(self) -> None:
        name = self.name.text().strip()
        if name:
            question = jobs.Twins(name, self.number.text())
            self._context.desk.submit(question, self._show_twins, latest="new-organisation-twins", owner=self)
        else:
            self._show_twins(())

    def _show_twins(self, matches: Sequence[Match]) -> None:
        clear_layout(self._twins)
        t = self.kit.t
        known = [(match, key) for match in matches[:_MOST_TWINS] if isinstance(key := match.card.key, UUID)]
        self._twins_box.setVisible(bool(known))
        if not known:
            return
        self._twins.addWidget(Label(t("Perhaps it is here already:"), "strong"))
        for match, key in known:
            text = t("{name} – {reason}", name=match.card.name, reason=t(match.reason))
            link = RouteLink(self.kit, text, routes.organisation(key), cut=True)
            link.setAutoDefault(False)
            link.went.connect(self._go_to_twin)
            self._twins.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(object)
    def _go_to_twin(self, route: Route) -> None:
        self.reject()
        self._context.shell.go(route)

    @Slot()
    def _make(self) -> None:
        name = self.name.text().strip()
        if not name:
            return
        self.wait()
        command = AddOrganisation(
            title=name, kind=OrganisationKind(self.kind.currentData()), enterprise_number=self.number.text()
        )
        toast = self.kit.t("New organisation: {name}", name=name)
        self._context.write(jobs.AddIt(command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, organisation: Organisation) -> None:
        self.made.emit(organisation.id)
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self._context.error_text(error))
