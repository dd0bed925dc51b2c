"""What is planted is found in no paper that leaves: names however written, and what is internal or restricted."""

import unicodedata
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clusterdesk.briefs.batch import print_briefs
from clusterdesk.briefs.difficulty_paper_docx import difficulty_paper_docx
from clusterdesk.briefs.house import House
from clusterdesk.briefs.jobs import BriefJob
from clusterdesk.domain.commands.difficulties import AnswerDifficulty, ApproveDifficulty, NewQuote, SendDifficulty
from clusterdesk.domain.commands.difficulty_papers import PaperWanted, ReadDifficultyPaper
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyRecipient
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.difficulty_papers import ReadPaper
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import difficulty_moves
from clusterdesk.services.difficulty_papers import difficulty_paper
from clusterdesk.services.paper_gate import read_paper, through_gate
from clusterdesk.store.desk_store import Store
from tests.briefs.pdf_reading import pdf_text
from tests.field import INTERNAL, RESTRICTED, make_trade, note, note_permit

pytestmark = pytest.mark.slow

# Each tells of one of the trade: with accents or without, hyphens, parts, plurals, other cases, other groups.
WRITTEN = {
    "houtlus": ("Houtlus", "HOUTLUS", "houtlus’s", "Hout-lus", "Houtlussen", "H o u t l u s", "houtlus.example"),
    "dussart": ("Dussart", "M. Dussart & Fils", "les Dussarts", "DUSSART", "menuiserie-dussart", "Dûssart"),
    "helene": ("L’Établi d’Hélène", "l'etabli d'helene", "Établis d’Hélène", "ETABLI-D-HELENE", "Hélène"),
    "planchea": ("Planchéa", "PLANCHEA SRL", "Planchéas", "Plan-chéa"),
    "tramen": ("Trame-Neuve", "Trame Neuve", "TrameNeuve", "Trames-Neuves"),
    "rouev": ("Roue Voisine", "Roue-Voisine", "ROUE VOISINE", "Roues voisines"),
    "olander": ("Zoé Ölander", "Olander", "ÖLANDER", "Ölanders"),
    "vandamme": ("Bram Van Damme-Noël", "van Damme Noël", "VAN DAMME"),
    "999902": ("1999990243", "BE 1999.990.243", "1999 990 243", "BE1999990243", "1999/990/243"),
    "5550002": ("02 555 00 02", "+32 2 555 00 02", "0032.2.555.00.02", "02/555.00.02"),
    "materiaux3": ("Quai des Matériaux 3", "quai des materiaux, 3", "Q. des Matériaux n° 3"),
}
_PLAIN = [(core, written) for core, forms in WRITTEN.items() for written in forms]


