"""capture: one line, kept where it belongs."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.capture.told import where_it_goes, why_it_waits
from clusterdesk.domain.capture.understood import Corrections, Understood
from clusterdesk.domain.parsing.day_words import read_day
from clusterdesk.domain.records.inbox import CaptureKind

if TYPE_CHECKING:
    from clusterdesk.services.capture_filing import Kept

_NONE = frozenset({"none", "aucun", "aucune", "geen"})


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the arguments of capture."""
    parser.wanted.add_argument(
        "text", metavar=t("TEXT"), nargs="+", help=t("a line, such as: @action devis ponceuse ven. #Noord")
    )
    add_corrections(parser, t)
    parser.options.add_argument("--dry-run", action="store_true", help=t("only show what would happen"))
    parser.set_defaults(handler=capture)


def add_corrections(parser: Parser, t: Translate) -> None:
    """Add what may be said beside the line, and holds whatever it says."""
    parser.options.add_argument(
        "--as",
        dest="kind",
        metavar=t("KIND"),
        choices=[kind.value for kind in CaptureKind],
        help=t("what it is: note, action, difficulty or referral"),
    )
    parser.options.add_argument(
        "--organisation", metavar="REF", help=t("which organisation it is about; “none” for a promise without one")
    )
    parser.options.add_argument("--due", metavar=t("DAY"), help=t("when a promise is due; “none” for no day"))


def capture(context: Context, options: Namespace) -> Answer:
    """Keep a line, or show where it would go."""
    from clusterdesk.services.capture import understand
    from clusterdesk.services.capture_filing import keep

    store = context.desk.store
    meant = understand(store, " ".join(options.text), by_hand=corrections(context, options))
    if options.dry_run:
        return answer(context, meant, None)
    return answer(context, meant, keep(store, meant).output)


def corrections(context: Context, options: Namespace) -> Corrections:
    """Return what was said beside the line.

    Raises:
        KnownError: there is no such organisation.
        WrongUseError: it may be several, or the day cannot be read.
    """
    said = Corrections(kind=CaptureKind(options.kind) if options.kind else None)
    if options.organisation:
        if options.organisation.strip().casefold() in _NONE:
            said = replace(said, nobody=True)
        else:
            said = replace(said, organisation=references.target(context, options.organisation, "organisation"))
    if options.due:
        said = replace(said, due_on=_day(context, options.due), due_said=True)
    return said


def answer(context: Context, meant: Understood, kept: "Kept | None") -> Answer:
    """Tell where a line went, or would go."""
    t = context.t
    organisation = meant.organisation
    document: dict[str, Any] = {
        "kept": kept is not None,
        "destination": meant.destination.value,
        "id": str(kept.record.id) if kept is not None else None,
        "kind": meant.kind.value,
        "text": meant.text,
        "organisation": organisation.name if organisation is not None else None,
        "organisation_id": str(organisation.id) if organisation is not None else None,
        "candidates": [one.name for one in meant.candidates],
        "owner": meant.owner.kind.value,
        "owner_name": meant.owner.name or None,
        "due_on": values.plain(meant.due_on),
        "unclear": meant.unclear.value if meant.unclear is not None else None,
    }
    message, params = where_it_goes(
        meant.destination, organisation.name if organisation is not None else "", meant.text
    )
    lines = [t(message, **params)]
    if meant.due_on is not None:
        lines.append(t("Due on {day}", day=context.formats.long_date(meant.due_on)))
    reason = why_it_waits(meant, context.formats.joined)
    if reason is not None:
        lines.append(t(reason[0], **reason[1]))
    return Answer(document, [Lines(lines)])


def _day(context: Context, text: str) -> Any:  # noqa: ANN401 - a date or None
    if text.strip().casefold() in _NONE:
        return None
    day = read_day(text, context.desk.clock.today())
    if day is None:
        raise WrongUseError(
            N_("“{value}” does not fit {name}."),
            code="unreadable_value",
            advice=N_("Correct the value and give the command again."),
            value=text,
            name="--due",
        )
    return day
