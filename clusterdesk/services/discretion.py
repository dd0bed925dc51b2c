"""What a beamer must not show of the other organisations: their names, their people, their projects, their numbers."""

from collections.abc import Iterator
from uuid import UUID

from clusterdesk.domain.discretion import Secret
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.store.desk_store import Store


def secrets(store: Store) -> tuple[tuple[Secret, ...], dict[str, frozenset[UUID]]]:
    """Return every secret, also of what lies in the bin, and the organisations that have a name."""
    organisations = store.find(Organisation, deleted=None)
    named: dict[str, set[UUID]] = {}
    for each in organisations:
        named.setdefault(each.name, set()).add(each.id)
    found = (*_of_organisations(organisations), *_of_people(store), *_of_projects(store))
    return found, {name: frozenset(ids) for name, ids in named.items()}


def _of_organisations(organisations: list[Organisation]) -> Iterator[Secret]:
    for each in organisations:
        owner = frozenset({each.id})
        yield Secret(each.name, owner)
        if each.enterprise_number:
            yield Secret(show_enterprise_number(each.enterprise_number), owner)
            yield Secret(each.enterprise_number, owner)


def _of_people(store: Store) -> Iterator[Secret]:
    where: dict[UUID, set[UUID]] = {}
    for role in store.find(ContactRole, deleted=None):
        where.setdefault(role.contact_id, set()).add(role.organisation_id)
    for person in store.find(Contact, deleted=None):
        yield Secret(person.full_name, frozenset(where.get(person.id, ())))


def _of_projects(store: Store) -> Iterator[Secret]:
    for project in store.find(Project, deleted=None):
        holder = project.organisation_id
        yield Secret(project.title, frozenset({holder} if holder is not None else ()))
