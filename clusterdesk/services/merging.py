"""Merging organisations without rewriting a row of theirs, and taking a merge apart."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, OpResult, SetField, differences
from clusterdesk.domain.commands.merging import MergeOrganisations, UnmergeOrganisations
from clusterdesk.domain.merging import chosen, field_choices
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.merging import MergePreview
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.undo import inverse
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.merges import merge_trace, part_counts


def merge_preview(store: Store, kept_id: UUID, absorbed_id: UUID) -> MergePreview:
    """Show what merging two organisations would do: both values of each field, and what would be read together.

    Raises:
        KnownError: they are one already, or one of them does not exist or is in the bin.
    """
    kept, absorbed = _two(store, kept_id, absorbed_id)
    with store.read() as connection:
        parts = part_counts(connection, family_ids(connection, absorbed.id))
    return MergePreview(kept, absorbed, field_choices(kept, absorbed), parts)


def merge_organisations(store: Store, cmd: MergeOrganisations) -> OpResult[Organisation]:
    """Read one organisation as another from now on; returns the kept one.

    Sessions, files and contacts stay where they are: only the two organisations change.

    Raises:
        KnownError: as ``merge_preview``, or a choice is not possible.
    """
    kept, absorbed = _two(store, cmd.kept_id, cmd.absorbed_id)
    after = chosen(kept, absorbed, cmd.choices)
    merged = replace(absorbed, merged_into=kept.id, merged_on=cmd.on or store.clock.today())
    changes = [*differences(kept, after), *differences(absorbed, merged)]
    named = replace(cmd, kept_id=kept.id, absorbed=absorbed.name, kept=kept.name)
    return OpResult(after, store.apply(named, changes))


def unmerge_organisations(store: Store, cmd: UnmergeOrganisations) -> OpResult[Organisation]:
    """Let a merged organisation stand on its own; returns it.

    What the merge wrote into the kept organisation is taken back where nobody has changed it since.

    Raises:
        KnownError: the organisation is not merged.
    """
    absorbed = store.get(Organisation, cmd.absorbed_id)
    if absorbed.merged_into is None:
        raise KnownError(
            "not_merged",
            N_("“{name}” is not merged into another organisation."),
            advice=N_("Nothing has to be taken apart."),
            name=absorbed.name,
        )
    kept = store.get(Organisation, absorbed.merged_into)
    apart: list[Change] = [
        SetField("organisation", absorbed.id, "merged_into", None),
        SetField("organisation", absorbed.id, "merged_on", None),
    ]
    with store.read() as connection:
        trace = merge_trace(connection, absorbed.id)
        if trace is not None:
            own = {("organisation", absorbed.id, name) for name in ("merged_into", "merged_on")}
            apart += inverse(connection, trace.operation, leave={*trace.changed_since, *own})
    done = store.apply(replace(cmd, absorbed=absorbed.name, kept=kept.name), apart)
    return OpResult(store.get(Organisation, absorbed.id), done)


def _two(store: Store, kept_id: UUID, absorbed_id: UUID) -> tuple[Organisation, Organisation]:
    """Return the two as they are read today.

    Raises:
        KnownError: they are one already, or one of them is in the bin.
    """
    kept, absorbed = receiving_organisation(store, kept_id), receiving_organisation(store, absorbed_id)
    if kept.id == absorbed.id:
        raise KnownError(
            "merge_same",
            N_("“{name}” cannot be merged into itself: the two are read as one already."),
            advice=N_("Choose another organisation."),
            name=kept.name,
        )
    return kept, absorbed
