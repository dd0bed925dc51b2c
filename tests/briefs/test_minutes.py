"""Minutes and sign-in sheets: what stands on them in each language, and what never does."""

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

import pikepdf
import pytest
from docx import Document

from clusterdesk.briefs.house import House
from clusterdesk.briefs.minutes import minutes_docx, minutes_outline, minutes_pdf
from clusterdesk.briefs.outline import BlockKind, TextBlock
from clusterdesk.briefs.outline_table import OutlineTable
from clusterdesk.briefs.signin_sheet import signin_pdf
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.edition import Edition, MarkedText
from clusterdesk.domain.views.minutes import Minutes, NextMeeting, SignInPart, SignInRow, SignInSheet
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.domain.views.visit_report import Attendee, ReportAction
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from tests.briefs.pdf_reading import overprints, pdf_pages, pdf_words

NOW = datetime(2026, 11, 28, 9, 0).astimezone()
SECRET = "Ne pas citer Lustrine avant janvier."
HOUSE = House("Cluster Exemple", None)


def _minutes(edition: Edition = Edition.SHAREABLE) -> Minutes:
    return Minutes(
        group="GT Bois de réemploi",
        footer=PageFooter(NOW, NOW, "Claire Delvaux", edition),
        on=date(2026, 9, 17),
        starts_at=time(14),
        ends_at=time(16, 30),
        place="La halle du quai",
        title="Rentrée",
        agenda=MarkedText("Tonnages\nSéchage"),
        present=(Attendee("Nora Lejeune", "gérante", "Atelier Noord"),),
        excused=(Attendee("Wim Peeters", side="Houtlus"),),
        text=MarkedText("L’été a été creux.\nOn cherche un séchoir."),
        decisions=(MarkedText("Le séchage est le prochain maillon."), MarkedText(SECRET, Visibility.INTERNAL)),
        actions=(
            ReportAction("Compter les planches", "Planchéa", date(2026, 10, 16)),
            ReportAction(SECRET, "Claire Delvaux", None, Visibility.INTERNAL),
        ),
        next=NextMeeting(date(2026, 11, 26), time(14), "Atelier Noord"),
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ("Procès-verbal", "Ordre du jour", "Décisions", "Qui fait quoi", "Prochaine séance", "Excusés")),
        ("nl", ("Verslag", "Agenda", "Beslissingen", "Wie doet wat", "Volgende zitting", "Verontschuldigd")),
        ("en", ("Minutes", "Agenda", "Decisions", "Who does what", "Next meeting", "Excused")),
    ],
)
def test_minutes_say_who_what_and_when_in_each_language(language: str, words: tuple[str, ...]) -> None:
    pdf = minutes_pdf(_minutes(), Translator(language), Formats(language), HOUSE)
    text = "\n".join(pdf_pages(pdf))
    for word in (*words, "GT Bois de réemploi", "Nora Lejeune", "Houtlus", "Compter les planches", "16:30"):
        assert word in text, word
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == f"{language}-BE"


def test_what_is_internal_stands_in_the_internal_edition_only() -> None:
    t, formats = Translator("fr"), Formats("fr")
    for edition, there in ((Edition.SHAREABLE, False), (Edition.INTERNAL, True)):
        view = _minutes(edition)
        assert (SECRET in " ".join(" ".join(pdf_pages(minutes_pdf(view, t, formats, HOUSE))).split())) is there
        document = Document(BytesIO(minutes_docx(view, t, formats, HOUSE)))
        assert document.core_properties.created is not None
        assert document.core_properties.created.date() == view.footer.printed_at.date()
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        assert any(SECRET in text for text in (*(one.text for one in document.paragraphs), *cells)) is there
    outline = minutes_outline(_minutes(Edition.INTERNAL), t, formats)
    assert outline.mark == "Édition interne"
    # Beside what everybody may read, each internal line says so itself.
    told = [one.text for one in outline.blocks if isinstance(one, TextBlock) and one.kind is BlockKind.ITEM]
    assert told[-2:] == ["Le séchage est le prochain maillon.", f"{SECRET} (interne)"]
    (owed,) = (one for one in outline.blocks if isinstance(one, OutlineTable))
    assert [row[0] for row in owed.rows] == ["Compter les planches", f"{SECRET} (interne)"]


def test_a_meeting_to_come_has_an_agenda_or_says_that_it_is_not_written() -> None:
    t, formats = Translator("fr"), Formats("fr")
    coming = replace(_minutes(), held=False, text=None, decisions=(), actions=(), present=())
    assert minutes_outline(coming, t, formats).kind == "Ordre du jour"
    empty = minutes_outline(replace(coming, agenda=None, next=None), t, formats)
    assert "L’ordre du jour n’est pas encore écrit." in [one.text for one in empty.blocks if isinstance(one, TextBlock)]


def test_sixty_people_sign_on_several_pages_each_with_the_names_of_the_columns() -> None:
    rows = tuple(SignInRow(f"Personne {number}", f"Atelier {number}") for number in range(1, 61))
    long = SignInRow("Marie-Antoinette van den Broeck-Vanderstraeten de la Motte", "Régie " * 20, "Excused")
    sheet = SignInSheet(
        about="GT Bois de réemploi",
        footer=PageFooter(NOW, NOW, ""),
        on=date(2026, 11, 26),
        starts_at=time(14),
        place="Atelier Noord",
        parts=(SignInPart("Companies", rows), SignInPart("Partners", (long,))),
        blanks=4,
    )
    pdf = signin_pdf(sheet, Translator("fr"), Formats("fr"), HOUSE)
    texts = pdf_pages(pdf)
    assert overprints(pdf_words(pdf)) == []
    assert len(texts) == 3
    assert all("Signature" in text and "Liste de présences" in text for text in texts)
    whole = "\n".join(texts)
    assert [f"Personne {number}" in whole for number in (1, 30, 60)] == [True] * 3
    assert "Entreprises" in texts[0]
    assert "Partenaires" in whole
    assert "Excusé" in whole
    assert "p. 3/3" in texts[-1]
