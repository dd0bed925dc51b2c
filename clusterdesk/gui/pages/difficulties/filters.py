"""What of the list of difficulties is asked for: words, theme, severity, and what they wait for, with counts."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.records.difficulties import Severity
from clusterdesk.domain.views.difficulties import DifficultyList, DifficultyRow, Waits
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.difficulties import listed, words
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.filter_bar import FilterBar
from clusterdesk.gui.widgets.filter_chips import FilterChoice

_OPEN, _EVERYTHING = "open", "all"


class Filters(FilterBar):
    """The filters over the list; hidden while there is nothing to filter."""

    def __init__(self, kit: Kit) -> None:
        """Ask for all that is open."""
        t = kit.t
        boxes = (t("Theme"), t("Severity"))
        super().__init__(kit, t("Words, or the name of an organisation"), boxes, t("What they wait for"))
        self.theme, self.severity = self.boxes
        self._rows: Sequence[DifficultyRow] = ()
        every = Option(None, t("Any severity"))
        self.severity.set_options([every, *(Option(one, t(label)) for one, label in choices_of(Severity).items())])
        self.severity.choose(None)
        self.changed.connect(self.count)
        self.count()

    def show_list(self, data: DifficultyList) -> None:
        """Offer the themes there are, and count."""
        t = self.kit.t
        self._rows = data.rows
        used = {row.record.theme_id for row in data.rows}
        themes = [Option(one.id, one.name_in(t.language)) for one in data.themes if one.active or one.id in used]
        chosen = self.theme.currentData() if self.theme.count() else listed.ANY
        self.theme.set_options([Option(listed.ANY, t("All themes")), *themes, Option(None, t("Without a theme"))])
        self.theme.choose(chosen)
        self.count()
        self.setVisible(bool(data.rows))

    def begin(self, waits: Waits) -> None:
        """Ask for what waits for something."""
        self.chips.choose(waits.value)

    def clear(self) -> None:
        """Ask for everything."""
        self.field.clear()
        self.theme.choose(listed.ANY)
        self.severity.choose(None)
        self.chips.choose(_EVERYTHING)
        self.changed.emit()

    def wanted(self, by: listed.By = listed.By.THEME, *, descending: bool = False) -> listed.Wanted:
        """Return what is asked for now, in an order."""
        key = next(iter(self.chips.keys), _OPEN)
        severity, theme = self.severity.currentData(), self.theme.currentData()
        return listed.Wanted(
            None if key in (_OPEN, _EVERYTHING) else Waits(key),
            key == _EVERYTHING,
            theme if self.theme.count() and (theme is None or isinstance(theme, UUID)) else listed.ANY,
            Severity(severity) if severity is not None else None,
            self.field.text(),
            by,
            descending,
        )

    @Slot()
    def count(self) -> None:
        """Count what each chip would show."""
        t, wanted = self.kit.t, self.wanted()
        rows = [row for row in self._rows if listed.fits(row, wanted)]
        counts = {one: sum(row.waits is one for row in rows) for one in Waits}
        choices = [FilterChoice(_OPEN, t("Still open"), len(rows) - counts[Waits.NOTHING])]
        choices += [FilterChoice(one.value, t(words.WAITS_LABELS[one]), counts[one]) for one in Waits]
        self.chips.set_choices([*choices, FilterChoice(_EVERYTHING, t("All"), len(rows))])
        self.chips.updateGeometry()
