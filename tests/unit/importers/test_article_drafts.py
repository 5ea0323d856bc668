"""Whole articles to drafts: films and what is said of them, each value with its sentence."""

from __future__ import annotations

from article_making import cast, claims, drafts_from, kinds, page, titles

from fanwiki.importers.origin import Origin

SEQUEL = """\
Lanterns Below 2: Everything We Know About The Sequel

By Jane Roe | 5 March 2024

The animated film Lanterns Below surprised everybody when it was released in theaters on October 14, 2022. Now fans are asking about Lanterns Below 2.

Lanterns Below 2 Release Date

Studio Kestrel officially greenlit the sequel last year. Lanterns Below 2 is expected to arrive in late 2026. “We want to take our time,” said director Noor El-Amin. “The deep is darker than we thought,” she added.

Also Read: Ten Films That Might Surprise You

No official trailer has been released for the sequel yet.

What Is The Plot Of Lanterns Below 2?

The first film ended when Mirelle discovered that the lighthouse keeper was her brother. The sequel might follow Mirelle into the trench, and it could also explain where the lanterns come from.

Lanterns Below 2 Cast

The following actors will be heard again:

• Zoë Okonkwo-Hart – Mirelle
• Seán O'Dowd – The Keeper (voice)
• Jean-Pierre Mbeki – Captain Rook
• Ana Lucía de la Cruz – Tam

Lee Byung-chul may join the cast as a smuggler.

Exit mobile version
"""  # noqa: E501  (a paragraph of plain text is one line)


def test_a_sequel_and_the_film_before_it() -> None:
    drafts = drafts_from(SEQUEL)
    later, earlier = page(drafts, "Lanterns Below 2").source, page(drafts, "Lanterns Below").source
    assert titles(drafts, "film") == ["Lanterns Below 2", "Lanterns Below"]
    assert later.fields["previous"] == "[[Lanterns Below]]"
    assert earlier.fields["next"] == "[[Lanterns Below 2]]"
    assert earlier.fields["released"] == [{"date": "October 14, 2022", "kind": "theatrical"}]
    assert earlier.fields["status"] == "released"
    assert later.fields["status"] == "in development"
    assert "released" not in later.fields


def test_the_cast_of_the_sequel_is_linked_to_its_performers() -> None:
    drafts = drafts_from(SEQUEL)
    assert cast(drafts, "Lanterns Below 2") == {
        "Mirelle": "Zoë Okonkwo-Hart",
        "The Keeper": "Seán O'Dowd",
        "Captain Rook": "Jean-Pierre Mbeki",
        "Tam": "Ana Lucía de la Cruz",
    }
    assert set(titles(drafts, "character")) == {"Mirelle", "The Keeper", "Captain Rook", "Tam"}
    assert {"Zoë Okonkwo-Hart", "Jean-Pierre Mbeki", "Noor El-Amin"} <= set(titles(drafts, "person"))


def test_claims_have_kind_film_quote_and_source() -> None:
    drafts = drafts_from(SEQUEL)
    found = claims(drafts)
    assert found["Studio Kestrel officially greenlit the sequel last year."] == ("other", "confirmed", 100)
    assert found["Lanterns Below 2 is expected to arrive in late 2026."] == ("release date", "open", 70)
    plot = "The sequel might follow Mirelle into the trench, and it could also explain where the lanterns come from."
    assert found[plot] == ("plot", "open", 50)
    assert found["Lee Byung-chul may join the cast as a smuggler."] == ("casting", "open", 50)
    dated = next(draft.source.fields for draft in drafts if "target_value" in draft.source.fields)
    assert dated["resolves_by"] == dated["target_value"] == "late 2026"
    assert dated["target_field"] == "released"
    assert dated["sources"] == [
        {
            "outlet": "[[Lanterns Below 2: Everything We Know About The Sequel]]",
            "author": "Jane Roe",
            "published": "5 March 2024",
            "quote": "Lanterns Below 2 is expected to arrive in late 2026.",
            "stance": "for",
        }
    ]
    about = [draft.source.fields["about"] for draft in drafts if draft.source.kind == "speculation"]
    assert ["[[Lanterns Below 2]]", "[[Mirelle]]"] in about
    assert all("[[Lanterns Below 2]]" in links for links in about if isinstance(links, list))


