"""Nobody whom the binder knows is recognised in a text, however the name, number or address is written."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from clusterdesk.domain.difficulties.blocking import Blocker
from clusterdesk.domain.difficulties.known import Identifier, IdentifierKind, KnownIdentifiers
from clusterdesk.domain.difficulties.wording import Wording
from clusterdesk.i18n.translator import Translator
from tests.domain.difficulties.conftest import NOORD

type Blocks = Callable[..., str]


@pytest.fixture
def blocked(blocker: Blocker, wordings: dict[str, Wording]) -> Blocks:
    """Return the text that leaves."""

    def _blocked(text: str, language: str = "fr", **how: tuple[str, ...]) -> str:
        return wordings[language].replaced(text, blocker.places(text, **how))

    return _blocked


COMPANY = "une entreprise de la filière bois"


@pytest.mark.parametrize(
    "written",
    [
        "Atelier Noord",
        "ATELIER NOORD",
        "atelier noord srl",
        "Atelier-Noord S.R.L.",
        "Atelier\u00a0Noord",
        "Atelier\nNoord",
        "AtelierNoord",
        "ateliernoord2024",
        "Atel\u200bier No\u00adord",
        "Аtelier Nооrd",  # Cyrillic А and о
        "Ａｔｅｌｉｅｒ Ｎｏｏｒｄ",
        "𝐀𝐭𝐞𝐥𝐢𝐞𝐫 𝐍𝐨𝐨𝐫𝐝",
        "A t e l i e r  N o o r d",
        "Ate-\nlier Noord",
        "N\u0336o\u0336o\u0336r\u0336d\u0336",
        "Noord",
        "NOORD",
        "Noords",
        "noords",
        "N00rd",
        "Atelier Noôrd",
    ],
)
def test_a_company_is_not_recognised(blocked: Blocks, written: str) -> None:
    assert blocked(f"Chez {written} on attend.") == f"Chez {COMPANY} on attend."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("L’Atelier Noord attend.", "Une entreprise de la filière bois attend."),
        ("Le permis d’Atelier-Noord traîne.", f"Le permis d’{COMPANY} traîne."),
        ("Le permis de l’Atelier Noord traîne.", f"Le permis d’{COMPANY} traîne."),
        ("Le bail du Relais finit.", "Le bail d’une entreprise finit."),
        ("On répond à l’Atelier Noord que Nora Lejeune vient.", f"On répond à {COMPANY} qu’une personne vient."),
        ("Mme Lejeune et M. P. Blanc.", "Une personne et une personne."),
        ("Pierre dit que la pierre est blanche.", "Une personne dit que la pierre est blanche."),
        ("Lejeune N. (0499/12.34.56)", "Une personne ([téléphone])"),
        ("à la Menuiserie du Vieux Quai", "à une entreprise"),
        ("le Vieux Quai refuse, un vieux quai aussi", "une entreprise refuse, un vieux quai aussi"),
        ("Panneaux trois plis, clairs", "Un projet, clairs"),
        ("la note de SVD", "la note d’une personne"),
    ],
)
def test_french_goes_on_around_it(blocked: Blocks, text: str, left: str) -> None:
    assert blocked(text) == left


@pytest.mark.parametrize(
    ("text", "left", "language"),
    [
        ("Het attest van Houtlus en de houtlusmedewerkers.", "Het attest van een bedrijf en een bedrijf.", "nl"),
        ("Houtlus wacht.", "Een bedrijf wacht.", "nl"),
        ("bij Atelier Noord", "bij een bedrijf uit de keten hout", "nl"),
        ("Lien De Backer, debacker", "Een persoon, een persoon", "nl"),
        ("The Atelier Noord’s permit", "A company of the wood value chain’s permit", "en"),
        ("Ketting & Naaf, ketting en naaf, Ketting and Naaf", "Een bedrijf, een bedrijf, een bedrijf", "nl"),
    ],
)
def test_other_languages_too(blocked: Blocks, text: str, left: str, language: str) -> None:
    assert blocked(text, language) == left


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("BE 1999.990.144", "[numéro]"),
        ("1999 990 144", "[numéro]"),
        ("TVA BE1999990144", "TVA [numéro]"),
        ("1 999-990/144", "[numéro]"),
        ("l999.99O.l44", "[numéro]"),
        ("2345678929", "[numéro]"),
        ("BE68 5390 0754 7034", "[numéro]"),
        ("be68-5390-0754-7034", "[numéro]"),
        ("02 555 01 01", "[téléphone]"),
        ("02/555.01.01", "[téléphone]"),
        ("+32 (0)2 555 01 01", "[téléphone]"),
        ("0032 2 5550101", "[téléphone]"),
        ("555 01 01", "[téléphone]"),
        ("０２ ５５５ ０１ ０１", "[téléphone]"),
        ("0470/12.34.56", "[téléphone]"),
        ("+33 1 23 45 67 89", "[téléphone]"),
        ("nora@bois-vivant.example", "[adresse mail]"),
        ("quelqu.un (at) ailleurs.example", "[adresse mail]"),
        ("https://exemple.test/page?q=1", "[site web]"),
        ("bois-vivant", "[adresse mail]"),
        ("noordwood.be", "[site web]"),
        ("avenue de la Renaissance 12 bte 3, 1000 Bruxelles", "[adresse]"),
        ("12, av. Renaissance", "[adresse]"),
        ("AV. DE LA RENAISSANCE", "[adresse]"),
        ("Renaissance 12", "[adresse]"),
        ("Gentsestwg 1230 bus 4", "[adresse]"),
        ("1230 Gentse Steenweg", "[adresse]"),
    ],
)
def test_numbers_and_places_are_not_recognised(blocked: Blocks, written: str, left: str) -> None:
    assert blocked(f"dossier ({written}) en cours") == f"dossier ({left}) en cours"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Notre atelier de bois, un vélo et la filière textile : le permis d’environnement prend neuf mois.",
        "Le cadre est flou ; la menuiserie paie 1 250 000 € de loyer, 12 345,67 € de taxes, en 2026-11-23.",
        "De ketting is stuk, de naaf ook. Een relais is nodig.",
        "The vat rate on repair is 21 %, since the renaissance of the trade.",
        "pierre et bois, blanc ou noir : 0,5 m² en 1999",
        "Vélo. Bois ! Atelier ?\n\n- Le permis\n- La zone de basses émissions (LEZ)",
    ],
)
def test_a_text_that_tells_of_nobody_stays_as_it_is(blocked: Blocks, text: str) -> None:
    assert blocked(text) == text


def test_who_is_not_known_is_not_named_either(blocked: Blocks) -> None:
    text = "Mme Lambert de Bois d’Or SRL, plaque 1-ABC-123"
    assert not {"Lambert", "Bois", "Or", "ABC"} & set(blocked(text).replace("’", " ").split())


def test_a_word_is_blocked_by_hand_and_another_allowed(blocked: Blocks) -> None:
    text = "La scie jaune du Noord est unique, LES SCIES JAUNES aussi."
    assert blocked(text, words=("scie jaune",)) == (
        "La […] d’une entreprise de la filière bois est unique, LES […] aussi."
    )
    assert blocked(text, allowed=("noord",)) == text


def test_a_word_that_many_companies_share_tells_of_none(everyday: frozenset[str]) -> None:
    names = ("Zilveren Draad", "Zilveren Naald", "Zilveren Wiel")
    known = [Identifier(name, IdentifierKind.COMPANY, uuid4()) for name in names]
    few = Blocker(KnownIdentifiers(tuple(known[:2]), everyday))
    many = Blocker(KnownIdentifiers(tuple(known), everyday))
    assert [one.text for one in few.places("een zilveren kans")] == ["zilveren"]
    assert many.places("een zilveren kans") == ()
    assert [one.text for one in many.places("de zilveren naald")] == ["zilveren naald"]


def test_what_may_name_somebody_unknown_is_shown_to_the_reader(blocker: Blocker) -> None:
    text = "Comme dit Vandersmissen, Noord attend. Bruxelles ne répond pas. Zwetschge attend."
    shown = [text[start:end] for start, end in blocker.doubtful(text, blocker.places(text))]
    assert shown == ["Vandersmissen", "Zwetschge"]


def test_a_municipality_of_few_is_shown_to_the_reader(everyday: frozenset[str]) -> None:
    blocker = Blocker(KnownIdentifiers((), everyday, frozenset({"laeken", "1020"})))
    text = "Un atelier de Laeken, 1020, attend ; à Ixelles, 1050, aussi, dit une personne laekenoise de laeken."
    assert [text[start:end] for start, end in blocker.doubtful(text, ())] == ["Laeken", "1020"]


def test_the_places_tell_of_whom(blocker: Blocker) -> None:
    (place,) = blocker.places("chez noord")
    assert (place.kind, place.owners, place.text) == (IdentifierKind.COMPANY, frozenset({NOORD}), "noord")


SIGNED = (
    "Réseau des ateliers (exemple)",
    "(Re)Tissage",
    "Wodan+ SRL",
    "Récup\u202f!",
    'Menuiserie "Zwaan"',
    "« Kastanje »",
    "Zolder & Cie.",
    "E.Q.Z.",
    "&Zilt",
)


@pytest.mark.parametrize(
    ("text", "left", "named"),
    [
        ("Chez Réseau des ateliers (exemple) on attend.", "Chez une entreprise on attend.", SIGNED[0]),
        ("RÉSEAU DES ATELIERS (EXEMPLE)", "Une entreprise", SIGNED[0].upper()),
        ("Réseau des ateliers\u00a0(\u202fexemple\u00a0)\u202f: non", "Une entreprise\u202f: non", None),
        ("(voir Réseau des ateliers (exemple))", "(voir une entreprise)", SIGNED[0]),
        ("Chez Réseau des ateliers (exemple).", "Chez une entreprise.", SIGNED[0]),
        ("Chez Réseau des ateliers (un exemple) on attend.", "Chez une entreprise (un exemple) on attend.", None),
        ("avec (Re)Tissage, oui", "avec une entreprise, oui", SIGNED[1]),
        ("Wodan+ attend", "Une entreprise attend", "Wodan+"),
        ("wodan+ srl attend", "une entreprise attend", "wodan+ srl"),
        ("Merci à Récup\u202f! qui vient", "Merci à une entreprise qui vient", SIGNED[3]),
        ("Merci à Récup\u202f!", "Merci à une entreprise\u202f!", SIGNED[3]),
        ('la Menuiserie "Zwaan" attend', "une entreprise attend", SIGNED[4]),
        ("chez « Kastanje » on attend", "chez une entreprise on attend", SIGNED[5]),
        ("chez Kastanje on attend", "chez une entreprise on attend", "Kastanje"),
        ("chez «\u202fKastanje\u202f»", "chez une entreprise", "«\u202fKastanje\u202f»"),
        ("chez Zolder & Cie. on attend", "chez une entreprise on attend", SIGNED[6]),
        ("chez Zolder & Cie.", "chez une entreprise.", SIGNED[6]),
        ("chez E.Q.Z. on attend. Bien", "chez une entreprise on attend. Bien", SIGNED[7]),
        ("chez &Zilt on attend", "chez une entreprise on attend", SIGNED[8]),
        ("pour Wodan SA. Bien.", "pour une entreprise. Bien.", None),
        ("pour Wodan S.A. Bien.", "pour une entreprise. Bien.", "Wodan S.A."),
        ("(chez Wodan+), « Zolder »", "(chez une entreprise), « une entreprise »", "Wodan+"),
    ],
)
def test_the_signs_of_a_name_go_with_it(everyday: frozenset[str], text: str, left: str, named: str | None) -> None:
    known = tuple(Identifier(name, IdentifierKind.COMPANY, uuid4()) for name in SIGNED)
    blocker = Blocker(KnownIdentifiers(known, everyday))
    places = blocker.places(text)
    assert Wording(Translator("fr"), "fr").replaced(text, places) == left
    assert named is None or places[0].text == named


def test_a_name_within_the_name_of_one_who_may_be_named_stays(everyday: frozenset[str]) -> None:
    shut = (Identifier("Zwaan", IdentifierKind.COMPANY, uuid4()), Identifier("Anna Quispel", IdentifierKind.PERSON))
    named = (Identifier("Atelier Zwaan (Quispel)", IdentifierKind.COMPANY, uuid4()),)
    blocker = Blocker(KnownIdentifiers(shut, everyday), named)
    text = "Atelier Zwaan (Quispel) aide Zwaan et Anna Quispel."
    assert [one.text for one in blocker.places(text)] == ["Zwaan", "Anna Quispel"]
    around = Blocker(KnownIdentifiers((*named, *shut[1:]), everyday), shut[:1])
    assert [one.text for one in around.places("L’Atelier Zwaan (Quispel) aide Zwaan", allowed=["Zwaan"])] == [
        "Atelier Zwaan (Quispel)"
    ]
