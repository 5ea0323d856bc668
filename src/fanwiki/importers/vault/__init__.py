"""A folder of Markdown notes, such as an Obsidian vault, or a zip of one.

Two passes: the first reads every note's front matter to learn which titles and aliases there are (`index`), the second
yields each note as a page with its links leading to where they led in the vault (`links`), its front matter in our
terms (`notes`, `media_db`), and the attachments.

A vault that fanwiki wrote lists its notes with their hashes (`fanwiki.domain.vault_manifest`). Those that are still as
they were written are taken word for word, so that exporting and importing gives the same pages.
"""
