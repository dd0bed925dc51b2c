"""Where the amounts of each heading of a sheet go in one ledger: by hand, by its own lines, by what it is called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.line_words import HeadingKind, read_heading
from clusterdesk.domain.parsing.text import match_key
from clusterdesk.domain.records.figures import FigureLine, LedgerLine
from clusterdesk.exchange.figures.opened import SKIP, STAFF, OpenedFigures

SKIPPED: Mapping[str, str] = {
    "computed": N_("It is worked out here and not taken."),
    "unknown": N_("No line is known by this name: choose one."),
    "part_of_total": N_("It is part of a total that is taken."),
    "not_wanted": N_("Left out by choice."),
}


@dataclass(frozen=True, slots=True)
class LineTarget:
    """Where the amounts of a heading go; ``why_not`` is a key of ``SKIPPED``."""

    line: FigureLine | None = None
    own_line_id: UUID | None = None
    why_not: str = ""
    staff: bool = False


class HeadingTargets:
    """Where the amounts of each heading go in one ledger."""

    def __init__(self, opened: OpenedFigures, own_lines: Iterable[LedgerLine]) -> None:
        """Know the lines of its own that the ledger has."""
        self._opened = opened
        by_name = list(own_lines)
        # Names as they are go before what is alike: “Énergie” and “énergie” may be two lines.
        self._own = {match_key(line.name): line for line in by_name} | {line.name: line for line in by_name}
        self._by_hand = {match_key(name): target for name, target in opened.options.lines.items()}

        self._known: dict[str, LineTarget] = {}

    def of(self, heading: str) -> LineTarget:
        """Return where the amounts of a heading go."""
        if heading not in self._known:  # a sheet has few headings, and many cells
            self._known[heading] = self._found(heading)
        return self._known[heading]

    def _found(self, heading: str) -> LineTarget:
        key = match_key(heading)
        given = self._by_hand.get(key)
        if given is not None:
            return self._given(given)
        own = self._own.get(heading) or self._own.get(key)
        if own is not None:
            return LineTarget(FigureLine.SEMI_VARIABLE, own.id)
        read = read_heading(heading)
        if read.kind is HeadingKind.STAFF:
            return LineTarget(staff=True)
        if read.kind is not HeadingKind.LINE:
            return LineTarget(why_not=str(read.kind))
        chosen = self._opened.chosen(heading)
        return LineTarget(why_not="part_of_total") if chosen == SKIP else LineTarget(read.line)

    def _given(self, target: str) -> LineTarget:
        if target == SKIP:
            return LineTarget(why_not="not_wanted")
        if target == STAFF:
            return LineTarget(staff=True)
        if target in set(FigureLine):
            return LineTarget(FigureLine(target))
        own = self._own.get(target) or self._own.get(match_key(target))
        return LineTarget(FigureLine.SEMI_VARIABLE, own.id) if own is not None else LineTarget(why_not="unknown")
