"""What a provider sees who keeps a listing: one room for each thing that they come to do."""

from flask import Blueprint

from directory.web.provider.entry import routes as entry
from directory.web.provider.listing import section, task_list
from directory.web.provider.numbers import routes as numbers
from directory.web.provider.practice import membership
from directory.web.provider.practice import routes as practice

BLUEPRINTS: tuple[Blueprint, ...] = (
    entry.pages,
    task_list.pages,
    section.pages,
    numbers.pages,
    membership.pages,
    practice.pages,
)
