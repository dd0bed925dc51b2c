"""The entries of the Fil that tell figures: head counts, annual accounts, turnover."""

from decimal import Decimal

from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.views.timeline import TimelineEntry
from clusterdesk.gui.kit import Kit
from clusterdesk.i18n.staff_numbers import fte_text


def accounts_words(kit: Kit, entry: TimelineEntry) -> str:
    """Return annual accounts with their operating result."""
    if not entry.detail:
        return kit.t("Annual accounts")
    result = kit.formats.money(Decimal(entry.detail), entry.state or "EUR", 0)
    return kit.t("Annual accounts: operating result {result}", result=result)


def staff_words(kit: Kit, entry: TimelineEntry) -> str:
    """Return a head count with its FTE."""
    if not entry.detail:
        return kit.t("Head count")
    fte = fte_text(Decimal(entry.detail), kit.formats)
    about = entry.state == Precision.ABOUT
    return kit.t("Head count: about {fte} FTE", fte=fte) if about else kit.t("Head count: {fte} FTE", fte=fte)


def figures_words(kit: Kit, entry: TimelineEntry) -> str:
    """Return « Chiffres oct. 2026 : CA 48 200 € (+4,6 %) », with the project they are of."""
    t, formats = kit.t, kit.formats
    amount, before, currency, project = entry.detail.split("\x1f")
    turnover = Decimal(amount)
    shown = formats.money(turnover, currency, None if turnover % 1 else 0)
    words = t(
        "Figures {period}: turnover {amount}",
        period=formats.partial(entry.title),
        amount=f"≈ {shown}" if entry.state == Precision.ABOUT else shown,
    )
    if before and Decimal(before) > 0:
        ratio = turnover / Decimal(before) - 1
        growth = formats.percent(ratio, 1)
        words = t("{figures} ({growth})", figures=words, growth=growth if ratio < 0 else f"+{growth}")
    return after(kit, words, project)


def after(kit: Kit, kind: str, title: str) -> str:
    """Return a kind of entry followed by its own title, where it has one."""
    return kit.t("{kind} · {title}", kind=kind, title=title) if title else kind
