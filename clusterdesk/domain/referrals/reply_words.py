"""The words of the reply block in French, Dutch and English: as we print them, and as people write them.

They are no texts of a catalogue: what is printed in one language is read back in any, whatever the window speaks.
What is read is compared without accents and in small letters.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from clusterdesk.domain.records.referrals import ReferralOutcome
from clusterdesk.domain.referrals.replies import ReplyKind

BLANK = "…"


@dataclass(frozen=True, slots=True)
class BlockWords:
    """One language's words; ``because`` stands between a refusal and its reason, ``colon`` after a label."""

    colon: str
    reference: str
    keep: str
    answer: str
    day: str
    name: str
    because: str
    kinds: Mapping[ReplyKind, str]
    outcomes: Mapping[ReferralOutcome, str]
    how: str
    choices: tuple[str, ...]
    example: str
    again: str


BLOCK_WORDS: Mapping[str, BlockWords] = {
    "fr": BlockWords(
        colon="\u00a0:",
        reference="Référence",
        keep="à laisser telle quelle",
        answer="Réponse",
        day="Date",
        name="Nom",
        because="parce que",
        kinds={
            ReplyKind.ACKNOWLEDGED: "bien reçu",
            ReplyKind.ACCEPTED: "accepté",
            ReplyKind.DECLINED: "refusé",
            ReplyKind.IN_PROGRESS: "en cours",
            ReplyKind.DONE: "fait",
        },
        outcomes={
            ReferralOutcome.CONTRACT: "contrat",
            ReferralOutcome.DISTRIBUTOR: "distributeur",
            ReferralOutcome.PARTNER: "partenaire",
            ReferralOutcome.LEAD: "piste",
            ReferralOutcome.NONE: "sans suite",
        },
        how="Répondez à ce mail : à la place des points de « Réponse », écrivez au choix",
        choices=(
            "bien reçu",
            "accepté",
            "refusé parce que …",
            "en cours – où vous en êtes",
            "fait : contrat (ou distributeur, partenaire, piste, sans suite), montant, pays, date",
        ),
        example="Exemple : fait : contrat, 12 000 €, Pays-Bas, 15/03/2027",
        again="Vous pouvez renvoyer ce bloc aussi souvent que la situation évolue.",
    ),
    "nl": BlockWords(
        colon=":",
        reference="Referentie",
        keep="ongewijzigd laten",
        answer="Antwoord",
        day="Datum",
        name="Naam",
        because="omdat",
        kinds={
            ReplyKind.ACKNOWLEDGED: "goed ontvangen",
            ReplyKind.ACCEPTED: "aanvaard",
            ReplyKind.DECLINED: "geweigerd",
            ReplyKind.IN_PROGRESS: "in behandeling",
            ReplyKind.DONE: "afgerond",
        },
        outcomes={
            ReferralOutcome.CONTRACT: "contract",
            ReferralOutcome.DISTRIBUTOR: "verdeler",
            ReferralOutcome.PARTNER: "partner",
            ReferralOutcome.LEAD: "lead",
            ReferralOutcome.NONE: "zonder gevolg",
        },
        how="Beantwoord deze mail: schrijf in plaats van de puntjes bij “Antwoord” naar keuze",
        choices=(
            "goed ontvangen",
            "aanvaard",
            "geweigerd omdat …",
            "in behandeling – hoever u staat",
            "afgerond: contract (of verdeler, partner, lead, zonder gevolg), bedrag, land, datum",
        ),
        example="Voorbeeld: afgerond: contract, 12.000 €, Nederland, 15/03/2027",
        again="U mag dit blok terugsturen telkens als er iets verandert.",
    ),
    "en": BlockWords(
        colon=":",
        reference="Reference",
        keep="leave as it is",
        answer="Answer",
        day="Date",
        name="Name",
        because="because",
        kinds={
            ReplyKind.ACKNOWLEDGED: "received",
            ReplyKind.ACCEPTED: "accepted",
            ReplyKind.DECLINED: "declined",
            ReplyKind.IN_PROGRESS: "in progress",
            ReplyKind.DONE: "done",
        },
        outcomes={
            ReferralOutcome.CONTRACT: "contract",
            ReferralOutcome.DISTRIBUTOR: "distributor",
            ReferralOutcome.PARTNER: "partner",
            ReferralOutcome.LEAD: "lead",
            ReferralOutcome.NONE: "no outcome",
        },
        how="Reply to this mail: in place of the dots of “Answer”, write one of these",
        choices=(
            "received",
            "accepted",
            "declined because …",
            "in progress – how far you are",
            "done: contract (or distributor, partner, lead, no outcome), amount, country, date",
        ),
        example="Example: done: contract, 12,000 €, Netherlands, 15/03/2027",
        again="You may send this block again each time something changes.",
    ),
}

