"""Numbers as Belgians write them: rounding half up, grouping, decimal comma."""

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

type Numeric = Decimal | int | float

_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)


def exact(value: Numeric) -> Decimal:
    """Return the number as people read it; a float by its shortest text, so 0.1 is 0.1."""
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def rounded(value: Numeric, places: int) -> Decimal:
    """Round half away from zero to so many decimal places; never minus zero."""
    with localcontext(_WIDE):
        return exact(value).quantize(Decimal(1).scaleb(-places)) + 0


def grouped(value: Decimal, group: str) -> str:
    """Write a number with its grouping sign and a decimal comma, all its decimals kept."""
    return f"{value:,f}".translate({ord(","): group, ord("."): ","})


def trimmed(value: Numeric, most: int) -> Decimal:
    """Round to at most so many decimals and drop the zeros at the end."""
    number = rounded(value, most)
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize(_WIDE)
