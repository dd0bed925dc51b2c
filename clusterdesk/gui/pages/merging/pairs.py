"""Pairs of organisations that may be the same, as rows of a table."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from clusterdesk.domain.duplicates import Confidence
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.views.duplicates import DuplicateGroup, DuplicateMember, DuplicatePair
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, TableRow
from clusterdesk.gui.tokens import Tone

_TONES = {Confidence.CERTAIN: Tone.WARN, Confidence.LIKELY: Tone.INFO, Confidence.POSSIBLE: Tone.NEUTRAL}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two organisations, the one with more history first, and why they may be the same."""

    kept: DuplicateMember
    other: DuplicateMember
    why: DuplicatePair


def pairs_of(groups: Sequence[DuplicateGroup]) -> list[Pair]:
    """Return the pairs of all groups, the surest first."""
    found = []
    for group in groups:
        place = {member.id: number for number, member in enumerate(group.members)}
        for one in group.pairs:
            first, second = sorted((one.first, one.second), key=place.__getitem__)
            found.append(Pair(group.members[place[first]], group.members[place[second]], one))
    return sorted(found, key=_surest)


class PairRows:
    """The rows of the table (a RowSource); ids are places in the list of pairs."""

    def __init__(self, kit: Kit) -> None:
        """Start with no pairs."""
        self._kit = kit
        self.pairs: Sequence[Pair] = ()

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        t = self._kit.t
        return (
            Column("sure", t("How sure"), 104, chip=True, sortable=False),
            Column("kept", t("Organisation"), 240, sortable=False),
            Column("other", t("May be the same as"), 240, sortable=False),
            Column("why", t("Why"), 220, sortable=False),
        )

    def sureness(self, confidence: Confidence) -> str:
        """Return how sure it is, in a word."""
        t = self._kit.t
        return {
            Confidence.CERTAIN: t.c("how sure", "Certain"),
            Confidence.LIKELY: t.c("how sure", "Likely"),
            Confidence.POSSIBLE: t.c("how sure", "Possible"),
        }[confidence]

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Write rows now."""
        deliver([self._row(number) for number in ids if isinstance(number, int) and number < len(self.pairs)])

    def _row(self, number: int) -> TableRow:
        pair = self.pairs[number]
        sure = pair.why.confidence
        cells = (self.sureness(sure), self._name(pair.kept), self._name(pair.other), self._kit.t(pair.why.reason))
        return TableRow(number, cells, (_TONES[sure], None, None, None))

    def _name(self, one: DuplicateMember) -> str:
        t = self._kit.t
        facts = [one.city, show_enterprise_number(one.enterprise_number) if one.enterprise_number else ""]
        rest = [fact for fact in facts if fact]
        return t("{name} · {facts}", name=one.name, facts=", ".join(rest)) if rest else one.name


def _surest(pair: Pair) -> tuple[int, float, str]:
    return -pair.why.confidence, -pair.why.score, pair.kept.name.casefold()
