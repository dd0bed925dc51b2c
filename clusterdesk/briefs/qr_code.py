"""The QR code that files a photographed or scanned page back where it belongs."""

from functools import lru_cache

import zxingcpp

from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import INK

_DARK = 0


def draw_qr(pen: Pen, x: float, y: float, side: float, text: str) -> None:
    """Draw the code of a text in a square of ``side`` points from its lower left corner; the paper is its margin."""
    rows = modules(text)
    step = side / len(rows)
    rectangles: list[tuple[float, float, float, float]] = []
    for index, row in enumerate(rows):
        bottom = y + side - (index + 1) * step
        start = row.find(_DARK)
        while start >= 0:
            end = start
            while end < len(row) and row[end] == _DARK:
                end += 1
            rectangles.append((x + start * step, bottom, (end - start) * step, step))
            start = row.find(_DARK, end)
    pen.fill_all(rectangles, ink=INK)


@lru_cache(maxsize=64)
def modules(text: str) -> tuple[bytes, ...]:
    """Return the rows of a text's code, one byte a module: 0 is dark. A quarter of it may be soiled (level Q)."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")
    view = memoryview(zxingcpp.write_barcode_to_image(code, scale=1, add_quiet_zones=False))
    width = view.shape[1] if view.shape else 0
    flat = view.tobytes()
    return tuple(flat[start : start + width] for start in range(0, len(flat), width))
