"""What the options of a field are called where they are edited; in the page they stay as the kind declares them."""

from __future__ import annotations

from fanwiki.domain.kind import Field, FieldType
from fanwiki.wording import say_label


def word_of(field: Field, text: str) -> str:
    """Return what an option is called; another text stays as it is."""
    return say_label(text) if field.type is FieldType.ENUM and text in field.options else text


def option_of(field: Field, word: str) -> str:
    """Return the option that is called so, or written so; another text stays as it was typed."""
    if field.type is not FieldType.ENUM or word in field.options:
        return word
    meant = word.casefold()
    return next((option for option in field.options if say_label(option).casefold() == meant), word)
