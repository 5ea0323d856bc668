"""The parts of `fanwiki.markup.scan`, which is what the rest of the program asks."""
