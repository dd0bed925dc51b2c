"""difficulty paper, difficulty roll-up: what is sent up, read by a person before it is saved."""

from argparse import Namespace
from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.cli import paper_leaving, paper_reading, references
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import LANGUAGES, Actions, Parser

if TYPE_CHECKING:
    from clusterdesk.domain.commands.difficulty_papers import PaperWanted

_EDITIONS = ("anonymous", "agreed", "internal")


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the papers that are made of difficulties."""
    paper = actions.add("paper", t("the one-page note that is sent up: --preview, then --save"), one_paper)
    paper.wanted.add_argument("ref", metavar="REF", help=t("id or title of a difficulty"))
    rolled = actions.add("roll-up", t("all difficulties by theme, to be sent up: --preview, then --save"), roll_up)
    rolled.wanted.add_argument("refs", metavar="REF", nargs="*", help=t("which; else all but drafts"))
    rolled.options.add_argument("--theme", metavar="REF", action="append", help=t("only of this theme; repeatable"))
    rolled.options.add_argument(
        "--state",
        metavar=t("VALUE"),
        action="append",
        help=t("only in this state (draft, approved, sent …); repeatable"),
    )
    for one in (paper, rolled):
        _add_options(one, t)


def _add_options(parser: Parser, t: Translate) -> None:
    options = parser.options
    options.add_argument("--preview", action="store_true", help=t("show exactly what would leave, and ask if it may"))
    options.add_argument("--save", metavar=t("FILE"), help=t("write it: .pdf, .docx, or a folder; only what was read"))
    options.add_argument("--send", action="store_true", help=t("put it into the outbox for the team’s folder"))
    options.add_argument(
        "--read", metavar=t("SUM"), help=t("say that you have read it: the first letters of the sum under the preview")
    )
    options.add_argument(
        "--edition", choices=_EDITIONS, default=_EDITIONS[0], metavar="|".join(_EDITIONS), help=t("who stands by name")
    )
    options.add_argument(
        "--in", dest="document_language", metavar="fr|nl|en", choices=LANGUAGES, help=t("language of the document")
    )
    options.add_argument(
        "--block", metavar=t("WORD"), action="append", default=[], help=t("block this word as well; repeatable")
    )
    options.add_argument(
        "--leave", metavar=t("WORD"), action="append", default=[], help=t("leave this word as it is; repeatable")
    )
    options.add_argument(
        "--by", metavar=t("NAME"), default="", help=t("who has read it; else the name of the settings")
    )


def one_paper(context: Context, options: Namespace) -> Answer:
    """Show, release or save the note of a difficulty."""
    return _handle(context, options, (references.one(context, options.ref, ("difficulty",)).id,), together=False)


def roll_up(context: Context, options: Namespace) -> Answer:
    """Show, release or save the roll-up of many difficulties."""
    from clusterdesk.cli import values
    from clusterdesk.domain.record_types import RECORD_TYPES
    from clusterdesk.services.paper_choices import roll_up_ids

    if options.refs:
        ids = tuple(references.one(context, ref, ("difficulty",)).id for ref in options.refs)
    else:
        spec = RECORD_TYPES["difficulty"].fields["state"]
        states = [values.read(context, spec, "--state", text) for text in options.state] if options.state else None
        themes = [references.target(context, ref, "difficulty_theme") for ref in options.theme or ()] or None
        ids = roll_up_ids(context.desk.store, theme_ids=themes, states=states)
    return _handle(context, options, ids, together=True)


def _handle(context: Context, options: Namespace, ids: "tuple[object, ...]", *, together: bool) -> Answer:
    from clusterdesk.domain.commands.difficulty_papers import PaperWanted
    from clusterdesk.domain.views.difficulty_papers import Naming
    from clusterdesk.services.difficulty_papers import difficulty_paper

    wanted = PaperWanted(
        difficulty_ids=ids,  # type: ignore[arg-type]
        language=options.document_language or context.settings.default_document_language,
        roll_up=together,
        naming=Naming(options.edition),
    )
    wanted = _with_words(context, wanted, options)
    paper = difficulty_paper(context.desk.store, wanted, author=context.settings.profile_name)
    if options.read:
        paper_reading.take_reading(context, wanted, paper, options)
    if options.save or options.send:
        return paper_leaving.leave(context, paper, options)
    return paper_reading.preview(context, wanted, paper, options)


def _with_words(context: Context, wanted: "PaperWanted", options: Namespace) -> "PaperWanted":
    """Return what is wanted with the words that were given added to those chosen before."""
    from dataclasses import replace

    from clusterdesk.services.paper_choices import chosen_words

    if not options.block and not options.leave:
        return wanted
    chosen = chosen_words(context.desk.store, wanted.difficulty_ids)
    for word in options.block:
        chosen = chosen.blocking(word)
    for word in options.leave:
        chosen = chosen.allowing(word)
    return replace(wanted, chosen=chosen)
