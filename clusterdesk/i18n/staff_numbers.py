"""Numbers of full-time equivalents written for people: steps of 0.05 want one decimal, two where they are needed."""

from decimal import Decimal

from clusterdesk.i18n.formats import Formats

PLUS, MINUS = "+", "\u2212"


def fte_text(value: Decimal, formats: Formats) -> str:
    """Return ``7,5`` or ``7,25``; ``8,0`` for a whole number."""
    return formats.decimal(value, 1 if value * 10 == int(value * 10) else 2)


def signed_fte(value: Decimal, formats: Formats) -> str:
    """Return a difference with its sign: ``+2,0``; ``0,0`` has none."""
    text = fte_text(abs(value), formats)
    if value == 0:
        return text
    return f"{PLUS if value > 0 else MINUS}{text}"
