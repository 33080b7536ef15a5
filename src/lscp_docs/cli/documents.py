"""`lscp-docs documents`: the catalogue."""

from __future__ import annotations

import json

import click

from lscp_docs.cli.layout import table


@click.command(short_help="List every document.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def command(*, as_json: bool) -> None:
    """List every document, report and form that can be made, for whom and in which profile."""
    from lscp_docs.catalogue import DOCUMENTS, FORMS, REPORTS

    if as_json:
        rows = [
            {
                "key": row.key,
                "title": row.title,
                "audience": row.audience,
                "profile": row.profile.value,
                "formats": ["word", "pdf"],
            }
            for row in DOCUMENTS
        ]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    lines = [(row.key, row.profile.value, f"{row.title}\nfor {row.audience}") for row in DOCUMENTS]
    click.echo(table(("Document", "Profile", "Title and readers"), lines))
    reports = [(row.key, row.profile.value, f"{row.title}\nfor {row.audience}") for row in REPORTS]
    click.echo("\n" + table(("Report", "Profile", "Title and readers"), reports))
    forms = [(form.key, form.edition, f"{form.title}\nfor {form.audience}") for form in FORMS]
    click.echo("\n" + table(("Form", "Edition", "Title and readers"), forms))
    click.echo(
        "\nNext: lscp-docs produce DOCUMENT CASE, or lscp-docs send FORM CASE,\n"
        "or lscp-docs report REPORT --from DAY --to DAY"
    )
