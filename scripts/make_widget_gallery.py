"""Draw all widgets into pictures, to look at: ``python scripts/make_widget_gallery.py [FOLDER] [LANGUAGE] [SCALE]``.

Writes ``widgets_<theme>.png`` and ``window_<theme>.png`` for every theme (default folder: /tmp/clusterdesk-gallery).
"""

import os
import sys
from collections.abc import Callable, Hashable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from clusterdesk.base.errors import ErrorTexts
from clusterdesk.config.settings import Settings
from clusterdesk.domain.changes import OpChanges
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.gui.context import Context
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.dialogs.error import ErrorBanner, ErrorDialog
from clusterdesk.gui.dialogs.key_sheet import KeySheet
from clusterdesk.gui.dressing import Dressing
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, RowsModel, TableRow
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.hit_panel import Hit
from clusterdesk.gui.shell.main_window import MainWindow, WindowParts
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Route, Spot
from clusterdesk.gui.tasks import Lane
from clusterdesk.gui.tokens import THEMES, Tone
from clusterdesk.gui.undoing import UndoWords
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Card, Line, Row, SectionHeader
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, InlineChoice, InlineMultiChoice, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineMoney, InlinePartialDate, InlineText
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.note_edit import NoteEdit
from clusterdesk.gui.widgets.rows_table import RowsTable
from clusterdesk.gui.widgets.search_field import SearchField
from clusterdesk.gui.widgets.status_dot import StatusDot
from clusterdesk.gui.widgets.timeline import TimelineEntry, TimelineView

_DAY = date(2026, 11, 23)
_CHAINS = [Option("wood", "Bois"), Option("textile", "Textile"), Option("bike", "Vélo"), Option("eee", "EEE")]
_ENTRIES = [
    TimelineEntry(0, "", "pin", "Menuiserie de réemploi", "Goulot = ponçage ; cherche 200 m²", pinned=True),
    TimelineEntry(1, "23 nov.", "notebook-pen", "Visite 2", "Nouvelle scie à panneaux livrée le 12. Le goulot passe au "
        "ponçage : deux personnes à mi-temps. " * 3, "interne", Tone.WARN),
    TimelineEntry(2, "30 oct.", "send", "Orientation vers les Pays-Bas", "", "en cours", Tone.INFO),
    TimelineEntry(3, "14 oct.", "file-text", "Visite 1 – compte rendu.pdf"),
]  # fmt: skip


class GalleryClock:
    """A clock that stands at one moment, so that pictures do not change."""

    def now(self) -> datetime:
        """Return the moment."""
        return datetime(2026, 11, 23, 9, 42, tzinfo=UTC)

    def today(self) -> date:
        """Return the day."""
        return _DAY


