"""Two hundred names as people have them, put together by chance; none is anybody's."""

from __future__ import annotations

import random

from tests.variants import Name

_PLAIN = """
Aaron Aisha Alfie Amelia Amina Andrew Anya Ayesha Barbara Ben Callum Chloe Connor Daniel Deborah
Dylan Ella Emily Ethan Fatima Finn George Hannah Harry Ibrahim Isabelle Jacob Jamal Jessica Kayden
Kieran Kyle Layla Leanne Liam Logan Lucy Maisie Marta Megan Mohammed Muhammad Nadia Natalie Oliver
Owen Paweł Poppy Reece Rhys Riley Samantha Sarah Shannon Sofia Tariq Thomas Tyler Wiktoria Yusuf
Zainab Zoë Siân Chloé Jean-Luc Mary-Ann Niamh Oisín
"""
_ORDINARY = """
April Art Autumn Bill Dale Dawn Dean Eve Faith Frank Grace Guy Hazel Heather Holly Hope Iris Ivy
Jack June Kit Lance Lee Lily Mark Max May Miles Olive Pat Pearl Penny Piers Ray Rich Rob Robin Rose
Rowan Ruby Sandy Scarlet Sky Summer Sunny Terry Tom Violet Will Willow Winter Joy Frost Jordan
Chelsea Preston Lincoln Florence
"""
_SURNAMES = """
Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Wright Walker Robinson Thompson Evans
White Roberts Green Hall Wood Harris Clarke Clark Begum Khan Ali Hussain Ahmed Kowalski Nowak
O'Brien O'Neill McDonald Murphy Kelly Singh Kaur Okafor Mensah Nguyen Popescu Ionescu Rossi Silva
Fernandes Hughes Price Bell Ward Cook King Hill Moore Turner Cooper Young Parker Day Law Park Mills
Mill Bury Banks Field Fields Rivers Stone Castle Church Street Lane Bridge Marsh Moss Frost Long
Short Best Good Read Case Hope Grace Downs Cross Knight Bishop Page Read Paine Pike Pool Poole
Preston Bradford Lincoln Burton Sutton Kent Bolton Hardcastle Featherstonehaugh Llewellyn Whitaker
Ashworth Greenhalgh Ramsbottom Grabowska Grabowiec-Stott Smith-Jones Inman Goodman Newman Asher
Tobin Watson Sharma Rahman Chowdhury Levy Cohen Abdi Yusuf Diallo Traore Costa Walsh Byrne Doyle
"""


def real_names(count: int = 200) -> list[Name]:
    """Forenames and surnames, a third of the forenames ordinary words; always the same ones."""
    chance = random.Random(8)  # noqa: S311
    plain, ordinary, surnames = _PLAIN.split(), _ORDINARY.split(), _SURNAMES.split()
    every_surname = [*surnames, *(chance.choice(surnames) for _ in range(count))]
    return [
        Name(chance.choice(ordinary if number % 3 == 0 else plain), every_surname[number])
        for number in range(count)
    ]
