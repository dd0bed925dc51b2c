"""Titles, operations and authors as people read them; JSON has them as they are kept."""

from typing import TYPE_CHECKING

from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from clusterdesk.domain.commands.base import Label


def title(context: Context, record_type: str, text: str) -> str:
    """Return the title of a record."""
    from clusterdesk.services.told_titles import told_title

    return told_title(record_type, text, context.t, context.formats)


def operation(context: Context, label: "Label") -> str:
    """Return the label of an operation."""
    from clusterdesk.services.told_titles import told_operation

    return told_operation(label, context.t, context.formats)


def author(context: Context, name: str) -> str:
    """Return who did something, or that no name was given in the settings then."""
    return name or context.t("(no name given)")
