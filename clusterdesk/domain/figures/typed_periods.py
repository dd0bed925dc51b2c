"""Periods as people type them: ``oct. 2026``, ``10/2026``, ``T3 2026``, ``2026-Q3``, ``2026``."""

from clusterdesk.domain.figures.period_words import written_period


def read_typed_period(text: str) -> str | None:
    """Return the month, quarter or year of 1990–2100 that a text names; ``None`` where it names none."""
    written = written_period(text, days=False)
    return written.period if written is not None else None
