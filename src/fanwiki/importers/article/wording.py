"""The words that make a sentence a claim, by how sure they sound and what they speak of."""

from __future__ import annotations

import re

_BE = r"(?:is|are|was|were|be|been|being|'s|'re)"


HEDGES: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (confidence, re.compile(pattern))
    for confidence, pattern in (
        (20, r"\b(?:unlikely|doubtful|doubts? (?:that|about)|far from certain)\b"),
        (
            30,
            r"\b(?:hop(?:e|es|ed|ing) (?:to|for|that|of|the|we|it)|(?:can|could) only hope|hopefully"
            r"|wish(?:es)? to|dreams? of|fans? hope|hope is|still hope|would (?:love|like) to)\b",
        ),
        (35, r"\b(?:[Rr]umou?r(?:s|ed|ing)?|unconfirmed|whispers|[Gg]ossip|leak(?:s|ed)?)\b"),
        (
            40,
            r"\b(?:[Ss]peculat(?:ed|es?|ing|ions?)|theori[sz](?:ed?|es|ing)|theory|theories|allegedly"
            r"|supposedly|tentatively|remains to be seen|unclear whether|up in the air)\b",
        ),
        (
            45,
            r"\b(?:perhaps|Perhaps|maybe|Maybe|possible|possibly|potential(?:ly)?|possibility|considering"
            r"|in consideration|under consideration|toying with)\b",
        ),
        (50, r"\b(?:may|might|could)\b(?! (?:or may )?not be (?:known|familiar))"),
        (
            55,
            r"\b(?:hint(?:s|ed|ing)? (?:at|that|towards?|to)|teas(?:es|ed|ing) (?:that|a|the|an)"
            r"|suggest(?:s|ed|ing)?|appears? to|seems? (?:to|likely|that|set)|seemingly|apparently"
            r"|presumabl[ey]|circling|eyeing|eyed)\b",
        ),
        (
            60,
            rf"\b(?:[Rr]eportedly|[Rr]eports? (?:say|suggest|claim|that|of)|reports? (?:are|were)"
            rf"|there (?:are|were) reports|in (?:early |final |advanced )?(?:talks|negotiations"
            rf"|discussions?)|{_BE} (?:believed|thought|said|reported|tipped|rumored) to|believed that"
            rf"|insiders? (?:say|claim)|sources? (?:say|claim|tell|told)|wants? to|aims? to)\b(?! be great)",
        ),
        (
            65,
            rf"\b(?:plan(?:s|ned|ning) (?:to|for|on)|{_BE} planned|intends? to|intended to|in the cards"
            rf"|on the cards|promis(?:es|ed))\b",
        ),
        (
            70,
            r"\b(?:[Ee]xpect(?:ed|s|ing)?|anticipated to|anticipates?|projected|likely|[Pp]robably"
            r"|presumed|should (?:be|arrive|come|return|see|hit|premiere|release)|bound to|looks? set)\b",
        ),
        (
            80,
            rf"\b(?:(?:{_BE}|all|both|officially) (?:\w+ly )?(?:all )?(?:set|slated|scheduled|due|poised"
            rf"|gearing up|confirmed) (?:to|for)|slated (?:to|for)|scheduled (?:to|for)|due out|due to"
            rf"|on track|will be (?:seen|released|directed)|will (?:\w+ly )?(?:have|return|be|star|reprise"
            rf"|feature|follow|see|focus|play|direct|premiere|arrive|hit|release|continue|pick))\b",
        ),
    )
)


STATED = 80


SURER = re.compile(
    r"\b(?:officially|[Cc]onfirm(?:s|ed)|according to (?:the )?(?:director|studio|producer|writer)|announced)\b"
)


NO_HEDGE = re.compile(
    r"\b(?:(?:highly|most|much|eagerly|hotly|greatly|widely|long)[- ](?:anticipated|expected"
    r"|awaited)|anticipated by|as (?:was )?expected|than expected|what you expect|what to expect|"
    r"could(?:n't| not) (?:be more|help|agree|have been)|couldn't|may (?:\d|have (?:heard|noticed"
    r"|missed|seen))|(?:might (?:of|and main)|(?:his|her|their|its|our|my|your) might)|wonders? if|"
    r"would be (?:great|nice|fun|interesting|amazing)|set to music|in the hope|(?:too"
    r"|very) possible|no plans (?:to|for)|as (?:soon|much|many|far|fast|well) as possible"
    r"|best possible|expectations?|potential spoilers|spoilers?)\b",
    re.I,
)


