"""What the command employment does: note a head count, freeze a baseline."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from clusterdesk.base.marks import N_
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from uuid import UUID

    from clusterdesk.domain.views.employment import EmploymentFile, EmploymentPage


def note_staff(context: Context, options: Namespace) -> Answer:
    """Note a head count."""
    from clusterdesk.domain.commands.employment import NoteHeadcount
    from clusterdesk.domain.employment.entry import read_entry
    from clusterdesk.domain.records.figures import Precision
    from clusterdesk.services.headcounts import note_headcount

    organisation_id = references.target(context, options.ref, "organisation")
    today = context.desk.clock.today()
    parsed = read_entry(" ".join(options.text), today)
    if parsed.error is not None or parsed.value is None:
        raise _unreadable(context, parsed.error)
    entry = parsed.value
    command = NoteHeadcount(
        organisation_id=organisation_id,
        on=entry.on or today,
        fte=entry.fte,
        persons=entry.persons,
        precision=Precision.ABOUT if entry.about else Precision.EXACT,
    )
    noted = note_headcount(context.desk.store, command).output
    document = {"id": str(noted.id), "on": noted.on.isoformat(), "fte": values.plain(noted.fte)}
    shown = values.shown(context, noted.fte if noted.fte is not None else noted.persons)
    line = context.t("Noted: {number} on {day}.", number=shown, day=context.formats.date(noted.on))
    return Answer(document, [Lines([line])])


def freeze_baseline(context: Context, options: Namespace) -> Answer:
    """Freeze a baseline."""
    from clusterdesk.domain.commands.employment import FollowEmployment
    from clusterdesk.services.employment_baselines import follow_employment

    file = file_of(context, options)
    done = follow_employment(context.desk.store, FollowEmployment(coaching_file_id=file.file.id)).output
    document = {"id": str(done.id), "baseline": values.plain(done.baseline), "on": values.plain(done.baseline_on)}
    line = context.t(
        "The baseline is frozen: {fte} FTE on {day}.",
        fte=values.shown(context, done.baseline),
        day=values.shown(context, done.baseline_on),
    )
    return Answer(document, [Lines([line])])


def staff_page(context: Context, ref: str) -> "EmploymentPage":
    """Return the staff of the organisation that is meant."""
    from clusterdesk.services.employment import read_employment

    return read_employment(context.desk.store, references.target(context, ref, "organisation"))


def file_of(context: Context, options: Namespace) -> "EmploymentFile":
    """Return the coaching file that is meant: the one there is, of the project that is named, on the track."""
    project: UUID | None = references.target(context, options.project, "project") if options.project else None
    return meant_file(staff_page(context, options.ref), project)


def meant_file(page: "EmploymentPage", project: "UUID | None" = None) -> "EmploymentFile":
    """Return the coaching file of a page, that of a project where one is named, on the employment track if possible.

    Raises:
        WrongUseError: there is none, or there are several.
    """
    found = [one for one in page.files if project is None or one.project.id == project]
    meant = [one for one in found if one.track is not None] or found
    if len(meant) != 1:
        raise WrongUseError(
            N_("There are {count} coaching files that may be meant."),
            advice=N_("Name the project with --project."),
            count=len(meant),
            lines=[one.project.title for one in meant],
        )
    return meant[0]


def _unreadable(context: Context, problem: Any) -> WrongUseError:  # noqa: ANN401 - what is odd about a text
    return WrongUseError(
        N_("{name}: {problem}"),
        code=problem.code,
        advice=N_("Correct the value and give the command again."),
        name=context.t("TEXT"),
        problem=context.t(problem.message, **problem.params),
    )
