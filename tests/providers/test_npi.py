"""The check digit of the National Provider Identifier."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.providers import is_valid_npi
from tests.factories import make_npi


@pytest.mark.parametrize("npi", ["1234567893", "1245319599", "2234567891", "1003000126"])
def test_numbers_with_a_right_check_digit_are_valid(npi):
    assert is_valid_npi(npi)


@pytest.mark.parametrize(
    "npi",
    [
        "1234567890",  # wrong check digit
        "1234567839",  # its last two digits the wrong way round
        "0234567894",  # begins with neither 1 nor 2
        "3234567896",
        "123456789",
        "12345678931",
        "",
        "123456789X",
        "1234567893 ",
        "-234567893",
        "１２３４５６７８９３",  # digits of another width
        "١٢٣٤٥٦٧٨٩٣",
    ],
)
def test_other_numbers_are_not(npi):
    assert not is_valid_npi(npi)


@given(st.integers(0, 99_999_999), st.integers(0, 9), st.integers(1, 9))
def test_changing_one_digit_breaks_it(number, place, step):
    npi = make_npi(number)
    changed = str((int(npi[place]) + step) % 10)
    assert not is_valid_npi(npi[:place] + changed + npi[place + 1 :])


@given(st.integers(0, 99_999_999))
def test_nine_digits_have_exactly_one_check_digit(number):
    stem = make_npi(number)[:9]
    assert sum(is_valid_npi(f"{stem}{digit}") for digit in range(10)) == 1
