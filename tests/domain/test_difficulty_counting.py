"""Counts, delays and likeness of difficulties."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from clusterdesk.domain.difficulties.counting import Counted, Round, by_theme, counted, median_days, rounds
from clusterdesk.domain.difficulties.similar import Saying, similar_to
from clusterdesk.domain.difficulties.states import step_of
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyAct, DifficultyState, DifficultyStep

DAY = date(2026, 3, 2)
ONE = Difficulty(title="Permis", on=DAY)


def _steps(*told: tuple[DifficultyAct, date]) -> tuple[DifficultyStep, ...]:
    return tuple(step_of(ONE, act, on, "Inès") for act, on in told)


SENT, ANSWERED, REOPENED = DifficultyAct.SENT, DifficultyAct.ANSWERED, DifficultyAct.REOPENED


def test_each_time_up_and_back_is_a_round() -> None:
    steps = _steps(
        (SENT, date(2026, 3, 10)),
        (ANSWERED, date(2026, 4, 9)),
        (REOPENED, date(2026, 5, 1)),
        (SENT, date(2026, 6, 1)),
    )
    assert rounds(ONE, reversed(steps)) == (
        Round(date(2026, 3, 10), date(2026, 4, 9)),
        Round(date(2026, 6, 1)),
    )
    assert [one.days for one in rounds(ONE, steps)] == [30, None]


def test_without_steps_its_own_days_tell() -> None:
    told = replace(ONE, sent_on=date(2026, 1, 1), answered_on=date(2026, 1, 31))
    assert [one.days for one in rounds(told, ())] == [30]
    assert rounds(ONE, ()) == ()


def test_the_median_is_of_what_was_answered() -> None:
    assert median_days([]) is None
    assert median_days([Round(DAY)]) is None
    four = [Round(DAY, date(2026, 3, day)) for day in (4, 12, 22, 30)]
    assert median_days([*four, Round(DAY)]) == pytest.approx(15.0)
    assert median_days(four[:3]) == pytest.approx(10.0)


def test_counts_by_theme_and_state() -> None:
    theme, first, second = uuid4(), uuid4(), uuid4()
    draft = Counted(replace(ONE, theme_id=theme), organisation_ids=frozenset({first}))
    sent = Counted(
        replace(ONE, id=uuid4(), theme_id=theme, state=DifficultyState.ANSWERED),
        _steps((SENT, DAY), (ANSWERED, date(2026, 3, 12))),
        frozenset({first, second}),
    )
    bare = Counted(replace(ONE, id=uuid4()))
    found = by_theme([draft, sent, bare])
    assert set(found) == {theme, None}
    one = found[theme]
    assert (one.number, one.organisations, one.sent, one.answered, one.median_days) == (2, 2, 1, 1, 10.0)
    assert one.states == {DifficultyState.DRAFT: 1, DifficultyState.ANSWERED: 1}
    assert counted([draft, sent, bare]).number == 3


def _saying(title: str, text: str = "", theme: UUID | None = None, *met: UUID) -> Saying:
    return Saying(uuid4(), title, f"{title}\n{text}", theme, frozenset(met))


def test_what_says_the_same_is_found_and_told_why() -> None:
    theme, noord = uuid4(), uuid4()
    wanted = _saying(
        "Le permis d’environnement prend dix-huit mois",
        "Impossible d’installer la cabine de peinture avant la décision de la commune.",
        theme,
        noord,
    )
    same = _saying(
        "Permis d’environnement : délai de plus d’un an",
        "La commune ne décide pas, la cabine attend dans son emballage.",
        theme,
        noord,
    )
    elsewhere = _saying("Pas de camion en zone de basses émissions", "Les livraisons se font à vélo.", uuid4(), noord)
    also_theme = _saying("Bâtiment trop petit", "Le voisin refuse de louer sa halle.", theme)
    found = similar_to(wanted, [wanted, elsewhere, also_theme, same])
    assert [one.id for one in found] == [same.id]
    assert (found[0].same_theme, found[0].shared) == (True, 1)
    assert {"permis", "environnement", "commune", "cabine"} & set(found[0].words)


def test_one_common_word_is_no_likeness() -> None:
    one, other = _saying("Énergie trop chère"), _saying("Énergie verte introuvable en zone d’activité")
    assert similar_to(one, [other]) == ()
    assert similar_to(_saying(""), [other, one]) == ()


def test_nearly_the_same_title_is_enough() -> None:
    one, other = _saying("Btw op herstelling te hoog"), _saying("BTW op herstellingen is te hoog")
    (found,) = similar_to(one, [other])
    assert found.same_title
