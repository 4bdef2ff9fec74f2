"""The rooms of those who run the directory, in the order in which the navigation names them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A room by name and address."""

    name: str
    href: str


ROOMS = (
    Room("Waiting", "/admin/queue"),
    Room("Words", "/admin/words"),
    Room("Weights", "/admin/weights"),
    Room("Listings", "/admin/listings"),
    Room("Imports", "/admin/imports"),
    Room("Unmet demand", "/admin/demand"),
)
