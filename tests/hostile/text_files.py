"""Text files that are broken: encodings, control characters, quote marks, line ends, shapes."""

from tests.hostile.case import TITLES, Case, file_case, of, person, row_case, table

_NO_FORMAT = "no format that we know"
_EMPTY = "is empty"
_LOST = "not UTF-8.*Excel: .*LibreOffice: .*Numbers: "
_QUOTE = "quote mark has no partner"
_COUNT = "values where the header has"


def _encoded(name: str, encoding: str, refused: str) -> Case:
    return file_case(f"a table in {name}", table(person(1)).decode().encode(encoding), refused)


def _broken_bytes(name: str, broken: bytes) -> Case:
    data = table(person(1), "h2,Ann @@ Lee,coach,support", person(3)).replace(b"@@", broken)
    return Case(f"a name with {name}", of(data), created=2, errors=1, says=_LOST)


ENCODINGS = (
    Case("UTF-8 with a mark", of(b"\xef\xbb\xbf" + table(person(1))), created=1),
    file_case("UTF-8 with two marks", b"\xef\xbb\xbf" * 2 + table(person(1)), _NO_FORMAT),
    _encoded("UTF-16 with a mark", "utf-16", "UTF-16.*Excel: .*LibreOffice: .*Numbers: "),
    file_case("UTF-16, big end first", b"\xfe\xff" + TITLES.encode("utf-16-be"), "UTF-16"),
    _encoded("UTF-16 without a mark", "utf-16-le", "not a text file"),
    _encoded("UTF-16, big end first, without a mark", "utf-16-be", "not a text file"),
    _encoded("UTF-32", "utf-32", "UTF-16|not a text"),
    _encoded("UTF-32 without a mark", "utf-32-be", "not a text file"),
    _encoded("EBCDIC", "cp037", _NO_FORMAT),
    _encoded("EBCDIC of another country", "cp500", _NO_FORMAT),
    Case("UTF-7", of(table("h1,Jos+AOk-,coach,support")), created=1),
    *(
        Case(
            f"a name in {encoding}",
            of(f"{TITLES}\nh1,{name},coach,support\n".encode(encoding) + table(person(2))[31:]),
            created=1,
            errors=1,
            says=_LOST,
        )
        for encoding, name in (
            ("latin-1", "José"),
            ("cp1252", "O’Brien “Bo”"),
            ("mac-roman", "José"),
            ("cp437", "José"),
            ("cp850", "Zoë"),
            ("iso-8859-2", "Łukasz"),
            ("cp1251", "Анна"),
            ("koi8-r", "Анна"),
            ("iso-8859-7", "Άννα"),
            ("cp1255", "חנה"),
            ("cp1256", "آنا"),
            ("gb18030", "安娜"),
            ("big5", "安娜"),
            ("euc-jp", "杏奈"),
            ("shift-jis", "杏奈さん"),
            ("euc-kr", "안나"),
        )
    ),
    *(
        _broken_bytes(name, broken)
        for name, broken in (
            ("an overlong form", b"\xc0\xaf"),
            ("an overlong NUL", b"\xc0\x80"),
            ("a lone surrogate", b"\xed\xa0\x80"),
            ("a pair of surrogates", b"\xed\xa0\xbd\xed\xb8\x80"),
            ("half a character", b"\xe2\x82"),
            ("a stray continuation", b"\x80"),
            ("five bytes for one character", b"\xf8\x88\x80\x80\x80"),
            ("a character beyond Unicode", b"\xf4\x90\x80\x80"),
            ("the byte FF", b"\xff"),
            ("the byte FE", b"\xfe"),
        )
    ),
)

CONTROLS = tuple(
    row_case(
        f"a name with the control character {code:02X}", person(2, f"Ann{chr(code)}Lee"), _LOST
    )
    for code in range(0x20)
    if code not in {0x09, 0x0A, 0x0D}
)

QUOTES = (
    row_case("a quote never closed, first cell", '"h2,Ann Lee,coach,support', _QUOTE),
    row_case("a quote never closed, second cell", 'h2,"Ann Lee,coach,support', _QUOTE),
    row_case("a quote never closed, last cell", 'h2,Ann Lee,coach,"support', _QUOTE),
    row_case("a quote opened at the end", 'h2,Ann Lee,coach,support"', "service_intent|quote"),
    row_case("words behind a closed quote", 'h2,"Ann" Lee,coach,support', _QUOTE),
    row_case("three quotes", 'h2,"""Ann Lee,coach,support', _QUOTE),
    row_case("five quotes", 'h2,"""""Ann Lee,coach,support', _QUOTE),
    row_case("a backslash before a quote", 'h2,"Ann \\"Bo\\" Lee",coach,support', _QUOTE),
    row_case("a space before a quote", 'h2, "Ann, Lee",coach,support', _COUNT),
    row_case("an odd number of inner quotes", 'h2,"Ann "Bo" "Lee",coach,support', _QUOTE),
    row_case("a row of quotes", '"' * 10_001, _QUOTE),
    Case(
        "a quote never closed in the last row",
        of(table(person(1), 'h2,"Ann Lee,coach,support')),
        created=1,
        errors=1,
        says=_QUOTE,
    ),
    Case(
        "a quote never closed in every row",
        of(table(*(f'h{n},"Ann Lee,coach,support' for n in range(40)))),
        errors=40,
        says=_QUOTE,
        any_answer=True,
    ),
    file_case(
        "a quote never closed in the titles", table(titles='id,"name,license'), "title|format"
    ),
    file_case(
        "quotes that do not pair in the titles", table(titles='id,na"me"x,"li'), "title|form"
    ),
    Case("a title over two lines", of(table(titles='id,name,license,"note\nmine"')), created=0),
    Case("a name in curly quotes", of(table(person(1, "“Ann” Lee"))), created=1),
    Case("a name in single quotes", of(table(person(1, "'Ann Lee'"))), created=1),
    Case("every cell in quotes", of(table('"h1","Ann Lee","coach","support"')), created=1),
    Case(
        "a cell of 8,000 lines",
        of(table(person(1), 'h2,"' + "a\n" * 8000 + '",coach,support', person(3))),
        any_answer=True,
    ),
    Case(
        "a quote closed 3,000 lines later",
        of(table(person(1), f'h2,"Ann,coach,support{chr(10) * 3000}"', person(3))),
        any_answer=True,
    ),
)

