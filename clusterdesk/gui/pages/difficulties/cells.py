"""The list of difficulties as the table of an export: what each is, how far, since when, and what it costs."""

from collections.abc import Iterable

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.difficulties import DifficultyRow
from clusterdesk.domain.views.listing import Cell
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.difficulties import words


def headings(kit: Kit) -> tuple[str, ...]:
    """Return what stands over the columns."""
    t = kit.t
    return (
        t("Theme"),
        t("What stands in the way"),
        t("Severity"),
        t("State"),
        t("Since"),
        t("Organisations"),
        t("Quotes"),
        t("What it costs a year"),
        t("Currency"),
        t("What is wished for"),
        t("Sent to"),
        t("Sent on"),
        t("Answered on"),
        t("Answer"),
        t("Result"),
    )


def cells(kit: Kit, rows: Iterable[DifficultyRow]) -> list[tuple[Cell, ...]]:
    """Return the rows; restricted difficulties never leave."""
    return [_row(kit, row) for row in rows if row.record.visibility is not Visibility.RESTRICTED]


def _row(kit: Kit, row: DifficultyRow) -> tuple[Cell, ...]:
    record = row.record
    return (
        words.theme_name(kit, row),
        record.title,
        kit.t(choice_label(record.severity)),
        words.state_words(kit, row)[0],
        row.since,
        len(row.organisations),
        row.quotes,
        record.cost,
        record.currency if record.cost is not None else "",
        record.wish,
        row.recipient.name_in(kit.t.language) if row.recipient is not None else "",
        record.sent_on,
        record.answered_on,
        record.answer,
        record.result,
    )
