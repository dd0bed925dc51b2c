"""The programme of the year: held against planned for each commitment, attendance, and the themes of the next year."""

from collections.abc import Iterator, Sequence

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.flow import Strip
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.domain.programme.counting import STANDING_LABELS
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.board_report_parts import CommitmentState
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def programme_page(view: BoardReport, t: Translator, formats: Formats) -> Sequence[Strip]:
    """Return the strips of the page."""
    year = view.as_of.year
    strips = flow.section(t("Programme {year}", year=str(year)))
    strips += flow.heading(t("Commitments of the year"))
    if view.commitments:
        strips += flow.table(_commitments(view.commitments, t, formats))
        strips += list(_attendance(view.commitments, t, formats))
    else:
        strips += flow.soft(t("Nothing is promised or planned for this year yet."))
    strips += flow.heading(t("Themes proposed for {year}", year=str(year + 1)))
    if view.themes:
        strips += flow.table(_themes(view, t, formats))
    else:
        strips += flow.soft(t("No theme has been proposed yet."))
    return strips


def _commitments(found: Sequence[CommitmentState], t: Translator, formats: Formats) -> OutlineTable:
    number = formats.number
    columns = (
        OutlineColumn(t("Commitment"), 0.24),
        OutlineColumn(t("Owed"), 0.09, right=True),
        OutlineColumn(t.c("event", "Held"), 0.12, right=True),
        OutlineColumn(t.c("event", "To come"), 0.11, right=True),
        OutlineColumn(t("State"), 0.18),
        OutlineColumn(t("Registered"), 0.15, right=True),
        OutlineColumn(t("Came"), 0.11, right=True),
    )
    rows = tuple(
        (
            one.kind.name_in(t.language) if one.kind is not None else t("Without a kind"),
            number(one.counted.owed) if one.counted.owed else "–",
            number(one.counted.held),
            number(one.counted.coming + one.counted.untold),
            t(STANDING_LABELS[one.counted.standing]),
            number(one.registered) if one.registered else "–",
            number(one.present) if one.present else "–",
        )
        for one in found
    )
    return OutlineTable(columns, rows)


def _attendance(found: Sequence[CommitmentState], t: Translator, formats: Formats) -> Iterator[Strip]:
    registered, present = sum(one.registered for one in found), sum(one.present for one in found)
    if not registered:
        yield from flow.soft(t("Nobody’s attendance has been noted yet."))
        return
    yield from flow.text(
        t(
            "Of {registered} registrations {present} came ({share}).",
            registered=formats.number(registered),
            present=formats.number(present),
            share=formats.percent(present / registered),
        )
    )


def _themes(view: BoardReport, t: Translator, formats: Formats) -> OutlineTable:
    columns = (
        OutlineColumn(t.c("rank", "Place"), 0.1, right=True),
        OutlineColumn(t("Theme"), 0.66),
        OutlineColumn(t("Points"), 0.12, right=True),
        OutlineColumn(t("Votes"), 0.12, right=True),
    )
    rows = tuple(
        (
            formats.number(one.place) if one.place is not None else "–",
            one.title,
            formats.number(one.points),
            formats.number(one.votes),
        )
        for one in view.themes
    )
    return OutlineTable(columns, rows)
