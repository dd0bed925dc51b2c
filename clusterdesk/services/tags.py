"""Tags of records, given by their names."""

from dataclasses import replace

from clusterdesk.domain.changes import Change, Insert, OpResult, deletion
from clusterdesk.domain.commands.organisations import SetTags
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.lists import RecordTag, Tag
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.store.desk_store import Store


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
