"""Difficulties of the field for tests: a small trade of fictitious companies, and what stands in their way."""

from typing import Any
from uuid import UUID

from clusterdesk.domain.commands.difficulties import NewQuote, NoteDifficulty
from clusterdesk.domain.commands.difficulty_papers import PaperWanted, ReadDifficultyPaper
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyTheme
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Organisation, OrganisationValueChain
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services import difficulties
from clusterdesk.services.difficulty_papers import difficulty_paper
from clusterdesk.services.paper_gate import read_paper
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_organisation

# Name, enterprise number, value chain, postcode.
TRADE = (
    ("Menuiserie Dussart & Fils", "1999990144", "wood", "1070"),
    ("L’Établi d’Hélène", "1999990243", "wood", "1070"),
    ("Houtlus", "1999990342", "wood", "1070"),
    ("Planchéa SRL", "1999990441", "wood", "1190"),
    ("Trame-Neuve", "1999990540", "textile", "1000"),
    ("Roue Voisine", None, "bike", "1050"),
)
INTERNAL = "Le gérant envisage une faillite discrète au printemps."
RESTRICTED = "La banque a retiré sa ligne de crédit sans prévenir."


def make_trade(store: Store) -> dict[str, Organisation]:
    """Add the companies, each with a value chain, a seat and a person."""
    chains = {one.key: one for one in store.find(ValueChain)}
    made = {}
    for place, (name, number, chain, postcode) in enumerate(TRADE):
        one = made[name] = make_organisation(store, name, postcode=postcode, enterprise_number=number)
        ends = {"organisation_id": one.id, "value_chain_id": chains[chain].id}
        member = set_member_id("organisation_value_chain", ends)
        add(store, OrganisationValueChain(id=member, organisation_id=one.id, value_chain_id=chains[chain].id))
        make_contact(
            store,
            one,
            ("Hélène", "Bram", "Lien", "Karim", "Zoé", "Anaïs")[place],
            ("Dussart", "Van Damme-Noël", "De Backer", "Benaïssa", "Ölander", "Lefèvre")[place],
            phone=f"+322555{place:04d}",
            mail=f"bonjour@{('dussart', 'etabli', 'houtlus', 'planchea', 'trame', 'roue')[place]}.example",
        )
    return made


def theme(store: Store, key: str) -> DifficultyTheme:
    """Return a theme that ships."""
    return next(one for one in store.find(DifficultyTheme) if one.key == key)


def note(store: Store, title: str, key: str, *met: Organisation, **values: Any) -> Difficulty:
    """Note a difficulty of a theme that organisations meet."""
    command = NoteDifficulty(
        title=title, theme_id=theme(store, key).id, organisation_ids=tuple(one.id for one in met), **values
    )
    return difficulties.note_difficulty(store, command).output


def note_permit(store: Store, trade: dict[str, Organisation], **values: Any) -> Difficulty:
    """Note a difficulty whose texts name nearly everybody, with quotes that stay inside."""
    met = list(trade.values())
    texts = {
        "happens": "Chez Houtlus, le permis d’environnement attend depuis neuf mois ; l’Établi d'Hélène a dû louer un "
        "box rue du Quai des Matériaux 3. Mme Dussart (02 555 00 00) le confirme, Planchéas et Roue-Voisine aussi.",
        "wish": "Un interlocuteur unique, comme le demande Zoé Ölander de Trame Neuve (BE 1999.990.540).",
        "cost_remark": "Location d’un box par Houtlus.",
        "quotes": (
            _said("On attend le feu vert de la commune, nous les De Backer.", met[2].id),
            _said(INTERNAL, met[0].id, Visibility.INTERNAL),
            _said(RESTRICTED, met[1].id, Visibility.RESTRICTED),
        ),
    }
    return note(store, "Permis trop lent pour Houtlus", "permit", *met, **{**texts, **values})


def _said(text: str, organisation_id: UUID, visibility: Visibility = Visibility.SHAREABLE) -> NewQuote:
    return NewQuote(text=text, organisation_id=organisation_id, visibility=visibility)


def read_note(store: Store, *ids: UUID, by: str = "Claire", **more: Any) -> str:
    """Read the note of a difficulty, or the roll-up of some, as it is now; return the sum of what was read."""
    wanted = PaperWanted(**{"difficulty_ids": ids, "language": "fr", "roll_up": len(ids) > 1, **more})
    sha256 = difficulty_paper(store, wanted, author="").sha256
    read_paper(store, ReadDifficultyPaper(wanted=wanted, sha256=sha256, by=by))
    return sha256
