"""What proves a fact: evidence of the level asked for, and a second person who validated it."""

from clusterdesk.domain.strategy.candidates import Because, Candidate, Reason
from clusterdesk.domain.strategy.facts import Proof
from clusterdesk.domain.strategy.reading import Reading
from clusterdesk.domain.strategy.rules import IndicatorRules, Validation

_NO_PROOF = Proof()


def what_proof_lacks(reading: Reading, one: Candidate, rules: IndicatorRules) -> tuple[int | None, tuple[Because, ...]]:
    """Return the strongest evidence of a fact, and what lacks until it is provable."""
    if one.fact is None:
        return None, (Because(Reason.NOT_CONFIRMED),)
    proof = reading.facts.proofs.get(one.fact.key, _NO_PROOF)
    lacks: list[Because] = []
    if proof.level is None or proof.level < rules.evidence_level:
        values = {"level": proof.level, "needed": int(rules.evidence_level)}
        lacks.append(Because(Reason.EVIDENCE_LEVEL, values))
        lacks += [Because(Reason.EVIDENCE_WANTED, {"title": title}) for title in proof.wanted]
    if not (one.fact.confirmed or one.fact.validated):
        lacks.append(Because(Reason.NOT_CONFIRMED))
    if rules.validation is not Validation.OFF and not one.fact.validated:
        lacks.append(Because(Reason.NOT_VALIDATED, {"required": rules.validation is Validation.REQUIRED}))
    return proof.level, tuple(lacks)
