"""programme show, carry-over, rank, turnout: a year against what it owes, its themes, who came."""

from argparse import Namespace

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import programme_shapes
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.commands.programme import CarryOver, RankThemes


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of programme."""
    actions = parser.actions("action", t)
    showing = actions.add("show", t("commitments against what is planned and held, events, themes"), show)
    carrying = actions.add(
        "carry-over", t("give a year the commitments of another one, or of a usual year"), carry_over
    )
    ranking = actions.add("rank", t("rank the themes of a year by their votes"), rank)
    counting = actions.add("turnout", t("who came to what, and who never does"), turnout)
    counting.options.add_argument(
        "--months", metavar="N", type=int, help=t("of the last so many months, up to today, instead of a year")
    )
    for one in (showing, ranking, counting):
        one.wanted.add_argument("year", metavar=t("YEAR"), nargs="?", type=int, help=t("the year; else this one"))
    carrying.wanted.add_argument("year", metavar=t("YEAR"), type=int, help=t("the year that gets them"))
    carrying.options.add_argument(
        "--from", dest="from_year", metavar=t("YEAR"), type=int, help=t("whose commitments; else those of a usual year")
    )


def show(context: Context, options: Namespace) -> Answer:
    """Show a year."""
    from clusterdesk.services.programme_views import read_year

    year = read_year(context.desk.store, _year(context, options))
    return Answer(programme_shapes.year_document(context, year), programme_shapes.year_blocks(context, year))


def carry_over(context: Context, options: Namespace) -> Answer:
    """Give a year its commitments."""
    from clusterdesk.services import programme
    from clusterdesk.services.programme_views import read_year

    command = CarryOver(year=options.year, from_year=options.from_year)
    made = programme.carry_over(context.desk.store, command).output
    year = read_year(context.desk.store, options.year)
    said = context.t.n("{n} commitment noted.", "{n} commitments noted.", n=len(made))
    blocks = [Lines([said]), *programme_shapes.year_blocks(context, year)]
    return Answer({**programme_shapes.year_document(context, year), "added": len(made)}, blocks)


def rank(context: Context, options: Namespace) -> Answer:
    """Rank the themes of a year."""
    from clusterdesk.services import programme
    from clusterdesk.services.programme_views import read_year

    asked = _year(context, options)
    programme.rank_themes(context.desk.store, RankThemes(year=asked))
    themes = read_year(context.desk.store, asked).themes
    document = {"year": asked, "themes": [programme_shapes.theme_document(one) for one in themes]}
    return Answer(document, [programme_shapes.themes_table(context, themes)])


def turnout(context: Context, options: Namespace) -> Answer:
    """Show who came in a year, or in the last months."""
    from clusterdesk.services.turnout import read_recent_turnout, read_turnout

    store = context.desk.store
    if options.months is None:
        found = read_turnout(store, _year(context, options))
    elif options.year is not None:
        raise KnownError(
            "year_or_months", N_("A year and a number of months are two questions."), advice=N_("Give one of them.")
        )
    else:
        found = read_recent_turnout(store, options.months, context.desk.clock.today())
    return Answer(programme_shapes.turnout_document(found), programme_shapes.turnout_blocks(context, found))


def _year(context: Context, options: Namespace) -> int:
    given: int | None = options.year
    return context.desk.clock.today().year if given is None else given
