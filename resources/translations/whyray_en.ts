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
</TS>
