"""Language tags after BCP 47, as far as they are told from the codes of countries."""

import re
from typing import Final

# The codes of two letters in ISO 639; of three letters any may be one.
_LANGUAGE: Final = re.compile(
    "a[abefkmnrsvyz]|b[aegimnors]|c[aehorsuvy]|d[aevz]|e[elnostu]|f[afijory]|g[adlnuv]|"
    "h[aeiortuyz]|i[adegikostu]|j[av]|k[agijklmnorsuvwy]|l[abginotuv]|m[ghiklnrsty]|"
    "n[abdeglnorvy]|o[cjmrs]|p[ailst]|q[u]|r[mnouw]|s[acdeghiklmnoqrstuvw]|t[aeghiklnorstwy]|"
    "u[gkrz]|v[eio]|w[ao]|x[h]|y[io]|z[ahu]"
    "|[a-z]{3}"
)
# Codes of countries that are written for their languages; as a language, kr is Kanuri.
_MEANT: Final = {
    "cn": "zh",
    "dk": "da",
    "gb": "en",
    "jp": "ja",
    "kh": "km",
    "kp": "ko",
    "kr": "ko",
    "mm": "my",
    "ua": "uk",
    "us": "en",
    "vn": "vi",
}


def is_language(tag: str) -> bool:
    """Return whether a tag begins with the code of a language that somebody may have meant."""
    first = tag.partition("-")[0]
    return first not in _MEANT and _LANGUAGE.fullmatch(first) is not None


def meant(tag: str) -> str:
    """Return the tag that is meant by one with the code of a country; empty where none is known."""
    first, mark, rest = tag.partition("-")
    return f"{_MEANT[first]}{mark}{rest}" if first in _MEANT else ""
