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
# They want the name that follows: "écrire à #Noord" is not "écrire à".
PREPOSITIONS = frozenset(
    _words({None: "a au aupres chez avec de du pour vers par bij met van aan voor naar door with at to from for by of"})
)
