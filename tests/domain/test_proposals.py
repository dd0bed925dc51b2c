"""What in a note may be more than words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.capture.proposals import ProposalKind, headcounts, proposal_in, proposals, without_promises
from clusterdesk.domain.records.sessions import OwnerKind

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("@action devis ponceuse vendredi", "devis ponceuse", OwnerKind.US, FRIDAY),
        ("Goulot au ponçage. @actie offerte vrij. @knelpunt vergunning", "offerte", OwnerKind.US, FRIDAY),
        ("!action rappeler Jan", "rappeler Jan", OwnerKind.US, None),
        ("27/11 envoyer devis", "envoyer devis", OwnerKind.US, FRIDAY),
        ("- 27/11/2026 : envoyer devis", "envoyer devis", OwnerKind.US, FRIDAY),
        ("27/11 ils envoient le bilan", "ils envoient le bilan", OwnerKind.ORGANISATION, FRIDAY),
        ("@action @eux bilan ven.", "bilan", OwnerKind.ORGANISATION, FRIDAY),
        ("@action bail @Bois-là", "bail", OwnerKind.OTHER, None),
    ],
)
def test_a_promise_is_seen(line: str, text: str, owner: OwnerKind, due: date | None) -> None:
    (found,) = proposals(line, MONDAY)
    assert found.promise is not None
    assert (found.promise.text, found.promise.owner, found.promise.due_on) == (text, owner, due)


@pytest.mark.parametrize(
    "line",
    ["@action", "@action d", "@note rien", "@difficulté permis", "12/3", "31/04 envoyer devis", "12/3 des ventes",
     "! attention", "1/2 ETP est parti", "panne le 12/3", "mail a@action.example", "vendredi devis"],
)  # fmt: skip
def test_no_promise_is_made_of_other_words(line: str) -> None:
    assert [one for one in proposals(line, MONDAY) if one.kind is ProposalKind.PROMISE] == []


@pytest.mark.parametrize(
    ("line", "said", "text", "owner"),
    [
        ("La scie est livrée. 27/11 envoyer devis", "27/11 envoyer devis", "envoyer devis", OwnerKind.US),
        ("Scie livrée, 27/11 envoyer devis. Puis on verra.", "27/11 envoyer devis", "envoyer devis", OwnerKind.US),
        ("Goulot au ponçage 27/11 envoyer devis", "27/11 envoyer devis", "envoyer devis", OwnerKind.US),
        ("Goulot au ponçage – 27/11/2026 : rappeler Jan", "27/11/2026 : rappeler Jan", "rappeler Jan", OwnerKind.US),
        ("Tout va bien et 27/11 préparer le bail", "27/11 préparer le bail", "préparer le bail", OwnerKind.US),
        ("Bail signé. 27/11 ils envoient le bilan", "27/11 ils envoient le bilan", "ils envoient le bilan",
         OwnerKind.ORGANISATION),
        ("Ponsen loopt vast. 27/11 offerte sturen", "27/11 offerte sturen", "offerte sturen", OwnerKind.US),
        ("Ponsen loopt vast, 27/11 stuur offerte", "27/11 stuur offerte", "stuur offerte", OwnerKind.US),
        ("Sanding is slow. 27/11 send the quote!", "27/11 send the quote", "send the quote", OwnerKind.US),
        ("Livraison le 2/12 ; pour le 27/11 envoyer devis", "pour le 27/11 envoyer devis", "envoyer devis",
         OwnerKind.US),
    ],
)  # fmt: skip
def test_a_dated_promise_is_seen_inside_a_line(line: str, said: str, text: str, owner: OwnerKind) -> None:
    (found,) = [one for one in proposals(line, MONDAY) if one.kind is ProposalKind.PROMISE]
    assert line[found.start : found.end] == said
    assert found.promise is not None
    assert (found.promise.text, found.promise.owner, found.promise.due_on) == (text, owner, FRIDAY)
    assert proposal_in(line, found.start + 3, MONDAY) == found


@pytest.mark.parametrize(
    "line",
    [
        "Le ratio 12/3 envoyer devis",
        "ratio 12/3",
        "On garde 3/4 temps et 12/3 des ventes",
        "panne du 12/3 envoyer rapport",
        "Scie livrée 12/3 envoyer facture",
        "Devis reçu le 12/3 envoyer rappel",
        "Vu le 12/3, envoyer devis",
        "score 7/10 envoyer merci",
        "Il reste 1/2 palette",
        "Ouvert 24/7 appeler avant",
        "Payé 12/3 livrer après",
        "machine geleverd 12/3 factuur sturen",
        "rij 12/3 van de lijst",
        "Rue 12/3 atelier ouvert",
        "Dim. 31/4. 31/04 envoyer",
        "Réunion. 12/3 atelier ouvert",
        "Réunion. 12/3 dossier complet",
        "Réunion. 12/3 plan d'action reçu",
        "Vergadering. 12/3 vraag gesteld",
        "Meeting. 12/3 order received",
        "Réunion. 12/3 : 48.200 €",
        "Réunion. 12/3, envoyer",
    ],
)
def test_no_figure_and_no_past_date_is_a_promise(line: str) -> None:
    assert [one for one in proposals(line, MONDAY) if one.kind is ProposalKind.PROMISE] == []


def test_two_dated_promises_of_a_line_are_two() -> None:
    line = "27/11 envoyer devis. 30/11 rappeler Jan"
    first, second = proposals(line, MONDAY)
    assert first.promise is not None
    assert second.promise is not None
    assert (first.promise.text, second.promise.text) == ("envoyer devis.", "rappeler Jan")
    assert (first.promise.due_on, second.promise.due_on) == (FRIDAY, date(2026, 11, 30))
    assert proposal_in(line, len(line), MONDAY) == second


_SENTENCES = st.lists(
    st.sampled_from(["La scie est livrée", "Ils sont 7", "Goulot au ponçage", "3,5 ETP", "Loyer 4.200 €", "ça va !"]),
    min_size=1,
    max_size=3,
).map(" ; ".join)
_DAYS = st.dates(date(2026, 11, 24), date(2027, 10, 1)).filter(
    lambda day: (day.day, day.month) != (24, 7)
)  # day and night
_DEEDS = st.sampled_from(["envoyer le devis", "rappeler Jan", "offerte sturen", "send the plan", "ils livrent la scie"])


@given(_SENTENCES, _DAYS, _DEEDS)
def test_what_opens_a_sentence_with_a_date_and_a_deed_is_a_promise(before: str, day: date, deed: str) -> None:
    line = f"{before}. {day.day}/{day.month} {deed}"
    promises = [one for one in proposals(line, MONDAY) if one.kind is ProposalKind.PROMISE]
    assert [(one.promise.text, one.promise.due_on) for one in promises if one.promise] == [(deed, day)]
    # The same without the deed, or as the date of something, is none.
    for other in (f"{before}. {day.day}/{day.month}", f"{before} du {day.day}/{day.month} {deed}"):
        assert [one for one in proposals(other, MONDAY) if one.kind is ProposalKind.PROMISE] == []


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("3,5 ETP", ProposalKind.HEADCOUNT, "3.5"),
        ("nu 3,5 VTE.", ProposalKind.HEADCOUNT, "3.5"),
        ("3.5 FTE", ProposalKind.HEADCOUNT, "3.5"),
        ("12 équivalents temps plein", ProposalKind.HEADCOUNT, "12"),
        ("€ 48.200", ProposalKind.AMOUNT, "48200"),
        ("48 200 €", ProposalKind.AMOUNT, "48200"),
        ("48\u202f200,50 €", ProposalKind.AMOUNT, "48200.50"),
        ("CA 48k en octobre", ProposalKind.AMOUNT, "48000"),
        ("48,2 k€", ProposalKind.AMOUNT, "48200"),
        ("12.500 euros", ProposalKind.AMOUNT, "12500"),
    ],
)
def test_a_figure_is_seen(line: str, kind: ProposalKind, number: str) -> None:
    (found,) = proposals(line, MONDAY)
    assert (found.kind, found.number) == (kind, Decimal(number))


@pytest.mark.parametrize("line", ["48,200 €", "tel 02 555 01 23", "BE 0403.019.261", "12 personnes", "50 %", "48kg"])
def test_no_figure_is_guessed(line: str) -> None:
    assert proposals(line, MONDAY) == ()


@pytest.mark.parametrize(
    ("line", "number", "about"),
    [
        ("Ils sont 3,5 ETP", "3.5", False),
        ("≈ 8 ETP", "8", True),
        ("ils sont environ 8,25 ETP", "8.25", True),
        ("ca. 8 VTE vandaag", "8", True),
        ("about 12 FTE", "12", True),
    ],
)
def test_a_head_count_may_be_only_about_right(line: str, number: str, about: bool) -> None:
    (found,) = headcounts(line)
    assert (found.number, found.about) == (Decimal(number), about)
    assert proposal_in(line, found.end, MONDAY) == found


@pytest.mark.parametrize("line", ["+2 ETP", "\u22121 ETP", "7,53 ETP", "1/2 ETP est parti"])
def test_a_change_or_a_wrong_step_is_no_head_count(line: str) -> None:
    assert headcounts(line) == ()


def test_a_head_count_in_a_promise_is_part_of_the_promise() -> None:
    line = "@action recruter 2 ETP vendredi"
    found = proposal_in(line, len(line), MONDAY)
    assert found is not None
    assert found.kind is ProposalKind.PROMISE


def test_the_promise_at_the_cursor_is_meant() -> None:
    line = "@action devis ven. @action rappeler Jan"
    first, second = proposal_in(line, 10, MONDAY), proposal_in(line, len(line), MONDAY)
    assert first is not None
    assert second is not None
    assert first.promise is not None
    assert second.promise is not None
    assert (first.promise.text, second.promise.text) == ("devis", "rappeler Jan")


@given(st.text(max_size=80), st.sampled_from(["", "@action ", "12/3 ", "€ ", "3,5 ETP ", "48k "]))
def test_any_line_can_be_looked_through(text: str, before: str) -> None:
    line = before + text
    for one in proposals(line, MONDAY):
        assert 0 <= one.start < one.end <= len(line)
        assert one.number is None or one.number >= 0
    proposal_in(line, len(line), MONDAY)


def test_a_report_does_not_repeat_what_became_a_promise() -> None:
    text = "La scie est livrée.\n@action devis ponceuse ven.\n@action rappeler Nora\nSuite : @action plan lundi"
    assert without_promises(text, ["Devis ponceuse", "plan"], MONDAY) == (
        "La scie est livrée.\n@action rappeler Nora\nSuite : @action plan lundi"
    )
    assert without_promises("@action devis", ["devis"], MONDAY) == ""
    assert without_promises("", ["devis"], MONDAY) == ""


def test_what_stands_in_the_way_is_seen_where_it_is_written() -> None:
    line = "Vu l’atelier. @difficulté délai du permis @action devis ven."
    found = proposal_in(line, line.index("permis"), MONDAY)
    assert found is not None
    assert (found.kind, found.text) == (ProposalKind.DIFFICULTY, "Délai du permis")
    assert proposal_in("@difficulté", 11, MONDAY) is None, "nothing is said yet"
    promise = proposal_in(line, len(line), MONDAY)
    assert promise is not None
    assert promise.kind is ProposalKind.PROMISE