def test_the_articles_own_page_keeps_its_text_and_what_is_known_of_it() -> None:
    source = drafts_from(SEQUEL)[0].source
    assert source.kind == "source"
    assert source.fields == {"author": ["Jane Roe"], "published": "5 March 2024"}
    assert "## Lanterns Below 2 Release Date" in source.body
    assert "- Zoë Okonkwo-Hart – Mirelle" in source.body
    assert "Exit mobile version" not in source.body


def test_quotes_name_their_speaker() -> None:
    body = page(drafts_from(SEQUEL), "Lanterns Below 2").source.body
    assert "> “We want to take our time,”\n>\n> — [[Noor El-Amin]], in [[" in body
    assert "> “The deep is darker than we thought,”\n>\n> — [[Noor El-Amin]], in [[" in body


def test_what_is_not_known_yet_is_told_on_the_films_page_and_is_no_claim() -> None:
    drafts = drafts_from(SEQUEL)
    sentence = "No official trailer has been released for the sequel yet."
    assert f"> {sentence}" in page(drafts, "Lanterns Below 2").source.body
    assert sentence not in claims(drafts)


def test_a_told_twist_gates_nothing_but_is_proposed_for_it() -> None:
    drafts = drafts_from(SEQUEL)
    proposed = [note for draft in drafts for note in draft.notes if note.gate]
    assert [(note.sentence, note.gate) for note in proposed] == [
        (
            "The first film ended when Mirelle discovered that the lighthouse keeper was her brother.",
            ("Lanterns Below",),
        )
    ]
    assert all("gate" not in draft.source.fields and "spoils" not in draft.source.fields for draft in drafts)


def test_an_only_expected_cast_becomes_claims_and_no_cast() -> None:
    drafts = drafts_from(
        "Paper Wolves 2: Who Might Return?\n\nThe film Paper Wolves was a success in cinemas. "
        "The sequel Paper Wolves 2 is rumoured.\n\n"
        "Paper Wolves 2 Cast\n\nThe cast of the sequel is expected to include:\n\n"
        "- Ann Lee as Grey\n- Bo O'Moss as Ash\n"
    )
    assert "cast" not in page(drafts, "Paper Wolves 2").source.fields
    assert claims(drafts)["Ann Lee as Grey"] == ("casting", "open", 60)
    guess = next(draft.source for draft in drafts if draft.source.title.endswith("Bo O'Moss as Ash"))
    assert guess.fields["about"] == ["[[Paper Wolves 2]]", "[[Bo O'Moss]]", "[[Ash]]"]
    assert {"Grey", "Ash"} == set(titles(drafts, "character"))


def test_who_may_return_has_played_the_part_before() -> None:
    drafts = drafts_from(
        "Paper Wolves 2: Who Might Return?\n\nThe film Paper Wolves was a success in cinemas. "
        "Ann Lee is expected to reprise her role as Grey in the sequel, Paper Wolves 2.\n"
    )
    assert cast(drafts, "Paper Wolves") == {"Grey": "Ann Lee"}
    assert "cast" not in page(drafts, "Paper Wolves 2").source.fields
    assert list(claims(drafts).values()) == [("casting", "open", 70)]


def test_a_sequel_by_statement() -> None:
    drafts = drafts_from(
        "Salt Road is coming\n\nSalt Road, directed by Ava Nyström, is the long-awaited sequel to Dust Road. "
        "The film Dust Road premiered in May 2019. Salt Road may open in theaters in 2027.\n"
    )
    assert page(drafts, "Salt Road").source.fields["previous"] == "[[Dust Road]]"
    assert page(drafts, "Salt Road").source.fields["director"] == ["[[Ava Nyström]]"]
    assert page(drafts, "Dust Road").source.fields["released"] == [{"date": "May 2019"}]
    assert page(drafts, "Dust Road").source.fields["next"] == "[[Salt Road]]"


