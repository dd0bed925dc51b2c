"""The sheet of a member: who it is, in public data; PDF and docx."""

from collections.abc import Iterator

from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline import Outline, TextBlock, fact, heading, item, soft, told
from clusterdesk.briefs.outline_docx import outline_docx
from clusterdesk.briefs.outline_pdf import draw_outline, outline_pdf
from clusterdesk.briefs.pen import Pen
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.member_sheet import MemberSheet
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def member_sheet_pdf(view: MemberSheet, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a member sheet in the translator's language. KnownError when a font is missing."""
    return outline_pdf(member_outline(view, t, formats), view.footer, t, formats, house)


def member_sheet_docx(view: MemberSheet, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx of a member sheet in the translator's language."""
    return outline_docx(member_outline(view, t, formats), view.footer, t, formats, house)


def draw_member_sheet(pen: Pen, view: MemberSheet, t: Translator, formats: Formats, house: House) -> int:
    """Draw a member sheet from the pen's open page on; return how many pages it took."""
    return draw_outline(pen, member_outline(view, t, formats), view.footer, t, formats, house)


def member_outline(view: MemberSheet, t: Translator, formats: Formats) -> Outline:
    """Word a member sheet in the translator's language."""
    internal = view.footer.edition is Edition.INTERNAL
    return Outline(
        view.organisation,
        t("Member sheet"),
        t("Internal edition") if internal else "",
        tuple(_blocks(view, t, formats)),
    )


def _blocks(view: MemberSheet, t: Translator, formats: Formats) -> Iterator[TextBlock]:
    yield from _facts(view, t, formats)
    yield heading(t("In short"))
    yield from told(view.summary, t("No description may be shared yet."))
    if view.contacts:
        yield heading(t("People"))
        for one in view.contacts:
            yield item(t("{name}, {role}", name=one.name, role=one.role) if one.role else one.name)
    if view.featured:
        yield heading(t("Published about it"))
        for on, title, link in view.featured:
            yield item(t("{day}: {title}", day=formats.date(on), title=title))
            if link:
                yield soft(link)
    if not view.agreed:
        yield heading(t("Before this leaves"))
        yield soft(t("The organisation has not agreed to be cited yet: ask for its consent."))


def _facts(view: MemberSheet, t: Translator, formats: Formats) -> Iterator[TextBlock]:
    told_facts = (
        (t("Activities"), formats.joined(view.value_chains) if view.value_chains else ""),
        (t("Circular model"), formats.joined(view.circular_models) if view.circular_models else ""),
        (t.c("report", "Where"), view.place),
        (t("Legal form"), view.legal_form),
        (t("Enterprise number"), view.enterprise_number),
        (t("Founded"), formats.partial(view.founded_on) if view.founded_on is not None else ""),
        (t("Member since"), formats.partial(view.member_since) if view.member_since is not None else ""),
        (t("Web"), ", ".join(view.websites)),
    )
    yield from (fact(label, text) for label, text in told_facts if text)
