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
    from clusterdesk.services import lookup, sessions, week

    store = context.desk.store
    coded = sessions.find_by_code(store, text)
    if len(coded) == 1:
        return coded[0].id
    named = lookup.meant(store, text, ("session",))
    if len(named) == 1:
        return named[0].id
    return week.next_session(store, references.target(context, text, "organisation"))
