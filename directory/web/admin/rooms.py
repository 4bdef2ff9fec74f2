"""The rooms of those who run the directory, in the order in which the navigation names them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A room by name and address."""

    name: str
    href: str


ROOMS = (
    Room("Overview", "/admin"),
    Room("Queue", "/admin/queue"),
    Room("Listings", "/admin/listings"),
    Room("Imports", "/admin/imports"),
    Room("Duplicates", "/admin/duplicates"),
    Room("Rosters", "/admin/rosters"),
    Room("Truth score", "/admin/truth"),
    Room("Unmet demand", "/admin/demand"),
    Room("Words", "/admin/words"),
    Room("Weights", "/admin/weights"),
    Room("People", "/admin/people"),
    Room("Steps for two", "/admin/steps"),
    Room("Audit log", "/admin/audit"),
)
