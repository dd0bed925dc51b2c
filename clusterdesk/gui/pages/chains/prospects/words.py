"""Prospects in words."""

from collections.abc import Sequence

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import MembershipStatus
from clusterdesk.domain.records.prospects import ProspectState, ProspectStep
from clusterdesk.domain.views.listing import Cell
from clusterdesk.domain.views.prospects import ProspectList, ProspectRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.fields.choice import Option

_MEMBERSHIPS = (MembershipStatus.CANDIDATE, MembershipStatus.MEMBER, MembershipStatus.PARTNER)
TONES = {
    ProspectState.INTERESTED: Tone.OK,
    ProspectState.CONTACTED: Tone.INFO,
    ProspectState.JOINED: Tone.OK,
}


def link_name(kit: Kit, chain: ValueChain | None, link: ChainLink) -> str:
    """Name a link with its chain."""
    language = kit.t.language
    if chain is None:
        return link.name_in(language)
    return kit.t("{chain} · {link}", chain=chain.name_in(language), link=link.name_in(language))


def note(kit: Kit, row: ProspectRow) -> str:
    """Say for what, where, what it does, and what comes next."""
    t, record = kit.t, row.record
    facts = [link_name(kit, row.chain, row.link) if row.link is not None else "", row.project]
    facts.append(" ".join(one for one in (record.postcode, record.city) if one))
    if row.is_open and (record.next_step or record.next_step_on):
        facts.append(next_words(kit, row))
    if not row.is_open and row.steps and row.steps[-1].remark:
        facts.append(row.steps[-1].remark)
    if row.profile:
        facts.append(t("with {name}", name=row.profile))
    return " · ".join(one for one in facts if one)


def next_words(kit: Kit, row: ProspectRow) -> str:
    """Say the next step with its day."""
    t, record = kit.t, row.record
    if record.next_step_on is None:
        return t("next: {what}", what=record.next_step)
    day = kit.formats.date(record.next_step_on)
    return t("next: {what}, {day}", what=record.next_step, day=day) if record.next_step else t("next: {day}", day=day)


def chips(kit: Kit, row: ProspectRow) -> tuple[tuple[str, Tone], ...]:
    """Say since when it stands there, and that its next step is due."""
    due = ((kit.t("Due"), Tone.WARN),) if row.is_due(kit.clock.today()) else ()
    if row.since is None:
        return due
    return (*due, (kit.formats.date(row.since), TONES.get(row.state, Tone.NEUTRAL)))


def step_title(kit: Kit, step: ProspectStep) -> str:
    """Name a state that was reached."""
    return kit.t(choice_label(step.state))


def step_note(kit: Kit, step: ProspectStep) -> str:
    """Say when, by whom and what was said."""
    return " · ".join(one for one in (kit.formats.date(step.on), step.by, step.remark) if one)


def link_options(kit: Kit, data: ProspectList) -> list[Option]:
    """Return the links of all chains in use, by chain."""
    chains = {one.id: one for one in data.chains}
    known = [(chains.get(one.value_chain_id) if one.value_chain_id else None, one) for one in data.links]
    last = len(data.chains)
    known.sort(key=lambda pair: data.chains.index(pair[0]) if pair[0] is not None else last)
    return [Option(link.id, link_name(kit, chain, link)) for chain, link in known if link.active]


def membership_options(kit: Kit) -> list[Option]:
    """Return what somebody who joins may become to the cluster."""
    t = kit.t
    return [Option(None, t("Not a member yet")), *(Option(one, t(choice_label(one))) for one in _MEMBERSHIPS)]


def headings(kit: Kit) -> tuple[str, ...]:
    """Return the headings of the list as it is exported."""
    t = kit.t
    who = (t("Prospect"), t("Enterprise number"), t("State"), t("Since"), t("Value chain"), t("Link"), t("Project"))
    where = (t("Street and number"), t("Postcode"), t("City"), t("NACE code"), t("Found in"))
    return (*who, *where, t("Account manager"), t("Next step"), t("Next step on"), t("Organisation"))


def cells(kit: Kit, rows: Sequence[ProspectRow]) -> list[tuple[Cell, ...]]:
    """Return a row for each prospect; people and what was said stay inside."""
    t, language = kit.t, kit.t.language
    return [
        (
            row.record.name,
            show_enterprise_number(row.record.enterprise_number) if row.record.enterprise_number else "",
            t(choice_label(row.state)),
            row.since,
            row.chain.name_in(language) if row.chain is not None else "",
            row.link.name_in(language) if row.link is not None else "",
            row.project,
            row.record.street,
            row.record.postcode,
            row.record.city,
            row.record.nace_code,
            row.record.source,
            row.profile,
            row.record.next_step,
            row.record.next_step_on,
            row.organisation,
        )
        for row in rows
    ]
