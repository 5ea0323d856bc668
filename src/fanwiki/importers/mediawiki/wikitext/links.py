"""What stands between ``[[`` and ``]]``: pages, files, categories, other wikis, other languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from fanwiki.importers.mediawiki.wikitext.site import Site
from fanwiki.importers.mediawiki.wikitext.stash import unmarked

_WIKIMEDIA = {
    "wikipedia": "en.wikipedia.org",
    "w": "en.wikipedia.org",
    "wp": "en.wikipedia.org",
    "en": "en.wikipedia.org",
    "wikt": "en.wiktionary.org",
    "wiktionary": "en.wiktionary.org",
    "commons": "commons.wikimedia.org",
    "wikimedia": "commons.wikimedia.org",
    "q": "en.wikiquote.org",
    "wikiquote": "en.wikiquote.org",
    "s": "en.wikisource.org",
    "wikisource": "en.wikisource.org",
    "b": "en.wikibooks.org",
    "wikibooks": "en.wikibooks.org",
    "n": "en.wikinews.org",
    "v": "en.wikiversity.org",
    "voy": "en.wikivoyage.org",
    "wikivoyage": "en.wikivoyage.org",
    "species": "species.wikimedia.org",
    "d": "www.wikidata.org",
    "wikidata": "www.wikidata.org",
    "m": "meta.wikimedia.org",
    "meta": "meta.wikimedia.org",
    "mw": "www.mediawiki.org",
    "mediawikiwiki": "www.mediawiki.org",
}
_FANDOM = frozenset(("c", "wikia", "fandom"))
_LANGUAGES = frozenset(
    (
        "aa ab af ak als am an ang ar arc arz as ast av ay az azb ba ban bar bat-smg bcl be be-tarask be-x-old bg "
        "bh bi bm bn bo bpy br bs bug bxr ca cbk-zam cdo ce ceb ch chr chy ckb co cr crh cs csb cu cv cy da de "
        "diq dsb dv dz ee el eml eo es et eu ext fa ff fi fiu-vro fj fo fr frp frr fur fy ga gag gan gd gl glk gn "
        "got gu gv ha hak haw he hi hif hr hsb ht hu hy ia id ie ig ik ilo io is it iu ja jbo jv ka kaa kab kg ki "
        "kk kl km kn ko koi krc ks ksh ku kv kw ky la lad lb lbe lez lg li lij lmo ln lo lt lv map-bms mdf mg mhr "
        "mi min mk ml mn mr mrj ms mt mwl my myv mzn na nah nap nds nds-nl ne new nl nn no nov nrm nso nv ny oc "
        "om or os pa pag pam pap pcd pdc pfl pi pih pl pms pnb pnt ps pt qu rm rmy rn ro roa-rup roa-tara ru rue "
        "rw sa sah sc scn sco sd se sg sh si simple sk sl sm sn so sq sr srn ss st stq su sv sw szl ta te tet tg "
        "th ti tk tl tn to tpi tr ts tt tum tw ty udm ug uk ur uz ve vec vep vi vls vo wa war wo wuu xal xh xmf "
        "yi yo za zea zh zh-classical zh-min-nan zh-yue zu"
    ).split()
)
_PREFIX = re.compile(r"\s*([^:\[\]|#<>{}\n]{1,60}?)\s*:\s*")
_SPACES = re.compile(r"[\s_]+")
_FORBIDDEN = re.compile(r"[<>\[\]{}|\x02\n]")
_ADDRESS = re.compile(r"(?:https?|ftps?|ircs?|news|mailto|gopher):|//", re.IGNORECASE)
_MAX_LENGTH = 1000
_PIPE_TRICK = re.compile(r"^(?::?[^:]*:)?\s*(.*?)\s*(?:\([^()]*\)|, .*)?$")
_NAMESPACE_ONLY = re.compile(r"^:?(?:[^:]*:)?\s*")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads.

    Args:
        kind: "page", "web", "file", "media", "category", "language", or "" for what is no link.
        name: The page (with its heading), address, or name of the file or category.
        shown: What is shown when the link says nothing.
    """

    kind: str
    name: str = ""
    shown: str = ""


NO_LINK = Target("")


