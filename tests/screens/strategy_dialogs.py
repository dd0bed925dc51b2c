"""The dialogs of the strategy, with something in them."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from clusterdesk.config.paths import resource
from clusterdesk.domain.commands.strategy import ImportStrategy
from clusterdesk.domain.strategy.reading_rules import read_rules
from clusterdesk.domain.strategy.rule_form import rule_groups
from clusterdesk.domain.strategy.rules import Unit
from clusterdesk.domain.views.indicators import IndicatorLine
from clusterdesk.domain.views.rule_difference import IndicatorDifference, MovedLine, RulesDifference
from clusterdesk.domain.views.strategy import StrategyImport
from clusterdesk.gui.pages.rules.dialog import RulesDialog
from clusterdesk.gui.pages.rules.reading import RulesForm
from clusterdesk.gui.pages.strategy.import_dialog import ImportDialog
from clusterdesk.gui.shell.main_window import MainWindow

_DAY = date(2026, 11, 23)


def rules(window: MainWindow, _subjects: object) -> QWidget:
    """Other rules, and what they would change."""
    shipped = read_rules(resource("strategy", "cluster.toml").read_text(encoding="utf-8"))
    chains = (("wood", "Bois"), ("textile", "Textile"))
    dialog = RulesDialog(window.context, RulesForm(rule_groups(shipped), 1, chains), window)
    one = replace(shipped.indicators[1], unit=Unit.ORGANISATION)
    lines = [_line("Table haute en chutes de hêtre", "Atelier Noord"), _line("Seconde gamme", "Atelier Noord")]
    moved = MovedLine(lines[0], replace(lines[0], on=_DAY))
    found = IndicatorDifference(one, (4, 4), (3, 3), appears=(lines[0],), vanishes=(lines[1],), moves=(moved,))
    dialog.difference.show_difference(RulesDifference(_DAY, shipped, changed=True, indicators=(found,)))
    return dialog


def bring_in(window: MainWindow, _subjects: object) -> QWidget:
    """A strategy file, and what it would change."""
    found = StrategyImport(("Ateliers viables",), ("Nouveaux projets",), ("Orientations faites",), 2)
    return ImportDialog(window.context, ImportStrategy(text="", name="strategie.toml"), found, window)


def _line(project: str, organisation: str) -> IndicatorLine:
    return IndicatorLine(
        project_id=None,
        project=project,
        organisation_id=None,
        organisation=organisation,
        on=date(2025, 6, 30),
        result_id=None,
        coaching_file_id=None,
        evidence=3,
        holds=True,
        manager_ids=(),
        managers=(),
        why=(),
        missing=(),
    )


OPENERS = {RulesDialog: rules, ImportDialog: bring_in}
