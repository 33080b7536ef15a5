"""A form, prefilled for an agency, with the e-mail that takes it there, unsent.

order (which form, whom) -> what is asked, by when -> PDF -> e-mail -> files -> history
"""

from __future__ import annotations

from lscp_docs.casefile.history import Stamp as Stamp
from lscp_docs.send.form import send as send
from lscp_docs.send.order import SENT as SENT
from lscp_docs.send.order import Order as Order
from lscp_docs.send.order import Posted as Posted
from lscp_docs.send.order import recipients as recipients
from lscp_docs.send.reminder import chase as chase