@dataclass(slots=True)
class Links:
    """Reads the targets of links in one page."""

    site: Site
    title: str
    _seen: dict[str, Target] = field(default_factory=dict)

    def target(self, written: str) -> Target:
        """Return where a link leads, by what stands before its bar."""
        found = self._seen.get(written)
        if found is None:
            found = self._seen[written] = self._read(unmarked(written).strip())
        return found

    def _read(self, written: str) -> Target:
        shown = _SPACES.sub(" ", unquote(written)) if "%" in written else written
        text = shown
        if not text or _FORBIDDEN.search(text) or _ADDRESS.match(text) or len(text) > _MAX_LENGTH:
            return NO_LINK
        inline = text.startswith(":")
        text = text.lstrip(": ") if inline else text
        prefix = _PREFIX.match(text)
        if prefix and text[:1] not in "#/":
            found = self._prefixed(prefix[1], text[prefix.end() :], inline=inline)
            if found:
                return found
        return self._page(text, shown.lstrip(":") if inline else shown)

    def _prefixed(self, prefix: str, rest: str, *, inline: bool) -> Target | None:
        """Read a link whose first word before a colon means something."""
        space = self.site.namespace(_SPACES.sub(" ", prefix))
        if space is not None:
            name = _SPACES.sub(" ", rest.partition("#")[0]).strip()
            kinds = {"File": "file", "Category": "category", "Media": "media"}
            kind = kinds.get(space, "") if not inline or space == "Media" else ""
            return Target(kind, name, f"{prefix}:{rest}") if kind and name else None
        prefix = prefix.lower()
        if prefix in _LANGUAGES and not inline and prefix not in _WIKIMEDIA:
            return Target("language", rest)
        url = _other_wiki(prefix, rest.strip())
        return Target("web", url, f"{prefix}:{rest}" if not inline else rest) if url else None

    def _page(self, text: str, shown: str) -> Target:
        page, hash_sign, heading = text.partition("#")
        if not page.strip() and not hash_sign:
            return NO_LINK
        heading = _SPACES.sub(" ", heading.replace("|", " ")).strip().lstrip("^").replace("#", " ")
        page = self._absolute(page.strip()) if page.strip() else ""
        title = self.site.title(page) if page else ""
        place = f"#{heading}" if heading else ""
        return Target("page", f"{title}{place}", shown) if title or place else NO_LINK

    def _absolute(self, page: str) -> str:
        """Resolve ``/Sub`` and ``../`` against the page."""
        if page.startswith("/"):
            return f"{self.title}{page.rstrip('/')}" if page.strip("/") else page
        if not page.startswith("../"):
            return page
        base = self.title.split("/")
        while page.startswith("../") and len(base) > 1:
            base.pop()
            page = page[3:]
        return "/".join([*base, *([page.strip("/")] if page.strip("/") else [])])


def pipe_trick(written: str) -> str:
    """Return what ``[[Help:Contents (old)|]]`` shows."""
    found = _PIPE_TRICK.match(written)
    return found[1] if found and found[1] else written


def _other_wiki(prefix: str, rest: str) -> str:
    """Return the address of a page in a well-known other wiki, or an empty one."""
    more = _PREFIX.match(rest)
    if prefix in _FANDOM or (prefix == "w" and more and more[1].lower() == "c"):
        wiki, _, page = (rest[more.end() :] if prefix == "w" and more else rest).partition(":")
        wiki = wiki.strip().lower()
        return f"https://{wiki}.fandom.com/wiki/{_path(page)}" if re.fullmatch(r"[a-z0-9.-]+", wiki) else ""
    if more and more[1].lower() in _LANGUAGES | {"en"} and prefix in _WIKIMEDIA:
        host = _WIKIMEDIA[prefix].replace("en.", f"{more[1].lower()}.", 1)
        return f"https://{host}/wiki/{_path(rest[more.end() :])}"
    if prefix in _WIKIMEDIA:
        return f"https://{_WIKIMEDIA[prefix]}/wiki/{_path(rest)}"
    return f"https://{prefix}.wikipedia.org/wiki/{_path(rest)}" if prefix in _LANGUAGES else ""


def _path(page: str) -> str:
    return quote(page.strip().replace(" ", "_"), safe="/:#_-.,~")
