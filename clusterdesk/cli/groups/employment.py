"""employment: the staff of an organisation as it is judged; head counts in one line, baseline, confirmation."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.cli import employment_acts, employment_confirming, employment_shapes, values
from clusterdesk.cli.answer import Answer, Block, Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.evidence_options import evidence_options
from clusterdesk.cli.parser import Parser

if TYPE_CHECKING:
    pass


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of employment."""
    actions = parser.actions("what", t)
    show = actions.add("show", t("the staff: head counts, the number that is judged, what is missing"), show_staff)
    judge = actions.add("judge", t("whether a year qualifies, with the sum line by line"), judge_staff)
    note = actions.add("note", t("note a head count in one line: “7,5 FTE 30/09”"), employment_acts.note_staff)
    freeze = actions.add(
        "freeze", t("freeze the baseline that the head counts propose"), employment_acts.freeze_baseline
    )
    for action in (show, judge, note, freeze):
        action.wanted.add_argument("ref", metavar="REF", help=t("organisation: id, number or name"))
    note.wanted.add_argument("text", metavar=t("TEXT"), nargs="+", help=t("the number, its unit, the day"))
    freeze.options.add_argument("--project", metavar="REF", help=t("of which project, where there are several"))
    confirm = actions.add("confirm", t("confirm by name the year that qualifies"), employment_confirming.confirm_growth)
    confirm.wanted.add_argument("ref", metavar="REF", help=t("organisation: id, number or name"))
    confirm.options.add_argument("--by", metavar=t("NAME"), default="", help=t("who confirms; else the settings' name"))
    confirm.options.add_argument("--project", metavar="REF", help=t("of which project, where there are several"))
    evidence_options(confirm, t)
    actions.add("missing", t("whose last quarter end is not known although employment is followed"), list_missing)


def show_staff(context: Context, options: Namespace) -> Answer:
    """Show the staff."""
    from clusterdesk.services.employment_words import staff_sentence

    page = employment_acts.staff_page(context, options.ref)
    judgement = page.main.judgement if page.main is not None else page.plain
    t, formats = context.t, context.formats
    document = {
        "organisation_id": str(page.organisation.id),
        "organisation": page.organisation.name,
        "fte": values.plain(judgement.latest.fte) if judgement.latest is not None else None,
        "headcounts": [employment_shapes.line_document(one) for one in page.lines],
        "last_quarter": employment_shapes.end_document(page.plain.last_quarter),
        "files": [employment_shapes.file_document(one) for one in page.files],
    }
    heads = [t("Date"), t("FTE"), t("Judged"), t("Persons"), t("Created"), t("Retained"), t("Source"), t("Precision")]
    rows = [employment_shapes.line_row(context, one) for one in page.lines]
    notes = [
        f"{formats.date(one.record.on)}: {text}" for one in page.lines for text in employment_shapes.notes(context, one)
    ]
    blocks: list[Block] = [Lines([staff_sentence(judgement, t, formats), ""])]
    blocks.append(Table(heads, rows, frozenset({1, 2, 3, 4, 5})))
    return Answer(document, blocks, notes)


def judge_staff(context: Context, options: Namespace) -> Answer:
    """Judge the years."""
    from clusterdesk.services.employment_words import baseline_sentence, staff_sentence, year_lines, year_state
    from clusterdesk.services.proposal_words import proposal_head, sentence_words

    page = employment_acts.staff_page(context, options.ref)
    t, formats = context.t, context.formats
    blocks: list[Block] = []
    for file in page.files:
        proposal = file.proposal
        lines = [
            file.project.title,
            staff_sentence(file.judgement, t, formats),
            baseline_sentence(file, t, formats),
            proposal_head(proposal, t, formats),
            *(sentence_words(one, t, formats) for one in (*proposal.reasons, *proposal.missing)),
        ]
        blocks.append(Lines(lines))
        for year in file.judgement.years:
            pairs = [(f"  {one.label}", one.value) for one in year_lines(year, t, formats)]
            blocks += [Lines(["", f"{year.year}: {year_state(year, t)}"]), Pairs(pairs)]
        blocks.append(Lines([""]))
    if not page.files:
        blocks = [Lines([staff_sentence(page.plain, t, formats), t("No coaching file: nothing is judged.")])]
    document = {
        "organisation_id": str(page.organisation.id),
        "files": [employment_shapes.file_document(one) for one in page.files],
    }
    return Answer(document, blocks)


def list_missing(context: Context, options: Namespace) -> Answer:
    """List what is missing."""
    from clusterdesk.domain.records.organisations import Organisation
    from clusterdesk.services.employment import missing_headcounts

    store = context.desk.store
    found = [(store.get(Organisation, one), day) for one, day in missing_headcounts(store)]
    document = {"missing": [{"organisation_id": str(one.id), "on": day.isoformat()} for one, day in found]}
    t = context.t
    if not found:
        return Answer(document, [Lines([t("Every quarter end is known where employment is followed.")])])
    rows = [[one.name, context.formats.date(day)] for one, day in found]
    return Answer(document, [Table([t("Organisation"), t("Quarter end")], rows)])
