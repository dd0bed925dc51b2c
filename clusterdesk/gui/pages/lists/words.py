"""The rows of the lists in words, and what each list is for."""

from collections.abc import Mapping

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label, indicator_label
from clusterdesk.domain.industrialisation.maturity import LEVEL_NAMES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.difficulties import DifficultyRecipient
from clusterdesk.domain.records.directory import CountryGroup, ReferralKind
from clusterdesk.domain.records.employment import ContractType
from clusterdesk.domain.records.industrialisation import MrlQuestion
from clusterdesk.domain.records.lists import CircularModel, Named, NamedMapping, Profile, Question, Track
from clusterdesk.domain.records.programme import EventKind
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.lists.mapping_words import mapping_words
from clusterdesk.gui.pages.session.loading import TEMPLATE_LABELS
from clusterdesk.gui.tokens import Tone
from clusterdesk.i18n.countries import country_name, in_order

PURPOSES: Mapping[str, str] = {
    "profile": N_("Who works here: they lead files, sign sessions, confirm results."),
    "value_chain": N_("What organisations and projects work in; the order is their rank."),
    "circular_model": N_("How organisations keep matter in use; several may apply."),
    "track": N_("What a coaching file works on, and the indicator it counts towards."),
    "question": N_("What is asked in a visit, by template; notes already taken keep their question as it was asked."),
    "mrl_question": N_(
        "What is asked in the workshop to find the maturity (MRL 1–10), and the action that lifts each « no »."
    ),
    "contract_type": N_("Under which contracts people work, and which of them count for employment growth."),
    "difficulty_theme": N_("What difficulties of the field are about; the order is that of the list and the roll-up."),
    "difficulty_recipient": N_("To whom difficulties are sent up once the director has approved them."),
    "milestone_template": N_("What is proposed for the plan of a file: by track, so many months after its opening."),
    "diagnostic_criterion": N_("What is scored from 0 to 5 in a diagnostic: the business, and how matter circulates."),
    "referral_kind": N_("What an organisation is handed to a receiving team for; one for abroad asks for countries."),
    "country_group": N_("Countries often named together: a group typed in a field of countries brings them all."),
    "readiness_question": N_(
        "What is asked before an organisation is handed over for abroad, and the action that lifts each « no »."
    ),
    "communication_channel": N_("Where the cluster publishes: newsletter, site, social media, press…"),
    "event_kind": N_("What kinds of event the programme has, how many of each a usual year owes, and by which month."),
    "tag": N_("Free words; a tag renamed here is renamed wherever it is used."),
    "saved_filter": N_("How the list of organisations was narrowed down; saved over that list, used with one click."),
    "named_mapping": N_("How the columns of a list were read; kept in the import, offered again for the next list."),
}
EMPTY: Mapping[str, str] = {
    "named_mapping": N_("Nothing here yet. A mapping is kept under a name in the import, where columns are corrected."),
    "saved_filter": N_("Nothing here yet. Narrow the list of organisations down, then choose “Save this filter…”."),
}
HINTS: Mapping[str, str] = {
    "profile": N_("First name and last name"),
    "value_chain": N_("Name of the value chain"),
    "circular_model": N_("Name of the circular model"),
    "track": N_("Name of the track"),
    "question": N_("The question"),
    "mrl_question": N_("The question, answered by yes or no"),
    "contract_type": N_("The kind of contract"),
    "difficulty_theme": N_("Name of the theme"),
    "difficulty_recipient": N_("Body or person it is sent to"),
    "milestone_template": N_("What has to be reached?"),
    "diagnostic_criterion": N_("Name of the criterion"),
    "referral_kind": N_("Name of the kind of orientation"),
    "country_group": N_("Name of the group"),
    "readiness_question": N_("The question, answered by yes or no"),
    "communication_channel": N_("Name of the channel"),
    "event_kind": N_("Name of the kind of event"),
    "tag": N_("The tag"),
}
FIELDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "profile": (("name", "initials"), ("role",), ("mail", "phone")),
    "value_chain": (("name_fr",), ("name_nl", "name_en"), ("active",)),
    "circular_model": (("name_fr",), ("name_nl", "name_en"), ("active", "confirmed")),
    "track": (("name_fr",), ("name_nl", "name_en"), ("active", "indicator")),
    "question": (("name_fr",), ("name_nl",), ("name_en",), ("template", "version"), ("active",)),
    "mrl_question": (
        ("name_fr",),
        ("name_nl",),
        ("name_en",),
        ("level", "circular"),
        ("action_fr",),
        ("action_nl",),
        ("action_en",),
        ("active", "version"),
    ),
    "contract_type": (("name_fr",), ("name_nl", "name_en"), ("active", "counts")),
    "difficulty_theme": (("name_fr",), ("name_nl", "name_en"), ("active",)),
    "difficulty_recipient": (("name_fr",), ("name_nl", "name_en"), ("mail", "active")),
    "milestone_template": (
        ("name_fr",),
        ("name_nl",),
        ("name_en",),
        ("track_key", "parent_key"),
        ("criterion_key", "months"),
        ("target_value", "unit"),
        ("active", "version"),
    ),
    "diagnostic_criterion": (
        ("name_fr",),
        ("name_nl", "name_en"),
        ("hint_fr",),
        ("hint_nl",),
        ("hint_en",),
        ("area", "active"),
        ("version",),
    ),
    "communication_channel": (("name_fr",), ("name_nl", "name_en"), ("active",)),
    "referral_kind": (("name_fr",), ("name_nl", "name_en"), ("active", "international")),
    "country_group": (("name_fr",), ("name_nl", "name_en"), ("countries",), ("active",)),
    "readiness_question": (
        ("name_fr",),
        ("name_nl",),
        ("name_en",),
        ("action_fr",),
        ("action_nl",),
        ("action_en",),
        ("active", "version"),
    ),
    "event_kind": (("name_fr",), ("name_nl", "name_en"), ("yearly", "month"), ("active",)),
    "tag": (("name",),),
    "saved_filter": (("name",),),
    "named_mapping": (("name",),),
}
REQUIRED = ("name", "name_fr")


