"""Fictitious attestations."""

from datetime import UTC, date, datetime
from decimal import Decimal

from clusterdesk.domain.employment.baseline import Baseline
from clusterdesk.domain.employment.counted import Count
from clusterdesk.domain.employment.judging import Case, judge
from clusterdesk.domain.employment.quarter_series import quarter_series
from clusterdesk.domain.signature import Signature
from clusterdesk.domain.views.attestation import Attestation, StaffOn
from clusterdesk.domain.views.page_footer import PageFooter
from tests.domain.employment.making import TODAY, count

_COUNTS: tuple[Count, ...] = tuple(
    count(on, fte)
    for on, fte in (
        ("2024-12-31", "5.5"),
        ("2025-03-31", "6"),
        ("2025-06-30", "6.5"),
        ("2025-09-30", "7"),
        ("2025-12-31", "7.5"),
        ("2026-06-30", "8"),
        ("2026-09-30", "8.25"),
    )
)
_STROKES = Signature(
    (
        ((10, 60), (24, 20), (33, 12), (30, 40), (26, 66), (38, 44), (50, 38), (54, 52), (66, 40), (78, 46), (92, 34)),
        ((100, 52), (112, 22), (118, 60), (128, 40), (142, 50), (160, 36), (190, 44)),
        ((14, 74), (70, 70), (170, 66)),
    )
)


def an_attestation(*, signed: bool = True) -> Attestation:
    """Return one, signed or to be signed on paper."""
    frozen = Baseline(Decimal("5.5"), date(2024, 12, 31), frozen=True)
    judged = judge(Case(_COUNTS, first_action=date(2025, 1, 13), frozen=frozen), TODAY)
    now = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
    return Attestation(
        organisation="Atelier Noord",
        number="1999.990.144",
        address="Rue Dieudonné Lefèvre 217, 1020 Laeken",
        project="Panneaux trois plis en bois de réemploi",
        before=StaffOn(frozen.fte, frozen.on),
        after=StaffOn(Decimal("8.25"), date(2026, 9, 30)),
        code="KQWRTA9",
        footer=PageFooter(now, now, "Claire Delvaux"),
        ends=quarter_series(_COUNTS, (), TODAY),
        year=judged.reached,
        threshold=judged.threshold,
        created=Decimal("2.5"),
        retained=Decimal("1"),
        counted=("Contrat à durée indéterminée (CDI)", "Contrat à durée déterminée (CDD)"),
        signer="Nora Lejeune" if signed else "",
        role="gérante" if signed else "",
        place="Laeken" if signed else "",
        signed_on=date(2026, 11, 23) if signed else None,
        signature=_STROKES if signed else None,
    )
