"""The accounts of one financial year: their figures, what follows from them, and the filed document."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clusterdesk.domain.figures.accounts import core_of_year
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.accounts.jobs import AccountsLine, attach
from clusterdesk.gui.pages.organisation.documents_card import open_copy
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column
from clusterdesk.gui.widgets.file_drop import FileDrop
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label

_ROWS = (
    ("from_on", "to_on"),
    ("operating_result", "depreciation"),
    ("operating_subsidies", "turnover"),
    ("gross_margin", "fte"),
    ("currency", "filed_on"),
    ("visibility",),
    ("remark",),
)


class AccountsRow(PartRow):
    """One year; a file dropped on it is its filed document."""

    type_key = "annual_accounts"
    part: AccountsLine

    def __init__(self, context: Context, part: AccountsLine) -> None:
        """Show a year, closed."""
        super().__init__(context, part)
        self.drop = FileDrop(self, self.kit.t("Drop: these are the filed accounts"), self.attach, margin=1)

    @property
    def year(self) -> str:
        """The financial year in words: ``2025``, or its two days where it is no calendar year."""
        one = self.part.record
        if (one.from_on.month, one.from_on.day, one.to_on.month, one.to_on.day) == (1, 1, 12, 31):
            same = one.from_on.year == one.to_on.year
            return str(one.to_on.year) if same else f"{one.from_on.year}–{one.to_on.year}"
        formats = self.kit.formats
        return self.kit.t("{start} to {end}", start=formats.date(one.from_on), end=formats.date(one.to_on))

    def words(self) -> None:
        """Say the year, the operating result, and whether the filed document is there."""
        t, one = self.kit.t, self.part.record
        facts = []
        if one.operating_result is not None:
            facts.append(t("operating result {amount}", amount=self._money(one.operating_result)))
        core = core_of_year(one)
        if core is not None:
            facts.append(t("without subsidies, before depreciation {amount}", amount=self._money(core)))
        if one.fte is not None:
            facts.append(t("{fte} FTE", fte=self.kit.formats.number(one.fte)))
        proved = self.part.evidence is not None
        chip = (t("Evidence 3"), Tone.OK) if proved else (t("No document yet"), Tone.NEUTRAL)
        self.say(t("Annual accounts {year}", year=self.year), " · ".join(facts), chip)

    def build(self) -> QWidget:
        """Return the buttons, the fields, and what follows from them."""
        t = self.kit.t
        self.choose = Button(self.kit, t("Attach the filed accounts…"), icon="paperclip")
        self.choose.clicked.connect(self._choose)
        self.show_it = Button(self.kit, t("Open the document"), "link", icon="external-link")
        self.show_it.clicked.connect(self._open_it)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.choose)
        flow.addWidget(self.show_it)
        self.form = RecordForm(self.context, self.type_key, _ROWS, required=("from_on", "to_on"))
        self.core = Label("", "muted", wrap=True)
        self.core.setContentsMargins(8, 0, 8, 4)
        return Column(buttons, self.form, self.core)

    def fill(self) -> None:
        """Show the year."""
        t, one = self.kit.t, self.part.record
        self.form.show_record(one)
        self.show_it.setVisible(bool(self.part.document))
        core = core_of_year(one)
        if core is None:
            self.core.setText(t("Operating result and depreciation tell whether the year was above break-even."))
            return
        words = t("Without subsidies and before depreciation: {amount}.", amount=self._money(core))
        below = t("The year was below break-even: a start below, if it falls around the first coaching action.")
        above = t("The year was not below break-even.")
        self.core.setText(t("{core} {verdict}", core=words, verdict=below if core < 0 else above))

    @Slot(list)
    def attach(self, paths: list[str]) -> None:
        """Attach the first file as the document of these accounts: evidence of level 3 in the same step."""
        if paths:
            t = self.kit.t
            name = t("Annual accounts {year}", year=self.year)
            job = partial(attach, self.record_id(), Path(paths[0]), name)
            toast = t("Attached as evidence of level 3: {name}", name=Path(paths[0]).name)
            self.context.write(job, None, self.context.shell.show_error, toast=toast, owner=self)

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), self.kit.t("Attach the filed accounts…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(self.attach)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _open_it(self) -> None:
        if self.part.record.document_id is not None:
            open_copy(self.context, self.part.record.document_id)

    def _money(self, amount: object) -> str:
        return self.kit.formats.money(amount, self.part.record.currency, 0)  # type: ignore[arg-type]
