"""``{{#expr:…}}``: numbers, the four operations, comparisons, rounding, and, or, not."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable

MAX_LENGTH = 500

_TOKEN = re.compile(r"\s*(\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+|<=|>=|<>|!=|[-+*/^()<>=]|[a-z]+)", re.IGNORECASE)
_Operation = Callable[[float, float], float]

_LEVELS: tuple[dict[str, _Operation], ...] = (
    {"or": lambda a, b: float(bool(a) or bool(b))},
    {"and": lambda a, b: float(bool(a) and bool(b))},
    {"=": operator.eq, "<>": operator.ne, "!=": operator.ne}
    | {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge},
    {"round": lambda a, b: round(a, int(max(-20, min(20, b))))},
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv, "div": operator.truediv, "mod": lambda a, b: math.fmod(int(a), int(b))},
    {"^": math.pow},
)
_FUNCTIONS: dict[str, Callable[[float], float]] = {
    "-": operator.neg,
    "+": operator.pos,
    "not": lambda a: float(not a),
    "floor": math.floor,
    "ceil": math.ceil,
    "trunc": math.trunc,
    "abs": abs,
    "sqrt": math.sqrt,
}


def calculated(text: str) -> str | None:
    """Return what an expression gives, as MediaWiki writes numbers, or None when it is none."""
    text = text.replace("−", "-").replace("&minus;", "-").lower()
    if not text.strip():
        return ""
    if len(text) > MAX_LENGTH:
        return None
    tokens, at = [], 0
    while found := _TOKEN.match(text, at):
        tokens.append(found[1])
        at = found.end()
    if text[at:].strip():
        return None
    try:
        return _written(_Expression(tokens).value())
    except (ValueError, ArithmeticError, IndexError, KeyError, RecursionError):
        return None


def _written(value: float) -> str:
    if not math.isfinite(value):
        raise ArithmeticError
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.14g}"


class _Expression:
    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    def value(self) -> float:
        value = self._level(0)
        if self._at < len(self._tokens):
            raise ValueError
        return value

    def _level(self, level: int) -> float:
        if level == len(_LEVELS):
            return self._single()
        value = self._level(level + 1)
        while self._at < len(self._tokens) and (operation := _LEVELS[level].get(self._tokens[self._at])):
            self._at += 1
            value = float(operation(value, self._level(level + 1)))
        return value

    def _single(self) -> float:
        token = self._tokens[self._at]
        self._at += 1
        if token == "(":
            value = self._level(0)
            if self._tokens[self._at] != ")":
                raise ValueError
            self._at += 1
            return value
        if token in _FUNCTIONS:
            return float(_FUNCTIONS[token](self._single()))
        return {"pi": math.pi, "e": math.e}[token] if token.isalpha() else float(token)
