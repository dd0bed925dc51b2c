"""The sheets of the workbook behind the board report that tell of the field, and those that name who stands behind."""

from collections.abc import Iterator
from decimal import Decimal

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.production.stages import ROAD
from clusterdesk.domain.programme.counting import STANDING_LABELS
from clusterdesk.domain.records.coaching import AdviceKind
from clusterdesk.domain.records.prospects import ProspectState
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.strategy.reason_names import reason_name
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.board_report_parts import ReportAnnexes
from clusterdesk.domain.views.listing import Cell, Listing
from clusterdesk.domain.views.year_statistics import YearStatistics
from clusterdesk.i18n.translator import Translator

type Row = tuple[Cell, ...]
_COACHING = (SessionKind.VISIT, SessionKind.MEETING, SessionKind.CALL)


def field_sheets(report: BoardReport, t: Translator) -> Iterator[Listing]:
    """Yield the sheets of value chains, the year, difficulties, answers, programme and themes."""
    yield _chains(report, t)
    yield _prospects(report, t)
    if report.year is not None:
        yield _year(report, report.year, t)
    yield _difficulties(report, t)
    yield _programme(report, t)
    themes = tuple((one.place, one.title, one.points, one.votes) for one in report.themes)
    yield Listing("themes", t("Themes"), (t.c("rank", "Place"), t("Theme"), t("Points"), t("Votes")), themes)
    restated: tuple[Row, ...] = tuple(
        (one.indicator.name_in(t.language), str(one.year), one.change) for one in report.method.restatements
    )
    yield Listing("restated", t("Restated"), (t("Indicator"), t("Year"), t("Change")), restated)


def named_sheets(annexes: ReportAnnexes, t: Translator) -> Iterator[Listing]:
    """Yield the sheets with names: of the direction's edition only."""
    yield Listing(
        "results",
        t("Results by name"),
        (t("Indicator"), t("Date"), t("Organisation"), t("Project"), t("Counts"), t("Provable"), t("What is missing")),
        tuple(
            (
                one.indicator.name_in(t.language),
                one.on,
                one.organisation,
                one.project,
                t("yes") if one.counts else t("nearly"),
                t("yes") if one.proven else t("no"),
                ", ".join(dict.fromkeys(t(reason_name(because.reason)) for because in one.lacks)),
            )
            for one in annexes.results
        ),
    )
    yield Listing(
        "projects",
        t("Production projects"),
        (t("Project"), t("Holder"), t("Value chains"), t("Stage"), t("Since"), t("Missing links")),
        tuple(
            (
                one.title,
                one.holder,
                ", ".join(chain.name_in(t.language) for chain in one.chains),
                t(choice_label(one.stage)),
                one.since,
                ", ".join(link.name_in(t.language) for link in one.missing),
            )
            for one in annexes.projects
        ),
    )
    rows: list[Row] = [(t("Joined"), one.name, one.on, one.reason) for one in annexes.joined]
    rows += [(t.c("year", "Left"), one.name, one.on, one.reason) for one in annexes.left]
    rows += [(t("Never came to an event this year"), name, None, "") for name in annexes.never_came]
    yield Listing("members", t("Members by name"), (t("What"), t("Name"), t("Date"), t("Reason")), tuple(rows))


def _chains(report: BoardReport, t: Translator) -> Listing:
    headings = (
        t("Value chain"), t("Meetings of the year"), t("Meetings since the start"), t("Actors"),
        *(t(choice_label(stage)) for stage in ROAD), t("Missing links"),
    )  # fmt: skip
    rows: tuple[Row, ...] = tuple(
        (
            one.chain.name_in(t.language) if one.chain is not None else t("in no value chain"),
            one.meetings,
            one.all_meetings,
            one.actors,
            *(one.reached(stage) for stage in ROAD),
            ", ".join(link.name_in(t.language) for link in one.holes),
        )
        for one in report.chains
    )
    return Listing("chains", t("Value chains"), headings, rows)


def _prospects(report: BoardReport, t: Translator) -> Listing:
    headings = (t("Value chain"), *(t(choice_label(state)) for state in ProspectState), t("Total"))
    rows: tuple[Row, ...] = tuple(
        (
            one.chain.name_in(t.language) if one.chain is not None else t("in no value chain"),
            *(one.counts.get(state, 0) for state in ProspectState),
            one.total,
        )
        for one in report.prospects
    )
    return Listing("prospects", t("Prospects"), headings, rows)


def _year(report: BoardReport, year: YearStatistics, t: Translator) -> Listing:
    went, members, partners = year.referrals, year.members, year.partners
    rows: list[Row] = [
        (t("Members"), t("On 1 January"), members.before),
        (t("Members"), t("Joined"), len(members.joined)),
        (t("Members"), t.c("year", "Left"), len(members.left)),
        (t("Members"), t("At the end"), members.at_end),
        (t("Partners"), t("At the end"), partners.at_end),
        (t("Candidates"), t("At the end"), year.candidates),
    ]
    took = year.participation
    rows += [
        (t("Participation"), t("Events held"), took.events),
        (t("Participation"), t("Members and partners that came"), took.came),
        (t("Participation"), t("Members and partners that never came"), len(took.never)),
    ]
    rows += [(t("Coaching actions"), t(choice_label(kind)), year.coaching.get(kind, 0)) for kind in _COACHING]
    rows += [(t("One-off advice"), t(choice_label(kind)), year.advice.get(kind, 0)) for kind in AdviceKind]
    rows += [
        (t("Orientations"), t.c("year", "Sent"), went.sent),
        (t("Orientations"), t.c("year", "Answered"), went.answered),
        (t("Orientations"), t.c("year", "Succeeded"), went.succeeded),
        (t("Orientations"), t("Median delay in days"), _decimal(went.median_days)),
        (t("Communication"), t.c("year", "Published"), year.communications),
        (t("Communication"), t("Organisations featured"), year.featured),
    ]
    rows += [(t("Tracks of open files"), one.track.name_in(t.language), one.files) for one in report.shares]
    title = t("Year {year}", year=str(year.year))
    return Listing("year", title, (t("Subject"), t("What"), t("Number")), tuple(rows))


def _difficulties(report: BoardReport, t: Translator) -> Listing:
    headings = (
        t("Theme"), t.c("theme", "Noted"), t.c("theme", "Sent up"), t.c("theme", "Answered"),
        t("Median delay in days"),
    )  # fmt: skip
    rows = tuple(
        (
            one.theme.name_in(t.language) if one.theme is not None else t("without a theme"),
            one.number,
            one.sent,
            one.answered,
            _decimal(one.median_days),
        )
        for one in report.difficulties
    )
    return Listing("difficulties", t("Difficulties"), headings, rows)


def _programme(report: BoardReport, t: Translator) -> Listing:
    headings = (
        t("Commitment"), t("Owed"), t.c("event", "Held"), t.c("event", "To come"), t("State"), t("Registered"),
        t("Came"),
    )  # fmt: skip
    rows = tuple(
        (
            one.kind.name_in(t.language) if one.kind is not None else t("Without a kind"),
            one.counted.owed,
            one.counted.held,
            one.counted.coming + one.counted.untold,
            t(STANDING_LABELS[one.counted.standing]),
            one.registered,
            one.present,
        )
        for one in report.commitments
    )
    return Listing("programme", t("Programme"), headings, rows)


def _decimal(days: float | None) -> Decimal | None:
    return None if days is None else Decimal(str(days))
