"""Everything that a finished file says, visible or hidden: `passages`, by the places of a file.

Pure functions over bytes, robust against broken and hostile files. What is looked for in the
passages is decided elsewhere.
"""

from lscp_docs.disclosure.reading.place import Passage, PlaceKind, Unreadable
from lscp_docs.disclosure.reading.recognise import passages

__all__ = ["Passage", "PlaceKind", "Unreadable", "passages"]
