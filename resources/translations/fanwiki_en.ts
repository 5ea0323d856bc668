<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Counted</name>
        <message numerus="yes">
            <source>%1 films are marked as watched there; count them as &amp;seen</source>
            <translation>
                <numerusform>One film is marked as watched there; count it as &amp;seen</numerusform>
                <numerusform>%1 films are marked as watched there; count them as &amp;seen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of the pages are here already</source>
            <translation>
                <numerusform>One of the pages is here already</numerusform>
                <numerusform>%1 of the pages are here already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages</source>
            <translation>
                <numerusform>1 page</numerusform>
                <numerusform>%1 pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages came in</source>
            <translation>
                <numerusform>One page came in</numerusform>
                <numerusform>%1 pages came in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages come</source>
            <translation>
                <numerusform>One page comes</numerusform>
                <numerusform>%1 pages come</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages for this reader</source>
            <translation>
                <numerusform>One page for this reader</numerusform>
                <numerusform>%1 pages for this reader</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 places were changed in both; both texts stand there, marked with %%.</source>
            <translation>
                <numerusform>One place was changed in both; both texts stand there, marked with %%.</numerusform>
                <numerusform>%1 places were changed in both; both texts stand there, marked with %%.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Links in %1 pages will be rewritten. The old title stays as an alias.</source>
            <translation>
                <numerusform>Links in one page will be rewritten. The old title stays as an alias.</numerusform>
                <numerusform>Links in %1 pages will be rewritten. The old title stays as an alias.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WordsCounted</name>
        <message numerus="yes">
            <source>%1 claims</source>
            <translation>
                <numerusform>One claim</numerusform>
                <numerusform>%1 claims</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 claims here rest on this source</source>
            <translation>
                <numerusform>One claim here rests on this source</numerusform>
                <numerusform>%1 claims here rest on this source</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 contributors</source>
            <translation>
                <numerusform>One contributor</numerusform>
                <numerusform>%1 contributors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of them are settled</source>
            <translation>
                <numerusform>1 of them is settled</numerusform>
                <numerusform>%1 of them are settled</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages</source>
            <translation>
                <numerusform>One page</numerusform>
                <numerusform>%1 pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages for “%2”.</source>
            <translation>
                <numerusform>One page for “%2”.</numerusform>
                <numerusform>%1 pages for “%2”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages link</source>
            <translation>
                <numerusform>One page links</numerusform>
                <numerusform>%1 pages link</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pages.</source>
            <translation>
                <numerusform>One page.</numerusform>
                <numerusform>%1 pages.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 parts of this page are hidden, because they would give something away.</source>
            <translation>
                <numerusform>One part of this page is hidden, because it would give something away.</numerusform>
                <numerusform>%1 parts of this page are hidden, because they would give something away.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 pictures</source>
            <translation>
                <numerusform>One picture</numerusform>
                <numerusform>%1 pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 problems</source>
            <translation>
                <numerusform>1 problem</numerusform>
                <numerusform>%1 problems</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No page has all of these words; %1 pages with some of them for “%2”.</source>
            <translation>
                <numerusform>No page has all of these words; one page with some of them for “%2”.</numerusform>
                <numerusform>No page has all of these words; %1 pages with some of them for “%2”.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No page has all of these words; %1 pages with some of them.</source>
            <translation>
                <numerusform>No page has all of these words; one page with some of them.</numerusform>
                <numerusform>No page has all of these words; %1 pages with some of them.</numerusform>
            </translation>
        </message>
    </context>
</TS>
