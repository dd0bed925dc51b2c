"""Sizes and greys of our pages, in one place. Lengths are in points; ``MM`` turns millimetres into them.

Pages are printed on black-and-white machines: the greys keep their order and their contrast there.
"""

from reportlab.lib.units import mm

type Colour = tuple[float, float, float]

MM: float = mm
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM

# The left margin leaves room for the punch.
LEFT = 20 * MM
RIGHT = 12 * MM
TOP = 12 * MM
BOTTOM = 12 * MM
GAP = 2.5 * MM
CONTENT_WIDTH = PAGE_WIDTH - LEFT - RIGHT

BODY = 9.5
LEADING = 12.5
HEADING = 10.5
SMALL = 8.5
SMALL_LEADING = 11.0
FOOT = 8.0

INK: Colour = (0.09, 0.12, 0.11)
SOFT: Colour = (0.33, 0.37, 0.35)
GREEN: Colour = (0.12, 0.42, 0.29)
RULE: Colour = (0.62, 0.66, 0.64)
HAIR: Colour = (0.80, 0.83, 0.81)
PAPER: Colour = (1.0, 1.0, 1.0)
WASH: Colour = (0.945, 0.955, 0.95)
