"""Short first names that are proposed as pseudonyms: this project's own list.

Written by hand: rare enough not to be expected in a case, easy to read and to say, and where it can
be without telling a sex. None is an everyday English word, a month or a day.
"""

_LIST = """
Alix Anselm Arden Auden Bevis Blaise Bram Brenna Caius Calla Cerys Ciro Cosmo Cressida Dafydd Darcey
Delphi Dilys Drusilla Eben Edda Elowen Emlyn Enid Esker Fabian Fenella Ffion Garrick Gethin Greer
Gwyn Hadley Halle Hester Hollis Idris Imre Indra Iolo Ishbel Jago Jarvis Jory Kenver Kerensa Kirby
Kitto Lorcan Lowen Lyra Marlo Merryn Morwen Nerys Niall Nils Odell Odette Olwen Orrin Ottoline Padma
Perran Petra Quentin Quinn Rafe Ravi Remy Rhoda Romilly Sacha Selby Senara Tamsin Tierney Torin
Ulric Una Ursel Vida Viggo Wilmot Winslow Wyn Xander Xenia Yannick Yara Yestin Yorath Zelda Zinnia
"""

NAMES = tuple(_LIST.split())
"""The names, in alphabetical order."""
