"""settings: reading and changing what this user prefers."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.config.settings import parsed, spec_of, specs


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of the settings."""
    actions = parser.actions("action", t)
    actions.add("list", t("all settings with their values"), list_settings)
    getting = actions.add("get", t("the value of one setting"), get)
    getting.wanted.add_argument("key", metavar=t("KEY"), help=t("name of the setting"))
    setting = actions.add("set", t("give a setting a value"), set_value)
    setting.wanted.add_argument("key", metavar=t("KEY"), help=t("name of the setting"))
    setting.wanted.add_argument("value", metavar=t("VALUE"), help=t("the new value"))


def list_settings(context: Context, options: Namespace) -> Answer:
    """List the settings in force."""
    t, settings = context.t, context.settings
    values = {key: getattr(settings, key) for key in specs()}
    document = {
        "path": str(context.settings_store.path),
        "settings": values,
        "details": [
            {
                "key": spec.key,
                "value": values[spec.key],
                "default": spec.default,
                "choices": list(spec.choices),
                "help": t(spec.help),
            }
            for spec in specs().values()
        ],
    }
    rows = [[spec.key, _shown(values[spec.key]), t(spec.help)] for spec in specs().values()]
    notes = [notice.texts(t).message for notice in context.settings_store.notices]
    return Answer(document, [Table([t("Setting"), t("Value"), t("Meaning")], rows)], notes)


def get(context: Context, options: Namespace) -> Answer:
    """Return one value."""
    key = _key(options.key)
    value = getattr(context.settings, key)
    return Answer({"key": key, "value": value}, [Lines([_shown(value)])])


def set_value(context: Context, options: Namespace) -> Answer:
    """Change one value."""
    key = _key(options.key)
    with _told_as_wrong_use():
        parsed(spec_of(key), options.value)
    value = context.settings_store.set(key, options.value)
    notes = list(_logo_notes(context, str(value))) if key == "house_logo" and value else []
    return Answer({"key": key, "value": value}, [Lines([f"{key} = {_shown(value)}"])], notes)


def _logo_notes(context: Context, value: str) -> Iterator[str]:
    """Yield what is to be said of a logo: the setting is kept all the same, for a drive may not be there now."""
    path = Path(value).expanduser()
    if not path.is_file():
        yield context.t("There is no file {path} now; pages are printed without the logo.", path=value)
    elif path.suffix.lower() == ".svg":
        yield context.t("SVG logos are printed from the window only; choose it there, and a copy for all is made.")


def _key(text: str) -> str:
    """Return the key that was named, dashes as good as underscores.

    Raises:
        WrongUseError: there is no such setting.
    """
    with _told_as_wrong_use():
        return spec_of(text.strip().replace("-", "_")).key


@contextmanager
def _told_as_wrong_use() -> Iterator[None]:
    """Tell a name or a value that no setting has as what it is on the command line: a word not understood."""
    try:
        yield
    except KnownError as error:
        params: dict[str, Any] = dict(error.params)
        raise WrongUseError(error.message, code=error.code, advice=error.advice, **params) from error


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
