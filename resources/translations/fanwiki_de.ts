<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;About fanwiki</source>
            <translation>&amp;Über fanwiki</translation>
        </message>
        <message>
            <source>&amp;All pages</source>
            <translation>&amp;Alle Seiten</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Back up…</source>
            <translation>&amp;Sichern…</translation>
        </message>
        <message>
            <source>&amp;Bold</source>
            <translation>&amp;Fett</translation>
        </message>
        <message>
            <source>&amp;Bookmark</source>
            <translation>Lesezei&amp;chen</translation>
        </message>
        <message>
            <source>&amp;Close tab</source>
            <translation>Tab s&amp;chließen</translation>
        </message>
        <message>
            <source>&amp;Code</source>
            <translation>&amp;Code</translation>
        </message>
        <message>
            <source>&amp;Command palette…</source>
            <translation>&amp;Befehlspalette…</translation>
        </message>
        <message>
            <source>&amp;Contents and links</source>
            <translation>&amp;Inhalt und Links</translation>
        </message>
        <message>
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren…</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Find…</source>
            <translation>Su&amp;chen…</translation>
        </message>
        <message>
            <source>&amp;Forward</source>
            <translation>&amp;Vor</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>&amp;Vollbild</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Gehe zu</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;History…</source>
            <translation>&amp;Versionen…</translation>
        </message>
        <message>
            <source>&amp;Home</source>
            <translation>&amp;Startseite</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importieren…</translation>
        </message>
        <message>
            <source>&amp;Italic</source>
            <translation>&amp;Kursiv</translation>
        </message>
        <message>
            <source>&amp;Keys</source>
            <translation>&amp;Tasten</translation>
        </message>
        <message>
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <source>&amp;Link to a page</source>
            <translation>&amp;Link zu einer Seite</translation>
        </message>
        <message>
            <source>&amp;New page…</source>
            <translation>&amp;Neue Seite…</translation>
        </message>
        <message>
            <source>&amp;Next tab</source>
            <translation>&amp;Nächster Tab</translation>
        </message>
        <message>
            <source>&amp;Normal size</source>
            <translation>&amp;Normale Größe</translation>
        </message>
        <message>
            <source>&amp;Numbers</source>
            <translation>&amp;Nummern</translation>
        </message>
        <message>
            <source>&amp;Open the sample wiki</source>
            <translation>&amp;Beispiel-Wiki öffnen</translation>
        </message>
        <message>
            <source>&amp;Open wiki…</source>
            <translation>Wiki ö&amp;ffnen…</translation>
        </message>
        <message>
            <source>&amp;Page</source>
            <translation>&amp;Seite</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>D&amp;rucken…</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Quotation</source>
            <translation>&amp;Zitat</translation>
        </message>
        <message>
            <source>&amp;Random page</source>
            <translation>Zu&amp;fällige Seite</translation>
        </message>
        <message>
            <source>&amp;Reload</source>
            <translation>Neu &amp;laden</translation>
        </message>
        <message>
            <source>&amp;Rename…</source>
            <translation>&amp;Umbenennen…</translation>
        </message>
        <message>
            <source>&amp;Reopen closed tab</source>
            <translation>Geschlossenen Tab &amp;wieder öffnen</translation>
        </message>
        <message>
            <source>&amp;Replace…</source>
            <translation>&amp;Ersetzen…</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>&amp;Save page as PDF…</source>
            <translation>Seite als &amp;PDF sichern…</translation>
        </message>
        <message>
            <source>&amp;Search all pages</source>
            <translation>Alle Seiten &amp;durchsuchen</translation>
        </message>
        <message>
            <source>&amp;Search pane</source>
            <translation>&amp;Suchleiste</translation>
        </message>
        <message>
            <source>&amp;Seen films…</source>
            <translation>&amp;Gesehene Filme…</translation>
        </message>
        <message>
            <source>&amp;Speculate about this…</source>
            <translation>Darüber s&amp;pekulieren…</translation>
        </message>
        <message>
            <source>&amp;Tabs</source>
            <translation>&amp;Tabs</translation>
        </message>
        <message>
            <source>&amp;Trash…</source>
            <translation>&amp;Papierkorb…</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Wiki</source>
            <translation>&amp;Wiki</translation>
        </message>
        <message>
            <source>B&amp;ullets</source>
            <translation>A&amp;ufzählung</translation>
        </message>
        <message>
            <source>Bring back pages that were deleted</source>
            <translation>Gelöschte Seiten zurückholen</translation>
        </message>
        <message>
            <source>Bring in an article, a vault or a dump</source>
            <translation>Einen Artikel, einen Notizordner oder einen Dump hereinholen</translation>
        </message>
        <message>
            <source>Choose the language of the window</source>
            <translation>Die Sprache des Fensters wählen</translation>
        </message>
        <message>
            <source>Colours of the s&amp;ystem</source>
            <translation>Farben des S&amp;ystems</translation>
        </message>
        <message>
            <source>D&amp;uplicate…</source>
            <translation>&amp;Duplizieren…</translation>
        </message>
        <message>
            <source>Edit this page, or go back to reading</source>
            <translation>Diese Seite bearbeiten oder zum Lesen zurückkehren</translation>
        </message>
        <message>
            <source>F&amp;ormat</source>
            <translation>F&amp;ormat</translation>
        </message>
        <message>
            <source>Find &amp;previous</source>
            <translation>&amp;Vorheriges suchen</translation>
        </message>
        <message>
            <source>Find ne&amp;xt</source>
            <translation>&amp;Nächstes suchen</translation>
        </message>
        <message>
            <source>Go back to the part of the window before this one</source>
            <translation>Zurück zum Teil des Fensters vor diesem</translation>
        </message>
        <message>
            <source>Go on to the next part of the window: search, tabs, page, editor, side bar, status bar</source>
            <translation>Weiter zum nächsten Teil des Fensters: Suche, Tabs, Seite, Editor, Seitenleiste, Statusleiste</translation>
        </message>
        <message>
            <source>Go to &amp;page…</source>
            <translation>Gehe zu Sei&amp;te…</translation>
        </message>
        <message>
            <source>Hand the wiki on: web pages, a book, a PDF, Markdown or a dump</source>
            <translation>Das Wiki weitergeben: Webseiten, Buch, PDF, Markdown oder Dump</translation>
        </message>
        <message>
            <source>Heading &amp;1</source>
            <translation>Überschrift &amp;1</translation>
        </message>
        <message>
            <source>Heading &amp;2</source>
            <translation>Überschrift &amp;2</translation>
        </message>
        <message>
            <source>Heading &amp;3</source>
            <translation>Überschrift &amp;3</translation>
        </message>
        <message>
            <source>Heading &amp;4</source>
            <translation>Überschrift &amp;4</translation>
        </message>
        <message>
            <source>Heading &amp;5</source>
            <translation>Überschrift &amp;5</translation>
        </message>
        <message>
            <source>Heading &amp;6</source>
            <translation>Überschrift &amp;6</translation>
        </message>
        <message>
            <source>Hi&amp;ghlight</source>
            <translation>&amp;Markieren</translation>
        </message>
        <message>
            <source>High con&amp;trast</source>
            <translation>Hoher Kon&amp;trast</translation>
        </message>
        <message>
            <source>How to &amp;search</source>
            <translation>Wie man &amp;sucht</translation>
        </message>
        <message>
            <source>I&amp;mage or file…</source>
            <translation>&amp;Bild oder Datei…</translation>
        </message>
        <message>
            <source>Lan&amp;guage…</source>
            <translation>S&amp;prache…</translation>
        </message>
        <message>
            <source>Larger te&amp;xt in the window</source>
            <translation>G&amp;rößerer Text im Fenster</translation>
        </message>
        <message>
            <source>Last tab</source>
            <translation>Letzter Tab</translation>
        </message>
        <message>
            <source>Let hero find heroes, for everybody who searches this wiki</source>
            <translation>Lässt hero auch heroes finden, für alle, die in diesem Wiki suchen</translation>
        </message>
        <message>
            <source>Make a new wiki file</source>
            <translation>Eine neue Wiki-Datei anlegen</translation>
        </message>
        <message>
            <source>Move tab back</source>
            <translation>Tab nach vorn rücken</translation>
        </message>
        <message>
            <source>Move tab on</source>
            <translation>Tab nach hinten rücken</translation>
        </message>
        <message>
            <source>Move the border of the pane that has the keyboard: arrow keys, then Enter, or Escape</source>
            <translation>Den Rand des Bereichs verschieben, in dem die Tastatur ist: Pfeiltasten, dann Eingabe oder Esc</translation>
        </message>
        <message>
            <source>Nei&amp;ghbourhood of this page</source>
            <translation>&amp;Umgebung dieser Seite</translation>
        </message>
        <message>
            <source>New &amp;tab</source>
            <translation>Neuer &amp;Tab</translation>
        </message>
        <message>
            <source>New &amp;wiki…</source>
            <translation>Ne&amp;ues Wiki…</translation>
        </message>
        <message>
            <source>Next pan&amp;e</source>
            <translation>Nächster B&amp;ereich</translation>
        </message>
        <message>
            <source>Open a page by typing a part of its name</source>
            <translation>Eine Seite öffnen, indem du einen Teil ihres Namens tippst</translation>
        </message>
        <message>
            <source>Pre&amp;vious tab</source>
            <translation>V&amp;origer Tab</translation>
        </message>
        <message>
            <source>Prev&amp;ious pane</source>
            <translation>Voriger Bere&amp;ich</translation>
        </message>
        <message>
            <source>Re&amp;veal spoilers on this page…</source>
            <translation>Spoiler auf dieser Seite aufdec&amp;ken…</translation>
        </message>
        <message>
            <source>Rescue a &amp;damaged wiki…</source>
            <translation>Beschä&amp;digtes Wiki retten…</translation>
        </message>
        <message>
            <source>S&amp;maller text in the window</source>
            <translation>Kl&amp;einerer Text im Fenster</translation>
        </message>
        <message>
            <source>S&amp;trike through</source>
            <translation>&amp;Durchstreichen</translation>
        </message>
        <message>
            <source>Save what can be read of a damaged file into a new wiki</source>
            <translation>Aus einer beschädigten Datei in ein neues Wiki retten, was lesbar ist</translation>
        </message>
        <message>
            <source>Say what new pages of a kind begin with</source>
            <translation>Sagen, womit neue Seiten einer Art beginnen</translation>
        </message>
        <message>
            <source>Say what the wiki is called, here and on every copy</source>
            <translation>Sagen, wie das Wiki heißt, hier und auf jeder Kopie</translation>
        </message>
        <message>
            <source>Say which films you have seen, so that nothing spoils the others</source>
            <translation>Sagen, welche Filme du gesehen hast, damit dir bei den anderen nichts verraten wird</translation>
        </message>
        <message>
            <source>Search with forms of &amp;English words</source>
            <translation>Mit Formen &amp;englischer Wörter suchen</translation>
        </message>
        <message>
            <source>See every claim: what is open, due, contradicted and resolved</source>
            <translation>Jede Behauptung sehen: was offen, fällig, widersprüchlich und entschieden ist</translation>
        </message>
        <message>
            <source>See what changed when, and go back</source>
            <translation>Sehen, was sich wann änderte, und zurückgehen</translation>
        </message>
        <message>
            <source>See what this page is tied to, as a picture</source>
            <translation>Als Bild sehen, womit diese Seite verbunden ist</translation>
        </message>
        <message>
            <source>Si&amp;ze of this pane</source>
            <translation>Größe dieses &amp;Bereichs</translation>
        </message>
        <message>
            <source>Speculation &amp;desk</source>
            <translation>S&amp;pekulationen</translation>
        </message>
        <message>
            <source>Spoiler</source>
            <translation>Spoiler</translation>
        </message>
        <message>
            <source>T&amp;asks</source>
            <translation>&amp;Aufgaben</translation>
        </message>
        <message>
            <source>Tab 1</source>
            <translation>Tab 1</translation>
        </message>
        <message>
            <source>Tab 2</source>
            <translation>Tab 2</translation>
        </message>
        <message>
            <source>Tab 3</source>
            <translation>Tab 3</translation>
        </message>
        <message>
            <source>Tab 4</source>
            <translation>Tab 4</translation>
        </message>
        <message>
            <source>Tab 5</source>
            <translation>Tab 5</translation>
        </message>
        <message>
            <source>Tab 6</source>
            <translation>Tab 6</translation>
        </message>
        <message>
            <source>Tab 7</source>
            <translation>Tab 7</translation>
        </message>
        <message>
            <source>Tab 8</source>
            <translation>Tab 8</translation>
        </message>
        <message>
            <source>Take back the last rename, delete or restore</source>
            <translation>Das letzte Umbenennen, Löschen oder Wiederherstellen zurücknehmen</translation>
        </message>
        <message>
            <source>Te&amp;mplates…</source>
            <translation>&amp;Vorlagen…</translation>
        </message>
        <message>
            <source>Title of the wi&amp;ki…</source>
            <translation>Titel des Wi&amp;kis…</translation>
        </message>
        <message>
            <source>Undo in the &amp;wiki</source>
            <translation>Im &amp;Wiki rückgängig machen</translation>
        </message>
        <message>
            <source>Write down a claim about this page</source>
            <translation>Eine Behauptung über diese Seite aufschreiben</translation>
        </message>
        <message>
            <source>Zoom &amp;in</source>
            <translation>Ver&amp;größern</translation>
        </message>
        <message>
            <source>Zoom &amp;out</source>
            <translation>Ver&amp;kleinern</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Type a command</source>
            <translation>Tippe einen Befehl</translation>
        </message>
        <message>
            <source>↑ ↓ to choose · Enter to do it · Esc to close</source>
            <translation>↑ ↓ zum Wählen · Eingabe zum Ausführen · Esc zum Schließen</translation>
        </message>
    </context>
    <context>
        <name>Completion</name>
        <message>
            <source>new page</source>
            <translation>neue Seite</translation>
        </message>
    </context>
    <context>
        <name>Counted</name>
        <message numerus="yes">
            <source>%1 films are marked as watched there; count them as &amp;seen</source>
            <translation>
                <numerusform>Ein Film ist dort als gesehen markiert; als &amp;gesehen zählen</numerusform>
                <numerusform>%1 Filme sind dort als gesehen markiert; als &amp;gesehen zählen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of the pages are here already</source>
            <translation>
                <numerusform>Eine der Seiten ist schon hier</numerusform>
                <numerusform>%1 der Seiten sind schon hier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages</source>
            <translation>
                <numerusform>1 Seite</numerusform>
                <numerusform>%1 Seiten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages came in</source>
            <translation>
                <numerusform>Eine Seite kam herein</numerusform>
                <numerusform>%1 Seiten kamen herein</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages come</source>
            <translation>
                <numerusform>Eine Seite kommt</numerusform>
                <numerusform>%1 Seiten kommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages for this reader</source>
            <translation>
                <numerusform>Eine Seite für diesen Leser</numerusform>
                <numerusform>%1 Seiten für diesen Leser</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 places were changed in both; both texts stand there, marked with %%.</source>
            <translation>
                <numerusform>Eine Stelle wurde in beiden geändert; beide Texte stehen dort, mit %% markiert.</numerusform>
                <numerusform>%1 Stellen wurden in beiden geändert; beide Texte stehen dort, mit %% markiert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Links in %1 pages will be rewritten. The old title stays as an alias.</source>
            <translation>
                <numerusform>Links auf einer Seite werden angepasst. Der alte Titel bleibt als Alias.</numerusform>
                <numerusform>Links auf %1 Seiten werden angepasst. Der alte Titel bleibt als Alias.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>A book (EPUB)</source>
            <translation>Ein Buch (EPUB)</translation>
        </message>
        <message>
            <source>As the reader's system is</source>
            <translation>Wie das System des Lesers</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Everything in one file; good for small wikis.</source>
            <translation>Alles in einer Datei; gut für kleine Wikis.</translation>
        </message>
        <message>
            <source>For Obsidian and other editors; fanwiki imports it back as it was.</source>
            <translation>Für Obsidian und andere Editoren; fanwiki importiert es wieder, wie es war.</translation>
        </message>
        <message>
            <source>For a MediaWiki or Fandom wiki. Name it .zip to have the pictures beside it.</source>
            <translation>Für ein MediaWiki oder ein Fandom-Wiki. Mit der Endung .zip liegen die Bilder bei.</translation>
        </message>
        <message>
            <source>For reading devices and apps.</source>
            <translation>Für Lesegeräte und Apps.</translation>
        </message>
        <message>
            <source>For the Kiwix reader; needs the extra fanwiki[zim].</source>
            <translation>Für das Leseprogramm Kiwix; braucht den Zusatz fanwiki[zim].</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Markdown, in a folder</source>
            <translation>Markdown, in einem Ordner</translation>
        </message>
        <message>
            <source>MediaWiki dump</source>
            <translation>MediaWiki-Dump</translation>
        </message>
        <message>
            <source>One web page</source>
            <translation>Eine einzige Webseite</translation>
        </message>
        <message>
            <source>Opens in any browser by double click, with search, without a network.</source>
            <translation>Öffnet sich mit Doppelklick in jedem Browser, mit Suche, ohne Netz.</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>The web pages in one ZIP file, to send to somebody.</source>
            <translation>Die Webseiten in einer ZIP-Datei, zum Verschicken.</translation>
        </message>
        <message>
            <source>To print: contents, page numbers, links.</source>
            <translation>Zum Drucken: Inhalt, Seitenzahlen, Links.</translation>
        </message>
        <message>
            <source>Web pages, as one archive</source>
            <translation>Webseiten, als ein Archiv</translation>
        </message>
        <message>
            <source>Web pages, in a folder</source>
            <translation>Webseiten, in einem Ordner</translation>
        </message>
        <message>
            <source>ZIM for Kiwix</source>
            <translation>ZIM für Kiwix</translation>
        </message>
    </context>
    <context>
        <name>Facets</name>
        <message>
            <source>Affiliation</source>
            <translation>Zugehörigkeit</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Schlagwort</translation>
        </message>
    </context>
    <context>
        <name>Inserts</name>
        <message>
            <source>%1: new row</source>
            <translation>%1: neue Zeile</translation>
        </message>
        <message>
            <source>Dividing line</source>
            <translation>Trennlinie</translation>
        </message>
        <message>
            <source>Footnote</source>
            <translation>Fußnote</translation>
        </message>
        <message>
            <source>Gallery of images</source>
            <translation>Bildergalerie</translation>
        </message>
        <message>
            <source>Heading</source>
            <translation>Überschrift</translation>
        </message>
        <message>
            <source>Infobox field: %1</source>
            <translation>Infobox-Feld: %1</translation>
        </message>
        <message>
            <source>Link to a page</source>
            <translation>Link zu einer Seite</translation>
        </message>
        <message>
            <source>List of pages (query)</source>
            <translation>Liste von Seiten (Abfrage)</translation>
        </message>
        <message>
            <source>Note box</source>
            <translation>Hinweiskasten</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>Zitat</translation>
        </message>
        <message>
            <source>Show another page here</source>
            <translation>Eine andere Seite hier zeigen</translation>
        </message>
        <message>
            <source>Spoiler block</source>
            <translation>Spoilerkasten</translation>
        </message>
        <message>
            <source>Spoiler in the line</source>
            <translation>Spoiler in der Zeile</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Aufgabe</translation>
        </message>
        <message>
            <source>Template: %1</source>
            <translation>Vorlage: %1</translation>
        </message>
    </context>
    <context>
        <name>Kinds</name>
        <message>
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Affiliation</source>
            <translation>Zugehörigkeit</translation>
        </message>
        <message>
            <source>Also known as</source>
            <translation>Auch bekannt als</translation>
        </message>
        <message>
            <source>Appearances</source>
            <translation>Auftritte</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>Author</source>
            <translation>Autor</translation>
        </message>
        <message>
            <source>Billing</source>
            <translation>Nennung</translation>
        </message>
        <message>
            <source>Bonds</source>
            <translation>Beziehungen</translation>
        </message>
        <message>
            <source>Born</source>
            <translation>Geboren</translation>
        </message>
        <message>
            <source>Cast</source>
            <translation>Besetzung</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Kategorien</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Character</source>
            <translation>Figur</translation>
        </message>
        <message>
            <source>Characters</source>
            <translation>Figuren</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>Behauptungen</translation>
        </message>
        <message>
            <source>Composed for</source>
            <translation>Musik zu</translation>
        </message>
        <message>
            <source>Confidence (0 to 100)</source>
            <translation>Wahrscheinlichkeit (0 bis 100)</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>Land</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <source>Died</source>
            <translation>Gestorben</translation>
        </message>
        <message>
            <source>Directed</source>
            <translation>Regie bei</translation>
        </message>
        <message>
            <source>Director</source>
            <translation>Regie</translation>
        </message>
        <message>
            <source>Distributor</source>
            <translation>Verleih</translation>
        </message>
        <message>
            <source>Field it would fill</source>
            <translation>Feld, das sie füllen würde</translation>
        </message>
        <message>
            <source>File page</source>
            <translation>Dateiseite</translation>
        </message>
        <message>
            <source>File pages</source>
            <translation>Dateiseiten</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>Filmography</source>
            <translation>Filmografie</translation>
        </message>
        <message>
            <source>Films</source>
            <translation>Filme</translation>
        </message>
        <message>
            <source>Films of the series</source>
            <translation>Filme der Reihe</translation>
        </message>
        <message>
            <source>First appearance</source>
            <translation>Erster Auftritt</translation>
        </message>
        <message>
            <source>Full name</source>
            <translation>Voller Name</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>Geschlecht</translation>
        </message>
        <message>
            <source>Genre</source>
            <translation>Genre</translation>
        </message>
        <message>
            <source>Image</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>In the films</source>
            <translation>In den Filmen</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Kind of claim</source>
            <translation>Art der Behauptung</translation>
        </message>
        <message>
            <source>Last appearance</source>
            <translation>Letzter Auftritt</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>Gemacht von</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Mitglieder</translation>
        </message>
        <message>
            <source>Music</source>
            <translation>Musik</translation>
        </message>
        <message>
            <source>Named in the film</source>
            <translation>Im Film genannt</translation>
        </message>
        <message>
            <source>Nationality</source>
            <translation>Nationalität</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Nachfolger</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>Beruf</translation>
        </message>
        <message>
            <source>One line a country or kind of release; a plain date will do.</source>
            <translation>Eine Zeile je Land oder Art der Veröffentlichung; ein bloßes Datum genügt.</translation>
        </message>
        <message>
            <source>Outlet</source>
            <translation>Medium</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Menschen</translation>
        </message>
        <message>
            <source>Performer</source>
            <translation>Darsteller</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Mensch</translation>
        </message>
        <message>
            <source>Place in the story</source>
            <translation>Platz in der Geschichte</translation>
        </message>
        <message>
            <source>Poster</source>
            <translation>Plakat</translation>
        </message>
        <message>
            <source>Powers</source>
            <translation>Kräfte</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Vorgänger</translation>
        </message>
        <message>
            <source>Produced</source>
            <translation>Produktion von</translation>
        </message>
        <message>
            <source>Producer</source>
            <translation>Produktion</translation>
        </message>
        <message>
            <source>Published</source>
            <translation>Veröffentlicht</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>Zitat</translation>
        </message>
        <message>
            <source>Read on</source>
            <translation>Gelesen am</translation>
        </message>
        <message>
            <source>Related to</source>
            <translation>Verwandt mit</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>Verhältnis</translation>
        </message>
        <message>
            <source>Relatives</source>
            <translation>Verwandte</translation>
        </message>
        <message>
            <source>Release</source>
            <translation>Veröffentlichung</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>Erschienen</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Entscheidung</translation>
        </message>
        <message>
            <source>Resolved on</source>
            <translation>Entschieden am</translation>
        </message>
        <message>
            <source>Resolves by</source>
            <translation>Fällig am</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rolle</translation>
        </message>
        <message>
            <source>Runtime (minutes)</source>
            <translation>Laufzeit (Minuten)</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>Reihe</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Species</source>
            <translation>Spezies</translation>
        </message>
        <message>
            <source>Speculation</source>
            <translation>Spekulation</translation>
        </message>
        <message>
            <source>Spoils</source>
            <translation>Verrät</translation>
        </message>
        <message>
            <source>Stance</source>
            <translation>Haltung</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Studio</source>
            <translation>Studio</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Schlagwörter</translation>
        </message>
        <message>
            <source>Takes place</source>
            <translation>Spielt</translation>
        </message>
        <message>
            <source>Template or code</source>
            <translation>Vorlage oder Code</translation>
        </message>
        <message>
            <source>Templates and code</source>
            <translation>Vorlagen und Code</translation>
        </message>
        <message>
            <source>The film's field that a confirmed claim writes, such as released or next.</source>
            <translation>Das Feld des Films, das eine bestätigte Behauptung füllt, etwa released oder next.</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Value it would write</source>
            <translation>Wert, den sie schreiben würde</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Website</translation>
        </message>
        <message>
            <source>When the story happens, in the film's own world.</source>
            <translation>Wann die Geschichte in der Welt des Films spielt.</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>Writer</source>
            <translation>Drehbuch</translation>
        </message>
        <message>
            <source>Wrote</source>
            <translation>Drehbuch zu</translation>
        </message>
        <message>
            <source>against</source>
            <translation>dagegen</translation>
        </message>
        <message>
            <source>alive</source>
            <translation>am Leben</translation>
        </message>
        <message>
            <source>announced</source>
            <translation>angekündigt</translation>
        </message>
        <message>
            <source>cancellation</source>
            <translation>Absage</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>abgesagt</translation>
        </message>
        <message>
            <source>casting</source>
            <translation>Besetzung</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>bestätigt</translation>
        </message>
        <message>
            <source>debunked</source>
            <translation>widerlegt</translation>
        </message>
        <message>
            <source>deceased</source>
            <translation>verstorben</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>verfallen</translation>
        </message>
        <message>
            <source>false</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>fan</source>
            <translation>Fan</translation>
        </message>
        <message>
            <source>festival</source>
            <translation>Festival</translation>
        </message>
        <message>
            <source>filming</source>
            <translation>im Dreh</translation>
        </message>
        <message>
            <source>for</source>
            <translation>dafür</translation>
        </message>
        <message>
            <source>home</source>
            <translation>Heimkino</translation>
        </message>
        <message>
            <source>in development</source>
            <translation>in Entwicklung</translation>
        </message>
        <message>
            <source>insider</source>
            <translation>Insider</translation>
        </message>
        <message>
            <source>mentioned</source>
            <translation>erwähnt</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>vermisst</translation>
        </message>
        <message>
            <source>motion</source>
            <translation>Motion Capture</translation>
        </message>
        <message>
            <source>official</source>
            <translation>offiziell</translation>
        </message>
        <message>
            <source>on screen</source>
            <translation>zu sehen</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>other</source>
            <translation>anderes</translation>
        </message>
        <message>
            <source>partly true</source>
            <translation>teils wahr</translation>
        </message>
        <message>
            <source>plot</source>
            <translation>Handlung</translation>
        </message>
        <message>
            <source>post-production</source>
            <translation>Nachbearbeitung</translation>
        </message>
        <message>
            <source>release date</source>
            <translation>Starttermin</translation>
        </message>
        <message>
            <source>released</source>
            <translation>erschienen</translation>
        </message>
        <message>
            <source>streaming</source>
            <translation>Streaming</translation>
        </message>
        <message>
            <source>superseded</source>
            <translation>überholt</translation>
        </message>
        <message>
            <source>television</source>
            <translation>Fernsehen</translation>
        </message>
        <message>
            <source>theatrical</source>
            <translation>Kino</translation>
        </message>
        <message>
            <source>title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>trade</source>
            <translation>Fachpresse</translation>
        </message>
        <message>
            <source>true</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>uncredited</source>
            <translation>ungenannt</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>voice</source>
            <translation>Stimme</translation>
        </message>
    </context>
    <context>
        <name>MappingStep</name>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>Jahr</translation>
        </message>
    </context>
    <context>
        <name>QObject</name>
        <message>
            <source>%1 % likely</source>
            <translation>zu %1 % wahrscheinlich</translation>
        </message>
        <message>
            <source>%1 (copy)</source>
            <translation>%1 (Kopie)</translation>
        </message>
        <message>
            <source>%1 (new)</source>
            <translation>%1 (neu)</translation>
        </message>
        <message>
            <source>%1 becomes %2.</source>
            <translation>%1 wird zu %2.</translation>
        </message>
        <message>
            <source>%1 from “%2” into “%3”.</source>
            <translation>%1 aus „%2“ nach „%3“.</translation>
        </message>
        <message>
            <source>%1 more are left out; the page's own lists have them all.</source>
            <translation>%1 weitere sind weggelassen; die Listen der Seite selbst haben sie alle.</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>%1 of %2 films seen</source>
            <translation>%1 von %2 Filmen gesehen</translation>
        </message>
        <message>
            <source>%1 or more</source>
            <translation>%1 oder mehr</translation>
        </message>
        <message>
            <source>%1 withheld by your spoiler setting</source>
            <translation>%1 wegen deiner Spoiler-Einstellung zurückgehalten</translation>
        </message>
        <message>
            <source>%1 withheld from its reader</source>
            <translation>%1 vor seinem Leser zurückgehalten</translation>
        </message>
        <message>
            <source>%1, among the fields</source>
            <translation>%1, in den Feldern</translation>
        </message>
        <message>
            <source>%1, as: %2. Nothing is written yet.</source>
            <translation>%1, als: %2. Noch ist nichts geschrieben.</translation>
        </message>
        <message>
            <source>%1, for “%2”</source>
            <translation>%1, für „%2“</translation>
        </message>
        <message>
            <source>%1, in the middle of %2 pages</source>
            <translation>%1, in der Mitte von %2 Seiten</translation>
        </message>
        <message>
            <source>%1, under “%2”</source>
            <translation>%1, unter „%2“</translation>
        </message>
        <message>
            <source>%1: %2 %, %3</source>
            <translation>%1: %2 %, %3</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Choose…</source>
            <translation>Aus&amp;wählen…</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <source>&amp;Everything, spoilers of every film included</source>
            <translation>&amp;Alles, mit den Spoilern jedes Films</translation>
        </message>
        <message>
            <source>&amp;Evidence</source>
            <translation>&amp;Beleg</translation>
        </message>
        <message>
            <source>&amp;File…</source>
            <translation>&amp;Datei…</translation>
        </message>
        <message>
            <source>&amp;Import</source>
            <translation>&amp;Importieren</translation>
        </message>
        <message>
            <source>&amp;Keep what stands here</source>
            <translation>&amp;Behalten, was hier steht</translation>
        </message>
        <message>
            <source>&amp;Kind</source>
            <translation>&amp;Art</translation>
        </message>
        <message>
            <source>&amp;Known since</source>
            <translation>Bekannt &amp;seit</translation>
        </message>
        <message>
            <source>&amp;Licence</source>
            <translation>&amp;Lizenz</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>&amp;Outcome</source>
            <translation>&amp;Ausgang</translation>
        </message>
        <message>
            <source>&amp;Save report…</source>
            <translation>Bericht &amp;sichern…</translation>
        </message>
        <message>
            <source>&amp;Title</source>
            <translation>&amp;Titel</translation>
        </message>
        <message>
            <source>&amp;What happened</source>
            <translation>&amp;Was geschah</translation>
        </message>
        <message>
            <source>&amp;What the source calls it</source>
            <translation>&amp;Wie die Quelle es nennt</translation>
        </message>
        <message>
            <source>2026-05-01, May 2026, fall 2026, TBA</source>
            <translation>2026-05-01, May 2026, fall 2026, TBA</translation>
        </message>
        <message>
            <source>A backup of the wiki is kept before.</source>
            <translation>Vorher wird das Wiki gesichert.</translation>
        </message>
        <message>
            <source>A file or folder</source>
            <translation>Eine Datei oder ein Ordner</translation>
        </message>
        <message>
            <source>A page that you delete waits here until you need it again.</source>
            <translation>Eine Seite, die du löschst, wartet hier, bis du sie wieder brauchst.</translation>
        </message>
        <message>
            <source>A wiki about the films you love</source>
            <translation>Ein Wiki über die Filme, die du liebst</translation>
        </message>
        <message>
            <source>About fanwiki</source>
            <translation>Über fanwiki</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>Befehle und ihre Tasten</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Add a row (Insert)</source>
            <translation>Zeile anfügen (Einfg)</translation>
        </message>
        <message>
            <source>Add to %1</source>
            <translation>%1: hinzufügen</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Nachher</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <source>All %1 pages</source>
            <translation>Alle %1 Seiten</translation>
        </message>
        <message>
            <source>All films</source>
            <translation>Alle Filme</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Alle Arten</translation>
        </message>
        <message>
            <source>All of it comes in, or, when something fails or you stop it, nothing.</source>
            <translation>Alles kommt herein, oder nichts, wenn etwas schiefgeht oder du es anhältst.</translation>
        </message>
        <message>
            <source>All sources</source>
            <translation>Alle Quellen</translation>
        </message>
        <message>
            <source>Also kept: %1. Edit them in the source.</source>
            <translation>Außerdem behalten: %1. Im Quelltext zu bearbeiten.</translation>
        </message>
        <message>
            <source>An address, or [[a page]]</source>
            <translation>Eine Adresse oder [[eine Seite]]</translation>
        </message>
        <message>
            <source>An offline wiki for film fans, in one file. Nothing you write or read leaves this computer.</source>
            <translation>Ein Wiki für Filmfans, ohne Netz und in einer Datei. Nichts, was du schreibst oder liest, verlässt diesen Rechner.</translation>
        </message>
        <message>
            <source>Around “%1”</source>
            <translation>Rund um „%1“</translation>
        </message>
        <message>
            <source>Arrow keys go from page to page, Enter opens one, Shift+Enter puts it in the middle.</source>
            <translation>Pfeiltasten führen von Seite zu Seite, Eingabe öffnet eine, Umschalt+Eingabe stellt sie in die Mitte.</translation>
        </message>
        <message>
            <source>Arrow keys move it</source>
            <translation>Pfeiltasten verschieben ihn</translation>
        </message>
        <message>
            <source>As it is saved</source>
            <translation>Wie gespeichert</translation>
        </message>
        <message>
            <source>As the system does</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <source>Back to the pages</source>
            <translation>Zurück zu den Seiten</translation>
        </message>
        <message>
            <source>Back to the pages (Esc)</source>
            <translation>Zurück zu den Seiten (Esc)</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>Backed up to %1</source>
            <translation>Gesichert nach %1</translation>
        </message>
        <message>
            <source>Backing up to %1</source>
            <translation>Sichere nach %1</translation>
        </message>
        <message>
            <source>Becomes the &amp;kind</source>
            <translation>Wird zur &amp;Art</translation>
        </message>
        <message>
            <source>Becomes the field</source>
            <translation>Wird zum Feld</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <source>Before it is written</source>
            <translation>Bevor es geschrieben wird</translation>
        </message>
        <message>
            <source>Beginning</source>
            <translation>Anfang</translation>
        </message>
        <message>
            <source>Beside the page</source>
            <translation>Neben der Seite</translation>
        </message>
        <message>
            <source>Bookmarked “%1”</source>
            <translation>Lesezeichen für „%1“ gesetzt</translation>
        </message>
        <message>
            <source>Bookmarks</source>
            <translation>Lesezeichen</translation>
        </message>
        <message>
            <source>Border between two parts</source>
            <translation>Rand zwischen zwei Teilen</translation>
        </message>
        <message>
            <source>Border between “%1” and “%2”</source>
            <translation>Rand zwischen „%1“ und „%2“</translation>
        </message>
        <message>
            <source>Both in one</source>
            <translation>Beides in einem</translation>
        </message>
        <message>
            <source>Both in one: change what is not right, then save it</source>
            <translation>Beides in einem: ändere, was nicht stimmt, und speichere es</translation>
        </message>
        <message>
            <source>Brier score</source>
            <translation>Brier-Wert</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Zurückholen</translation>
        </message>
        <message>
            <source>Bringing it in</source>
            <translation>Wird hereingeholt</translation>
        </message>
        <message>
            <source>Brought up to date</source>
            <translation>Auf den neuen Stand gebracht</translation>
        </message>
        <message>
            <source>By title</source>
            <translation>Nach Titel</translation>
        </message>
        <message>
            <source>CC BY-SA 4.0</source>
            <translation>CC BY-SA 4.0</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Change which films you have seen</source>
            <translation>Ändern, welche Filme du gesehen hast</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Choices</source>
            <translation>Auswahl</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Auswahl</translation>
        </message>
        <message>
            <source>Choose a file or folder. fanwiki finds out what it is; nothing is written yet.</source>
            <translation>Wähle eine Datei oder einen Ordner. fanwiki findet heraus, was es ist; noch wird nichts geschrieben.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Wähle einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Choose one revision to see what it changed, or two (Ctrl+click) to compare them.</source>
            <translation>Wähle eine Version, um zu sehen, was sie änderte, oder zwei (Strg+Klick), um sie zu vergleichen.</translation>
        </message>
        <message>
            <source>Choose this when the format is not clear.</source>
            <translation>Wähle das, wenn das Format nicht klar ist.</translation>
        </message>
        <message>
            <source>Choose what to show</source>
            <translation>Wählen, was gezeigt wird</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>Behauptungen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Close other tabs</source>
            <translation>Andere Tabs schließen</translation>
        </message>
        <message>
            <source>Close tab</source>
            <translation>Tab schließen</translation>
        </message>
        <message>
            <source>Close this message</source>
            <translation>Diese Meldung schließen</translation>
        </message>
        <message>
            <source>Close “%1”</source>
            <translation>„%1“ schließen</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Wahrscheinlichkeit</translation>
        </message>
        <message>
            <source>Confidence over time</source>
            <translation>Wahrscheinlichkeit im Lauf der Zeit</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>Contents of the page</source>
            <translation>Inhalt der Seite</translation>
        </message>
        <message>
            <source>Contradicted by “%1”</source>
            <translation>Widerspricht „%1“</translation>
        </message>
        <message>
            <source>Contradicting</source>
            <translation>Widersprüchlich</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy as a link</source>
            <translation>Als Link kopieren</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <source>Copy the &amp;wiki as it was…</source>
            <translation>&amp;Wiki kopieren, wie es war …</translation>
        </message>
        <message>
            <source>Copy the backup</source>
            <translation>Die Sicherung kopieren</translation>
        </message>
        <message>
            <source>Copy the backup…</source>
            <translation>Die Sicherung kopieren…</translation>
        </message>
        <message>
            <source>Damaged wiki</source>
            <translation>Beschädigtes Wiki</translation>
        </message>
        <message>
            <source>Deleted %1</source>
            <translation>Gelöscht am %1</translation>
        </message>
        <message>
            <source>Deleted here, left so</source>
            <translation>Hier gelöscht, so gelassen</translation>
        </message>
        <message>
            <source>Deleted pages</source>
            <translation>Gelöschte Seiten</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <source>Due first</source>
            <translation>Fällige zuerst</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>Duplizieren</translation>
        </message>
        <message>
            <source>Each part becomes the field beside it; an empty one is left out. The wiki remembers what you change.</source>
            <translation>Jeder Teil wird zum Feld daneben; ein leeres wird weggelassen. Das Wiki merkt sich, was du änderst.</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Editor</translation>
        </message>
        <message>
            <source>Enter opens · Ctrl+Enter in a new tab · Shift+Enter makes a page of this name</source>
            <translation>Eingabe öffnet · Strg+Eingabe in neuem Tab · Umschalt+Eingabe legt eine Seite dieses Namens an</translation>
        </message>
        <message>
            <source>Everything up to the marked film</source>
            <translation>Alles bis zum markierten Film</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Beleg</translation>
        </message>
        <message>
            <source>Evidence: %1</source>
            <translation>Beleg: %1</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>Exported %1 pages to %2</source>
            <translation>%1 Seiten nach %2 exportiert</translation>
        </message>
        <message>
            <source>Exporting to %1</source>
            <translation>Exportiere nach %1</translation>
        </message>
        <message>
            <source>F&amp;older…</source>
            <translation>&amp;Ordner…</translation>
        </message>
        <message>
            <source>Fields</source>
            <translation>Felder</translation>
        </message>
        <message>
            <source>File or folder</source>
            <translation>Datei oder Ordner</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>Files left out</source>
            <translation>Ausgelassene Dateien</translation>
        </message>
        <message>
            <source>Files that are missing</source>
            <translation>Fehlende Dateien</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>Films in the order of their release</source>
            <translation>Filme in der Reihenfolge ihres Erscheinens</translation>
        </message>
        <message>
            <source>Films that the reader of the copy has seen</source>
            <translation>Filme, die der Leser der Kopie gesehen hat</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Find next</source>
            <translation>Nächstes suchen</translation>
        </message>
        <message>
            <source>Find out</source>
            <translation>Selbst herausfinden</translation>
        </message>
        <message>
            <source>Find previous</source>
            <translation>Vorheriges suchen</translation>
        </message>
        <message>
            <source>Fit (0)</source>
            <translation>Einpassen (0)</translation>
        </message>
        <message>
            <source>For &amp;all readers: each ticks their films in the page</source>
            <translation>Für &amp;alle Leser: jeder hakt seine Filme auf der Seite ab</translation>
        </message>
        <message>
            <source>For example</source>
            <translation>Zum Beispiel</translation>
        </message>
        <message>
            <source>For somebody who has seen</source>
            <translation>Für jemanden, der gesehen hat</translation>
        </message>
        <message>
            <source>For&amp;mat</source>
            <translation>For&amp;mat</translation>
        </message>
        <message>
            <source>Forget “%1”</source>
            <translation>„%1“ vergessen</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>From the next start on, the window speaks the language you chose.</source>
            <translation>Vom nächsten Start an spricht das Fenster die gewählte Sprache.</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Damit weitermachen</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>Weiterschreiben</translation>
        </message>
        <message>
            <source>Go to page</source>
            <translation>Gehe zu Seite</translation>
        </message>
        <message>
            <source>Go to the &amp;home page</source>
            <translation>Zur &amp;Startseite</translation>
        </message>
        <message>
            <source>Hand the wiki on</source>
            <translation>Das Wiki weitergeben</translation>
        </message>
        <message>
            <source>Hidden is then not absent: whoever looks into the files finds every spoiler.</source>
            <translation>Verborgen heißt dann nicht abwesend: Wer in die Dateien schaut, findet jeden Spoiler.</translation>
        </message>
        <message>
            <source>Hide again: %1</source>
            <translation>Wieder verbergen: %1</translation>
        </message>
        <message>
            <source>Hide nothing from me</source>
            <translation>Nichts vor mir verbergen</translation>
        </message>
        <message>
            <source>Hide spoilers for “%1” again</source>
            <translation>Spoiler für „%1“ wieder verbergen</translation>
        </message>
        <message>
            <source>History of “%1”</source>
            <translation>Versionen von „%1“</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Startseite</translation>
        </message>
        <message>
            <source>How did “%1” end?</source>
            <translation>Wie ging „%1“ aus?</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>Wie weit es ist</translation>
        </message>
        <message>
            <source>How it ended</source>
            <translation>Wie es ausging</translation>
        </message>
        <message>
            <source>How to search</source>
            <translation>Wie man sucht</translation>
        </message>
        <message>
            <source>If it is true</source>
            <translation>Wenn es stimmt</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <source>In one column</source>
            <translation>In einer Spalte</translation>
        </message>
        <message>
            <source>Infobox field</source>
            <translation>Infobox-Feld</translation>
        </message>
        <message>
            <source>Insert</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <source>Insert (type / in the text)</source>
            <translation>Einfügen (tippe / im Text)</translation>
        </message>
        <message>
            <source>It finds: %1
