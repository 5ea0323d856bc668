"""What the options of a field are called where they are edited; in the page they stay as the kind declares them."""

from __future__ import annotations

from fanwiki.domain.kind import Field, FieldType
from fanwiki.wording import mark_label, say_label

YES, NO = mark_label("true"), mark_label("false")


def options_of(field: Field) -> tuple[str, ...]:
    """Return what may be chosen for a field."""
    return (YES, NO) if field.type is FieldType.BOOLEAN else field.options if field.type is FieldType.ENUM else ()


def word_of(field: Field, text: str) -> str:
    """Return what an option is called; another text stays as it is."""
    return say_label(text) if text in options_of(field) else text


def option_of(field: Field, word: str) -> str:
    """Return the option that is called so, or written so; another text stays as it was typed."""
    if word in options_of(field):
        return word
    meant = word.casefold()
    return next((option for option in options_of(field) if say_label(option).casefold() == meant), word)