def title_of(kit: Kit, row: Record) -> str:
    """Return the name of a row in the language of the window."""
    return row.name_in(kit.t.language) if isinstance(row, Named) else str(getattr(row, "name", ""))


def note_of(kit: Kit, row: Record) -> str:
    """Return what else there is to say of a row."""
    if isinstance(row, Profile):
        return " · ".join(part for part in (kit.t(choice_label(row.role)), row.mail, row.phone) if part)
    if isinstance(row, NamedMapping):
        return mapping_words(kit, row)
    if isinstance(row, Named):
        return " · ".join(part for part in _named_facts(kit, row) if part)
    return ""


def chips_of(kit: Kit, row: Record) -> tuple[tuple[str, Tone], ...]:
    """Return what is out of the ordinary: not in use, not confirmed."""
    t, chips = kit.t, []
    if isinstance(row, CircularModel) and not row.confirmed:
        chips.append((t("To be confirmed by the cluster"), Tone.WARN))
    if isinstance(row, ContractType) and not row.counts:
        chips.append((t("Does not count"), Tone.NEUTRAL))
    if isinstance(row, Named) and not row.active:
        chips.append((t("Not in use"), Tone.NEUTRAL))
    return tuple(chips)


def template_words(kit: Kit, key: str) -> str:
    """Return the name of a question template; a cluster's own one is its own name."""
    return kit.t(TEMPLATE_LABELS[key]) if key in TEMPLATE_LABELS else key


def level_words(kit: Kit, level: int) -> str:
    """Return "7 – small series as in production"."""
    number, name = kit.formats.number(level), kit.t(LEVEL_NAMES[level])
    return kit.t("{number} – {name}", number=number, name=name)


def _named_facts(kit: Kit, row: Named) -> list[str]:
    if isinstance(row, Question):
        version = kit.t("version {number}", number=kit.formats.number(row.version)) if row.version > 1 else ""
        return [template_words(kit, row.template), version]
    if isinstance(row, MrlQuestion):
        kind = kit.t("circular question") if row.circular else ""
        return [kit.t("level {number}", number=kit.formats.number(row.level)), kind]
    others = [row.name_in(each) for each in ("fr", "nl", "en") if each != kit.t.language]
    facts = [name for name in dict.fromkeys(others) if name != row.name_in(kit.t.language)]
    if isinstance(row, CountryGroup):
        names = [country_name(code, kit.t.language) for code in in_order(row.countries, kit.t.language)]
        return [kit.formats.joined(names) if names else kit.t("No country yet")]
    if isinstance(row, ReferralKind) and row.international:
        facts.append(kit.t("asks for countries"))
    if isinstance(row, Track) and row.indicator:
        facts.append(kit.t("counts towards: {indicator}", indicator=kit.t(indicator_label(row.indicator))))
    if isinstance(row, DifficultyRecipient):
        facts.append(row.mail)
    if isinstance(row, EventKind) and row.yearly:
        facts.append(kit.t.n("{n} a year", "{n} a year", n=row.yearly))
    return facts
