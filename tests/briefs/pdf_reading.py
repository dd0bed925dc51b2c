"""Reading our PDFs back with poppler, as anybody's viewer would."""

import re
import subprocess
import unicodedata
from html import unescape
from typing import NamedTuple

from clusterdesk.briefs.characters import printable

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


class Word(NamedTuple):
    """A word and its box in points, y from the page's top."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def pdf_text(pdf: bytes, *options: str) -> str:
    """Return the text of a PDF in the order in which it was drawn."""
    return _poppler(["pdftotext", *(options or ("-raw",)), "-enc", "UTF-8", "-", "-"], pdf)


def pdf_pages(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return pdf_text(pdf).split("\f")[:-1]


def pdf_words(pdf: bytes) -> list[Word]:
    """Return every word with its place."""
    words: list[Word] = []
    page = 0
    for line in _poppler(["pdftotext", "-bbox", "-enc", "UTF-8", "-", "-"], pdf).splitlines():
        if _PAGE.search(line):
            page += 1
        elif found := _WORD.search(line):
            left, top, right, bottom = map(float, found.groups()[:4])
            words.append(Word(page, left, top, right, bottom, unescape(found.group(5))))
    return words


def pdf_info(pdf: bytes) -> dict[str, str]:
    """Return what pdfinfo says."""
    lines = _poppler(["pdfinfo", "-"], pdf).splitlines()
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}


def overprints(words: list[Word], *, across: float = 0.6, up: float = 1.2) -> list[tuple[Word, Word]]:
    """Return pairs of words whose boxes overlap by more than so many points both ways.

    Poppler's boxes reach from the font's ascent to its descent, a point more than any letter at our sizes.
    """
    found: list[tuple[Word, Word]] = []
    ordered = sorted(words, key=lambda word: (word.page, word.top))
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.page != one.page or other.top >= one.bottom - up:
                break
            if min(one.right, other.right) - max(one.left, other.left) > across:
                found.append((one, other))
    return found


def bare(text: str) -> str:
    """Return a text as poppler gives it back: shapeless characters dropped, white space out, compatible forms alike."""
    return "".join(unicodedata.normalize("NFKC", printable(text)).split())


def _poppler(command: list[str], pdf: bytes) -> str:
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return done.stdout.decode("utf-8")
