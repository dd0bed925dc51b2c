"""Other rules of counting: parameters as fields, what they would change by name, then the next version is saved."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.commands.strategy import ChangeRules
from clusterdesk.domain.records.strategy import RuleSet
from clusterdesk.domain.strategy.rule_form import as_parameters
from clusterdesk.domain.strategy.rule_text import changes_text
from clusterdesk.domain.views.rule_difference import RulesDifference
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.rules import reading
from clusterdesk.gui.pages.rules.difference_view import DifferenceView
from clusterdesk.gui.pages.rules.fields import RuleFields
from clusterdesk.gui.pages.rules.reading import RulesForm
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.side_by_side import SideBySide

_WIDTH, _HEIGHT = 1000, 580
_LONGEST_REASON = 1000


class RulesDialog(AskDialog):
    """Saves only what was shown: the button waits until the difference stands there."""

    def __init__(self, context: Context, form: RulesForm, parent: QWidget | None = None) -> None:
        """Show the newest rules."""
        t = context.kit.t
        action = t("Save version {version}", version=form.version + 1)
        super().__init__(context.kit, t("Change the rules of counting"), action, parent=parent)
        self.context = context
        self._shown_for = ""
        self.fields = RuleFields(self.kit, form)
        self.difference = DifferenceView(self.kit)
        self.since = InlineDate(self.kit, t("Valid from"), required=True)
        self.since.set_value(self.kit.clock.today())
        self.back = Label(
            t("This day is past: reports from it on that are not frozen change; frozen ones keep their numbers."),
            "small",
            wrap=True,
        )
        self.back.hide()
        self.owner = InlineText(self.kit, t("Owner"), required=True)
        self.owner.set_value(context.settings.profile_name)
        self.reason = InlineText(self.kit, t("Why the rules are changed"), longest=_LONGEST_REASON, required=True)
        for field in (self.since, self.owner, self.reason):
            field.edit.setProperty("role", "input")
        self.fields.changed.connect(self._compare)
        self.since.committed.connect(self._dated)
        self.agreed.connect(self._agree)
        note = t("Reports of days before the new version keep the rules of that day; undo takes the version back.")
        self.content.addWidget(Label(note, "muted", wrap=True))
        columns = SideBySide(self.kit, self._left(), self._right(), t("What would change"), main_scrolls=True)
        self.content.addWidget(columns, 1)
        self.consent.setEnabled(False)
        self.resize(self.kit.theme.length(_WIDTH), self.kit.theme.length(_HEIGHT))

    def _left(self) -> QWidget:
        """Put the parameters above what is said of the version."""
        inner, column = QWidget(), QVBoxLayout()
        inner.setProperty("role", "page")
        inner.setLayout(column)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(14)
        column.addWidget(self.fields)
        column.addWidget(Label(self.kit.t("This version"), "strong"))
        for field in (self.since, self.back, self.owner, self.reason):
            column.addWidget(field)
        column.addStretch(1)
        return inner

    def _right(self) -> QWidget:
        inner, column = QWidget(), QVBoxLayout()
        inner.setProperty("role", "page")
        inner.setLayout(column)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.difference)
        column.addStretch(1)
        return inner

    def _text(self) -> str:
        return changes_text(as_parameters(self.fields.changes()))

    @Slot()
    def _compare(self) -> None:
        """Ask what the fields would change; until it is shown nothing can be saved."""
        self.consent.setEnabled(False)
        self.tell_nothing()
        text = self._text()
        self.difference.clear(self.kit.t("Counting…"))
        job = partial(reading.compare, text)
        self.context.desk.submit(job, partial(self._show, text), self._not_shown, latest="rules", owner=self)

    @Slot()
    def _dated(self) -> None:
        """Say what a day in the past does to reports."""
        since = self.since.value
        self.back.setVisible(since is not None and since < self.kit.clock.today())

    def tell_nothing(self) -> None:
        """Take a problem away that was told, the button of consent left as it is."""
        enabled = self.consent.isEnabled()
        self.tell("")
        self.consent.setEnabled(enabled)

    def _show(self, text: str, found: RulesDifference) -> None:
        self._shown_for = text
        self.difference.show_difference(found)
        self.consent.setEnabled(found.changed and self.fields.settled and text == self._text())

    def _not_shown(self, error: BaseException) -> None:
        self.difference.clear(self.kit.t("What would change cannot be told."))
        self.tell(self.context.error_text(error))
        self.consent.setEnabled(False)

    @Slot()
    def _agree(self) -> None:
        for field in (self.since, self.owner, self.reason):
            if not field.value and not field.dirty:
                field.restore_draft("")
            if not field.commit():
                field.setFocus()
                return
        since, text = self.since.value, self._text()
        if since is None or text != self._shown_for:
            return
        self.wait()
        command = ChangeRules(
            parameters=text, valid_from=since, owner=self.owner.value or "", reason=self.reason.value or ""
        )
        toast = self.kit.t("Rules of counting saved.")
        self.context.write(partial(reading.save, command), self._saved, self._refused, toast=toast, owner=self)

    def _saved(self, _made: RuleSet) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
