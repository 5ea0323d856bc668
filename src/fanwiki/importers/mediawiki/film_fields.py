"""What the parameters of film, character and person infoboxes are in our terms; the curator's mappings go before."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fanwiki.importers.mapping import TemplateMapping, template_key

_FILM: Mapping[str, str] = {
    "aliases": "aliases, alias, also known as, aka, other names, other name, native name, original title",
    "image": "image, poster, picture, film image, photo",
    "status": "status",
    "released.date": "released, release, release date, release dates, date, premiere, premiered, first release",
    "runtime": "runtime, running time, duration, length, run time, time",
    "studio": "studio, studios, production company, production companies, company, companies, production",
    "distributor": "distributor, distributors, distributed by, distribution",
    "director": "director, directors, directed by, directed",
    "writer": "writer, writers, written by, screenplay, screenwriter, screenplay by, story, story by, written, script",
    "producer": "producer, producers, produced by, executive producer, executive producers, produced",
    "composer": "music, composer, composers, music by, score",
    "series": "series, franchise, saga",
    "previous": "preceded by, previous, prev, prequel, predecessor, last, previous film",
    "next": "followed by, next, sequel, successor, next film",
    "universe_date": "timeline, setting, takes place, era, in-universe date, date of events",
    "genre": "genre, genres",
    "cast.performer": "starring, stars, cast, actors, performers, actor",
    "cast.character": "characters",
}
_CHARACTER: Mapping[str, str] = {
    "aliases": "alias, aliases, also known as, aka, other names, other name, nickname, nicknames, known as",
    "image": "image, picture, photo, img, portrait, pic",
    "full_name": "full name, fullname, real name, rname, birth name, realname, true name",
    "species": "species, race, kind, type of being",
    "gender": "gender, sex",
    "born": "born, birth, date of birth, birth date, birthdate, birthday, dob, birthyear, birth year",
    "status": "status, alive status, living status",
    "occupation": "occupation, occupations, job, profession, role, title, titles, occ, position, rank",
    "powers": "powers, abilities, power, ability, skills, powers and abilities, skill, magic",
    "affiliation": "affiliation, affiliations, aff, team, teams, organization, organisation, member of, allegiance",
    "relatives.who": "relatives, family, relations, fam, relationships, parents, siblings, children, spouse, mother, "
    "father",
    "first_appearance": "first appearance, first appeared, first, debut, firstappearance, first seen, introduced, film",
    "last_appearance": "last appearance, last appeared, lastappearance, last seen, latest appearance",
}
_PERSON: Mapping[str, str] = {
    "aliases": "alias, aliases, other names, other name, nickname, birth name, birthname",
    "image": "image, picture, photo, img",
    "born": "born, birth date, date of birth, birthdate, birthday, birth, dob",
    "died": "died, death date, date of death, deathdate, death",
    "nationality": "nationality, citizenship, nation",
    "occupation": "occupation, occupations, job, profession, role",
    "website": "website, homepage, url, site",
}
_NAMES = {
    "film": ("film", "movie", "films", "movies", "feature film", "film infobox", "motion picture"),
    "character": ("character", "characters", "fictional character", "hero", "villain", "superhero", "comics character"),
    "person": ("person", "people", "actor", "actress", "biography", "real person", "crew", "cast member", "personnel"),
}
_FIELDS = {"film": _FILM, "character": _CHARACTER, "person": _PERSON}
_DECORATION = re.compile(r"\b(?:portable|infobox(?:es)?|info box|infoboks|template|new|box|pi)\b", re.IGNORECASE)

SUBJECT = frozenset(("name", "title", "title1", "pagename", "page name", "boxtitle", "box title", "header"))
"""Parameters that say what the page is about: its title, or another name of it."""

CAPTIONS = ("caption", "image caption", "imagecaption", "captions", "image description")
"""Parameters that say what the picture shows."""

LAYOUT = frozenset(
    "alt;width;imagewidth;imagesize;image size;image width;image alt;image upright;upright;border;style;color;colour;"
    "class;theme;bodystyle;titlestyle;headerstyle;labelstyle;datastyle;italic title;embed;child;float;align;imgsize;"
    "list;getvalue;accent color;bg color;text color;background;layout".split(";")
)
"""Parameters that say how a box looks."""


def bare_name(template: str) -> str:
    """Return what a template's name says besides that it is an infobox: ``Infobox film`` is ``film``."""
    return bare_label(template).casefold()


def bare_label(template: str) -> str:
    """Return the same in the capitals that its author chose."""
    return " ".join(_DECORATION.sub(" ", re.sub(r"[-/_]", " ", template)).split())


def default_mapping(template: str, hint: str = "") -> TemplateMapping | None:
    """Return what a template becomes when the curator says nothing: a film, a character, a person, or None.

    Args:
        template: Its name.
        hint: What else says what it is of, such as the type of a portable infobox.
    """
    for text in (bare_name(template), template_key(hint)):
        for kind, names in _NAMES.items():
            if text in names:
                return TemplateMapping(kind, _by_parameter(_FIELDS[kind]))
    return None


def _by_parameter(fields: Mapping[str, str]) -> dict[str, str]:
    return {name.strip(): field for field, names in fields.items() for name in names.split(",")}
