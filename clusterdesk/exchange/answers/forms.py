"""The answer form of an orientation in a binder: it tells what goes to the team anyhow, once that may leave."""

from uuid import UUID

from clusterdesk.domain.referrals.silence import SilenceRule
from clusterdesk.exchange.answers.form import answer_form
from clusterdesk.exchange.parcels.contents import form_facts
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.parcels import parcel_view
from clusterdesk.store.desk_store import Store


def form_of(
    store: Store,
    referral_id: UUID,
    author: str,
    t: Translator,
    language: str = "",
    rule: SilenceRule | None = None,
) -> bytes:
    """Return the form of an orientation; it opens in a language, else in that of whoever receives it.

    ``rule`` says by when an answer is expected where the team says nothing.

    Raises:
        KnownError: the organisation has not agreed, or the orientation may not leave for another reason.
    """
    view = parcel_view(store, referral_id, author=author, language=language, default=t.language, rule=rule)
    return answer_form(form_facts(view), t.other(view.language))
