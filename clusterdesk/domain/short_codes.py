"""Short codes of sessions: printed on a visit sheet, they file a scanned sheet back under its visit."""

from uuid import UUID

# Digits and capitals without I, L, O and U: nothing that is read for something else, and no words.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 7
_BITS = 5
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, "\u00a0": None, "\u202f": None})
MASK = (1 << (_BITS * LENGTH)) - 1


def short_code(session_id: UUID) -> str:
    """Return the code of a session: seven characters made from the random end of its id."""
    number = session_id.int & MASK
    return "".join(ALPHABET[(number >> (_BITS * place)) & 0x1F] for place in reversed(range(LENGTH)))


def read_code(text: str) -> int | None:
    """Return the number behind a code typed or scanned in any case, or ``None`` where it is no code.

    Spaces and dashes are passed over; O is read as 0, I and L as 1.
    """
    plain = text.strip().upper().translate(_LOOKALIKES)
    if len(plain) != LENGTH or any(letter not in ALPHABET for letter in plain):
        return None
    number = 0
    for letter in plain:
        number = (number << _BITS) | ALPHABET.index(letter)
    return number
