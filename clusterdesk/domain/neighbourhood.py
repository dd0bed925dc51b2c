"""Which postcodes lie near each other, so that two visits may share a trip.

In Brussels: the municipalities that touch, those of the edge included. Elsewhere: the same first three digits.
"""

_TOUCHING = """
1000: 1020 1030 1040 1050 1060 1070 1080 1210
1020: 1030 1080 1090 1120 1780 1800 1850
1030: 1040 1130 1140 1200 1210
1040: 1050 1150 1160 1200
1050: 1060 1160 1170 1180
1060: 1070 1190
1070: 1080 1190 1600 1620 1700
1080: 1081 1082 1090 1700
1081: 1082 1083 1090
1082: 1083 1700 1731
1083: 1090 1731
1090: 1780
1120: 1130 1800 1850
1130: 1140 1800 1830 1831
1140: 1200 1831 1930
1150: 1160 1200 1950 1970 3080
1160: 1170 3080 3090
1170: 1180 1560 1640
1180: 1190 1620 1630 1640
1190: 1620 1601
1200: 1932 1950
"""


def _pairs() -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for line in _TOUCHING.strip().splitlines():
        one, _, others = line.partition(":")
        for other in others.split():
            found |= {(one, other), (other, one)}
    return frozenset(found)


_NEAR = _pairs()
_LISTED = frozenset(one for one, _ in _NEAR)
_SHARED_DIGITS = 3


def is_near(one: str, other: str) -> bool:
    """Tell whether two postcodes are the same or neighbours; an unknown one is near nothing."""
    if not one or not other:
        return False
    if one == other or (one, other) in _NEAR:
        return True
    if one in _LISTED or other in _LISTED:
        return False
    return one[:_SHARED_DIGITS] == other[:_SHARED_DIGITS]
