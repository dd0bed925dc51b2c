"""A small binder of identifiers, and the words of every day as they ship."""

from uuid import UUID, uuid4

import pytest

from clusterdesk.base.resources import resource
from clusterdesk.domain.difficulties.blocking import Blocker
from clusterdesk.domain.difficulties.known import Identifier, IdentifierKind, KnownIdentifiers
from clusterdesk.domain.difficulties.wording import Wording
from clusterdesk.i18n.translator import Translator

NOORD, HOUTLUS, QUAI = uuid4(), uuid4(), uuid4()
_K = IdentifierKind
IDENTIFIERS = (
    Identifier("Atelier Noord SRL", _K.COMPANY, NOORD),
    Identifier("Houtlus", _K.COMPANY, HOUTLUS),
    Identifier("Menuiserie du Vieux Quai", _K.COMPANY, QUAI),
    Identifier("Ketting & Naaf", _K.COMPANY, uuid4()),
    Identifier("Relais", _K.COMPANY, uuid4()),
    Identifier("1999990144", _K.NUMBER, NOORD),
    Identifier("2.345.678.929", _K.NUMBER, NOORD),
    Identifier("+3225550101", _K.PHONE, NOORD),
    Identifier("+32470123456", _K.PHONE),
    Identifier("nora@bois-vivant.example", _K.MAIL, NOORD),
    Identifier("www.noordwood.example/atelier", _K.WEB, NOORD),
    Identifier("Avenue de la Renaissance 12", _K.ADDRESS, NOORD),
    Identifier("Gentsesteenweg 1230", _K.ADDRESS, HOUTLUS),
    Identifier("Panneaux trois plis en bois de réemploi", _K.PROJECT, NOORD),
    Identifier("Atelier", _K.PLACE, NOORD),
    Identifier("Nora Lejeune", _K.PERSON),
    Identifier("Nora", _K.PERSON),
    Identifier("Lejeune", _K.PERSON),
    Identifier("Lien De Backer", _K.PERSON),
    Identifier("De Backer", _K.PERSON),
    Identifier("Pierre Blanc", _K.PERSON),
    Identifier("Pierre", _K.PERSON),
    Identifier("Blanc", _K.PERSON),
    Identifier("SVD", _K.INITIALS),
)


@pytest.fixture(scope="session")
def everyday() -> frozenset[str]:
    """Return the words that ship."""
    text = resource("reference", "everyday_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


@pytest.fixture(scope="session")
def blocker(everyday: frozenset[str]) -> Blocker:
    """Return what knows the small binder."""
    return Blocker(KnownIdentifiers(IDENTIFIERS, everyday))


@pytest.fixture(scope="session")
def wordings() -> dict[str, Wording]:
    """Return the words of each language; the chain of Atelier Noord may be told."""
    chains: dict[str, dict[UUID, str]] = {"fr": {NOORD: "bois"}, "nl": {NOORD: "hout"}, "en": {NOORD: "wood"}}
    return {language: Wording(Translator(language), language, chains[language]) for language in chains}
