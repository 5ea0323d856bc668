"""Words in other languages."""

from __future__ import annotations

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall

_NAMES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "eo": "Esperanto",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "grc": "Ancient Greek",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "ko": "Korean",
    "la": "Latin",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sa": "Sanskrit",
    "sk": "Slovak",
    "sl": "Slovene",
    "sr": "Serbian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "yi": "Yiddish",
    "zh": "Chinese",
}
_FIRST_WITHOUT_ITALICS = "\u0370"  # scripts after Latin have no italics


def _shown(text: str) -> str:
    has_italics = all(char < _FIRST_WITHOUT_ITALICS or not char.isalpha() for char in text)
    return f"''{text}''" if text and has_italics and "''" not in text else text


def language(call: NativeCall) -> str:
    """Read ``{{lang-de|Wort}}``: the language's name, and the words."""
    return _named(call.name.lower().removeprefix("lang-"), call.get("1", "text"), call)


def _language(call: NativeCall) -> str:
    return _named(call.get("1", "code"), call.get("2", "text"), call)


def _named(code: str, text: str, call: NativeCall) -> str:
    name = _NAMES.get(code.partition("-")[0], "")
    label = (
        "" if call.get("label") == "none" else call.get("label") or (f"[[{name} language|{name}]]" if name else code)
    )
    literally = call.get("lit", "4" if code != call.get("1") else "5")
    return (f"{label}: " if label else "") + _shown(text) + (f", lit. ‘{literally}’" if literally else "")


def _words(call: NativeCall) -> str:
    text = call.get("2", "text")
    return text if call.get("italic", "i") in ("no", "unset") else _shown(text)


def _transliterated(call: NativeCall) -> str:
    return _shown(call.filled[-1] if call.filled else "")


def _japanese(call: NativeCall) -> str:
    """Read ``{{nihongo|English|kanji|romaji|extra}}``."""
    english, kanji, romaji, extra = (call.get(str(number)) for number in range(1, 5))
    parts = [part for part in (kanji, f"''{romaji}''" if romaji else "", extra) if part]
    if not english:
        english, parts = (f"''{romaji}''", [part for part in (kanji, extra) if part]) if romaji else (kanji, parts[1:])
    return f"{english} ({', '.join(parts)})" if parts else english


LANGUAGES: dict[str, Native] = {
    "lang": _words,
    **dict.fromkeys(("langx", "lang-x"), _language),
    **dict.fromkeys(("transl", "transliteration", "translit", "romanized"), _transliterated),
    **dict.fromkeys(("nihongo", "nihongo2", "nihongo3", "nihongo title", "jp"), _japanese),
    **dict.fromkeys(
        ("ru", "en icon", "ru icon", "de icon", "fr icon", "es icon", "it icon", "in lang"), lambda call: ""
    ),
}
