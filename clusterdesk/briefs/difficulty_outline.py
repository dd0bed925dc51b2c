"""What a paper about difficulties says, in the words of its language: preview, PDF and docx all set it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from clusterdesk.briefs.difficulty_counts import count_sentence, spread_table, summary_table
from clusterdesk.briefs.outline import BlockKind, Outline, TextBlock
from clusterdesk.briefs.outline_table import OutlineTable
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.difficulties import DifficultyState
from clusterdesk.domain.views.difficulty_papers import (
    DifficultyPaper,
    Mark,
    Naming,
    PaperDifficulty,
    PaperQuote,
    PaperText,
    PaperTheme,
)
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. ``label`` stands before it: of a fact, or « Souhait » in a roll-up; of a quote, who said it."""

    kind: BlockKind
    text: PaperText
    label: str = ""


@dataclass(frozen=True, slots=True)
class PaperOutline:
    """The paper from top to bottom; ``mark`` is framed in the head."""

    title: PaperText
    kind: str
    mark: str
    blocks: tuple[Block | OutlineTable, ...]

    def plain(self) -> Outline:
        """Return what is printed: the texts without what the preview marks in them."""
        blocks = (
            one if isinstance(one, OutlineTable) else TextBlock(one.kind, one.text.text, one.label)
            for one in self.blocks
        )
        return Outline(self.title.text, self.kind, self.mark, tuple(blocks))


def paper_title(paper: DifficultyPaper, t: Translator) -> str:
    """Name the kind of paper."""
    return t("Difficulty met in the field") if paper.note is not None else t("Difficulties met in the field")


def paper_outline(paper: DifficultyPaper, t: Translator, formats: Formats) -> PaperOutline:
    """Word a paper in the translator's language."""
    if paper.note is not None:
        blocks: Iterable[Block | OutlineTable] = _note(paper, paper.note, t, formats)
        title = paper.note.title
        draft = paper.note.state is DifficultyState.DRAFT
    else:
        blocks = _roll_up(paper, t, formats)
        title = PaperText(t("What stands in the way, by theme"))
        draft = False
    mark = t("Internal edition") if not paper.naming.leaves else t("Draft, not approved") if draft else ""
    return PaperOutline(title, paper_title(paper, t), mark, (*blocks, *_method(paper, t)))


def _note(
    paper: DifficultyPaper, one: PaperDifficulty, t: Translator, formats: Formats
) -> Iterator[Block | OutlineTable]:
    if one.theme:
        yield _fact(t("Theme"), one.theme)
    yield _fact(t("Severity"), t(choice_label(one.severity)))
    yield _fact(t("Noted"), _day(one.on, paper, formats))
    if one.sent_on is not None:
        sent = formats.date(one.sent_on)
        yield _fact(t("Sent"), t("{day}, to: {recipient}", day=sent, recipient=one.sent_to) if one.sent_to else sent)
    yield _heading(t("What happens"))
    yield from _told(one.happens, t("Nothing more was noted than the title."))
    yield _heading(t("How many meet it"))
    yield _text(count_sentence(one.met, t, formats, few=t("Less than three organisations.")))
    table = spread_table(one.met, dict(paper.chains), t, formats)
    if table is not None:
        yield table
    yield _heading(t("What it costs"))
    if one.cost is not None:
        yield _text(cost_words(one, t, formats))
    elif not one.cost_remark.text:
        yield _soft(t("Not put into figures."))
    yield from _told((one.cost_remark,))
    yield _heading(t("What is wished for"))
    yield from _told((one.wish,), t("No wish was noted."))
    if one.quotes:
        yield _heading(t("What was said"))
        yield from (_quote(each, paper, t, formats) for each in one.quotes)
    yield from _came_back(one, t, formats)
    if one.remark.text:
        yield _heading(t("Internal remark"))
        yield from _told((one.remark,))


def _came_back(one: PaperDifficulty, t: Translator, formats: Formats) -> Iterator[Block]:
    if one.answered_on is not None or one.answer.text:
        day = one.answered_on
        yield _heading(t("Answer of {day}", day=formats.date(day)) if day else t("Answer"))
        yield from _told((one.answer,))
    if one.result.text:
        yield _heading(t("Result"))
        yield from _told((one.result,))


def _roll_up(paper: DifficultyPaper, t: Translator, formats: Formats) -> Iterator[Block | OutlineTable]:
    number = len(paper.difficulties)
    yield _fact(t("State of"), formats.long_date(paper.printed_on))
    yield _fact(t("Holds"), t.n("{n} difficulty", "{n} difficulties", n=number))
    yield _heading(t("Overview"))
    yield summary_table(paper, [theme_name(theme, paper, t) for theme in paper.themes], t, formats)
    for theme in paper.themes:
        yield _heading(theme_name(theme, paper, t))
        few = t("How many organisations is not told: it would tell who they are.")
        yield _soft(count_sentence(theme.met, t, formats, few=few))
        table = spread_table(theme.met, dict(paper.chains), t, formats)
        if table is not None:
            yield table
        for one in theme.difficulties:
            yield from _in_theme(one, paper, t, formats)


