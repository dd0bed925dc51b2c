"""What the words of a header mean in any language: ``kbo nummer`` and ``numéro BCE`` are the same two concepts.

A header becomes a set of concepts; words that say nothing (articles, units, the cluster's own name) are dropped,
years are taken out, and words not known here stay, so that they weigh against a match.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from clusterdesk.domain.parsing.text import folded, stem

# concept(s) = words and phrases, parted by bars; folded and without plural marks when compared. Longer phrases first.
_MEANINGS = """
number = numero|n|nr|no|num|nummer|number
company number = ondernemingsnummer|ondernemingsnr|bedrijfsnummer|numero d entreprise|entreprisenr
company = entreprise|societe|firme|firma|bedrijf|bedrijven|onderneming|company|enterprise|entite|entity
company = raison sociale|business
organisation = organisation|organisatie|organization|organisme|structure|acteur|actor
bce = bce|kbo|bce kbo|kbo bce|cbe|banque carrefour|kruispuntbank
vat = tva|btw|vat|numero tva
vat number = btwnummer|btwnr|numtva|vatnumber
establishment = etablissement|unite etablissement|vestiging|vestigingseenheid|establishment|site d exploitation
establishment = exploitation|exploitatie|uitbating|operating
address establishment = siege d exploitation|exploitatiezetel|uitbatingszetel|zetel van exploitatie|vestigingsadre
address establishment = lieu d exploitation|exploitatieadre|uitbatingsadre|operating site|place of business
establishment number = vestigingsnummer|vestigingseenheidsnummer|vestigingsnr
name = nom|naam|name|denomination|benaming|intitule|appellation
company name = bedrijfsnaam|firmanaam|ondernemingsnaam|companyname|handelsnaam|nom commercial|denomination sociale
company name = nom social
beneficiary = beneficiaire|begunstigde|beneficiary
subsidy = subvention|subside|subsidie|subsidy|toelage|grant|prime|premie
legal_form = forme juridique|forme|rechtsvorm|juridische vorm|legal form|forme legale|statut juridique|juridical form
legal_form = juridicalform|vorm
address = adresse|adres|address|siege|siege social|zetel|maatschappelijke zetel
street = rue|straat|street|voie|straatnaam
house_number = huisnummer|huisnr|house number|numero de rue|numero de maison|n de rue|nr de rue|no de rue|n de maison
box = boite|bus|box|bte|busnummer
postcode = cp|code postal|postcode|zip|zip code|zipcode|postal code|postnummer|postnr|code postale
city = commune|ville|gemeente|stad|city|localite|municipality|plaats|woonplaats|town|municipalite
country = pays|land|country
phone = telephone|tel|telefoon|telefoonnummer|phone|gsm|mobile|mobiel|portable|mobilofoon|telnr|telephone fixe
phone = tel fixe
mail = e mail|email|mail|courriel|e mail adre|emailadre|mailadre|adresse mail|adresse e mail|adresse email
mail = adresse electronique
mail = email address|e mail address|courrier electronique
site = site web|site internet|site|website|web|url|webpagina|page web|homepage|www
chain_link = maillon|maillon de la filiere|schakel|chain link
value_chain = filiere|waardeketen|value chain|chaine de valeur|secteur|sector|valuechain
tag = theme|thema|thematique|tag|mot cle|trefwoord|keyword|etiquette|categorie|category
nace = nace|nacebel|nace bel|nacecode|code nace
version = version|versie
activity = activite|activiteit|activity|business activity
fte = etp|vte|fte|effectif|equivalent temps plein|voltijds equivalent|personeelsbestand|travailleur|werknemer|employe
fte = headcount|personnel|personeel|nombre de travailleur|aantal werknemer|emploi|tewerkstelling|staff
revenue = chiffre d affaire|ca|omzet|revenue|turnover|omzetcijfer|sales|jaaromzet
date = date|datum|jour|dag|day
member = membre|lid|member|adherent
membership = adhesion|affiliation|lidmaatschap|aansluiting|toetreding|membership|inscription|adhesion au cluster
date membership = aansluitingsdatum|toetredingsdatum|lidmaatschapsdatum|date d entree|date entree|date d inscription
since = depui|sind|sinds|since
status = statut|statu|status|qualite|hoedanigheid|etat|toestand|state
language = langue|taal|language|voertaal|role linguistique|taalrol
known_since = connu depui|known since|gekend sind|bekend sind|encode le|enregistre le|recorded on|geregistreerd op
known_since = date encodage
known_since = date d encodage|knownsince|recordedon|date de connaissance|connu le
note = remarque|opmerking|note|notes|commentaire|comment|nota|observation|memo|info|divers|remark|bemerking
id = id|identifiant|identifier|reference|ref|referentie|code interne|external id|externalid|key|cle|sleutel
contact = contact|contactpersoon|personne de contact|personne contact|contact person|interlocuteur|contactperson
contact = personne|persoon
first_name = prenom|voornaam|first name|firstname|given name
last_name = nom de famille|familienaam|achternaam|last name|lastname|surname|family name
role = fonction|functie|role|rol|function|job title|jobtitle|poste
consent = consentement|toestemming|consent|accord|akkoord|autorisation|toelating|agrees
mailing = mailing|newsletter|nieuwsbrief|lettre d information|infolettre
photo = photo|foto|image|beeld
citation = citation|cite|etre cite|vermelding|geciteerd|cited
sharing = partage|delen|sharing|transmission
start = debut|begin|start|a partir du|from|van af|vanaf|ouverture|opening|lancement
start date = startdatum|begindatum|openingsdatum|date debut|date de debut|date d ouverture
end = fin|einde|end|jusqu|jusqu au|until|tot|cloture|afsluiting|sortie|depart
end date = uitgetreden op|uittredingsdatum|datum uittreding|sorti le|parti le|date de demission|date de depart
end date = einddatum|afsluitingsdatum|date fin|date de fin|date de cloture|date de sortie
reason = raison|motif|reden|reason
project = projet|project|projectnaam|projecttitel
file = dossier|file|begeleidingsdossier|coaching file|accompagnement|begeleiding|coaching
title = titre du projet|titre|titel|title|intitule
description = description|omschrijving|beschrijving|detail|resume|samenvatting
stage = stade|fase|phase|stage|maturite|avancement
partner = partenaire|partner
holder = porteur|porteur de projet|projectdrager|trekker|holder|houder|promoteur
track = axe|spoor|track|volet|type d accompagnement
manager = charge de cluster|account manager|accountmanager|gestionnaire|beheerder|coach
manager = conseiller|adviseur|manager|suivi par|opgevolgd door|charge|clustermanager|auteur|auteur du compte rendu
manager = author
plan = plan|plan d accompagnement|begeleidingsplan
type = type|soort|nature|aard|kind|genre
session = visite|bezoek|visit|reunion|vergadering|meeting|rendez vou|rdv|entretien|gesprek|session|sessie|rencontre
session = act
duration = duree|duur|duration|minute|heure|uur|minuten|temps
hour = heure de debut|beginuur|uur van|heure debut|starttime|start time|hour
attendee = participant|present|aanwezig|aanwezige|deelnemer|attendee|presence|participants
place = lieu|locatie|place|location|endroit
decision = decision|beslissing|besluit|conclusion|conclusie
subject = sujet|objet|onderwerp|subject|question|vraag|objet de la demande|demande|topic
answer = reponse|antwoord|answer|conseil|advie|advies|advice|conseil donne
action = action|actie|actiepunt|point d action|tache|taak|task|promesse|promise|to do|todo|a faire|te doen|belofte
owner = a charge de|ten laste van|owed by|par qui|door wie|qui|wie|who|pilote|responsable de l action|due by person
due = echeance|deadline|vervaldag|due|pour le|tegen|delai|termijn|date limite|due date
done = fait|gedaan|done|realise|termine|afgewerkt|cloture le|fait le|gedaan op|done on
result = resultat|resultaat|result|fait marquant|indicateur|indicator
effective = effectif le|effective|date effective|effectieve datum|date du fait|datum van het feit
evidence = preuve|bewij|evidence|piece justificative|bewijsstuk|justificatif
confirmed = confirme|bevestigd|confirmed|confirme par|bevestigd door
validated = valide|gevalideerd|validated|valide par|gevalideerd door
revoked = revoque|ingetrokken|revoked|annule
situation = situation|situation juridique|juridical situation|rechtstoestand
vat_status = assujetti|assujetti tva|btw plichtig|vat liable
founded = fondation|creation|oprichting|founded|constitution|date de constitution|oprichtingsdatum|date de creation
founded = cree en
founded = date creation|startdate enterprise
circular = modele circulaire|circulair model|circular model|business model|modele economique
iban = iban|compte|rekening|compte bancaire|rekeningnummer|bank account
budget = budget|begroting|budgetaire|begrotings
year = annee|jaar|year|boekjaar|exercice
amount = montant|bedrag|amount
main = contact principal|main contact|hoofdcontact|contact par defaut
responsible = responsable|verantwoordelijke|gerant|zaakvoerder|dirigeant|ceo|directeur|directrice|bestuurder
responsible = fondateur|oprichter
team = equipe destinataire|equipe hub|hub team|hubteam|ontvangend team|receiving team|nom de l equipe|nom equipe
team = naam van het team|naam team|teamnaam|team name|name of the team
type team = type d equipe|type equipe|soort team|teamtype|type of team|team type
orientation = orientation|doorverwijzing|referral
answer = response|reactie
answer due = antwoordtijd|antwoordtermijn|reactietijd|response time|answer time
start = valable a partir du|valable du|geldig vanaf|valid from
end = valable jusqu au|valable au|geldig tot|valid until|valid to
example = exemple|voorbeeld|example
contact = person
value_chain = waardeketens
language = talen
country = countries
city = libelle commune|nom commune|localite commune
fte = employee|tewerkgesteld|medewerker|collaborateur|effectif salarie
company name = maatschappelijke naam|nom de l organisme|naam vennootschap|legal name|trade name|registered name
date membership = joined|joined on|date entree cluster|instapdatum|datum instap
description = descriptif|beknopte omschrijving|presentation|voorstelling
address = adresse postale|postadres|adresse complete|volledig adres
session = acte|rencontre visite|contactmoment
note = compte rendu|compterendu|verslag|summary|rapport|report|pv|report text
next_step = prochaine etape|volgende stap|next step|suite a donner|suite|opvolging
file number = dossiernummer|dossiernr|numero dossier
start = geopend op|ouvert le|opened on|opened|gestart op|demarre le|started on
end = afgesloten op|closed on|closed|ferme le|vertrek|leaving|exit
what = quoi|wat|what
due = pour quand|tegen wanneer|wanneer|quand|when|by when
action = action a mener|uit te voeren actie|action point
postcode = pc|npa|plz
company name = firmenname|firmenbezeichnung|unternehmensname
company number = unternehmensnummer|unternehmensnr
street = strasse
city = ort|gemeinde|wohnort
phone = telefon|handy
legal_form = rechtsform
end = uitgetreden op|uittreding|uittredingsdatum|sorti le|parti le|demission|ontslag
manager = charge de mission|charge de projet|accompagnateur|accompagnatrice|begeleider|referent|projectbegeleider
track = trajet|traject|parcour
consent = rgpd|gdpr|avg
duration = min|mn
duration = temp passe|temps passe|tijd besteed|bestede tijd|time spent
event = evenement|event|evenementen
vote = vote|voix|stem|stemmen|vote exprime|point|punt|punten|score
rank = rang|rank|ranking|classement|rangschikking|volgorde|rangorde|preference|voorkeur|ordre de preference|priorite
rank = prioriteit|priority
cross = croix|kruisje|cross|coche|aangekruist|choix|keuze|choice
order = order|commande|bestelling
voter = votant|votante|stemmer|voter|electeur
date answer = horodateur|horodatage|tijdstempel|timestamp|date de reponse|submitted at|submission date
coming = participe|participera|viendra|vient|komt|neemt deel|coming|attending|rsvp
attendee = attended|inscrit|ingeschrevene|registrant
""".strip()

_NOISE_WORDS = """
de du des la le les l d un une van het der den the of for et en and und a aux voor in op bij te met avec par door
ou of or cluster circulaire circulair principal principale hoofd main actuel actuelle huidig eur euro htva excl hors hor
tvac incl fr nl complet complete volledig s il elle is est etre e code selon si y compris obligatoire verplicht required
jj mm aaaa dd yyyy jjjj h nombre nbre nb aantal niveau level courte longue korte equipe team
visitee bezochte visited annual annuel jaarlijks general generale algemeen algemene direct directe rechtstreeks
professionnel professionnelle professional pro zakelijk work business bureau
"""
_NOISE = frozenset(stem(word) for word in _NOISE_WORDS.split())
_CLIP = 400  # no title says anything new after so many characters
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BEFORE_VAT = re.compile(r"\b(?:hors|excl|htva|exclusief|zonder|ex|hor)\s+(?:tva|btw|vat)\b")


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """What a header says: its concepts, the words among them that are not known, and a year where it names one."""

    concepts: frozenset[str]
    unknown: frozenset[str]
    year: int | None


def _table() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return phrase -> concepts, each phrase also without its articles where two words or more remain."""
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for line in _MEANINGS.splitlines():
        concepts, _, phrases = line.partition(" = ")
        for phrase in phrases.split("|"):
            key = tuple(stem(word) for word in phrase.split())
            table.setdefault(key, tuple(concepts.split()))
            bare = tuple(word for word in key if word not in _NOISE)
            if len(bare) > 1:
                table.setdefault(bare, tuple(concepts.split()))
    return table


