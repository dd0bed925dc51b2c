"""The words of quick capture in French, Dutch and English, without accents and in small letters."""

from collections.abc import Mapping

from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.records.sessions import OwnerKind


def _words[V](groups: Mapping[V, str]) -> dict[str, V]:
    return {word: value for value, words in groups.items() for word in words.split()}


# After @ or ! at the beginning of a word.
KINDS: Mapping[str, CaptureKind] = _words(
    {
        CaptureKind.ACTION: "action act actie actiepunt afaire faire todo tache taak task promesse belofte promise",
        CaptureKind.NOTE: "note nota notitie noter noteren",
        CaptureKind.DIFFICULTY: "difficulte difficultes diff frein knelpunt knelpunten obstacle difficulty",
        CaptureKind.REFERRAL: "orientation orienter orient doorverwijzing doorverwijzen referral refer",
    }
)
# After @.
OWNERS: Mapping[str, OwnerKind] = _words(
    {
        OwnerKind.US: "nous moi ons wij we ik us me",
        OwnerKind.ORGANISATION: "eux elles elle lui ils zij hen ze hun them they",
    }
)
# Without any sign, as the first word of a promise: "ils envoient le bilan", "wij sturen de offerte".
SPEAKERS: Mapping[str, OwnerKind] = _words(
    {
        OwnerKind.US: "nous wij we ik",
        OwnerKind.ORGANISATION: "ils elles eux zij ze hen they",
    }
)
# What one does, as the first word after a date: "12/3 envoyer devis", "12/3 send quote", "12/3 stuur offerte". What is
# a thing as well, in any of the three languages ("plan", "test", "vraag"), is left out.
DOING = frozenset(
    _words(
        {
            None: """
            acheter ajouter analyser annoncer appeler apporter approuver arranger attendre avertir boucler budgeter
            calculer chercher chiffrer choisir cloturer commander comparer completer confirmer consulter contacter
            convenir convoquer corriger creer debloquer decider deleguer demander deposer determiner discuter donner
            dresser ecrire elaborer encoder engager envoyer essayer etablir evaluer examiner expedier facturer faire
            finaliser finir fixer fournir identifier imprimer informer inscrire installer introduire inviter lancer
            lire lister livrer louer mailer mesurer mettre modifier montrer negocier noter nommer obtenir organiser
            orienter ouvrir partager parler passer payer planifier poser prendre preparer presenter prevenir prevoir
            proposer prospecter publier rappeler recevoir rechercher reclamer recontacter recruter rectifier recuperer
            rediger regler reinscrire relancer relire remettre remplir rencontrer rendre renvoyer reparer repondre
            reporter reprendre reserver resoudre retourner revenir revoir scanner signer soumettre suivre tarifer
            telephoner terminer tester traiter transferer transmettre trouver valider verifier verser visiter voir
            bestel betaal bezorg controleer geef herinner maak nodig onderteken prepareer schrijf spreek stuur zend
            zoek ask bring buy choose collect compare confirm deliver find finish follow forward get give invite make
            meet pay prepare propose reserve send sign submit tell verify write
            """
        }
    )
)
# The same in Dutch at the end: "12/3 offerte sturen".
DOING_LAST = frozenset(
    _words(
        {
            None: """
            aankopen aanvragen afronden afspreken afwerken antwoorden bekijken bellen berekenen bespreken bestellen
            betalen bevestigen bezoeken bezorgen boeken contacteren controleren delen doorgeven doorsturen factureren
            herinneren indienen inplannen invullen leveren maken mailen meebrengen nagaan nakijken nalezen nemen
            ondertekenen opbellen opmaken opmeten opsturen opvolgen opvragen organiseren plannen printen regelen
            reserveren schrijven sturen tekenen terugbellen testen uitnodigen uitwerken verbeteren verduidelijken
            verzenden voorbereiden voorleggen voorstellen vragen zenden zoeken
            """
        }
    )
)
# No date of a promise stands after these: "ratio 12/3", "panne du 12/3", "score 7/10".
NO_DATE_AFTER = frozenset(
    _words(
        {
            None: """
            ratio rapport proportion fraction score cote note quota echelle taux version lot page numero no nr ref
            article verhouding schaal punten versie pagina nummer du de des depuis le la les au aux a en avant apres
            vers jusque jusqu pour par sur entre dans van sinds tot op om na voor tegen bij tussen der den het of from
            since until till by on at before after between the to over for environ circa ca ongeveer about
            """
        }
    )
)
# They want the name that follows: "écrire à #Noord" is not "écrire à".
PREPOSITIONS = frozenset(
    _words({None: "a au aupres chez avec de du pour vers par bij met van aan voor naar door with at to from for by of"})
)
