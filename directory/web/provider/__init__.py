"""What a provider sees who keeps a listing: one room for each thing that they come to do."""

from flask import Blueprint

from directory.web.provider.numbers import routes as numbers

BLUEPRINTS: tuple[Blueprint, ...] = (numbers.pages,)
