"""The open export in settings: how often, which tables, persons or not; made now where that is wanted."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.config.settings import Settings
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.settings.fields import Fields, SettingsCard
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

_RHYTHMS = (
    ("off", N_("Never by itself")),
    ("weekly", N_("Every week")),
    ("monthly", N_("Every month")),
)
_TABLES = "open_export_tables"


class OpenExportCard(SettingsCard):
    """Tables for the agency, as xlsx and csv, through the outbox."""

    def __init__(self, context: Context, fields: Fields) -> None:
        """Ask which tables there are and when the last one was made."""
        t = context.kit.t
        note = t("Tables for the agency: no notes, no persons unless that was agreed, nothing restricted.")
        super().__init__(context, t("Open export"), note, fields)
        self.choice("open_export", t("Made by itself"), [Option(key, t(name)) for key, name in _RHYTHMS])
        self.yes_or_no("open_export_personal", t("With the names of persons who work alone"))
        self.boxes: dict[str, QCheckBox] = {}
        self._tables = QWidget()
        self._flow = FlowLayout(self._tables, spacing=12)
        self._tables.setContentsMargins(7, 0, 7, 0)
        self.last = Label("", "muted", wrap=True)
        self.last.setContentsMargins(7, 0, 7, 0)
        self.make = Button(self.kit, t("Make it now"), icon="send")
        self.make.clicked.connect(self._make)
        caption = Label(t("Tables"), "caption")
        caption.setContentsMargins(7, 4, 7, 0)
        self.add(caption, self._tables, self.last, Row(self.make))

    def renew(self) -> None:
        """Ask when the last one was made."""
        self.context.desk.submit(_facts, self._show, latest="settings-open-export", owner=self)

    def _show(self, facts: tuple[tuple[tuple[str, str], ...], date | None]) -> None:
        t, (tables, last) = self.kit.t, facts
        wanted = [name.strip() for name in self.context.settings.open_export_tables.split(",") if name.strip()]
        for key, title in tables if not self.boxes else ():
            box = QCheckBox(t(title))
            box.setChecked(not wanted or key in wanted)
            box.toggled.connect(self._chosen)
            self.boxes[key] = box
            self._flow.addWidget(box)
        said = t("Last one: {when}", when=self.kit.formats.long_date(last)) if last else t("There is none yet.")
        self.last.setText(said)

    @Slot(bool)
    def _chosen(self, _on: bool) -> None:
        keys = [key for key, box in self.boxes.items() if box.isChecked()]
        if not keys:
            self.context.shell.toast(self.kit.t("At least one table stays in the open export."))
            box = self.sender()
            if isinstance(box, QCheckBox):
                box.setChecked(True)
            return
        self.context.preferences.set(_TABLES, "" if len(keys) == len(self.boxes) else ",".join(keys))

    @Slot()
    def _make(self) -> None:
        self.make.setEnabled(False)
        job = _Make(self.context.settings)
        self.context.desk.submit(job, self._made, self._failed, owner=self)

    def _made(self, count: int) -> None:
        t = self.kit.t
        self.make.setEnabled(True)
        self.context.sending.send()
        words = t.n(
            "{n} file of the open export waits in the outbox.",
            "{n} files of the open export wait in the outbox.",
            n=count,
        )
        self.context.shell.toast(words)
        self.renew()

    def _failed(self, error: BaseException) -> None:
        self.make.setEnabled(True)
        self.context.shell.show_error(error)


class _Make:
    """Makes the export in the worker's thread."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __call__(self, desk: "Desk") -> int:
        from clusterdesk.exchange.listing.open_export import queue_open_export

        t = Translator(self._settings.default_document_language)
        return len(queue_open_export(desk.store, self._settings, t))


def _facts(desk: "Desk") -> tuple[tuple[tuple[str, str], ...], date | None]:
    from clusterdesk.exchange.listing.agency_tables import TABLES
    from clusterdesk.exchange.listing.open_export import last_made

    return tuple((key, table[0]) for key, table in TABLES.items()), last_made(desk.store)
