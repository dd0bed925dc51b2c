"""How ready an organisation is for abroad: what the answers say, and what lifts a « no »."""

from collections.abc import Iterable
from dataclasses import dataclass

from clusterdesk.domain.records.referrals import ReadinessAnswer, ReadinessQuestion, ReadinessReply


@dataclass(frozen=True, slots=True)
class Readiness:
    """Of the questions asked: how many are answered by yes, by no, and not yet; what does not apply is left out."""

    ready: int = 0
    missing: int = 0
    unknown: int = 0

    @property
    def asked(self) -> int:
        """Return how many questions apply."""
        return self.ready + self.missing + self.unknown


def readiness(questions: Iterable[ReadinessQuestion], answers: Iterable[ReadinessAnswer]) -> Readiness:
    """Return how ready an organisation is; a question without an answer is not known yet."""
    given = {one.question_id: one.reply for one in answers if not one.deleted}
    replies = [given.get(one.id, ReadinessReply.UNKNOWN) for one in questions]
    return Readiness(
        replies.count(ReadinessReply.YES), replies.count(ReadinessReply.NO), replies.count(ReadinessReply.UNKNOWN)
    )


def readiness_action(question: ReadinessQuestion, language: str) -> str:
    """Return what lifts a « no »: the action of the question, in French where it is missing, else the question."""
    actions = {"fr": question.action_fr, "nl": question.action_nl, "en": question.action_en}
    return actions.get(language) or question.action_fr or question.name_in(language)
