"""difficulty note, quote, touch, name, follow, similar, overview: what is known of the obstacles of the field."""

from argparse import Namespace
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli import difficulty_shapes, references, values
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.difficulty_answers import answer, day_given, meant
from clusterdesk.cli.parser import Actions, Parser
from clusterdesk.domain.commands import difficulties as asked
from clusterdesk.domain.record_types import RECORD_TYPES

_FIELDS = RECORD_TYPES["difficulty"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is noted of a difficulty, and how it is read."""
    noting = actions.add("note", t("note a draft with who meets it and what was said"), note)
    _add_noting(noting, t)
    quoting = actions.add("quote", t("add what somebody said, word for word"), quote)
    touching = actions.add("touch", t("say that an organisation meets it too"), touch)
    naming = actions.add("name", t("note that an organisation agrees to be named"), name)
    following = actions.add("follow", t("where it stands, what is possible, what happened"), follow)
    alike = actions.add("similar", t("which ones say much the same, and why"), similar)
    for one in (quoting, touching, naming, following, alike):
        one.wanted.add_argument("ref", metavar="REF", help=t("id or title of a difficulty"))
    quoting.wanted.add_argument("text", metavar=t("TEXT"), help=t("the words"))
    quoting.options.add_argument("--organisation", metavar="REF", help=t("who said it"))
    for one in (touching, naming):
        one.wanted.add_argument("organisation", metavar=t("ORGANISATION"), help=t("which one"))
    touching.options.add_argument("--remove", action="store_true", help=t("it does not meet it after all"))
    naming.options.add_argument("--by", metavar=t("NAME"), default="", help=t("who agreed for it"))
    naming.options.add_argument("--anonymous", action="store_true", help=t("no longer by name"))
    for one in (quoting, noting):
        one.options.add_argument("--session", metavar="REF", help=t("the session in which it was said"))
        one.options.add_argument("--visibility", metavar=t("VALUE"), help=t("shareable, internal or restricted"))
    for one in (noting, quoting, naming):
        one.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else that of the session, or today"))
    actions.add("overview", t("all of them by theme, with counts and delays"), overview)


def note(context: Context, options: Namespace) -> Answer:
    """Note a difficulty."""
    from clusterdesk.services.difficulties import note_difficulty

    met = tuple(references.target(context, one, "organisation") for one in options.organisation)
    visibility = _visibility(context, options)
    given: dict[str, Any] = {
        name: values.read(context, _FIELDS[name], f"--{name}", getattr(options, name))
        for name in ("severity", "cost", "currency")
        if getattr(options, name) is not None
    }
    own = met[0] if len(met) == 1 else None
    command = asked.NoteDifficulty(
        title=options.title,
        happens=options.happens,
        wish=options.wish,
        cost_remark=options.cost_remark,
        theme_id=references.target(context, options.theme, "difficulty_theme") if options.theme else None,
        organisation_ids=met,
        quotes=tuple(asked.NewQuote(text=text, organisation_id=own, **visibility) for text in options.quote),
        session_id=references.target(context, options.session, "session") if options.session else None,
        on=day_given(context, options),
        **given,
        **visibility,
    )
    done = note_difficulty(context.desk.store, command).output
    return answer(context, done.id, context.t("Difficulty noted: {title}", title=done.title))


def quote(context: Context, options: Namespace) -> Answer:
    """Add a quote."""
    from clusterdesk.services.difficulties import quote_difficulty

    found = meant(context, options)
    said = asked.NewQuote(
        text=options.text,
        organisation_id=references.target(context, options.organisation, "organisation")
        if options.organisation
        else None,
        session_id=references.target(context, options.session, "session") if options.session else None,
        on=day_given(context, options),
        **_visibility(context, options),
    )
    quote_difficulty(context.desk.store, asked.QuoteDifficulty(difficulty_id=found, quote=said))
    return answer(context, found, context.t("Quote noted."))


def touch(context: Context, options: Namespace) -> Answer:
    """Say that an organisation meets it, or does not after all."""
    from clusterdesk.services import difficulties

    found = meant(context, options)
    organisation_id = references.target(context, options.organisation, "organisation")
    if options.remove:
        gone = asked.RemoveTouched(difficulty_id=found, organisation_id=organisation_id)
        difficulties.remove_touched(context.desk.store, gone)
        return answer(context, found, context.t("Organisation taken away."))
    more = asked.AddTouched(difficulty_id=found, organisation_id=organisation_id)
    difficulties.add_touched(context.desk.store, more)
    return answer(context, found, context.t("Organisation added."))


def name(context: Context, options: Namespace) -> Answer:
    """Note an agreement to be named, or that there is none any more."""
    from clusterdesk.services.difficulties import agree_to_be_named

    found = meant(context, options)
    command = asked.AgreeToBeNamed(
        difficulty_id=found,
        organisation_id=references.target(context, options.organisation, "organisation"),
        named=not options.anonymous,
        by=options.by,
        on=day_given(context, options),
    )
    agree_to_be_named(context.desk.store, command)
    t = context.t
    return answer(context, found, t("It stays anonymous.") if options.anonymous else t("The agreement is noted."))


def follow(context: Context, options: Namespace) -> Answer:
    """Show where a difficulty stands."""
    return answer(context, meant(context, options))


def similar(context: Context, options: Namespace) -> Answer:
    """Show those that say much the same."""
    from clusterdesk.services.difficulty_views import similar_difficulties

    found = similar_difficulties(context.desk.store, meant(context, options))
    document = {"similar": [difficulty_shapes.similar_document(one) for one in found]}
    return Answer(document, [difficulty_shapes.similar_table(context, found)])


def overview(context: Context, options: Namespace) -> Answer:
    """Show all of them with counts and delays."""
    from clusterdesk.services.difficulty_views import list_difficulties

    data = list_difficulties(context.desk.store)
    return Answer(difficulty_shapes.list_document(context, data), difficulty_shapes.list_blocks(context, data))


def _add_noting(parser: Parser, t: Translate) -> None:
    text = t("TEXT")
    parser.options.add_argument("--title", metavar=text, default="", help=t("in one line; else the first words"))
    parser.options.add_argument("--happens", metavar=text, default="", help=t("what happens"))
    parser.options.add_argument("--wish", metavar=text, default="", help=t("what is wished for"))
    parser.options.add_argument("--theme", metavar="REF", help=t("one of the themes of difficulties"))
    parser.options.add_argument("--severity", metavar=t("VALUE"), help="annoying · costly · blocking · fatal")
    parser.options.add_argument("--cost", metavar=t("VALUE"), help=t("what it costs a year"))
    parser.options.add_argument("--currency", metavar=t("VALUE"), help="EUR")
    parser.options.add_argument("--cost-remark", metavar=text, default="", help=t("how it costs"))
    parser.options.add_argument(
        "--organisation", metavar="REF", action="append", default=[], help=t("who meets it (may be repeated)")
    )
    parser.options.add_argument(
        "--quote", metavar=text, action="append", default=[], help=t("what was said (may be repeated)")
    )


def _visibility(context: Context, options: Namespace) -> dict[str, Any]:
    if options.visibility is None:
        return {}
    return {"visibility": values.read(context, _FIELDS["visibility"], "--visibility", options.visibility)}
