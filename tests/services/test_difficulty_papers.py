"""What a paper about difficulties tells, and what it does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.difficulties import AgreeToBeNamed, JoinDifficulties
from clusterdesk.domain.commands.difficulty_papers import PaperWanted, ReadDifficultyPaper
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.difficulties.cells import ChainCell, Municipality
from clusterdesk.domain.difficulties.reading import Chosen, rounded
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyState
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.domain.views.difficulty_papers import DifficultyPaper, Naming
from clusterdesk.services import difficulties, difficulty_moves, merging, records, undo
from clusterdesk.services.difficulty_papers import difficulty_paper
from clusterdesk.services.paper_choices import roll_up_ids
from clusterdesk.services.paper_gate import read_paper, through_gate
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation
from tests.field import INTERNAL, RESTRICTED, make_trade, note, note_permit

NAMES = ("Houtlus", "Dussart", "Établi", "Hélène", "Planchéa", "Trame", "Voisine", "Ölander", "De Backer", "555", "999")


@pytest.fixture
def trade(store: Store) -> dict[str, Organisation]:
    """Return the companies."""
    return make_trade(store)


def paper_of(store: Store, *ids: UUID, author: str = "Claire Dumont", **values: object) -> DifficultyPaper:
    """Return a paper in French."""
    wanted = {"difficulty_ids": ids, "language": "fr", **values}
    return difficulty_paper(store, PaperWanted(**wanted), author=author)  # type: ignore[arg-type]


def texts_of(paper: DifficultyPaper) -> str:
    """Return all that somebody typed and that leaves."""
    quotes = [each.by for one in paper.difficulties for each in one.quotes]
    return "\n".join([*(one.text for one in paper.texts()), *quotes])


def test_a_note_names_nobody_and_leaves_out_what_is_not_shareable(store: Store, trade: dict[str, Organisation]) -> None:
    permit = note_permit(store, trade, cost=Decimal("12345.67"), on=date(2026, 11, 17))
    paper = paper_of(store, permit.id)
    said = texts_of(paper)
    assert not [name for name in (*NAMES, INTERNAL, RESTRICTED) if name in said]
    assert paper.note is not None
    assert paper.note.title.text == "Permis trop lent pour une entreprise"
    assert [mark.said for mark in paper.note.title.marks] == ["Houtlus"]
    assert (paper.note.cost, paper.note.about, paper.note.on) == (Decimal(12000), True, date(2026, 11, 1))
    assert paper.footer.author == ""
    # Wood is four, but the others would be two: nobody can be told of by value chain.
    anderlecht = (Municipality("Anderlecht", 3), Municipality("", 3))
    assert (paper.note.met.total, paper.note.met.chains) == (6, (ChainCell(None, 6, anderlecht),))


def test_a_place_where_few_are_is_shown_to_the_reader(store: Store, trade: dict[str, Organisation]) -> None:
    one = next(iter(trade.values()))
    add(store, Address(organisation_id=one.id, street="Rue du Clocher 3", postcode="1140", city="Evere"))
    permit = note_permit(store, trade, happens="À Evere, 1140, on attend ; à Anderlecht, à Bruxelles aussi.")
    said = [text.text[start:end] for text in paper_of(store, permit.id).texts() for start, end in text.doubts]
    assert said == ["Evere", "1140"], "of Anderlecht there are more, and a region is no place"


def test_a_value_chain_is_told_where_three_companies_of_it_meet_the_difficulty(
    store: Store, trade: dict[str, Organisation]
) -> None:
    wood = list(trade.values())[:4]
    permit = note(store, "Houtlus attend", "permit", *wood, happens="Houtlus is het wachten beu. De stad zwijgt.")
    (cell,) = paper_of(store, permit.id).note.met.chains  # type: ignore[union-attr]
    assert (cell.number, cell.municipalities) == (4, ())
    paper = paper_of(store, permit.id)
    assert paper.note is not None
    assert paper.note.title.text == "Une entreprise de la filière bois attend"
    # A Dutch sentence stays Dutch on a French paper.
    assert paper.note.happens[0].text.startswith("Een bedrijf uit de keten hout is het")
    few = note(store, "Seul", "permit", *wood[:2], happens="Houtlus attend.")
    assert paper_of(store, few.id).note.happens[0].text == "Une entreprise attend."  # type: ignore[union-attr]
    assert paper_of(store, few.id).note.met.total is None  # type: ignore[union-attr]


def test_those_who_agreed_stand_by_name_and_nobody_else(store: Store, trade: dict[str, Organisation]) -> None:
    permit = note_permit(store, trade)
    houtlus = trade["Houtlus"]
    agree = AgreeToBeNamed(difficulty_id=permit.id, organisation_id=houtlus.id, by="Lien De Backer")
    difficulties.agree_to_be_named(store, agree)
    assert "Houtlus" not in texts_of(paper_of(store, permit.id))
    paper = paper_of(store, permit.id, naming=Naming.AGREED)
    assert paper.note is not None
    assert paper.note.title.text == "Permis trop lent pour Houtlus"
    assert (paper.note.met.names, paper.note.met.total, paper.note.met.others) == (("Houtlus",), 6, True)
    assert [one.by for one in paper.note.quotes] == ["Houtlus"]
    # The company agreed, its people did not.
    assert not [name for name in (*NAMES[1:], INTERNAL) if name in texts_of(paper)]


def test_two_who_did_not_agree_are_not_counted(store: Store, trade: dict[str, Organisation]) -> None:
    met = [trade["Houtlus"], trade["Trame-Neuve"], trade["Roue Voisine"]]
    one = note(store, "Quai", "space", *met)
    agree = AgreeToBeNamed(difficulty_id=one.id, organisation_id=met[0].id, by="Lien")
    difficulties.agree_to_be_named(store, agree)
    paper = paper_of(store, one.id, naming=Naming.AGREED)
    assert paper.note is not None
    assert (paper.note.met.total, paper.note.met.chains, paper.note.met.others) == (None, (), True)


def test_the_internal_edition_tells_all_but_what_is_restricted(store: Store, trade: dict[str, Organisation]) -> None:
    permit = note_permit(store, trade, cost=Decimal("12345.67"))
    paper = paper_of(store, permit.id, naming=Naming.INTERNAL)
    said = texts_of(paper)
    assert "Houtlus" in said
    assert INTERNAL in said
    assert RESTRICTED not in said
    assert paper.note is not None
    assert (paper.note.cost, paper.note.about, len(paper.note.met.names)) == (Decimal("12345.67"), False, 6)
    assert paper.footer.author == "Claire Dumont"


def test_a_difficulty_that_is_not_shareable_does_not_leave(store: Store, trade: dict[str, Organisation]) -> None:
    own = note(store, "Chez Houtlus", "permit", trade["Houtlus"], visibility=Visibility.INTERNAL)
    with pytest.raises(KnownError) as caught:
        paper_of(store, own.id)
    assert caught.value.code == "difficulty_stays"
    assert paper_of(store, own.id, naming=Naming.INTERNAL).note is not None
    secret = note(store, "Secret", "permit", visibility=Visibility.RESTRICTED)
    with pytest.raises(KnownError):
        paper_of(store, secret.id, naming=Naming.INTERNAL)
    permit = note_permit(store, trade)
    roll_up = paper_of(store, permit.id, own.id, roll_up=True)
    assert (len(roll_up.difficulties), roll_up.left_out) == (1, 1)


def test_former_names_merged_ones_and_the_bin_are_known_too(store: Store, trade: dict[str, Organisation]) -> None:
    old = make_organisation(store, "Xylolux")
    records.edit_record(store, EditRecord(type_key="organisation", record_id=old.id, values={"name": "Brinquebois"}))
    gone = make_organisation(store, "Tissandière")
    merging.merge_organisations(store, MergeOrganisations(kept_id=old.id, absorbed_id=gone.id))
    one = note(store, "Attente", "permit", happens="Xylolux, Brinquebois et la Tissandière attendent.")
    happens = paper_of(store, one.id).note.happens[0].text  # type: ignore[union-attr]
    assert happens == "Une entreprise, une entreprise et une entreprise attendent."


def test_what_was_joined_is_told_with_it_unless_it_stays_inside(store: Store, trade: dict[str, Organisation]) -> None:
    permit = note_permit(store, trade)
    other = note(store, "Aussi", "permit", happens="Le dossier de Houtlus dort.")
    inside = note(store, "Dedans", "permit", happens="Pas à dire.", visibility=Visibility.INTERNAL)
    for one in (other, inside):
        difficulty_moves.join_difficulties(store, JoinDifficulties(difficulty_id=one.id, into_id=permit.id))
    paper = paper_of(store, other.id)
    assert paper.note is not None
    assert paper.note.id == permit.id
    assert [one.text for one in paper.note.happens][1:] == ["Le dossier d’une entreprise dort."]


def test_a_roll_up_counts_by_theme_and_pools_small_themes(store: Store, trade: dict[str, Organisation]) -> None:
    every = list(trade.values())
    permit = note(store, "Permis", "permit", *every, cost=Decimal(1234))
    slow = note(store, "Lenteur", "permit", *every[:2], cost=Decimal(1000))
    space = note(store, "Hangar", "space", *every[:4])
    gas = note(store, "Gaz", "energy", every[0])
    ids = roll_up_ids(store, states=DifficultyState)
    assert set(ids) == {permit.id, slow.id, space.id, gas.id}
    assert roll_up_ids(store) == ()
    paper = paper_of(store, *ids, roll_up=True)
    assert [theme.name for theme in paper.themes] == ["Permis", "Espace et foncier", ""]
    assert [theme.met.total for theme in paper.themes] == [6, 4, None]
    # Six with one of two: the two would be what is left; nothing is told of either.
    assert [one.met.total for one in paper.themes[0].difficulties] == [None, None]
    assert paper.themes[0].costs.amounts == (("EUR", Decimal(2200)),)
    assert paper.organisations is None
    inside = paper_of(store, *ids, roll_up=True, naming=Naming.INTERNAL)
    assert [theme.met.total for theme in inside.themes] == [6, 4, 1]
    assert inside.organisations == 6


def test_nothing_leaves_unread_and_a_change_makes_the_reading_stale(
    store: Store, trade: dict[str, Organisation]
) -> None:
    permit = note_permit(store, trade)
    wanted = PaperWanted(difficulty_ids=(permit.id,), language="fr")
    paper = difficulty_paper(store, wanted, author="Claire")
    with pytest.raises(KnownError) as caught:
        through_gate(store, paper)
    assert caught.value.code == "paper_unread"
    read_paper(store, ReadDifficultyPaper(wanted=wanted, sha256=paper.sha256, by="Claire"))
    assert through_gate(store, difficulty_paper(store, wanted, author="Karim")).by == "Claire"
    # Another language, or more names, is another paper.
    for other in (replace(wanted, language="nl"), replace(wanted, naming=Naming.AGREED, chosen=Chosen(("permis",)))):
        with pytest.raises(KnownError) as caught:
            through_gate(store, difficulty_paper(store, other, author=""))
        assert caught.value.code == "paper_stale"
    edit = EditRecord(type_key="difficulty", record_id=permit.id, values={"wish": "Un guichet."})
    records.edit_record(store, edit)
    with pytest.raises(KnownError) as caught:
        through_gate(store, difficulty_paper(store, wanted, author=""))
    assert caught.value.code == "paper_stale"
    assert caught.value.params["name"] == "Claire"
    undo.undo(store)
    assert through_gate(store, difficulty_paper(store, wanted, author="")).by == "Claire"
    undo.undo(store)
    with pytest.raises(KnownError) as caught:
        through_gate(store, difficulty_paper(store, wanted, author=""))
    assert caught.value.code == "paper_unread"


def test_a_new_identifier_makes_it_stale_too(store: Store, trade: dict[str, Organisation]) -> None:
    one = note(store, "Attente", "permit", happens="Un voisin, Zwetschge, attend aussi.")
    wanted = PaperWanted(difficulty_ids=(one.id,), language="fr")
    paper = difficulty_paper(store, wanted, author="")
    assert paper.note is not None
    happens = paper.note.happens[0]
    assert [happens.text[start:end] for start, end in happens.doubts] == ["Zwetschge"]
    read_paper(store, ReadDifficultyPaper(wanted=wanted, sha256=paper.sha256, by="Claire"))
    make_organisation(store, "Zwetschge")
    with pytest.raises(KnownError):
        through_gate(store, difficulty_paper(store, wanted, author=""))


def test_what_was_read_must_be_what_is_there(store: Store, trade: dict[str, Organisation]) -> None:
    permit = note_permit(store, trade)
    wanted = PaperWanted(difficulty_ids=(permit.id,), language="fr")
    with pytest.raises(KnownError) as caught:
        read_paper(store, ReadDifficultyPaper(wanted=wanted, sha256="0" * 64, by="Claire"))
    assert caught.value.code == "paper_changed"


def test_words_chosen_while_reading_are_kept_with_the_reading(store: Store, trade: dict[str, Organisation]) -> None:
    one = note(store, "Attente", "permit", happens="Le Relais Zwetschge de Houtlus attend au lieu-dit Fonderie.")
    chosen = Chosen().blocking("Zwetschge").allowing("Houtlus")
    wanted = PaperWanted(difficulty_ids=(one.id,), language="fr", chosen=chosen)
    paper = difficulty_paper(store, wanted, author="")
    assert paper.note is not None
    assert paper.note.happens[0].text == "Le Relais […] de Houtlus attend au lieu-dit Fonderie."
    read_paper(store, ReadDifficultyPaper(wanted=wanted, sha256=paper.sha256, by="Claire"))
    again = difficulty_paper(store, replace(wanted, chosen=None), author="")
    assert through_gate(store, again).paper.note == paper.note
    step = max((each for each in store.find(Difficulty, id=one.id)), key=lambda each: each.id)
    assert step.happens.startswith("Le Relais Zwetschge")


def test_the_internal_edition_needs_no_reading(store: Store, trade: dict[str, Organisation]) -> None:
    permit = note_permit(store, trade)
    assert through_gate(store, paper_of(store, permit.id, naming=Naming.INTERNAL)).by == ""


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("12345.67", "12000"), ("950", "950"), ("955", "960"), ("0", "0"), ("7.456", "7.5"), ("99.9", "100")],
)
def test_amounts_are_rounded_to_two_digits(amount: str, shown: str) -> None:
    assert rounded(Decimal(amount)) == Decimal(shown)
