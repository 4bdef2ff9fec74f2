"""The page of one pair: both listings side by side."""

from collections.abc import Iterator, Mapping

from directory.likeness.duplicate import Duplicate
from directory.providers import Provider
from directory.providers.merging import MERGED_FACTS, Choice, filled_facts
from directory.roles import Admin
from directory.web.admin.amounts import counted
from directory.web.admin.duplicates.forms import MergeForm
from directory.web.admin.duplicates.lists import HOME, about, may_change
from directory.web.admin.duplicates.pages import (
    AlikeFact,
    DifferingFact,
    Option,
    PairPage,
    Side,
    Value,
)
from directory.web.admin.duplicates.words import (
    CERTAINTIES,
    fact_title,
    reasons_against,
    reasons_for,
)
from directory.web.field_words import NOTHING, told_values
from directory.workflows.merging.merge_listings import Merging

_ATTACHED: Mapping[str, tuple[str, str]] = {
    "claim": ("claim", "claims"),
    "contact_report": ("day of reports", "days of reports"),
    "correction": ("correction", "corrections"),
    "evidence": ("file of evidence", "files of evidence"),
    "keeper": ("person who keeps it", "people who keep it"),
    "license_check": ("check of licenses", "checks of licenses"),
    "listing_change": ("change in its history", "changes in its history"),
    "notice": ("notice", "notices"),
    "photo": ("photo", "photos"),
    "sampled_call": ("call", "calls"),
    "section_draft": ("unfinished section", "unfinished sections"),
    "verification": ("verification", "verifications"),
    "view_count": ("week of views", "weeks of views"),
}
_HIDDEN = (
    "Patients see the listing that goes, and not the one that stays. They will see neither until"
    " you publish it, so you may want to keep the other one."
)


def pair_page(pair: Duplicate, merging: Merging, form: MergeForm, admin: Admin) -> PairPage:
    """Return the page of two listings, with the one that stays on the left."""
    kept, other = merging.kept, merging.other
    alone, written = _settled(merging)
    return PairPage(
        title=f"Is {kept.name} the same person as {other.name}?",
        action=f"{HOME}/{pair.id}",
        certainty=CERTAINTIES[pair.likeness.certainty],
        speaks_for=reasons_for(pair.likeness),
        speaks_against=reasons_against(pair.likeness),
        stays=_side(kept),
        goes=_side(other),
        swap_href=f"{HOME}/{pair.id}?keep={other.id}",
        differing=tuple(_differing(merging, form)),
        alone=alone,
        written=written,
        alike=tuple(_alike(merging)),
        hindrances=merging.hindrances,
        attached=tuple(_attached(merging)),
        warning=_HIDDEN if other.is_public and not kept.is_public else "",
        state=pair.state,
        may_change=may_change(admin),
        merge_form=form,
    )


def _side(listing: Provider) -> Side:
    seen = "Patients see it" if listing.is_public else "Hidden from patients"
    source = "In someone’s own words" if listing.claimed else "As a register has it"
    return Side(
        listing.name, listing.id, f"/admin/listings/{listing.id}", (about(listing), source, seen)
    )


def _differing(merging: Merging, form: MergeForm) -> Iterator[DifferingFact]:
    chosen = form.chosen()
    for fact, choices in merging.choices.items():
        if len(choices) > 1:
            options = tuple(_options(merging, fact, choices, chosen.get(fact)))
            yield DifferingFact(fact, fact_title(fact), options, form.error_of(fact))


def _options(
    merging: Merging, fact: str, choices: tuple[Choice, ...], chosen: Choice | None
) -> Iterator[Option]:
    mine, theirs = (values_of(one, fact) for one in (merging.kept, merging.other))
    yield Option("kept", "From the listing that stays", _values(mine, theirs), chosen == "kept")
    yield Option("other", "From the one that goes", _values(theirs, mine), chosen == "other")
    if "both" in choices:
        yield Option("both", "Both together, each thing once", (), chosen == "both")


def _settled(merging: Merging) -> tuple[tuple[AlikeFact, ...], tuple[AlikeFact, ...]]:
    """Return what only the listing that stays says, and what its keeper wrote otherwise."""
    said = filled_facts(merging.other)
    alone: list[AlikeFact] = []
    written: list[AlikeFact] = []
    for fact, choices in merging.choices.items():
        if len(choices) == 1:
            found = AlikeFact(fact_title(fact), values_of(merging.kept, fact) or (NOTHING,))
            (written if fact in said else alone).append(found)
    return tuple(alone), tuple(written)


def _values(texts: tuple[str, ...], others: tuple[str, ...]) -> tuple[Value, ...]:
    if not texts:
        return (Value(NOTHING, is_alone=False),)
    return tuple(Value(text, text not in others) for text in texts)


def values_of(listing: Provider, fact: str) -> tuple[str, ...]:
    """Return in words what a listing says of a fact."""
    return told_values(fact, listing.model_dump(mode="json", include={fact})[fact])


def _alike(merging: Merging) -> Iterator[AlikeFact]:
    for fact in MERGED_FACTS:
        values = () if fact in merging.choices else values_of(merging.kept, fact)
        if values:
            yield AlikeFact(fact_title(fact), values)


def _attached(merging: Merging) -> Iterator[str]:
    for table, count in merging.attached.items():
        if table in _ATTACHED:
            one, many = _ATTACHED[table]
            yield counted(count, one, many)
