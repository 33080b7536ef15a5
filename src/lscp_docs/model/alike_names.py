"""When one name leads to another: derived from it, with the same initial, or rhyming with it.

These are this project's own rules on spelling, made for English and kept simple. Names are compared
without case, accents and apostrophes. A translation (Peter, Pedro) is out of their reach, and so is
a rhyme that only the ear finds.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)


def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters: "Zoë O’Hanlon-Frost" gives zoe, ohanlon, frost.

    What holds no letter, such as a number, is left out.
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(_LETTERS)
    words = re.split(r"[\s\-‐-―]+", plain)
    kept = ("".join(letter for letter in word if letter.isalpha()) for word in words)
    return tuple(word for word in kept if word)


def shares_initial(one: str, other: str) -> bool:
    """True when a word of one name begins with the letter of a word of the other."""
    return bool({word[0] for word in parts_of(one)} & {word[0] for word in parts_of(other)})


def is_same(one: str, other: str) -> bool:
    """True when the names share a whole word."""
    return bool(set(parts_of(one)) & set(parts_of(other)))


def is_derived(one: str, other: str) -> bool:
    """True when a word of one name could be made from a word of the other; symmetric.

    That is: the same word, a short form, an anagram (so also reversed), one within the other, one
    letter more, less or other, the same first three letters, or the same consonants.
    """
    return any(_derived(a, b) for a in parts_of(one) for b in parts_of(other))


def _derived(one: str, other: str) -> bool:
    if one == other or _is_short_form(one, other):
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 3:
        return longer.startswith(shorter) and len(shorter) == 2
    return (
        shorter in longer
        or sorted(one) == sorted(other)
        or one[:3] == other[:3]
        or _one_letter_apart(shorter, longer)
        or _same_consonants(one, other)
    )


def _is_short_form(one: str, other: str) -> bool:
    from lscp_docs.model.nicknames import NICKNAMES  # a case without a pseudonym needs no list

    return other in NICKNAMES.get(one, ()) or one in NICKNAMES.get(other, ())


def _one_letter_apart(shorter: str, longer: str) -> bool:
    if len(shorter) == len(longer):
        return sum(a != b for a, b in zip(shorter, longer, strict=True)) == 1
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


_VOWELS = "aeiouy"


def _same_consonants(one: str, other: str) -> bool:
    """Two consonants alone say little (Alan, Ellen): then the first letter must be the same too."""
    skeleton = _skeleton(one)
    enough = 2 if one[0] == other[0] else 3
    return len(skeleton) >= enough and skeleton == _skeleton(other)


def _skeleton(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub(rf"[{_VOWELS}h]", "", _spelt_by_sound(word)))


# Rhymes -------------------------------------------------------------------------------------

_SOUNDS = (
    (r"ph", "f"),
    (r"c(?=[eiy])", "s"),
    (r"ck|q|c(?!h)", "k"),
    (r"z", "s"),
)


def _spelt_by_sound(word: str) -> str:
    """A word with letters that sound alike written alike: ph as f, c and ck as k or s, z as s."""
    for spelt, sound in _SOUNDS:
        word = re.sub(spelt, sound, word)
    return word


# A capital letter is a long vowel. Only the first row that fits is used.
_ENDINGS = (
    (r"^([^aeiouy]+)(?:uy|ye|y|ie|igh)$", r"\1I"),  # Skye, Guy
    (r"^([^aeiouy]+)(?:ee|ei|eigh|i)$", r"\1E"),  # Lee, Leigh
    (r"(?:ay|ai|aye|ae|eh)$", "A"),  # May, Rae
    (r"^([^aeiouy]+)ey$", r"\1A"),  # Grey
    (r"(?:eigh|ie|ey|ee|i|y)$", "i"),  # Ashleigh, Annie, Harvey, Molly
    (r"(?<=[^aeiouy])(?:er|or|ar|ah|a)$", "a"),  # Peter, Hannah, Anna
    (r"(?<=[aeiouy])h$", ""),  # Noah
    (r"(?:een|ean|ene|ine)$", "En"),  # Kathleen, Dean, Irene, Nadine
    (r"(?:ain|aine|ayne|ane)$", "An"),  # Wayne, Jane
    (r"(?:ool|ule|uel|ewel)$", "Ul"),  # Jewel, Jules
    (r"[aeiouy]*([aeiouy])([^aeiouy])\2e$", r"\1\2."),  # Michelle: the last syllable is stressed
    (r"[aeiouy]*([aeiou])([^aeiouy])e$", lambda found: found[1].upper() + found[2]),  # Rose
)
_IA = re.compile(r"(?<=[^aeiouy])[iy]a$")
_VOWEL_GROUP = re.compile(r"[aeiouyAEIOU]+")
_WEAK = re.compile(r"[aeiouy]+[^aeiouyAEIOU]?$")


def _rime(word: str) -> str:
    """The letters from the vowel that is taken to be stressed: Molly gives oli, Nadine gives En."""
    spelt = _ending_by_sound(_spelt_by_sound(word))
    if len(_VOWEL_GROUP.findall(spelt)) > 1:
        spelt = _IA.sub("ja", spelt)
    spelt = re.sub(r"([^aeiouyAEIOU])\1+", r"\1", spelt)
    groups = list(_VOWEL_GROUP.finditer(spelt))
    if not groups:
        return spelt
    is_weak = len(groups) > 1 and _WEAK.fullmatch(spelt, groups[-1].start()) is not None
    return spelt[groups[-2 if is_weak else -1].start() :]


def _ending_by_sound(word: str) -> str:
    for spelt, sound in _ENDINGS:
        changed, number = re.subn(spelt, sound, word, count=1)
        if number:
            return changed
    return word


def rhymes(one: str, other: str) -> bool:
    """True when a word of one name ends, from its stressed vowel on, as a word of the other.

    The stressed vowel is the last one; where the word ends in a weak syllable (a short vowel with
    one consonant or none behind it) it is the vowel before. Symmetric.
    """
    return bool(set(map(_rime, parts_of(one))) & set(map(_rime, parts_of(other))))
