"""The report of an event on paper: numbers, what was told, decided, thought; who came stays inside."""

from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document

from clusterdesk.briefs.event_minutes import event_minutes_docx, event_minutes_pdf
from clusterdesk.briefs.house import House
from clusterdesk.domain.programme.opinions import Average
from clusterdesk.domain.programme.told import noted
from clusterdesk.domain.views.edition import Edition, MarkedText
from clusterdesk.domain.views.event_minutes import Answered, CameCounts, CameLine, EventMinutes
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.pdf_reading import overprints, pdf_text, pdf_words

NOW = datetime(2026, 11, 28, 9, 0).astimezone()
HOUSE = House("Cluster Exemple", None)


def a_report(edition: Edition = Edition.SHAREABLE) -> EventMinutes:
    return EventMinutes(
        title="Deux ateliers de Gand",
        footer=PageFooter(NOW, NOW, "Claire Delvaux", edition),
        on=date(2026, 10, 8),
        to_on=date(2026, 10, 9),
        starts_at=time(9),
        kind="Voyage d’étude",
        host="Houtlus",
        counts=CameCounts(30, 14, 12, 1, 1, 9),
        organisations=("Atelier Noord", "Planchéa"),
        people=(CameLine("Nora Lejeune", "Atelier Noord"),),
        text=MarkedText("On a vu deux chaînes de tri."),
        decisions=(MarkedText("Y retourner au printemps."),),
        answers=(Answered("Useful for my work", Average(Decimal("4.25"), 8)), Answered("x", Average(None, 0))),
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "fr",
            (
                "Compte rendu",
                "jeudi 8 octobre 2026 – vendredi 9",
                "12 présents, de 9 organisations",
                "Décisions",
                "4,3 sur 5",
            ),
        ),
        ("nl", ("Verslag", "8 oktober 2026", "12 aanwezig", "9 organisaties", "Beslissingen", "4,3 op 5")),
        ("en", ("Event report", "8 October 2026", "12 present, of 9 organisations", "Decisions", "4,3 of 5")),
    ],
)
def test_the_report_tells_in_each_language(language: str, words: tuple[str, ...]) -> None:
    t, formats = Translator(language), Formats(language)
    pdf = event_minutes_pdf(a_report(), t, formats, HOUSE)
    document = Document(BytesIO(event_minutes_docx(a_report(), t, formats, HOUSE)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    heads = [one.text for part in document.sections for one in part.header.paragraphs]
    written = " ".join(" ".join((*heads, *(one.text for one in document.paragraphs), *cells)).split())
    for text in (" ".join(pdf_text(pdf).split()), written):
        for word in (*words, "Y retourner au printemps.", "Planchéa"):
            assert word in text.replace("\u00a0", " "), word
        assert "Procès-verbal" not in text
        assert "Nora Lejeune" not in text, "people are named for the team only"
    assert overprints(pdf_words(pdf)) == []


def test_people_are_named_for_the_team() -> None:
    pdf = event_minutes_pdf(a_report(Edition.INTERNAL), Translator("fr"), Formats("fr"), HOUSE)
    assert "Nora Lejeune" in pdf_text(pdf)


@pytest.mark.parametrize(
    ("line", "decided"),
    [
        ("Décision : y retourner", "y retourner"),
        ("- Beslissing: terugkomen", "terugkomen"),
        ("@décision y retourner", "y retourner"),
        ("Decision: go again", "go again"),
        ("La décision appartient au groupe", ""),
        ("Décision :", ""),
    ],
)
def test_decisions_are_told_apart(line: str, decided: str) -> None:
    found = noted(f"On a parlé du tri.\n{line}\nOn a mangé.")
    assert found.decisions == ((decided,) if decided else ())
    assert (line in found.told) is not bool(decided)
    assert found.told.startswith("On a parlé du tri.")
    assert found.told.endswith("On a mangé.")
