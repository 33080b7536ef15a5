"""What the tests of the letters share: their templates checked against their contexts."""

from __future__ import annotations

from tools.word_templates.build import built_template
from tools.word_templates.style_sheet import build as house_style

from lscp_docs.documents.page import Page
from lscp_docs.documents.paging import paged
from lscp_docs.render import templates


def faults(key: str, words: type) -> list[str]:
    """What is wrong with a document's template for its context, and the words it never prints.

    The fields of `Page` and the sender's address, which stands in the contact line, are left out.
    """
    template, context = built_template(key), paged(words)
    known = set(Page.__dataclass_fields__)
    wrong = templates.check(f"{key}.docx", template, context, house_style())
    unused = templates.unused(f"{key}.docx", template, context)
    return [p.problem for p in wrong] + [str(p.path) for p in unused if p.path not in known]
