"""How the index is written: as calls of one function with plain text in it, which any browser reads from a disk.

Scripts are what a page opened from disk may load; data it may not. A number is one to four characters of `ALPHABET`,
small numbers the shortest; lists of pages are the steps between their numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any

LEVEL = "~"
EVERYWHERE = "*"
_NOT_IN_ALPHABET = frozenset(f'"\\<{LEVEL}{EVERYWHERE}')
ALPHABET = "".join(chr(code) for code in range(33, 127) if chr(code) not in _NOT_IN_ALPHABET)
"""Printable characters that need no escape in a script; `LEVEL` parts lists, `EVERYWHERE` stands for one."""

LAST = 45
"""So many characters end a number; the others say that more follow."""

_MORE_FOLLOW = ALPHABET[LAST:].encode()
_CALL, _END = "FW.put(", ")\n"
_PLACES = {char: place for place, char in enumerate(ALPHABET)}
_MORE = len(ALPHABET) - LAST
_LONGEST_PREFIX = 35
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def packed(number: int) -> str:
    """Return a number as characters of the alphabet."""
    if number < LAST:
        return ALPHABET[number]
    rest, digit = divmod(number - LAST, _MORE)
    digits = [ALPHABET[LAST + digit]]
    while rest >= LAST:
        rest, digit = divmod(rest - LAST, _MORE)
        digits.append(ALPHABET[LAST + digit])
    return "".join(digits) + ALPHABET[rest]


_SMALL = tuple(map(packed, range(4096)))
_SMALL_BYTES = tuple(number.encode() for number in _SMALL)


def packed_numbers(numbers: Iterable[int]) -> str:
    """Return numbers one after the other."""
    return "".join(_SMALL[number] if number < 4096 else packed(number) for number in numbers)


def packed_number(number: int) -> bytes:
    """Return one number as the bytes of its characters."""
    return _SMALL_BYTES[number] if number < 4096 else packed(number).encode()


def count_of(text: bytes) -> int:
    """Return how many numbers were packed one after the other."""
    return len(text.translate(None, _MORE_FOLLOW))


def packed_steps(numbers: Sequence[int]) -> str:
    """Return rising numbers as the steps between them, the first from -1; a step of one is 0."""
    last = -1
    steps = []
    for number in numbers:
        steps.append(number - last - 1)
        last = number
    return packed_numbers(steps)


def numbers_of(text: str) -> list[int]:
    """Return the numbers that were packed one after the other."""
    found: list[int] = []
    digits: list[int] = []
    for char in text:
        place = _PLACES[char]
        if place >= LAST:
            digits.append(place - LAST)
            continue
        for digit in reversed(digits):
            place = LAST + digit + _MORE * place
        digits.clear()
        found.append(place)
    return found


def first_of(packed: bytes) -> tuple[int, int]:
    """Return the first number of some that were packed one after the other, and how many characters it takes."""
    length = 1
    while packed[length - 1] in _MORE_FOLLOW:
        length += 1
    return numbers_of(packed[:length].decode())[0], length


def rising_of(text: str) -> list[int]:
    """Return the rising numbers whose steps were packed."""
    return [number + place for place, number in enumerate(accumulate(numbers_of(text)))]


def terms_of(text: str) -> list[str]:
    """Return the sorted terms that were packed."""
    last = ""
    found: list[str] = []
    for part in text.split(" "):
        last = last[: _DIGITS.index(part[0])] + part[1:]
        found.append(last)
    return found


def values_of(script: bytes) -> list[Any]:
    """Return what `call` was given: the name and the values."""
    text = script.decode()
    values: list[Any] = json.loads(f"[{text[len(_CALL) : -len(_END)]}]")
    return values


def packed_terms(terms: Iterable[str]) -> str:
    """Return sorted terms, each as the length of what it has in common with the one before, and its rest."""
    last = ""
    parts = []
    for term in terms:
        common = _common(last, term)
        parts.append(_DIGITS[common] + term[common:])
        last = term
    return " ".join(parts)


def _common(one: str, other: str) -> int:
    """Return how many characters two terms have in common at their beginning, as far as one digit tells."""
    length = 0
    for left, right in zip(one[:_LONGEST_PREFIX], other, strict=False):
        if left != right:
            break
        length += 1
    return length


def script_text(value: Any) -> str:
    """Return a value as an expression of JavaScript that cannot end its script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def call(name: str, *values: Any) -> str:
    """Return a script that hands values to the page that loaded it."""
    arguments = ",".join(map(script_text, (name, *values)))
    return f"{_CALL}{arguments}{_END}"


def order_in_scripts(term: str) -> bytes:
    """Return the key by which JavaScript sorts text: by UTF-16 units."""
    return term.encode("utf-16-be", "surrogatepass")
