"""The report to the Advisory Board names nobody without consent: no organisation, project or person, in any text."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from clusterdesk.briefs.board_report import board_report_pdf
from clusterdesk.briefs.house import House
from clusterdesk.domain.changes import Insert, SetField
from clusterdesk.domain.commands.archive import ImportArchive
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyState
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.programme import Theme
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.strategy import BoardRemark, BoardRemarkKind, RuleSet
from clusterdesk.domain.records.vision import VisionDossier
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.edition import Edition
from clusterdesk.exchange.board_workbook import board_workbook
from clusterdesk.exchange.sample import make_sample_binder
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.binders import open_binder
from clusterdesk.services.board_reports import board_report
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.citation import citable
from tests.factories import add
from tests.leaving.walking import _text

DAY = date(2026, 9, 30)
SHORTEST = 5  # a name of fewer letters may be a word of the page
BRACKETED = "Réseau des ateliers de quartier (exemple)"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample, with names of those without consent in every text that the report takes up."""
    folder = tmp_path_factory.mktemp("advisory") / "binder"
    make_sample_binder(folder, "Claire Delvaux")
    with closing(open_binder(folder, author="Claire Delvaux")) as opened:
        _plant(opened)
        yield opened


def _plant(store: Store) -> None:
    add(store, Organisation(name=BRACKETED))
    shut, told = unnamed(store), by_name(one for one in store.find(Organisation) if one.id in allowed(store))
    first, second = shut[0].name, BRACKETED
    person = min(one.full_name for one in store.find(Contact) if one.id not in allowed(store))
    project = min(one.title for one in store.find(Project) if one.organisation_id in {each.id for each in shut})
    said = f"Chez {first}, {person} porte « {project} » avec {second}."
    kinds = (BoardRemarkKind.MESSAGE, BoardRemarkKind.DECISION)
    add(store, *(BoardRemark(period="2026-Q3", kind=one, text=said, position=-1) for one in kinds))
    story = BoardRemark(period="2026-Q3", kind=BoardRemarkKind.STORY, text="Récit qui se tait.", position=1)
    add(store, replace(story, organisation_id=shut[0].id))
    add(store, BoardRemark(period="2026-Q3", kind=BoardRemarkKind.STORY, text=f"Récit ouvert. {said}",
                           organisation_id=told[0].id, position=2))  # fmt: skip
    add(store, Theme(title=f"Visiter {second}", year=2027))
    add(store, VisionDossier(title=f"La ville vue par {first}"))
    difficulty = Difficulty(
        title=f"Le permis de {first}",
        on=date(2026, 1, 5),
        state=DifficultyState.ANSWERED,
        sent_on=date(2026, 2, 2),
        answered_on=date(2026, 3, 3),
        answer=f"Réponse pour {second}.",
    )
    rules = [SetField("rule_set", one.id, "reason", f"Demandé par {first}") for one in store.find(RuleSet)]
    store.apply(ImportArchive(file="planted"), [Insert(difficulty), *rules])


def allowed(store: Store) -> frozenset[object]:
    with store.read() as connection:
        agreed = citable(connection, store.clock.today())
    return frozenset((*agreed.organisations, *agreed.contacts))


def unnamed(store: Store) -> list[Organisation]:
    agreed = allowed(store)
    return by_name(one for one in store.find(Organisation) if one.id not in agreed and one.merged_into is None)


def by_name(organisations: Iterable[Organisation]) -> list[Organisation]:
    """Return them in an order that is the same in every binder, whatever the ids."""
    return sorted(organisations, key=lambda one: one.name)


def names_without_consent(store: Store) -> set[str]:
    """Return every name that may not stand there: organisations, their projects, people."""
    agreed, shut = allowed(store), unnamed(store)
    names = {one.name for one in shut}
    ids = {one.id for one in shut}
    names |= {one.title for one in store.find(Project) if one.organisation_id in ids}
    names |= {one.full_name for one in store.find(Contact) if one.id not in agreed}
    return {plain(one) for one in names if len(one) >= SHORTEST}


def plain(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").casefold().split())


def written(report: BoardReport, language: str) -> str:
    t, formats = Translator(language, strict=True), Formats(language)
    pdf = board_report_pdf(report, t, formats, House("Cluster"))
    return plain(_text(".pdf", pdf) + "\n" + _text(".xlsx", board_workbook(report, t, formats)))


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_the_advisory_edition_and_its_workbook_name_nobody_without_consent(store: Store, language: str) -> None:
    report = board_report(store, DAY, language, Edition.ADVISORY, author="Claire Delvaux")
    text = written(report, language)
    assert {name for name in names_without_consent(store) if name in text} == set()
    assert "récit ouvert" in text, "the story of a consenting organisation is told"
    assert "récit qui se tait" not in text, "that of another is not"
    warned = {plain(one.name) for one in report.warnings}
    assert {plain(unnamed(store)[0].name), plain(BRACKETED)} <= warned, "the author is told by name"
    assert ")." not in " ".join(report.messages + report.decisions), "a bracket goes with the name that it ends"
    assert any("se tait" in one for one in report.left_out)


def test_the_edition_for_the_direction_has_the_names(store: Store) -> None:
    report = board_report(store, DAY, "fr", Edition.DIRECTION)
    text = written(report, "fr")
    shut = unnamed(store)
    assert plain(shut[0].name) in text
    assert report.annexes is not None
    assert all(plain(one.organisation) in text for one in report.annexes.results)
    assert report.warnings == ()
    assert "récit qui se tait" not in text, "a story is of a consenting organisation, whoever reads it"
