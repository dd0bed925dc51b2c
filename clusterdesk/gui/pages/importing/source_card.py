"""What was read of a file, each guess correctable: kind, sheet, encoding, delimiter, header; and what is odd."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.text import clipped
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.exchange.reading.source import ReadOptions, TableSource
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.importing.reading import Reading
from clusterdesk.gui.widgets.card import Card, Row, SectionHeader, clear_layout
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label

_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 (BOM)",
    "cp1252": "Windows-1252",
    "latin-1": "ISO 8859-1",
    "mac_roman": "Macintosh",
    "utf-16": "UTF-16",
}
_DELIMITERS = {
    ";": N_("Semicolon ( ; )"),
    ",": N_("Comma ( , )"),
    "\t": N_("Tab"),
    "|": N_("Bar ( | )"),
}
_HEADER_LINES = 25
_KIND, _SHEET, _ENCODING, _DELIMITER, _HEADER = "kind", "sheet", "encoding", "delimiter", "header"
_WIDTHS = {_KIND: 252, _SHEET: 170, _ENCODING: 150, _DELIMITER: 150, _HEADER: 370}


class SourceCard(Card):
    """The facts of a file.

    Signals:
        changed: a Reading that differs from the present one.
    """

    changed = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(spacing=6, parent=parent)
        self._kit = kit
        t = kit.t
        self._reading: Reading | None = None
        self.heading = SectionHeader(t("What was read"))
        self._boxes = QWidget()
        self._flow = FlowLayout(self._boxes, spacing=12)
        self.boxes: dict[str, ChoiceBox] = {}
        self._parts: dict[str, QWidget] = {}
        for key, caption in (
            (_KIND, t("The list holds")),
            (_SHEET, t("Sheet")),
            (_ENCODING, t("Encoding")),
            (_DELIMITER, t("Columns are separated by")),
            (_HEADER, t("Header row")),
        ):
            self._add(key, caption)
        self.boxes[_KIND].set_options(Option(one.kind, t(one.label)) for one in TARGETS.values())
        self._notices = QVBoxLayout()
        self._notices.setSpacing(4)
        self.add(self.heading, self._boxes)
        self.body.addLayout(self._notices)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_opened(self, reading: Reading, opened: OpenedList) -> None:
        """Show how a file was read."""
        self._reading = reading
        source, layout = opened.source, opened.layout
        t = self._kit.t
        rows = max(len(source.rows) - layout.first_line + 1, 0)
        self.heading.set_note(t("{rows} · {columns}", rows=self._rows(rows), columns=self._columns(source.width)))
        self.boxes[_KIND].choose(reading.kind)
        self._offer(_SHEET, [Option(sheet.name, sheet.name) for sheet in source.sheets], source.sheet, at_least=2)
        self._offer(_ENCODING, self._encodings(source), source.encoding)
        self._offer(_DELIMITER, self._delimiters(source), source.delimiter)
        self._offer(_HEADER, self._headers(opened), layout.header_line or 0)
        clear_layout(self._notices)
        for notice in source.notices:
            self._notices.addWidget(self._notice(t(notice.message, **notice.params)))

    def _rows(self, n: int) -> str:
        return self._kit.t.n("{count} row", "{count} rows", n=n, count=self._kit.formats.number(n))

    def _columns(self, n: int) -> str:
        return self._kit.t.n("{count} column", "{count} columns", n=n, count=self._kit.formats.number(n))

    def _add(self, key: str, caption: str) -> None:
        box = ChoiceBox()
        label = Label(caption, "caption")
        label.setBuddy(box)
        box.setAccessibleName(caption)
        box.activated.connect(self._picked)
        box.setProperty("key", key)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(box)
        self.boxes[key], self._parts[key] = box, part
        self._flow.addWidget(part)

    def _offer(self, key: str, options: list[Option], present: object, at_least: int = 1) -> None:
        self.boxes[key].set_options(options)
        self.boxes[key].choose(present)
        self._parts[key].setVisible(len(options) >= at_least)

    def _encodings(self, source: TableSource) -> list[Option]:
        if source.encoding is None:
            return []
        known = _ENCODINGS if source.encoding in _ENCODINGS else {source.encoding: source.encoding, **_ENCODINGS}
        return [Option(key, name) for key, name in known.items()]

    def _delimiters(self, source: TableSource) -> list[Option]:
        if source.delimiter is None:
            return []
        t = self._kit.t
        known = [Option(key, t(name)) for key, name in _DELIMITERS.items()]
        return known if source.delimiter in _DELIMITERS else [Option(source.delimiter, source.delimiter), *known]

    def _headers(self, opened: OpenedList) -> list[Option]:
        t, source = self._kit.t, opened.source
        lines = [line for line, row in source.records() if line <= _HEADER_LINES and any(cell != "" for cell in row)]
        present = opened.layout.header_line
        if present is not None and present not in lines:
            lines.append(present)
        options = [Option(0, t("No header: columns have letters"))]
        for line in lines:
            words = ", ".join(cell_text(cell).strip() for cell in source.rows[line - 1] if cell != "")
            options.append(Option(line, t("Line {line}: {words}", line=line, words=clipped(words, 40))))
        return options

    def _notice(self, text: str) -> Row:
        picture = Label()
        picture.setPixmap(self._kit.icons.pixmap("info", "info", size=16))
        words = Label(text, wrap=True)
        row = Row(picture, stretch=False)
        row.line.addWidget(words, 1)
        return row

    @Slot(int)
    def _picked(self, _index: int) -> None:
        box, reading = self.sender(), self._reading
        if not isinstance(box, ChoiceBox) or reading is None:
            return
        key, value = box.property("key"), box.currentData()
        options = reading.options
        if key == _KIND:
            wanted = replace(reading, kind=ImportKind(value), header_line=None)
        elif key == _HEADER:
            wanted = replace(reading, header_line=value)
        else:
            # What was found stays found: only what was chosen by hand is given to the reading.
            wanted = replace(reading, options=_with(options, key, value), header_line=None)
        self.changed.emit(wanted)

    @Slot()
    def _measure(self) -> None:
        for key, box in self.boxes.items():
            box.setFixedWidth(self._kit.theme.length(_WIDTHS[key]))


def _with(options: ReadOptions, key: str, value: str) -> ReadOptions:
    if key == _SHEET:
        return replace(options, sheet=value)
    return replace(options, encoding=value) if key == _ENCODING else replace(options, delimiter=value)