LINE_ENDS = (
    Case("line ends of Windows", of(table(person(1), person(2), end="\r\n")), created=2),
    file_case("line ends of old Macs", table(person(1), end="\r"), "old Mac"),
    Case(
        "line ends of three systems",
        of(f"{TITLES}\r\n{person(1)}\n{person(2)}\r\r\n{person(3)}\n\r\n".encode()),
        created=3,
    ),
    Case(
        "an old line end within a row",
        of(f"{TITLES}\n{person(1)}\r{person(2)}\n{person(3)}\n".encode()),
        created=1,
        errors=1,
        says=_COUNT,
    ),
    Case("no line end at the end", of(table(person(1))[:-1]), created=1),
    Case("a line feed of mainframes", of(table(person(1, "Ann\x85Lee"))), any_answer=True),
    Case("line and paragraph separators", of(table(person(1, "A\u2028B\u2029C"))), any_answer=True),
    Case("a thousand blank lines", of(b"\n" * 1000 + table(person(1)) + b"\n" * 1000), created=1),
    Case("an end-of-file mark of DOS", of(table(person(1)) + b"\x1a"), created=1, errors=1),
)

SHAPES = (
    file_case("an empty file", b"", _EMPTY),
    file_case("a single blank", b" ", _EMPTY),
    file_case("line ends alone", b"\n\r\n\n", _EMPTY),
    file_case("tabs alone", b"\t\t\t\n", _EMPTY),
    file_case("a mark alone", b"\xef\xbb\xbf", _EMPTY),
    file_case("commas alone", b",,,,\n,,,\n", "no titles"),
    Case("titles alone", of(table())),
    Case("titles alone, without a line end", of(TITLES.encode())),
    Case("rows of separators", of(table(",,,", person(1), " , ,\t,")), created=1),
    row_case("a value too few", "h2,Ann Lee,coach", _COUNT),
    row_case("a value too many", f"{person(2)},more", _COUNT),
    row_case("one value", "h2", _COUNT),
    row_case("ten thousand values", "a," * 10_000, _COUNT),
    row_case("the titles again", TITLES, "id|license|pattern"),
    row_case("a row of semicolons", person(2).replace(",", ";"), _COUNT),
    row_case("a row of tabs", person(2).replace(",", "\t"), _COUNT),
    row_case("another file's beginning", "<html><body>, Not found", _COUNT),
    file_case("a separator that is a colon", table(titles="id:name:license"), _NO_FORMAT),
    Case("semicolons", of(table(person(1)).replace(b",", b";")), created=1),
    Case("tabs", of(table(person(1)).replace(b",", b"\t")), created=1),
    Case("bars", of(table(person(1)).replace(b",", b"|")), created=1),
    file_case("2,001 columns", table(titles=f"{TITLES}{',note' * 2000}"), "2,000 are the most"),
    Case("500 columns of notes", of(table(titles=f"{TITLES}{',note' * 500}"))),
    file_case(
        "a title of a megabyte", table(titles=f"{TITLES},{'x' * 1_000_000}"), "unknown column"
    ),
    file_case("no titles, only rows", table(titles=person(1)), _NO_FORMAT),
    file_case(
        "titles in the second row", table(TITLES, person(1), titles="My people,,,"), "format"
    ),
    file_case("titles as a formula", table(titles="=id,=name,=license"), _NO_FORMAT),
    *(
        file_case(f"the column {title} twice", table(titles=f"{TITLES},{title},{title}"), "twice")
        for title in ("npi", "phone", "email", "bio", "license_1_state", "location_1_zip", "Phone")
    ),
    *(
        file_case(f"the column {title} twice", table(titles=f"{TITLES},{title}"), "twice")
        for title in ("id", "ID", "name", " Name ", "license")
    ),
    *(
        file_case(
            f"the unknown column {title}", table(titles=f"{TITLES},{title}"), "unknown column"
        )
        for title in (
            *("nmae", "e-mail", "licence", "license_0_state", "license_100_state", "license_1"),
            *("location_1_", "__proto__", "<script>", "SELECT 1", "名前", "\u202etxt", "a" * 5000),
        )
    ),
    *(
        file_case(f"no column for {what}", table(titles=titles), _NO_FORMAT)
        for what, titles in (
            ("the name", "id,license"),
            ("the license", "id,name"),
            ("id and NPI", "name,license"),
            ("anything", "colour,size"),
            ("more than a number", "license_1_number,name,license"),
        )
    ),
)

CASES = (*ENCODINGS, *CONTROLS, *QUOTES, *LINE_ENDS, *SHAPES)
