"""A vision dossier on paper: question, chapters with their sources, open questions, who contributed; PDF and docx."""

from collections.abc import Iterator

from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline import BlockKind, Outline, TextBlock, fact, heading, item, soft, told
from clusterdesk.briefs.outline_docx import outline_docx
from clusterdesk.briefs.outline_pdf import draw_outline, outline_pdf
from clusterdesk.briefs.pen import Pen
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.vision import VisionStage
from clusterdesk.domain.views.dossier import Dossier, DossierChapter, DossierSource
from clusterdesk.domain.views.edition import Edition
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def dossier_pdf(view: Dossier, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a dossier in the translator's language. KnownError when a font is missing."""
    return outline_pdf(dossier_outline(view, t, formats), view.footer, t, formats, house)


def dossier_docx(view: Dossier, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx of a dossier in the translator's language."""
    return outline_docx(dossier_outline(view, t, formats), view.footer, t, formats, house)


def draw_dossier(pen: Pen, view: Dossier, t: Translator, formats: Formats, house: House) -> int:
    """Draw a dossier from the pen's open page on; return how many pages it took."""
    return draw_outline(pen, dossier_outline(view, t, formats), view.footer, t, formats, house)


def dossier_outline(view: Dossier, t: Translator, formats: Formats) -> Outline:
    """Word a dossier in the translator's language."""
    internal = view.footer.edition is Edition.INTERNAL
    draft = view.stage is not VisionStage.PUBLISHED
    mark = t("Internal edition") if internal else t("Not published yet") if draft else ""
    return Outline(view.title, t("Common vision"), mark, tuple(_blocks(view, t, formats)))


def _blocks(view: Dossier, t: Translator, formats: Formats) -> Iterator[TextBlock]:
    yield fact(t("State of"), formats.long_date(view.on))
    if view.stage is not None:
        stage = t(choice_label(view.stage))
        since = formats.date(view.stage_on) if view.stage_on is not None else ""
        yield fact(t("Stage"), t("{stage}, since {day}", stage=stage, day=since) if since else stage)
    yield heading(t("Question"))
    yield from told(view.question, t("The question is still to be worded."))
    if view.scope.strip():
        yield heading(t("Scope"))
        yield from told(view.scope)
    for number, chapter in enumerate(view.chapters, start=1):
        yield from _chapter(number, chapter, t, formats)
    if not view.chapters:
        yield heading(t("Chapters"))
        yield soft(t("No chapter is written yet."))
    if view.questions:
        yield heading(t("Open questions"))
        for one in view.questions:
            yield item(one.text)
            if one.answer.strip():
                day = formats.date(one.answered_on) if one.answered_on is not None else ""
                label = t("Answer of {day}", day=day) if day else t("Answer")
                yield TextBlock(BlockKind.TEXT, " ".join(one.answer.split()), label)
    yield heading(t("Sources"))
    for source in view.sources:
        yield from _source(source, t, formats)
    if not view.sources:
        yield soft(t("No source is noted yet."))
    yield from _contributors(view, t, formats)


def _chapter(number: int, chapter: DossierChapter, t: Translator, formats: Formats) -> Iterator[TextBlock]:
    yield heading(t("{number}. {title}", number=formats.number(number), title=chapter.title))
    yield from told(chapter.text, t("This chapter is still to be written."))
    if chapter.sources:
        numbers = formats.joined([f"[{one}]" for one in chapter.sources])
        yield soft(t.n("Source: {numbers}", "Sources: {numbers}", n=len(chapter.sources), numbers=numbers))


def _source(source: DossierSource, t: Translator, formats: Formats) -> Iterator[TextBlock]:
    facts = [source.author, source.title]
    if source.published_on is not None:
        facts.append(formats.partial(source.published_on))
    if source.consulted_on is not None:
        facts.append(t("looked at on {day}", day=formats.date(source.consulted_on)))
    yield item(", ".join(one for one in facts if one), f"[{source.number}]")
    if source.link:
        yield soft(source.link)
    if source.summary.strip():
        yield soft(" ".join(source.summary.split()))


def _contributors(view: Dossier, t: Translator, formats: Formats) -> Iterator[TextBlock]:
    if not view.contributors and not view.unnamed:
        return
    yield heading(t("Contributors"))
    if view.contributors:
        yield TextBlock(BlockKind.TEXT, formats.joined(view.contributors))
    if view.unnamed:
        yield soft(
            t.n(
                "{n} contributor who has not agreed to be cited is not named.",
                "{n} contributors who have not agreed to be cited are not named.",
                n=view.unnamed,
            )
        )
