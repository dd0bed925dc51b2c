"""Papers about fictitious difficulties: full, sparse, hostile."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from clusterdesk.domain.difficulties.cells import ChainCell, Municipality
from clusterdesk.domain.records.difficulties import DifficultyState, Severity
from clusterdesk.domain.views.difficulty_papers import (
    DifficultyPaper,
    Met,
    Naming,
    PaperCosts,
    PaperDifficulty,
    PaperQuote,
    PaperText,
    PaperTheme,
    ReadPaper,
)
from clusterdesk.domain.views.edition import Edition
from tests.briefs.sample_views import FOOTER

WOOD, TEXTILE = UUID(int=1), UUID(int=2)
CHAINS = {
    "fr": ((WOOD, "Bois"), (TEXTILE, "Textile")),
    "nl": ((WOOD, "Hout"), (TEXTILE, "Textiel")),
    "en": ((WOOD, "Wood"), (TEXTILE, "Textiles")),
}
_CELLS = (
    ChainCell(WOOD, 6, (Municipality("Anderlecht", 3), Municipality("", 3))),
    ChainCell(None, 3),
)
_PERMIT = PaperDifficulty(
    id=UUID(int=11),
    title=PaperText("Le permis d’environnement pour une petite cabine de peinture prend neuf mois"),
    theme="Permis",
    on=date(2026, 9, 1),
    severity=Severity.BLOCKING,
    state=DifficultyState.ANSWERED,
    met=Met(9, _CELLS, (), others=True),
    happens=(
        PaperText(
            "Une cabine de moins de 10 m² est instruite comme une installation industrielle : étude de bruit, enquête "
            "publique, avis de trois services. Pendant ce temps l’atelier sous-traite la finition en province.\n"
            "Le dossier est renvoyé deux fois en moyenne pour une pièce que personne n’avait demandée."
        ),
        PaperText("Une entreprise de la filière bois a renoncé à s’agrandir à Bruxelles à cause de ce délai."),
    ),
    cost=Decimal(38000),
    about=True,
    cost_remark=PaperText("Sous-traitance de la finition et transport, compté sur un an."),
    wish=PaperText("Une procédure allégée sous 20 m², avec un interlocuteur unique et un délai de soixante jours."),
    quotes=(
        PaperQuote(
            PaperText("On a un carnet de commandes plein et on paie quelqu’un d’autre pour peindre nos meubles."),
            "une entreprise de la filière bois",
            date(2026, 9, 1),
        ),
        PaperQuote(PaperText("Chaque semaine on nous demande un papier de plus."), "une entreprise", date(2026, 10, 1)),
    ),
    sent_to="Cabinet ministériel",
    sent_on=date(2026, 10, 5),
    answered_on=date(2026, 11, 16),
    answer=PaperText("Une réunion avec l’administration est fixée ; une circulaire est à l’étude pour le printemps."),
)
_SPARSE = PaperDifficulty(
    id=UUID(int=12),
    title=PaperText("Pas de quai de déchargement"),
    theme="Espace et foncier",
    on=date(2026, 11, 1),
    severity=Severity.ANNOYING,
    state=DifficultyState.DRAFT,
    met=Met(None, (), (), others=True),
)
_OTHERS = tuple(
    replace(
        _SPARSE,
        id=UUID(int=20 + place),
        title=PaperText(title),
        happens=(PaperText(happens),),
        wish=PaperText(wish),
        severity=Severity.COSTLY,
        state=DifficultyState.SENT,
        sent_on=date(2026, 10, 12),
        sent_to="Instances de décision de l’agence",
        cost=cost,
        about=True,
        met=Met(total, (), (), others=True),
    )
    for place, (title, happens, wish, cost, total) in enumerate(
        (
            (
                "Les camionnettes d’avant 2015 ne peuvent plus livrer",
                "La zone de basses émissions exclut le véhicule qui sert deux fois par semaine.",
                "Un régime pour les tournées de collecte de matières.",
                Decimal(9200),
                4,
            ),
            (
                "Une chute de bois reste un déchet sur le papier",
                "Pour la revendre, il faut un enregistrement que l’acheteur n’a pas.",
                "Une fin de statut de déchet pour les bois propres.",
                None,
                3,
            ),
            (
                "La TVA sur la réparation est revenue à 21 %",
                "Les clients renoncent à faire réparer.",
                "6 %.",
                None,
                None,
            ),
        )
    )
)


def _paper(language: str, **values: object) -> ReadPaper:
    footer = replace(FOOTER, author="")
    paper = DifficultyPaper(Naming.ANONYMOUS, language, date(2026, 11, 20), footer, chains=CHAINS[language])
    return ReadPaper(replace(paper, **values))  # type: ignore[arg-type]


def full_note(language: str = "fr") -> ReadPaper:
    """Return a note with everything on it."""
    return _paper(language, note=_PERMIT)


def sparse_note(language: str = "fr") -> ReadPaper:
    """Return a note of which only the title is known."""
    return _paper(language, note=_SPARSE)


def internal_note(language: str = "fr") -> ReadPaper:
    """Return a note that stays in the team."""
    names = ("Atelier Noord", "Houtlus", "Planchéa", "Trame-Neuve")
    note = replace(
        _PERMIT, met=Met(4, (), names), about=False, remark=PaperText("Le cabinet préfère qu’on passe par l’agence.")
    )
    read = _paper(language, note=note, naming=Naming.INTERNAL)
    return ReadPaper(replace(read.paper, footer=replace(FOOTER, edition=Edition.INTERNAL)))


def long_note(language: str = "fr") -> ReadPaper:
    """Return a note whose texts fill pages, with words that do not end."""
    text = PaperText(("L’administration répond qu’elle répondra. " * 60 + "é" * 300 + "\n") * 3)
    title = PaperText("Ça n’en finit pas – Ĳsbrand œuvre à Škoda Łódź " * 4)
    quotes = tuple(PaperQuote(text, "une entreprise", None) for _ in range(2))
    return _paper(language, note=replace(_PERMIT, title=title, happens=(text,), quotes=quotes))


def roll_up(language: str = "fr") -> ReadPaper:
    """Return a roll-up of several themes, the small ones together."""
    permit = replace(_PERMIT, met=Met(9, (), (), others=True))
    themes = (
        PaperTheme(
            "Permis",
            Met(9, _CELLS, (), others=True),
            PaperCosts((("EUR", Decimal(38000)),), about=True),
            1,
            1,
            42.0,
            (permit,),
        ),
        PaperTheme(
            "Logistique et zone de basses émissions",
            Met(4, (), (), others=True),
            PaperCosts((("EUR", Decimal(9200)),), about=True),
            1,
            difficulties=_OTHERS[:1],
        ),
        PaperTheme(
            "",
            Met(None, (), (), others=True),
            PaperCosts((), about=True, unknown=3),
            2,
            difficulties=(*_OTHERS[1:], _SPARSE),
        ),
    )
    return _paper(language, themes=themes, organisations=None, median_days=42.0)


def long_roll_up(language: str = "fr") -> ReadPaper:
    """Return a roll-up over several pages."""
    read = roll_up(language)
    many = tuple(replace(one, difficulties=one.difficulties * 6) for one in read.paper.themes)
    return ReadPaper(replace(read.paper, themes=many))
