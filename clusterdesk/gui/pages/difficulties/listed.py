"""The list of difficulties as rows of a table, filtered by what they wait for, theme, weight and words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.parsing.text import composed, even
from clusterdesk.domain.records.difficulties import Severity
from clusterdesk.domain.views.difficulties import DifficultyRow, Waits
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, TableRow
from clusterdesk.gui.pages.difficulties import words
from clusterdesk.gui.tokens import Tone

ANY = object()  # any theme: without one is an answer of its own


class By(StrEnum):
    """The columns of the list."""

    THEME = "theme"
    TITLE = "title"
    SEVERITY = "severity"
    STATE = "state"
    ORGANISATIONS = "organisations"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the list is shown, in which order. ``waits`` of None: all that is not closed."""

    waits: Waits | None = None
    everything: bool = False
    theme_id: object = ANY
    severity: Severity | None = None
    text: str = ""
    by: By = By.THEME
    descending: bool = False


def columns(kit: Kit) -> tuple[Column, ...]:
    """Return the columns; their keys are those of ``By``."""
    t = kit.t
    return (
        Column(By.THEME, t("Theme"), 152),
        Column(By.TITLE, t("What stands in the way"), 366),
        Column(By.SEVERITY, t("Severity"), 168, chip=True),
        Column(By.STATE, t("State"), 124, chip=True),
        Column(By.ORGANISATIONS, t("Organisations"), 100, number=True),
        Column(By.SINCE, t("Since"), 76, number=True),
    )


def shown(rows: Iterable[DifficultyRow], wanted: Wanted) -> list[DifficultyRow]:
    """Return the rows that fit, in the order asked for."""
    fitting = [row for row in rows if in_state(row, wanted) and fits(row, wanted)]
    if wanted.by is By.THEME:
        return fitting[::-1] if wanted.descending else fitting
    return sorted(fitting, key=_KEYS[wanted.by], reverse=wanted.descending)


def in_state(row: DifficultyRow, wanted: Wanted) -> bool:
    """Tell whether a row waits for what is asked for."""
    if wanted.everything:
        return True
    return row.waits is not Waits.NOTHING if wanted.waits is None else row.waits is wanted.waits


def fits(row: DifficultyRow, wanted: Wanted) -> bool:
    """Tell whether theme, severity and words of a row are those asked for, whatever it waits for."""
    if wanted.theme_id is not ANY and row.record.theme_id != wanted.theme_id:
        return False
    if wanted.severity is not None and row.record.severity is not wanted.severity:
        return False
    typed = _plain(wanted.text).split()
    if not typed:
        return True
    said = _plain(
        "\n".join([row.record.title, row.record.happens, row.record.wish, *(one.name for one in row.organisations)])
    )
    return all(word in said for word in typed)


def table_rows(kit: Kit, rows: Sequence[DifficultyRow], today: date, *, by_theme: bool) -> list[TableRow]:
    """Write rows; sorted by theme, its name stands at the first of them only."""
    made, last = [], object()
    for row in rows:
        name = words.theme_name(kit, row)
        theme = row.theme.id if row.theme is not None else None
        made.append(_table_row(kit, row, today, "" if by_theme and theme == last else name))
        last = theme
    return made


def _table_row(kit: Kit, row: DifficultyRow, today: date, theme: str) -> TableRow:
    state, tone = words.state_words(kit, row)
    severity = row.record.severity
    met = kit.formats.number(len(row.organisations))
    return TableRow(
        row.record.id,
        (
            theme,
            row.record.title,
            kit.t(choice_label(severity)),
            state,
            met,
            words.age_words(kit, row, today),
        ),
        (None, None, words.SEVERITY_TONES[severity], tone, None if row.organisations else Tone.WARN, None),
    )


def _plain(text: str) -> str:
    return even(composed(text))


def _by_title(row: DifficultyRow) -> tuple[str, UUID]:
    return _plain(row.record.title), row.record.id


def _by_severity(row: DifficultyRow) -> tuple[int, date]:
    return list(Severity).index(row.record.severity), row.since


def _by_state(row: DifficultyRow) -> tuple[int, date]:
    return list(Waits).index(row.waits), row.since


def _by_organisations(row: DifficultyRow) -> tuple[int, str]:
    return len(row.organisations), _plain(row.record.title)


def _by_since(row: DifficultyRow) -> tuple[int, str]:
    return -row.since.toordinal(), _plain(row.record.title)


_KEYS = {
    By.TITLE: _by_title,
    By.SEVERITY: _by_severity,
    By.STATE: _by_state,
    By.ORGANISATIONS: _by_organisations,
    By.SINCE: _by_since,
}
