"""A session named by its id, its short code, or by whom it is planned with."""

from uuid import UUID

from clusterdesk.cli import references
from clusterdesk.cli.context import Context


def session_meant(context: Context, text: str) -> UUID:
    """Return the session with an id or short code, or the one planned next with an organisation.

    Raises:
        KnownError: there is none.
        WrongUseError: the name of the organisation matches several.
    """
    from clusterdesk.services import week

    named = session_named(context, text)
    store = context.desk.store
    return named or week.next_session(store, references.target(context, text, "organisation"))


def session_named(context: Context, text: str) -> UUID | None:
    """Return the session with an id or short code, ``None`` where there is not exactly one."""
    from clusterdesk.services import lookup, sessions

    coded = sessions.find_by_code(context.desk.store, text)
    if len(coded) == 1:
        return coded[0].id
    named = lookup.meant(context.desk.store, text, ("session",))
    return named[0].id if len(named) == 1 else None