ADDRESSES_READER = re.compile(
    r"\b(?:let us know|keep in touch|stay tuned|comment (?:box|section|below)|comments? (?:below"
    r"|section)|keep you (?:posted|updated)|check out|click|subscribe|newsletter|follow us"
    r"|share (?:this|your)|bookmark|sign up|"
    r"we(?:'ll| will| have)? (?:keep|update|news for you|got you covered)|tell us|in this article"
    r"|read (?:on|more|also)|continue reading|your (?:thoughts|opinion|speculations?|inbox)|"
    r"you(?:'d| would)? (?:may|might|could|want|like|must|should|have|need|are wondering"
    r"|be wondering|missed|think)|if you|let's (?:explore|take|see|find|look|dive)|disclaimer"
    r"|cookies|advertisement)\b",
    re.I,
)


BOILERPLATE = re.compile(
    r"^(?:\W*)(?:also read|do check out|read (?:more|also|next)|related|recommended|see also|watch"
    r"|source|image|photo|credit|exit mobile version|in case you missed|must read|trending"
    r"|updated?|disclaimer)\b(?:\s*[:|–-]|$)",
    re.I,
)


FILM_TALK = re.compile(
    r"\b(?:films?|movies?|sequels?|prequels?|threequels?|reboots?|remakes?|franchises?|trilogy"
    r"|inst?al+ments?|follow-up|project|productions?|filming|shooting|scripts?|screenplay"
    r"|cast(?:ing)?|trailers?|release|premiere|theat(?:er|re)s|cinemas|"
    r"studios?|directors?|actors?|actress(?:es)?|performers?|stars?|starring|roles?|reprise|cameo"
    r"|characters?|story(?:line)?|plot|narrative|screen|box office|return(?:s|ed|ing)?|spin-?offs?"
    r"|chapter|part (?:two|three|\d)|streaming|season)\b",
    re.I,
)


MAKING = re.compile(
    r"\b(?:films?|movies?|sequels?|prequels?|franchise|production|filming|shooting|script"
    r"|screenplay|cast(?:ing)?|trailer|release(?:d)?|premiere|studio|director|actor|actress"
    r"|development|works|project|season)\b",
    re.I,
)


THINKS = re.compile(
    r"\b(?:fears?|feared|reali[sz]e[sd]?|discovers?|discovered|learn(?:s|ed|t)?|finds? out"
    r"|found out|decide[sd]?|warns?|warned|knows?|knew|convince[sd]?|so (?:that )?(?:he|she|they"
    r"|it)|how (?:he|she|they)|everything (?:he|she|they)|whatever (?:he|she|they)|before (?:he"
    r"|she|they)|anyone who|no one|nobody)\b[^.]*\b(?:may|might|could|would)\b"
)


SETTLED = re.compile(
    rf"\b(?:{_BE} (?:now )?(?:officially |finally |already |recently )*(?:been )?(?:officially )?(?:green-?li(?:t"
    rf"|ghted)|greenlit|confirmed|announced|renewed|ordered|commissioned|approved|cancell?ed"
    rf"|scrapped|shelved|axed|called off|delayed|postponed|pushed back|titled|wrapped|completed)"
    r"|ha(?:s|ve|d) (?:\w+ )?(?:been )?(?:officially |finally |already "
    r"|recently )*(?:been )?(?:green-?li(?:t|ghted)|greenlit|confirmed|announced|renewed"
    r"|cancell?ed|scrapped|shelved|axed|joined the cast|wrapped|begun (?:filming|production"
    r"|shooting)|started (?:filming|production|shooting))"
    r"|(?:confirmed|announced|revealed|verified) (?:that|the|in|a|an|to|on|his|her|their|plans)"
    r"|(?:stated|disclosed|told \w+(?: \w+)?) that"
    r"|(?:officially|already) (?:confirmed|announced|happening|in (?:development|production"
    r"|the works)|green-?li(?:t|ghted))"
    r"|(?:green-?li(?:t|ghted)|confirmed|announced) (?:by|a|the)|confirming that|(?:still"
    r"|currently|now|already) (?:in (?:the works|(?:active |early |pre-)?(?:development"
    r"|production)|post-production)|involved|attached|on board|working on|filming|shooting"
    r"|happening)"
    r"|(?:filming|production|shooting) (?:has |had )?(?:officially |finally |already )*(?:begun|began|started"
    r"|wrapped|finished"
    r"|is (?:underway|under way|complete))|(?:script|screenplay) (?:is|was|has been) (?:complete"
    r"|finished|written|done|ready)|pulled the plug|stated that|said that)\b",
    re.I,
)


UNSETTLED = re.compile(
    r"\b(?:(?:not|n't|never|yet|nor|nothing|no|neither|without|awaiting|until|before|unless|once"
    r"|whether|when|if)\b(?: \w+){0,6}? (?:official(?:ly)?|confirm(?:ed|ation)?|announce(?:d"
    r"|ment)?|revealed|green-?lit)|yet to|remains? (?:unknown|unconfirmed|a mystery|under wraps)"
    r"|to be announced)\b",
    re.I,
)


