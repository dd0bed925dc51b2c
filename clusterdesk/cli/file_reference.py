"""Which coaching file somebody means: by its id, by the title of its project, or by whose it is."""

from uuid import UUID

from clusterdesk.cli import references
from clusterdesk.cli.context import Context
from clusterdesk.domain.views.record_ref import RecordRef


def file_meant(context: Context, text: str) -> UUID:
    """Return the id of a coaching file; of several files of a project the open one is meant.

    Raises:
        KnownError: there is none.
        WrongUseError: there are several; they are listed.
    """
    from clusterdesk.domain.records.coaching import CoachingFile
    from clusterdesk.domain.records.projects import Project

    found = references.one(context, text, ("coaching_file", "project", "organisation"))
    if found.record_type == "coaching_file":
        return found.id
    store = context.desk.store
    projects = {found.id} if found.record_type == "project" else set()
    if found.record_type == "organisation":
        owner = references.target(context, str(found.id), "organisation")
        projects = {one.id for one in store.find(Project, organisation_id=owner)}
    files = store.find(CoachingFile, project_id=tuple(projects), revoked_on=None) if projects else []
    meant = [one for one in files if one.closed_on is None] or files
    if len(meant) == 1:
        return meant[0].id
    if not meant:
        return references.target(context, text, "coaching_file")
    titles = {one.id: one.title for one in store.find(Project, id=tuple(projects))}
    refs = [
        RecordRef("coaching_file", one.id, f"{titles[one.project_id]} · {one.opened_on.isoformat()}") for one in meant
    ]
    raise references.several(context, text, refs)
