"""Production projects as the command line tells them."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.production import stages
from clusterdesk.domain.production.rating import SCORES
from clusterdesk.domain.views.production import ProductionList, ProductionRow


def shown(context: Context, project_id: UUID) -> Answer:
    """Return one project as it is now.

    Raises:
        KnownError: it is no production project.
    """
    from clusterdesk.services.production_views import read_production

    data = read_production(context.desk.store)
    row = data.row(project_id)
    if row is None:
        raise KnownError(
            "production_kind",
            N_("“{name}” is no production project: only those have stages."),
            advice=N_("Change its kind to “Production project” first, on the page of its holder."),
            name=str(project_id),
        )
    return project_answer(context, row, data)


def list_answer(context: Context, data: ProductionList) -> Answer:
    """Return all projects by rank."""
    t, language = context.t, context.t.language
    heads = [t("Rank by score"), t("Project"), t("Stage"), t("Feasibility"), t("Impact"), t("Missing")]
    rows = [
        [
            str(data.ranks.get(row.project.id, "–")),
            row.project.title,
            t(choice_label(row.stage)),
            _plain(row.score.feasibility) if row.score else "–",
            _plain(row.score.impact) if row.score else "–",
            ", ".join(one.link.name_in(language) for one in row.missing),
        ]
        for row in data.rows
    ]
    document = {"projects": [project_document(context, row, data) for row in data.rows]}
    return Answer(document, [Table(heads, rows, frozenset({0, 3, 4}))])


def project_answer(context: Context, row: ProductionRow, data: ProductionList) -> Answer:
    """Return one project."""
    t, formats, language = context.t, context.formats, context.t.language
    since = formats.date(row.since) if row.since is not None else ""
    pairs = [
        (t("Project"), row.project.title),
        (t("Stage"), " · ".join(one for one in (t(choice_label(row.stage)), since) if one)),
        (t("Possible now"), ", ".join(t(choice_label(one)) for one in stages.moves_from(row.steps))),
    ]
    if row.score is not None:
        scores = t(
            "feasibility {feasibility} × impact {impact} = {product}, rank {rank}",
            feasibility=_plain(row.score.feasibility),
            impact=_plain(row.score.impact),
            product=_plain(row.score.product),
            rank=data.ranks[row.project.id],
        )
        pairs.append((t("Rating"), scores))
    for need in row.needs:
        pairs.append((need.link.name_in(language), need.name or t("missing")))
    for partner in row.partners:
        pairs.append((partner.name, partner.record.role))
    for step in reversed(row.steps):
        pairs.append(
            (
                formats.date(step.on),
                " · ".join(one for one in (t(choice_label(step.stage)), step.by, step.remark) if one),
            )
        )
    return Answer(project_document(context, row, data), [Pairs(pairs)])


def project_document(context: Context, row: ProductionRow, data: ProductionList) -> dict[str, Any]:
    """Return a project for ``--json``."""
    rating, score = row.rating, row.score
    return {
        "id": str(row.project.id),
        "title": row.project.title,
        "chains": [one.key for one in row.chains],
        "organisation_id": str(row.project.organisation_id) if row.project.organisation_id is not None else None,
        "holder": row.holder,
        "stage": row.stage.value,
        "since": row.since.isoformat() if row.since is not None else None,
        "moves": [one.value for one in stages.moves_from(row.steps)],
        "rank": data.ranks.get(row.project.id),
        "rating": {name: getattr(rating, name) for name in SCORES} if rating is not None else None,
        "feasibility": _plain(score.feasibility) if score is not None else None,
        "impact": _plain(score.impact) if score is not None else None,
        "product": _plain(score.product) if score is not None else None,
        "links": [
            {
                "key": one.link.key,
                "organisation_id": str(one.organisation_id) if one.organisation_id is not None else None,
                "name": one.name,
                "remark": one.record.remark,
            }
            for one in row.needs
        ],
        "partners": [
            {"organisation_id": str(one.organisation_id), "name": one.name, "role": one.record.role}
            for one in row.partners
        ],
        "steps": [
            {"stage": one.stage.value, "on": one.on.isoformat(), "by": one.by, "remark": one.remark}
            for one in row.steps
        ],
        "result_id": str(row.result.id) if row.result is not None else None,
        "confirmed": row.result is not None and row.result.confirmed_on is not None,
    }


def _plain(value: Decimal) -> str:
    return str(round(value, 2).normalize() + 0) if value % 1 else str(int(value))
