"""What stands under each field of a record in its source, read when a person asks for it.

Pydantic can read it as well, but does so for every class at import, which doubles the time that
the models take.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import lru_cache
from itertools import pairwise


@lru_cache(maxsize=256)
def field_docstrings(record: type) -> dict[str, str]:
    """Return the text under each field of a class and of those above it, by the field's name."""
    found: dict[str, str] = {}
    for each in reversed(record.__mro__):
        if each.__module__.startswith("lscp_docs."):
            found |= _of_class(each)
    return found


def _of_class(record: type) -> dict[str, str]:
    module = ast.parse(textwrap.dedent(inspect.getsource(record)))
    (definition,) = module.body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
