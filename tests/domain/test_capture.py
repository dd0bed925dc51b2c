"""What a jotted line says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.capture.line import capture
from clusterdesk.domain.capture.understood import Owner, is_name, name_run, person_meant
from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.records.sessions import OwnerKind

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
US, THEM, OTHER = OwnerKind.US, OwnerKind.ORGANISATION, OwnerKind.OTHER


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("@action devis ponceuse ven.", CaptureKind.ACTION, "devis ponceuse"),
        ("!action devis ponceuse ven.", CaptureKind.ACTION, "devis ponceuse"),
        ("! devis ponceuse ven.", CaptureKind.ACTION, "devis ponceuse"),
        ("devis ponceuse @actie ven.", CaptureKind.ACTION, "devis ponceuse"),
        ("@Tâche: devis ponceuse", CaptureKind.ACTION, "devis ponceuse"),
        ("@note vu le 12/3", CaptureKind.NOTE, "vu le 12/3"),
        ("!notitie zaag geleverd", CaptureKind.NOTE, "zaag geleverd"),
        ("@difficulté délai permis", CaptureKind.DIFFICULTY, "délai permis"),
        ("@knelpunt vergunning", CaptureKind.DIFFICULTY, "vergunning"),
        ("!orientation Pays-Bas", CaptureKind.REFERRAL, "Pays-Bas"),
        ("@doorverwijzing Nederland", CaptureKind.REFERRAL, "Nederland"),
        ("devis ponceuse pour vendredi", CaptureKind.ACTION, "devis ponceuse"),
        ("27/11 envoyer devis", CaptureKind.ACTION, "envoyer devis"),
        ("vu le 12/3, très utile", CaptureKind.NOTE, "vu le 12/3, très utile"),
        ("cherche 200 m2", CaptureKind.NOTE, "cherche 200 m2"),
        ("écrire à a@b.example !", CaptureKind.NOTE, "écrire à a@b.example !"),
    ],
)
def test_the_kind_is_said_or_told_by_a_day(line: str, kind: CaptureKind, text: str) -> None:
    found = capture(line, MONDAY)
    assert (found.kind, found.promise_text()) == (kind, text)


@pytest.mark.parametrize(
    ("line", "owner", "name", "text"),
    [
        ("@action devis @nous", US, "", "devis"),
        ("@action offerte @ons", US, "", "offerte"),
        ("@action bilan @eux", THEM, "", "bilan"),
        ("@action balans @hen", THEM, "", "balans"),
        ("@action send it @them", THEM, "", "send it"),
        ("@action halle @Sofie", OTHER, "Sofie", "halle"),
        ('@action halle @"Jan Peeters"', OTHER, "Jan Peeters", "halle"),
        ("@action halle @Jan_Peeters ven.", OTHER, "Jan Peeters", "halle"),
        ("@Sofie devis", OTHER, "Sofie", "devis"),
        ("@action ils envoient le bilan", THEM, "", "ils envoient le bilan"),
        ("! nous : rappeler", US, "", "rappeler"),
        ("zij sturen de offerte vrijdag", THEM, "", "zij sturen de offerte"),
        ("@action devis", None, "", "devis"),
    ],
)
def test_who_owes_it(line: str, owner: OwnerKind | None, name: str, text: str) -> None:
    found = capture(line, MONDAY)
    assert (found.owner, found.owner_name, found.promise_text()) == (owner, name, text)


def test_marks_may_stand_anywhere_and_a_note_keeps_its_words() -> None:
    found = capture("#Noord @action @eux envoient le bilan, pour ven.", MONDAY)
    assert (found.due_on, found.owner) == (FRIDAY, THEM)
    assert found.promise_text() == "envoient le bilan"
    assert found.note_text() == "@eux envoient le bilan, pour ven."
    assert found.note_text(0).startswith("#Noord @eux")


def test_a_name_may_have_several_words_and_ends_at_a_mark_or_a_day() -> None:
    mark = capture("@action devis #Atelier Noord ven. @eux", MONDAY).organisation
    assert mark is not None
    assert mark.words == ("Atelier", "Noord")
    quoted = capture("#«Atelier Noord» cherche", MONDAY).organisation
    assert quoted is not None
    assert quoted.words == ("Atelier Noord",)


def test_the_name_stays_after_a_word_that_wants_it() -> None:
    assert capture("@action écrire à #Noord ven.", MONDAY).promise_text() == "écrire à Noord"
    assert capture("@action bellen #Noord ven.", MONDAY).promise_text() == "bellen"


def test_what_is_no_day_is_told_and_stays_in_the_text() -> None:
    found = capture("@action bilan 31/04", MONDAY)
    assert (found.due_on, found.no_day, found.promise_text()) == (None, "31/04", "bilan 31/04")


def test_names_are_compared_word_by_word() -> None:
    assert name_run("Atelier Noord", ("atelier", "noo")) == 2
    assert name_run("Atelier Noord", ("nóord", "atelier")) == 1
    assert name_run("Atelier Noord", ("ate", "noord")) == 1
    assert name_run("L'Étal du Canal", ("etal",)) == 1
    assert name_run("Vélo Canal", ("bois",)) == 0
    assert is_name("Vélo Canal", ("velo", "canal"))


def test_a_person_is_meant_where_only_one_can_be() -> None:
    people = (Owner(THEM, "Sofie Peeters"), Owner(THEM, "Sofie Claes"), Owner(US, "Émile Roy"))
    assert person_meant("sofie", people) is None
    assert person_meant("sofie claes", people) == people[1]
    assert person_meant("peet", people) == people[0]
    assert person_meant("emile", people) == people[2]


@given(st.text(max_size=60), st.sampled_from(["", "@action ", "! ", "#Noord ", "@eux ", "demain "]))
def test_any_line_is_read_and_no_word_is_lost(text: str, mark: str) -> None:
    found = capture(mark + text, MONDAY)
    spans = (found.kind_span, found.owner_span, found.due_span)
    for span in spans:
        assert span is None or 0 <= span[0] < span[1] <= len(found.line)
    left = list(found.line)
    for span in filter(None, spans):
        left[slice(*span)] = " " * (span[1] - span[0])
    kept = found.promise_text(0)
    for word in "".join(left).split():
        assert word.strip(" ,;:-–.") in kept, (word, kept, spans)
