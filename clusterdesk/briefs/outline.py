"""What a paper of running text says, from top to bottom; PDF and docx set the same outline."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from clusterdesk.briefs.outline_table import OutlineTable
from clusterdesk.domain.records.base import Visibility
from clusterdesk.i18n.translator import Translator


class BlockKind(StrEnum):
    """How a piece of text is set; ``UNDER`` stands under a subheading and stays with what follows."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    UNDER = "under"
    FACT = "fact"
    TEXT = "text"
    ITEM = "item"
    QUOTE = "quote"
    SOFT = "soft"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph. ``label`` stands before it: of a fact, of a text; the mark of an item; of a quote, who said it."""

    kind: BlockKind
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The paper from top to bottom; ``kind`` says what it is, ``mark`` is framed: for whom only, a draft."""

    title: str
    kind: str
    mark: str
    blocks: tuple[TextBlock | OutlineTable, ...]


def heading(text: str) -> TextBlock:
    """Return a heading."""
    return TextBlock(BlockKind.HEADING, text)


def subheading(text: str) -> TextBlock:
    """Return a heading within a section."""
    return TextBlock(BlockKind.SUBHEADING, text)


def fact(label: str, text: str) -> TextBlock:
    """Return a fact with its label."""
    return TextBlock(BlockKind.FACT, text, label)


def item(text: str, mark: str = "–") -> TextBlock:
    """Return an item of a list."""
    return TextBlock(BlockKind.ITEM, text, mark)


def soft(text: str) -> TextBlock:
    """Return a muted sentence: what is missing, what is counted."""
    return TextBlock(BlockKind.SOFT, text)


def told(text: str, nothing: str = "") -> Iterator[TextBlock]:
    """Yield the paragraphs of a text that somebody typed; ``nothing`` is said where there is none."""
    parts = [line.strip() for line in text.splitlines() if line.strip()]
    if not parts and nothing:
        yield soft(nothing)
    yield from (TextBlock(BlockKind.TEXT, part) for part in parts)


def marked(text: str, visibility: Visibility, t: Translator) -> str:
    """Return a text that says so itself where it is not for everybody: beside others a framed mark is not enough."""
    return text if visibility is Visibility.SHAREABLE else t("{text} (internal)", text=text)
