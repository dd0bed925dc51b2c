"""Whom of a receiving team is written to about an orientation, and in which language."""

from clusterdesk.domain.views.referrals import ReferralRow

_LANGUAGES = ("fr", "nl", "en")


def team_language(row: ReferralRow, default: str) -> str:
    """Return the language a team is written to in: that of the person, else its first one."""
    person = row.person.languages if row.person is not None else ()
    team = row.team.languages if row.team is not None else ()
    return next((one for one in (*person, *team) if one in _LANGUAGES), default)


def team_address(row: ReferralRow) -> tuple[str, str]:
    """Return the mail address and name a mail to the team is for: the person, else the team; both empty for nobody."""
    if row.person is not None and row.person.mail:
        return row.person.mail, row.person.name
    if row.team is not None and row.team.mail:
        return row.team.mail, row.team.name
    return "", ""
