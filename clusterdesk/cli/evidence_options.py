"""The evidence given with a confirmation: --evidence-title, --evidence-level, --evidence-document."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import values
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.services.proposal_words import sentence_words

if TYPE_CHECKING:
    from clusterdesk.domain.commands.results import GivenProof
    from clusterdesk.domain.proposals.proposal import ResultProposal
    from clusterdesk.services.proofs import Paper

_LEVEL = RECORD_TYPES["evidence"].fields["level"]


def evidence_options(parser: Parser, t: Translate) -> None:
    """Let evidence be given with a confirmation."""
    add = parser.options.add_argument
    add("--evidence-title", metavar=t("TEXT"), default="", help=t("what proves it: which paper, or whose words"))
    add("--evidence-level", metavar="0-4", default="", help=t("its level: 0 impression to 4 third party"))
    add("--evidence-document", metavar=t("FILE"), default="", help=t("its document, copied into the binder"))


def given_evidence(
    context: Context, options: Namespace, proposal: "ResultProposal | None" = None
) -> tuple["GivenProof | None", "Paper | None"]:
    """Return the evidence that was given, and its document; without a level that of where the figures come from."""
    from clusterdesk.domain.commands.results import GivenProof
    from clusterdesk.services.documents import content_of
    from clusterdesk.services.proofs import Paper

    level = None
    if options.evidence_level:
        level = values.read(context, _LEVEL, "--evidence-level", options.evidence_level)
    elif not options.evidence_document and proposal is not None and proposal.suggested is not None:
        level = proposal.suggested.level
    paper = None
    if options.evidence_document:
        source = Path(options.evidence_document).expanduser()
        paper = Paper(*content_of(source, context.settings.document_size_limit_mb))
    if not options.evidence_title and paper is None:
        return None, None
    return GivenProof(options.evidence_title, level), paper


@contextmanager
def asking_for_evidence(context: Context, proposal: "ResultProposal | None" = None) -> Iterator[None]:
    """Say with which options evidence is given where a confirmation was refused for want of it."""
    try:
        yield
    except KnownError as error:
        if error.code != "result_unproved":
            raise
        found = proposal.suggested if proposal is not None else None
        if found is None:
            advice = N_("Give the command again with --evidence-title and --evidence-level (0 to 4).")
            raise KnownError(error.code, error.message, advice=advice) from None
        raise KnownError(
            error.code,
            error.message,
            advice=N_("Give the command again, for instance with --evidence-title “{title}” --evidence-level {level}"),
            title=sentence_words(found.title, context.t, context.formats),
            level=int(found.level),
        ) from None
