"""Offers and needs: what meets and why, only what is live, introduced once, nothing restricted."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.exchange import Introduce
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord
from clusterdesk.domain.commands.strategy import ImportStrategy
from clusterdesk.domain.exchanges.matching import Why, groups_of, stems_of
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.coaching import AdviceKind, OneOffAdvice
from clusterdesk.domain.records.exchange import Exchange, ExchangeKind, ExchangeSide
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services import merging, undo
from clusterdesk.services.exchanges import introduce, read_exchanges
from clusterdesk.services.records import add_record, delete_record, edit_record
from clusterdesk.services.strategy import import_strategy
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.timeline import timeline

ELSEWHERE = Path(__file__).parents[1] / "data" / "repair_cluster.toml"


def add[R: Record](store: Store, record: R) -> R:
    add_record(store, AddRecord(record=record))
    return record


def company(store: Store, name: str, postcode: str = "1080") -> Organisation:
    made = add(store, Organisation(name=name))
    add(store, Address(organisation_id=made.id, postcode=postcode, city="Ici"))
    return made


def need(store: Store, organisation: Organisation, text: str, **more: object) -> Exchange:
    return add(store, Exchange(organisation_id=organisation.id, text=text, **more))  # type: ignore[arg-type]


def offer(store: Store, organisation: Organisation, text: str, **more: object) -> Exchange:
    return need(store, organisation, text, side=ExchangeSide.OFFER, **more)


@pytest.fixture
def pair(store: Store) -> tuple[Exchange, Exchange]:
    """A company that looks for wool in French, one that offers it in Dutch."""
    felt, bank = company(store, "Feutrelle", "1190"), company(store, "Vezelbank", "1000")
    wanted = need(store, felt, "Laine lavée, fibres longues", quantity=Decimal(800), unit="kg")
    return wanted, offer(store, bank, "Gewassen wol, lange vezels", quantity=Decimal(1200), unit="kg")


def test_a_french_need_meets_a_dutch_offer_and_says_why(store: Store, pair: tuple[Exchange, Exchange]) -> None:
    (line,) = read_exchanges(store).matches
    assert (line.need.record.id, line.offer.record.id) == (pair[0].id, pair[1].id)
    assert set(line.match.words) == {"wol", "vezels"}
    assert line.match.why == (Why.WORDS, Why.ENOUGH, Why.REGION)
    assert (line.need.organisation, line.offer.organisation) == ("Feutrelle", "Vezelbank")


@pytest.mark.parametrize(
    "values",
    [
        {"kind": ExchangeKind.MACHINES},
        {"text": "Zadels"},
        {"visibility": Visibility.RESTRICTED},
        {"deleted": True},
    ],
)
def test_what_is_of_another_kind_word_or_restricted_meets_nothing(
    store: Store, pair: tuple[Exchange, Exchange], values: dict[str, object]
) -> None:
    if "deleted" in values:
        delete_record(store, DeleteRecord(type_key="exchange", record_id=pair[1].id))
    else:
        edit_record(store, EditRecord(type_key="exchange", record_id=pair[1].id, values=values))
    assert read_exchanges(store).matches == ()


def test_only_what_is_live_meets(store: Store, pair: tuple[Exchange, Exchange]) -> None:
    today = store.clock.today()
    for name, day in (("closed_on", today), ("to_on", today - timedelta(days=1))):
        edit_record(store, EditRecord(type_key="exchange", record_id=pair[1].id, values={name: day}))
        assert read_exchanges(store).matches == ()
        undo.undo(store)
    edit_record(store, EditRecord(type_key="exchange", record_id=pair[1].id, values={"to_on": today}))
    assert len(read_exchanges(store).matches) == 1, "the last day still counts"


def test_space_in_the_same_municipality_needs_no_common_word(store: Store) -> None:
    one, other, far = company(store, "Noord", "1020"), company(store, "Kring", "1020"), company(store, "Loin", "9000")
    need(store, one, "Grand volume", kind=ExchangeKind.SPACE)
    offer(store, other, "Loods", kind=ExchangeKind.SPACE)
    offer(store, far, "Loods", kind=ExchangeKind.SPACE)
    assert [line.offer.organisation for line in read_exchanges(store).matches] == ["Kring"]


def test_the_region_is_that_of_the_rules_of_the_cluster_and_of_the_country(store: Store) -> None:
    ghent, other = company(store, "Houtzicht", "9000"), company(store, "Planken", "9030")
    brussels, abroad = company(store, "Noord", "1080"), add(store, Organisation(name="Loin"))
    add(store, Address(organisation_id=abroad.id, postcode="9000", city="Ailleurs", country="LU"))
    need(store, ghent, "Chêne")
    for each in (other, brussels, abroad):
        offer(store, each, "Chêne")

    def near() -> set[str]:
        return {line.offer.organisation for line in read_exchanges(store).matches if Why.REGION in line.match.why}

    assert near() == set(), "9000 is not in the Region of the cluster that is shipped"
    elsewhere = ELSEWHERE.read_text("utf-8").replace("months_after_closing = 6", 'region = ["9000-9099"]')
    import_strategy(store, ImportStrategy(text=elsewhere.replace("region_test = false\n", ""), name="gent.toml"))
    assert near() == {"Planken"}


def test_nobody_meets_itself_also_after_a_merge(store: Store, pair: tuple[Exchange, Exchange]) -> None:
    merging.merge_organisations(
        store, MergeOrganisations(kept_id=pair[0].organisation_id, absorbed_id=pair[1].organisation_id)
    )
    data = read_exchanges(store)
    assert data.matches == ()
    assert {row.organisation for row in data.rows} == {"Feutrelle"}


def test_an_introduction_is_one_advice_counted_once_and_taken_back(
    store: Store, pair: tuple[Exchange, Exchange]
) -> None:
    command = Introduce(need_id=pair[0].id, offer_id=pair[1].id)
    made = introduce(store, command).output
    assert (made.kind, made.organisation_id) == (AdviceKind.INTRODUCTION, pair[0].organisation_id)
    assert "Vezelbank" in made.subject
    assert made.visibility is Visibility.INTERNAL
    assert read_exchanges(store).matches[0].introduced == store.clock.today()
    with pytest.raises(KnownError) as again:
        introduce(store, command)
    assert again.value.code == "introduced"
    undo.undo(store)
    assert store.find(OneOffAdvice) == []
    introduce(store, command)
    assert len(store.find(OneOffAdvice)) == 1


def test_an_introduction_names_need_and_offer_in_this_order(store: Store, pair: tuple[Exchange, Exchange]) -> None:
    with pytest.raises(KnownError) as refused:
        introduce(store, Introduce(need_id=pair[1].id, offer_id=pair[0].id))
    assert refused.value.code == "no_match"
    delete_record(store, DeleteRecord(type_key="exchange", record_id=pair[1].id))
    with pytest.raises(KnownError):
        introduce(store, Introduce(need_id=pair[0].id, offer_id=pair[1].id))


@pytest.mark.parametrize("values", [{"text": "   "}, {"quantity": Decimal(-1)}])
def test_bad_input_is_refused(store: Store, values: dict[str, object]) -> None:
    mine = company(store, "Noord")
    with pytest.raises(KnownError):
        need(store, mine, **{"text": "Chêne", **values})  # type: ignore[arg-type]
    assert store.find(Exchange) == []


def test_the_fil_tells_offers_and_needs(store: Store, pair: tuple[Exchange, Exchange]) -> None:
    with store.read() as connection:
        page = timeline(connection, pair[0].organisation_id, kinds=[TimelineKind.EXCHANGE])
    assert [(entry.title, entry.detail) for entry in page.entries] == [("Laine lavée, fibres longues", "need")]


def test_words_are_compared_by_their_beginning_without_accents_and_by_synonyms() -> None:
    same = groups_of(["laine wol wool  # matter", "", "# nothing"])
    assert set(stems_of("Laines peignées", same)) == {"laine", "peign"}
    assert set(stems_of("de wol", same)) == {"laine"}
    assert stems_of("avec les des", same) == {}
