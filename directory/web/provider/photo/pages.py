"""The page on which a photo is added, changed and taken away."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhotoPage:
    """The photo as it is, where there is one, and what was wrong with the file just sent."""

    title: str
    name: str
    back_href: str
    action: str
    remove_action: str
    photo: str | None
    is_public: bool
    is_coming_back: bool
    problem: str | None
