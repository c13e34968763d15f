<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n new file(s) in the watched folder.</source>
        <translation>
            <numerusform>%n new file in the watched folder.</numerusform>
            <numerusform>%n new files in the watched folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) received from the network.</source>
        <translation>
            <numerusform>%n image received from the network.</numerusform>
            <numerusform>%n images received from the network.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilePrompts</name>
    <message numerus="yes">
        <source>Forget %n study(s)?</source>
        <translation>
            <numerusform>Forget %n study?</numerusform>
            <numerusform>Forget %n studies?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiltersPage</name>
    <message numerus="yes">
        <source>{model}, %n image(s): </source>
        <translation>
            <numerusform>{model}, %n image: </numerusform>
            <numerusform>{model}, %n images: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read:</source>
        <translation>
            <numerusform>%n file could not be read:</numerusform>
            <numerusform>%n files could not be read:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) before</source>
        <translation>
            <numerusform>%n month before</numerusform>
            <numerusform>%n months before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) before</source>
        <translation>
            <numerusform>%n year before</numerusform>
            <numerusform>%n years before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n mask(s) written to {name}.</source>
        <translation>
            <numerusform>%n mask written to {name}.</numerusform>
            <numerusform>%n masks written to {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeList</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScopePicker</name>
    <message numerus="yes">
        <source>%n open image(s) of this study</source>
        <translation>
            <numerusform>%n open image of this study</numerusform>
            <numerusform>%n open images of this study</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n open image(s)</source>
        <translation>
            <numerusform>The one open image</numerusform>
            <numerusform>All %n open images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistWindow</name>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n study</numerusform>
            <numerusform>%n studies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) no longer there.</source>
        <translation>
            <numerusform>%n file no longer there.</numerusform>
            <numerusform>%n files no longer there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) no longer there:</source>
        <translation>
            <numerusform>%n file no longer there:</numerusform>
            <numerusform>%n files no longer there:</numerusform>
        </translation>
    </message>
</context>
</TS>
