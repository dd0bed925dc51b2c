"""Production projects begin as an idea."""

from dataclasses import replace

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult
from clusterdesk.domain.commands.production import AddIdea
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project, ProjectKind, ProjectValueChain
from clusterdesk.store.desk_store import Store


def add_idea(store: Store, cmd: AddIdea) -> OpResult[Project]:
    """Note an idea.

    Raises:
        KnownError: it has no title.
    """
    title = one_line(cmd.title)
    if not title:
        raise KnownError(
            "name_missing",
            N_("A record of the kind “{type_label}” needs a name."),
            advice=N_("Type a name and try again."),
            type_label=N_("Project"),
        )
    project = Project(title=title, kind=ProjectKind.PRODUCTION, organisation_id=cmd.organisation_id)
    changes: list[Change] = [Insert(project)]
    if cmd.organisation_id is not None:
        store.get(Organisation, cmd.organisation_id)
    if cmd.value_chain_id is not None:
        store.get(ValueChain, cmd.value_chain_id)
        member = derived_id("project_value_chain", project.id, cmd.value_chain_id)
        changes.append(Insert(ProjectValueChain(id=member, project_id=project.id, value_chain_id=cmd.value_chain_id)))
    return OpResult(project, store.apply(replace(cmd, title=title), changes))
