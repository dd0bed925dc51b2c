"""The annexes of the direction's edition: who stands behind the numbers, by name."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.flow import Strip
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.strategy.reason_names import reason_name
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.board_report_parts import NamedProject, NamedResult
from clusterdesk.domain.views.year_statistics import MemberMove
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def annex_pages(view: BoardReport, t: Translator, formats: Formats) -> Iterator[Sequence[Strip]]:
    """Yield the strips of each annex; nothing where the edition has none."""
    annexes = view.annexes
    if annexes is None:
        return
    yield [*flow.section(t("Annex A – results by name")), *_results(annexes.results, t, formats)]
    yield [*flow.section(t("Annex B – production projects by name")), *_projects(annexes.projects, t, formats)]
    strips = flow.section(t("Annex C – members by name"))
    for name, moves in ((t("Joined"), annexes.joined), (t.c("year", "Left"), annexes.left)):
        strips += [*flow.heading(name), *_moves(moves, t, formats)]
    strips += flow.heading(t("Never came to an event this year"))
    strips += flow.text(formats.joined(annexes.never_came)) if annexes.never_came else flow.soft(_all_came(view, t))
    yield strips


def _all_came(view: BoardReport, t: Translator) -> str:
    if view.year is None or not view.year.participation.events:
        return t("No event has been held this year yet.")
    return t("Everybody came.")


def lacks_words(one: NamedResult, t: Translator) -> str:
    """Return what a result lacks, in a few words."""
    return ", ".join(dict.fromkeys(t(reason_name(because.reason)) for because in one.lacks))


def state_words(one: NamedResult, t: Translator) -> str:
    """Return whether a result counts and can be proved."""
    if not one.counts:
        return t("nearly counts")
    return t("counts, provable") if one.proven else t("counts")


def _results(results: Sequence[NamedResult], t: Translator, formats: Formats) -> Iterator[Strip]:
    if not results:
        yield from flow.soft(t("Nothing counts yet, and nothing nearly does."))
    columns = (
        OutlineColumn(t("Date"), 0.14),
        OutlineColumn(t("Organisation"), 0.22),
        OutlineColumn(t("Project"), 0.25),
        OutlineColumn(t("State"), 0.16),
        OutlineColumn(t("What is missing"), 0.23),
    )
    for _id, group in groupby(results, key=lambda one: one.indicator.id):
        shown = tuple(group)
        yield from flow.heading(shown[0].indicator.name_in(t.language))
        rows = tuple(
            (formats.date(one.on), one.organisation, one.project, state_words(one, t), lacks_words(one, t) or "–")
            for one in shown
        )
        yield from flow.table(OutlineTable(columns, rows))


def _projects(projects: Sequence[NamedProject], t: Translator, formats: Formats) -> Iterator[Strip]:
    if not projects:
        yield from flow.soft(t("No production project has been proposed yet."))
        return
    columns = (
        OutlineColumn(t("Project"), 0.32),
        OutlineColumn(t("Holder"), 0.22),
        OutlineColumn(t("Value chain"), 0.16),
        OutlineColumn(t("Stage"), 0.16),
        OutlineColumn(t("Since"), 0.14),
    )
    rows = tuple(
        (
            one.title,
            one.holder or "–",
            ", ".join(chain.name_in(t.language) for chain in one.chains) or "–",
            t(choice_label(one.stage)),
            formats.date(one.since) if one.since is not None else "–",
        )
        for one in projects
    )
    yield from flow.table(OutlineTable(columns, rows))


def _moves(moves: Sequence[MemberMove], t: Translator, formats: Formats) -> Iterator[Strip]:
    if not moves:
        yield from flow.soft(t("Nobody this year."))
    for one in moves:
        words = t("{day}: {title}", day=formats.date(one.on), title=one.name)
        yield from flow.item(t("{what} ({why})", what=words, why=one.reason) if one.reason else words)
