"""Whose page it is: the name and the logo in its head."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from reportlab.lib.utils import ImageReader

from clusterdesk.briefs.area import Area
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import MM
from clusterdesk.briefs.text import paragraph

LOGO_WIDTH = 30 * MM
LOGO_HEIGHT = 10 * MM
_NAME_SIZE = 9.0
_NAME_LEADING = 11.0


@dataclass(frozen=True, slots=True)
class House:
    """The organisation that prints: its name and its logo as the bytes of a PNG or JPEG, when it has one."""

    name: str = ""
    logo: bytes | None = None


def draw_house(pen: Pen, house: House, area: Area) -> bool:
    """Draw the logo in the upper left corner of the area, or the name where there is no readable logo.

    Tell whether there was one of them.
    """
    image = _picture(house.logo) if house.logo else None
    if image is not None:
        pen.picture(area.x, area.top - LOGO_HEIGHT, LOGO_WIDTH, LOGO_HEIGHT, image)
        return True
    name = paragraph(house.name, LOGO_WIDTH, size=_NAME_SIZE, face=Face.BOLD, max_lines=3)
    pen.lines(area.x, area.top - _NAME_SIZE, name, leading=_NAME_LEADING)
    return bool(house.name)


@lru_cache(maxsize=4)
def _picture(logo: bytes) -> ImageReader | None:
    """Read a logo once for all the pages of a batch."""
    try:
        image = ImageReader(BytesIO(logo))
        image.getRGBData()
    except (OSError, ValueError, SyntaxError):
        # A logo that cannot be read must not keep anybody from printing.
        return None
    return image
