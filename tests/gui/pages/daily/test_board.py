"""The board by hand: a number opens into what counts and why, a quarter is frozen, another strategy shows its own."""

from datetime import date
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.strategy import ChangeRules, ImportStrategy
from clusterdesk.domain.records.communication import CommunicationItem
from clusterdesk.domain.records.results import ResultEvent
from clusterdesk.domain.records.strategy import BoardFreeze
from clusterdesk.domain.records.vision import VisionDossier, VisionStage, VisionStep
from clusterdesk.domain.views.board import Board
from clusterdesk.domain.views.indicators import IndicatorLine
from clusterdesk.gui import routes
from clusterdesk.gui.pages.board.lines import ResultLine
from clusterdesk.gui.pages.board.page import BoardPage
from clusterdesk.gui.pages.organisation.decision_dialog import DecisionDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.links import RouteLink
from clusterdesk.services import strategy
from clusterdesk.services.rule_sets import change_rules
from clusterdesk.services.undo import undo
from tests.factories import add
from tests.gui.pages.daily.board_rows import row_of
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import TODAY, delete_now

INDUSTRIALISED = "Projets industrialisés"
OTHER = Path(__file__).resolve().parents[3] / "data" / "repair_cluster.toml"


def test_a_number_opens_into_what_counts_and_why_and_leads_to_the_organisation(
    counted: None, show: Show, settle: Settle, qtbot: QtBot, window: MainWindow, rich: Rich
) -> None:
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    row = row_of(page, INDUSTRIALISED)
    assert row.number.text().strip() == "1 / 30"
    assert "en retard" in row.state.words
    window.grab()  # what is not laid out yet takes no click
    qtbot.mouseClick(row.number, Qt.MouseButton.LeftButton)
    assert row.is_open
    assert "1 compté, 0 prouvable" in row.lines.sentence.words
    (line,) = row.lines.findChildren(ResultLine)
    qtbot.waitUntil(line.link.isVisible)
    line.link.click()
    settle()
    assert window.page is not None
    assert window.page.argument == rich.organisation


def test_what_needs_no_piece_of_evidence_tells_of_none_and_names_its_organisation_once(window: MainWindow) -> None:
    kit = window.context.kit
    referral = IndicatorLine(None, "", uuid4(), "Houtlus", TODAY, None, None, None, True, (), (), (), ())
    line = ResultLine(kit, Board(TODAY, "2026-Q4", ""), referral, counts=True)
    assert [one.text() for one in line.findChildren(Chip)] == ["prouvable"]
    assert line.link.text() == "Houtlus"
    assert "Houtlus" not in [one.text() for one in line.findChildren(Label)]
    delete_now(line)


