"""The year in numbers on paper: members, coaching, advice, what was sent on and published; PDF and docx."""

from collections.abc import Iterator

from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline import Outline, TextBlock, fact, heading, item, soft
from clusterdesk.briefs.outline_docx import outline_docx
from clusterdesk.briefs.outline_pdf import draw_outline, outline_pdf
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.briefs.pen import Pen
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.coaching import AdviceKind
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.year_statistics import MemberMove, Participation, WentUp, YearStatistics
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_KINDS = (SessionKind.VISIT, SessionKind.MEETING, SessionKind.CALL)


def statistics_pdf(view: YearStatistics, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF in the translator's language. KnownError when a font is missing."""
    return outline_pdf(statistics_outline(view, t, formats), view.footer, t, formats, house)


def statistics_docx(view: YearStatistics, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx in the translator's language."""
    return outline_docx(statistics_outline(view, t, formats), view.footer, t, formats, house)


def draw_statistics(pen: Pen, view: YearStatistics, t: Translator, formats: Formats, house: House) -> int:
    """Draw the paper from the pen's open page on; return how many pages it took."""
    return draw_outline(pen, statistics_outline(view, t, formats), view.footer, t, formats, house)


def statistics_outline(view: YearStatistics, t: Translator, formats: Formats) -> Outline:
    """Word a year in the translator's language; outside the team only who agreed to be cited is named."""
    internal = view.footer.edition is Edition.INTERNAL
    title = t("The year {year} in numbers", year=str(view.year))
    mark = t("Internal edition") if internal else ""
    return Outline(title, t("Statistics of the year"), mark, tuple(_blocks(view, t, formats)))


def _blocks(view: YearStatistics, t: Translator, formats: Formats) -> Iterator[TextBlock | OutlineTable]:
    yield fact(t("State of"), formats.long_date(view.until))
    yield from member_blocks(view, t, formats)
    yield from work_blocks(view, t, formats)
    yield heading(t("Difficulties of the field"))
    yield _went(view.difficulties, t, formats, succeeded=False)
    yield from communication_blocks(view, t, formats)


def member_blocks(view: YearStatistics, t: Translator, formats: Formats) -> Iterator[TextBlock | OutlineTable]:
    """Yield members and partners: how many, who came and who went."""
    yield heading(t("Members and partners"))
    yield _members(view, t, formats)
    internal = view.footer.edition in (Edition.INTERNAL, Edition.DIRECTION)
    yield from _moves(t("Joined"), view.members.joined, t, formats, by_name=internal)
    yield from _moves(t.c("year", "Left"), view.members.left, t, formats, by_name=internal)
    yield heading(t("Participation"))
    yield from _participation(view.participation, t, formats, by_name=internal)


def work_blocks(view: YearStatistics, t: Translator, formats: Formats) -> Iterator[TextBlock | OutlineTable]:
    """Yield what was done: coaching, one-off advice, orientations."""
    yield heading(t("Coaching"))
    yield _counts(
        [(t(choice_label(kind)), view.coaching.get(kind, 0)) for kind in _KINDS], t("Coaching actions"), t, formats
    )
    yield soft(t.n("For {n} organisation.", "For {n} organisations.", n=view.coached))
    yield fact(t("Coaching files"), t(
        "{opened} opened, {closed} closed, {open} open at the end",
        opened=formats.number(view.opened), closed=formats.number(view.closed), open=formats.number(view.files),
    ))  # fmt: skip
    yield heading(t("One-off advice"))
    yield _counts(
        [(t(choice_label(kind)), view.advice.get(kind, 0)) for kind in AdviceKind], t("One-off advice"), t, formats
    )
    yield soft(t.n("For {n} organisation.", "For {n} organisations.", n=view.advised))
    yield heading(t("Orientations"))
    yield _went(view.referrals, t, formats, succeeded=True)


def communication_blocks(view: YearStatistics, t: Translator, formats: Formats) -> Iterator[TextBlock]:
    """Yield what was published, and how many were featured in it."""
    yield heading(t("Communication"))
    yield fact(t.c("year", "Published"), formats.number(view.communications))
    yield fact(t.c("year", "Featured"), t.n("{n} organisation", "{n} organisations", n=view.featured))


def _participation(
    found: Participation, t: Translator, formats: Formats, *, by_name: bool
) -> Iterator[TextBlock | OutlineTable]:
    yield fact(t("Events held"), formats.number(found.events))
    came = t("{came} of {all} members and partners", came=formats.number(found.came), all=formats.number(found.members))
    yield fact(t("Came"), came)
    never = formats.joined(found.never) if by_name and found.never else ""
    number = formats.number(len(found.never))
    yield fact(t("Never came"), t("{number}: {names}", number=number, names=never) if never else number)


def _members(view: YearStatistics, t: Translator, formats: Formats) -> OutlineTable:
    columns = (
        OutlineColumn("", 0.32),
        OutlineColumn(t("On 1 January"), 0.17, right=True),
        OutlineColumn(t("Joined"), 0.17, right=True),
        OutlineColumn(t.c("year", "Left"), 0.17, right=True),
        OutlineColumn(t("At the end"), 0.17, right=True),
    )
    rows = tuple(
        (name, *(formats.number(one) for one in (count.before, len(count.joined), len(count.left), count.at_end)))
        for name, count in ((t("Members"), view.members), (t("Partners"), view.partners))
    )
    waiting = (t("Candidates"), "", "", "", formats.number(view.candidates))
    return OutlineTable(columns, (*rows, waiting))


def _counts(rows: list[tuple[str, int]], name: str, t: Translator, formats: Formats) -> OutlineTable:
    columns = (OutlineColumn(t("Kind"), 0.6), OutlineColumn(t("Number"), 0.4, right=True))
    told = [(label, formats.number(number)) for label, number in rows]
    total = (name, formats.number(sum(number for _, number in rows)))
    return OutlineTable(columns, (*told, total), total=True)


def _moves(
    heading_text: str, moves: tuple[MemberMove, ...], t: Translator, formats: Formats, *, by_name: bool
) -> Iterator[TextBlock]:
    named = [one for one in moves if by_name or one.may_be_cited]
    for one in named:
        words = t("{day}: {title}", day=formats.date(one.on), title=one.name)
        if by_name and one.reason:
            words = t("{what} ({why})", what=words, why=one.reason)
        yield item(words, f"{heading_text} –")
    if len(named) < len(moves):
        rest = len(moves) - len(named)
        yield soft(t.n("{what}: {n} that is not named.", "{what}: {n} that are not named.", n=rest, what=heading_text))


def _went(went: WentUp, t: Translator, formats: Formats, *, succeeded: bool) -> OutlineTable:
    number, days = formats.number, went.median_days
    told = [(t.c("year", "Sent"), number(went.sent)), (t.c("year", "Answered"), number(went.answered))]
    if succeeded:
        told.append((t.c("year", "Succeeded"), number(went.succeeded)))
        told.append((t("Without outcome"), number(went.closed_without)))
    told.append((t.c("year", "Open"), number(went.open)))
    delay = "–" if days is None else t("{days} days", days=formats.decimal(days, 0 if days == int(days) else 1))
    told.append((t("Median delay"), delay))
    columns = tuple(OutlineColumn(name, 1 / len(told)) for name, _ in told)
    return OutlineTable(columns, (tuple(number for _, number in told),))
