"""`lscp-docs schema`: the JSON Schema of the files that people write."""

from __future__ import annotations

import json

import click


@click.command(short_help="Print a JSON Schema.")
@click.argument("what", type=click.Choice(["case", "partnership"]), default="case")
def command(what: str) -> None:
    """Print the JSON Schema of a case file or a partnership file.

    Editors complete and check a file by it as people type.
    """
    from lscp_docs.model.case import CaseFile
    from lscp_docs.model.partnership import Partnership

    model = CaseFile if what == "case" else Partnership
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **model.model_json_schema(mode="validation"),
    }
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
