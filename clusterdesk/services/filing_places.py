"""Where a dropped file belongs: by its code, by the hour it was taken, by who wrote it."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from clusterdesk.domain.dropped import DroppedFile, DroppedMail
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionState
from clusterdesk.domain.views.filing import FilingPlace, Reason
from clusterdesk.services.attestations import evidence_by_code
from clusterdesk.services.kept import kept_organisation
from clusterdesk.services.sessions import find_by_code
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.mailboxes import MailboxOwner, owners_in, owners_of

_BEFORE, _AFTER = timedelta(minutes=30), timedelta(minutes=120)
_USUAL_MINUTES = 90
# Mailboxes that say nothing about where somebody works.
_EVERYBODY = frozenset(
    (
        *("gmail.com", "googlemail.com", "outlook.com", "outlook.be", "hotmail.com", "hotmail.be", "hotmail.fr"),
        *("live.be", "live.com", "yahoo.com", "yahoo.fr", "icloud.com", "me.com", "skynet.be", "telenet.be"),
        *("proximus.be", "voo.be", "scarlet.be", "gmx.net", "protonmail.com", "proton.me"),
    )
)


def places_for(store: Store, dropped: DroppedFile) -> tuple[FilingPlace, ...]:
    """Return where a file may belong, the surest place first; none where it tells nothing."""
    found = [*_by_code(store, dropped.codes)]
    if dropped.taken_at is not None:
        found += _by_time(store, dropped.taken_at)
    if dropped.mail is not None:
        found += _by_mail(store, dropped.mail)
    first: dict[object, FilingPlace] = {}
    for one in found:
        first.setdefault((one.session_id, one.organisation_id, one.evidence_id), one)
    return tuple(first.values())


def _by_code(store: Store, codes: tuple[str, ...]) -> Iterator[FilingPlace]:
    for code in codes:
        for session in find_by_code(store, code):
            yield _place(store, session, Reason.CODE)
        for evidence in evidence_by_code(store, code):
            if evidence.organisation_id is not None:
                organisation = kept_organisation(store, evidence.organisation_id)
                yield FilingPlace(
                    organisation.id,
                    organisation.name,
                    Reason.CODE,
                    evidence_id=evidence.id,
                    title=evidence.title,
                )


def _by_time(store: Store, taken: datetime) -> list[FilingPlace]:
    sessions = [one for one in store.find(Session, on=taken.date()) if _is_met(one)]
    during = [one for one in sessions if _covers(one, taken.time())]
    if during:
        return [_place(store, one, Reason.HOUR) for one in during]
    return [_place(store, one, Reason.DAY) for one in sessions]


def _is_met(session: Session) -> bool:
    return session.kind is not SessionKind.MAIL and session.state is not SessionState.CANCELLED


def _covers(session: Session, hour: time) -> bool:
    if session.starts_at is None:
        return False
    begins = datetime.combine(session.on, session.starts_at)
    ends = begins + timedelta(minutes=session.minutes or _USUAL_MINUTES)
    return begins - _BEFORE <= datetime.combine(session.on, hour) <= ends + _AFTER


def _by_mail(store: Store, mail: DroppedMail) -> Iterator[FilingPlace]:
    ours = {one.mail.casefold() for one in store.find(Profile) if one.mail}
    addresses = [one.mailbox for one in (mail.sender, *mail.receivers) if one.mailbox and one.mailbox not in ours]
    domains = {address.rpartition("@")[2] for address in addresses} - _EVERYBODY
    domains -= {address.rpartition("@")[2] for address in ours}
    with store.read() as connection:
        exact = owners_of(connection, addresses)
        near = owners_in(connection, domains)
    yield from _owners(store, exact, Reason.MAILBOX)
    yield from _owners(store, near, Reason.DOMAIN)


def _owners(store: Store, owners: list[MailboxOwner], reason: Reason) -> Iterator[FilingPlace]:
    for owner in owners:
        organisation = kept_organisation(store, owner.organisation_id)
        if not organisation.deleted:
            contact = owner.contact_id if reason is Reason.MAILBOX else None
            yield FilingPlace(organisation.id, organisation.name, reason, contact_id=contact)


def _place(store: Store, session: Session, reason: Reason) -> FilingPlace:
    organisation = kept_organisation(store, session.organisation_id)
    return FilingPlace(
        organisation.id, organisation.name, reason, session.id, session.kind, session.on, session.starts_at
    )
