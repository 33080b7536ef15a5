"""`python -m lscp_docs`, where the `lscp-docs` command is not on the path."""

from lscp_docs.cli import run

run()
