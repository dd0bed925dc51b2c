"""A project named by its id or title, or by the organisation whose only one it is."""

from uuid import UUID

from clusterdesk.cli import references
from clusterdesk.cli.context import Context


def project_meant(context: Context, text: str) -> UUID:
    """Return the id of the project that REF means.

    Raises:
        KnownError: there is none.
        WrongUseError: there are several; they are listed.
    """
    from clusterdesk.domain.views.record_ref import RecordRef
    from clusterdesk.services import lookup
    from clusterdesk.services.industry_views import read_industry

    store = context.desk.store
    projects = lookup.meant(store, text, ("project",))
    if len(projects) == 1:
        return projects[0].id
    if projects:
        raise references.several(context, text, projects)
    owner = references.one(context, text, ("project", "organisation"))
    found = read_industry(store, owner.id).projects
    if len(found) == 1:
        return found[0].project.id
    if not found:
        return references.one(context, text, ("project",)).id
    raise references.several(context, text, [RecordRef("project", one.project.id, one.project.title) for one in found])
