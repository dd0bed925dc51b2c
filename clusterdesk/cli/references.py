"""REF: a record named by its id, its enterprise number in any form, or a name that matches once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.record_types import RECORD_TYPES

if TYPE_CHECKING:
    from clusterdesk.domain.views.record_ref import RecordRef

_MOST_SHOWN = 20
# A ledger is called as its organisation is: a name alone means the organisation.
_BINNED = tuple(key for key in RECORD_TYPES if key != "ledger")
# What a bare REF may be, in the order in which names are looked up.
NAMED_TYPES = (
    *(key for key in _BINNED if RECORD_TYPES[key].search_title),
    *("profile", "tag", "meeting", "meeting_decision", "open_question"),
)


def one(context: Context, text: str, keys: Sequence[str], *, deleted: bool = False) -> "RecordRef":
    """Return the record of these types that REF means.

    Raises:
        KnownError: there is none.
        WrongUseError: there are several; they are listed.
    """
    from clusterdesk.services import lookup

    found = lookup.meant(context.desk.store, text, keys, deleted=deleted)
    if len(found) > 1:
        raise several(context, text, found)
    if not found:
        raise _none(text, keys)
    return found[0]


def one_of_any_type(context: Context, text: str, *, deleted: bool = False) -> "RecordRef":
    """Return the record of any type that REF means: by id of every type, by name of those that have one."""
    keys = tuple(RECORD_TYPES) if _looks_like_id(text) else _BINNED if deleted else NAMED_TYPES
    return one(context, text, keys, deleted=deleted)


def named(context: Context, words: Sequence[str], command: str, *, deleted: bool = False) -> "RecordRef":
    """Return the record named by ``REF`` or ``TYPE REF``."""
    if len(words) > 2:
        raise WrongUseError(
            N_("These arguments are not known here: {names}."), names=" ".join(words[2:]), command=command
        )
    if len(words) == 2:
        return one(context, words[1], (record_type(words[0]),), deleted=deleted)
    return one_of_any_type(context, words[0], deleted=deleted)


def target(context: Context, text: str, key: str) -> UUID:
    """Return the id of the record that a field should point to; a merged organisation stands for the kept one."""
    found = one(context, text, (key,))
    if key == "organisation":
        from clusterdesk.services.kept import kept_organisation

        return kept_organisation(context.desk.store, found.id).id
    return found.id


def record_type(name: str) -> str:
    """Return the key of a record type as somebody wrote it.

    Raises:
        WrongUseError: there is no such type.
    """
    key = name.strip().lower().replace("-", "_")
    if key not in RECORD_TYPES:
        raise WrongUseError(N_("There is no kind of record “{name}”."), name=name)
    return key


def _looks_like_id(text: str) -> bool:
    try:
        UUID(text.strip())
    except ValueError:
        return False
    return True


def several(context: Context, text: str, found: Sequence["RecordRef"]) -> WrongUseError:
    """Return the error that lists the records a text may mean."""
    from clusterdesk.services.told_titles import told_title

    t = context.t
    shown = found[:_MOST_SHOWN]
    titles = [told_title(ref.record_type, ref.title, t, context.formats) for ref in shown]
    kinds = [t(RECORD_TYPES[ref.record_type].label) for ref in shown]
    lines = [f"{ref.id}  {title}  ({kind})" for ref, title, kind in zip(shown, titles, kinds, strict=True)]
    if len(found) > len(shown):
        lines.append(t.n("… and {n} more", "… and {n} more", n=len(found) - len(shown)))
    return WrongUseError(
        N_("“{text}” may mean {count} records."),
        code="ambiguous",
        advice=N_("Name one of them by its id."),
        text=text,
        count=len(found),
        lines=lines,
        details={"matches": [{"record_type": ref.record_type, "id": str(ref.id), "title": ref.title} for ref in shown]},
    )


def _none(text: str, keys: Sequence[str]) -> KnownError:
    if len(keys) == 1:
        return KnownError(
            "no_such_record",
            N_("“{text}” was not found among: {type_label}."),
            advice=N_("Look it up with “clusterdesk {command} list”, or name it by its id."),
            text=text,
            type_label=RECORD_TYPES[keys[0]].plural,
            command=keys[0].replace("_", "-"),
        )
    return KnownError(
        "no_such_record",
        N_("There is no record “{text}”."),
        advice=N_("Look it up with “clusterdesk search”, or name it by its id."),
        text=text,
    )