_PHRASES = _table()
_LONGEST = max(map(len, _PHRASES))


def _phrase_at(parts: list[str], place: int) -> tuple[tuple[str, ...], int]:
    """Return the concepts of the longest phrase that starts here and the place after it; articles do not count."""
    for size in range(_LONGEST, 0, -1):
        found = _PHRASES.get(tuple(parts[place : place + size])) if place + size <= len(parts) else None
        if found and (size > 1 or parts[place] not in _NOISE):
            plain = found, place + size
            break
    else:
        plain = (), place + 1
    telling = [index for index in range(place, len(parts)) if parts[index] not in _NOISE][:_LONGEST]
    if telling and telling[0] == place:
        for size in range(len(telling), 1, -1):
            end = telling[size - 1] + 1
            longer = _PHRASES.get(tuple(parts[index] for index in telling[:size]))
            if longer and end > plain[1]:
                return longer, end
    return plain


# Words that say something only when they stand alone.
_ALONE = {"van": "start", "du": "start", "de": "start", "tot": "end", "to": "end", "au": "end", "a": "end"}
_ALONE |= {stem("equipe"): "team", stem("team"): "team"}


@lru_cache(maxsize=4096)
def meaning(header: str) -> HeaderMeaning:
    """Return the meaning of a header."""
    text = folded(_CAMEL.sub(" ", header[:_CLIP].replace("_", " ")))
    years = _YEAR.findall(text)
    text = _BEFORE_VAT.sub(" ", _YEAR.sub(" ", text))
    parts = [stem(word) for word in text.split()]
    if len(parts) == 1 and parts[0] in _ALONE:
        return HeaderMeaning(frozenset({_ALONE[parts[0]]}), frozenset(), None)
    concepts: set[str] = set()
    unknown: set[str] = set()
    place = 0
    while place < len(parts):
        found, after = _phrase_at(parts, place)
        concepts.update(found)
        if not found and parts[place] not in _NOISE and not parts[place].isdigit():
            unknown.add(parts[place])
        place = after
    return HeaderMeaning(frozenset(concepts), frozenset(unknown), int(years[-1]) if years else None)


def match(header: HeaderMeaning, patterns: tuple[frozenset[str], ...]) -> float:
    """Score how well a header says one of the patterns: 1.0 says exactly this, below 0.55 something else."""
    said = len(header.concepts) + len(header.unknown)
    best = 0.0
    for pattern in patterns:
        if pattern <= header.concepts:
            coverage = len(pattern) / said
            # One word may stand in any header; two that belong together are rarely there by chance.
            best = max(best, coverage if len(pattern) == 1 else 0.55 + 0.45 * coverage)
    return best