def bare(text: str) -> str:
    """Return the letters and digits of a text, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c.isalnum())


def papers(read: ReadPaper) -> tuple[str, str]:
    """Return all that can be read in PDF and docx, their properties and comments included."""
    language = read.paper.language
    t, formats, house = Translator(language), Formats(language), House("Cluster")
    pdf = next(iter(print_briefs([BriefJob(read, t, formats)], house))).pdf
    printed = pdf_text(pdf) + pdf.decode("latin-1") + pdf.decode("utf-16-be", "ignore")
    with ZipFile(BytesIO(difficulty_paper_docx(read, t, formats, house))) as docx:
        written = "".join(docx.read(name).decode("utf-8", "ignore") for name in docx.namelist() if "xml" in name)
    return pdf_text(pdf) + printed, written


def leave(store: Store, wanted: PaperWanted) -> ReadPaper:
    """Read a paper and let it leave, as a person would."""
    paper = difficulty_paper(store, wanted, author="Claire Dumont")
    read_paper(store, ReadDifficultyPaper(wanted=wanted, sha256=paper.sha256, by="Claire Dumont"))
    return through_gate(store, difficulty_paper(store, wanted, author="Claire Dumont"))


def plant_everywhere(store: Store) -> tuple[Difficulty, Difficulty]:
    """Note difficulties whose every field tells of everybody in every way, and what stays inside."""
    trade = make_trade(store)
    met = list(trade.values())
    every = ". ".join(written for _core, written in _PLAIN)
    quotes = (
        NewQuote(text=every, organisation_id=met[2].id),
        NewQuote(text=INTERNAL, organisation_id=met[2].id, visibility=Visibility.INTERNAL),
        NewQuote(text=RESTRICTED, organisation_id=met[1].id, visibility=Visibility.RESTRICTED),
    )
    first = note_permit(
        store, trade, happens=every, wish=every, cost_remark=every[:400],
        quotes=quotes,
    )  # fmt: skip
    second = note(store, "Dussart : hangar", "space", *met[:2], happens=every, wish=every)
    note(store, INTERNAL, "permit", *met, visibility=Visibility.INTERNAL)
    difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=first.id, by="Mia Directrice"))
    to = store.find(DifficultyRecipient)[0]
    told = SendDifficulty(difficulty_id=first.id, recipient_id=to.id, with_note=False, remark="En réunion")
    difficulty_moves.send_difficulty(store, told)
    difficulty_moves.answer_difficulty(store, AnswerDifficulty(difficulty_id=first.id, answer=every))
    return first, second


@pytest.mark.parametrize("roll_up", [False, True], ids=["note", "roll-up"])
@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_nothing_planted_is_found(store: Store, language: str, *, roll_up: bool) -> None:
    first, second = plant_everywhere(store)
    ids = (first.id, second.id) if roll_up else (first.id,)
    read = leave(store, PaperWanted(difficulty_ids=ids, language=language, roll_up=roll_up))
    for content in papers(read):
        letters = bare(content)
        assert [core for core in WRITTEN if core in letters] == []
        assert INTERNAL not in content
        assert RESTRICTED not in content
        assert bare(INTERNAL)[:20] not in letters
        assert "directrice" not in letters
        assert "dumont" not in letters


_SAFE = ("Le permis tarde", "De vergunning laat op zich wachten", "The permit is late", "Neuf mois, 12.500 € par an")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_wherever_and_however_it_is_planted(data: st.DataObject, store: Store) -> None:
    trade = _trade_of(store)
    core, written = data.draw(st.sampled_from(_PLAIN))
    before, after = data.draw(st.sampled_from(_SAFE)), data.draw(st.sampled_from(_SAFE))
    gap = data.draw(st.sampled_from([" ", ", ", "\n", " – ", ". ", " (", " « ", "\u00a0"]))
    text = f"{before}{gap}{written}{data.draw(st.sampled_from(['. ', ', ', '\n', ' ; ', '). ', ' » ']))}{after}"
    field = data.draw(st.sampled_from(["title", "happens", "wish", "cost_remark", "quotes"]))
    planted: dict[str, object] = {"quotes": (NewQuote(text=text),)} if field == "quotes" else {field: text}
    title = str(planted.pop("title", "Un permis"))
    one = note(store, title, "permit", *trade[: data.draw(st.integers(0, 4))], **planted)
    language = data.draw(st.sampled_from(["fr", "nl", "en"]))
    roll_up = data.draw(st.booleans())
    read = leave(store, PaperWanted(difficulty_ids=(one.id,), language=language, roll_up=roll_up))
    for content in papers(read):
        assert core not in bare(content)


def _trade_of(store: Store) -> list[Organisation]:
    return list(store.find(Organisation)) or list(make_trade(store).values())


def test_a_saved_file_tells_nothing_by_its_name(store: Store, tmp_path: Path) -> None:
    first, _ = plant_everywhere(store)
    read = leave(store, PaperWanted(difficulty_ids=(first.id,), language="fr"))
    printed = next(iter(print_briefs([BriefJob(read, Translator("fr"), Formats("fr"))], House("Cluster"))))
    assert printed.filename == "2026-11-23 Note de difficulté.pdf"
