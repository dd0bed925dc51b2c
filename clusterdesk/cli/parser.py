"""An argument parser that speaks the user's language and raises our errors."""

import argparse
from collections.abc import Callable
from functools import partial
from typing import IO, Any, NoReturn, cast

from clusterdesk.base.errors import Translate
from clusterdesk.cli.wrong_use import from_argparse

LANGUAGES = ("fr", "nl", "en")


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Help with our word for "usage"; what it says are words, in which a percent sign is one."""

    def __init__(self, prog: str, *, usage_word: str, **more: Any) -> None:  # noqa: ANN401 - what argparse hands over
        """Keep the word."""
        super().__init__(prog, **more)
        self.usage_word = usage_word

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401
        """Put our word before the line of usage."""
        super().add_usage(usage, actions, groups, self.usage_word if prefix is None else prefix)

    def _expand_help(self, action: argparse.Action) -> str:
        return action.help or ""


def heading(words: str, t: Translate) -> str:
    """Return a heading as argparse wants it, to which it adds a colon: in French a space comes first."""
    return t("{heading}:", heading=words).removesuffix(":")


class Parser(argparse.ArgumentParser):
    """The parser of one command; options are never guessed from their beginning."""

    def __init__(self, *, prog: str, t: Translate, description: str = "", **more: Any) -> None:  # noqa: ANN401
        """Make a parser with the options that exist everywhere."""
        super().__init__(
            prog=prog,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(HelpFormatter, usage_word=t("Usage: ")),
            **more,
        )
        self.t = t
        self.wanted = self.add_argument_group(heading(t("What to give"), t))
        self.options = self.add_argument_group(heading(t("Options"), t))
        add_everywhere(self, t)

    def error(self, message: str) -> NoReturn:
        """Raise our error instead of leaving."""
        raise from_argparse(message, self.prog)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave after the help was shown."""
        raise SystemExit(status)

    def print_help(self, file: IO[str] | None = None) -> None:  # type: ignore[override]
        """Print the help on standard output."""
        super().print_help(file)

    def actions(self, name: str, t: Translate) -> "Actions":
        """Let the command have actions of its own (list, show, add …), one of them needed."""
        return Actions(self, name, t)


class Actions:
    """The actions of a command."""

    def __init__(self, parser: Parser, name: str, t: Translate) -> None:
        """Prepare the place for the actions."""
        self._t = t
        self._prog = parser.prog
        self._subparsers = parser.add_subparsers(
            title=heading(t("What to do"), t),
            dest=name,
            metavar=t("ACTION"),
            required=True,
            parser_class=cast("type[Parser]", self._parser),
        )

    def _parser(self, **more: Any) -> Parser:  # noqa: ANN401 - what argparse hands over
        return Parser(t=self._t, **more)

    def add(self, name: str, help_text: str, handler: Callable[..., Any], aliases: tuple[str, ...] = ()) -> Parser:
        """Add an action; ``help_text`` is translated already."""
        made: Parser = self._subparsers.add_parser(
            name, help=help_text, description=help_text, prog=f"{self._prog} {name}", aliases=list(aliases)
        )
        made.set_defaults(handler=handler)
        return made


def add_everywhere(parser: argparse.ArgumentParser, t: Translate) -> None:
    """Add the options that every command takes, before and after its action."""
    group = parser.add_argument_group(heading(t("Everywhere"), t))
    kept: dict[str, Any] = {"default": argparse.SUPPRESS}
    group.add_argument("--binder", metavar=t("PATH"), help=t("folder of the binder"), **kept)
    group.add_argument(
        "--language", choices=LANGUAGES, metavar="fr|nl|en", help=t("language of what is printed here"), **kept
    )
    group.add_argument("--json", action="store_true", help=t("print one JSON document and nothing else"), **kept)
    group.add_argument("--yes", "-y", action="store_true", help=t("do not ask, do it"), **kept)
    group.add_argument("--quiet", "-q", action="store_true", help=t("leave out progress and messages"), **kept)
    group.add_argument("--help", "-h", action="help", help=t("show this help"))
