"""organisation tag: a tag for several organisations at once."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what several organisations can be given."""
    tagging = actions.add("tag", t("let organisations bear a tag, beside those they bear"), tag)
    tagging.wanted.add_argument("refs", metavar="REF", nargs="+", help=t("id, number or name"))
    tagging.options.add_argument("--tag", metavar=t("NAME"), required=True, help=t("the tag; a new name makes one"))


def tag(context: Context, options: Namespace) -> Answer:
    """Let organisations bear a tag."""
    from clusterdesk.domain.commands.organisations import TagOrganisations
    from clusterdesk.services.tags import add_tag

    ids = tuple(references.target(context, ref, "organisation") for ref in options.refs)
    number = add_tag(context.desk.store, TagOrganisations(organisation_ids=ids, name=options.tag)).output
    line = context.t.n(
        "{n} organisation bears the tag “{name}” now.", "{n} organisations bear the tag “{name}” now.",
        n=number, name=options.tag,
    )  # fmt: skip
    return Answer({"tag": options.tag, "tagged": number}, [Lines([line])])
