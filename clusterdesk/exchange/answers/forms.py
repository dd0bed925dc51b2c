"""The answer form of an orientation in a binder: what it tells, and in which language it opens."""

from uuid import UUID

from clusterdesk.config.settings import Settings
from clusterdesk.exchange.answers.form import FormFacts, answer_form
from clusterdesk.exchange.referrals.letters import team_language
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.referral_views import read_referral
from clusterdesk.store.desk_store import Store


def form_of(store: Store, referral_id: UUID, settings: Settings, t: Translator, language: str = "") -> bytes:
    """Return the form of an orientation; it opens in a language, else in that of whoever receives it.

    Raises:
        KnownError: there is no such orientation.
    """
    row = read_referral(store, referral_id).row
    record = row.record
    team = " · ".join(one.name for one in (row.team, row.person) if one is not None)
    sender = ", ".join(one for one in (settings.profile_name, settings.house_name) if one)
    facts = FormFacts(
        token=record.token,
        organisation=row.organisation,
        need=record.need,
        asked=record.asked,
        team=team,
        sender=sender or store.author,
        reply_to=settings.profile_mail,
        due_on=record.answer_due_on,
    )
    return answer_form(facts, t.other(language or team_language(row, t.language)))
