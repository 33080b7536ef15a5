"""The only home of case files on disk: reads what people write, with every problem at once."""

from lscp_docs.casefile.reading import read_toml

__all__ = ["read_toml"]
