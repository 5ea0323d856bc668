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
            <source>Make a new wiki file</source>
            <translation>Eine neue Wiki-Datei anlegen</translation>
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
            <source>Open a page by typing a part of its name</source>
            <translation>Eine Seite öffnen, indem du einen Teil ihres Namens tippst</translation>
        </message>
        <message>
            <source>Pre&amp;vious tab</source>
            <translation>V&amp;origer Tab</translation>
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
            <source>Say which films you have seen, so that nothing spoils the others</source>
            <translation>Sagen, welche Filme du gesehen hast, damit dir bei den anderen nichts verraten wird</translation>
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
            <source>%1 pages</source>
            <translation>
                <numerusform>1 Seite</numerusform>
                <numerusform>%1 Seiten</numerusform>
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
            <source>New title. Links in %1 pages will be rewritten.</source>
            <translation>
                <numerusform>Neuer Titel. Links auf einer Seite werden umgeschrieben.</numerusform>
                <numerusform>Neuer Titel. Links auf %1 Seiten werden umgeschrieben.</numerusform>
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
            <source>The same, to send to somebody.</source>
            <translation>Dasselbe, zum Verschicken.</translation>
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
        <name>QObject</name>
        <message>
            <source>%1  ·  deleted %2</source>
            <translation>%1  ·  gelöscht %2</translation>
        </message>
        <message>
            <source>%1 % likely</source>
            <translation>zu %1 % wahrscheinlich</translation>
        </message>
        <message>
            <source>%1 (copy)</source>
            <translation>%1 (Kopie)</translation>
        </message>
        <message>
            <source>%1 becomes %2.</source>
            <translation>%1 wird zu %2.</translation>
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
            <source>%1 pages for this reader</source>
            <translation>%1 Seiten für diesen Leser</translation>
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
            <source>A dump of a wiki, an Obsidian vault, a TiddlyWiki, an article, a list of films. It stays on this disk.</source>
            <translation>Ein Dump eines Wikis, ein Obsidian-Vault, ein TiddlyWiki, ein Artikel, eine Filmliste. Alles bleibt auf diesem Rechner.</translation>
        </message>
        <message>
            <source>A file or folder</source>
            <translation>Eine Datei oder ein Ordner</translation>
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
            <source>All films</source>
            <translation>Alle Filme</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Alle Arten</translation>
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
            <source>Before</source>
            <translation>Vorher</translation>
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
            <source>Choices</source>
            <translation>Auswahl</translation>
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
            <source>Deleted pages</source>
            <translation>Gelöschte Seiten</translation>
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
            <source>F&amp;rom</source>
            <translation>&amp;Von</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Feld</translation>
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
            <source>It is in</source>
            <translation>Es ist da</translation>
        </message>
        <message>
            <source>It names no field of a page that it would fill, so only the claim changes.</source>
            <translation>Sie nennt kein Feld einer Seite, das sie füllen würde; nur die Behauptung ändert sich.</translation>
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
            <source>Language</source>
            <translation>Sprache</translation>
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
            <source>Move the row down (Alt+Down)</source>
            <translation>Zeile nach unten (Alt+Ab)</translation>
        </message>
        <message>
            <source>Move the row up (Alt+Up)</source>
            <translation>Zeile nach oben (Alt+Auf)</translation>
        </message>
        <message>
            <source>Name of a page</source>
            <translation>Name einer Seite</translation>
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
            <source>New tab</source>
            <translation>Neuer Tab</translation>
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
            <source>Nothing was deleted. A page that you delete waits here until you need it again.</source>
            <translation>Nichts wurde gelöscht. Eine gelöschte Seite wartet hier, bis du sie wieder brauchst.</translation>
        </message>
        <message>
            <source>Nothing was found. Try fewer words, or make the page.</source>
            <translation>Nichts gefunden. Versuche es mit weniger Wörtern oder lege die Seite an.</translation>
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
            <source>One page for this reader</source>
            <translation>Eine Seite für diesen Leser</translation>
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
            <source>Open wiki</source>
            <translation>Wiki öffnen</translation>
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
            <translation>Bericht sichern</translation>
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
            <translation>Dieses Wiki durchsuchen</translation>
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
            <source>Something went wrong that should not.</source>
            <translation>Etwas ging schief, was nicht schiefgehen sollte.</translation>
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
            <source>The page was sent to the printer.</source>
            <translation>Die Seite wurde an den Drucker geschickt.</translation>
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
            <source>The window speaks</source>
            <translation>Das Fenster spricht</translation>
        </message>
        <message>
            <source>There is a sound backup too; a copy of it can be opened.</source>
            <translation>Es gibt auch eine heile Sicherung; eine Kopie davon lässt sich öffnen.</translation>
        </message>
        <message>
            <source>There is no claim yet. Open a page and choose “Speculate about this”.</source>
            <translation>Noch gibt es keine Behauptung. Öffne eine Seite und wähle „Darüber spekulieren“.</translation>
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
            <source>This link leaves the wiki. Open it in your browser?</source>
            <translation>Dieser Link führt aus dem Wiki hinaus. Im Browser öffnen?</translation>
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
            <source>Type a name, half a name, or what you remember.

kind:character “mind reader” -minor</source>
            <translation>Tippe einen Namen, einen halben Namen oder woran du dich erinnerst.

kind:character „mind reader“ -minor</translation>
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
            <source>What shall it be called?</source>
            <translation>Wie soll sie heißen?</translation>
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
            <source>What you typed is kept. You can go on; if it happens again, send the details with a report.</source>
            <translation>Was du getippt hast, ist aufgehoben. Du kannst weitermachen; wenn es wieder geschieht, schicke die Einzelheiten mit einer Meldung.</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Wohin</translation>
        </message>
        <message>
            <source>Where both sides changed</source>
            <translation>Wo beide Seiten sich änderten</translation>
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
            <source>becomes the &amp;kind</source>
            <translation>wird zur &amp;Art</translation>
        </message>
        <message>
            <source>by %1</source>
            <translation>von %1</translation>
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
            <source>“%1” has text that was not saved.</source>
            <translation>„%1“ hat Text, der nicht gespeichert wurde.</translation>
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
            <source>Track record: %1 right, %2 partly, %3 wrong, %4 undecided (n = %5)</source>
            <translation>Trefferquote: %1 richtig, %2 teilweise, %3 falsch, %4 offen (n = %5)</translation>
        </message>
    </context>
</TS>