def test_what_lacks_only_the_validation_is_told_and_validated_from_its_line(
    counted: None, show: Show, settle: Settle, qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    row = row_of(page, INDUSTRIALISED)
    row.turn()
    assert row.lines.sentence.words == "1 compté, 0 prouvable\u00a0: 1 n’attend que la validation."
    (line,) = row.lines.findChildren(ResultLine)
    assert [chip.words for chip in line.findChildren(Chip)] == ["à valider"]
    qtbot.waitUntil(line.validate.isVisible)
    line.validate.click()
    settle()
    dialog = next(one for one in window.findChildren(DecisionDialog) if one.isVisible())
    dialog.words.restore_draft("Nadia Peeters")
    qtbot.mouseClick(dialog.consent, Qt.MouseButton.LeftButton)
    settle()
    assert row.lines.sentence.words == "1 compté, 1 prouvable."
    found = ask(lambda store: store.find(ResultEvent)[0])
    assert isinstance(found, ResultEvent)
    assert found.validated_by == "Nadia Peeters"
    window.undo()
    settle()
    assert "n’attend que la validation" in row.lines.sentence.words


def test_a_validation_that_is_required_is_told_so(
    counted: None, show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    change = ChangeRules(
        parameters='[counting]\nvalidation = "required"\n', valid_from=TODAY, owner="Le conseil", reason="Décision"
    )
    ask(lambda store: change_rules(store, change))
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    row = row_of(page, INDUSTRIALISED)
    row.turn()
    assert "validation obligatoire" in row.lines.sentence.words
    (line,) = row.lines.findChildren(ResultLine)
    assert [chip.words for chip in line.findChildren(Chip)] == ["validation obligatoire"]


def test_a_quarter_is_chosen_frozen_and_the_freezing_taken_back(
    counted: None, show: Show, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    page = show(routes.board("2026-Q2"))
    assert isinstance(page, BoardPage)
    assert row_of(page, INDUSTRIALISED).number.text().strip() == "0 / 30", "it was not known then"
    page.header.choice.setCurrentIndex(0)
    page.header.choice.activated.emit(0)
    settle()
    assert row_of(page, INDUSTRIALISED).number.text().strip() == "1 / 30"
    words = page.header.freeze.text()
    qtbot.mouseClick(page.header.freeze, Qt.MouseButton.LeftButton)
    settle()
    found = ask(lambda store: store.find(BoardFreeze))
    assert isinstance(found, list)
    assert len(found) == 1
    assert "Figé le" in page.told.words
    assert page.header.freeze.isHidden()
    ask(undo)
    page.reload()
    settle()
    assert not page.header.freeze.isHidden()
    assert page.header.freeze.text() == words


def test_another_strategy_has_its_own_rows_and_an_empty_one_says_where_to_begin(
    show: Show, settle: Settle, ask: Ask
) -> None:
    text = OTHER.read_text("utf-8")
    ask(lambda store: strategy.import_strategy(store, ImportStrategy(text=text, name="repair.toml")))
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    assert row_of(page, "Ateliers viables").number.text().strip() == "0 / 6"
    assert not row_of(page, "Réponses des autorités").bar.isHidden(), "a plain count with a target has its bar"
    assert page.nothing.isHidden()


def test_stages_of_the_vision_stand_beside_and_lead_there(
    show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    dossier = VisionDossier(title="Produire en ville", recorded_on=date(2026, 2, 2))
    steps = [
        VisionStep(vision_dossier_id=dossier.id, stage=stage, on=date(2026, month, 2), recorded_on=date(2026, month, 2))
        for month, stage in ((2, VisionStage.SCOPE), (5, VisionStage.COLLECTION))
    ]
    ask(lambda store: [add(store, one) for one in (dossier, *steps)])
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    row = row_of(page, "Document de synthèse publié")
    assert [chip.words for chip in row.below.chips][:3] == [
        "✓ Périmètre",
        "Collecte d’informations",
        "Groupes de travail",
    ]
    (link,) = row.below.links
    link.click()
    settle()
    assert window.page is not None
    assert window.page.argument == dossier.id


def test_value_chains_stand_beside_new_production_and_lead_to_the_projects(
    show: Show, settle: Settle, window: MainWindow
) -> None:
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    row = row_of(page, "Nouveaux projets de production circulaire")
    assert [link.text() for link in row.below.links][:3] == ["Bois 0", "Textile 0", "Vélo 0"]
    row.below.links[0].click()
    settle()
    assert window.page is not None
    assert window.page.argument == routes.chains().argument


def test_a_plain_number_opens_into_the_things_it_counts(
    show: Show, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    item = CommunicationItem(title="Portrait d’atelier", on=date(2026, 10, 6), recorded_on=date(2026, 10, 6))
    ask(lambda store: add(store, item))
    page = show(routes.board())
    assert isinstance(page, BoardPage)
    row = row_of(page, "Communications publiées")
    row.turn()
    link = next(one for one in row.lines.findChildren(RouteLink) if one.text().strip() == "Portrait d’atelier")
    link.click()
    settle()
    assert window.page is not None
    assert window.page.argument == item.id
