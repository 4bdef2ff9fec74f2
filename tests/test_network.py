"""The tests themselves stay on this machine."""

import socket

import pytest


def test_a_test_cannot_reach_another_host() -> None:
    with socket.socket() as outside, pytest.raises(AssertionError, match=r"192\.0\.2\.1"):
        outside.connect(("192.0.2.1", 80))
