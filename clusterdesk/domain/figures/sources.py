"""How far a source of figures is believed, and what it is worth as evidence."""

from collections.abc import Iterable, Mapping

from clusterdesk.domain.records.figures import FigureSource
from clusterdesk.domain.records.results import EvidenceLevel

# What was only said, or sent without a signature, is said; what an accountant or a register vouches for is a document.
LEVELS: Mapping[FigureSource, EvidenceLevel] = {
    FigureSource.ORAL: EvidenceLevel.SAID,
    FigureSource.COMPANY: EvidenceLevel.SAID,
    FigureSource.ACCOUNTANT: EvidenceLevel.DOCUMENT,
    FigureSource.FILED: EvidenceLevel.DOCUMENT,
}
_ORDER = {one: place for place, one in enumerate(LEVELS)}


def weakest(sources: Iterable[FigureSource]) -> FigureSource | None:
    """Return the source that is believed least: a sum is worth no more than its weakest part."""
    return min(sources, key=_ORDER.__getitem__, default=None)
