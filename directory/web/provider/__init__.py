"""What a provider sees who keeps a listing: one room for each thing that they come to do."""

from flask import Blueprint

from directory.web.provider.claim import corrections, new_listing, trainings
from directory.web.provider.claim import links as claim_links
from directory.web.provider.claim import routes as claim
from directory.web.provider.entry import routes as entry
from directory.web.provider.history import routes as history
from directory.web.provider.keep import links, own
from directory.web.provider.listing import section, task_list
from directory.web.provider.numbers import routes as numbers
from directory.web.provider.offer import routes as offer
from directory.web.provider.photo import routes as photo
from directory.web.provider.practice import membership
from directory.web.provider.practice import routes as practice
from directory.web.provider.reach import routes as reach

BLUEPRINTS: tuple[Blueprint, ...] = (
    entry.pages,
    claim.pages,
    claim_links.pages,
    new_listing.pages,
    corrections.pages,
    trainings.pages,
    task_list.pages,
    section.pages,
    history.pages,
    links.pages,
    own.pages,
    numbers.pages,
    offer.pages,
    photo.pages,
    reach.pages,
    membership.pages,
    practice.pages,
)

# What is in the address of these is itself the proof, and some mail programs keep no cookie.
WITHOUT_TOKEN: tuple[Blueprint, ...] = (links.pages,)
