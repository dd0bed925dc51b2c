"""What in a note may be more than words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.capture.proposals import ProposalKind, promise_in, proposals, without_promises
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


def test_the_promise_at_the_cursor_is_meant() -> None:
    line = "@action devis ven. @action rappeler Jan"
    first, second = promise_in(line, 10, MONDAY), promise_in(line, len(line), MONDAY)
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
    promise_in(line, len(line), MONDAY)


def test_a_report_does_not_repeat_what_became_a_promise() -> None:
    text = "La scie est livrée.\n@action devis ponceuse ven.\n@action rappeler Nora\nSuite : @action plan lundi"
    assert without_promises(text, ["Devis ponceuse", "plan"], MONDAY) == (
        "La scie est livrée.\n@action rappeler Nora\nSuite : @action plan lundi"
    )
    assert without_promises("@action devis", ["devis"], MONDAY) == ""
    assert without_promises("", ["devis"], MONDAY) == ""
