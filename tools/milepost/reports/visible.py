"""Text of unknown origin to one line that shows every character in it."""


def visible(text: str) -> str:
    """Return a text with whatever cannot be seen written as the escape that JSON has for it.

    A file may be named with a line break or the codes of a terminal in it; printed as they are,
    these would write lines of their own.
    """
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _escape(letter) for letter in text)


def _escape(letter: str) -> str:
    units = letter.encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2] for at in range(0, len(units), 2))
    return "".join(f"\\u{pair.hex()}" for pair in pairs)