def _in_theme(
    one: PaperDifficulty, paper: DifficultyPaper, t: Translator, formats: Formats
) -> Iterator[Block | OutlineTable]:
    yield Block(BlockKind.SUBHEADING, one.title)
    facts = [t(choice_label(one.severity))]
    if one.met.total is not None:
        facts.append(t.n("{n} organisation", "{n} organisations", n=one.met.total))
    if one.met.names:
        facts.append(formats.joined(one.met.names))
    if one.cost is not None:
        facts.append(cost_words(one, t, formats))
    facts.append(_state(one, paper, t, formats))
    yield Block(BlockKind.UNDER, PaperText(" · ".join(facts)))
    yield from _told(one.happens)
    yield from _told((one.cost_remark,), label=t("Cost"))
    yield from _told((one.wish,), label=t("Wish"))
    yield from _told((one.answer,), label=t("Answer"))
    yield from _told((one.result,), label=t("Result"))
    yield from _told((one.remark,), label=t("Internal remark"))


def _state(one: PaperDifficulty, paper: DifficultyPaper, t: Translator, formats: Formats) -> str:
    if one.answered_on is not None and one.sent_on is not None:
        days = (one.answered_on - one.sent_on).days
        return t.n("answered after {n} day", "answered after {n} days", n=days)
    if one.sent_on is not None:
        return t("sent on {day}", day=formats.date(one.sent_on))
    if one.state is DifficultyState.DRAFT:
        return t("draft, not approved")
    return t("noted {day}", day=_day(one.on, paper, formats))


def theme_name(theme: PaperTheme, paper: DifficultyPaper, t: Translator) -> str:
    """Return the heading of a theme; what has no name of its own is all the others together."""
    if theme.name:
        return theme.name
    if not paper.naming.leaves:
        return t("Without a theme")
    return t("Other themes") if len(paper.themes) > 1 else t("All themes")


def cost_words(one: PaperDifficulty, t: Translator, formats: Formats) -> str:
    """Return what a difficulty costs a year; a rounded amount says so."""
    assert one.cost is not None
    amount = formats.money(one.cost, one.currency, 0)
    return t("about {amount} a year", amount=amount) if one.about else t("{amount} a year", amount=amount)


def _method(paper: DifficultyPaper, t: Translator) -> Iterator[Block]:
    if not paper.naming.leaves:
        return
    if paper.naming is Naming.ANONYMOUS:
        who = t("Nobody is named: other words stand in the place of whatever would tell who is meant.")
    else:
        who = t("Only those who agreed to it are named: other words stand in the place of all others.")
    small = t("No group of less than three organisations is counted apart: it is among the others.")
    hidden = t("“n/c”: not told, as it would tell who is meant.")
    once = t("An organisation counts once, in its first value chain.")
    sentences = (who, small, once) if paper.note is not None else (who, small, hidden, once)
    yield Block(BlockKind.SMALL, PaperText(" ".join(sentences)))


def _quote(one: PaperQuote, paper: DifficultyPaper, t: Translator, formats: Formats) -> Block:
    said_by = [one.by, _day(one.on, paper, formats) if one.on is not None else ""]
    return Block(BlockKind.QUOTE, _quoted(one.text, t), ", ".join(part for part in said_by if part))


def _quoted(text: PaperText, t: Translator) -> PaperText:
    """Return a text between the quotation marks of the language; what is marked in it moves along."""
    before, _, after = t("“{quote}”", quote="\0").partition("\0")
    shift = len(before)
    marks = tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in text.marks)
    doubts = tuple((start + shift, end + shift) for start, end in text.doubts)
    return PaperText(f"{before}{text.text}{after}", marks, doubts)


def _told(texts: Iterable[PaperText], nothing: str = "", label: str = "") -> Iterator[Block]:
    """Yield the paragraphs of texts; the first one has the label."""
    parts = [part for text in texts for part in paragraphs(text)]
    if not parts and nothing:
        yield _soft(nothing)
    for place, part in enumerate(parts):
        yield Block(BlockKind.TEXT, part, label if place == 0 else "")


def paragraphs(text: PaperText) -> Iterator[PaperText]:
    """Yield the lines of a text that say something, each with its own marks."""
    start = 0
    for line in text.text.splitlines(keepends=True):
        said = line.rstrip()
        end = start + len(said)
        if said:
            marks = tuple(_moved(one, start) for one in text.marks if start <= one.start and one.end <= end)
            doubts = tuple((one - start, two - start) for one, two in text.doubts if start <= one and two <= end)
            yield PaperText(said, marks, doubts)
        start += len(line)


def _moved(mark: Mark, start: int) -> Mark:
    return replace(mark, start=mark.start - start, end=mark.end - start)


def _day(on: date, paper: DifficultyPaper, formats: Formats) -> str:
    return formats.month_year(on) if paper.naming.leaves else formats.date(on)


def _fact(label: str, text: str) -> Block:
    return Block(BlockKind.FACT, PaperText(text), label)


def _heading(text: str) -> Block:
    return Block(BlockKind.HEADING, PaperText(text))


def _text(text: str) -> Block:
    return Block(BlockKind.TEXT, PaperText(text))


def _soft(text: str) -> Block:
    return Block(BlockKind.SOFT, PaperText(text))
