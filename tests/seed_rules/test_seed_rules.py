"""Every rule of the two articles is held by a test, or says why software cannot hold it."""

from tests.seed_rules.page import PAGE, find_tests, page, seed_rules


def test_there_are_113_rules() -> None:
    assert [rule.code for rule in seed_rules()] == [f"SR{n:02d}" for n in range(1, 114)]


def test_every_rule_has_a_test_or_a_reason_and_never_both() -> None:
    tests = find_tests()
    both_or_none = [r.code for r in seed_rules() if bool(r.left_out) == bool(tests.get(r.code))]
    assert both_or_none == []


def test_no_test_names_a_rule_that_is_not_there() -> None:
    assert set(find_tests()) <= {rule.code for rule in seed_rules()}


def test_the_page_is_as_the_tests_say() -> None:
    """`python -m tests.seed_rules.page > docs/seed-rules.md` writes it anew."""
    assert PAGE.read_text(encoding="utf-8") == page()
