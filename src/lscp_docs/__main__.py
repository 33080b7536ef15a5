"""`python -m lscp_docs`, where the `lscp-docs` command is not on the path."""

import sys

from lscp_docs.cli import main

sys.exit(main())