DENIED = re.compile(
    r"\b(?:den(?:ied|ies)|debunk(?:s|ed)?|shot down|shut down (?:the )?rumou?rs|dismiss(?:ed|es)"
    r"|refut(?:ed|es)|quash(?:ed|es)|(?:is|are|was|were) (?:false|not true|untrue)|no truth)\b",
    re.I,
)


KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "cancellation",
        re.compile(
            r"\b(?:cancel(?:l?ed|ling|lation|s)?|scrapped|axed|shelved|called off|pulled the plug"
            r"|never (?:be made|happen)|won't happen|not happening|abandoned|dead in the water)\b",
            re.I,
        ),
    ),
    (
        "title",
        re.compile(
            r"\b(?:(?:re)?titled|(?:official|working|new|final|tentative) title|subtitled?|(?:be |is "
            r"|was )(?:re)?(?:named|called) [\"']?[A-Z]|title (?:of|for|is|was|will)|retitled)",
            re.I,
        ),
    ),
    (
        "release date",
        re.compile(
            r"\b(?:release[sd]?|releasing|(?:begin|start)(?:s|ing)? streaming|stream(?:s|ing)? (?:on|from)"
            r"|premier(?:e[sd]?|ing)|debut(?:s|ed|ing)?|arriv(?:e[sd]?|ing)"
            r"|com(?:e|es|ing) out|hit(?:s|ting)? (?:the )?(?:big )?(?:theat(?:er|re)s|cinemas?|screens?"
            r"|Netflix|streaming)|in (?:theat(?:er|re)s|cinemas)|land(?:s|ing)? on|drop(?:s|ping)? (?:on"
            r"|in)|open(?:s|ing)? (?:in|on)|delay(?:ed|s)?|postponed|pushed back|release (?:date|window)"
            r"|out (?:by|in) (?:19|20)\d\d|soon|date)\b",
            re.I,
        ),
    ),
    (
        "casting",
        re.compile(
            r"\b(?:cast(?:ing)?|recast|castmates|co-stars?|star(?:s|red|ring)?|actors?|actress(?:es)?"
            r"|performers?|performance|roles?|reprise[sd]?|reprising|return(?:s|ing|ed)?|play(?:s|ed"
            r"|ing)? (?!out)|portray(?:s|ed|ing|al)?|cameos?|join(?:s|ed|ing)? (?:the )?cast|voic(?:e|ed"
            r"|ing)|lead character|comeback|recurring|newcomers?|ensemble)\b",
            re.I,
        ),
    ),
    (
        "plot",
        re.compile(
            r"\b(?:plot(?:line)?s?|stor(?:y|ies|yline|ylines)|narrative|focus(?:es|ing|ed)?|cent(?:er"
            r"|re)(?:s|ed|ing)? (?:on|around)|follow(?:s|ing)? (?!up)|deal(?:s|ing)? with|explor(?:e[sd]?"
            r"|ing)|set in|villains?|antagonists?|protagonists?|twists?|arcs?|events?|picks? up|picking up"
            r"|themes?|script|ending|cliffhanger|journey|battle|fight|face|adventure|world|premise"
            r"|synopsis|save|mission|powers?|multiverse|continuation|continue (?:the|where)|consideration"
            r"|dynamics?)\b",
            re.I,
        ),
    ),
    (
        "other",
        re.compile(
            r"\b(?:green-?li(?:t|ghted)|greenlit|in the works|development|production|film(?:ed|ing)"
            r"|shooting|shoot|renewed|involved|sequel (?:is|was|has been) (?:confirmed|announced)|budget"
            r"|box office|franchise|spin-?offs?|trailer|runtime|rating|direct(?:s|ed|ing|or)?|composer"
            r"|soundtrack)\b",
            re.I,
        ),
    ),
)


HEADING_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cancellation", re.compile(r"\bcancel", re.I)),
    ("title", re.compile(r"\b(?:title|called|named)\b", re.I)),
    ("release date", re.compile(r"\b(?:release|date|when (?:is|will|does|can)|premiere|coming out)\b", re.I)),
    ("casting", re.compile(r"\b(?:cast|casting|characters?|stars?|who(?:'s| is| will)?)\b", re.I)),
    ("plot", re.compile(r"\b(?:plot|story|storyline|about|expect|happen|synopsis|theor(?:y|ies)|what will)\b", re.I)),
)


def is_scheduled(plain: str) -> bool:
    """Tell *is set to* from a plain *will*."""
    return (
        re.search(
            rf"\b(?:{_BE}|all|both|officially) (?:\w+ly )?(?:all )?(?:set|slated|scheduled|due|poised"
            rf"|gearing up) (?:to|for)|\b(?:slated|scheduled) (?:to|for)|\bon track\b|\bdue (?:out|to)\b",
            plain,
        )
        is not None
    )
