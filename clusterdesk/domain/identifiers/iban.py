"""Bank account numbers (IBAN), of any country."""

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Parsed, doubtful
from clusterdesk.domain.parsing.text import clipped, is_unknown

_DOUBTFUL = N_("“{text}” does not pass the check of an IBAN; it is kept as it is.")
_BANK = N_("The bank of “{text}” is not known here; the number itself fits its check digits.")


def parse_iban(text: str) -> Parsed[str]:
    """Read an IBAN; give it compact and in capitals.

    Returns:
        The number; a doubtful one all the same, with the warning ``doubtful_iban``, or ``unknown_bank`` where only
        the list of Belgian banks does not know it. Never an error.
    """
    if is_unknown(text):
        return Parsed(None)
    from stdnum import iban
    from stdnum.be import iban as belgian
    from stdnum.exceptions import InvalidComponent, ValidationError

    compact = "".join(text.upper().split()).replace("-", "").replace(".", "")
    try:
        iban.validate(compact, check_country=False)
        if compact.startswith("BE"):
            belgian.validate(compact)
    except InvalidComponent:
        return doubtful(compact, "unknown_bank", _BANK, text=clipped(text))
    except ValidationError:
        return doubtful(compact, "doubtful_iban", _DOUBTFUL, text=clipped(text))
    return Parsed(compact)


def show_iban(number: str) -> str:
    """Return an IBAN in groups of four."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))
