<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CheckPage</name>
    <message numerus="yes">
        <source>%n file(s) cannot be read and are left out</source>
        <translation>
            <numerusform>%n file cannot be read and is left out</numerusform>
            <numerusform>%n files cannot be read and are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of tables cannot be used</source>
        <translation>
            <numerusform>%n row of tables cannot be used</numerusform>
            <numerusform>%n rows of tables cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of equal or nearly equal images</source>
        <translation>
            <numerusform>%n pair of equal or nearly equal images</numerusform>
            <numerusform>%n pairs of equal or nearly equal images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) with images in several parts</source>
        <translation>
            <numerusform>%n patient with images in several parts</numerusform>
            <numerusform>%n patients with images in several parts</numerusform>
        </translation>
    </message>
</context>
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
    <name>FileList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
    <name>ImagesPage</name>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InboxRow</name>
    <message numerus="yes">
        <source>Received images: %n file(s), {size} MB; {read} of them read.</source>
        <translation>
            <numerusform>Received images: %n file, {size} MB; {read} of them read.</numerusform>
            <numerusform>Received images: %n files, {size} MB; {read} of them read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryCard</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryKeeping</name>
    <message numerus="yes">
        <source>%n received file(s) deleted ({size} MB), {left} kept.</source>
        <translation>
            <numerusform>%n received file deleted ({size} MB), {left} kept.</numerusform>
            <numerusform>%n received files deleted ({size} MB), {left} kept.</numerusform>
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
    <name>RecalibrationWindow</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message numerus="yes">
        <source>%n image(s) could not be read.</source>
        <translation>
            <numerusform>%n image could not be read.</numerusform>
            <numerusform>%n images could not be read.</numerusform>
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
    <name>StartPage</name>
    <message numerus="yes">
        <source>%n option(s) changed</source>
        <translation>
            <numerusform>%n option changed</numerusform>
            <numerusform>%n options changed</numerusform>
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
<context>
    <name>_PasswordCounts</name>
    <message numerus="yes">
        <source>The password is wrong. %n more attempt(s) before a wait.</source>
        <translation>
            <numerusform>The password is wrong. %n more attempt before a wait.</numerusform>
            <numerusform>The password is wrong. %n more attempts before a wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) are needed.</source>
        <translation>
            <numerusform>%n more character is needed.</numerusform>
            <numerusform>%n more characters are needed.</numerusform>
        </translation>
    </message>
</context>
</TS>
