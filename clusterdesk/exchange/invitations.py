"""The mail drafts that invite people to an event: one a language, addresses hidden from each other, with the .ics."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from clusterdesk.base.filenames import unique_path
from clusterdesk.base.told_file import write_file
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.programme import ProgrammeEvent
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.invitations import Candidate
from clusterdesk.exchange.calendar.write import event_file
from clusterdesk.exchange.mail import Attachment, MailDraft, Receiver, mail_draft
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.kept import kept_organisation
from clusterdesk.services.programme import check_may_leave, standing_event
from clusterdesk.store.desk_store import Store

LANGUAGES = ("fr", "nl", "en")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that was written, in which language, to how many."""

    path: Path
    language: str
    count: int


def write_drafts(
    store: Store, event_id: UUID, people: Sequence[Candidate], *, author: str, usual: str, folder: Path | None = None
) -> list[Draft]:
    """Write a draft for each language that the people speak; ``usual`` is that of those who speak no known one.

    Raises:
        KnownError: the event may not leave, an address is none, or the folder cannot be written.
    """
    event = standing_event(store, event_id)
    check_may_leave(event, Edition.SHAREABLE)
    host = kept_organisation(store, event.host_id) if event.host_id is not None else None
    place = folder or store.folder.outbox / "mail"
    written = []
    for language in LANGUAGES:
        mine = [one for one in people if (one.language if one.language in LANGUAGES else usual) == language]
        if mine:
            t = Translator(language)
            draft = _draft(store, event, host, mine, author, t)
            path = unique_path(place, t("{date} Invitation – {title}", date=event.on, title=event.title) + ".eml")
            write_file(path, mail_draft(draft))
            written.append(Draft(path, language, len(mine)))
    return written


def _draft(
    store: Store,
    event: ProgrammeEvent,
    host: Organisation | None,
    people: Sequence[Candidate],
    author: str,
    t: Translator,
) -> MailDraft:
    formats = Formats(t.language)
    appointment = t("{date} {title}", date=event.on, title=event.title) + ".ics"
    return MailDraft(
        subject=t("Invitation: {title} – {day}", title=event.title, day=formats.date(event.on)),
        body=_body(event, host, author, t, formats),
        hidden=tuple({one.mail.casefold(): Receiver(one.mail, one.name) for one in people}.values()),
        attachments=(Attachment(appointment, event_file(store, event.id, t)),),
    )


def _body(event: ProgrammeEvent, host: Organisation | None, author: str, t: Translator, formats: Formats) -> str:
    name = host.name if host is not None else ""
    where = " – ".join(dict.fromkeys(one for one in (name, event.place) if one))
    facts = [t("When: {moment}", moment=_when(event, t, formats))]
    if where:
        facts.append(t("Where: {place}", place=where))
    if event.capacity:
        facts.append(t.n("{n} place", "{n} places", n=event.capacity))
    parts = [
        t("Hello,"),
        t("We would like to see you at “{title}”.", title=event.title),
        "\n".join(facts),
        event.description.strip(),
        t("Are you coming, and with whom? Simply answer this mail; the appointment is attached."),
        t("Kind regards,\n{author}", author=author),
    ]
    return "\n\n".join(one for one in parts if one) + "\n"


def _when(event: ProgrammeEvent, t: Translator, formats: Formats) -> str:
    day = formats.long_date(event.on)
    if event.to_on is not None and event.to_on > event.on:
        return t("{first} – {last}", first=day, last=formats.long_date(event.to_on))
    hours = "–".join(formats.time(one) for one in (event.starts_at, event.ends_at) if one is not None)
    return t("{date}, {hour}", date=day, hour=hours) if hours else day
