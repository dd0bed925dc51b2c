"""The words that the binders of the benchmarks are made of."""

import random


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TRADES = _listed(
    "Menuiserie Ébénisterie Filature Atelier Cyclerie Imprimerie Tannerie Sellerie Brasserie Verrerie Couture"
    " Ferronnerie Mécanique Électro Recyclerie Ressourcerie Scierie Tissage Boulangerie Maroquinerie"
)
PLACES = _listed(
    "Noord Senne Cureghem Marolles Canal Molenbeek Forêt Soignes Étangs Heembeek Woluwe Schaerbeek Béguinage Dansaert"
    " Tivoli Masui Anneessens Saint-Gilles Forest Uccle Érasme Neder Haren Evere Jette Ganshoren Laeken Ixelles"
)
FIRST_NAMES = _listed(
    "Éloïse Sofie Jan Karim Zoë Anaïs Pieter Chloé Mehdi Lieve Noémie Wout Fatima Raphaël Inès Bjorn Sarah Koen"
)
FAMILIES = _listed("Peeters Dubois Janssens Lefèvre Maes Özdemir Claes Renard Wouters Benali Goossens Mertens")
CITIES = _listed("Anderlecht Bruxelles Molenbeek-Saint-Jean Forest Évère Schaerbeek Haren Uccle")
_SYLLABLES = _listed("ba cé do fi gué ha lu mo nè po ra si tou ve xa zi chan bri plou stra")


def words() -> list[str]:
    """Return the words that notes are made of, the commonest first."""
    chance = random.Random(7)
    drawn = ("".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(12_000))
    return list(dict.fromkeys(drawn))


class Prose:
    """Texts of common and rare words, as people's notes are."""

    def __init__(self, chance: random.Random) -> None:
        """Draw words by rank: the n-th is n times rarer than the first."""
        self._chance = chance
        known = words()
        self._drawn = chance.choices(known, [1 / (rank + 3) for rank in range(len(known))], k=200_000)

    def line(self, count: int) -> str:
        """Return so many words."""
        start = self._chance.randrange(len(self._drawn) - count)
        return " ".join(self._drawn[start : start + count])

    def text(self, count: int) -> str:
        """Return a note of about so many words, in sentences."""
        return ". ".join(self.line(max(1, count // 5)).capitalize() for _ in range(5)) + "."
