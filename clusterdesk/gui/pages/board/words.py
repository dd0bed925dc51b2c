"""The board in words: how far, ahead or behind, what this quarter brought, what is missing to prove it."""

from clusterdesk.domain.views.board import Board, BoardRow
from clusterdesk.domain.views.indicators import IndicatorLine
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.services.indicator_words import because_sentences


def number_words(kit: Kit, row: BoardRow) -> str:
    """Return "11 / 30", or the number alone where there is no target."""
    number, target = kit.formats.number, row.indicator.target
    return number(row.total) if target is None else f"{number(row.total)} / {number(target)}"


def expected_words(kit: Kit, row: BoardRow) -> str:
    """Return what is expected by the day, as a whole number."""
    return "" if row.wanted is None else kit.t("expected {number}", number=kit.formats.number(row.wanted))


def expected_both(kit: Kit, row: BoardRow) -> str:
    """Return what is expected evenly and by the plan."""
    t, parts = kit.t, []
    if row.planned is not None:
        parts.append(t("by the plan of the year: {number}", number=kit.formats.number(round(row.planned, 1))))
    if row.expected is not None:
        parts.append(t("evenly over the plan: {number}", number=kit.formats.number(round(row.expected, 1))))
    return t("Expected by this day – {how}", how=" · ".join(parts)) if parts else ""


def state_of(kit: Kit, row: BoardRow) -> tuple[str, Tone] | None:
    """Return ahead, on time or behind, with its tone; None where nothing is expected."""
    t, ahead = kit.t, row.ahead
    if ahead is None:
        return None
    if ahead == 0:
        return t("on time"), Tone.OK
    if ahead > 0:
        return t("ahead by {number}", number=kit.formats.number(ahead)), Tone.OK
    return t("behind by {number}", number=kit.formats.number(-ahead)), Tone.WARN


def trend_words(kit: Kit, row: BoardRow) -> str:
    """Return what this quarter has brought."""
    t = kit.t
    if row.trend > 0:
        return t("▲ +{number} this quarter", number=kit.formats.number(row.trend))
    if row.trend < 0:
        return t("▼ −{number} this quarter", number=kit.formats.number(-row.trend))
    return "–"


def bar_words(kit: Kit, row: BoardRow) -> str:
    """Return all of a bar in one sentence."""
    t, number = kit.t, kit.formats.number
    said = t(
        "{name}: {total} of {target}, {provable}",
        name=row.indicator.name_in(t.language),
        total=number(row.total),
        target=number(row.indicator.target or 0),
        provable=t.n("{n} provable", "{n} provable", n=row.total if row.provable is None else row.provable),
    )
    both = expected_both(kit, row)
    return f"{said}. {both}" if both else said


def proof_words(kit: Kit, board: Board, row: BoardRow) -> str:
    """Return "12 counted, 7 provable: these 5 need one document, you see 3 of them this month"."""
    t = kit.t
    counted = t.n("{n} counted", "{n} counted", n=row.total)
    provable = t.n("{n} provable", "{n} provable", n=row.provable or 0)
    if not row.total:
        return t("Nothing counts yet.")
    lacks = "; ".join(part for part in (_to_prove(kit, board, row), _to_validate(kit, row)) if part)
    if not lacks:
        return t("{counted}, {provable}.", counted=counted, provable=provable)
    return t("{counted}, {provable}: {lack}.", counted=counted, provable=provable, lack=lacks)


def _to_prove(kit: Kit, board: Board, row: BoardRow) -> str:
    t, missing, seen = kit.t, len(row.to_prove), board.visited(row)
    if not missing:
        return ""
    if not seen:
        return t.n("this one needs a document", "these {n} need one document", n=missing)
    if missing == 1:
        return t("this one needs a document, you see it this month")
    number = kit.formats.number
    return t("these {n} need one document, you see {seen} of them this month", n=number(missing), seen=number(seen))


def _to_validate(kit: Kit, row: BoardRow) -> str:
    t, missing = kit.t, len(row.to_validate)
    if not missing:
        return ""
    if row.validation_required:
        return t.n(
            "{n} lacks only the validation that the rules require",
            "{n} lack only the validation that the rules require",
            n=missing,
        )
    return t.n("{n} is only to be validated", "{n} are only to be validated", n=missing)


def years_words(kit: Kit, row: BoardRow) -> str:
    """Return "2024: 1 · 2025: 3 · 2026: 2 · still holding: 5"."""
    number = kit.formats.number
    parts = [f"{year}: {number(n)}" for year, n in row.per_year.items()]
    if row.still_holding is not None and row.total:
        parts.append(kit.t("still holding: {number}", number=number(row.still_holding)))
    return " · ".join(parts)


def line_words(kit: Kit, line: IndicatorLine, *, counts: bool) -> str:
    """Return why a result counts, or what it lacks."""
    t, formats = kit.t, kit.formats
    lacks = because_sentences(line.missing, t, formats)
    if not counts:
        return " ".join(lacks)
    why = because_sentences(line.why, t, formats)
    return " ".join((*why, *lacks))


def managers_words(kit: Kit, line: IndicatorLine) -> str:
    """Return who accompanied it, and that it is shared where it is."""
    names = kit.formats.joined([name for name in line.managers if name])
    return kit.t("shared: {names}", names=names) if line.shared else names
