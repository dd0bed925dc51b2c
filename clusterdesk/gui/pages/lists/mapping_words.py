"""What a kept mapping is, in words: which column of a list, or heading of figures, goes where."""

import json

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.figures import FigureLine
from clusterdesk.domain.records.lists import NamedMapping
from clusterdesk.exchange.figures.kept_headings import headings_of
from clusterdesk.exchange.figures.opened import SKIP, STAFF
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping, from_plain
from clusterdesk.gui.kit import Kit


def mapping_words(kit: Kit, row: NamedMapping) -> str:
    """Return what a mapping is for and how many columns it knows."""
    headings = headings_of(row)
    if headings is not None:
        told = kit.t.n("{n} heading", "{n} headings", n=len(headings.lines))
        return kit.t("{kind} · {title}", kind=kit.t("Figures"), title=told)
    mapping = mapping_of(row)
    if mapping is None:
        return kit.t("It cannot be read any more.")
    known = [one for one in mapping.columns if one.field is not None]
    columns = kit.t.n("{n} column", "{n} columns", n=len(known))
    return kit.t("{kind} · {title}", kind=kit.t(mapping.target.label), title=columns)


def column_words(kit: Kit, row: NamedMapping) -> list[str]:
    """Return which column goes where, a line each."""
    headings = headings_of(row)
    if headings is not None:
        return [
            kit.t("{column} → {field}", column=heading, field=_line_words(kit, target))
            for heading, target in headings.lines.items()
        ]
    mapping = mapping_of(row)
    if mapping is None:
        return []
    fields = {one.key: kit.t(one.label) for one in mapping.target.fields}
    return [
        kit.t("{column} → {field}", column=one.header, field=fields.get(one.field, one.field))
        for one in mapping.columns
        if one.field is not None
    ]


def _line_words(kit: Kit, target: str) -> str:
    """Return what a heading of figures is; the name of a line of its own says itself."""
    if target == SKIP:
        return kit.t("– not taken –")
    if target == STAFF:
        return kit.t("FTE")
    return kit.t(choice_label(FigureLine(target))) if target in set(FigureLine) else target


def mapping_of(row: NamedMapping) -> ColumnMapping | None:
    """Read a mapping; ``None`` where it cannot be read any more."""
    try:
        return from_plain(json.loads(row.mapping))
    except (KnownError, ValueError):
        return None
