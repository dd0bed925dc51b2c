"""What comes next with a prospect is ours alone: no list for others has it."""

from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.domain.views.edition import Edition
from clusterdesk.exchange.listing.records import listing_of
from clusterdesk.i18n.translator import Translator
from clusterdesk.store.desk_store import Store
from tests.factories import add


def test_the_next_step_of_a_prospect_stays_with_us(store: Store) -> None:
    made = add(store, Prospect(name="Copeau Neuf", next_step="le patron hésite", remark="à ménager"))
    told = {edition: str(listing_of(store, "prospect", [made], Translator("fr"), edition).rows) for edition in Edition}
    assert "hésite" in told[Edition.INTERNAL]
    assert "hésite" not in told[Edition.SHAREABLE]
    assert "ménager" not in told[Edition.SHAREABLE]
    assert "Copeau Neuf" in told[Edition.SHAREABLE]
