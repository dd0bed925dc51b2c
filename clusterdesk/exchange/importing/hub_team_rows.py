"""Verdicts on the rows of a list of receiving teams: several rows of one name are one team with several people."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import reduce
from typing import Any
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, SetField
from clusterdesk.domain.parsing.text import clipped, folded
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.directory import (
    HubTeam,
    HubTeamCountry,
    HubTeamKind,
    HubTeamPerson,
    HubTeamReferralKind,
    HubTeamSector,
    ReferralKind,
)
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.settling import NOTHING_NEW, added, joined, noticed, set_fields, updates_of
from clusterdesk.exchange.importing.verdicts import FieldUpdate, RowPlan, Verdict
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import Finding, ReadRow
from clusterdesk.i18n.country_words import read_countries
from clusterdesk.services.country_groups import groups_by_name

_FIELDS = ("kind", "mail", "phone", "languages", "answer_days", "from_on", "to_on", "example")
_PERSON_FIELDS = ("role", "mail", "phone")
_SECTOR_WORDS = (
    "tous|toutes|toutes les filières|tous les secteurs|alle|alle waardeketens|alle sectoren|all|every value chain"
    "|all value chains|all sectors"
)
_EVERY_SECTOR = frozenset(folded(word) for word in _SECTOR_WORDS.split("|"))
_NO_COUNTRY = N_("“{text}” is no country and no group of countries known here; it stands in the remark.")
_NO_CHAIN = N_("“{text}” is no value chain of the binder; it stands in the remark.")
_NO_KIND = N_("“{text}” is no kind of orientation of the binder; it stands in the remark.")


class _Said:
    """What a row says of its team beside the plain fields; what is not understood becomes ``kept`` lines."""

    def __init__(self) -> None:
        self.countries: tuple[str, ...] = ()
        self.sectors: list[UUID] = []
        self.kinds: list[UUID] = []
        self.flags: dict[str, Any] = {}
        self.kept: list[str] = []
        self.notices: list[Finding] = []


class HubTeamPlanner:
    """Decides row by row; teams that earlier rows made or changed are known to those that follow."""

    def __init__(self, known: Known, mapping: ColumnMapping, _today: date) -> None:
        """Read what the binder knows."""
        self._known, self._mapping = known, mapping
        self._groups = groups_by_name(known.store)
        self._teams = {folded(one.name): one for one in reversed(known.store.find(HubTeam))}
        self._people: dict[tuple[UUID, str], HubTeamPerson] = {
            (one.hub_team_id, folded(one.name)): one for one in known.store.find(HubTeamPerson)
        }

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        said = self._said(read)
        if said.notices:
            read = replace(read, warnings=(*read.warnings, *said.notices))
        made, given = self._made(read, said)
        foreign = self._known.foreign(HubTeam, made.external_id)
        known = (foreign if isinstance(foreign, HubTeam) else None) or self._teams.get(folded(made.name))
        if known is None:
            self._teams[folded(made.name)] = made
            parts = self._known.missing(_sets(made.id, said))
            people, _ = self._person(read, made.id)
            return RowPlan(read, Verdict.NEW, made.name, (Insert(made), *map(Insert, parts), *people))
        return self._about_known(read, known, made, given, said)

    def _about_known(self, read: ReadRow, known: HubTeam, made: HubTeam, given: set[str], said: _Said) -> RowPlan:
        remark = reduce(added, made.remark.splitlines(), known.remark)
        made = replace(made, remark=remark)
        updates = updates_of(known, made, given)
        self._teams[folded(known.name)] = replace(known, **{one.field: one.new for one in updates})
        parts = self._known.missing(_sets(known.id, said))
        people, told = self._person(read, known.id)
        changes: list[Change] = [*set_fields(known, updates), *map(Insert, parts), *people]
        if not changes:
            return RowPlan(read, Verdict.SKIPPED, known.name, reason=NOTHING_NEW)
        return RowPlan(read, Verdict.UPDATED, known.name, tuple(changes), (*updates, *told))

    def _made(self, read: ReadRow, said: _Said) -> tuple[HubTeam, set[str]]:
        """Return the team as the row tells it, and which of its fields the row gives."""
        values = read.values
        kept = [f"{one.column}: {one.text}" if one.column else one.text for one in read.verbatim]
        plain: dict[str, Any] = {name: values[name] for name in _FIELDS if values.get(name) is not None} | said.flags
        if "kind" in plain:
            plain["kind"] = HubTeamKind(plain["kind"])
        remark = joined([*read.every("notes"), *said.kept, *self._more(read), *kept])
        team = HubTeam(name=str(values["name"]), external_id=values.get("external_id"), remark=remark, **plain)
        return team, set(plain) | ({"remark"} if remark else set())

    def _more(self, read: ReadRow) -> Iterator[str]:
        """Yield what has no field of its own: further addresses, and how to reach somebody who is not named."""
        named = bool(read.every("person"))
        for field in (*_FIELDS, *(f"person_{one}" for one in _PERSON_FIELDS)):
            values = read.every(field)
            for value in values if field.startswith("person_") and not named else values[1:]:
                yield self._line(field, str(value))

    def _line(self, field: str, text: str) -> str:
        column = self._mapping.column_of(field)
        return f"{column.header}: {text}" if column and column.header else text

    def _said(self, read: ReadRow) -> _Said:
        said = _Said()
        text = "; ".join(str(one) for one in read.every("countries"))
        found = read_countries(text, self._groups)
        said.countries = found.codes
        if found.everywhere:
            said.flags["everywhere"] = True
        for word in found.unknown:
            self._keep(said, read, "countries", "unknown_country", _NO_COUNTRY, word)
        for label in read.values.get("value_chains") or ():
            chain = self._known.label(ValueChain, label)
            if folded(label) in _EVERY_SECTOR:
                said.flags["every_sector"] = True
            elif chain is not None:
                said.sectors.append(chain)
                said.flags.setdefault("every_sector", False)
            else:
                self._keep(said, read, "value_chains", "unknown_value_chain", _NO_CHAIN, label)
        for label in read.values.get("kinds") or ():
            kind = self._known.label(ReferralKind, label)
            if kind is not None:
                said.kinds.append(kind)
            else:
                self._keep(said, read, "kinds", "unknown_referral_kind", _NO_KIND, label)
        return said

    def _keep(self, said: _Said, read: ReadRow, field: str, code: str, message: str, text: str) -> None:
        """Keep a word that is not understood in the remark, and say so."""
        said.kept.append(self._line(field, text))
        said.notices.append(noticed(read, self._mapping, (field,), code, message, text=clipped(text)))

    def _person(self, read: ReadRow, team_id: UUID) -> tuple[list[Change], list[FieldUpdate]]:
        """Return what the row changes about the people of its team, and the fields of one who is known."""
        changes: list[Change] = []
        told: list[FieldUpdate] = []
        for order, name in enumerate(read.every("person")):
            more = {field: read.values.get(f"person_{field}") for field in _PERSON_FIELDS} if order == 0 else {}
            plain: dict[str, Any] = {field: str(value) for field, value in more.items() if value}
            known = self._people.get((team_id, folded(str(name))))
            if known is None:
                made = HubTeamPerson(hub_team_id=team_id, name=str(name), **plain)
                changes.append(Insert(made))
            else:
                made = replace(known, **plain)
                updates = updates_of(known, made, set(plain))
                told += updates
                changes += [SetField("hub_team_person", known.id, one.field, one.new) for one in updates]
            self._people[team_id, folded(made.name)] = made
        return changes, told


def _sets(team_id: UUID, said: _Said) -> Iterator[Record]:
    for code in said.countries:
        ends: dict[str, Any] = {"hub_team_id": team_id, "country": code}
        yield HubTeamCountry(id=set_member_id("hub_team_country", ends), **ends)
    for chain in dict.fromkeys(said.sectors):
        ends = {"hub_team_id": team_id, "value_chain_id": chain}
        yield HubTeamSector(id=set_member_id("hub_team_sector", ends), **ends)
    for kind in dict.fromkeys(said.kinds):
        ends = {"hub_team_id": team_id, "referral_kind_id": kind}
        yield HubTeamReferralKind(id=set_member_id("hub_team_referral_kind", ends), **ends)
