"""about: the version, and everything the program is made of with its licence."""

from argparse import Namespace

from clusterdesk import __version__
from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add what may be given."""
    parser.wanted.add_argument("part", metavar=t("NAME"), nargs="?", help=t("print the licence of one part"))
    parser.set_defaults(handler=about)


def about(context: Context, options: Namespace) -> Answer:
    """List the parts, or print the licence of one."""
    from clusterdesk.config.licences import licences, versions

    t, parts = context.t, licences()
    if options.part:
        found = next((one for one in parts if one.name.casefold() == options.part.strip().casefold()), None)
        if found is None:
            raise WrongUseError(N_("There is no part named “{name}”."), name=options.part)
        said = {"name": found.name, "version": found.version, "licence": found.licence, "text": found.text()}
        return Answer(said, [Lines([found.text() or found.licence])])
    rows = [[one.name, one.version, t(one.kind), one.licence] for one in parts]
    document = {
        "version": __version__,
        "parts": [
            {"name": one.name, "version": one.version, "kind": t(one.kind), "licence": one.licence} for one in parts
        ],
    }
    table = Table([t("Name"), t("Version"), t("Kind"), t("Licence")], rows)
    return Answer(document, [Lines([versions(), ""]), table])
