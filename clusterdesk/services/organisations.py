"""What happens to an organisation: entered, numbered, moved, joined, left, tagged."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.organisations import (
    AddOrganisation,
    ChangeMembership,
    MoveOrganisation,
    PinSummary,
    SetEnterpriseNumber,
    SetSituation,
)
from clusterdesk.domain.dated import in_force
from clusterdesk.domain.identifiers import parse_enterprise_number, parse_mail, parse_phone, show_enterprise_number
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.organisations import (
    Address,
    AddressKind,
    ContactPoint,
    ContactPointKind,
    Membership,
    Organisation,
    OrganisationStatus,
)
from clusterdesk.services.kept import kept_organisation, receiving_organisation
from clusterdesk.store.desk_store import Store

SUMMARY_LENGTH = 320


def add_organisation(store: Store, cmd: AddOrganisation) -> OpResult[Organisation]:
    """Enter an organisation with its seat, phone, mail and membership, in one step.

    Raises:
        KnownError: the name is empty, or the number is mistyped or belongs to another organisation.
    """
    organisation, changes = organisation_changes(store, cmd)
    return OpResult(organisation, store.apply(replace(cmd, title=organisation.name), changes))


def organisation_changes(store: Store, cmd: AddOrganisation) -> tuple[Organisation, list[Change]]:
    """Return a new organisation, and what enters it with its seat, phone, mail and membership.

    Raises:
        KnownError: as ``add_organisation``.
    """
    name = one_line(cmd.title)
    if not name:
        raise KnownError(
            "name_missing",
            N_("A record of the kind “{type_label}” needs a name."),
            advice=N_("Type a name and try again."),
            type_label=N_("Organisation"),
        )
    organisation = Organisation(
        name=name,
        kind=cmd.kind,
        enterprise_number=read_number(store, cmd.enterprise_number),
        legal_form=cmd.legal_form.strip() or None,
        languages=cmd.languages,
    )
    own = organisation.id
    changes: list[Change] = [Insert(organisation)]
    if cmd.street or cmd.postcode or cmd.city:
        changes.append(Insert(Address(organisation_id=own, street=cmd.street, postcode=cmd.postcode, city=cmd.city)))
    if phone := parse_phone(cmd.phone).value:
        changes.append(Insert(ContactPoint(organisation_id=own, value=phone)))
    if mail := parse_mail(cmd.mail).value:
        changes.append(Insert(ContactPoint(organisation_id=own, kind=ContactPointKind.MAIL, value=mail)))
    if cmd.membership is not None:
        today = PartialDate.of(store.clock.today())
        changes.append(Insert(Membership(organisation_id=own, status=cmd.membership, from_on=today)))
    return organisation, changes


def set_enterprise_number(store: Store, cmd: SetEnterpriseNumber) -> OpResult[Organisation]:
    """Complete the record of an organisation with its number: the same record, not a new one.

    Raises:
        KnownError: the number is mistyped, or belongs to another organisation.
    """
    before = kept_organisation(store, cmd.organisation_id)
    after = replace(before, enterprise_number=read_number(store, cmd.number, owner=before.id))
    return OpResult(after, store.apply(replace(cmd, title=before.name), differences(before, after)))


def pin_summary(store: Store, cmd: PinSummary) -> OpResult[Organisation]:
    """Pin what an organisation is.

    Raises:
        KnownError: the text is longer than 320 characters.
    """
    text = cmd.text.strip()
    if len(text) > SUMMARY_LENGTH:
        raise KnownError(
            "summary_long",
            N_("The summary has {length} characters; {limit} fit on the visit sheet."),
            advice=N_("Shorten it; longer texts belong in the notes."),
            length=len(text),
            limit=SUMMARY_LENGTH,
        )
    before = kept_organisation(store, cmd.organisation_id)
    after = replace(before, summary=text)
    return OpResult(after, store.apply(replace(cmd, title=before.name), differences(before, after)))


def move_organisation(store: Store, cmd: MoveOrganisation) -> OpResult[Address]:
    """Give an organisation a new seat; the present one ends the day before, and stays for the counts of its time."""
    organisation = receiving_organisation(store, cmd.organisation_id)
    from_on = cmd.from_on or PartialDate.of(store.clock.today())
    seats = store.find(Address, organisation_id=organisation.id, kind=AddressKind.SEAT, revoked_on=None)
    changes: list[Change] = []
    for seat in seats:
        if seat.to_on is None:
            changes += differences(seat, replace(seat, to_on=from_on.day_before()))
    seat = Address(
        organisation_id=organisation.id,
        street=cmd.street,
        postcode=cmd.postcode,
        city=cmd.city,
        country=cmd.country,
        from_on=from_on,
    )
    return OpResult(seat, store.apply(replace(cmd, title=organisation.name), [*changes, Insert(seat)]))


def change_membership(store: Store, cmd: ChangeMembership) -> OpResult[Membership]:
    """End the present membership and begin another one; results stay whatever the status."""
    organisation = receiving_organisation(store, cmd.organisation_id)
    from_on = cmd.from_on or PartialDate.of(store.clock.today())
    present = store.find(Membership, organisation_id=organisation.id, revoked_on=None)
    changes: list[Change] = []
    current = in_force([one for one in present if one.to_on is None], from_on.earliest())
    if current is not None:
        changes += differences(current, replace(current, to_on=from_on.day_before()))
    membership = Membership(organisation_id=organisation.id, status=cmd.status, from_on=from_on, reason=cmd.reason)
    return OpResult(membership, store.apply(replace(cmd, title=organisation.name), [*changes, Insert(membership)]))


def set_situation(store: Store, cmd: SetSituation) -> OpResult[OrganisationStatus]:
    """Note the legal situation; the earlier ones stay in the history."""
    organisation = receiving_organisation(store, cmd.organisation_id)
    status = OrganisationStatus(
        organisation_id=organisation.id,
        situation=cmd.situation,
        from_on=cmd.from_on or PartialDate.of(store.clock.today()),
        source=cmd.source or None,
    )
    return OpResult(status, store.apply(replace(cmd, title=organisation.name), [Insert(status)]))


def read_number(store: Store, text: str, *, owner: UUID | None = None) -> str | None:
    """Return the ten digits of a number typed in any spelling, ``None`` where it is not known.

    Raises:
        KnownError: it is mistyped, or it is that of another organisation than ``owner``.
    """
    parsed = parse_enterprise_number(text)
    if parsed.error is not None:
        params: dict[str, Any] = dict(parsed.error.params)
        raise KnownError(
            parsed.error.code,
            parsed.error.message,
            advice=N_("Check the number, or leave it empty: it can be completed later."),
            **params,
        )
    if parsed.value is None:
        return None
    for known in store.find(Organisation, enterprise_number=parsed.value):
        if owner is None or kept_organisation(store, known.id).id != owner:
            raise KnownError(
                "number_taken",
                N_("{number} is the enterprise number of “{name}” already."),
                advice=N_("Open that organisation; if both are the same, merge them."),
                number=show_enterprise_number(parsed.value),
                name=known.name,
            )
    return parsed.value
