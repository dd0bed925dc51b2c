"""Verdicts, reasons and differences in the user's words."""

from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.text import clipped
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.exchange.importing.told_parts import PartWords
from clusterdesk.exchange.importing.told_values import told_cell, told_read
from clusterdesk.exchange.importing.verdicts import (
    CANDIDATES,
    Decision,
    FieldUpdate,
    LikelySame,
    RowPlan,
    Verdict,
)
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.mapping.read_row import Finding
from clusterdesk.gui.dialogs.history_words import value_text
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.i18n.translator import Translator

TONES = {
    Verdict.NEW: Tone.OK,
    Verdict.UPDATED: Tone.INFO,
    Verdict.DUPLICATE: Tone.WARN,
    Verdict.UNDECIDED: Tone.WARN,
    Verdict.REFUSED: Tone.BAD,
    Verdict.SKIPPED: Tone.NEUTRAL,
}
DECISIONS = {
    Decision.SKIP: N_("Leave out"),
    Decision.AS_NEW: N_("Import as new"),
    Decision.UPDATE: N_("Update the known one"),
}
# The same, about names that are not clear and for all of them at once.
_MEANINGS = {
    Decision.SKIP: N_("Leave out"),
    Decision.AS_NEW: N_("Take as written"),
    Decision.UPDATE: N_("Take the likeliest"),
}
_LONGEST_NAME = 40
_LONGEST = 400
_NO_NAMES: Mapping[UUID, str] = {}


def of_one(t: Translator, verdict: Verdict) -> str:
    """Return the verdict on one row."""
    return {
        Verdict.NEW: t.c("one row", "New"),
        Verdict.UPDATED: t.c("one row", "Update"),
        Verdict.DUPLICATE: t.c("one row", "Likely duplicate"),
        Verdict.UNDECIDED: t.c("one row", "To decide"),
        Verdict.REFUSED: t.c("one row", "Refused"),
        Verdict.SKIPPED: t.c("one row", "Skipped"),
    }[verdict]


def of_several(t: Translator, verdict: Verdict) -> str:
    """Return the name of all rows with a verdict."""
    return {
        Verdict.NEW: t.c("several rows", "New"),
        Verdict.UPDATED: t.c("several rows", "Updates"),
        Verdict.DUPLICATE: t.c("several rows", "Likely duplicates"),
        Verdict.UNDECIDED: t.c("several rows", "To decide"),
        Verdict.REFUSED: t.c("several rows", "Refused"),
        Verdict.SKIPPED: t.c("several rows", "Skipped"),
    }[verdict]


def for_all(t: Translator, decision: Decision, *, names: bool) -> str:
    """Return what a decision means for all open rows; ``names``: they are names that are not clear."""
    return t((_MEANINGS if names else DECISIONS)[decision])


def decided(t: Translator, row: RowPlan, decision: Decision) -> str:
    """Return what a decision means for a row."""
    if row.verdict is not Verdict.UNDECIDED:
        return t(DECISIONS[decision])
    if decision in CANDIDATES:
        return clipped(row.candidates[CANDIDATES.index(decision)].name, _LONGEST_NAME)
    return t(_MEANINGS[decision])


def why(kit: Kit, parts: PartWords, row: RowPlan, decision: Decision | None = None) -> str:
    """Return in one line why a row has its verdict, and what is decided about a duplicate."""
    t = kit.t
    found = []
    if row.same is not None:
        found.append(
            t("{decision} – {reason}", decision=t(DECISIONS[decision or Decision.SKIP]), reason=same(kit, row.same))
        )
    if row.verdict is Verdict.UNDECIDED:
        found.append(decided(t, row, decision or Decision.SKIP))
    if row.reason is not None:
        found.append(t(row.reason.message, **row.reason.params))
    found += [finding(kit, one) for one in row.errors]
    if row.same is None:
        found += differences(kit, parts, row)
    found += [finding(kit, one) for one in row.read.warnings]
    return " · ".join(found)


def same(kit: Kit, one: LikelySame) -> str:
    """Return whom a row is probably, and why."""
    t, reason = kit.t, kit.t(one.reason)
    if one.line is not None:
        return t("“{name}”, line {line}: {reason}", name=one.name, line=kit.formats.number(one.line), reason=reason)
    if one.score is not None:
        score = kit.formats.number(one.score)
        return t("“{name}”, in the binder: {reason}, {score} of 100", name=one.name, reason=reason, score=score)
    return t("“{name}”, in the binder: {reason}", name=one.name, reason=reason)


def finding(kit: Kit, one: Finding) -> str:
    """Return what is said about a cell, with its address."""
    return kit.t("{cell}: {message}", cell=one.cell, message=kit.t(one.message, **one.params))


def differences(kit: Kit, parts: PartWords, row: RowPlan) -> list[str]:
    """Return what an update changes (old → new) and what it adds; nothing for other rows."""
    found = [difference(kit, one) for one in row.updates]
    if row.move is not None:
        found.append(parts.moved(row.move))
    found += [parts.added(one, _LONGEST) for one in row.added]
    return found


def difference(kit: Kit, one: FieldUpdate) -> str:
    """Return "Name: Atelier → Atelier Noord"."""
    spec = RECORD_TYPES[one.record_type].fields[one.field]
    old, new = (_short(value_text(kit, spec, value, _NO_NAMES)) for value in (one.old, one.new))
    return kit.t("{field}: {old} → {new}", field=kit.t(one.label), old=old, new=new)


def cells(kit: Kit, opened: OpenedList, row: RowPlan) -> Iterable[tuple[str, str]]:
    """Yield what stands in a row of the list: the field (or the title of a column without one) and the cell.

    Where one column gives a field, its dates and numbers are shown the way they were read.
    """
    target, read = opened.mapping.target, row.read
    columns = opened.mapping.columns
    given = Counter(column.field for column in columns)
    wrong = {one.field for one in (*read.errors, *read.warnings)}
    for column in columns:
        cell = opened.source.cell(row.line, column.column)
        field = target.field_of(column.field) if column.field else None
        if field is not None and given[field.key] == 1 and field.key not in wrong:
            text = told_read(field.kind, cell, read.values.get(field.key), kit.formats)
        else:
            text = told_cell(cell, kit.formats)
        if text.strip():
            yield (kit.t(field.label) if field else column.header), _short(text)


def _short(text: str) -> str:
    return clipped(" ".join(text.split()), _LONGEST)
