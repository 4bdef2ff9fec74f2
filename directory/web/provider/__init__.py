"""What a provider sees who keeps a listing: one room for each thing that they come to do."""

from flask import Blueprint

from directory.web.provider.entry import routes as entry
from directory.web.provider.keep import links, own
from directory.web.provider.numbers import routes as numbers
from directory.web.provider.practice import membership
from directory.web.provider.practice import routes as practice

BLUEPRINTS: tuple[Blueprint, ...] = (
    entry.pages,
    links.pages,
    own.pages,
    numbers.pages,
    membership.pages,
    practice.pages,
)

# What is in the address of these is itself the proof, and some mail programs keep no cookie.
WITHOUT_TOKEN: tuple[Blueprint, ...] = (links.pages,)
