"""The commands that write files of listings."""

from tests.factories import make_provider
from tests.workflows.files import listings_file


def test_an_export_can_be_imported_again(run, tmp_path):
    run("import", listings_file(tmp_path / "a.jsonl", make_provider()))
    exported = run("export", tmp_path / "all.xlsx")
    assert (exported.exit_code, exported.stdout.split()[0]) == (0, "1")
    assert "1 unchanged" in run("import", tmp_path / "all.xlsx", "--dry-run").stdout


def test_the_format_can_be_named_and_private_addresses_left_out(run, tmp_path):
    run("import", listings_file(tmp_path / "a.jsonl", make_provider(email="ana@example.org")))
    run("export", tmp_path / "all", "--format", "csv", "--without-contacts")
    assert "ana@example.org" not in (tmp_path / "all").read_text(encoding="utf-8")


def test_an_unknown_kind_of_file_is_refused(run, tmp_path):
    run("init")
    refused = run("export", tmp_path / "all.pdf")
    assert (refused.exit_code, "should end in" in refused.stderr) == (1, True)


def test_a_template_comes_in_without_a_listing(run, tmp_path):
    run("template", tmp_path / "empty.xlsx")
    assert "0 created" in run("import", tmp_path / "empty.xlsx").stdout