Saved searches stand in the search pane while nothing is typed.</source>
            <translation>Sie findet: %1
Gespeicherte Suchen stehen in der Suchleiste, solange nichts getippt ist.</translation>
        </message>
        <message>
            <source>It has no parts that could become fields; only its kind can be chosen.</source>
            <translation>Sie hat keine Teile, die zu Feldern werden könnten; nur ihre Art kann gewählt werden.</translation>
        </message>
        <message>
            <source>It leaves the wiki, and this computer:
%1</source>
            <translation>Er führt aus dem Wiki und von diesem Rechner weg:
%1</translation>
        </message>
        <message>
            <source>It names no field of a page that it would fill, so only the claim changes.</source>
            <translation>Sie nennt kein Feld einer Seite, das sie füllen würde; nur die Behauptung ändert sich.</translation>
        </message>
        <message>
            <source>It speaks it from the next start on. Pages stay in the language they are written in.</source>
            <translation>Es spricht sie ab dem nächsten Start. Seiten bleiben in der Sprache, in der sie geschrieben sind.</translation>
        </message>
        <message>
            <source>It stands in the window and on every copy, also for readers who have seen no film. Without one the wiki is called like its file: %1.</source>
            <translation>Er steht im Fenster und auf jeder Kopie, auch für Leser, die keinen Film gesehen haben. Ohne ihn heißt das Wiki wie seine Datei: %1.</translation>
        </message>
        <message>
            <source>It takes the place of the saved search of this name.</source>
            <translation>Sie ersetzt die gespeicherte Suche dieses Namens.</translation>
        </message>
        <message>
            <source>It was kept when the program ended. Go on with it?</source>
            <translation>Er wurde aufgehoben, als das Programm endete. Damit weitermachen?</translation>
        </message>
        <message>
            <source>Keep &amp;both</source>
            <translation>B&amp;eides behalten</translation>
        </message>
        <message>
            <source>Kept as changed here</source>
            <translation>Behalten, wie hier geändert</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Kind of claim</source>
            <translation>Art der Behauptung</translation>
        </message>
        <message>
            <source>Kind of page</source>
            <translation>Art der Seite</translation>
        </message>
        <message>
            <source>Kinds of page</source>
            <translation>Arten von Seiten</translation>
        </message>
        <message>
            <source>Known since</source>
            <translation>Bekannt seit</translation>
        </message>
        <message>
            <source>Lan&amp;guage</source>
            <translation>S&amp;prache</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Language of the copy</source>
            <translation>Sprache der Kopie</translation>
        </message>
        <message>
            <source>Language of the window</source>
            <translation>Sprache des Fensters</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Weggelassen</translation>
        </message>
        <message>
            <source>Licence line</source>
            <translation>Lizenzzeile</translation>
        </message>
        <message>
            <source>Likely first</source>
            <translation>Wahrscheinliche zuerst</translation>
        </message>
        <message>
            <source>Linked both ways</source>
            <translation>In beide Richtungen verlinkt</translation>
        </message>
        <message>
            <source>Linked from here</source>
            <translation>Von hier verlinkt</translation>
        </message>
        <message>
            <source>Links</source>
            <translation>Links</translation>
        </message>
        <message>
            <source>Links here</source>
            <translation>Verlinkt hierher</translation>
        </message>
        <message>
            <source>Links that lead nowhere</source>
            <translation>Links, die nirgendwohin führen</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>Look at the printer, or save the page as PDF.</source>
            <translation>Sieh nach dem Drucker oder sichere die Seite als PDF.</translation>
        </message>
        <message>
            <source>Look at the sample</source>
            <translation>Das Beispiel ansehen</translation>
        </message>
        <message>
            <source>Looked for %1 instead.</source>
            <translation>Stattdessen nach %1 gesucht.</translation>
        </message>
        <message>
            <source>Looking for a better word…</source>
            <translation>Suche ein besseres Wort…</translation>
        </message>
        <message>
            <source>Making the sample wiki</source>
            <translation>Lege das Beispiel-Wiki an</translation>
        </message>
        <message>
            <source>Mapping</source>
            <translation>Zuordnung</translation>
        </message>
        <message>
            <source>Match case</source>
            <translation>Groß- und Kleinschreibung beachten</translation>
        </message>
        <message>
            <source>Mend the lines between the two lines of --- first.</source>
            <translation>Bringe zuerst die Zeilen zwischen den beiden ---Zeilen in Ordnung.</translation>
        </message>
        <message>
            <source>Mind spoilers that you marked in these places.</source>
            <translation>Achte auf Spoiler, die du an diesen Stellen markiert hast.</translation>
        </message>
        <message>
            <source>More commands for the text</source>
            <translation>Weitere Befehle für den Text</translation>
        </message>
        <message>
            <source>Move the row down (Alt+Down)</source>
            <translation>Zeile nach unten (Alt+Ab)</translation>
        </message>
        <message>
            <source>Move the row up (Alt+Up)</source>
            <translation>Zeile nach oben (Alt+Auf)</translation>
        </message>
        <message>
            <source>Name it</source>
            <translation>So nennen</translation>
        </message>
        <message>
            <source>Name of a page</source>
            <translation>Name einer Seite</translation>
        </message>
        <message>
            <source>Name of the search</source>
            <translation>Name der Suche</translation>
        </message>
        <message>
            <source>Narrow down</source>
            <translation>Eingrenzen</translation>
        </message>
        <message>
            <source>Neighbourhood of a page</source>
            <translation>Umgebung einer Seite</translation>
        </message>
        <message>
            <source>New claim…</source>
            <translation>Neue Behauptung…</translation>
        </message>
        <message>
            <source>New page</source>
            <translation>Neue Seite</translation>
        </message>
        <message>
            <source>New page “%1”</source>
            <translation>Neue Seite „%1“</translation>
        </message>
        <message>
            <source>New pages</source>
            <translation>Neue Seiten</translation>
        </message>
        <message>
            <source>New tab</source>
            <translation>Neuer Tab</translation>
        </message>
        <message>
            <source>New title</source>
            <translation>Neuer Titel</translation>
        </message>
        <message>
            <source>New wiki</source>
            <translation>Neues Wiki</translation>
        </message>
        <message>
            <source>New wiki…</source>
            <translation>Neues Wiki…</translation>
        </message>
        <message>
            <source>New: %1</source>
            <translation>Neu: %1</translation>
        </message>
        <message>
            <source>Newest first</source>
            <translation>Neueste zuerst</translation>
        </message>
        <message>
            <source>No better word is known</source>
            <translation>Kein besseres Wort bekannt</translation>
        </message>
        <message>
            <source>No claim is like this. Choose other filters.</source>
            <translation>Keine Behauptung passt. Wähle andere Filter.</translation>
        </message>
        <message>
            <source>No claim names a source with a page of its own yet.</source>
            <translation>Noch keine Behauptung nennt eine Quelle mit eigener Seite.</translation>
        </message>
        <message>
            <source>No films yet</source>
            <translation>Noch keine Filme</translation>
        </message>
        <message>
            <source>No other page names it. The old title stays as an alias.</source>
            <translation>Keine andere Seite nennt sie. Der alte Titel bleibt als Alias.</translation>
        </message>
        <message>
            <source>No page for this reader</source>
            <translation>Keine Seite für diesen Leser</translation>
        </message>
        <message>
            <source>No page links here yet. Type [[ while you edit another page to link to this one.</source>
            <translation>Noch verlinkt keine Seite hierher. Tippe [[, während du eine andere Seite bearbeitest, um diese zu verlinken.</translation>
        </message>
        <message>
            <source>No page was understood yet. Say on the next page what its parts are.</source>
            <translation>Noch wurde keine Seite verstanden. Sage auf der nächsten Seite, was ihre Teile sind.</translation>
        </message>
        <message>
            <source>No single page. What is missing or was not understood is counted beside this.</source>
            <translation>Keine einzelne Seite. Was fehlt oder nicht verstanden wurde, ist daneben gezählt.</translation>
        </message>
        <message>
            <source>No source is named yet. Edit the page and add one to its sources.</source>
            <translation>Noch ist keine Quelle genannt. Bearbeite die Seite und füge eine hinzu.</translation>
        </message>
        <message>
            <source>No wiki is open.</source>
            <translation>Kein Wiki ist offen.</translation>
        </message>
        <message>
            <source>Nobody has said yet how likely it is. Edit the page and fill in its confidence.</source>
            <translation>Noch hat niemand gesagt, wie wahrscheinlich es ist. Bearbeite die Seite und trage es ein.</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <source>None of the pages is here yet, so nothing of yours changes</source>
            <translation>Keine der Seiten ist schon hier, also ändert sich nichts von dir</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Nicht gefunden</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>Nicht gespeichert</translation>
        </message>
        <message>
            <source>Not understood, but kept</source>
            <translation>Nicht verstanden, aber behalten</translation>
        </message>
        <message>
            <source>Nothing fits.</source>
            <translation>Nichts passt.</translation>
        </message>
        <message>
            <source>Nothing is hidden on this page</source>
            <translation>Auf dieser Seite ist nichts verborgen</translation>
        </message>
        <message>
            <source>Nothing leads here or away from here yet. Write [[links]] or fill in fields.</source>
            <translation>Noch führt nichts hierher oder von hier weg. Schreibe [[Links]] oder fülle Felder aus.</translation>
        </message>
        <message>
            <source>Nothing new came in</source>
            <translation>Es kam nichts Neues herein</translation>
        </message>
        <message>
            <source>Nothing was deleted. A page that you delete waits here until you need it again.</source>
            <translation>Nichts wurde gelöscht. Eine gelöschte Seite wartet hier, bis du sie wieder brauchst.</translation>
        </message>
        <message>
            <source>Nothing was found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>Nothing: all of it was understood.</source>
            <translation>Nichts: Alles wurde verstanden.</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>One file, on this computer only. Open a wiki, or begin one.</source>
            <translation>Eine Datei, nur auf diesem Rechner. Öffne ein Wiki oder beginne eines.</translation>
        </message>
        <message>
            <source>Only one pane shows; there is no border to move.</source>
            <translation>Nur ein Bereich ist zu sehen; es gibt keinen Rand zum Verschieben.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Open a wiki…</source>
            <translation>Wiki öffnen…</translation>
        </message>
        <message>
            <source>Open in a new tab</source>
            <translation>In neuem Tab öffnen</translation>
        </message>
        <message>
            <source>Open in the browser</source>
            <translation>Im Browser öffnen</translation>
        </message>
        <message>
            <source>Open one, or make a new one (File menu).</source>
            <translation>Öffne eines oder lege ein neues an (Menü Datei).</translation>
        </message>
        <message>
            <source>Open pages</source>
            <translation>Offene Seiten</translation>
        </message>
        <message>
            <source>Open recent</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>Open the page</source>
            <translation>Die Seite öffnen</translation>
        </message>
        <message>
            <source>Open this link in your browser?</source>
            <translation>Diesen Link im Browser öffnen?</translation>
        </message>
        <message>
            <source>Open wiki</source>
            <translation>Wiki öffnen</translation>
        </message>
        <message>
            <source>Opened last</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Ausgang</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>Page source</source>
            <translation>Quelltext der Seite</translation>
        </message>
        <message>
            <source>Page to write into</source>
            <translation>Seite, in die geschrieben wird</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>Pages at %1 %</source>
            <translation>Seiten bei %1 %</translation>
        </message>
        <message>
            <source>Pages of this kind begin empty. Write what they should begin with.</source>
            <translation>Seiten dieser Art beginnen leer. Schreibe, womit sie beginnen sollen.</translation>
        </message>
        <message>
            <source>Pages read last</source>
            <translation>Zuletzt gelesene Seiten</translation>
        </message>
        <message>
            <source>Pages that a &amp;search finds</source>
            <translation>Seiten, die eine &amp;Suche findet</translation>
        </message>
        <message>
            <source>Pages that link here</source>
            <translation>Seiten, die hierher verlinken</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Teil</translation>
        </message>
        <message>
            <source>Partly</source>
            <translation>Teilweise</translation>
        </message>
        <message>
            <source>Parts and the fields they become</source>
            <translation>Teile und die Felder, die aus ihnen werden</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>Drucken</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Put in an image or file</source>
            <translation>Ein Bild oder eine Datei einfügen</translation>
        </message>
        <message>
            <source>Reading %1</source>
            <translation>Lese %1</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>Lese …</translation>
        </message>
        <message>
            <source>Reading … %1</source>
            <translation>Lese … %1</translation>
        </message>
        <message>
            <source>Recent searches</source>
            <translation>Letzte Suchen</translation>
        </message>
        <message>
            <source>Redirects</source>
            <translation>Weiterleitungen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove from %1</source>
            <translation>%1: entfernen</translation>
        </message>
        <message>
            <source>Remove the filter %1</source>
            <translation>Filter %1 entfernen</translation>
        </message>
        <message>
            <source>Remove the row (Delete)</source>
            <translation>Zeile entfernen (Entf)</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Rename “%1”</source>
            <translation>„%1“ umbenennen</translation>
        </message>
        <message>
            <source>Reopen closed tab</source>
            <translation>Geschlossenen Tab wieder öffnen</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Ersetzen</translation>
        </message>
        <message>
            <source>Replace all</source>
            <translation>Alle ersetzen</translation>
        </message>
        <message>
            <source>Replace with</source>
            <translation>Ersetzen durch</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>Entscheiden</translation>
        </message>
        <message>
            <source>Resolve a claim</source>
            <translation>Eine Behauptung entscheiden</translation>
        </message>
        <message>
            <source>Resolve again…</source>
            <translation>Neu entscheiden…</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>Entschieden</translation>
        </message>
        <message>
            <source>Resolve…</source>
            <translation>Entscheiden…</translation>
        </message>
        <message>
            <source>Restore this revision</source>
            <translation>Diese Version wiederherstellen</translation>
        </message>
        <message>
            <source>Revision %1 beside revision %2</source>
            <translation>Version %1 neben Version %2</translation>
        </message>
        <message>
            <source>Revision %1, the first</source>
            <translation>Version %1, die erste</translation>
        </message>
        <message>
            <source>Revisions, the newest first</source>
            <translation>Versionen, die neueste zuerst</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>Richtig</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Save (Ctrl+S)</source>
            <translation>Speichern (Strg+S)</translation>
        </message>
        <message>
            <source>Save both in one</source>
            <translation>Beides in einem speichern</translation>
        </message>
        <message>
            <source>Save file</source>
            <translation>Datei sichern</translation>
        </message>
        <message>
            <source>Save page as PDF</source>
            <translation>Seite als PDF sichern</translation>
        </message>
        <message>
            <source>Save report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <source>Save this search</source>
            <translation>Diese Suche merken</translation>
        </message>
        <message>
            <source>Save what can be read</source>
            <translation>Retten, was lesbar ist</translation>
        </message>
        <message>
            <source>Save what can be read…</source>
            <translation>Retten, was lesbar ist…</translation>
        </message>
        <message>
            <source>Save what you wrote in “%1”?</source>
            <translation>Speichern, was du in „%1“ geschrieben hast?</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>%1 gesichert</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>Gesichert als %1</translation>
        </message>
        <message>
            <source>Saved meanwhile</source>
            <translation>Inzwischen gespeichert</translation>
        </message>
        <message>
            <source>Saved searches</source>
            <translation>Gemerkte Suchen</translation>
        </message>
        <message>
            <source>Saved “%1”</source>
            <translation>„%1“ gespeichert</translation>
        </message>
        <message>
            <source>Saved “%1”. %2</source>
            <translation>„%1“ gespeichert. %2</translation>
        </message>
        <message>
            <source>Saving what can be read of %1</source>
            <translation>Rette, was von %1 lesbar ist</translation>
        </message>
        <message>
            <source>Say which films you have seen</source>
            <translation>Sagen, welche Filme du gesehen hast</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Search for %1</source>
            <translation>Nach %1 suchen</translation>
        </message>
        <message>
            <source>Search for “%1”</source>
            <translation>Nach „%1“ suchen</translation>
        </message>
        <message>
            <source>Search results</source>
            <translation>Suchergebnisse</translation>
        </message>
        <message>
            <source>Search this wiki</source>
            <translation>Wiki durchsuchen</translation>
        </message>
        <message>
            <source>Search whose pages are exported</source>
            <translation>Suche, deren Seiten exportiert werden</translation>
        </message>
        <message>
            <source>Searches and pages to come back to</source>
            <translation>Suchen und Seiten, zu denen du zurückkommst</translation>
        </message>
        <message>
            <source>Seen films</source>
            <translation>Gesehene Filme</translation>
        </message>
        <message>
            <source>Shield off</source>
            <translation>Schild aus</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>Show a spoiler on “%1”</source>
            <translation>Einen Spoiler auf „%1“ zeigen</translation>
        </message>
        <message>
            <source>Show all spoilers for “%1” here</source>
            <translation>Alle Spoiler für „%1“ hier zeigen</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>Einzelheiten zeigen</translation>
        </message>
        <message>
            <source>Show it in its folder when it is &amp;done</source>
            <translation>Danach im &amp;Ordner zeigen</translation>
        </message>
        <message>
            <source>Show rumours and speculation</source>
            <translation>Gerüchte und Spekulationen zeigen</translation>
        </message>
        <message>
            <source>Show spoilers for “%1” on “%2”</source>
            <translation>Spoiler für „%1“ auf „%2“ zeigen</translation>
        </message>
        <message>
            <source>Show what is hidden here</source>
            <translation>Zeigen, was hier verborgen ist</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>Jemand</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>Etwas ging schief</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelltext</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>Quellen</translation>
        </message>
        <message>
            <source>Sources and how often they were right</source>
            <translation>Quellen und wie oft sie recht hatten</translation>
        </message>
        <message>
            <source>Speculation desk</source>
            <translation>Spekulationen</translation>
        </message>
        <message>
            <source>Spoiler</source>
            <translation>Spoiler</translation>
        </message>
        <message>
            <source>Spoiler %1</source>
            <translation>Spoiler %1</translation>
        </message>
        <message>
            <source>Spoiler for %1</source>
            <translation>Spoiler für %1</translation>
        </message>
        <message>
            <source>Spoils nothing: make it a spoiler</source>
            <translation>Verrät nichts: zum Spoiler machen</translation>
        </message>
        <message>
            <source>Start reading</source>
            <translation>Mit dem Lesen beginnen</translation>
        </message>
        <message>
            <source>Step %1 of %2</source>
            <translation>Schritt %1 von %2</translation>
        </message>
        <message>
            <source>Stop editing</source>
            <translation>Bearbeiten beenden</translation>
        </message>
        <message>
            <source>Stop editing (Ctrl+E)</source>
            <translation>Bearbeiten beenden (Strg+E)</translation>
        </message>
        <message>
            <source>Stopped; the wiki is as it was.</source>
            <translation>Angehalten; das Wiki ist, wie es war.</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>Halte an …</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Halte an…</translation>
        </message>
        <message>
            <source>Suggestions</source>
            <translation>Vorschläge</translation>
        </message>
        <message>
            <source>Take what &amp;stands there</source>
            <translation>Nehmen, was &amp;dort steht</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Vorlage</translation>
        </message>
        <message>
            <source>Template, type or list</source>
            <translation>Vorlage, Typ oder Liste</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Vorlagen</translation>
        </message>
        <message>
            <source>Text at %1 %</source>
            <translation>Text bei %1 %</translation>
        </message>
        <message>
            <source>Text, and fields between two lines of ---. {{title}}, {{date}} and {{time}} are filled in. Pages that are there already stay as they are.</source>
            <translation>Text, und Felder zwischen zwei ---Zeilen. {{title}}, {{date}} und {{time}} werden eingesetzt. Seiten, die schon da sind, bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>The chosen claim</source>
            <translation>Die gewählte Behauptung</translation>
        </message>
        <message>
            <source>The first %1 of %2 pages, as they will look</source>
            <translation>Die ersten %1 von %2 Seiten, wie sie aussehen werden</translation>
        </message>
        <message>
            <source>The first pages</source>
            <translation>Die ersten Seiten</translation>
        </message>
        <message>
            <source>The front matter cannot be read.</source>
            <translation>Der Kopf der Seite ist nicht lesbar.</translation>
        </message>
        <message>
            <source>The page as it will look</source>
            <translation>Die Seite, wie sie aussehen wird</translation>
        </message>
        <message>
            <source>The page could not be printed.</source>
            <translation>Die Seite konnte nicht gedruckt werden.</translation>
        </message>
        <message>
            <source>The page did not exist yet.</source>
            <translation>Die Seite gab es noch nicht.</translation>
        </message>
        <message>
            <source>The page was sent to the printer.</source>
            <translation>Die Seite wurde an den Drucker geschickt.</translation>
        </message>
        <message>
            <source>The pages, as they will look</source>
            <translation>Die Seiten, wie sie aussehen werden</translation>
        </message>
        <message>
            <source>The report names the pages.</source>
            <translation>Der Bericht nennt die Seiten.</translation>
        </message>
        <message>
            <source>The shield is off: everything shows.</source>
            <translation>Der Schild ist aus: Alles ist zu sehen.</translation>
        </message>
        <message>
            <source>The two changes do not touch each other; here they are in one text.</source>
            <translation>Die beiden Änderungen berühren einander nicht; hier stehen sie in einem Text.</translation>
        </message>
        <message>
            <source>The whole &amp;wiki</source>
            <translation>Das ganze &amp;Wiki</translation>
        </message>
        <message>
            <source>There already, just so</source>
            <translation>Genau so schon da</translation>
        </message>
        <message>
            <source>There is a page “%1” already.</source>
            <translation>Die Seite „%1“ gibt es schon.</translation>
        </message>
        <message>
            <source>There is a sound backup too; a copy of it can be opened.</source>
            <translation>Es gibt auch eine heile Sicherung; eine Kopie davon lässt sich öffnen.</translation>
        </message>
        <message>
            <source>There is no claim yet. Make one here, or open a page and choose “Speculate about this”.</source>
            <translation>Es gibt noch keine Behauptung. Stelle hier eine auf, oder öffne eine Seite und wähle „Darüber spekulieren“.</translation>
        </message>
        <message>
            <source>There is no such file or folder.</source>
            <translation>Diese Datei oder diesen Ordner gibt es nicht.</translation>
        </message>
        <message>
            <source>This is no number; it is kept as it is.</source>
            <translation>Das ist keine Zahl; es bleibt, wie es ist.</translation>
        </message>
        <message>
            <source>This is not understood as a date.</source>
            <translation>Das ist nicht als Datum zu verstehen.</translation>
        </message>
        <message>
            <source>This is not understood as a date; it is kept as it is.</source>
            <translation>Das ist nicht als Datum zu verstehen; es bleibt, wie es ist.</translation>
        </message>
        <message>
            <source>This is: %1</source>
            <translation>Das ist: %1</translation>
        </message>
        <message>
            <source>This page has no headings.</source>
            <translation>Diese Seite hat keine Überschriften.</translation>
        </message>
        <message>
            <source>This page was never saved.</source>
            <translation>Diese Seite wurde nie gespeichert.</translation>
        </message>
        <message>
            <source>This wiki has no films yet.</source>
            <translation>Dieses Wiki hat noch keine Filme.</translation>
        </message>
        <message>
            <source>Throw it away</source>
            <translation>Wegwerfen</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>Title of a film</source>
            <translation>Titel eines Films</translation>
        </message>
        <message>
            <source>Title of the copy</source>
            <translation>Titel der Kopie</translation>
        </message>
        <message>
            <source>Title of the wiki</source>
            <translation>Titel des Wikis</translation>
        </message>
        <message>
            <source>To be looked at</source>
            <translation>Anzusehen</translation>
        </message>
        <message>
            <source>Took away the bookmark of “%1”</source>
            <translation>Lesezeichen von „%1“ entfernt</translation>
        </message>
        <message>
            <source>Took back: %1</source>
            <translation>Zurückgenommen: %1</translation>
        </message>
        <message>
            <source>Track records</source>
            <translation>Trefferquoten</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Papierkorb</translation>
        </message>
        <message>
            <source>Try fewer words, or make the page.</source>
            <translation>Versuche es mit weniger Wörtern, oder lege die Seite an.</translation>
        </message>
        <message>
            <source>Type a name, half a name, or what you remember.

For example: kind:character “mind reader” -minor</source>
            <translation>Tippe einen Namen, einen halben, oder woran du dich erinnerst.

Zum Beispiel: kind:character „mind reader“ -minor</translation>
        </message>
        <message>
            <source>Type a search: words, kind:film, tag:heroes …</source>
            <translation>Tippe eine Suche: Wörter, kind:film, tag:heroes …</translation>
        </message>
        <message>
            <source>Type anything; what is no filter is looked for as it is. Click an example to try it.</source>
            <translation>Tippe irgendetwas; was kein Filter ist, wird gesucht, wie es dasteht. Klicke ein Beispiel an, um es zu versuchen.</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Undo in the wiki</source>
            <translation>Im Wiki rückgängig machen</translation>
        </message>
        <message>
            <source>Undo “%1”</source>
            <translation>„%1“ rückgängig machen</translation>
        </message>
        <message>
            <source>Unlikely first</source>
            <translation>Unwahrscheinliche zuerst</translation>
        </message>
        <message>
            <source>Unsaved text</source>
            <translation>Nicht gespeicherter Text</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>What becomes what</source>
            <translation>Was wozu wird</translation>
        </message>
        <message>
            <source>What came in, and what did not</source>
            <translation>Was hereinkam und was nicht</translation>
        </message>
        <message>
            <source>What can still be read can be saved into a new wiki. This file stays as it is.</source>
            <translation>Was noch lesbar ist, lässt sich in ein neues Wiki retten. Diese Datei bleibt, wie sie ist.</translation>
        </message>
        <message>
            <source>What changed only there comes in, what you changed stays. Where both changed the same place of a page:</source>
            <translation>Was sich nur dort änderte, kommt herein; was du geändert hast, bleibt. Wo beide dieselbe Stelle einer Seite änderten:</translation>
        </message>
        <message>
            <source>What do you bring in?</source>
            <translation>Was holst du herein?</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Was geschah</translation>
        </message>
        <message>
            <source>What is in it</source>
            <translation>Was darin ist</translation>
        </message>
        <message>
            <source>What is the page about?</source>
            <translation>Wovon handelt die Seite?</translation>
        </message>
        <message>
            <source>What may be true of “%1”?</source>
            <translation>Was könnte über „%1“ wahr sein?</translation>
        </message>
        <message>
            <source>What may be true?</source>
            <translation>Was könnte wahr sein?</translation>
        </message>
        <message>
            <source>What new pages begin with</source>
            <translation>Womit neue Seiten beginnen</translation>
        </message>
        <message>
            <source>What shall this search be called?</source>
            <translation>Wie soll diese Suche heißen?</translation>
        </message>
        <message>
            <source>What should be looked at</source>
            <translation>Was du ansehen solltest</translation>
        </message>
        <message>
            <source>What stands here stays, lists get the items of both, the other version goes into the history.</source>
            <translation>Was hier steht, bleibt; Listen bekommen die Einträge beider, die andere Fassung kommt in die Versionen.</translation>
        </message>
        <message>
            <source>What the source holds</source>
            <translation>Was die Quelle enthält</translation>
        </message>
        <message>
            <source>What would spoil the others stays hidden. You can change this at any time, and reveal single spoilers.</source>
            <translation>Was die anderen verraten würde, bleibt verborgen. Du kannst das jederzeit ändern und einzelne Spoiler aufdecken.</translation>
        </message>
        <message>
            <source>What you do not save is lost.</source>
            <translation>Was du nicht speicherst, ist verloren.</translation>
        </message>
        <message>
            <source>What you typed is kept. You can go on; if it happens again, send the details with a report.</source>
            <translation>Was du getippt hast, ist aufgehoben. Du kannst weitermachen; wenn es wieder geschieht, schicke die Einzelheiten mit einer Meldung.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wohin</translation>
        </message>
        <message>
            <source>Where the copy goes</source>
            <translation>Wohin die Kopie kommt</translation>
        </message>
        <message>
            <source>Where this page stands</source>
            <translation>Wo diese Seite steht</translation>
        </message>
        <message>
            <source>Which film does “%1” spoil?</source>
            <translation>Welchen Film verrät „%1“?</translation>
        </message>
        <message>
            <source>Which of these have you seen?</source>
            <translation>Welche davon hast du gesehen?</translation>
        </message>
        <message>
            <source>Who has not seen it does not see this. Several: part them by commas. Empty: none.</source>
            <translation>Wer ihn nicht gesehen hat, sieht dies nicht. Mehrere: mit Kommas trennen. Leer: keiner.</translation>
        </message>
        <message>
            <source>Wikis</source>
            <translation>Wikis</translation>
        </message>
        <message>
            <source>Wikis opened last</source>
            <translation>Zuletzt geöffnete Wikis</translation>
        </message>
        <message>
            <source>With &amp;rumours and speculation</source>
            <translation>Mit &amp;Gerüchten und Spekulationen</translation>
        </message>
        <message>
            <source>Write %1</source>
            <translation>%1 schreiben</translation>
        </message>
        <message>
            <source>Write here. Type [[ to link a page, # for a tag, / to insert something.</source>
            <translation>Schreibe hier. Tippe [[ für einen Link, # für ein Schlagwort, / um etwas einzufügen.</translation>
        </message>
        <message>
            <source>Write it</source>
            <translation>Schreiben</translation>
        </message>
        <message>
            <source>Write “%1”</source>
            <translation>„%1“ schreiben</translation>
        </message>
        <message>
            <source>Write “%1” into the field “%2”</source>
            <translation>„%1“ in das Feld „%2“ schreiben</translation>
        </message>
        <message>
            <source>Written into “%1”</source>
            <translation>In „%1“ geschrieben</translation>
        </message>
        <message>
            <source>Wrong</source>
            <translation>Falsch</translation>
        </message>
        <message>
            <source>You chose to see no rumours. Wiki › Seen films (Ctrl+Shift+S) shows them again.</source>
            <translation>Du willst keine Gerüchte sehen. Wiki › Gesehene Filme (Strg+Umschalt+S) zeigt sie wieder.</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>Deines</translation>
        </message>
        <message>
            <source>Zoom in (+)</source>
            <translation>Vergrößern (+)</translation>
        </message>
        <message>
            <source>Zoom out (-)</source>
            <translation>Verkleinern (-)</translation>
        </message>
        <message>
            <source>against</source>
            <translation>dagegen</translation>
        </message>
        <message>
            <source>also known as “%1”</source>
            <translation>auch bekannt als „%1“</translation>
        </message>
        <message>
            <source>backup</source>
            <translation>Sicherung</translation>
        </message>
        <message>
            <source>contradicted</source>
            <translation>widersprochen</translation>
        </message>
        <message>
            <source>due since %1</source>
            <translation>fällig seit %1</translation>
        </message>
        <message>
            <source>fanwiki %1</source>
            <translation>fanwiki %1</translation>
        </message>
        <message>
            <source>for</source>
            <translation>dafür</translation>
        </message>
        <message>
            <source>kind:character tag:heroes</source>
            <translation>kind:character tag:heroes</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>gerettet</translation>
        </message>
        <message>
            <source>“%1” could not be written.</source>
            <translation>„%1“ konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>“%1” could not be written: %2.</source>
            <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
        </message>
        <message>
            <source>“%1” has now: %2</source>
            <translation>„%1“ hat nun: %2</translation>
        </message>
        <message>
            <source>“%1” has text that was not saved</source>
            <translation>„%1“ hat Text, der nicht gespeichert wurde</translation>
        </message>
        <message>
            <source>“%1” is in the trash. Ctrl+Alt+Z brings it back.</source>
            <translation>„%1“ ist im Papierkorb. Strg+Alt+Z holt es zurück.</translation>
        </message>
        <message>
            <source>“%1” is in the wiki now.</source>
            <translation>„%1“ ist jetzt im Wiki.</translation>
        </message>
        <message>
            <source>“%1” is now: %2</source>
            <translation>„%1“ ist nun: %2</translation>
        </message>
        <message>
            <source>“%1” is right</source>
            <translation>„%1“ ist richtig</translation>
        </message>
        <message>
            <source>“%1” was saved while you wrote</source>
            <translation>„%1“ wurde gespeichert, während du schriebst</translation>
        </message>
        <message>
            <source>… and %1 more in the saved report</source>
            <translation>… und %1 weitere im gesicherten Bericht</translation>
        </message>
    </context>
    <context>
        <name>RecordTable</name>
        <message>
            <source>Spoiler for</source>
            <translation>Spoiler für</translation>
        </message>
    </context>
    <context>
        <name>SearchHelp</name>
        <message>
            <source>a field with a value</source>
            <translation>ein Feld mit einem Wert</translation>
        </message>
        <message>
            <source>between two years</source>
            <translation>zwischen zwei Jahren</translation>
        </message>
        <message>
            <source>in titles and aliases only</source>
            <translation>nur in Titeln und anderen Namen</translation>
        </message>
        <message>
            <source>one or the other</source>
            <translation>das eine oder das andere</translation>
        </message>
        <message>
            <source>pages of one kind</source>
            <translation>Seiten einer Art</translation>
        </message>
        <message>
            <source>pages that nothing links to</source>
            <translation>Seiten, zu denen kein Link führt</translation>
        </message>
        <message>
            <source>pages with a tag</source>
            <translation>Seiten mit einem Schlagwort</translation>
        </message>
        <message>
            <source>pages with both words, wherever they stand</source>
            <translation>Seiten mit beiden Wörtern, wo sie auch stehen</translation>
        </message>
        <message>
            <source>rumours that should be known by now</source>
            <translation>Gerüchte, die inzwischen entschieden sein sollten</translation>
        </message>
        <message>
            <source>the words next to each other</source>
            <translation>die Wörter nebeneinander</translation>
        </message>
        <message>
            <source>without a word</source>
            <translation>ohne ein Wort</translation>
        </message>
    </context>
    <context>
        <name>TrackRecord</name>
        <message>
            <source>Brier score %1 (n = %2)</source>
            <translation>Brier-Wert %1 (n = %2)</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Track record: %1 right, %2 partly, %3 wrong, %4 undecided (n = %5)</source>
            <translation>Trefferquote: %1 richtig, %2 teilweise, %3 falsch, %4 offen (n = %5)</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source> It leaves rumours out.</source>
            <translation> Gerüchte lässt sie weg.</translation>
        </message>
        <message>
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <source> in a heading</source>
            <translation> in einer Überschrift</translation>
        </message>
        <message>
            <source> in the text</source>
            <translation> im Text</translation>
        </message>
        <message>
            <source> in the title or an alias</source>
            <translation> im Titel oder einem anderen Namen</translation>
        </message>
        <message>
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <source>%1 Change the query.</source>
            <translation>%1 Ändere die Abfrage.</translation>
        </message>
        <message>
            <source>%1 It was left out.</source>
            <translation>%1 Es wurde weggelassen.</translation>
        </message>
        <message>
            <source>%1 added</source>
            <translation>%1 hinzugefügt</translation>
        </message>
        <message>
            <source>%1 and %2 more, which --report lists</source>
            <translation>%1 und %2 weitere, die --report aufzählt</translation>
        </message>
        <message>
            <source>%1 came to a stop: %2</source>
            <translation>%1 kam nicht zu Ende: %2</translation>
        </message>
        <message>
            <source>%1 cannot be read: %2.</source>
            <translation>%1 ist nicht lesbar: %2.</translation>
        </message>
        <message>
            <source>%1 cannot be written: %2.</source>
            <translation>%1 ist nicht zu schreiben: %2.</translation>
        </message>
        <message>
            <source>%1 has %2 MB; %3 MB is the most.</source>
            <translation>%1 hat %2 MB; höchstens %3 MB sind möglich.</translation>
        </message>
        <message>
            <source>%1 has %2 entries; %3 is the most.</source>
            <translation>%1 hat %2 Einträge; höchstens %3 sind möglich.</translation>
        </message>
        <message>
            <source>%1 has a line that is no JSON: %2.</source>
            <translation>%1 hat eine Zeile, die kein JSON ist: %2.</translation>
        </message>
        <message>
            <source>%1 has no option “%2”.</source>
            <translation>%1 hat keine Einstellung „%2“.</translation>
        </message>
        <message>
            <source>%1 has no readable text.</source>
            <translation>%1 hat keinen lesbaren Text.</translation>
        </message>
        <message>
            <source>%1 has no text.</source>
            <translation>%1 hat keinen Text.</translation>
        </message>
        <message>
            <source>%1 holds %2 files where one dump is due.</source>
            <translation>%1 enthält %2 Dateien, wo ein einziger Dump sein sollte.</translation>
        </message>
        <message>
            <source>%1 holds a bomb: “%2” unpacks to %3 times its size.</source>
            <translation>%1 enthält eine Bombe: „%2“ entpackt sich auf das %3-Fache.</translation>
        </message>
        <message>
            <source>%1 holds a name or attribute of millions of characters, which no wiki writes.</source>
            <translation>%1 enthält einen Namen oder ein Attribut aus Millionen Zeichen; so etwas schreibt kein Wiki.</translation>
        </message>
        <message>
            <source>%1 holds no Markdown note.</source>
            <translation>%1 enthält keine Markdown-Notiz.</translation>
        </message>
        <message>
            <source>%1 holds no film with a title.</source>
            <translation>%1 enthält keinen Film mit einem Titel.</translation>
        </message>
        <message>
            <source>%1 holds no list of films.</source>
            <translation>%1 enthält keine Filmliste.</translation>
        </message>
        <message>
            <source>%1 holds no page of a wiki.</source>
            <translation>%1 enthält keine Seite eines Wikis.</translation>
        </message>
        <message>
            <source>%1 holds no text and no web page.</source>
            <translation>%1 enthält weder Text noch eine Webseite.</translation>
        </message>
        <message>
            <source>%1 holds no tiddler.</source>
            <translation>%1 enthält keinen Tiddler.</translation>
        </message>
        <message>
            <source>%1 in %2 is damaged: %3.</source>
            <translation>%1 in %2 ist beschädigt: %3.</translation>
        </message>
        <message>
            <source>%1 in %2 is larger than it says.</source>
            <translation>%1 in %2 ist größer, als es angibt.</translation>
        </message>
        <message>
            <source>%1 is %2 MB large, which is no tiddler.</source>
            <translation>%1 ist %2 MB groß; das ist kein Tiddler.</translation>
        </message>
        <message>
            <source>%1 is empty.</source>
            <translation>%1 ist leer.</translation>
        </message>
        <message>
            <source>%1 is encrypted.</source>
            <translation>%1 ist verschlüsselt.</translation>
        </message>
        <message>
            <source>%1 is made to do harm: its entries share their bytes.</source>
            <translation>%1 ist gebaut, um zu schaden: Seine Einträge teilen sich ihre Bytes.</translation>
        </message>
        <message>
            <source>%1 is no 7z archive that can be read.</source>
            <translation>%1 ist kein lesbares 7z-Archiv.</translation>
        </message>
        <message>
            <source>%1 is no JSON that can be read: %2.</source>
            <translation>%1 ist kein lesbares JSON: %2.</translation>
        </message>
        <message>
            <source>%1 is no JSON.</source>
            <translation>%1 ist kein JSON.</translation>
        </message>
        <message>
            <source>%1 is no JSON: %2.</source>
            <translation>%1 ist kein JSON: %2.</translation>
        </message>
        <message>
            <source>%1 is no folder.</source>
            <translation>%1 ist kein Ordner.</translation>
        </message>
        <message>
            <source>%1 is no table that can be read: %2.</source>
            <translation>%1 ist keine lesbare Tabelle: %2.</translation>
        </message>
        <message>
            <source>%1 is no zip archive that can be read: %2.</source>
            <translation>%1 ist kein lesbares Zip-Archiv: %2.</translation>
        </message>
        <message>
            <source>%1 is not there.</source>
            <translation>%1 gibt es nicht.</translation>
        </message>
        <message>
            <source>%1 is there already.</source>
            <translation>%1 gibt es schon.</translation>
        </message>
        <message>
            <source>%1 is too large for an article.</source>
            <translation>%1 ist zu groß für einen Artikel.</translation>
        </message>
        <message>
            <source>%1 kept as edited here</source>
            <translation>%1 behalten, wie hier bearbeitet</translation>
        </message>
        <message>
            <source>%1 left deleted</source>
            <translation>%1 bleiben gelöscht</translation>
        </message>
        <message>
            <source>%1 looks like nothing that can be imported.</source>
            <translation>%1 sieht nach nichts aus, was sich importieren lässt.</translation>
        </message>
        <message>
            <source>%1 of 100</source>
            <translation>%1 von 100</translation>
        </message>
        <message>
            <source>%1 pages are too many for one PDF: it takes up to %2.</source>
            <translation>%1 Seiten sind zu viele für ein PDF: Es fasst höchstens %2.</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 bis %2</translation>
        </message>
        <message>
            <source>%1 to %2 of %3</source>
            <translation>%1 bis %2 von %3</translation>
        </message>
        <message>
            <source>%1 to the file “%2”, which is not here.</source>
            <translation>%1 zur Datei „%2“, die nicht hier ist.</translation>
        </message>
        <message>
            <source>%1 to “%2”, which nobody has written.</source>
            <translation>%1 auf „%2“, das niemand geschrieben hat.</translation>
        </message>
        <message>
            <source>%1 unchanged</source>
            <translation>%1 unverändert</translation>
        </message>
        <message>
            <source>%1 updated</source>
            <translation>%1 aktualisiert</translation>
        </message>
        <message>
            <source>%1 would unpack to %2 GB; %3 GB is the most.</source>
            <translation>%1 würde sich auf %2 GB entpacken; höchstens %3 GB sind möglich.</translation>
        </message>
        <message>
            <source>%1 “%2” was read as text.</source>
            <translation>%1 „%2“ wurde als Text gelesen.</translation>
        </message>
        <message>
            <source>%1, last first</source>
            <translation>%1 (absteigend)</translation>
        </message>
        <message>
            <source>%1, made into this copy by fanwiki %2.</source>
            <translation>%1, zu dieser Kopie gemacht von fanwiki %2.</translation>
        </message>
        <message>
            <source>, other forms of English words included</source>
            <translation>, mit anderen Formen englischer Wörter</translation>
        </message>
        <message>
            <source>, sorted by %1</source>
            <translation>, sortiert nach %1</translation>
        </message>
        <message>
            <source>, the first %1</source>
            <translation>, die ersten %1</translation>
        </message>
        <message>
            <source>, then </source>
            <translation>, dann </translation>
        </message>
        <message>
            <source>, words in just this form</source>
            <translation>, Wörter nur in genau dieser Form</translation>
        </message>
        <message>
            <source>A conflict cannot be settled by “%1”.</source>
            <translation>Ein Konflikt lässt sich nicht durch „%1“ lösen.</translation>
        </message>
        <message>
            <source>A field's value is nested deeper than %1 levels.</source>
            <translation>Der Wert eines Feldes ist mehr als %1 Ebenen tief geschachtelt.</translation>
        </message>
        <message>
            <source>A folder, or one packed as a ZIP file: notes, their front matter and their images.</source>
            <translation>Ein Ordner, auch als ZIP gepackt: Notizen, ihr Vorspann und ihre Bilder.</translation>
        </message>
        <message>
            <source>A name, a word, or the beginning of one. The best pages come first.</source>
            <translation>Ein Name, ein Wort oder dessen Anfang. Die besten Seiten stehen vorn.</translation>
        </message>
        <message>
            <source>A page cannot be “%1”: %2 are known.</source>
            <translation>Eine Seite kann nicht „%1“ sein: Bekannt sind %2.</translation>
        </message>
        <message>
            <source>A page needs a title.</source>
            <translation>Eine Seite braucht einen Titel.</translation>
        </message>
        <message>
            <source>A sound backup of %1 is at %2.</source>
            <translation>Eine heile Sicherung von %1 liegt unter %2.</translation>
        </message>
        <message>
            <source>A spoiler is gated by “%1”, which leads to no page.</source>
            <translation>Ein Spoiler hängt an „%1“, wozu es keine Seite gibt.</translation>
        </message>
        <message>
            <source>A tag needs a name.</source>
            <translation>Ein Schlagwort braucht einen Namen.</translation>
        </message>
        <message>
            <source>A title is missing.</source>
            <translation>Ein Titel fehlt.</translation>
        </message>
        <message>
            <source>A title of a wiki has at most %1 characters.</source>
            <translation>Der Titel eines Wikis hat höchstens %1 Zeichen.</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <source>About the picture: %1</source>
            <translation>Über das Bild: %1</translation>
        </message>
        <message>
            <source>About this copy</source>
            <translation>Über diese Kopie</translation>
        </message>
        <message>
            <source>About this picture</source>
            <translation>Über dieses Bild</translation>
        </message>
        <message>
            <source>Adapted from</source>
            <translation>Übernommen und bearbeitet aus</translation>
        </message>
        <message>
            <source>All %1 pages</source>
            <translation>Alle %1 Seiten</translation>
        </message>
        <message>
            <source>All %1 results</source>
            <translation>Alle %1 Ergebnisse</translation>
        </message>
        <message>
            <source>All %1 tags</source>
            <translation>Alle %1 Schlagwörter</translation>
        </message>
        <message>
            <source>All pages</source>
            <translation>Alle Seiten</translation>
        </message>
        <message>
            <source>All pages from A to Z</source>
            <translation>Alle Seiten von A bis Z</translation>
        </message>
        <message>
            <source>All tags</source>
            <translation>Alle Schlagwörter</translation>
        </message>
        <message>
            <source>Also known as</source>
            <translation>Auch bekannt als</translation>
        </message>
        <message>
            <source>Article, as text or saved web page</source>
            <translation>Artikel als Text oder gespeicherte Webseite</translation>
        </message>
        <message>
            <source>Ask where the file is from before you open it.</source>
            <translation>Frage nach, woher die Datei stammt, bevor du sie öffnest.</translation>
        </message>
        <message>
            <source>At a glance</source>
            <translation>Auf einen Blick</translation>
        </message>
        <message>
            <source>Back to where note %1 is mentioned</source>
            <translation>Zurück zur Stelle der Fußnote %1</translation>
        </message>
        <message>
            <source>Become a field</source>
            <translation>Werden ein Feld</translation>
        </message>
        <message>
            <source>Become tags</source>
            <translation>Werden Schlagwörter</translation>
        </message>
        <message>
            <source>Begin with the first part, and ask on from there.</source>
            <translation>Beginne mit dem ersten Teil und frag von dort weiter.</translation>
        </message>
        <message>
            <source>Below the page they are about</source>
            <translation>Unter der Seite, um die es geht</translation>
        </message>
        <message>
            <source>Brier score (n = %1)</source>
            <translation>Brier-Wert (n = %1)</translation>
        </message>
        <message>
            <source>By kind</source>
            <translation>Nach Art</translation>
        </message>
        <message>
            <source>By release</source>
            <translation>Nach Erscheinen</translation>
        </message>
        <message>
            <source>By tag</source>
            <translation>Nach Schlagwort</translation>
        </message>
        <message>
            <source>Changed last</source>
            <translation>Zuletzt geändert</translation>
        </message>
        <message>
            <source>Check that you may read it.</source>
            <translation>Prüfe, ob du sie lesen darfst.</translation>
        </message>
        <message>
            <source>Check the file and try again.</source>
            <translation>Prüfe die Datei und versuche es noch einmal.</translation>
        </message>
        <message>
            <source>Check the name, or make a wiki with `fanwiki new`.</source>
            <translation>Prüfe den Namen, oder lege mit `fanwiki new` ein Wiki an.</translation>
        </message>
        <message>
            <source>Check the name.</source>
            <translation>Prüfe den Namen.</translation>
        </message>
        <message>
            <source>Checking attachments</source>
            <translation>Prüfe Anhänge</translation>
        </message>
        <message>
            <source>Checking kinds</source>
            <translation>Prüfe Arten</translation>
        </message>
        <message>
            <source>Checking pages</source>
            <translation>Prüfe Seiten</translation>
        </message>
        <message>
            <source>Checking references</source>
            <translation>Prüfe Verweise</translation>
        </message>
        <message>
            <source>Checking revisions</source>
            <translation>Prüfe Versionen</translation>
        </message>
        <message>
            <source>Checking the copy</source>
            <translation>Prüfe die Kopie</translation>
        </message>
        <message>
            <source>Checking the file</source>
            <translation>Prüfe die Datei</translation>
        </message>
        <message>
            <source>Checking the pages</source>
            <translation>Prüfe die Seiten</translation>
        </message>
        <message>
            <source>Checking the search index</source>
            <translation>Prüfe den Suchindex</translation>
        </message>
        <message>
            <source>Choose a TiddlyWiki with something in it.</source>
            <translation>Wähle ein TiddlyWiki, in dem etwas steht.</translation>
        </message>
        <message>
            <source>Choose a file that ends in .fanwiki.</source>
            <translation>Wähle eine Datei, die auf .fanwiki endet.</translation>
        </message>
        <message>
            <source>Choose a file that fanwiki made; its name usually ends in .fanwiki.</source>
            <translation>Wähle eine Datei von fanwiki; ihr Name endet gewöhnlich auf .fanwiki.</translation>
        </message>
        <message>
            <source>Choose a file with an article.</source>
            <translation>Wähle eine Datei mit einem Artikel.</translation>
        </message>
        <message>
            <source>Choose a folder of your own.</source>
            <translation>Wähle einen eigenen Ordner.</translation>
        </message>
        <message>
            <source>Choose a new folder, or one that holds an earlier export.</source>
            <translation>Wähle einen neuen Ordner oder einen mit einem früheren Export.</translation>
        </message>
        <message>
            <source>Choose a new name, or that of an earlier export.</source>
            <translation>Wähle einen neuen Namen oder den eines früheren Exports.</translation>
        </message>
        <message>
            <source>Choose an XML dump of MediaWiki or Fandom.</source>
            <translation>Wähle einen XML-Dump von MediaWiki oder Fandom.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Wähle einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Wähle einen anderen Namen.</translation>
        </message>
        <message>
            <source>Choose another name; nothing was overwritten.</source>
            <translation>Wähle einen anderen Namen; nichts wurde überschrieben.</translation>
        </message>
        <message>
            <source>Choose another title, or edit that page.</source>
            <translation>Wähle einen anderen Titel, oder bearbeite jene Seite.</translation>
        </message>
        <message>
            <source>Choose another title, or merge the two.</source>
            <translation>Wähle einen anderen Titel, oder führe die beiden zusammen.</translation>
        </message>
        <message>
            <source>Choose another.</source>
            <translation>Wähle eine andere Datei.</translation>
        </message>
        <message>
            <source>Choose one of: %1.</source>
            <translation>Zur Wahl stehen: %1.</translation>
        </message>
        <message>
            <source>Choose one of: auto, %1.</source>
            <translation>Zur Wahl stehen: auto, %1.</translation>
        </message>
        <message>
            <source>Choose one that it has.</source>
            <translation>Wähle eine, die es hat.</translation>
        </message>
        <message>
            <source>Choose the file that has the article's text.</source>
            <translation>Wähle die Datei mit dem Text des Artikels.</translation>
        </message>
        <message>
            <source>Choose the folder that your notes are in.</source>
            <translation>Wähle den Ordner, in dem deine Notizen liegen.</translation>
        </message>
        <message>
            <source>Claims</source>
            <translation>Behauptungen</translation>
        </message>
        <message>
            <source>Close other programs, then try again.</source>
            <translation>Schließe andere Programme und versuche es dann noch einmal.</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Compare it with a kind that works.</source>
            <translation>Vergleiche sie mit einer Art, die funktioniert.</translation>
        </message>
        <message>
            <source>Compare the two and save the outcome.</source>
            <translation>Vergleiche die beiden und speichere das Ergebnis.</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>Bestätigt</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>Inhalt</translation>
        </message>
        <message>
            <source>Convert it to UTF-8.</source>
            <translation>Wandle ihn in UTF-8 um.</translation>
        </message>
        <message>
            <source>Copy it to a folder of your own and open it there.</source>
            <translation>Kopiere die Datei in einen eigenen Ordner und öffne sie dort.</translation>
        </message>
        <message>
            <source>Copying the wiki</source>
            <translation>Kopiere das Wiki</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <source>Debunked</source>
            <translation>Widerlegt</translation>
        </message>
        <message>
            <source>Definitions of this tiddler</source>
            <translation>Definitionen dieses Tiddlers</translation>
        </message>
        <message>
            <source>Delete them or type them anew.</source>
            <translation>Lösche sie, oder tippe sie neu.</translation>
        </message>
        <message>
            <source>Deriving</source>
            <translation>Leite ab</translation>
        </message>
        <message>
            <source>Do not unpack it.</source>
            <translation>Entpacke es nicht.</translation>
        </message>
        <message>
            <source>Download it again, or unpack it yourself and import what is in it.</source>
            <translation>Lade es noch einmal herunter, oder entpacke es selbst und importiere, was darin ist.</translation>
        </message>
        <message>
            <source>Dump of a MediaWiki or Fandom wiki, as XML</source>
            <translation>XML-Dump eines MediaWiki- oder Fandom-Wikis</translation>
        </message>
        <message>
            <source>Each line must hold one article.</source>
            <translation>Jede Zeile muss einen Artikel enthalten.</translation>
        </message>
        <message>
            <source>Each line needs {"title": …, "text": …}.</source>
            <translation>Jede Zeile braucht {"title": …, "text": …}.</translation>
        </message>
        <message>
            <source>Each of these pages names at its foot where it comes from and who wrote it there.</source>
            <translation>Jede dieser Seiten nennt an ihrem Fuß, woher sie stammt und wer sie dort schrieb.</translation>
        </message>
        <message>
            <source>End of both.</source>
            <translation>Ende von beidem.</translation>
        </message>
        <message>
            <source>Every revision</source>
            <translation>Jede Version</translation>
        </message>
        <message>
            <source>Files without a name only take up room: %1.</source>
            <translation>Dateien ohne Namen nehmen nur Platz weg: %1.</translation>
        </message>
        <message>
            <source>Fill in its fields target_field and target_value first.</source>
            <translation>Fülle zuerst ihre Felder target_field und target_value aus.</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>Films in the order they came out.</source>
            <translation>Filme in der Reihenfolge ihres Erscheinens.</translation>
        </message>
        <message>
            <source>Films seen: %1 of %2</source>
            <translation>Gesehene Filme: %1 von %2</translation>
        </message>
        <message>
            <source>Films you have seen</source>
            <translation>Filme, die du gesehen hast</translation>
        </message>
        <message>
            <source>Folder of Markdown, Obsidian vault</source>
            <translation>Ordner mit Markdown, Obsidian-Vault</translation>
        </message>
        <message>
            <source>Folder with the wiki's files</source>
            <translation>Ordner mit den Dateien des Wikis</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Footnotes</source>
            <translation>Fußnoten</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>Für wen</translation>
        </message>
        <message>
            <source>From Special:Export or dumpBackup, also compressed; its files can lie beside it.</source>
            <translation>Aus Special:Export oder dumpBackup, auch gepackt; seine Dateien können daneben liegen.</translation>
        </message>
        <message>
            <source>From a spreadsheet or another program: a row for each film.</source>
            <translation>Aus einer Tabelle oder einem anderen Programm: eine Zeile je Film.</translation>
        </message>
        <message>
            <source>Give the file another name.</source>
            <translation>Gib der Datei einen anderen Namen.</translation>
        </message>
        <message>
            <source>Give yourself the right to read and write the file.</source>
            <translation>Gib dir das Recht, die Datei zu lesen und zu schreiben.</translation>
        </message>
        <message>
            <source>Give yourself the right to read its folder.</source>
            <translation>Gib dir das Recht, ihren Ordner zu lesen.</translation>
        </message>
        <message>
            <source>Give yourself the right to write the file and its folder, or copy it to a folder of your own.</source>
            <translation>Gib dir das Recht, die Datei und ihren Ordner zu schreiben, oder kopiere sie in einen eigenen Ordner.</translation>
        </message>
        <message>
            <source>Hidden page</source>
            <translation>Verborgene Seite</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Versionen</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>Startseite</translation>
        </message>
        <message>
            <source>How it ended</source>
            <translation>Wie es ausging</translation>
        </message>
        <message>
            <source>How sure we were, from %1 to %2</source>
            <translation>Wie sicher wir waren, von %1 bis %2</translation>
        </message>
        <message>
            <source>Import one wiki after the other.</source>
            <translation>Importiere ein Wiki nach dem anderen.</translation>
        </message>
        <message>
            <source>Import the folder first, or choose another one.</source>
            <translation>Importiere den Ordner zuerst, oder wähle einen anderen.</translation>
        </message>
        <message>
            <source>Imported %1 (%2): %3.</source>
            <translation>Importiert: %1 (%2): %3.</translation>
        </message>
        <message>
            <source>In the story</source>
            <translation>In der Geschichte</translation>
        </message>
        <message>
            <source>In the trash, as they were: %1 of the pages.</source>
            <translation>Wie zuvor im Papierkorb: %1 der Seiten.</translation>
        </message>
        <message>
            <source>In this wiki</source>
            <translation>In diesem Wiki</translation>
        </message>
        <message>
            <source>Indexing</source>
            <translation>Erfasse</translation>
        </message>
        <message>
            <source>Indexing the words</source>
            <translation>Erfasse die Wörter</translation>
        </message>
        <message>
            <source>Install fanwiki again.</source>
            <translation>Installiere fanwiki neu.</translation>
        </message>
        <message>
            <source>Install it (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0), or export EPUB.</source>
            <translation>Installiere sie (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0), oder exportiere EPUB.</translation>
        </message>
        <message>
            <source>Install it: pip install 'fanwiki[zim]'.</source>
            <translation>Installiere sie: pip install 'fanwiki[zim]'.</translation>
        </message>
        <message>
            <source>Install one (hunspell-%1), or choose another language.</source>
            <translation>Installiere eines (hunspell-%1), oder wähle eine andere Sprache.</translation>
        </message>
        <message>
            <source>Install the newest fanwiki to open it; the file was not touched.</source>
            <translation>Installiere das neueste fanwiki, um sie zu öffnen; die Datei wurde nicht angerührt.</translation>
        </message>
        <message>
            <source>It begins with https:// or http://.</source>
            <translation>Sie beginnt mit https:// oder http://.</translation>
        </message>
        <message>
            <source>It cannot be read to the end. Keep the file as it is and open your newest backup.</source>
            <translation>Sie lässt sich nicht bis zum Ende lesen. Lass die Datei, wie sie ist, und öffne deine neueste Sicherung.</translation>
        </message>
        <message>
            <source>It holds everything, spoilers included.</source>
            <translation>Sie enthält alles, auch die Spoiler.</translation>
        </message>
        <message>
            <source>It links to the block “%1” of “%2”, which is not there.</source>
            <translation>Sie verlinkt auf den Block „%1“ von „%2“, den es nicht gibt.</translation>
        </message>
        <message>
            <source>It links to the heading “%1” of “%2”, which is not there.</source>
            <translation>Sie verlinkt auf die Überschrift „%1“ von „%2“, die es nicht gibt.</translation>
        </message>
        <message>
            <source>It may be in the trash; restore it, or save a new one.</source>
            <translation>Vielleicht liegt sie im Papierkorb; hole sie zurück, oder speichere eine neue.</translation>
        </message>
        <message>
            <source>It may have been moved to the trash.</source>
            <translation>Vielleicht liegt sie im Papierkorb.</translation>
        </message>
        <message>
            <source>It may have been restored, or deleted for good.</source>
            <translation>Vielleicht wurde sie zurückgeholt oder endgültig gelöscht.</translation>
        </message>
        <message>
            <source>It was made for somebody who %1; what would spoil other films is not in it.%2</source>
            <translation>Sie wurde für jemanden gemacht, der %1; was andere Filme verraten würde, ist nicht darin.%2</translation>
        </message>
        <message>
            <source>Its first appearance is “%1”, but it is in the cast of “%2” before.</source>
            <translation>Ihr erster Auftritt ist „%1“, aber sie ist schon in der Besetzung von „%2“.</translation>
        </message>
        <message>
            <source>Its next film is “%1”, whose previous film is “%2”.</source>
            <translation>Ihr Nachfolger ist „%1“, dessen Vorgänger „%2“ ist.</translation>
        </message>
        <message>
            <source>Its options: %1.</source>
            <translation>Seine Einstellungen: %1.</translation>
        </message>
        <message>
            <source>Its previous film is “%1”, whose next film is “%2”.</source>
            <translation>Ihr Vorgänger ist „%1“, dessen Nachfolger „%2“ ist.</translation>
        </message>
        <message>
            <source>Joining the pages</source>
            <translation>Füge die Seiten zusammen</translation>
        </message>
        <message>
            <source>Jump to</source>
            <translation>Springe zu</translation>
        </message>
        <message>
            <source>Jump to a beginning</source>
            <translation>Zu einem Anfang springen</translation>
        </message>
        <message>
            <source>Keep the file as it is and open your newest backup.</source>
            <translation>Lass die Datei, wie sie ist, und öffne deine neueste Sicherung.</translation>
        </message>
        <message>
            <source>Keep the file as it is and open your newest backup; `fanwiki check` tells what is wrong.</source>
            <translation>Lass die Datei, wie sie ist, und öffne deine neueste Sicherung; `fanwiki check` sagt, was nicht stimmt.</translation>
        </message>
        <message>
            <source>Keep the file as it is and run `fanwiki check` on it with the version that made it.</source>
            <translation>Lass die Datei, wie sie ist, und prüfe sie mit `fanwiki check` der Version, die sie schrieb.</translation>
        </message>
        <message>
            <source>Keep the folder whole: pages, pictures and styles lie in its parts.</source>
            <translation>Lass den Ordner zusammen: Seiten, Bilder und Gestaltung liegen in seinen Teilen.</translation>
        </message>
        <message>
            <source>Keep your older backups; `fanwiki check` tells what is wrong.</source>
            <translation>Behalte deine älteren Sicherungen; `fanwiki check` sagt, was nicht stimmt.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Known by</source>
            <translation>Bekannt bis</translation>
        </message>
        <message>
            <source>Last changed on</source>
            <translation>Zuletzt geändert am</translation>
        </message>
        <message>
            <source>Laying out the pages</source>
            <translation>Setze die Seiten</translation>
        </message>
        <message>
            <source>Leave it out.</source>
            <translation>Lass es weg.</translation>
        </message>
        <message>
            <source>Leave out %1.</source>
            <translation>Lass %1 weg.</translation>
        </message>
        <message>
            <source>Leave out --for-all, or export the format html, zip or single.</source>
            <translation>Lass --for-all weg, oder exportiere das Format html, zip oder single.</translation>
        </message>
        <message>
            <source>Leave out --incremental; the whole is made anew.</source>
            <translation>Lass --incremental weg; dann wird alles neu gemacht.</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>Weggelassen</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Licence of the wiki's text</source>
            <translation>Lizenz der Texte des Wikis</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <source>Links to “%1” lead to the wrong place.</source>
            <translation>Links auf „%1“ führen an die falsche Stelle.</translation>
        </message>
        <message>
            <source>List of films, as JSON or CSV</source>
            <translation>Filmliste als JSON oder CSV</translation>
        </message>
        <message>
            <source>Look around</source>
            <translation>Umsehen</translation>
        </message>
        <message>
            <source>Look at the lines between the two lines of ---.</source>
            <translation>Sieh dir die Zeilen zwischen den beiden ---Zeilen an.</translation>
        </message>
        <message>
            <source>Look for it in the trash.</source>
            <translation>Suche sie im Papierkorb.</translation>
        </message>
        <message>
            <source>Look for its title with `fanwiki list`.</source>
            <translation>Suche ihren Titel über die Suche oder mit `fanwiki list`.</translation>
        </message>
        <message>
            <source>Look whether the disk is full; export again.</source>
            <translation>Sieh nach, ob der Datenträger voll ist; exportiere noch einmal.</translation>
        </message>
        <message>
            <source>Looking for revisions</source>
            <translation>Suche Versionen</translation>
        </message>
        <message>
            <source>Make it a list of records with a title each.</source>
            <translation>Mache daraus eine Liste von Einträgen, jeden mit einem Titel.</translation>
        </message>
        <message>
            <source>Make it flatter.</source>
            <translation>Schachtele ihn weniger tief.</translation>
        </message>
        <message>
            <source>Make it smaller, or link to it where it is.</source>
            <translation>Mache sie kleiner, oder verlinke sie dort, wo sie ist.</translation>
        </message>
        <message>
            <source>Make room, then export again.</source>
            <translation>Schaffe Platz und exportiere dann noch einmal.</translation>
        </message>
        <message>
            <source>Make the folder first, or choose another.</source>
            <translation>Lege den Ordner zuerst an, oder wähle einen anderen.</translation>
        </message>
        <message>
            <source>Making the search</source>
            <translation>Mache die Suche</translation>
        </message>
        <message>
            <source>Map a column to “title”, or call it so.</source>
            <translation>Ordne eine Spalte dem Feld „title“ zu, oder nenne sie so.</translation>
        </message>
        <message>
            <source>Name another file.</source>
            <translation>Nenne eine andere Datei.</translation>
        </message>
        <message>
            <source>Name the folder with the wiki's files.</source>
            <translation>Nenne den Ordner mit den Dateien des Wikis.</translation>
        </message>
        <message>
            <source>Name the format: %1.</source>
            <translation>Nenne das Format: %1.</translation>
        </message>
        <message>
            <source>Narrow</source>
            <translation>Eingrenzen</translation>
        </message>
        <message>
            <source>Narrow it with a query (--query), or export EPUB or HTML.</source>
            <translation>Grenze es mit einer Abfrage ein (--query), oder exportiere EPUB oder HTML.</translation>
        </message>
        <message>
            <source>Next part</source>
            <translation>Nächster Teil</translation>
        </message>
        <message>
            <source>No date yet</source>
            <translation>Noch kein Datum</translation>
        </message>
        <message>
            <source>No licence is named in this copy. Ask whoever gave it to you before you hand it on.</source>
            <translation>In dieser Kopie ist keine Lizenz genannt. Frage, wer sie dir gab, bevor du sie weitergibst.</translation>
        </message>
        <message>
            <source>No page links to “%1”.</source>
            <translation>Keine Seite verlinkt auf „%1“.</translation>
        </message>
        <message>
            <source>No page matches this list yet.</source>
            <translation>Noch passt keine Seite in diese Liste.</translation>
        </message>
        <message>
            <source>No page of “%1” can be read any more.</source>
            <translation>Von „%1“ ist keine Seite mehr lesbar.</translation>
        </message>
        <message>
            <source>No part of this list begins after “%1”.</source>
            <translation>Kein Teil dieser Liste beginnt nach „%1“.</translation>
        </message>
        <message>
            <source>Nobody has written about this yet.</source>
            <translation>Darüber hat noch niemand geschrieben.</translation>
        </message>
        <message>
            <source>Nobody has written this page yet. Write it.</source>
            <translation>Diese Seite hat noch niemand geschrieben. Schreibe sie.</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>Nicht gefunden</translation>
        </message>
        <message>
            <source>Nothing found. Try fewer words, or another spelling.</source>
            <translation>Nichts gefunden. Versuch es mit weniger Wörtern oder einer anderen Schreibweise.</translation>
        </message>
        <message>
            <source>Nothing of this was saved and what was there before is unharmed; make room, then try again.</source>
            <translation>Davon wurde nichts gespeichert, und was vorher da war, ist unversehrt; schaffe Platz und versuche es dann noch einmal.</translation>
        </message>
        <message>
            <source>Nothing was written. If this may be known, take it out of its spoiler or its gate.</source>
            <translation>Nichts wurde geschrieben. Wenn man das wissen darf, nimm es aus seinem Spoiler oder seiner Sperre.</translation>
        </message>
        <message>
            <source>On this page</source>
            <translation>Auf dieser Seite</translation>
        </message>
        <message>
            <source>One page about a film, read sentence by sentence.</source>
            <translation>Eine Seite über einen Film, Satz für Satz gelesen.</translation>
        </message>
        <message>
            <source>Only an earlier revision could be read of: %1.</source>
            <translation>Nur eine frühere Version ließ sich lesen von: %1.</translation>
        </message>
        <message>
            <source>Only the first %1 characters were read.</source>
            <translation>Nur die ersten %1 Zeichen wurden gelesen.</translation>
        </message>
        <message>
            <source>Only the first %1 words and filters were read.</source>
            <translation>Nur die ersten %1 Wörter und Filter wurden gelesen.</translation>
        </message>
        <message>
            <source>Only the newest</source>
            <translation>Nur die neueste</translation>
        </message>
        <message>
            <source>Only web pages can be for all readers: a folder, an archive of one, or one file.</source>
            <translation>Nur Webseiten können für alle Leser sein: ein Ordner, ein Archiv davon oder eine einzige Datei.</translation>
        </message>
        <message>
            <source>Open index.html with any browser. Everything is in this folder; nothing is fetched from anywhere.</source>
            <translation>Öffne index.html mit einem beliebigen Browser. Alles liegt in diesem Ordner; nichts wird von irgendwo geholt.</translation>
        </message>
        <message>
            <source>Open it elsewhere and save it anew.</source>
            <translation>Öffne sie anderswo und speichere sie neu.</translation>
        </message>
        <message>
            <source>Open it, take the password away, save it, and import that.</source>
            <translation>Öffne es, nimm das Kennwort weg, speichere es und importiere das.</translation>
        </message>
        <message>
            <source>Open rumours</source>
            <translation>Offene Gerüchte</translation>
        </message>
        <message>
            <source>Open your newest backup, or delete the file and make a wiki with `fanwiki new`.</source>
            <translation>Öffne deine neueste Sicherung, oder lösche die Datei und lege mit `fanwiki new` ein Wiki an.</translation>
        </message>
        <message>
            <source>Open your newest backup.</source>
            <translation>Öffne deine neueste Sicherung.</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>Overviews</source>
            <translation>Überblicke</translation>
        </message>
        <message>
            <source>PDF needs the library Pango, which was not found on this computer.</source>
            <translation>PDF braucht die Bibliothek Pango, die auf diesem Rechner nicht gefunden wurde.</translation>
        </message>
        <message>
            <source>Pack it again.</source>
            <translation>Packe es neu.</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>Pages that link here</source>
            <translation>Seiten, die hierher verlinken</translation>
        </message>
        <message>
            <source>Pages that link to “%1”</source>
            <translation>Seiten, die auf „%1“ verlinken</translation>
        </message>
        <message>
            <source>Parentheses nest %1 deep at most.</source>
            <translation>Klammern lassen sich höchstens %1-fach schachteln.</translation>
        </message>
        <message>
            <source>Partly true</source>
            <translation>Teils wahr</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Teile</translation>
        </message>
        <message>
            <source>Parts of this list</source>
            <translation>Teile dieser Liste</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Previous part</source>
            <translation>Voriger Teil</translation>
        </message>
        <message>
            <source>Put “%1” back and use Rename (F2), which rewrites the links too.</source>
            <translation>Setze „%1“ wieder ein und nimm Umbenennen (F2); das schreibt auch die Links um.</translation>
        </message>
        <message>
            <source>Reading or writing “%1” failed (%2).</source>
            <translation>„%1“ ließ sich nicht lesen oder schreiben (%2).</translation>
        </message>
        <message>
            <source>Released</source>
            <translation>Erschienen</translation>
        </message>
        <message>
            <source>Revision %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>Revision %1 of “%2” is not what was saved.</source>
            <translation>Version %1 von „%2“ ist nicht, was gespeichert wurde.</translation>
        </message>
        <message>
            <source>Revisions of “%1” are missing.</source>
            <translation>Von „%1“ fehlen Versionen.</translation>
        </message>
        <message>
            <source>Row %1 of “%2” names a row of “%3” that is not there.</source>
            <translation>Zeile %1 von „%2“ nennt eine Zeile von „%3“, die es nicht gibt.</translation>
        </message>
        <message>
            <source>Rumour</source>
            <translation>Gerücht</translation>
        </message>
        <message>
            <source>SQLite finds: %1.</source>
            <translation>SQLite findet: %1.</translation>
        </message>
        <message>
            <source>Save it anew.</source>
            <translation>Speichere sie neu.</translation>
        </message>
        <message>
            <source>Save it as CSV anew.</source>
            <translation>Speichere sie neu als CSV.</translation>
        </message>
        <message>
            <source>Save it from TiddlyWiki as a single file.</source>
            <translation>Speichere es aus TiddlyWiki als eine einzige Datei.</translation>
        </message>
        <message>
            <source>Save it under its own title, or take the title out of its front matter.</source>
            <translation>Speichere ihn unter seinem eigenen Titel, oder nimm den Titel aus seinem Kopf.</translation>
        </message>
        <message>
            <source>Save the article itself, or copy its text into a text file.</source>
            <translation>Speichere den Artikel selbst, oder kopiere seinen Text in eine Textdatei.</translation>
        </message>
        <message>
            <source>Save the page without its pictures and scripts.</source>
            <translation>Speichere die Seite ohne ihre Bilder und Skripte.</translation>
        </message>
        <message>
            <source>Saved %1 pages and %2 files.</source>
            <translation>Gerettet: %1 Seiten und %2 Dateien.</translation>
        </message>
        <message>
            <source>Saved meanwhile:</source>
            <translation>Inzwischen gesichert:</translation>
        </message>
        <message>
            <source>Saving pages</source>
            <translation>Rette Seiten</translation>
        </message>
        <message>
            <source>Says not</source>
            <translation>Sagt nein</translation>
        </message>
        <message>
            <source>Says so</source>
            <translation>Sagt ja</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Search needs JavaScript, which is off. In one list:</source>
            <translation>Die Suche braucht JavaScript, und das ist aus. In einer Liste:</translation>
        </message>
        <message>
            <source>Search this wiki</source>
            <translation>Dieses Wiki durchsuchen</translation>
        </message>
        <message>
            <source>Searching, glances at pages and the choice of colours need JavaScript; reading does not.</source>
            <translation>Suche, Seitenvorschau und Farbwahl brauchen JavaScript; das Lesen braucht keines.</translation>
        </message>
        <message>
            <source>Searching, glances at pages and the choice of colours need JavaScript; reading does not. </source>
            <translation>Suche, Seitenvorschau und Farbwahl brauchen JavaScript; das Lesen braucht keines. </translation>
        </message>
        <message>
            <source>See that the file is there, that you may read it, and that you may write in its folder.</source>
            <translation>Sieh nach, ob die Datei da ist, ob du sie lesen darfst und ob du in ihrem Ordner schreiben darfst.</translation>
        </message>
        <message>
            <source>See the list of its files.</source>
            <translation>Sieh in die Liste seiner Dateien.</translation>
        </message>
        <message>
            <source>See where it was moved.</source>
            <translation>Sieh nach, wohin sie verschoben wurde.</translation>
        </message>
        <message>
            <source>See whether the disk of your own folder is full or cannot be written.</source>
            <translation>Sieh nach, ob der Datenträger deines eigenen Ordners voll oder schreibgeschützt ist.</translation>
        </message>
        <message>
            <source>See whether you may write there and there is room.</source>
            <translation>Sieh nach, ob du dort schreiben darfst und ob Platz ist.</translation>
        </message>
        <message>
            <source>Settled on</source>
            <translation>Entschieden am</translation>
        </message>
        <message>
            <source>Shorten it.</source>
            <translation>Kürze ihn.</translation>
        </message>
        <message>
            <source>Should be known by now</source>
            <translation>Sollte inzwischen bekannt sein</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>Mehr zeigen</translation>
        </message>
        <message>
            <source>Shown on</source>
            <translation>Gezeigt auf</translation>
        </message>
        <message>
            <source>Skip to the text</source>
            <translation>Zum Text springen</translation>
        </message>
        <message>
            <source>So few settled claims say little about the next one.</source>
            <translation>So wenige entschiedene Behauptungen sagen wenig über die nächste.</translation>
        </message>
        <message>
            <source>Something is too large to be kept in “%1”.</source>
            <translation>Etwas ist zu groß, um in „%1“ zu passen.</translation>
        </message>
        <message>
            <source>Somewhere that is not named</source>
            <translation>Ungenannte Herkunft</translation>
        </message>
        <message>
            <source>Speculate about this</source>
            <translation>Darüber spekulieren</translation>
        </message>
        <message>
            <source>Split it into several lists.</source>
            <translation>Teile sie in mehrere Listen.</translation>
        </message>
        <message>
            <source>Split it up.</source>
            <translation>Teile es auf.</translation>
        </message>
        <message>
            <source>Spoiler</source>
            <translation>Spoiler</translation>
        </message>
        <message>
            <source>Spoiler for </source>
            <translation>Spoiler für </translation>
        </message>
        <message>
            <source>Spoilers: what this page says to somebody who has seen %1</source>
            <translation>Spoiler: was diese Seite jemandem sagt, der %1 gesehen hat</translation>
        </message>
        <message>
            <source>Spoilers: what this page says to somebody who has seen %1 and another film</source>
            <translation>Spoiler: was diese Seite jemandem sagt, der %1 und einen weiteren Film gesehen hat</translation>
        </message>
        <message>
            <source>Spoilers: what this page says to somebody who has seen another film</source>
            <translation>Spoiler: was diese Seite jemandem sagt, der einen weiteren Film gesehen hat</translation>
        </message>
        <message>
            <source>System colours</source>
            <translation>Farben des Systems</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Schlagwort</translation>
        </message>
        <message>
            <source>Taken from</source>
            <translation>Übernommen aus</translation>
        </message>
        <message>
            <source>Talk pages</source>
            <translation>Diskussionsseiten</translation>
        </message>
        <message>
            <source>The ZIM file was not written to its end.</source>
            <translation>Die ZIM-Datei wurde nicht zu Ende geschrieben.</translation>
        </message>
        <message>
            <source>The claim</source>
            <translation>Die Behauptung</translation>
        </message>
        <message>
            <source>The design tokens cannot be read: %1.</source>
            <translation>Die Gestaltungswerte sind nicht lesbar: %1.</translation>
        </message>
        <message>
            <source>The disk is full: “%1” was not written.</source>
            <translation>Der Datenträger ist voll: „%1“ wurde nicht geschrieben.</translation>
        </message>
        <message>
            <source>The dump declares a document type, which can hold entities that grow without end.</source>
            <translation>Der Dump deklariert einen Dokumenttyp; darin können Entitäten stehen, die endlos wachsen.</translation>
        </message>
        <message>
            <source>The dump says that it is in the encoding “%1”, which is unknown.</source>
            <translation>Der Dump gibt die Kodierung „%1“ an, die unbekannt ist.</translation>
        </message>
        <message>
            <source>The export was stopped: “%1” would tell “%2”, which its reader may not know yet.</source>
            <translation>Der Export wurde angehalten: „%1“ würde „%2“ verraten, was der Leser noch nicht wissen darf.</translation>
        </message>
        <message>
            <source>The file “%1” is not what was stored.</source>
            <translation>Die Datei „%1“ ist nicht, was abgelegt wurde.</translation>
        </message>
        <message>
            <source>The folder “%1” holds something else already, such as “%2”.</source>
            <translation>Im Ordner „%1“ liegt schon etwas anderes, etwa „%2“.</translation>
        </message>
        <message>
            <source>The icons are missing: QtAwesome is not installed.</source>
            <translation>Die Symbole fehlen: QtAwesome ist nicht installiert.</translation>
        </message>
        <message>
            <source>The infobox of pages of the kind “%1”, for the extension PortableInfobox.</source>
            <translation>Die Infobox für Seiten der Art „%1“, für die Erweiterung PortableInfobox.</translation>
        </message>
        <message>
            <source>The kind “%1” cannot be read: %2</source>
            <translation>Die Art „%1“ lässt sich nicht lesen: %2</translation>
        </message>
        <message>
            <source>The mapping is no JSON object.</source>
            <translation>Die Zuordnung ist kein JSON-Objekt.</translation>
        </message>
        <message>
            <source>The mapping of “%1” needs a kind and fields.</source>
            <translation>Die Zuordnung von „%1“ braucht eine Art und Felder.</translation>
        </message>
        <message>
            <source>The newest revision of “%1” is not there.</source>
            <translation>Die neueste Version von „%1“ ist nicht da.</translation>
        </message>
        <message>
            <source>The page “%1” holds broken characters (half of a pair), which no file can keep.</source>
            <translation>Die Seite „%1“ enthält kaputte Zeichen (halbe Paare), die keine Datei aufnehmen kann.</translation>
        </message>
        <message>
            <source>The program's own folder “%1” is missing: neither %2 nor %3 is there.</source>
            <translation>Der Programmordner „%1“ fehlt: Weder %2 noch %3 ist da.</translation>
        </message>
        <message>
            <source>The search index is not in step with “%1”.</source>
            <translation>Der Suchindex ist für „%1“ nicht auf dem Stand.</translation>
        </message>
        <message>
            <source>The search index “%1” is damaged.</source>
            <translation>Der Suchindex „%1“ ist beschädigt.</translation>
        </message>
        <message>
            <source>The spelling library is missing.</source>
            <translation>Die Bibliothek für die Rechtschreibung fehlt.</translation>
        </message>
        <message>
            <source>The text is of “%1”, not of “%2”.</source>
            <translation>Der Text gehört zu „%1“, nicht zu „%2“.</translation>
        </message>
        <message>
            <source>The text now says its title is “%1”.</source>
            <translation>Der Text nennt als Titel jetzt „%1“.</translation>
        </message>
        <message>
            <source>The title “%1” has a control character.</source>
            <translation>Der Titel „%1“ enthält ein Steuerzeichen.</translation>
        </message>
        <message>
            <source>The title “%1” has the character %2, which links cannot carry.</source>
            <translation>Der Titel „%1“ enthält das Zeichen %2, das in Links nicht stehen kann.</translation>
        </message>
        <message>
            <source>The title “%1” has white space that nobody sees.</source>
            <translation>Der Titel „%1“ enthält Leerraum, den niemand sieht.</translation>
        </message>
        <message>
            <source>The title “%1” is %2 bytes long; %3 is the most.</source>
            <translation>Der Titel „%1“ ist %2 Bytes lang; höchstens %3 sind möglich.</translation>
        </message>
        <message>
            <source>The wiki cannot be called so.</source>
            <translation>So kann das Wiki nicht heißen.</translation>
        </message>
        <message>
            <source>The wiki did not come through the upgrade whole, so nothing was changed.</source>
            <translation>Das Wiki hätte die Umstellung nicht heil überstanden; deshalb wurde nichts geändert.</translation>
        </message>
        <message>
            <source>The wiki's one HTML file, or its tiddlers as JSON.</source>
            <translation>Die eine HTML-Datei des Wikis, oder seine Tiddler als JSON.</translation>
        </message>
        <message>
            <source>There is a page “%1” already.</source>
            <translation>Die Seite „%1“ gibt es schon.</translation>
        </message>
        <message>
            <source>There is already a file “%1”.</source>
            <translation>Die Datei „%1“ gibt es schon.</translation>
        </message>
        <message>
            <source>There is already a page “%1”.</source>
            <translation>Die Seite „%1“ gibt es schon.</translation>
        </message>
        <message>
            <source>There is no dictionary for %1.</source>
            <translation>Für %1 gibt es kein Wörterbuch.</translation>
        </message>
        <message>
            <source>There is no export format “%1”.</source>
            <translation>Es gibt kein Exportformat „%1“.</translation>
        </message>
        <message>
            <source>There is no field “%1”.</source>
            <translation>Es gibt kein Feld „%1“.</translation>
        </message>
        <message>
            <source>There is no file “%1” in this wiki.</source>
            <translation>In diesem Wiki gibt es keine Datei „%1“.</translation>
        </message>
        <message>
            <source>There is no file “%1”.</source>
            <translation>Es gibt keine Datei „%1“.</translation>
        </message>
        <message>
            <source>There is no folder “%1”.</source>
            <translation>Es gibt keinen Ordner „%1“.</translation>
        </message>
        <message>
            <source>There is no import format “%1”.</source>
            <translation>Es gibt kein Importformat „%1“.</translation>
        </message>
        <message>
            <source>There is no kind “%1”.</source>
            <translation>Es gibt keine Art „%1“.</translation>
        </message>
        <message>
            <source>There is no language “%1”.</source>
            <translation>Es gibt keine Sprache „%1“.</translation>
        </message>
        <message>
            <source>There is no page to export that “%1” finds.</source>
            <translation>„%1“ findet keine Seite zum Exportieren.</translation>
        </message>
        <message>
            <source>There is no page “%1” any more.</source>
            <translation>Die Seite „%1“ gibt es nicht mehr.</translation>
        </message>
        <message>
            <source>There is no page “%1”.</source>
            <translation>Es gibt keine Seite „%1“.</translation>
        </message>
        <message>
            <source>There is no room left on the disk to write “%1”.</source>
            <translation>Auf dem Datenträger ist kein Platz mehr, um „%1“ zu schreiben.</translation>
        </message>
        <message>
            <source>There is no store of tiddlers in this file.</source>
            <translation>In dieser Datei ist kein Speicher mit Tiddlern.</translation>
        </message>
        <message>
            <source>There is no such page in this copy.</source>
            <translation>Diese Seite gibt es in dieser Kopie nicht.</translation>
        </message>
        <message>
            <source>There is no theme “%1”.</source>
            <translation>Es gibt kein Farbschema „%1“.</translation>
        </message>
        <message>
            <source>There is not enough memory to work on “%1”.</source>
            <translation>Der Arbeitsspeicher reicht nicht, um mit „%1“ zu arbeiten.</translation>
        </message>
        <message>
            <source>There is nothing called “%1” to sort by.</source>
            <translation>Es gibt nichts namens „%1“, wonach sich sortieren ließe.</translation>
        </message>
        <message>
            <source>There is nothing here yet, or nothing that you may see.</source>
            <translation>Hier ist noch nichts, oder nichts, was du sehen darfst.</translation>
        </message>
        <message>
            <source>These are the first %1 of %2 pages.</source>
            <translation>Das sind die ersten %1 von %2 Seiten.</translation>
        </message>
        <message>
            <source>These can be kept: %1.</source>
            <translation>Aufnehmen lassen sich: %1.</translation>
        </message>
        <message>
            <source>These dumps are of two wikis, “%1” and “%2”.</source>
            <translation>Diese Dumps sind von zwei Wikis, „%1“ und „%2“.</translation>
        </message>
        <message>
            <source>This TiddlyWiki is encrypted.</source>
            <translation>Dieses TiddlyWiki ist verschlüsselt.</translation>
        </message>
        <message>
            <source>This copy is for all readers. What would spoil a film is hidden until you say that you have seen it, but it is not absent: whoever looks into the files of this copy can read it.</source>
            <translation>Diese Kopie ist für alle Leser. Was einen Film verraten würde, ist verborgen, bis du sagst, dass du ihn gesehen hast; aber es fehlt nicht: Wer in die Dateien dieser Kopie sieht, kann es lesen.</translation>
        </message>
        <message>
            <source>This copy is incomplete: the file %1.js is missing or damaged. Copy the whole folder again.</source>
            <translation>Diese Kopie ist unvollständig: Die Datei %1.js fehlt oder ist beschädigt. Kopiere den ganzen Ordner noch einmal.</translation>
        </message>
        <message>
            <source>This export cannot be incremental.</source>
            <translation>Dieser Export lässt sich nicht schrittweise erneuern.</translation>
        </message>
        <message>
            <source>This is XML, but no dump of a wiki: it begins with &lt;%1&gt;.</source>
            <translation>Das ist XML, aber kein Dump eines Wikis: Es beginnt mit &lt;%1&gt;.</translation>
        </message>
        <message>
            <source>This is another name of</source>
            <translation>Das ist ein anderer Name von</translation>
        </message>
        <message>
            <source>This is no declaration of a kind: %1.</source>
            <translation>Das ist keine Beschreibung einer Art: %1.</translation>
        </message>
        <message>
            <source>This page is gone already.</source>
            <translation>Diese Seite ist schon weg.</translation>
        </message>
        <message>
            <source>This page is not in the trash.</source>
            <translation>Diese Seite ist nicht im Papierkorb.</translation>
        </message>
        <message>
            <source>This page is shown as it was written for now, because the computer is busy. Open it again.</source>
            <translation>Diese Seite steht vorerst so da, wie sie geschrieben wurde, weil der Rechner beschäftigt ist. Öffne sie noch einmal.</translation>
        </message>
        <message>
            <source>This page is shown as it was written, because it could not be laid out in time.</source>
            <translation>Diese Seite steht so da, wie sie geschrieben wurde, weil sie sich nicht rechtzeitig setzen ließ.</translation>
        </message>
        <message>
            <source>This page would spoil a film that you have not seen.</source>
            <translation>Diese Seite würde einen Film verraten, den du nicht gesehen hast.</translation>
        </message>
        <message>
            <source>This wiki does not declare the kind “%1”, of which it has %2 pages.</source>
            <translation>Dieses Wiki erklärt die Art „%1“ nicht, von der es %2 Seiten hat.</translation>
        </message>
        <message>
            <source>This wiki has no kind “%1”.</source>
            <translation>Dieses Wiki hat keine Art „%1“.</translation>
        </message>
        <message>
            <source>This wiki has no pages yet. Press Ctrl+N to write the first, or bring some in with File › Import.</source>
            <translation>Dieses Wiki hat noch keine Seiten. Strg+N beginnt die erste; Datei › Importieren holt welche herein.</translation>
        </message>
        <message>
            <source>This wiki lies in a folder that %1 seems to copy. Close it before you open it on another computer, or keep it elsewhere and put backups there.</source>
            <translation>Dieses Wiki liegt in einem Ordner, den %1 zu kopieren scheint. Schließ es, bevor du es auf einem anderen Rechner öffnest, oder behalte es anderswo und leg Sicherungen dorthin.</translation>
        </message>
        <message>
            <source>This wiki lies on a network drive. Open it on one computer at a time, or keep it on this one and copy it there with a backup.</source>
            <translation>Dieses Wiki liegt auf einem Netzlaufwerk. Öffne es immer nur auf einem Rechner, oder behalte es auf diesem und kopiere es mit einer Sicherung dorthin.</translation>
        </message>
        <message>
            <source>TiddlyWiki</source>
            <translation>TiddlyWiki</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
        <message>
            <source>Track record</source>
            <translation>Trefferquote</translation>
        </message>
        <message>
            <source>Type at least one visible character.</source>
            <translation>Tippe mindestens ein sichtbares Zeichen.</translation>
        </message>
        <message>
            <source>Type it anew.</source>
            <translation>Tippe ihn neu.</translation>
        </message>
        <message>
            <source>Undecided</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Understood as all pages</source>
            <translation>Verstanden als alle Seiten</translation>
        </message>
        <message>
            <source>Understood as pages: %1</source>
            <translation>Verstanden als Seiten: %1</translation>
        </message>
        <message>
            <source>Unpack it with its password and import the folder.</source>
            <translation>Entpacke es mit seinem Kennwort und importiere den Ordner.</translation>
        </message>
        <message>
            <source>Unpack it with its password and import what is in it.</source>
            <translation>Entpacke es mit seinem Kennwort und importiere, was darin ist.</translation>
        </message>
        <message>
            <source>Unpack it yourself and import the folder, if you trust it.</source>
            <translation>Entpacke es selbst und importiere den Ordner, wenn du ihm traust.</translation>
        </message>
        <message>
            <source>Wait until that is done, or close it there, then try again.</source>
            <translation>Warte, bis das fertig ist, oder schließe es dort, und versuche es dann noch einmal.</translation>
        </message>
        <message>
            <source>Wait until that is done, or close the other program, then try again.</source>
            <translation>Warte, bis das fertig ist, oder schließe das andere Programm, und versuche es dann noch einmal.</translation>
        </message>
        <message>
            <source>Wanted pages</source>
            <translation>Gewünschte Seiten</translation>
        </message>
        <message>
            <source>Watched there: %1. Give these to commands that read, or tick them in the window.</source>
            <translation>Dort gesehen: %1. Gib das lesenden Befehlen mit, oder hake es im Fenster an.</translation>
        </message>
        <message>
            <source>What was saved before is unharmed; see whether the disk is full, gone, or failing, then try again.</source>
            <translation>Was vorher gespeichert war, ist unversehrt; sieh nach, ob der Datenträger voll, entfernt oder defekt ist, und versuche es dann noch einmal.</translation>
        </message>
        <message>
            <source>Where this page stands</source>
            <translation>Wo diese Seite steht</translation>
        </message>
        <message>
            <source>Wikis write no such thing; ask where the file is from.</source>
            <translation>So etwas schreiben Wikis nicht; frage nach, woher die Datei stammt.</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Wörter</translation>
        </message>
        <message>
            <source>Would bring in %1 from %2 (%3).</source>
            <translation>Würde %1 aus %2 (%3) hereinholen.</translation>
        </message>
        <message>
            <source>Write it as {kind, fields}.</source>
            <translation>Schreibe sie als {kind, fields}.</translation>
        </message>
        <message>
            <source>Write it as {template: {kind, fields}}.</source>
            <translation>Schreibe sie als {template: {kind, fields}}.</translation>
        </message>
        <message>
            <source>Writing a copy for each reader</source>
            <translation>Schreibe eine Kopie für jeden Leser</translation>
        </message>
        <message>
            <source>Writing the bundle</source>
            <translation>Schreibe die Webseiten</translation>
        </message>
        <message>
            <source>Writing the files</source>
            <translation>Schreibe die Dateien</translation>
        </message>
        <message>
            <source>Writing the pages</source>
            <translation>Schreibe die Seiten</translation>
        </message>
        <message>
            <source>Writing the search index</source>
            <translation>Schreibe die Suche</translation>
        </message>
        <message>
            <source>Writing what changed</source>
            <translation>Schreibe, was sich änderte</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>Geschrieben von</translation>
        </message>
        <message>
            <source>Written there by</source>
            <translation>Dort geschrieben von</translation>
        </message>
        <message>
            <source>Yours:</source>
            <translation>Deins:</translation>
        </message>
        <message>
            <source>ZIM needs the library libzim, which is not installed.</source>
            <translation>ZIM braucht die Bibliothek libzim, die nicht installiert ist.</translation>
        </message>
        <message>
            <source>`fanwiki history` lists the revisions it has.</source>
            <translation>Die Versionen der Seite zeigt, welche sie hat.</translation>
        </message>
        <message>
            <source>a link</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>a link to it</source>
            <translation>Link hierher</translation>
        </message>
        <message>
            <source>a newer fanwiki</source>
            <translation>einem neueren fanwiki</translation>
        </message>
        <message>
            <source>a tag</source>
            <translation>Schlagwort</translation>
        </message>
        <message>
            <source>a word that begins with %1</source>
            <translation>etwas, das mit %1 beginnt</translation>
        </message>
        <message>
            <source>above %1</source>
            <translation>über %1</translation>
        </message>
        <message>
            <source>after %1</source>
            <translation>nach %1</translation>
        </message>
        <message>
            <source>all its links lead somewhere</source>
            <translation>alle ihre Links führen irgendwohin</translation>
        </message>
        <message>
            <source>an alias</source>
            <translation>Aliasnamen</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>und %1 weitere</translation>
        </message>
        <message>
            <source>and %1 others</source>
            <translation>und %1 anderen</translation>
        </message>
        <message>
            <source>another film</source>
            <translation>einen anderen Film</translation>
        </message>
        <message>
            <source>before %1</source>
            <translation>vor %1</translation>
        </message>
        <message>
            <source>belonging to the film “%1”</source>
            <translation>die zum Film „%1“ gehören</translation>
        </message>
        <message>
            <source>below %1</source>
            <translation>unter %1</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>bis %1</translation>
        </message>
        <message>
            <source>created %1</source>
            <translation>angelegt %1</translation>
        </message>
        <message>
            <source>dated %1</source>
            <translation>datiert %1</translation>
        </message>
        <message>
            <source>due for an answer</source>
            <translation>fällig</translation>
        </message>
        <message>
            <source>every film</source>
            <translation>jeden Film</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>ab %1</translation>
        </message>
        <message>
            <source>from %1 to %2</source>
            <translation>von %1 bis %2</translation>
        </message>
        <message>
            <source>has seen %1</source>
            <translation>%1 gesehen hat</translation>
        </message>
        <message>
            <source>has seen none of its films</source>
            <translation>keinen ihrer Filme gesehen hat</translation>
        </message>
        <message>
            <source>in %1</source>
            <translation>im Jahr %1</translation>
        </message>
        <message>
            <source>in the text:</source>
            <translation>im Text:</translation>
        </message>
        <message>
            <source>is a claim</source>
            <translation>die eine Behauptung sind</translation>
        </message>
        <message>
            <source>is a claim that is due for resolution</source>
            <translation>die eine fällige Behauptung sind</translation>
        </message>
        <message>
            <source>is a film</source>
            <translation>die ein Film sind</translation>
        </message>
        <message>
            <source>is no claim</source>
            <translation>die keine Behauptung sind</translation>
        </message>
        <message>
            <source>is no claim that is due</source>
            <translation>die keine fällige Behauptung sind</translation>
        </message>
        <message>
            <source>is no film</source>
            <translation>die kein Film sind</translation>
        </message>
        <message>
            <source>known by %1</source>
            <translation>bekannt bis %1</translation>
        </message>
        <message>
            <source>last changed %1</source>
            <translation>zuletzt geändert %1</translation>
        </message>
        <message>
            <source>last changed on</source>
            <translation>zuletzt geändert am</translation>
        </message>
        <message>
            <source>linked from %1</source>
            <translation>verlinkt von %1</translation>
        </message>
        <message>
            <source>linking to “%1”</source>
            <translation>die auf „%1“ verlinken</translation>
        </message>
        <message>
            <source>links to a page that does not exist</source>
            <translation>mit einem Link auf eine Seite, die es nicht gibt</translation>
        </message>
        <message>
            <source>no status</source>
            <translation>ohne Status</translation>
        </message>
        <message>
            <source>none is declared</source>
            <translation>keine ist festgelegt</translation>
        </message>
        <message>
            <source>not (%1)</source>
            <translation>nicht (%1)</translation>
        </message>
        <message>
            <source>note: %1</source>
            <translation>Hinweis: %1</translation>
        </message>
        <message>
            <source>nothing links to it</source>
            <translation>zu denen kein Link führt</translation>
        </message>
        <message>
            <source>of 100, how sure we are</source>
            <translation>von 100: So sicher sind wir</translation>
        </message>
        <message>
            <source>of any kind but %1</source>
            <translation>jeder Art außer %1</translation>
        </message>
        <message>
            <source>of kind %1</source>
            <translation>der Art %1</translation>
        </message>
        <message>
            <source>on %1</source>
            <translation>am %1</translation>
        </message>
        <message>
            <source>read on %1</source>
            <translation>gelesen am %1</translation>
        </message>
        <message>
            <source>revision %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>revision %1 of %2</source>
            <translation>Version %1 vom %2</translation>
        </message>
        <message>
            <source>rumour</source>
            <translation>Gerücht</translation>
        </message>
        <message>
            <source>something links to it</source>
            <translation>zu denen ein Link führt</translation>
        </message>
        <message>
            <source>somewhere that is not named</source>
            <translation>einer ungenannten Quelle</translation>
        </message>
        <message>
            <source>spoiler</source>
            <translation>Spoiler</translation>
        </message>
        <message>
            <source>spoiler for %1</source>
            <translation>Spoiler für %1</translation>
        </message>
        <message>
            <source>tagged “%1”</source>
            <translation>mit dem Schlagwort „%1“</translation>
        </message>
        <message>
            <source>text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>that “%1” links to</source>
            <translation>auf die „%1“ verlinkt</translation>
        </message>
        <message>
            <source>the file is damaged</source>
            <translation>Die Datei ist beschädigt</translation>
        </message>
        <message>
            <source>the page “%1” is not what was saved</source>
            <translation>Die Seite „%1“ ist nicht, was gespeichert wurde</translation>
        </message>
        <message>
            <source>the phrase %1</source>
            <translation>genau %1</translation>
        </message>
        <message>
            <source>up to %1</source>
            <translation>bis %1</translation>
        </message>
        <message>
            <source>with %1</source>
            <translation>mit %1</translation>
        </message>
        <message>
            <source>with %1 “%2”</source>
            <translation>mit %1 „%2“</translation>
        </message>
        <message>
            <source>without %1</source>
            <translation>ohne %1</translation>
        </message>
        <message>
            <source>words that begin with %1</source>
            <translation>etwas, das mit %1 beginnt</translation>
        </message>
        <message>
            <source>“%1:” has no value and was read as text.</source>
            <translation>„%1:“ hat keinen Wert und wurde als Text gelesen.</translation>
        </message>
        <message>
            <source>“%1:” waits for a value.</source>
            <translation>„%1:“ wartet auf einen Wert.</translation>
        </message>
        <message>
            <source>“%1” cannot be locked for writing (%2).</source>
            <translation>„%1“ lässt sich nicht zum Schreiben sperren (%2).</translation>
        </message>
        <message>
            <source>“%1” cannot be made (%2).</source>
            <translation>„%1“ lässt sich nicht anlegen (%2).</translation>
        </message>
        <message>
            <source>“%1” cannot be made: the folder may not be entered.</source>
            <translation>„%1“ lässt sich nicht anlegen: Der Ordner darf nicht betreten werden.</translation>
        </message>
        <message>
            <source>“%1” cannot be opened.</source>
            <translation>„%1“ lässt sich nicht öffnen.</translation>
        </message>
        <message>
            <source>“%1” cannot be read: %2.</source>
            <translation>„%1“ ist nicht lesbar: %2.</translation>
        </message>
        <message>
            <source>“%1” cannot be written.</source>
            <translation>„%1“ lässt sich nicht schreiben.</translation>
        </message>
        <message>
            <source>“%1” cannot be “%2”.</source>
            <translation>„%1“ kann nicht „%2“ sein.</translation>
        </message>
        <message>
            <source>“%1” could not be written: %2.</source>
            <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
        </message>
        <message>
            <source>“%1” does not say which field it would fill with what.</source>
            <translation>„%1“ sagt nicht, welches Feld sie womit füllen würde.</translation>
        </message>
        <message>
            <source>“%1” has no revision %2.</source>
            <translation>„%1“ hat keine Version %2.</translation>
        </message>
        <message>
            <source>“%1” holds no word.</source>
            <translation>„%1“ enthält kein Wort.</translation>
        </message>
        <message>
            <source>“%1” in “%2” was changed since it was exported.</source>
            <translation>„%1“ in „%2“ wurde seit dem Export geändert.</translation>
        </message>
        <message>
            <source>“%1” is %2 MB large; %3 MB is the most.</source>
            <translation>„%1“ ist %2 MB groß; höchstens %3 MB sind möglich.</translation>
        </message>
        <message>
            <source>“%1” is a file, not a folder.</source>
            <translation>„%1“ ist eine Datei, kein Ordner.</translation>
        </message>
        <message>
            <source>“%1” is a folder, not a file.</source>
            <translation>„%1“ ist ein Ordner, keine Datei.</translation>
        </message>
        <message>
            <source>“%1” is a folder, not a wiki file.</source>
            <translation>„%1“ ist ein Ordner, keine Wiki-Datei.</translation>
        </message>
        <message>
            <source>“%1” is being written by another program.</source>
            <translation>In „%1“ schreibt gerade ein anderes Programm.</translation>
        </message>
        <message>
            <source>“%1” is being written by another window or program.</source>
            <translation>In „%1“ schreibt gerade ein anderes Fenster oder Programm.</translation>
        </message>
        <message>
            <source>“%1” is damaged.</source>
            <translation>„%1“ ist beschädigt.</translation>
        </message>
        <message>
            <source>“%1” is damaged: it does not say its schema.</source>
            <translation>„%1“ ist beschädigt: Die Datei nennt ihr Schema nicht.</translation>
        </message>
        <message>
            <source>“%1” is empty: there is no wiki in it.</source>
            <translation>„%1“ ist leer: Es ist kein Wiki darin.</translation>
        </message>
        <message>
            <source>“%1” is no address on the web.</source>
            <translation>„%1“ ist keine Adresse im Web.</translation>
        </message>
        <message>
            <source>“%1” is no day, month, year or span such as day-7.</source>
            <translation>„%1“ ist kein Tag, Monat, Jahr oder Zeitraum wie day-7.</translation>
        </message>
        <message>
            <source>“%1” is no fanwiki file.</source>
            <translation>„%1“ ist keine fanwiki-Datei.</translation>
        </message>
        <message>
            <source>“%1” is no fanwiki file: it is a database of another program.</source>
            <translation>„%1“ ist keine fanwiki-Datei: Es ist die Datenbank eines anderen Programms.</translation>
        </message>
        <message>
            <source>“%1” is no name for a file.</source>
            <translation>„%1“ ist kein Name für eine Datei.</translation>
        </message>
        <message>
            <source>“%1” is no name of a file (%2).</source>
            <translation>„%1“ ist kein Dateiname (%2).</translation>
        </message>
        <message>
            <source>“%1” is no name that a file can have (%2).</source>
            <translation>„%1“ ist kein Name, den eine Datei haben kann (%2).</translation>
        </message>
        <message>
            <source>“%1” is no ordinary file.</source>
            <translation>„%1“ ist keine gewöhnliche Datei.</translation>
        </message>
        <message>
            <source>“%1” is no outcome.</source>
            <translation>„%1“ ist kein Ausgang.</translation>
        </message>
        <message>
            <source>“%1” is no picture, sound, film or PDF that a wiki holds.</source>
            <translation>„%1“ ist kein Bild, Ton, Film oder PDF, das ein Wiki aufnimmt.</translation>
        </message>
        <message>
            <source>“%1” is no value of %2.</source>
            <translation>„%1“ ist kein Wert von %2.</translation>
        </message>
        <message>
            <source>“%1” is no year or range of years such as 1977..1983.</source>
            <translation>„%1“ ist kein Jahr und kein Zeitraum wie 1977..1983.</translation>
        </message>
        <message>
            <source>“%1” is not found by its title.</source>
            <translation>„%1“ wird unter seinem Titel nicht gefunden.</translation>
        </message>
        <message>
            <source>“%1” is not there any more.</source>
            <translation>„%1“ ist nicht mehr da.</translation>
        </message>
        <message>
            <source>“%1” is not what its name says: there is no %2 in it.</source>
            <translation>„%1“ ist nicht, was der Name sagt: Es ist kein %2 darin.</translation>
        </message>
        <message>
            <source>“%1” is something else already.</source>
            <translation>„%1“ ist schon etwas anderes.</translation>
        </message>
        <message>
            <source>“%1” may not be opened.</source>
            <translation>„%1“ darf nicht geöffnet werden.</translation>
        </message>
        <message>
            <source>“%1” may not be written there.</source>
            <translation>„%1“ darf dort nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>“%1” says %2 is %3, “%4” says %5.</source>
            <translation>„%1“ sagt, %2 sei %3, „%4“ sagt %5.</translation>
        </message>
        <message>
            <source>“%1” was made by %2 (its schema is %3, this program knows up to %4).</source>
            <translation>„%1“ wurde von %2 geschrieben (Schema %3; dieses Programm kennt bis %4).</translation>
        </message>
        <message>
            <source>“%1” was made by an older fanwiki and must be upgraded, but it cannot be written.</source>
            <translation>„%1“ ist von einem älteren fanwiki und muss umgestellt werden, lässt sich aber nicht schreiben.</translation>
        </message>
        <message>
            <source>“%1” was not copied, because the copy did not pass its check: %2.</source>
            <translation>„%1“ wurde nicht kopiert, weil die Kopie die Prüfung nicht bestand: %2.</translation>
        </message>
        <message>
            <source>“%1” was saved since you began: it is at revision %2, you began from %3.</source>
            <translation>„%1“ wurde gespeichert, seit du begonnen hast: Sie ist bei Version %2, du hast mit %3 begonnen.</translation>
        </message>
        <message>
            <source>“or” was read as a word; OR in capitals asks for one or the other.</source>
            <translation>„or“ wurde als Wort gelesen; OR in Großbuchstaben fragt nach dem einen oder dem anderen.</translation>
        </message>
        <message>
            <source>… and %1 more.</source>
            <translation>… und %1 weitere.</translation>
        </message>
    </context>
    <context>
        <name>WordsCounted</name>
        <message numerus="yes">
            <source>%1 claims</source>
            <translation>
                <numerusform>Eine Behauptung</numerusform>
                <numerusform>%1 Behauptungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 claims here rest on this source</source>
            <translation>
                <numerusform>Eine Behauptung hier stützt sich auf diese Quelle</numerusform>
                <numerusform>%1 Behauptungen hier stützen sich auf diese Quelle</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 contributors</source>
            <translation>
                <numerusform>Ein Beitragender</numerusform>
                <numerusform>%1 Beitragende</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of them are settled</source>
            <translation>
                <numerusform>1 davon ist entschieden</numerusform>
                <numerusform>%1 davon sind entschieden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages</source>
            <translation>
                <numerusform>Eine Seite</numerusform>
                <numerusform>%1 Seiten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages for “%2”.</source>
            <translation>
                <numerusform>Eine Seite für „%2“.</numerusform>
                <numerusform>%1 Seiten für „%2“.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages link</source>
            <translation>
                <numerusform>Eine Seite verlinkt</numerusform>
                <numerusform>%1 Seiten verlinken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages.</source>
            <translation>
                <numerusform>Eine Seite.</numerusform>
                <numerusform>%1 Seiten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 parts of this page are hidden, because they would give something away.</source>
            <translation>
                <numerusform>Ein Teil dieser Seite ist verborgen, weil er etwas verraten würde.</numerusform>
                <numerusform>%1 Teile dieser Seite sind verborgen, weil sie etwas verraten würden.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pictures</source>
            <translation>
                <numerusform>Ein Bild</numerusform>
                <numerusform>%1 Bilder</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 problems</source>
            <translation>
                <numerusform>1 Problem</numerusform>
                <numerusform>%1 Probleme</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No page has all of these words; %1 pages with some of them for “%2”.</source>
            <translation>
                <numerusform>Keine Seite hat alle diese Wörter; eine Seite mit einigen davon für „%2“.</numerusform>
                <numerusform>Keine Seite hat alle diese Wörter; %1 Seiten mit einigen davon für „%2“.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No page has all of these words; %1 pages with some of them.</source>
            <translation>
                <numerusform>Keine Seite hat alle diese Wörter; eine Seite mit einigen davon.</numerusform>
                <numerusform>Keine Seite hat alle diese Wörter; %1 Seiten mit einigen davon.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WordsThatAreKept</name>
        <message>
            <source>%1 bytes in %2 are not in the encoding it should have; they were read as Windows-1252.</source>
            <translation>%1 Bytes in %2 haben nicht die erwartete Kodierung; sie wurden als Windows-1252 gelesen.</translation>
        </message>
        <message>
            <source>%1 is %2 MB large and was left out.</source>
            <translation>%1 ist %2 MB groß und wurde weggelassen.</translation>
        </message>
        <message>
            <source>%1 is cut off in the page “%2”; what comes after is not there.</source>
            <translation>%1 ist in der Seite „%2“ abgeschnitten; was danach kommt, fehlt.</translation>
        </message>
        <message>
            <source>%1 is cut off; what comes after is not there.</source>
            <translation>%1 ist abgeschnitten; was danach kommt, fehlt.</translation>
        </message>
        <message>
            <source>%1 is no XML from line %2 on, in the page “%3”; the rest was not read.</source>
            <translation>%1 ist ab Zeile %2, in der Seite „%3“, kein XML mehr; der Rest wurde nicht gelesen.</translation>
        </message>
        <message>
            <source>%1 is no XML from line %2 on; the rest was not read.</source>
            <translation>%1 ist ab Zeile %2 kein XML mehr; der Rest wurde nicht gelesen.</translation>
        </message>
        <message>
            <source>%1 is no file of a TiddlyWiki and was left out.</source>
            <translation>%1 ist keine Datei eines TiddlyWikis und wurde weggelassen.</translation>
        </message>
        <message>
            <source>%1 is not UTF-8; it was read as %2.</source>
            <translation>%1 ist kein UTF-8; es wurde als %2 gelesen.</translation>
        </message>
        <message>
            <source>%t1: its own version; the next revision joins both</source>
            <translation>%t1: ihre eigene Fassung; die nächste Version vereint beide</translation>
        </message>
        <message>
            <source>A block of code begins and does not end.</source>
            <translation>Ein Codeblock beginnt und endet nicht.</translation>
        </message>
        <message>
            <source>A field stood twice; its second value is now in “%1”.</source>
            <translation>Ein Feld stand doppelt; sein zweiter Wert ist jetzt in „%1“.</translation>
        </message>
        <message>
            <source>A spoiler begins with || and does not end; the paragraph is hidden.</source>
            <translation>Ein Spoiler beginnt mit || und endet nicht; der Absatz ist verborgen.</translation>
        </message>
        <message>
            <source>A tiddler has no title and was left out.</source>
            <translation>Ein Tiddler hat keinen Titel und wurde weggelassen.</translation>
        </message>
        <message>
            <source>A tiddler is no JSON that can be read, and was left out: %1.</source>
            <translation>Ein Tiddler ist kein lesbares JSON und wurde weggelassen: %1.</translation>
        </message>
        <message>
            <source>A wiki holds no files of this kind.</source>
            <translation>Dateien dieser Art nimmt ein Wiki nicht auf.</translation>
        </message>
        <message>
            <source>Another file has this name here; it was kept as %1.</source>
            <translation>Hier heißt schon eine andere Datei so; sie wurde als %1 aufgenommen.</translation>
        </message>
        <message>
            <source>Another file has this name here; this wiki's own was kept.</source>
            <translation>Hier heißt schon eine andere Datei so; die dieses Wikis wurde behalten.</translation>
        </message>
        <message>
            <source>Another note is called “%1” too; this one, %2, became “%3”.</source>
            <translation>Noch eine Notiz heißt „%1“; diese, %2, wurde „%3“.</translation>
        </message>
        <message>
            <source>Another page is called “%1”; this film is “%2”.</source>
            <translation>Eine andere Seite heißt „%1“; dieser Film heißt „%2“.</translation>
        </message>
        <message>
            <source>Another tiddler is called “%1”; this one is “%2”.</source>
            <translation>Ein anderer Tiddler heißt „%1“; dieser heißt „%2“.</translation>
        </message>
        <message>
            <source>Change the kind “%1”</source>
            <translation>Die Art „%1“ ändern</translation>
        </message>
        <message>
            <source>Change the template of “%1”</source>
            <translation>Die Vorlage von „%1“ ändern</translation>
        </message>
        <message>
            <source>Characters of which only a half is there were replaced.</source>
            <translation>Zeichen, von denen nur die Hälfte da ist, wurden ersetzt.</translation>
        </message>
        <message>
            <source>Confirmed: %1</source>
            <translation>Bestätigt: %1</translation>
        </message>
        <message>
            <source>Count other forms of English words</source>
            <translation>Andere Formen englischer Wörter mitzählen</translation>
        </message>
        <message>
            <source>Delete “%1”</source>
            <translation>„%1“ löschen</translation>
        </message>
        <message>
            <source>Import from %1</source>
            <translation>Import aus %1</translation>
        </message>
        <message>
            <source>It cannot be read: %1.</source>
            <translation>Nicht lesbar: %1.</translation>
        </message>
        <message>
            <source>It has no name.</source>
            <translation>Ohne Namen.</translation>
        </message>
        <message>
            <source>It is %1 MB large, which is no note.</source>
            <translation>%1 MB groß; das ist keine Notiz.</translation>
        </message>
        <message>
            <source>It is %1 MB large; %2 MB is the most.</source>
            <translation>%1 MB groß; höchstens %2 MB sind möglich.</translation>
        </message>
        <message>
            <source>It is a link out of the folder.</source>
            <translation>Ein Verweis aus dem Ordner hinaus.</translation>
        </message>
        <message>
            <source>It is a link to a folder.</source>
            <translation>Ein Verweis auf einen Ordner.</translation>
        </message>
        <message>
            <source>It is a link to nothing.</source>
            <translation>Ein Verweis ins Leere.</translation>
        </message>
        <message>
            <source>It is a link.</source>
            <translation>Es ist ein Link.</translation>
        </message>
        <message>
            <source>It is no declaration of a kind: %1</source>
            <translation>Keine Beschreibung einer Art: %1</translation>
        </message>
        <message>
            <source>It is no file.</source>
            <translation>Keine Datei.</translation>
        </message>
        <message>
            <source>Its path leads out of the archive; it is read as “%1”.</source>
            <translation>Der Pfad führt aus dem Archiv hinaus; gelesen wird „%1“.</translation>
        </message>
        <message>
            <source>Leave out other forms of English words</source>
            <translation>Andere Formen englischer Wörter weglassen</translation>
        </message>
        <message>
            <source>Left out as part of the site, not of the article: %1.</source>
            <translation>Weggelassen als Teil der Website, nicht des Artikels: %1.</translation>
        </message>
        <message>
            <source>Name the wiki</source>
            <translation>Das Wiki benennen</translation>
        </message>
        <message>
            <source>No backup was made before the import: %1</source>
            <translation>Vor dem Import wurde keine Sicherung gemacht: %1</translation>
        </message>
        <message>
            <source>Rename “%1” to “%2”</source>
            <translation>„%1“ in „%2“ umbenennen</translation>
        </message>
        <message>
            <source>Resolve “%1”</source>
            <translation>„%1“ entscheiden</translation>
        </message>
        <message>
            <source>Resolve: %1</source>
            <translation>Entschieden: %1</translation>
        </message>
        <message>
            <source>Restore revision %1</source>
            <translation>Version %1 wiederherstellen</translation>
        </message>
        <message>
            <source>Restore “%1”</source>
            <translation>„%1“ wiederherstellen</translation>
        </message>
        <message>
            <source>Row %1 of %2 has no title and was left out.</source>
            <translation>Zeile %1 von %2 hat keinen Titel und wurde weggelassen.</translation>
        </message>
        <message>
            <source>Save “%1”</source>
            <translation>„%1“ speichern</translation>
        </message>
        <message>
            <source>Take back: %t1</source>
            <translation>Zurücknehmen: %t1</translation>
        </message>
        <message>
            <source>The films of a spoiler begin with { and do not end; it hides from all.</source>
            <translation>Die Filme eines Spoilers beginnen mit { und enden nicht; er ist vor allen verborgen.</translation>
        </message>
        <message>
            <source>The front matter cannot be read and stays in the text: %t1.</source>
            <translation>Der Kopf der Seite ist nicht lesbar und bleibt im Text: %t1.</translation>
        </message>
        <message>
            <source>The kind “%1” is declared in another way here; this wiki's own was kept.</source>
            <translation>Die Art „%1“ ist hier anders beschrieben; die dieses Wikis wurde behalten.</translation>
        </message>
        <message>
            <source>The store of tiddlers ends in the middle; what stands before was read.</source>
            <translation>Der Speicher mit Tiddlern bricht ab; was davor steht, wurde gelesen.</translation>
        </message>
        <message>
            <source>The text is not UTF-8; it was read as %1.</source>
            <translation>Der Text ist kein UTF-8; er wurde als %1 gelesen.</translation>
        </message>
        <message>
            <source>This may give away a turn of “%1”. Gate it with that film?</source>
            <translation>Das könnte eine Wendung von „%1“ verraten. An diesen Film binden?</translation>
        </message>
        <message>
            <source>This wiki has no kind “%1”.</source>
            <translation>Dieses Wiki hat keine Art „%1“.</translation>
        </message>
        <message>
            <source>earlier revisions of redirects</source>
            <translation>frühere Versionen von Weiterleitungen</translation>
        </message>
        <message>
            <source>earlier revisions of talk pages</source>
            <translation>frühere Versionen von Diskussionsseiten</translation>
        </message>
        <message>
            <source>joined table cells</source>
            <translation>verbundene Tabellenzellen</translation>
        </message>
        <message>
            <source>links to system tiddlers</source>
            <translation>Links auf System-Tiddler</translation>
        </message>
        <message>
            <source>records of uploads</source>
            <translation>Einträge über hochgeladene Dateien</translation>
        </message>
        <message>
            <source>system tiddlers</source>
            <translation>System-Tiddler</translation>
        </message>
        <message>
            <source>“%1” %t2; its wikitext was kept as it is.</source>
            <translation>„%1“ %t2; der Wikitext blieb, wie er ist.</translation>
        </message>
        <message>
            <source>“%1” has so many marks that never end that part of it was taken as plain text.</source>
            <translation>„%1“ hat so viele Zeichen ohne Ende, dass ein Teil als bloßer Text genommen wurde.</translation>
        </message>
        <message>
            <source>“%1” is %2 MB long; it was kept as wikitext and cut there.</source>
            <translation>„%1“ ist %2 MB lang; die Seite blieb als Wikitext und wurde dort abgeschnitten.</translation>
        </message>
        <message>
            <source>“%1” is %2 MB long; it was kept as wikitext.</source>
            <translation>„%1“ ist %2 MB lang; die Seite blieb als Wikitext.</translation>
        </message>
        <message>
            <source>“%1” is a page of kind %2 here and %3 there; it was kept.</source>
            <translation>„%1“ ist hier eine Seite der Art %2 und dort der Art %3; sie wurde behalten.</translation>
        </message>
        <message>
            <source>“%1” is in the dump more than once; the newest was taken.</source>
            <translation>„%1“ steht mehrmals im Dump; das Neueste wurde genommen.</translation>
        </message>
        <message>
            <source>“%1” is no title that a page can have here; it became “%2”.</source>
            <translation>„%1“ kann hier kein Titel sein; daraus wurde „%2“.</translation>
        </message>
        <message>
            <source>“%1” is there twice; the first counts.</source>
            <translation>„%1“ ist doppelt; das erste zählt.</translation>
        </message>
        <message>
            <source>“%1” leads to “%2” and round in a circle; it was left out.</source>
            <translation>„%1“ führt zu „%2“ und im Kreis; es wurde weggelassen.</translation>
        </message>
        <message>
            <source>“%1” leads to “%2”, which leads on to “%3”; it became another name of that.</source>
            <translation>„%1“ führt zu „%2“ und weiter zu „%3“; es wurde ein anderer Name davon.</translation>
        </message>
        <message>
            <source>“%1” leads to “%2”, which the dump does not hold; it was left out.</source>
            <translation>„%1“ führt zu „%2“, was der Dump nicht enthält; es wurde weggelassen.</translation>
        </message>
        <message>
            <source>“%1” was changed here and there (%t2); %t3.</source>
            <translation>„%1“ wurde hier und dort geändert (%t2); %t3.</translation>
        </message>
        <message>
            <source>“%1” was imported before and deleted here; it stays deleted.</source>
            <translation>„%1“ wurde früher importiert und hier gelöscht; es bleibt gelöscht.</translation>
        </message>
        <message>
            <source>“%1” was not read: %t2</source>
            <translation>„%1“ wurde nicht gelesen: %t2</translation>
        </message>
        <message>
            <source>“%l1” holds a record where one value is due.</source>
            <translation>„%l1“ enthält einen Eintrag mit mehreren Werten, wo ein einzelner hingehört.</translation>
        </message>
        <message>
            <source>“%l1” should be %t2, but it is “%3”. It is kept as written.</source>
            <translation>„%l1“ sollte %t2 sein, ist aber „%3“. Es bleibt, wie es geschrieben ist.</translation>
        </message>
        <message>
            <source>“%l1” takes one value and has several.</source>
            <translation>„%l1“ nimmt einen Wert und hat mehrere.</translation>
        </message>
    </context>
    <context>
        <name>WordsWithinThose</name>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 und %2 weitere</translation>
        </message>
        <message>
            <source>%t1 and the text</source>
            <translation>%t1 und der Text</translation>
        </message>
        <message>
            <source>a date</source>
            <translation>ein Datum</translation>
        </message>
        <message>
            <source>a file of this wiki, not an address</source>
            <translation>eine Datei dieses Wikis, keine Adresse</translation>
        </message>
        <message>
            <source>a link such as [[%1]]</source>
            <translation>ein Link wie [[%1]]</translation>
        </message>
        <message>
            <source>a name is a list or a record</source>
            <translation>ein Name ist eine Liste oder ein Eintrag</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>eine Zahl</translation>
        </message>
        <message>
            <source>an address such as https://example.org/</source>
            <translation>eine Adresse wie https://example.org/</translation>
        </message>
        <message>
            <source>cannot be read within the memory that there is</source>
            <translation>ist im vorhandenen Arbeitsspeicher nicht lesbar</translation>
        </message>
        <message>
            <source>could not be converted</source>
            <translation>ließ sich nicht umwandeln</translation>
        </message>
        <message>
            <source>is nested too deeply to be read</source>
            <translation>ist zu tief geschachtelt</translation>
        </message>
        <message>
            <source>it holds a character that YAML does not allow</source>
            <translation>er enthält ein Zeichen, das YAML nicht erlaubt</translation>
        </message>
        <message>
            <source>it holds more than one document</source>
            <translation>er enthält mehr als ein Dokument</translation>
        </message>
        <message>
            <source>it uses anchors or aliases (&amp; and *)</source>
            <translation>er verwendet Anker oder Verweise (&amp; und *)</translation>
        </message>
        <message>
            <source>it uses the tag %1</source>
            <translation>er verwendet das Tag %1</translation>
        </message>
        <message>
            <source>line %1 has a backslash between double quotes; single quotes keep it as it is</source>
            <translation>Zeile %1 hat einen Backslash in doppelten Anführungszeichen; in einfachen bleibt er, wie er ist</translation>
        </message>
        <message>
            <source>line %1 has a colon where none is due; a value with a colon needs quotes</source>
            <translation>Zeile %1 hat einen Doppelpunkt, wo keiner hingehört; ein Wert mit Doppelpunkt braucht Anführungszeichen</translation>
        </message>
        <message>
            <source>line %1 has a name without a colon</source>
            <translation>Zeile %1 hat einen Namen ohne Doppelpunkt</translation>
        </message>
        <message>
            <source>line %1 has a value that needs quotes, since it begins with a sign of YAML's</source>
            <translation>Zeile %1 hat einen Wert, der Anführungszeichen braucht, weil er mit einem Zeichen von YAML beginnt</translation>
        </message>
        <message>
            <source>line %1 is indented by a tab</source>
            <translation>Zeile %1 ist mit einem Tabulator eingerückt</translation>
        </message>
        <message>
            <source>line %1 is no YAML</source>
            <translation>Zeile %1 ist kein YAML</translation>
        </message>
        <message>
            <source>lists and records are nested deeper than %1</source>
            <translation>Listen und Einträge sind tiefer als %1 geschachtelt</translation>
        </message>
        <message>
            <source>one of %1</source>
            <translation>eines von %1</translation>
        </message>
        <message>
            <source>takes too long to read</source>
            <translation>braucht zu lange</translation>
        </message>
        <message>
            <source>the bracket in line %1 does not end, or has no comma between two values</source>
            <translation>die Klammer in Zeile %1 endet nicht, oder zwischen zwei Werten fehlt ein Komma</translation>
        </message>
        <message>
            <source>the quotes that begin in line %1 do not end</source>
            <translation>die Anführungszeichen, die in Zeile %1 beginnen, enden nicht</translation>
        </message>
        <message>
            <source>the text</source>
            <translation>der Text</translation>
        </message>
        <message>
            <source>this wiki's text stays, and the source's is revision %1</source>
            <translation>der Text dieses Wikis bleibt, und der der Quelle ist Version %1</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true oder false</translation>
        </message>
        <message>
            <source>what stands here was kept</source>
            <translation>was hier steht, wurde behalten</translation>
        </message>
        <message>
            <source>what stands there was taken</source>
            <translation>was dort steht, wurde genommen</translation>
        </message>
        <message>
            <source>“%1” stands twice in one record</source>
            <translation>„%1“ steht zweimal in einem Eintrag</translation>
        </message>
    </context>
</TS>
