"""The codes printed on visit sheets, read back from photos and scans."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.short_codes import read_code

if TYPE_CHECKING:
    import pikepdf
    from PIL.Image import Image

_LONGEST_SIDE = 2_600  # pixels: enough for a code of 18 mm on a page, quick to search
_MOST_PAGES, _MOST_IMAGES = 6, 3
_MOST_PIXELS = 150_000_000


def codes_on_picture(picture: "Image") -> tuple[str, ...]:
    """Return the short codes that QR codes on a picture hold, each once."""
    import zxingcpp

    grey = picture.convert("L")
    grey.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return tuple(dict.fromkeys(code.text.strip() for code in found if read_code(code.text) is not None))


def codes_in_pdf(name: str, content: bytes) -> tuple[str, ...]:
    """Return the short codes on the first pages of a scan.

    Raises:
        KnownError: the file is damaged or locked by a password.
    """
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            codes = [code for picture in _pictures(pdf) for code in codes_on_picture(picture)]
    except pikepdf.PasswordError as error:
        raise KnownError(
            "pdf_locked",
            N_("“{name}” is locked by a password."),
            advice=N_("Save it without a password, then drop it again."),
            name=name,
        ) from error
    except pikepdf.PdfError as error:
        raise KnownError(
            "pdf_damaged",
            N_("“{name}” cannot be read as a PDF: it is damaged."),
            advice=N_("Scan or save it again."),
            name=name,
        ) from error
    return tuple(dict.fromkeys(codes))


def _pictures(pdf: "pikepdf.Pdf") -> "Iterator[Image]":
    """Yield the larger pictures of the first pages; a picture that cannot be decoded is passed over."""
    import pikepdf

    undecodable = (
        pikepdf.PdfError,
        pikepdf.UnsupportedImageTypeError,
        OSError,
        ValueError,
        NotImplementedError,
        KeyError,
    )
    for page in list(pdf.pages)[:_MOST_PAGES]:
        for image in list(page.get_images().values())[:_MOST_IMAGES]:
            if not isinstance(image, pikepdf.Stream):
                continue
            try:
                if int(image["/Width"]) * int(image["/Height"]) <= _MOST_PIXELS:
                    yield pikepdf.PdfImage(image).as_pil_image()
            except undecodable:
                continue
