"""Letters of other alphabets that look like Latin ones, and letters that no rule takes apart."""

_PAIRS = """
Аа Aa Вв Bb Сс Cc Ее Ee Нн Hh Іі Ii Јј Jj Кк Kk Мм Mm Оо Oo Рр Pp Ѕѕ Ss Тт Tt Уу Yy Хх Xx
Ԁԁ Dd Ԛԛ Qq Ԝԝ Ww Ѵѵ Vv Ӏӏ Ll Пп Nn Ӡӡ Zz Ғғ Ff Ҽҽ Ee Һһ Hh Ёё Ee Її Ii Гг Rr Аа Aa Ԍԍ Gg
Αα Aa Ββ Bb Εε Ee Ζζ Zz Ηη Hn Ιι Ii Κκ Kk Μμ Mu Νν Nv Οο Oo Ρρ Pp Ττ Tt Υυ Yu Χχ Xx Γγ Ry
Ϲϲ Cc Ϳϳ Jj Ωω Ow Σς Es Δδ Ad
Օօ Oo Սս Uu Հհ Hh Լլ Ll Տտ Su Զզ Qq Ոո Nn Յյ Jj
"""
_SINGLE = """
ɑa ɡg ɩi ɪi ı i ʀr ʏy ʙb ɢg ʜh ʟl ɴn ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ꜱs ᴛt ᴜu ᴠv ᴡw ᴢz ꓲl ᑭP ꓳO
"""


def _lookalikes() -> dict[str, str]:
    found: dict[str, str] = {}
    words = _PAIRS.split()
    for others, latin in zip(words[::2], words[1::2], strict=True):
        found.update(zip(others, latin, strict=True))
    found.update((pair[0], pair[1]) for pair in _SINGLE.split() if len(pair) == 2)
    return found


LOOKALIKES = _lookalikes()
"""Each letter that looks like a Latin one, and that one; this project's own list."""

TAKEN_APART = {
    "Æ": "Ae",
    "æ": "ae",
    "Œ": "Oe",
    "œ": "oe",
    "Ø": "O",
    "ø": "o",
    "Ł": "L",
    "ł": "l",
    "Đ": "D",
    "đ": "d",
    "Ð": "D",
    "ð": "d",
    "Þ": "Th",
    "þ": "th",
    "ß": "ss",
    "ẞ": "SS",
    "ı": "i",
    "İ": "I",
    "Ħ": "H",
    "ħ": "h",
    "Ŧ": "T",
    "ŧ": "t",
    "Ŋ": "N",
    "ŋ": "n",
    "Ə": "E",
    "ə": "e",
    "ſ": "s",
}
"""Letters and ligatures that Unicode does not take apart, and how they are written without them."""
