"""The board report: numbers as of a day, frozen ones kept, years, what is missing; an empty binder prints as well."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.briefs.board_report import board_report_pdf
from clusterdesk.briefs.house import House
from clusterdesk.domain.changes import Insert
from clusterdesk.domain.commands.archive import ImportArchive
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.commands.strategy import FreezeQuarter
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.prospects import Prospect, ProspectState, ProspectStep
from clusterdesk.domain.records.strategy import BoardFreeze, BoardRemark, BoardRemarkKind, Indicator
from clusterdesk.domain.strategy.rules import REFERRALS
from clusterdesk.domain.views.edition import Edition
from clusterdesk.exchange.board_workbook import board_listings, board_workbook
from clusterdesk.exchange.sample import make_sample_binder
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.binders import open_binder
from clusterdesk.services.board_freezing import freeze_quarter
from clusterdesk.services.board_report_days import day_of
from clusterdesk.services.board_reports import board_report
from clusterdesk.services.records import edit_record
from clusterdesk.store.desk_store import Store
from tests.briefs.pdf_reading import overprints, pdf_pages, pdf_words
from tests.factories import add

DAY = date(2026, 9, 30)


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
@pytest.mark.parametrize("edition", [Edition.ADVISORY, Edition.DIRECTION])
def test_an_empty_binder_prints_every_page_with_grace(store: Store, language: str, edition: Edition) -> None:
    report = board_report(store, DAY, language, edition)
    t, formats = Translator(language, strict=True), Formats(language)
    pdf = board_report_pdf(report, t, formats, House())
    assert len(pdf_pages(pdf)) == (8 if edition is Edition.ADVISORY else 11)
    assert overprints(pdf_words(pdf)) == []
    assert board_workbook(report, t, formats)[:2] == b"PK"


def test_long_names_and_many_messages_stay_on_their_pages(store: Store) -> None:
    long = "Une phrase qui n’en finit pas de dire ce que le trimestre a apporté aux ateliers de la ville. " * 8
    add(store, *(BoardRemark(period="2026-Q3", text=long, position=n) for n in range(7)))
    add(store, BoardRemark(period="2026-Q3", kind=BoardRemarkKind.DECISION, text=long))
    add(store, BoardRemark(period="2026-Q3", kind=BoardRemarkKind.STORY, text=long * 3))
    report = board_report(store, DAY, "fr")
    assert (len(report.messages), len(report.left_out)) == (5, 2), "five key messages; the others are told of"
    pdf = board_report_pdf(report, Translator("fr", strict=True), Formats("fr"), House("Maison " * 12))
    assert overprints(pdf_words(pdf)) == []
    text = " ".join(" ".join(pdf_pages(pdf)).split())
    assert text.count("Une phrase qui n’en finit pas") == (5 + 1 + 3) * 8


def test_messages_are_those_of_the_language_else_the_usual_one(store: Store) -> None:
    add(store, BoardRemark(period="2026-Q3", text="En français", language="fr"))
    add(store, BoardRemark(period="2026-Q3", text="In het Nederlands", language="nl"))
    add(store, BoardRemark(period="2026-Q2", text="Un autre trimestre", language="fr"))
    shown = {language: board_report(store, DAY, language).messages for language in ("fr", "nl", "en")}
    assert shown == {"fr": ("En français",), "nl": ("In het Nederlands",), "en": ("En français (in French)",)}


def test_a_frozen_quarter_keeps_its_numbers_and_tells_what_differs(store: Store) -> None:
    freeze_quarter(store, FreezeQuarter(period="2026-Q2", by="Claire"))
    (frozen,) = store.find(BoardFreeze)
    report = board_report(store, frozen.as_of, "fr")
    assert report.frozen is not None
    assert (report.frozen.sha256, report.frozen.whole) == (frozen.sha256, True)
    assert all(one.counted_now == one.total for one in report.rows)
    later = board_report(store, DAY, "fr")
    assert later.frozen is None
    assert later.method.last_report == "2026-Q2"


def test_a_report_is_of_a_quarter_a_day_or_the_last_quarter(store: Store) -> None:
    today = store.clock.today()
    assert day_of(store, "2026-Q3") == DAY
    assert day_of(store, "2026-05-15") == date(2026, 5, 15)
    assert day_of(store, "") < today
    running = f"{today.year}-Q{(today.month - 1) // 3 + 1}"
    assert day_of(store, running) == today, "a quarter that is running ends today"
    for text in ("2026", "printemps", "2026-13-01"):
        with pytest.raises(KnownError) as raised:
            day_of(store, text)
        assert raised.value.code == "report_day"


def test_the_workbook_of_the_direction_alone_has_sheets_by_name(store: Store) -> None:
    keys = {
        edition: [
            one.key for one in board_listings(board_report(store, DAY, "en", edition), Translator("en"), Formats("en"))
        ]
        for edition in (Edition.ADVISORY, Edition.DIRECTION)
    }
    assert [one for one in keys[Edition.DIRECTION] if one not in keys[Edition.ADVISORY]] == [
        "results",
        "projects",
        "members",
    ]


def test_prospects_are_told_by_chain_as_they_stood_on_the_day(store: Store) -> None:
    wood = next(one for one in store.find(ValueChain) if one.key == "wood")
    link = next(one for one in store.find(ChainLink) if one.value_chain_id == wood.id)
    found = add(store, Prospect(name="Wrakkenroute", chain_link_id=link.id, recorded_on=date(2026, 2, 2)))
    add(store, Prospect(name="Trop tard", chain_link_id=link.id, recorded_on=date(2026, 10, 2)))
    moves = ((ProspectState.CONTACTED, date(2026, 3, 3)), (ProspectState.DECLINED, date(2026, 10, 5)))
    steps = [ProspectStep(prospect_id=found.id, state=state, on=on, recorded_on=on) for state, on in moves]
    store.apply(ImportArchive(file="steps"), [Insert(step) for step in steps])
    words = {"fr": "Bois : Contacté : 1", "nl": "Hout: Gecontacteerd: 1", "en": "Wood: Contacted: 1"}
    for language, told in words.items():
        report, t, formats = board_report(store, DAY, language), Translator(language), Formats(language)
        pages = pdf_pages(board_report_pdf(report, t, formats, House()))
        assert told in " ".join(pages[3].split()), language
        assert "Wrakkenroute" not in "".join(pages)
        (sheet,) = (one for one in board_listings(report, t, formats) if one.key == "prospects")
        assert [row[1:] for row in sheet.rows] == [(0, 0, 1, 0, 0, 0, 1)]
        assert sheet.rows[0][0] == wood.name_in(language)


def test_an_indicator_without_a_target_is_told_and_named_all_the_same(store: Store) -> None:
    indicator = next(one for one in store.find(Indicator) if one.measure == "break_even")
    edit_record(store, EditRecord(type_key="indicator", record_id=indicator.id, values={"target": None}))
    report = board_report(store, DAY, "nl")
    assert indicator.id in {one.indicator.id for one in report.goals}
    assert all(one.indicator.measure not in REFERRALS for one in report.goals)
    front = " ".join(pdf_pages(board_report_pdf(report, Translator("nl"), Formats("nl"), House()))[0].split())
    assert "0 bereikt, geen doel" in front


def test_a_year_in_which_nothing_was_held_is_not_one_in_which_everybody_came(store: Store) -> None:
    report = board_report(store, DAY, "en", Edition.DIRECTION)
    text = "".join(pdf_pages(board_report_pdf(report, Translator("en"), Formats("en"), House())))
    assert "No event has been held this year yet." in text
    assert "Everybody came." not in text


def test_what_is_on_the_way_adds_up_by_year(tmp_path: Path) -> None:
    make_sample_binder(tmp_path / "binder", "Claire")
    with closing(open_binder(tmp_path / "binder", author="Claire")) as store:
        report = board_report(store, DAY, "en")
    (growth,) = report.of("job_growth")
    assert growth.near, "the sample has growth that lacks its start"
    assert sum(map(growth.coming_in, growth.by_year)) == growth.on_the_way
    first = pdf_pages(board_report_pdf(report, Translator("en"), Formats("en"), House()))[1]
    assert first.rstrip().splitlines()[-2].split()[-1] == str(growth.on_the_way)
