"""An orientation in words: what it is called, how it stands, since when, what is late."""

from collections.abc import Mapping

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.referrals import Referral, ReferralState
from clusterdesk.domain.referrals.silence import Silence
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.i18n.countries import country_name, in_order

STATE_TONES: Mapping[ReferralState, Tone] = {
    ReferralState.DRAFT: Tone.NEUTRAL,
    ReferralState.CONSENT: Tone.INFO,
    ReferralState.HANDED_OVER: Tone.INFO,
    ReferralState.ACKNOWLEDGED: Tone.INFO,
    ReferralState.ACCEPTED: Tone.OK,
    ReferralState.DECLINED: Tone.BAD,
    ReferralState.IN_PROGRESS: Tone.OK,
    ReferralState.DONE: Tone.OK,
    ReferralState.WITHDRAWN: Tone.NEUTRAL,
    ReferralState.REVOKED: Tone.NEUTRAL,
}
SILENCE_TONES: Mapping[Silence, Tone] = {Silence.AMBER: Tone.WARN, Silence.RED: Tone.BAD}


def title_of(kit: Kit, row: ReferralRow) -> str:
    """Return "International · Netherlands and Germany", or the kind alone."""
    kind = kind_words(kit, row)
    countries = countries_words(kit, row)
    return kit.t("{kind} · {title}", kind=kind, title=countries) if countries else kind


def kind_words(kit: Kit, row: ReferralRow) -> str:
    """Return the kind of an orientation."""
    return row.kind.name_in(kit.t.language) if row.kind is not None else kit.t("Orientation")


def countries_words(kit: Kit, row: ReferralRow) -> str:
    """Return the countries by name."""
    language = kit.t.language
    return kit.formats.joined([country_name(code, language) for code in in_order(row.countries, language)])


def team_words(kit: Kit, row: ReferralRow) -> str:
    """Return team and person, or that none is chosen yet."""
    if row.team is None:
        return kit.t("No team yet")
    return kit.t("{kind} · {title}", kind=row.team.name, title=row.person.name) if row.person else row.team.name


def state_chip(kit: Kit, row: ReferralRow) -> tuple[str, Tone]:
    """Return the state, in its tone."""
    return kit.t(choice_label(row.record.state)), STATE_TONES[row.record.state]


def silence_words(kit: Kit, row: ReferralRow) -> str:
    """Return until when an answer is awaited, or how long it is late; empty where nothing is awaited."""
    t, silent = kit.t, row.silent
    if silent.due_on is None:
        return ""
    if silent.late_days:
        return t.n("No answer: {n} day late", "No answer: {n} days late", n=silent.late_days)
    day = kit.formats.date(silent.due_on)
    if row.record.state in (ReferralState.ACCEPTED, ReferralState.IN_PROGRESS):
        return t("News expected by {day}", day=day)
    return t("Answer expected by {day}", day=day)


def short_silence_words(kit: Kit, row: ReferralRow) -> str:
    """Return the same where a heading says that it is about an answer."""
    t, silent = kit.t, row.silent
    if silent.due_on is None or silent.late_days:
        return t.n("{n} day late", "{n} days late", n=silent.late_days) if silent.late_days else ""
    return t("by {day}", day=kit.formats.date(silent.due_on))


def age_words(kit: Kit, row: ReferralRow) -> str:
    """Return how many days it has been in its state."""
    return kit.t.n("{n} day", "{n} days", n=row.silent.age_days)


def outcome_words(kit: Kit, record: Referral) -> str:
    """Return what came of an orientation that is done, with its value and in which country; else nothing."""
    if record.outcome is None:
        return ""
    parts = [kit.t(choice_label(record.outcome))]
    if record.outcome_value is not None:
        parts.append(kit.formats.money(record.outcome_value, record.outcome_currency, 0))
    if record.outcome_country:
        parts.append(country_name(record.outcome_country, kit.t.language))
    return " · ".join([*parts, *([record.outcome_remark] if record.outcome_remark else [])])
