"""What the command line prints for people."""

from itertools import islice

import click

from directory.matching import Match, Plan
from directory.providers import Provider
from directory.triage import Crisis
from directory.vocabulary import LEVELS_OF_CARE, LICENSES
from directory.workflows.imports.import_report import ImportReport
from directory.workflows.matching.match_providers import Matched
from directory.workflows.matching.search_directory import SearchPage

_MOST_LINES = 20


def print_results(page: SearchPage) -> None:
    """Print the listings found."""
    answer = page.answer
    note = " (none has all the words; these have some)" if answer.any_word else ""
    click.echo(f"{answer.total} found{note}")
    if answer.did_you_mean:
        click.echo(f"Did you mean: {answer.did_you_mean}?")
    for result in page.results:
        provider = result.provider
        places = ", ".join(f"{place.city}, {place.state}" for place in provider.locations)
        click.echo(f"  {_name(provider)} · {places or 'online'} · {provider.id}")


def _name(provider: Provider) -> str:
    demo = " (demo)" if provider.demo else ""
    return f"{provider.name}{demo} · {LICENSES[provider.license].label}"


def print_matches(matched: Matched) -> None:
    """Print the matches with their reasons; in a crisis the lines to call come first."""
    level = LEVELS_OF_CARE[matched.request.level_of_care]
    click.echo(f"{level.label}. {level.about}")
    if matched.crisis:
        _print_crisis(matched.crisis)
    if matched.out_of_scope:
        click.echo(matched.out_of_scope.text)
    _print_plan(matched.outcome.plan)
    total = matched.outcome.total
    click.echo("1 person fits." if total == 1 else f"{total} people fit.")
    for match in matched.outcome.matches:
        _print_match(match)
    for provider in matched.unconfirmed:
        click.echo(f"\nNot confirmed: {_name(provider)}")
    for relaxation in matched.outcome.relaxations:
        click.echo(f"\nWithout {relaxation.drop}: {relaxation.total} people.")
    for way in matched.outcome.plan.ways_on:
        click.echo(way.text)


def _print_plan(plan: Plan) -> None:
    """Print what stands beside the people, a line for each."""
    if plan.pair:
        click.echo(plan.pair.text)
    for program in plan.programs:
        click.echo(f"Program: {program.label}. {program.about}")
    for approach in plan.approaches:
        click.echo(f"May fit: {approach.label}. {approach.text} {approach.length}")
    for group in plan.groups:
        click.echo(f"Group: {group.name}, {group.leader.name}. {group.text}")


def _print_crisis(crisis: Crisis) -> None:
    click.echo(f"\n{crisis.headline}")
    for line in crisis.lines:
        ways = [f"call {line.call}"] if line.call else []
        ways += [f"text {line.text}"] if line.text else []
        click.echo(f"  {line.name}: {', '.join(ways)}")
    click.echo("")


def _print_match(match: Match) -> None:
    provider = match.provider
    click.echo(f"\n{match.rank}. {_name(provider)}")
    click.echo(
        f"   {match.score:.1f} of 100 · {match.role} · {provider.phone or 'no phone listed'}"
    )
    for reason in match.reasons:
        click.echo(f"   {reason.points:5.1f}  {reason.text}")
    for caution in match.cautions:
        click.echo(f"      !   {caution}")
    for unknown in match.not_checked:
        click.echo(f"      ?   Not checked: {unknown}")


def print_import_report(report: ImportReport) -> None:
    """Print the sums of an import, and the first rows that need a hand."""
    click.echo(
        f"{report.read} rows read as {report.format}: {report.created} created, "
        f"{report.updated} updated, {report.unchanged} unchanged, {len(report.skipped)} skipped, "
        f"{len(report.errors)} errors, {len(report.warnings)} warnings."
    )
    for error in islice(report.errors, _MOST_LINES):
        row = error.row
        click.echo(f"{error.file}:{row.line}: {row.column}: {row.value!r}: {row.message}")
    for warning in islice(report.warnings, _MOST_LINES):
        click.echo(
            f"{warning.file}:{warning.row.line}: {warning.row.column}: {warning.row.message}"
        )
    if report.batch:
        click.echo(f"To take this back: directory undo {report.batch}")
    else:
        click.echo("This was a dry run: nothing was written.")
