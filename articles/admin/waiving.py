"""The copy desk's findings as the publish page shows them, and the reasons given for letting errors stand."""

from articles.text.findings import Level

PREFIX, LONGEST = "waive-", 200
GROUPS = (
    (Level.ERROR, "Fix or give a reason", "Publishing needs each of these fixed, or a reason on the record."),
    (Level.WARNING, "Worth a look", "You can publish with these."),
    (Level.HINT, "For your information", ""),
)


def reasons(data):
    """{code: why it may stand}, as posted; PostgreSQL keeps no NUL."""
    posted = ((name.removeprefix(PREFIX), why) for name, why in data.items() if name.startswith(PREFIX))
    return {code.replace("\0", ""): why.replace("\0", "")[:LONGEST] for code, why in posted}


def grouped(findings, given):
    """The findings by level; one reason field for a code, however often it was found."""
    groups = []
    for level, name, explained in GROUPS:
        codes = {}
        for finding in findings:
            if finding.level == level:
                codes.setdefault(finding.code, []).append(finding)
        rows = [{"code": code, "findings": found, "reason": given.get(code, "")} for code, found in codes.items()]
        groups.append({"level": level, "name": name, "explained": explained, "rows": rows})
    return [group for group in groups if group["rows"]]


def blocking(findings, given):
    """How many findings still need a fix or a reason."""
    return sum(finding.level == Level.ERROR and not given.get(finding.code, "").strip() for finding in findings)
