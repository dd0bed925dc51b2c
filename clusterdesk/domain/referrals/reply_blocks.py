"""Writing the reply block: empty, as it is printed on the parcel and put into its mail, or filled in."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.referrals.reply_words import BLANK, BLOCK_WORDS, BlockWords

_RULE = "-" * 40
NUMBER_MARKS = {"fr": ("\u00a0", ","), "nl": (".", ","), "en": (",", ".")}
"""What parts the thousands and the cents, by language."""


def blank_lines(language: str, token: str) -> tuple[str, ...]:
    """Return the four lines to fill in: reference, answer, date, name."""
    words = BLOCK_WORDS[language]
    return (
        f"{_label(words, words.reference)} {token} ({words.keep})",
        f"{_label(words, words.answer)} {BLANK}",
        f"{_label(words, words.day)} {BLANK}",
        f"{_label(words, words.name)} {BLANK}",
    )


def how_to_lines(language: str) -> tuple[str, ...]:
    """Return what is said below: how to answer, the choices, an example, and that one may answer again."""
    words = BLOCK_WORDS[language]
    choices = (f"  • {choice}" for choice in words.choices)
    return (f"{words.how}{words.colon}", *choices, words.example, words.again)


def blank_block(language: str, token: str) -> str:
    """Return the whole empty block for a mail in plain text."""
    return "\n".join((_RULE, *blank_lines(language, token), _RULE, *how_to_lines(language)))


def filled_block(language: str, token: str, replies: Iterable[Reply], countries: Mapping[str, str]) -> str:
    """Return the block with answers in it.

    Args:
        language: of the words.
        token: of the orientation.
        replies: at least one; one that is done has an outcome.
        countries: their names in that language by their two letters.
    """
    words = BLOCK_WORDS[language]
    lines = [f"{_label(words, words.reference)} {token}"]
    for reply in replies:
        lines.append(f"{_label(words, words.answer)} {answer_line(language, reply, countries)}")
        if reply.answered_on is not None:
            lines.append(f"{_label(words, words.day)} {_day(reply.answered_on)}")
        if reply.by:
            lines.append(f"{_label(words, words.name)} {one_line(reply.by)}")
    return "\n".join(lines)


def answer_line(language: str, reply: Reply, countries: Mapping[str, str]) -> str:
    """Return what stands behind « Réponse : », for example « fait : contrat, 12 000 €, Pays-Bas, 15/03/2027 »."""
    words = BLOCK_WORDS[language]
    text = words.kinds[reply.kind]
    if reply.kind is ReplyKind.DECLINED and reply.reason:
        text = f"{text} {words.because} {one_line(reply.reason)}"
    elif reply.kind is ReplyKind.DONE:
        parts = [words.outcomes[reply.outcome]] if reply.outcome is not None else []
        parts += [_amount(language, reply.value)] if reply.value is not None else []
        parts += [countries[reply.country]] if reply.country else []
        parts += [_day(reply.on)] if reply.on is not None else []
        text = f"{text}{words.colon} {', '.join(parts)}"
    return f"{text} – {one_line(reply.note)}" if reply.note and reply.kind is not ReplyKind.DECLINED else text


def _label(words: BlockWords, label: str) -> str:
    return f"{label}{words.colon}"


def _day(day: date) -> str:
    return f"{day:%d/%m}/{day.year:04}"


def _amount(language: str, value: Decimal) -> str:
    group, mark = NUMBER_MARKS[language]
    whole, _, cents = f"{value:,.2f}".partition(".")
    return whole.replace(",", group) + (f"{mark}{cents}" if cents != "00" else "") + "\u00a0€"