# What people write. Each is a pattern in small letters without accents, the negations first; a "weak" one counts only
# where it begins the answer: "oui", "fait" and "done" are words of everyday sentences.
STRONG: tuple[tuple[ReplyKind, str], ...] = (
    (
        ReplyKind.DECLINED,
        r"(?:pas|non|niet|not) (?:ete |been )?(?:accept\w*|aanvaard\w*|geaccepteerd|goedgekeurd"
        r"|akkoord|d'accord|agreed)"
        r"|(?:ne |n')(?:pouvons|pouvez|peut|puis|acceptons|accepte) (?:malheureusement |helas )?pas"
        r"(?: (?:l'|le |la )?accepter)?"
        r"|(?:cannot|can't|can not|unable to|will not|won't) (?:accept|take|help)\w*"
        r"|kunnen \w+ (?:\w+ ){0,3}?niet (?:aanvaarden|aannemen|opnemen)|niet aanvaarden"
        r"|refus(?:ee?s?|ons|er)?|declin(?:ee?s?|ons|er|ed|e)|geweigerd|weigeren|weiger|afgewezen|wijzen \w+ af"
        r"|refused?|rejected|turned down|regret to decline",
    ),
    (
        ReplyKind.ACCEPTED,
        r"accept(?:ee?s?|ons|er|ed|e)?|d'accord|pris(?:e)? en charge|prenons en charge|aanvaard(?:en)?|geaccepteerd"
        r"|akkoord|goedgekeurd|nemen (?:dit|het|dat|de \w+) op|agreed|we (?:will )?take (?:it|this) on|approved",
    ),
    (
        ReplyKind.IN_PROGRESS,
        r"en cours|en traitement|on y travaille|nous y travaillons|in behandeling|in uitvoering|lopend\w*|mee bezig"
        r"|bezig|in progress|ongoing|under way|underway|working on it|being (?:handled|processed)",
    ),
    (
        ReplyKind.DONE,
        r"termine(?:e|s|es)?|cloture(?:e|s|es)?|conclu(?:e|s|es)?|abouti|afgerond|afgesloten|voltooid|completed|concluded"
        r"|finalise(?:d|e|ed)?",
    ),
    (
        ReplyKind.ACKNOWLEDGED,
        r"bien recu(?:e|s|es)?|accus\w* (?:de )?(?:bonne )?reception|(?:goed|wel) ontvangen"
        r"|ontvangst (?:bevestigd|melding)|bevestigen (?:de )?(?:goede )?ontvangst|ontvangstbevestiging|well received"
        r"|acknowledge(?:d|ment)?(?: receipt)?|pris note|pris bonne note",
    ),
)
WEAK: tuple[tuple[ReplyKind, str], ...] = (
    (ReplyKind.DECLINED, r"non|nee|neen|no|impossible|onmogelijk"),
    (ReplyKind.ACCEPTED, r"oui|ok|okay|oke|ja|yes|vu"),
    (
        ReplyKind.DONE,
        r"fait(?:e|s|es)?|done|gedaan|klaar|gebeurd|finished|closed|clos(?:e)?|ready|signe(?:e|d)?|getekend",
    ),
    (ReplyKind.ACKNOWLEDGED, r"recu(?:e|s|es)?|ontvangen|received|genoteerd|noted"),
)
# What makes a kind doubtful: "pas encore accepté", "nog niet afgerond", "not done".
UNDONE = r"(?:pas encore|nog niet|not yet|pas|niet|not|aucunement|jamais|nooit|never)"
# Words that may stand before the kind.
FILLERS = (
    r"(?:(?:merci|dank u?|thanks?|nous|on|avons|l'avons|a|c'est|est|il|elle|ete|ont|le|la|l'|les|dossier|demande"
    r"|orientation|notre|votre|de|het|dit|is|werd|wordt|wij|we|ik|i|hebben|heb|have|it|it's|this|has|been|was|your|our|uw|ons"
    r"|request|file|aanvraag|doorverwijzing|referral|bien|goed)(?:[ ,!.:]+|(?<=')))"
)
OUTCOMES: tuple[tuple[ReferralOutcome, str], ...] = (
    (
        ReferralOutcome.NONE,
        r"sans (?:suite|resultat|succes)|pas de suite|zonder (?:gevolg|resultaat|succes)|geen (?:gevolg|resultaat)"
        r"|geen vervolg|no (?:outcome|result|follow-up)|without (?:result|outcome)|aucune? (?:suite|resultat)|rien"
        r"|niets|nothing|none|echec|mislukt|failed",
    ),
    (ReferralOutcome.DISTRIBUTOR, r"(?:distribut(?:eu|o)r|revendeur|verdeler|wederverkoper|reseller|agent)s?"),
    (ReferralOutcome.PARTNER, r"partenaires?|partenariats?|partners?|partnerschap\w*|partnerships?|samenwerking\w*"),
    (ReferralOutcome.CONTRACT, r"contra(?:c?ts?|cten)|commandes?|bestelling(?:en)?|orders?|ventes?|verkoop|deals?"),
    (ReferralOutcome.LEAD, r"pistes?|prospects?|leads?|spoor|sporen|contacts?|contacten"),
)
BECAUSE = r"(?:parce qu(?:e\b|')|par ce que\b|car\b|omdat\b|want\b|because\b|as\b)"
ANSWER_LABELS = r"(?:notre |votre |ons |uw |our |your )?(?:re?ponses?|antwoord(?:en)?|answers?|repl(?:y|ies)|response)"
REFERENCE_LABELS = r"(?:reference|referentie|ref|jeton|token|code)"
DAY_LABELS = r"(?:date|datum|repondu le|beantwoord op|answered on|date de (?:la )?reponse|datum (?:van het )?antwoord)"
NAME_LABELS = r"(?:nom|naam|name|par|door|by|de la part de|namens|on behalf of)"
