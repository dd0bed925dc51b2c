"""organisation merge and unmerge: two records read as one, and taken apart again."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.record_types import RECORD_TYPES

if TYPE_CHECKING:
    from clusterdesk.domain.merging import Side
    from clusterdesk.domain.views.merging import MergePreview


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what only organisations have."""
    merging = actions.add("merge", t("read a second organisation as the first from now on"), merge)
    merging.wanted.add_argument("kept", metavar="KEPT", help=t("the organisation that stays"))
    merging.wanted.add_argument("absorbed", metavar="ABSORBED", help=t("the one that is read as it"))
    merging.options.add_argument(
        "--keep",
        metavar=t("FIELD=kept|absorbed|both"),
        action="append",
        default=[],
        help=t("whose value a field keeps; may be repeated"),
    )
    merging.options.add_argument("--dry-run", action="store_true", help=t("only show what would happen"))
    unmerging = actions.add("unmerge", t("let a merged organisation stand on its own again"), unmerge)
    unmerging.wanted.add_argument("ref", metavar="REF", help=t("id, number or name"))


def merge(context: Context, options: Namespace) -> Answer:
    """Merge two organisations, or show what that would do."""
    from clusterdesk.domain.commands.merging import MergeOrganisations
    from clusterdesk.services import merging

    store = context.desk.store
    kept, absorbed = (references.one(context, text, ("organisation",)) for text in (options.kept, options.absorbed))
    choices = dict(_choice(text) for text in options.keep)
    preview = merging.merge_preview(store, kept.id, absorbed.id)
    document = _preview_document(preview, choices)
    table = _preview_table(context, preview, choices)
    if options.dry_run:
        return Answer({**document, "merged": False}, [table])
    command = MergeOrganisations(kept_id=kept.id, absorbed_id=absorbed.id, choices=choices)
    merging.merge_organisations(store, command)
    line = context.t("“{absorbed}” is now read as “{kept}”.", absorbed=absorbed.title, kept=kept.title)
    notes = [context.t("The two had different enterprise numbers.")] if preview.two_numbers else []
    return Answer({**document, "merged": True}, [table, Lines([line])], notes)


def _choice(text: str) -> "tuple[str, Side]":
    from clusterdesk.domain.merging import Side

    name, _, side = text.partition("=")
    try:
        return name.strip().replace("-", "_"), Side(side.strip().lower())
    except ValueError:
        raise WrongUseError(
            N_("“{value}” is not known for {name}. Use one of: {choices}."),
            code="unknown_choice",
            value=text,
            name="--keep",
            choices=", ".join(f"{name or 'FIELD'}={one.value}" for one in Side),
        ) from None


def _preview_document(preview: "MergePreview", choices: "dict[str, Side]") -> dict[str, Any]:
    return {
        "kept": {"id": str(preview.kept.id), "name": preview.kept.name},
        "absorbed": {"id": str(preview.absorbed.id), "name": preview.absorbed.name},
        "two_numbers": preview.two_numbers,
        "fields": [
            {
                "field": one.field,
                "kept": values.plain(one.kept),
                "absorbed": values.plain(one.absorbed),
                "chosen": choices.get(one.field, one.suggested).value,
                "differs": one.differs,
            }
            for one in preview.fields
        ],
        "parts": dict(preview.parts),
    }


def _preview_table(context: Context, preview: "MergePreview", choices: "dict[str, Side]") -> Table:
    t = context.t
    sides = {"kept": t("first"), "absorbed": t("second"), "both": t("both")}
    rows = [
        [
            t(one.label),
            values.shown(context, one.kept),
            values.shown(context, one.absorbed),
            sides[choices.get(one.field, one.suggested).value],
        ]
        for one in preview.fields
        if one.differs
    ]
    rows += [["+ " + t(RECORD_TYPES[key].plural), "", str(count), ""] for key, count in preview.parts.items()]
    return Table([t("Field"), preview.kept.name, preview.absorbed.name, t("Kept value")], rows)


def unmerge(context: Context, options: Namespace) -> Answer:
    """Take a merge apart."""
    from clusterdesk.domain.commands.merging import UnmergeOrganisations
    from clusterdesk.services import merging

    found = references.one(context, options.ref, ("organisation",))
    result = merging.unmerge_organisations(context.desk.store, UnmergeOrganisations(absorbed_id=found.id))
    document = {"id": str(found.id), "name": result.output.name, "unmerged": True}
    return Answer(document, [Lines([context.t("“{name}” stands on its own again.", name=result.output.name)])])