def test_a_film_by_itself_with_the_cast_in_prose() -> None:
    drafts = drafts_from(
        "Review: ‘The Glass Orchard’ grows on you\n\n“The Glass Orchard” is a 2023 drama film written and directed by "
        "Olúwaṣeun Adébáyọ̀, with music by Håkan Ek. It stars Priya Raman as Leila and Tomás Ó Briain as the gardener "
        "Finn. Nnamdi Obi, who plays Leila’s uncle, steals every scene. The movie was released on 3 November 2023. "
        "It is distributed by North Light Pictures.\n"
    )
    fields = page(drafts, "The Glass Orchard").source.fields
    assert fields["director"] == fields["writer"] == ["[[Olúwaṣeun Adébáyọ̀]]"]
    assert fields["composer"] == ["[[Håkan Ek]]"]
    assert fields["released"] == [{"date": "3 November 2023"}]
    assert fields["distributor"] == ["North Light Pictures"]
    assert cast(drafts, "The Glass Orchard") == {"Leila": "Priya Raman", "Finn": "Tomás Ó Briain"}
    assert claims(drafts) == {}


def test_a_character_named_like_the_film_gets_a_title_of_its_own() -> None:
    drafts = drafts_from(
        "Marlow 2: what we know\n\nThe film Marlow 2 is the sequel to the movie Marlow. "
        "Ann Lee stars as Marlow. Marlow 2 may arrive in 2027.\n"
    )
    assert "Marlow (character)" in titles(drafts, "character")
    assert {"Marlow", "Marlow 2"} <= set(titles(drafts, "film"))


def test_a_debunked_claim_is_told_against() -> None:
    drafts = drafts_from(
        "Paper Wolves 2 is not dead\n\nThe film Paper Wolves 2 is the sequel to the movie Paper Wolves. "
        "Director Ann Lee denied that Paper Wolves 2 has been cancelled.\n"
    )
    sentence = "Director Ann Lee denied that Paper Wolves 2 has been cancelled."
    assert claims(drafts)[sentence] == ("cancellation", "debunked", 0)
    debunked = next(draft.source for draft in drafts if draft.source.fields.get("status") == "debunked")
    assert debunked.fields["about"] == ["[[Paper Wolves 2]]", "[[Ann Lee]]"]
    assert "cancelled" not in str(page(drafts, "Paper Wolves 2").source.fields)


def test_a_list_of_films_keeps_each_claim_with_its_film() -> None:
    drafts = drafts_from(
        "Ten Sequels That May Surprise You\n\nSequels to every film are on their way to cinemas.\n\n"
        "Paper Wolves 2\n\nThe movie “Paper Wolves” was a hit, so the sequel is expected to be released in 2026.\n\n"
        "Red Harbour 3\n\nAfter the film “Red Harbour 2”, Ann Lee may return to star in the sequel.\n"
    )
    about = {
        str(draft.source.fields["claim_kind"]): draft.source.fields["about"]
        for draft in drafts
        if draft.source.kind == "speculation"
    }
    assert about["release date"] == ["[[Paper Wolves 2]]"]
    assert isinstance(about["casting"], list)
    assert about["casting"][0] == "[[Red Harbour 3]]"


def test_articles_about_other_things_give_just_the_source_page() -> None:
    cooking = "How To Boil Eggs\n\nEggs may break. They might float, as Ann Lee said. Cook them for 7 minutes.\n"
    series = (
        "Harbour Lights Season 3: Release Date And Cast\n\n"
        "The series Harbour Lights may return for season 3 next year. "
        "Ann Lee stars as Mara in every episode of the show. The season could have ten episodes.\n"
    )
    for text in (cooking, series):
        drafts = drafts_from(text)
        assert len(drafts) == 1
        assert kinds(drafts) == {"source"}


