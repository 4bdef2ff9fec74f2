"""The rooms of those who run the directory, in the order in which the navigation names them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A room by name and address."""

    name: str
    href: str


ROOMS = (
    Room("Waiting", "/admin/queue"),
    Room("Truth", "/admin/truth"),
)
