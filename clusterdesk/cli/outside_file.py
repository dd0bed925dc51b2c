"""outbox add: a file from outside the binder for the team's folder, once it is said, known or asked what it is."""

import sys
from argparse import Namespace
from pathlib import Path

from clusterdesk.base.errors import BugError
from clusterdesk.base.marks import N_
from clusterdesk.cli import references, sending, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Visibility

_ORDER = tuple(Visibility)


def add_file(context: Context, options: Namespace) -> Answer:
    """Put a file from outside the binder into the outbox, as what it is said to be."""
    from clusterdesk.domain.outgoing.new_export import NewExport
    from clusterdesk.domain.outgoing.states import Purpose
    from clusterdesk.services.outside_files import queue_outside

    path = Path(options.file).expanduser()
    visibility = _visibility(context, path, options)
    about = references.one(context, options.organisation, ("organisation",)) if options.organisation else None
    export = NewExport(
        title=options.title or path.stem,
        purpose=Purpose.LIST,
        filename=path.name,
        template=context.settings.drive_lists if options.to is None else options.to,
        visibility=visibility,
        values={"organisation": about.title} if about else {},
        record_type="organisation" if about else "",
        record_id=about.id if about else None,
    )
    limit = context.settings.document_size_limit_mb
    job = queue_outside(context.desk.store, export, path, limit_mb=limit, sure=True)
    document = {"export": sending.job_document(context, job), "visibility": visibility.value}
    return Answer(document, [Lines([sending.queued_note(context, 1)])])


def _visibility(context: Context, path: Path, options: Namespace) -> Visibility:
    """Return what a file is; what is internal has been agreed to when this returns.

    Raises:
        CancelledError: it is internal and stays here.
        WrongUseError: nobody says what it is, or that it may go.
    """
    from clusterdesk.services.outside_files import kept_visibility

    kept = kept_visibility(context.desk.store, path, limit_mb=context.settings.document_size_limit_mb)
    given = _given(context, options) or kept or _asked(context, path)
    strict = max((given, kept or given), key=_ORDER.index)
    if strict is Visibility.INTERNAL:
        context.confirm(
            context.t(
                "“{name}” is internal: all who have the team’s folder will read it, and it is never taken back from"
                " there. Send it all the same?",
                name=path.name,
            )
        )
    return strict


def _given(context: Context, options: Namespace) -> Visibility | None:
    return None if options.visibility is None else _read(context, options.visibility)


def _asked(context: Context, path: Path) -> Visibility:
    """Ask whoever sits at the console; ``--yes`` does not say what a file is."""
    if sys.stdin is not None and sys.stdin.isatty() and not context.output.as_json:
        question = context.t("What is “{name}”? Shareable, internal or restricted:", name=path.name)
        sys.stderr.write(question + " ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if line.strip():
            return _read(context, line)
    raise WrongUseError(
        N_("Nobody has said yet what “{name}” is, and the program has not made it."),
        code="visibility_needed",
        advice=N_(
            "Add --visibility shareable where anybody may read it, --visibility internal where only the team may."
        ),
        name=path.name,
    )


def _read(context: Context, text: str) -> Visibility:
    """Read a choice by its key, or as it is called in the language of the answers.

    Raises:
        WrongUseError: it is none of them.
    """
    wanted = folded(text)
    for one in Visibility:
        if wanted and wanted in (one.value, folded(context.t(choice_label(one)))):
            return one
    values.read(context, RECORD_TYPES["document"].fields["visibility"], "--visibility", text or "?")
    raise BugError(text)  # the choices are those of the field
