"""What an indicator may count: the measures this program knows, by the key that strategy files name."""

from collections.abc import Mapping
from types import MappingProxyType

from clusterdesk.base.marks import N_

# Counted from results that can be proven: once per project or organisation, by the rules in force.
PROVABLE_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "industrialised": N_("Projects industrialised"),
        "break_even": N_("Projects brought to break-even"),
        "job_growth": N_("Projects supported in employment growth"),
        "new_production": N_("New circular production projects"),
        "referral_made": N_("Orientations made"),
        "referral_succeeded": N_("Orientations that succeeded"),
    }
)
# Counted as they stand in another part of the binder.
PLAIN_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "difficulties_sent": N_("Difficulties sent up"),
        "difficulties_answered": N_("Answers to difficulties"),
        "features": N_("Communications published"),
        "members_featured": N_("Members featured"),
        "events_held": N_("Events held"),
        "vision_published": N_("Synthesis documents published"),
    }
)
MEASURES: Mapping[str, str] = MappingProxyType({**PROVABLE_MEASURES, **PLAIN_MEASURES})


def measure_label(key: str) -> str:
    """Return the msgid of a measure; an unknown key is its own label."""
    return MEASURES.get(key, key)
