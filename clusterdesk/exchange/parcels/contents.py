"""What is in a parcel: the page, the chosen attachments, the answer form, the reminder."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import numbered, safe_filename
from clusterdesk.base.marks import N_
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.views.parcel import ParcelDocument, ParcelView
from clusterdesk.exchange.answers.form import FILENAME, FormFacts, answer_form
from clusterdesk.exchange.parcels.reminder import reminder
from clusterdesk.i18n.translator import Translator
from clusterdesk.store.desk_store import Store


@dataclass(frozen=True, slots=True)
class ParcelChoice:
    """What goes along: which documents (None: all that may), the answer form, the reminder."""

    documents: frozenset[UUID] | None = None
    form: bool = True
    reminder: bool = True


@dataclass(frozen=True, slots=True)
class ParcelFile:
    """A file of the parcel, its name safe and unique in it."""

    name: str
    content: bytes


def chosen_documents(view: ParcelView, choice: ParcelChoice) -> ParcelView:
    """Return the read model with the documents that are chosen only, so that its page names no other."""
    if choice.documents is None:
        return view
    return replace(view, documents=tuple(one for one in view.documents if one.id in choice.documents))


def parcel_files(
    store: Store, view: ParcelView, page: ParcelFile, choice: ParcelChoice, t: Translator
) -> tuple[ParcelFile, ...]:
    """Return all files of a parcel, its page first; ``view`` names the documents that go along.

    Raises:
        KnownError: a document is not shareable any more, its content is missing or damaged.
    """
    taken: set[str] = set()
    files = [page, *_documents(store, view.documents)]
    if choice.form:
        files.append(ParcelFile(FILENAME, answer_form(form_facts(view), t)))
    entry = reminder(view, store.clock.now(), t) if choice.reminder else None
    if entry is not None:
        files.append(ParcelFile(safe_filename(t("Reminder {token}", token=view.token), ".ics"), entry))
    return tuple(ParcelFile(_free(one.name, taken), one.content) for one in files)


def _documents(store: Store, documents: Iterable[ParcelDocument]) -> Iterator[ParcelFile]:
    for one in documents:
        document = store.get(Document, one.id)
        if document.visibility is not Visibility.SHAREABLE:  # it may have changed since the page was read
            raise KnownError(
                "parcel_document",
                N_("“{name}” is not shareable: it does not go into a parcel."),
                advice=N_("Leave it out, or change who may read it on the page of the organisation."),
                name=document.name,
            )
        yield ParcelFile(safe_filename(document.name), store.documents.read(document.sha256))


def form_facts(view: ParcelView) -> FormFacts:
    """Return what the answer form tells: what goes to the team anyhow."""
    return FormFacts(
        token=view.token,
        organisation=view.organisation,
        need=view.need,
        asked=view.asked,
        team=view.team,
        sender=view.manager.name,
        reply_to=view.manager.mail,
        due_on=view.due_on,
    )


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no file of the parcel has yet, whatever the case of its letters."""
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = numbered(name, number)
    taken.add(free.casefold())
    return free
