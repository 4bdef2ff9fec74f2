"""The page of one pair: both listings side by side."""

from collections.abc import Iterator, Mapping

from directory.likeness.duplicate import Duplicate
from directory.providers import Provider
from directory.providers.merging import MERGED_FACTS
from directory.roles import Admin
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
from directory.workflows.merge_listings import Merging

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
_NOTHING_THERE = "The other listing says nothing of this."
_KEEPERS_WORD = "This stays: the provider keeps this listing and wrote it."


def pair_page(pair: Duplicate, merging: Merging, form: MergeForm, admin: Admin) -> PairPage:
    """Return the page of two listings, with the one that stays on the left."""
    kept, other = merging.kept, merging.other
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
    href = f"/providers/{listing.id}" if listing.published else ""
    return Side(listing.name, listing.id, href, (about(listing), source, seen))


def _differing(merging: Merging, form: MergeForm) -> Iterator[DifferingFact]:
    chosen = form.chosen()
    for fact, choices in merging.choices.items():
        mine, theirs = (values_of(one, fact) for one in (merging.kept, merging.other))
        told = {"kept": mine, "other": theirs}
        options = [
            Option(
                choice=side,
                whose=whose,
                values=_values(told[side], told["other" if side == "kept" else "kept"]),
                is_chosen=chosen.get(fact, "kept") == side,
            )
            for side, whose in (("kept", "Stays"), ("other", "Goes"))
        ]
        if "both" in choices:
            options.append(Option("both", "Both together", (), chosen.get(fact) == "both"))
        why = "" if len(choices) > 1 else _NOTHING_THERE if not theirs else _KEEPERS_WORD
        title = fact_title(fact)
        yield DifferingFact(fact, title, tuple(options), why, form.error_of(fact))


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
            yield f"{count} {one if count == 1 else many}"
