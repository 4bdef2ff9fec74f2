"""What an admin sees: the queue of what waits for a decision."""

from flask import Blueprint

BLUEPRINTS: tuple[Blueprint, ...] = ()