class Rows:
    """Invented rows."""

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Give rows at once."""
        names = ("Atelier Noord", "Filature Senne", "Vélo Canal", "Bois de Cureghem", "Récup’Élec", "Tissus Marolles")
        states = (("à jour", Tone.OK), ("à compléter", Tone.WARN), ("sans nouvelles", Tone.BAD), ("nouveau", Tone.INFO))
        rows = []
        for each in ids:
            number = int(str(each))
            word, tone = states[number % 4]
            cells = (names[number % 6], "Bois", word, f"{number % 9},5", "23/11/2026")
            rows.append(TableRow(each, cells, (None, None, tone, None, None)))
        deliver(rows)


class Nothing:
    """An empty desk, an undo with names, a search with hits."""

    def close(self) -> None:
        """Nothing to close."""

    def ask_words(self, deliver: Callable[[UndoWords], None]) -> None:
        """Name something."""
        deliver(UndoWords("Nom · Atelier Noord et fils", ""))


class GalleryUndo(Nothing):
    """An undo that does nothing."""

    ask = Nothing.ask_words

    def undo(self, done: Callable[[OpChanges], None], failed: Callable[[BaseException], None]) -> None:
        """Do nothing."""

    redo = undo


class GallerySearch:
    """A search that finds nothing."""

    def ask(self, text: str, deliver: Callable[[Sequence[Hit]], None]) -> None:
        """Find nothing."""
        deliver([])


class GalleryPage(Page):
    """A list as pages have it: header, filters, table."""

    def build(self) -> None:
        """Make it."""
        kit = self.kit
        header = SectionHeader("Organisations", "75", role="title")
        header.add(Button(kit, "Importer", icon="import"), Button(kit, "Nouvelle organisation", "primary", icon="plus"))
        chips = FilterChips(kit, "Filtres")
        chips.set_choices(
            [
                FilterChoice("all", "Toutes", 75),
                FilterChoice("mine", "Les miennes", 23),
                FilterChoice("silent", "Sans nouvelles > 90 j", 5),
                FilterChoice("wood", "Bois", 31),
            ]
        )
        columns = (Column("name", "Nom", 260), Column("chain", "Filière", 140), Column("state", "État", 170, chip=True),
                   Column("fte", "ETP", 80, number=True), Column("last", "Dernier contact", 150))  # fmt: skip
        self.model = RowsModel(kit.theme, columns, Rows(), self)
        self.table = RowsTable(kit, self.model, "Organisations")
        card = Card(margin=8)
        card.add(self.table)
        self.body.addWidget(header)
        self.body.addWidget(Row(SearchField(kit, "Filtrer par nom, commune, numéro…"), chips, stretch=False))
        self.body.addWidget(card, 1)
        self.model.set_ids(range(10_000))
        self.table.point_to(2)
        self.table.show_sort("name", descending=False)


def main(folder: Path, language: str, scale: float) -> None:
    """Draw everything in every theme."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    dressing = Dressing(application, "light", scale, GalleryClock())
    kit = dressing.kit(language)
    for theme in THEMES:
        dressing.theme.choose(theme)
        for name, widget in (("widgets", sheet(kit)), ("dialog", dialog(kit)), ("keys", window(kit).key_sheet())):
            save(widget, folder / f"{name}_{theme}.png")
        made = window(kit)
        save(made, folder / f"window_{theme}.png")
        made.finish()


def save(widget: QWidget, path: Path) -> None:
    """Show a widget offscreen, let it settle, and save its picture."""
    widget.show()
    loop = QEventLoop()
    QTimer.singleShot(400, loop.quit)
    loop.exec()
    widget.grab().save(str(path))
    widget.close()