def test_a_saved_page_gives_the_same_with_its_metadata() -> None:
    html = """<html><head><title>Lanterns Below 2: all we know - Reel Gazette</title>
<meta property="og:site_name" content="Reel Gazette"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://reel.example/lanterns-2"></head><body><nav>Home About</nav><article>
<h1>Lanterns Below 2: all we know</h1>
<p>The film <em>Lanterns Below 2</em> may be released in 2026, long after the movie <em>Lanterns Below</em>.</p>
<p>It has [brackets], *stars* and #hash, || bars || too, which no reader should see as anything else.</p>
<table><tr><th>Actor</th><th>Role</th></tr><tr><td>Zoë Okonkwo</td><td>Mirelle</td></tr>
<tr><td>Seán O’Dowd</td><td>The Keeper</td></tr></table></article></body></html>"""
    drafts = drafts_from(html, "saved.html")
    source = drafts[0]
    assert source.source.fields == {
        "url": "https://reel.example/lanterns-2",
        "author": ["Jane Roe"],
        "published": "2024-03-05",
        "outlet": "[[Reel Gazette]]",
    }
    assert source.origin == Origin(
        "Reel Gazette", "https://reel.example/lanterns-2", time="2024-03-05", contributors=("Jane Roe",)
    )
    assert "*Lanterns Below 2*" in source.source.body
    assert r"\[brackets\], \*stars\* and \#hash, \|\| bars \|\|" in source.source.body
    assert cast(drafts, "Lanterns Below 2") == {"Mirelle": "Zoë Okonkwo", "The Keeper": "Seán O'Dowd"}
    assert page(drafts, "Lanterns Below 2").source.fields["previous"] == "[[Lanterns Below]]"


def told(*paragraphs: str) -> str:
    lead = "The film Lanterns Below 2 is the sequel to the movie Lanterns Below, directed by Noor El-Amin."
    return "\n\n".join(("Lanterns Below 2: All We Know", lead, *paragraphs))


def test_a_role_in_brackets_between_pairs_of_as_is_cast() -> None:
    drafts = drafts_from(
        told("The sequel stars Zoë Okonkwo as Mirelle, Seán Hart (The Keeper), and Ana Ruiz as Comet."), "a.txt"
    )
    assert cast(drafts, "Lanterns Below 2") == {
        "Mirelle": "Zoë Okonkwo",
        "The Keeper": "Seán Hart",
        "Comet": "Ana Ruiz",
    }


def test_a_work_in_brackets_behind_the_last_pair_is_no_role() -> None:
    drafts = drafts_from(
        told("It stars Zoë Okonkwo as Mirelle, Bo Reed (Dust Road), and Di Wu.", "Cy Lund (Old Mill) is in talks."),
        "a.txt",
    )
    assert cast(drafts, "Lanterns Below 2") == {"Mirelle": "Zoë Okonkwo"}


def test_two_claims_in_one_sentence_are_two_pages_each_with_its_words() -> None:
    drafts = drafts_from(
        told("Lanterns Below 2 may be released in 2027, and Zoë Okonkwo is rumored to return as Mirelle."), "a.txt"
    )
    found = {
        page.source.fields["claim_kind"]: page.source.fields for page in drafts if page.source.kind == "speculation"
    }
    assert set(found) == {"release date", "casting"}
    quotes = {kind: fields["sources"][0]["quote"] for kind, fields in found.items()}  # type: ignore[index, call-overload]
    assert quotes == {
        "release date": "Lanterns Below 2 may be released in 2027",
        "casting": "Zoë Okonkwo is rumored to return as Mirelle.",
    }
    assert (found["release date"]["confidence"], found["casting"]["confidence"]) == (50, 35)


def test_a_sentence_whose_parts_say_one_thing_stays_one_claim() -> None:
    drafts = drafts_from(
        told("Lanterns Below 2 may be released in 2027, and it could be released in June of that year."), "a.txt"
    )
    assert [page.source.kind for page in drafts].count("speculation") == 1


def test_who_speaks_before_a_colon_is_not_who_was_spoken_to() -> None:
    drafts = drafts_from(
        told(
            "Zoë Okonkwo plays Mirelle.",
            'Noor El-Amin told Variety: "We want to take our time with the sea this once."',
            'El-Amin told Zoë Okonkwo: "The deep is darker than any of us thought it was."',
        ),
        "a.txt",
    )
    body = page(drafts, "Lanterns Below 2").source.body
    assert body.count("— [[Noor El-Amin]]") == 2
    assert "— [[Zoë Okonkwo]]" not in body
