"""Production projects in words."""

from collections.abc import Mapping
from decimal import Decimal

from clusterdesk.charts.rating_matrix import MatrixDot
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.production.rating import SCORES
from clusterdesk.domain.records.production import ProductionStage, ProjectRating
from clusterdesk.domain.views.production import NeededLink, ProductionList, ProductionRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, TableRow
from clusterdesk.gui.tokens import Tone

STAGE_TONES: Mapping[ProductionStage, Tone] = {
    ProductionStage.IDEA: Tone.NEUTRAL,
    ProductionStage.RANKED: Tone.INFO,
    ProductionStage.SET_UP: Tone.INFO,
    ProductionStage.FINANCED: Tone.INFO,
    ProductionStage.IN_PRODUCTION: Tone.OK,
    ProductionStage.ABANDONED: Tone.NEUTRAL,
}
_DOT_TONES = {ProductionStage.IN_PRODUCTION: 1, ProductionStage.ABANDONED: 2}
_LONGEST_NAME = 34


def row_note(kit: Kit, row: ProductionRow) -> str:
    """Say chains, holder, since when, and what is missing."""
    t, language = kit.t, kit.t.language
    facts = [one.name_in(language) for one in row.chains]
    facts += [row.holder] if row.holder else []
    if row.since is not None:
        facts.append(t("here since {day}", day=kit.formats.date(row.since)))
    if row.missing:
        names = kit.formats.joined([one.link.name_in(language) for one in row.missing])
        facts.append(t("missing: {names}", names=names))
    return " · ".join(facts)


def row_chips(kit: Kit, row: ProductionRow, rank: int | None) -> tuple[tuple[str, Tone], ...]:
    """Say the stage, the rank, and a result that waits to be confirmed."""
    t = kit.t
    chips = [(t(choice_label(row.stage)), STAGE_TONES[row.stage])]
    if rank is not None:
        chips.insert(0, (t("No. {rank}", rank=rank), Tone.NEUTRAL))
    if row.stage is ProductionStage.IN_PRODUCTION and (row.result is None or row.result.confirmed_on is None):
        chips.append((t("Result to confirm"), Tone.WARN))
    return tuple(chips)


def need_words(kit: Kit, need: NeededLink) -> tuple[str, str]:
    """Return the link, and who fills it with the remark."""
    facts = [need.name or kit.t("nobody yet"), need.record.remark]
    return need.link.name_in(kit.t.language), " · ".join(one for one in facts if one)


def rating_words(kit: Kit, rating: ProjectRating) -> str:
    """Return the scores of a rating."""
    t = kit.t
    labels = {
        "timing": t("timing"),
        "skills": t("skills"),
        "budget": t("budget"),
        "funding": t("funding"),
        "impact": t("impact"),
    }
    given = [(labels[name], getattr(rating, name)) for name in SCORES]
    shown = [f"{label} {score}" for label, score in given if score is not None]
    return " · ".join([*shown, *([rating.by] if rating.by else [])])


def number(kit: Kit, value: Decimal) -> str:
    """Write a score with at most one decimal."""
    return kit.formats.number(round(value, 1))


def dots(rows: ProductionList) -> list[MatrixDot]:
    """Return the dots of the matrix."""
    found = []
    for row in rows.rows:
        if row.score is None:
            continue
        title = row.project.title
        short = title if len(title) <= _LONGEST_NAME else f"{title[: _LONGEST_NAME - 1].rstrip()}…"
        feasibility, impact = float(row.score.feasibility), float(row.score.impact)
        rank, tone = rows.ranks[row.project.id], _DOT_TONES.get(row.stage, 0)
        name = f"{rank} · {short}"
        found.append(MatrixDot(row.project.id, feasibility, impact, rank, name, tone))
    return found


def matrix_words(kit: Kit, rows: ProductionList) -> str:
    """Say what the matrix shows."""
    t = kit.t
    lines = [
        t(
            "{rank}. {title}: feasibility {feasibility}, impact {impact}",
            rank=rows.ranks[row.project.id],
            title=row.project.title,
            feasibility=number(kit, row.score.feasibility),
            impact=number(kit, row.score.impact),
        )
        for row in rows.rows
        if row.score is not None
    ]
    return "\n".join(lines) if lines else t("No project is rated yet.")


def columns(kit: Kit) -> list[Column]:
    """Return the columns of the ranked list."""
    t = kit.t
    return [
        Column("rank", t("Rank by score"), 44, number=True, sortable=False),
        Column("title", t("Project"), 186, sortable=False),
        Column("feasibility", t("Feasibility"), 80, number=True, sortable=False),
        Column("impact", t("Impact"), 60, number=True, sortable=False),
        Column("product", t("Score"), 54, number=True, sortable=False),
    ]


def table_rows(kit: Kit, rows: ProductionList) -> list[TableRow]:
    """Return the rated projects as rows of the list."""
    found = []
    for row in rows.rows:
        if row.score is not None:
            texts = (
                str(rows.ranks[row.project.id]),
                row.project.title,
                number(kit, row.score.feasibility),
                number(kit, row.score.impact),
                number(kit, row.score.product),
            )
            found.append(TableRow(row.project.id, texts))
    return found
