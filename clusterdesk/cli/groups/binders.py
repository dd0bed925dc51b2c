"""binder: making binders, choosing the usual one, seeing which there are."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context, binder_path
from clusterdesk.cli.parser import Parser


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of binders."""
    actions = parser.actions("action", t)
    making = actions.add("create", t("make an empty binder with the shipped lists"), create)
    making.wanted.add_argument("path", metavar=t("PATH"), help=t("folder of the new binder"))
    opening = actions.add("open", t("take a binder as the usual one"), choose)
    opening.wanted.add_argument("path", metavar=t("PATH"), help=t("folder of the binder"))
    actions.add("list", t("the binders of this computer’s usual place"), list_binders)


def create(context: Context, options: Namespace) -> Answer:
    """Make a binder and take it as the usual one where there was none."""
    from clusterdesk.services.binders import create_binder

    path = binder_path(options.path).absolute()
    store = create_binder(path, author=context.settings.profile_name)
    binder_id = str(store.binder_id)
    store.close()
    if not context.settings.last_binder:
        context.settings_store.change(last_binder=str(path))
    line = context.t("The binder was made: {path}", path=path)
    return Answer({"binder": str(path), "id": binder_id}, [Lines([line])])


def choose(context: Context, options: Namespace) -> Answer:
    """Open a binder to see that it is sound enough, and remember it."""
    from clusterdesk.services.binders import with_recent

    path = binder_path(options.path).absolute()
    context.options.binder = str(path)
    store = context.desk.store
    recent = with_recent(context.settings, path)
    context.settings_store.change(last_binder=str(path), recent_binders=recent)
    document = {"binder": str(path), "id": str(store.binder_id), "sample": store.is_sample}
    return Answer(document, [Lines([context.t("The usual binder is now {path}", path=path)])])


def list_binders(context: Context, options: Namespace) -> Answer:
    """List the usual binder, those opened lately, and those in the usual place."""
    from clusterdesk.config.paths import binders_dir
    from clusterdesk.services.binders import known_binders

    found = known_binders(context.settings)
    items = [{"binder": str(known.path), "name": known.name, "usual": known.usual} for known in found]
    document = {"folder": str(binders_dir()), "items": items}
    t = context.t
    if not items:
        return Answer(document, [Lines([t("There is no binder yet: clusterdesk binder create PATH")])])
    rows = [[str(item["name"]), t("yes") if item["usual"] else "", str(item["binder"])] for item in items]
    return Answer(document, [Table([t("Name"), t("Usual"), t("Folder")], rows)])