def sheet(kit: Kit) -> QWidget:
    """Return all widgets on one sheet."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setSpacing(16)
    for number, card in enumerate((_texts(kit), _fields(kit), _lists(kit), _states(kit))):
        grid.addWidget(card, number // 2, number % 2)
    made.resize(1180, 1120)
    return made


def _texts(kit: Kit) -> Card:
    card = Card()
    card.add(Label("Lundi 23 novembre", "title"), SectionHeader("À faire", "7 · dont 2 en retard"))
    card.add(Label("Texte courant : œ, É, « guillemets », 48 200 €"), Label("Texte discret, plus petit", "small"))
    card.add(Row(*(Chip(word, tone) for word, tone in zip(("brouillon", "prêt", "à compléter", "ven. 20", "25 nov."),
                                                          Tone, strict=True))))  # fmt: skip
    card.add(
        Row(
            StatusDot(kit, Tone.OK, "à jour"),
            Label("à jour"),
            StatusDot(kit, Tone.BAD, "en retard"),
            Label("en retard"),
        )
    )
    card.add(Line())
    card.add(Row(Button(kit, "Noter", icon="plus"), Button(kit, "Préparer", "primary", icon="printer"),
                 Button(kit, "Supprimer", "danger", icon="trash-2"), Button(kit, "Voir tout", "link")))  # fmt: skip
    off = Button(kit, "Imprimer", icon="printer")
    off.setEnabled(False)
    card.add(
        Row(off, IconButton(kit, "pencil", "Modifier"), IconButton(kit, "ellipsis", "Plus"), Label("Ctrl+K", "key"))
    )
    box, other = QCheckBox("Première visite"), QCheckBox("Accord pour citer")
    box.setChecked(True)
    card.add(Row(box, other))
    choice, line = ChoiceBox(), QLineEdit("Atelier Noord")
    choice.set_options(_CHAINS)
    choice.choose("wood")
    line.setProperty("role", "input")
    card.add(Row(choice, line))
    card.body.addStretch(1)
    return card


def _fields(kit: Kit) -> Card:
    card = Card(spacing=6)
    name = InlineText(kit, "Nom", required=True)
    name.set_value("Atelier Noord")
    name.mark_saved()
    number = InlineText(kit, "Numéro d’entreprise", longest=14)
    number.restore_draft("0314.595.34")
    number.show_problem("Le numéro ne passe pas le contrôle : vérifiez les deux derniers chiffres.")
    since, due, money = (
        InlinePartialDate(kit, "Depuis"),
        InlineDate(kit, "Échéance"),
        InlineMoney(kit, "Chiffre d’affaires"),
    )
    since.set_value(PartialDate("2024-01"))
    due.set_value(date(2026, 11, 27))
    money.set_value(Decimal(48200))
    language = InlineChoice(kit, "Langue", [Option("fr", "Français"), Option("nl", "Nederlands")])
    language.set_value("fr")
    chains = InlineMultiChoice(kit, "Filières", _CHAINS)
    chains.set_value(["wood", "eee"])
    empty = InlineText(kit, "Site web")
    note = NoteEdit(kit, "Note", placeholder="Ce qui s’est dit, décidé, promis…")
    note.set_value(
        "Nouvelle scie à panneaux livrée le 12. Le goulot passe au ponçage.\n@action devis ponceuse vendredi"
    )
    card.add(name, number, _pair(since, due), _pair(money, language), chains, empty, note)
    return card


def _pair(left: QWidget, right: QWidget) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(left, 1)
    line.addWidget(right, 1)
    return made


def _lists(kit: Kit) -> Card:
    card = Card()
    tabs = QTabBar()
    tabs.setProperty("role", "tabs")
    tabs.setDrawBase(False)
    for word in ("Fil", "Diagnostic", "Actions"):
        tabs.addTab(word)
    fil = TimelineView(kit, "Fil")
    fil.set_entries(_ENTRIES)
    fil.setCurrentIndex(fil.entries.index(1))
    card.add(tabs, fil)
    return card


def _states(kit: Kit) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    bar = BusyBar(kit)
    bar.start("Lecture du fichier")
    bar.progress("Lecture du fichier", 4_210, 10_000)
    bar.show_now()
    banner = ErrorBanner(kit)
    banner.show_texts(_ERROR)
    column.addWidget(EmptyState(kit, "notebook-pen", "Aucune visite encore",
        "Les visites et leurs notes se rangent ici, la plus récente en haut.", "Préparer la première"))  # fmt: skip
    column.addWidget(bar)
    column.addWidget(banner)
    column.addStretch(1)
    return made


_ERROR = ErrorTexts(
    "Le dossier partagé n’est pas accessible.",
    "Vos données sont en sécurité : rien n’a été modifié.",
    "Rebranchez le lecteur, puis réessayez depuis Envois.",
)


def dialog(kit: Kit) -> QWidget:
    """Return the error dialog."""
    return ErrorDialog(kit, _ERROR, "details")


class GalleryWindow(MainWindow):
    """A window that can end its own worker."""

    def finish(self) -> None:
        """End the threads."""
        self.context.desk.stop()
        self.context.files.stop()

    def key_sheet(self) -> KeySheet:
        """Return the sheet of keys of this window."""
        return KeySheet(self.context.kit, self.shortcuts)


def window(kit: Kit) -> GalleryWindow:
    """Return a window with a list, a banner, a toast."""
    places = (
        Place("organisations", "Organisations", "building-2", GalleryPage),
        Place("settings", "Settings", "settings", _settings, Spot.BOTTOM),
    )
    parts = WindowParts(kit, Preferences(Settings()), places, Lane(), _ignore, GalleryUndo(), GallerySearch())
    made = GalleryWindow(parts, DeskWorker(Nothing))
    made.say_banner("Ceci est le classeur d’exemple : des organisations inventées pour essayer.")
    made.show_state("Hors ligne · sauvegarde 08:12")
    made.ask_undo()
    made.go(Route("organisations"))
    made.toast_undo("Organisation supprimée : Feutre & Co")
    return made


def _settings(context: Context) -> Page:
    return SettingsPage(context)


def _ignore(_error: BaseException) -> None:
    """Show no error."""


if __name__ == "__main__":
    defaults = ["/tmp/clusterdesk-gallery", "fr", "1.0"]
    given = sys.argv[1:4]
    folder_name, language_name, scale_text = given + defaults[len(given) :]
    main(Path(folder_name), language_name, float(scale_text))
