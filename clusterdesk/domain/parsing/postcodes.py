"""Postcodes and ranges of them as people type them: « 1000-1299, 1930 »."""

from dataclasses import dataclass

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_


@dataclass(frozen=True, slots=True)
class Postcodes:
    """Ranges of postcodes, ends included; none stands for everywhere."""

    ranges: tuple[tuple[int, int], ...] = ()

    def hold(self, text: str) -> bool:
        """Tell whether a postcode lies in one of them."""
        if not self.ranges:
            return True
        code = int(text) if text.isascii() and text.isdigit() else -1
        return any(first <= code <= last for first, last in self.ranges)


def read_postcodes(text: str) -> Postcodes:
    """Read « 1000-1299, 1620 ».

    Raises:
        KnownError: a part is no postcode and no range of them.
    """
    found = []
    for part in text.replace(";", ",").split(","):
        ends = [one.strip() for one in part.split("-")]
        if not part.strip():
            continue
        if len(ends) > 2 or not all(len(one) == 4 and one.isascii() and one.isdigit() for one in ends):
            raise KnownError(
                "postcodes",
                N_("“{text}” is no postcode and no range of postcodes."),
                advice=N_("Write four digits each, for example 1000-1299, 1620."),
                text=part.strip(),
            )
        first, last = int(ends[0]), int(ends[-1])
        found.append((min(first, last), max(first, last)))
    return Postcodes(tuple(found))
