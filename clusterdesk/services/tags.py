"""Tags of records, given by their names."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion
from clusterdesk.domain.commands.organisations import SetTags, TagOrganisations
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.lists import RecordTag, Tag
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.kept import kept_organisation
from clusterdesk.store.desk_store import Store


def add_tag(store: Store, cmd: TagOrganisations) -> OpResult[int]:
    """Let organisations bear a tag, by its name; returns how many did not bear it yet.

    Raises:
        KnownError: there is no such organisation, or no name.
    """
    name = " ".join(cmd.name.split())
    if not name:
        raise KnownError("tag_nameless", N_("A tag needs a name."), advice=N_("Type a word and try again."))
    known = next((tag for tag in store.find(Tag) if tag.name.casefold() == name.casefold()), None)
    tag = known or Tag(name=name)
    changes: list[Change] = [] if known else [Insert(tag)]
    present = {one.record_id: one for one in store.find(RecordTag, deleted=None, tag_id=tag.id)}
    turned = 0
    for organisation_id in dict.fromkeys(kept_organisation(store, one).id for one in cmd.organisation_ids):
        link = present.get(organisation_id)
        if link is not None and not link.deleted:
            continue
        turned += 1
        changes.append(_link(tag.id, organisation_id) if link is None else _taken_back(link))
    return OpResult(turned, store.apply(replace(cmd, name=tag.name), changes if turned else []))


def _link(tag_id: UUID, organisation_id: UUID) -> Change:
    member = set_member_id("record_tag", {"tag_id": tag_id, "record_id": organisation_id})
    return Insert(RecordTag(id=member, tag_id=tag_id, record_type="organisation", record_id=organisation_id))


def _taken_back(link: RecordTag) -> Change:
    return deletion("record_tag", link.id, deleted=False)


def set_tags(store: Store, cmd: SetTags) -> OpResult[tuple[Tag, ...]]:
    """Make a record bear exactly the tags named; upper and lower case are the same tag, new names make new ones.

    Raises:
        KnownError: there is no such record.
    """
    kind = RECORD_TYPES[cmd.record_type]
    record = store.get(kind.cls, cmd.record_id)
    known = {tag.name.casefold(): tag for tag in store.find(Tag)}
    wanted: dict[str, Tag] = {}
    changes: list[Change] = []
    for name in (" ".join(one.split()) for one in cmd.names):
        key = name.casefold()
        if not name or key in wanted:
            continue
        if key not in known:
            known[key] = Tag(name=name)
            changes.append(Insert(known[key]))
        wanted[key] = known[key]
    present = {one.tag_id: one for one in store.find(RecordTag, deleted=None, record_id=cmd.record_id)}
    chosen = {tag.id for tag in wanted.values()}
    for tag_id in (tag.id for tag in wanted.values()):
        if tag_id not in present:
            member = set_member_id("record_tag", {"tag_id": tag_id, "record_id": cmd.record_id})
            link = RecordTag(id=member, tag_id=tag_id, record_type=kind.key, record_id=cmd.record_id)
            changes.append(Insert(link))
        elif present[tag_id].deleted:
            changes.append(deletion("record_tag", present[tag_id].id, deleted=False))
    changes += [
        deletion("record_tag", one.id) for one in present.values() if one.tag_id not in chosen and not one.deleted
    ]
    return OpResult(tuple(wanted.values()), store.apply(replace(cmd, title=kind.title(record)), changes))
