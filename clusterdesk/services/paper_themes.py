"""The themes of a roll-up, each counted so that no number tells who; small ones go together as others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from clusterdesk.domain.commands.difficulty_papers import PaperWanted
from clusterdesk.domain.difficulties import counting
from clusterdesk.domain.difficulties.cells import shown_parts, shown_total
from clusterdesk.domain.views.difficulty_papers import Met, PaperCosts, PaperDifficulty, PaperTheme
from clusterdesk.services.paper_parts import Told, counted_as, met_by, told_chains, told_difficulty
from clusterdesk.services.paper_texts import PaperTexts


class PaperThemes:
    """Sorts difficulties by theme, and tells of each theme what may be told."""

    def __init__(self, told: Sequence[Told], wanted: PaperWanted, texts: PaperTexts) -> None:
        """Count them."""
        self._wanted, self._texts = wanted, texts
        counts = [one.row.counted for one in told]
        self.median_days = counting.counted(counts).median_days
        kept, pooled = self._groups(told)
        found = [self._theme(group) for group in kept]
        if pooled:
            found.append(self._theme(pooled, others=True))
        self.themes = tuple(found)
        every = frozenset[UUID]().union(*(one.organisations for one in told))
        totals = [theme.met.total for theme in found]
        self.organisations = shown_total(totals, len(every)) if wanted.naming.leaves else len(every)

    def _groups(self, told: Sequence[Told]) -> tuple[list[list[Told]], list[Told]]:
        """Return the difficulties of each theme that stands for enough organisations, and all others together."""
        groups: dict[UUID | None, list[Told]] = defaultdict(list)
        for one in told:
            groups[one.row.theme.id if one.row.theme is not None else None].append(one)
        if not self._wanted.naming.leaves:
            return [group for key, group in groups.items() if key is not None], groups.get(None, [])
        kept = [group for key, group in groups.items() if key is not None and _total(group) is not None]
        rest = [one for one in told if not any(one in group for group in kept)]
        return kept, rest

    def _theme(self, group: Sequence[Told], *, others: bool = False) -> PaperTheme:
        leaves = self._wanted.naming.leaves
        shown: Sequence[int | None] = [len(one.organisations) for one in group]
        met = met_by(group)
        if leaves:
            shown, total = shown_parts([len(one.organisations) for one in group], len(_organisations(group)))
            met = met if total is not None else Met(None, (), met.names, met.others)
        chains = told_chains(group, met.chains)
        difficulties = tuple(
            told_difficulty(one, self._wanted, self._texts, counted_as(met_by([one]), number), chains)
            for one, number in zip(group, shown, strict=True)
        )
        count = counting.counted(one.row.counted for one in group)
        return PaperTheme(
            "" if others else difficulties[0].theme,
            met,
            _costs(difficulties, about=leaves),
            count.sent,
            count.answered,
            count.median_days,
            difficulties,
        )


def _total(group: Sequence[Told]) -> int | None:
    return shown_parts([len(one.organisations) for one in group], len(_organisations(group)))[1]


def _organisations(group: Iterable[Told]) -> frozenset[UUID]:
    return frozenset[UUID]().union(*(one.organisations for one in group))


def _costs(difficulties: Sequence[PaperDifficulty], *, about: bool) -> PaperCosts:
    amounts: dict[str, Decimal] = {}
    for one in difficulties:
        if one.cost is not None:
            amounts[one.currency] = amounts.get(one.currency, Decimal(0)) + one.cost
    unknown = sum(one.cost is None for one in difficulties)
    return PaperCosts(tuple(sorted(amounts.items())), about, unknown)
