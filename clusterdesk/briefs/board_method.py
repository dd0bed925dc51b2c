"""The method: what is counted and how, the ladder of evidence, what is told otherwise now, what is missing."""

from collections.abc import Iterator, Sequence

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.flow import Strip
from clusterdesk.briefs.fonts import Face
from clusterdesk.briefs.outline_table import OutlineColumn, OutlineTable
from clusterdesk.briefs.text import Span
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.health import CHECKS
from clusterdesk.domain.records.results import EvidenceLevel
from clusterdesk.domain.strategy.rules import REFERRALS, Unit
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def method_page(view: BoardReport, t: Translator, formats: Formats) -> Sequence[Strip]:
    """Return the strips of the page."""
    strips = flow.section(t("Method"))
    strips += flow.text(
        t(
            "Each result counts once, as it was known on the day of the report, from its first coaching action on and"
            " inside the Region. It is provable once its evidence reaches the level asked for and was validated."
        )
    )
    strips += flow.heading(t("What is counted"))
    strips += flow.table(_definitions(view, t, formats))
    plain = [one.indicator.name_in(t.language) for one in view.rows if one.rules is None]
    if plain:
        strips += flow.soft(t("Counted as they stand in the binder: {names}.", names=formats.joined(plain)))
    strips += flow.heading(t("Ladder of evidence"))
    strips += flow.text(" · ".join(t(choice_label(level)) for level in EvidenceLevel))
    strips += flow.heading(t("Rules"))
    strips += list(_rules(view, t, formats))
    strips += flow.heading(t("Restated since the last report"))
    strips += list(_restated(view, t, formats))
    strips += flow.heading(t("Missing data"))
    strips += list(_gaps(view, t, formats))
    return strips


def _definitions(view: BoardReport, t: Translator, formats: Formats) -> OutlineTable:
    columns = (
        OutlineColumn(t("Indicator"), 0.36),
        OutlineColumn(t("Counted once per"), 0.2),
        OutlineColumn(t("Evidence from level"), 0.2),
        OutlineColumn(t("Months after closing"), 0.24, right=True),
    )
    rows = []
    for one in view.rows:
        name, rules = one.indicator.name_in(t.language), one.rules
        if rules is None:
            continue
        if rules.measure in REFERRALS:
            rows.append((name, t("orientation"), "–", "–"))
        else:
            unit = t("project") if rules.unit is Unit.PROJECT else t("organisation")
            months = formats.number(rules.months_after_closing)
            rows.append((name, unit, formats.number(int(rules.evidence_level)), months))
    return OutlineTable(columns, tuple(rows))


def _rules(view: BoardReport, t: Translator, formats: Formats) -> Iterator[Strip]:
    method = view.method
    said = [t("Version {rules}", rules=view.rules)]
    if method.valid_from is not None:
        said.append(t("in force since {day}", day=formats.date(method.valid_from)))
    if method.owner:
        said.append(t("owner: {name}", name=method.owner))
    yield from flow.text(" · ".join(said))
    if method.reason:
        yield from flow.soft(" ".join(method.reason.split()))


def _restated(view: BoardReport, t: Translator, formats: Formats) -> Iterator[Strip]:
    method = view.method
    now = [one for one in view.rows if one.restated]
    for one in now:
        change = _signed(one.restated, formats)
        name = one.indicator.name_in(t.language)
        yield from flow.text(
            t("{name}: frozen at {frozen}, counted today for the same day {change}",
              name=name, frozen=formats.number(one.total), change=change)
        )  # fmt: skip
    if not method.last_report:
        if not now:
            yield from flow.soft(t("No earlier report was frozen: there is nothing to compare with."))
        return
    quarter = formats.partial(method.last_report)
    if not method.restatements:
        yield from flow.soft(t("Nothing that the report of {quarter} said is restated.", quarter=quarter))
        return
    yield from flow.soft(t("Compared with the frozen report of {quarter}:", quarter=quarter), with_next=True)
    for each in method.restatements:
        label = Span(t("{name} {year}:", name=each.indicator.name_in(t.language), year=str(each.year)), Face.BOLD)
        yield from flow.text([label, Span(_signed(each.change, formats))])


def _signed(change: int, formats: Formats) -> str:
    return f"{'+' if change > 0 else '−'}{formats.number(abs(change))}"


def _gaps(view: BoardReport, t: Translator, formats: Formats) -> Iterator[Strip]:
    gaps = view.method.gaps
    if not gaps:
        yield from flow.soft(t("Nothing is missing that the numbers stand on."))
        return
    for key, number in gaps.items():
        yield from flow.text(t("{what}: {number}", what=t(CHECKS[key].label), number=formats.number(number)))
    yield from flow.fine(t("As of the day of printing."))
