"""A returned file, from the folder that it was dropped into to the case: READ SECOND.

file -> seen (in a child process) -> judged -> original kept -> answers accepted or waiting -> reply
"""

from __future__ import annotations

from lscp_docs.receive.desk import Office as Office
from lscp_docs.receive.desk import Receipt as Receipt
from lscp_docs.receive.desk import confirm as confirm
from lscp_docs.receive.desk import receive as receive
