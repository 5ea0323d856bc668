"""One module (or package) per format: bytes in, page drafts and a report out. Nothing here writes to a wiki.

An importer is three things, held together by `fanwiki.importers.formats.Format`:

* a name and a label;
* ``fits(path)``: whether the path looks like this format, from names and a first few bytes only;
* ``read(path, run)``: a generator of drafts (`fanwiki.importers.draft`).

Rules that every importer keeps, so that the service can write whole or not at all:

* It **streams**. A draft is yielded as soon as it is known; nothing is held that the next draft does not need.
  What must be known first (which titles there are) is gathered in a first pass over names and heads.
* It **yields in any order** and never refers to an object of an earlier draft; pages refer to each other by title.
  Titles are clean (`fanwiki.domain.title.possible_title`) and unique within one run.
* It **loses nothing silently**. What it does not understand stays verbatim in the page, and is counted by name in
  ``run.report``, which is complete when the generator is exhausted.
* It **polls**: ``run.progress.step(…)`` at least once a page; `Cancelled` passes through it untouched.
* It **raises** `SourceError` only when nothing can be read at all. A bad page is a problem in the report.
* It **asks the mappings**: ``run.mappings`` says which template (or type of note) becomes which kind and which
  parameter which field. What is not in there goes by the importer's own defaults, which it also offers as data, so
  that a wizard can show and change them.

A new format is a new module and one more line in `fanwiki.importers.formats.FORMATS`.
"""
