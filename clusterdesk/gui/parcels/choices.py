"""Beside the page of a parcel: its language, what goes along, what stays here, and whether it is handed over."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.parsing.text import clipped
from clusterdesk.domain.records.referrals import ReferralState
from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.exchange.parcels.contents import ParcelChoice
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.preview.choices import LANGUAGES
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label, plain_tooltip

_LONGEST = 32


class ParcelChoices(QWidget):
    """The choices of a parcel.

    Signals:
        language_chosen: its code.
        changed: something else goes along than before.
    """

    language_chosen = Signal(str)
    changed = Signal()

    def __init__(self, kit: Kit, row: ReferralRow) -> None:
        """Offer everything that may go, once it was read."""
        super().__init__()
        t = kit.t
        self._kit, self._row = kit, row
        self._documents: dict[UUID, QCheckBox] = {}
        self.languages = FilterChips(kit, t("Language of the document"))
        self.languages.set_choices(FilterChoice(key, name) for key, name in LANGUAGES)
        self.languages.chosen.connect(self._choose_language)
        self.to = Label("", wrap=True)
        self._attachments = QVBoxLayout()
        self._attachments.setSpacing(6)
        self._stays = Label("", "small", wrap=True)
        self.form = self._box(t("Form to answer by (answer.html)"))
        self.reminder = self._box(t("Calendar entry of the answer (.ics)"))
        self.hand_over = QCheckBox()
        self.hand_over.setChecked(True)
        self._assemble()

    def _assemble(self) -> None:
        t, team = self._kit.t, self._row.team
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (Label(t("To"), "small"), self.to, Label(t("Language of the document"), "small"), self.languages):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(Label(t("Goes along"), "small"))
        column.addLayout(self._attachments)
        column.addWidget(self.form)
        column.addWidget(self.reminder)
        column.addWidget(self._stays)
        column.addStretch(1)
        if self._row.record.state is ReferralState.CONSENT:
            if team is not None:
                self.hand_over.setText(t("Note that it was handed over today"))
                column.addWidget(self.hand_over)
            else:
                column.addWidget(
                    Label(t("No team is chosen yet: “Hand over…” proposes those that suit."), "small", wrap=True)
                )

    @property
    def choice(self) -> ParcelChoice:
        """What goes along."""
        chosen = frozenset(key for key, box in self._documents.items() if box.isChecked())
        return ParcelChoice(chosen, self.form.isChecked(), self.reminder.isChecked())

    @property
    def hands_over(self) -> bool:
        """Whether the hand-over is to be noted."""
        row = self._row
        return row.record.state is ReferralState.CONSENT and row.team is not None and self.hand_over.isChecked()

    def show_view(self, view: ParcelView) -> None:
        """Show what may go; what was left out before stays so."""
        t = self._kit.t
        self.languages.choose(view.language)
        receiver = " · ".join(part for part in (view.person, view.team) if part)
        self.to.setText("\n".join(part for part in (receiver, view.mail or t("No mail address")) if part))
        wanted = {one.id for one in view.documents}
        if wanted != set(self._documents):
            clear_layout(self._attachments)
            self._documents = {}
            for one in view.documents:
                size = self._kit.formats.file_size(one.size)
                box = self._box(t("{name} ({size})", name=clipped(one.name, _LONGEST), size=size))
                box.setToolTip(plain_tooltip(one.name))
                self._documents[one.id] = box
                self._attachments.addWidget(box)
        self.reminder.setEnabled(view.due_on is not None)
        stays = [
            t("{name} ({visibility})", name=one.name, visibility=t(choice_label(one.visibility)))
            for one in view.left_out
        ]
        self._stays.setText(t("Stays here: {names}", names=self._kit.formats.joined(stays)) if stays else "")
        self._stays.setVisible(bool(stays))

    def _box(self, text: str) -> QCheckBox:
        box = QCheckBox(text.replace("&", "&&"))
        box.setChecked(True)
        box.toggled.connect(self.changed)
        return box

    @Slot(object)
    def _choose_language(self, keys: frozenset[str]) -> None:
        self.language_chosen.emit(next(iter(keys), ""))
