<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About WhyRay</source>
        <translation>Über WhyRay</translation>
    </message>
    <message>
        <source>Scores chest radiographs with a local model and shows why.</source>
        <translation>Bewertet Thoraxaufnahmen mit einem lokalen Modell und zeigt, warum.</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL, version 3.</source>
        <translation>Qt und PySide6 werden unter der LGPL, Version 3, verwendet.</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Kein Modell geöffnet.</translation>
    </message>
    <message>
        <source>Active model: {name}, version {version}.</source>
        <translation>Aktives Modell: {name}, Version {version}.</translation>
    </message>
</context>
<context>
    <name>AbsenceStrip</name>
    <message>
        <source>{name}: no picture yet</source>
        <translation>{name}: noch kein Bild</translation>
    </message>
    <message>
        <source>{name}: the first {shown} of {count}</source>
        <translation>{name}: die ersten {shown} von {count}</translation>
    </message>
</context>
<context>
    <name>AcceptanceDialog</name>
    <message>
        <source>Before you begin</source>
        <translation>Bevor Sie beginnen</translation>
    </message>
    <message>
        <source>I accept</source>
        <translation>Ich stimme zu</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>WhyRay is for research and teaching. It is no medical device, and nothing it shows may be the ground of a diagnosis or of a treatment.</source>
        <translation>WhyRay ist für Forschung und Lehre bestimmt. Es ist kein Medizinprodukt, und nichts, was es zeigt, darf Grundlage einer Diagnose oder Behandlung sein.</translation>
    </message>
    <message>
        <source>Scores can be wrong in both directions. A heatmap shows where the model was sensitive, not where disease is; an absent highlight does not clear a region.</source>
        <translation>Scores können in beide Richtungen falsch sein. Eine Heatmap zeigt, wo das Modell empfindlich reagierte, nicht wo eine Erkrankung liegt; eine fehlende Hervorhebung schließt in dem Bereich nichts aus.</translation>
    </message>
    <message>
        <source>Images are read and computed on this computer only. Whoever opens them is responsible for the right to do so.</source>
        <translation>Bilder werden nur auf diesem Computer gelesen und berechnet. Wer sie öffnet, ist dafür verantwortlich, dazu berechtigt zu sein.</translation>
    </message>
</context>
<context>
    <name>ActivationQuestions</name>
    <message>
        <source>Make a model active</source>
        <translation>Modell aktivieren</translation>
    </message>
    <message>
        <source>Make this model active?</source>
        <translation>Dieses Modell aktivieren?</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Nobody vouches for this model: make sure where it comes from.</source>
        <translation>Niemand bürgt für dieses Modell: Vergewissern Sie sich, woher es stammt.</translation>
    </message>
    <message>
        <source>The model is here. Make it active now?</source>
        <translation>Das Modell ist da. Jetzt aktivieren?</translation>
    </message>
    <message>
        <source>{new} will find lung and heart fields from now on.</source>
        <translation>{new} findet ab jetzt Lungenfelder und Herz.</translation>
    </message>
    <message>
        <source>{new} will score every image of your own from now on.</source>
        <translation>{new} bewertet ab jetzt jedes eigene Bild.</translation>
    </message>
    <message>
        <source>{new} takes the place of {old} for every image of your own. It is tried in a process of its own first. Results of {old} stay as they are, and you can go back.</source>
        <translation>{new} tritt bei allen eigenen Bildern an die Stelle von {old}. Es wird zuerst in einem eigenen Prozess geprüft. Ergebnisse von {old} bleiben, wie sie sind, und Sie können zurückwechseln.</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>Aktivieren</translation>
    </message>
</context>
<context>
    <name>Administration</name>
    <message>
        <source>The administrator session is open.</source>
        <translation>Die Administrator-Sitzung ist offen.</translation>
    </message>
    <message>
        <source>The administrator session ended: nobody was here.</source>
        <translation>Die Administrator-Sitzung wurde beendet: Niemand war hier.</translation>
    </message>
    <message>
        <source>The administrator session ended.</source>
        <translation>Die Administrator-Sitzung wurde beendet.</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>Measure of agreement</source>
        <translation>Maß der Übereinstimmung</translation>
    </message>
    <message>
        <source>Agreement of every two maps</source>
        <translation>Übereinstimmung je zweier Heatmaps</translation>
    </message>
    <message>
        <source>Rank correlation (Spearman), -1 to 1</source>
        <translation>Rangkorrelation (Spearman), -1 bis 1</translation>
    </message>
    <message>
        <source>Overlap of the top {percent} %: intersection over union, 0 to 1</source>
        <translation>Überlappung der obersten {percent} %: Schnittmenge durch Vereinigung, 0 bis 1</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>WhyRay is already running but does not answer.</source>
        <translation>WhyRay läuft bereits, antwortet aber nicht.</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or end it in the task list.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es erneut, oder beenden Sie es im Task-Manager.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>{what}: this is for the administrator.</source>
        <translation>{what}: Das ist dem Administrator vorbehalten.</translation>
    </message>
    <message>
        <source>The session stays open until you end it, or until nobody has used the program for 15 minutes.</source>
        <translation>Die Sitzung bleibt offen, bis Sie sie beenden oder bis 15 Minuten lang niemand das Programm benutzt hat.</translation>
    </message>
    <message>
        <source>Administrator password</source>
        <translation>Administrator-Passwort</translation>
    </message>
    <message>
        <source>Lost? On the command line: whyray administrator reset</source>
        <translation>Verloren? In der Befehlszeile: whyray administrator reset</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Rotated 90° clockwise</source>
        <translation>Um 90° im Uhrzeigersinn gedreht</translation>
    </message>
    <message>
        <source>Rotated 180°</source>
        <translation>Um 180° gedreht</translation>
    </message>
    <message>
        <source>Rotated 90° counter-clockwise</source>
        <translation>Um 90° gegen den Uhrzeigersinn gedreht</translation>
    </message>
    <message>
        <source>Flipped left to right</source>
        <translation>Links-rechts gespiegelt</translation>
    </message>
    <message>
        <source>Flipped top to bottom</source>
        <translation>Oben-unten gespiegelt</translation>
    </message>
    <message>
        <source>Flipped and rotated 90° clockwise</source>
        <translation>Gespiegelt und um 90° im Uhrzeigersinn gedreht</translation>
    </message>
    <message>
        <source>Flipped and rotated 90° counter-clockwise</source>
        <translation>Gespiegelt und um 90° gegen den Uhrzeigersinn gedreht</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Batch</source>
        <translation>Stapelverarbeitung</translation>
    </message>
    <message>
        <source>A batch is under way.</source>
        <translation>Ein Stapel wird gerade verarbeitet.</translation>
    </message>
    <message>
        <source>What is finished is kept, and the batch can be gone on with later.</source>
        <translation>Fertiges bleibt erhalten, und der Stapel kann später fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Stop it and quit</source>
        <translation>Stoppen und beenden</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opening the model ...</source>
        <translation>Modell wird geöffnet ...</translation>
    </message>
    <message>
        <source>Looking for images ...</source>
        <translation>Bilder werden gesucht ...</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Pausing: files under way are finished</source>
        <translation>Pause folgt: Begonnene Dateien werden noch fertig</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopping ...</source>
        <translation>Wird gestoppt ...</translation>
    </message>
    <message>
        <source>Writing the tables ...</source>
        <translation>Tabellen werden geschrieben ...</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped: what is finished is kept</source>
        <translation>Gestoppt: Fertiges bleibt erhalten</translation>
    </message>
    <message>
        <source>Could not go on</source>
        <translation>Konnte nicht fortfahren</translation>
    </message>
    <message>
        <source>{done} of {found} done</source>
        <translation>{done} von {found} fertig</translation>
    </message>
    <message>
        <source>{count} of them earlier</source>
        <translation>davon {count} schon früher</translation>
    </message>
    <message>
        <source>{count} scored</source>
        <translation>{count} bewertet</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} abgelehnt</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{rate} files per second, {time} left</source>
        <translation>{rate} Dateien pro Sekunde, noch {time}</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} h {minutes:02d} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds:02d} s</source>
        <translation>{minutes} min {seconds:02d} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>A PDF report for every image</source>
        <translation>Ein PDF-Bericht für jedes Bild</translation>
    </message>
    <message>
        <source>Pseudonyms instead of patients, studies and file names</source>
        <translation>Pseudonyme statt Patienten, Untersuchungen und Dateinamen</translation>
    </message>
    <message>
        <source>Letters that are burned into the pictures are not removed.</source>
        <translation>In die Bilder eingebrannte Zeichen werden nicht entfernt.</translation>
    </message>
    <message>
        <source>left empty: they get no score</source>
        <translation>leer gelassen: kein Score</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, Version {version}</translation>
    </message>
    <message>
        <source>Folder of the images</source>
        <translation>Ordner der Bilder</translation>
    </message>
    <message>
        <source>Folder of the results</source>
        <translation>Ordner der Ergebnisse</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Methods that make pictures</source>
        <translation>Methoden, mit denen Bilder erzeugt werden</translation>
    </message>
    <message>
        <source>Why refused images are scored</source>
        <translation>Warum abgelehnte Bilder bewertet werden</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Pictures by</source>
        <translation>Bilder erzeugen mit</translation>
    </message>
    <message>
        <source>Score refused images because</source>
        <translation>Abgelehnte Bilder bewerten, weil</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Batch</source>
        <translation>Stapelverarbeitung</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Fehlgeschlagene erneut</translation>
    </message>
    <message>
        <source>Open results</source>
        <translation>Ergebnisse öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Goes on, and tries the files once more that failed</source>
        <translation>Setzt fort und versucht fehlgeschlagene Dateien noch einmal</translation>
    </message>
    <message>
        <source>Scores every image of a folder and of the folders below it, and writes tables, a page of figures and, where wanted, pictures and reports.</source>
        <translation>Bewertet jedes Bild eines Ordners und seiner Unterordner und schreibt Tabellen, eine Übersichtsseite mit Diagrammen und, wo gewünscht, Bilder und Berichte.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Look for new images</source>
        <translation>Nach neuen Bildern suchen</translation>
    </message>
    <message>
        <source>The batch in this folder is finished. Only images that have come or changed since would be done.</source>
        <translation>Der Stapel in diesem Ordner ist fertig. Bearbeitet würden nur Bilder, die seitdem hinzukamen oder geändert wurden.</translation>
    </message>
    <message>
        <source>A batch was begun in this folder. Go on does what is missing or has changed since.</source>
        <translation>In diesem Ordner wurde ein Stapel begonnen. „Fortsetzen“ erledigt, was fehlt oder sich seither geändert hat.</translation>
    </message>
    <message>
        <source>(hidden)</source>
        <translation>(verdeckt)</translation>
    </message>
    <message>
        <source>The results are in {folder}</source>
        <translation>Die Ergebnisse liegen in {folder}</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Tatsächlich</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Images on which the models differ, and a fixed sample</source>
        <translation>Bilder, bei denen die Modelle abweichen, und eine feste Stichprobe</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Image {number}</source>
        <translation>Bild {number}</translation>
    </message>
    <message>
        <source>without {finding}</source>
        <translation>ohne {finding}</translation>
    </message>
</context>
<context>
    <name>CellSize</name>
    <message>
        <source>Size of a picture</source>
        <translation>Größe eines Bildes</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>The key that signs models stays the same; sessions elsewhere end.</source>
        <translation>Der Schlüssel, der Modelle signiert, bleibt derselbe; Sitzungen an anderer Stelle enden.</translation>
    </message>
    <message>
        <source>Current administrator password</source>
        <translation>Bisheriges Administrator-Passwort</translation>
    </message>
    <message>
        <source>New administrator password</source>
        <translation>Neues Administrator-Passwort</translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>Over the radiograph</source>
        <translation>Über der Aufnahme</translation>
    </message>
    <message>
        <source>What the strongest cell saw</source>
        <translation>Was die stärkste Zelle sah</translation>
    </message>
    <message>
        <source>The frame is the receptive field: nothing outside it changed that cell</source>
        <translation>Der Rahmen ist das rezeptive Feld: Nichts außerhalb hat diese Zelle verändert</translation>
    </message>
    <message>
        <source>{layer}, channel {number}</source>
        <translation>{layer}, Kanal {number}</translation>
    </message>
    <message>
        <source>mean {mean}, SD {deviation}, least {least}, greatest {greatest}</source>
        <translation>Mittel {mean}, SD {deviation}, kleinster {least}, größter {greatest}</translation>
    </message>
    <message>
        <source>{layer} has only {count} channels</source>
        <translation>{layer} hat nur {count} Kanäle</translation>
    </message>
    <message>
        <source>Strongest at row {row}, column {column}: {value}. A cell of this layer sees {width} x {height} pixels of the network&apos;s input.</source>
        <translation>Am stärksten in Zeile {row}, Spalte {column}: {value}. Eine Zelle dieser Schicht sieht {width} x {height} Pixel der Netzeingabe.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Epoch {number}</source>
        <translation>Epoche {number}</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>beste Epoche</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>best: {number}</source>
        <translation>beste: {number}</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Are these images fit for it?</source>
        <translation>Sind diese Bilder dafür geeignet?</translation>
    </message>
    <message>
        <source>Every image is read once: what cannot be read, what is there twice, whose images they are, and whether something else than the disease tells the classes apart.</source>
        <translation>Jedes Bild wird einmal gelesen: was nicht lesbar ist, was doppelt vorkommt, von wem die Bilder sind und ob etwas anderes als die Krankheit die Klassen unterscheidet.</translation>
    </message>
    <message>
        <source>Looking at every image: {percent} %</source>
        <translation>Alle Bilder werden durchgesehen: {percent} %</translation>
    </message>
    <message>
        <source>Starting ...</source>
        <translation>Wird gestartet ...</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Nothing speaks against training on these images.</source>
        <translation>Nichts spricht gegen ein Training mit diesen Bildern.</translation>
    </message>
    <message>
        <source>These images can be trained on. Please read what follows.</source>
        <translation>Mit diesen Bildern kann trainiert werden. Bitte lesen Sie das Folgende.</translation>
    </message>
    <message>
        <source>Training on these images makes no sense yet.</source>
        <translation>Ein Training mit diesen Bildern ist noch nicht sinnvoll.</translation>
    </message>
    <message>
        <source>This must be mended</source>
        <translation>Das muss behoben werden</translation>
    </message>
    <message>
        <source>This you should know</source>
        <translation>Das sollten Sie wissen</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Prüfung stoppen</translation>
    </message>
    <message>
        <source>Images by class and part</source>
        <translation>Bilder nach Klasse und Teil</translation>
    </message>
    <message>
        <source>Training images are learned from; validation images tell when to stop and where the operating point lies. The test images are locked: no training ever sees them, so that every model of this clinic is measured on the same untouched images. All images of a patient are in one part.</source>
        <translation>Aus Trainingsbildern wird gelernt; Validierungsbilder zeigen, wann Schluss ist und wo der Arbeitspunkt liegt. Die Testbilder sind gesperrt: Kein Training sieht sie je, sodass jedes Modell dieser Klinik an denselben unberührten Bildern gemessen wird. Alle Bilder eines Patienten liegen in einem Teil.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test (locked)</source>
        <translation>Test (gesperrt)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>{images} images of {patients} patients.</source>
        <translation>{images} Bilder von {patients} Patienten.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and are left out</source>
        <translation>
            <numerusform>%n Datei ist nicht lesbar und wird ausgelassen</numerusform>
            <numerusform>%n Dateien sind nicht lesbar und werden ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of tables cannot be used</source>
        <translation>
            <numerusform>%n Tabellenzeile ist nicht verwendbar</numerusform>
            <numerusform>%n Tabellenzeilen sind nicht verwendbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of equal or nearly equal images</source>
        <translation>
            <numerusform>%n Paar gleicher oder fast gleicher Bilder</numerusform>
            <numerusform>%n Paare gleicher oder fast gleicher Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>The same as</source>
        <translation>Dasselbe wie</translation>
    </message>
    <message>
        <source>Differs in</source>
        <translation>Verschieden in</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) with images in several parts</source>
        <translation>
            <numerusform>%n Patient mit Bildern in mehreren Teilen</numerusform>
            <numerusform>%n Patienten mit Bildern in mehreren Teilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Explain further classes too, then go through the maps</source>
        <translation>Auch weitere Klassen erklären, dann durch die Heatmaps blättern</translation>
    </message>
    <message>
        <source>Classes to explain</source>
        <translation>Zu erklärende Klassen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Map of the class before</source>
        <translation>Heatmap der vorigen Klasse</translation>
    </message>
    <message>
        <source>Map of the next class</source>
        <translation>Heatmap der nächsten Klasse</translation>
    </message>
    <message>
        <source>Several classes ({count})</source>
        <translation>Mehrere Klassen ({count})</translation>
    </message>
    <message>
        <source>Several classes</source>
        <translation>Mehrere Klassen</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>{ready} of {count} ready</source>
        <translation>{ready} von {count} fertig</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;DICOM</source>
        <translation>&amp;DICOM</translation>
    </message>
    <message>
        <source>&amp;Administrator</source>
        <translation>&amp;Administrator</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Rotate and flip</source>
        <translation>&amp;Drehen und spiegeln</translation>
    </message>
    <message>
        <source>&amp;Greys</source>
        <translation>&amp;Graustufen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>M&amp;easure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Mas&amp;ks</source>
        <translation>M&amp;asken</translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation>&amp;Erklärung</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>M&amp;odell</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open files...</source>
        <translation>Dateien öffnen...</translation>
    </message>
    <message>
        <source>Open DICOM, JPEG, PNG, TIFF, BMP or WEBP files</source>
        <translation>DICOM-, JPEG-, PNG-, TIFF-, BMP- oder WEBP-Dateien öffnen</translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation>Ordner öffnen...</translation>
    </message>
    <message>
        <source>Open every image in a folder and the folders below it</source>
        <translation>Alle Bilder eines Ordners und seiner Unterordner öffnen</translation>
    </message>
    <message>
        <source>Forget this list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Empty the list of recent files</source>
        <translation>Die Liste der zuletzt geöffneten Dateien leeren</translation>
    </message>
    <message>
        <source>Watch a folder...</source>
        <translation>Ordner überwachen...</translation>
    </message>
    <message>
        <source>Open new images of a folder as they arrive; again to stop</source>
        <translation>Neue Bilder eines Ordners öffnen, sobald sie eintreffen; erneut: aufhören</translation>
    </message>
    <message>
        <source>Worklist...</source>
        <translation>Arbeitsliste...</translation>
    </message>
    <message>
        <source>Every study that was opened here: search, sort, read again</source>
        <translation>Jede hier geöffnete Untersuchung: suchen, sortieren, erneut befunden</translation>
    </message>
    <message>
        <source>Mark study as read</source>
        <translation>Untersuchung als befundet markieren</translation>
    </message>
    <message>
        <source>The worklist then shows the study on screen as read</source>
        <translation>Die Arbeitsliste zeigt die angezeigte Untersuchung dann als befundet</translation>
    </message>
    <message>
        <source>Forget this study...</source>
        <translation>Untersuchung vergessen...</translation>
    </message>
    <message>
        <source>Remove what is known of it, with marks and decisions</source>
        <translation>Alles über sie Gespeicherte entfernen, samt Markierungen und Entscheidungen</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Show the next file of the list</source>
        <translation>Die nächste Datei der Liste zeigen</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Show the file before this one</source>
        <translation>Die vorige Datei der Liste zeigen</translation>
    </message>
    <message>
        <source>Next study</source>
        <translation>Nächste Untersuchung</translation>
    </message>
    <message>
        <source>Show the first image of the next study in the list</source>
        <translation>Das erste Bild der nächsten Untersuchung in der Liste zeigen</translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation>Vorige Untersuchung</translation>
    </message>
    <message>
        <source>Show the first image of the study before</source>
        <translation>Das erste Bild der vorigen Untersuchung zeigen</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächstes Einzelbild</translation>
    </message>
    <message>
        <source>Show and score the next frame of this file</source>
        <translation>Das nächste Einzelbild dieser Datei zeigen und bewerten</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Voriges Einzelbild</translation>
    </message>
    <message>
        <source>Show and score the frame before this one</source>
        <translation>Das vorige Einzelbild zeigen und bewerten</translation>
    </message>
    <message>
        <source>Play frames</source>
        <translation>Einzelbilder abspielen</translation>
    </message>
    <message>
        <source>Play the frames at the file&apos;s pace; the last is scored</source>
        <translation>Die Einzelbilder im Tempo der Datei abspielen; das letzte wird bewertet</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Read the file on screen once more</source>
        <translation>Die angezeigte Datei noch einmal einlesen</translation>
    </message>
    <message>
        <source>Report...</source>
        <translation>Bericht...</translation>
    </message>
    <message>
        <source>Write, save as PDF or print the report of this image</source>
        <translation>Den Bericht zu diesem Bild schreiben, als PDF speichern oder drucken</translation>
    </message>
    <message>
        <source>Save view...</source>
        <translation>Ansicht speichern...</translation>
    </message>
    <message>
        <source>Save what is on screen as PNG or JPEG</source>
        <translation>Das Angezeigte als PNG oder JPEG speichern</translation>
    </message>
    <message>
        <source>Save view without marks...</source>
        <translation>Ansicht ohne Markierungen speichern...</translation>
    </message>
    <message>
        <source>Save the image alone: no heatmap, marks or words</source>
        <translation>Nur das Bild speichern: ohne Heatmap, Markierungen und Text</translation>
    </message>
    <message>
        <source>Save result as JSON...</source>
        <translation>Ergebnis als JSON speichern...</translation>
    </message>
    <message>
        <source>Save scores, checks and facts of the maps for programs</source>
        <translation>Scores, Prüfungen und Angaben zu den Heatmaps für Programme speichern</translation>
    </message>
    <message>
        <source>Save map as NPY...</source>
        <translation>Heatmap als NPY speichern...</translation>
    </message>
    <message>
        <source>Save the signed numbers of the map on screen for NumPy</source>
        <translation>Die Zahlen der angezeigten Heatmap mit Vorzeichen für NumPy speichern</translation>
    </message>
    <message>
        <source>Save or send results as DICOM...</source>
        <translation>Ergebnisse als DICOM speichern oder senden...</translation>
    </message>
    <message>
        <source>Picture, report, findings and maps as objects of the image&apos;s own study</source>
        <translation>Bild, Bericht, Befunde und Heatmaps als Objekte der Untersuchung des Bildes</translation>
    </message>
    <message>
        <source>Send images...</source>
        <translation>Bilder senden...</translation>
    </message>
    <message>
        <source>Send open DICOM files as they are to a DICOM node</source>
        <translation>Geöffnete DICOM-Dateien unverändert an einen DICOM-Knoten senden</translation>
    </message>
    <message>
        <source>Save de-identified copy...</source>
        <translation>De-identifizierte Kopie speichern...</translation>
    </message>
    <message>
        <source>Copies of open DICOM images without names in their headers</source>
        <translation>Kopien geöffneter DICOM-Bilder ohne Namen im Header</translation>
    </message>
    <message>
        <source>DICOM nodes...</source>
        <translation>DICOM-Knoten...</translation>
    </message>
    <message>
        <source>Archives and workstations to send to, and their answer</source>
        <translation>Archive und Arbeitsplätze, an die gesendet wird, und ihre Antwort</translation>
    </message>
    <message>
        <source>Receive images</source>
        <translation>Bilder empfangen</translation>
    </message>
    <message>
        <source>Let DICOM peers send images here while the window is open; again to stop</source>
        <translation>DICOM-Gegenstellen dürfen Bilder senden, solange das Fenster offen ist; erneut: aufhören</translation>
    </message>
    <message>
        <source>Delete received images that were read...</source>
        <translation>Befundete empfangene Bilder löschen...</translation>
    </message>
    <message>
        <source>What nobody has marked as read or reported stays</source>
        <translation>Was niemand als befundet markiert oder berichtet hat, bleibt</translation>
    </message>
    <message>
        <source>Copy view</source>
        <translation>Ansicht kopieren</translation>
    </message>
    <message>
        <source>Copy what is on screen as a picture</source>
        <translation>Das Angezeigte als Bild kopieren</translation>
    </message>
    <message>
        <source>Copy view without marks</source>
        <translation>Ansicht ohne Markierungen kopieren</translation>
    </message>
    <message>
        <source>Copy the image alone: no heatmap, marks or words</source>
        <translation>Nur das Bild kopieren: ohne Heatmap, Markierungen und Text</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Angaben kopieren</translation>
    </message>
    <message>
        <source>Copy the facts of what is on screen, no patient data</source>
        <translation>Die Fakten zum Angezeigten kopieren, ohne Patientendaten</translation>
    </message>
    <message>
        <source>Close image</source>
        <translation>Bild schließen</translation>
    </message>
    <message>
        <source>Take the file on screen off the list</source>
        <translation>Die angezeigte Datei aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>Untersuchung schließen</translation>
    </message>
    <message>
        <source>Take all files of the study on screen off the list</source>
        <translation>Alle Dateien der angezeigten Untersuchung aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Batch...</source>
        <translation>Stapelverarbeitung...</translation>
    </message>
    <message>
        <source>Score every image of a folder into tables and pictures</source>
        <translation>Jedes Bild eines Ordners bewerten, in Tabellen und Bildern</translation>
    </message>
    <message>
        <source>Begin administrator session...</source>
        <translation>Administrator-Sitzung beginnen...</translation>
    </message>
    <message>
        <source>Record-keeping settings, network and models can be changed</source>
        <translation>Einstellungen zu Aufzeichnung, Netzwerk und Modellen sind dann änderbar</translation>
    </message>
    <message>
        <source>End administrator session</source>
        <translation>Administrator-Sitzung beenden</translation>
    </message>
    <message>
        <source>From now on the password is asked for again</source>
        <translation>Ab jetzt wird wieder nach dem Passwort gefragt</translation>
    </message>
    <message>
        <source>Set or change administrator password...</source>
        <translation>Administrator-Passwort festlegen oder ändern...</translation>
    </message>
    <message>
        <source>Settings...</source>
        <translation>Einstellungen...</translation>
    </message>
    <message>
        <source>Appearance, mouse, heatmap, files</source>
        <translation>Darstellung, Maus, Heatmap, Dateien</translation>
    </message>
    <message>
        <source>Keyboard shortcuts...</source>
        <translation>Tastenkürzel...</translation>
    </message>
    <message>
        <source>Give commands other keys</source>
        <translation>Befehlen andere Tasten geben</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End WhyRay</source>
        <translation>WhyRay beenden</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole image</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Show one image pixel per screen pixel</source>
        <translation>Ein Bildpixel je Bildschirmpixel zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Magnify</source>
        <translation>Größer darstellen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation>Kleiner darstellen</translation>
    </message>
    <message>
        <source>Window and level</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Left drag changes contrast (sideways) and brightness</source>
        <translation>Links ziehen ändert Kontrast (seitwärts) und Helligkeit</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Left drag moves the image</source>
        <translation>Links ziehen verschiebt das Bild</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Left drag up or down zooms about the pressed point</source>
        <translation>Links auf- oder abwärts ziehen zoomt um den angeklickten Punkt</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>Left drag up or down goes through frames, or images</source>
        <translation>Links auf- oder abwärts ziehen blättert durch Einzelbilder oder Bilder</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Enlarge what lies under the pointer, without the heatmap</source>
        <translation>Vergrößert, was unter dem Zeiger liegt, ohne Heatmap</translation>
    </message>
    <message>
        <source>Rotate clockwise</source>
        <translation>Im Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>A quarter turn to the right; the model never sees it</source>
        <translation>Vierteldrehung nach rechts; das Modell sieht sie nie</translation>
    </message>
    <message>
        <source>Rotate counter-clockwise</source>
        <translation>Gegen den Uhrzeigersinn drehen</translation>
    </message>
    <message>
        <source>A quarter turn to the left; the model never sees it</source>
        <translation>Vierteldrehung nach links; das Modell sieht sie nie</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>Links-rechts spiegeln</translation>
    </message>
    <message>
        <source>A mirror image: the heart seems to lie on the other side</source>
        <translation>Spiegelbild: Das Herz scheint auf der anderen Seite zu liegen</translation>
    </message>
    <message>
        <source>Flip top to bottom</source>
        <translation>Oben-unten spiegeln</translation>
    </message>
    <message>
        <source>Swap top and bottom; the model never sees it</source>
        <translation>Oben und unten vertauschen; das Modell sieht es nie</translation>
    </message>
    <message>
        <source>Corner text: full, short, none</source>
        <translation>Ecktexte: voll, kurz, keine</translation>
    </message>
    <message>
        <source>The corners say less, or all again; also a tap on Space</source>
        <translation>Die Ecken zeigen weniger oder wieder alles; auch kurz Leertaste</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Swap light and dark on screen; the model never sees it</source>
        <translation>Hell und Dunkel auf dem Schirm vertauschen; das Modell sieht es nie</translation>
    </message>
    <message>
        <source>As the file asks</source>
        <translation>Wie die Datei vorgibt</translation>
    </message>
    <message>
        <source>The window or LUT that the file asks for</source>
        <translation>Das Fenster oder die LUT, die die Datei vorgibt</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Voller Wertebereich</translation>
    </message>
    <message>
        <source>From the smallest to the largest value, without any LUT</source>
        <translation>Vom kleinsten zum größten Wert, ohne LUT</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Fits the film alone: borders and burned-in marks left out</source>
        <translation>Nur an die Aufnahme angepasst, ohne Ränder und eingebrannte Zeichen</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>Vessels and markings of the lungs; what is dense is white</source>
        <translation>Gefäße und Lungenzeichnung; Dichtes ist weiß</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Behind the heart and below the domes; lungs are black</source>
        <translation>Retrokardial und unter den Zwerchfellkuppeln; die Lungen sind schwarz</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Ribs, clavicles and spine with more contrast</source>
        <translation>Rippen, Klavikeln und Wirbelsäule mit mehr Kontrast</translation>
    </message>
    <message>
        <source>Tubes and lines</source>
        <translation>Tuben und Katheter</translation>
    </message>
    <message>
        <source>Catheters, tubes and wires before the mediastinum</source>
        <translation>Katheter, Tuben und Drähte vor dem Mediastinum</translation>
    </message>
    <message>
        <source>Low contrast</source>
        <translation>Kontrastarm</translation>
    </message>
    <message>
        <source>Everything at once, flat, nothing cut off</source>
        <translation>Alles zugleich, flach, nichts abgeschnitten</translation>
    </message>
    <message>
        <source>First window of the file</source>
        <translation>Erstes Fenster der Datei</translation>
    </message>
    <message>
        <source>The first window or LUT that the file offers</source>
        <translation>Das erste Fenster oder die erste LUT der Datei</translation>
    </message>
    <message>
        <source>Second window of the file</source>
        <translation>Zweites Fenster der Datei</translation>
    </message>
    <message>
        <source>The second window or LUT that the file offers</source>
        <translation>Das zweite Fenster oder die zweite LUT der Datei</translation>
    </message>
    <message>
        <source>Third window of the file</source>
        <translation>Drittes Fenster der Datei</translation>
    </message>
    <message>
        <source>The third window or LUT that the file offers</source>
        <translation>Das dritte Fenster oder die dritte LUT der Datei</translation>
    </message>
    <message>
        <source>Equalise contrast</source>
        <translation>Kontrast ausgleichen</translation>
    </message>
    <message>
        <source>CLAHE for the eye; the model and measurements never see it</source>
        <translation>CLAHE fürs Auge; Modell und Messungen sehen es nie</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the window, greys and place that the file asks for</source>
        <translation>Zurück zu Fenster, Graustufen und Lage, wie die Datei sie vorgibt</translation>
    </message>
    <message>
        <source>One pane</source>
        <translation>Ein Bildfeld</translation>
    </message>
    <message>
        <source>Show the focused image alone</source>
        <translation>Nur das aktive Bild zeigen</translation>
    </message>
    <message>
        <source>Two panes</source>
        <translation>Zwei Bildfelder</translation>
    </message>
    <message>
        <source>Show the image and its prior, or its other view</source>
        <translation>Das Bild und seine Voraufnahme oder die andere Projektion zeigen</translation>
    </message>
    <message>
        <source>Four panes</source>
        <translation>Vier Bildfelder</translation>
    </message>
    <message>
        <source>Show both views of a study above those of its prior</source>
        <translation>Beide Projektionen einer Untersuchung über denen der Voruntersuchung</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächstes Bildfeld</translation>
    </message>
    <message>
        <source>Let keys and panels mean the next pane</source>
        <translation>Tasten und Bedienfelder gelten für das nächste Bildfeld</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriges Bildfeld</translation>
    </message>
    <message>
        <source>Let keys and panels mean the pane before</source>
        <translation>Tasten und Bedienfelder gelten für das vorige Bildfeld</translation>
    </message>
    <message>
        <source>Focused pane alone</source>
        <translation>Nur aktives Bildfeld</translation>
    </message>
    <message>
        <source>Let the focused pane cover the others, or show them again</source>
        <translation>Das aktive Bildfeld verdeckt die anderen, oder sie erscheinen wieder</translation>
    </message>
    <message>
        <source>Compare with prior</source>
        <translation>Mit Voraufnahme vergleichen</translation>
    </message>
    <message>
        <source>Show the same patient&apos;s earlier image in the same view beside this one</source>
        <translation>Die frühere Aufnahme desselben Patienten in derselben Projektion daneben zeigen</translation>
    </message>
    <message>
        <source>Same image, other explanation</source>
        <translation>Gleiches Bild, andere Erklärung</translation>
    </message>
    <message>
        <source>Show this image once more, explained in its own way</source>
        <translation>Dieses Bild noch einmal zeigen, auf eigene Art erklärt</translation>
    </message>
    <message>
        <source>Same image, other model</source>
        <translation>Gleiches Bild, anderes Modell</translation>
    </message>
    <message>
        <source>Show this image once more, scored by another model</source>
        <translation>Dieses Bild noch einmal zeigen, von einem anderen Modell bewertet</translation>
    </message>
    <message>
        <source>Link zoom and position</source>
        <translation>Zoom und Lage koppeln</translation>
    </message>
    <message>
        <source>Zoom and move all panes together, or each for itself</source>
        <translation>Alle Bildfelder gemeinsam zoomen und verschieben oder jedes für sich</translation>
    </message>
    <message>
        <source>Link window</source>
        <translation>Fensterung koppeln</translation>
    </message>
    <message>
        <source>Window all panes together, or each for itself</source>
        <translation>Alle Bildfelder gemeinsam fenstern oder jedes für sich</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen, or go back</source>
        <translation>Den Bildschirm ausfüllen oder zurück</translation>
    </message>
    <message>
        <source>Privacy mode</source>
        <translation>Datenschutzmodus</translation>
    </message>
    <message>
        <source>Mask names, numbers and dates of patients on screen</source>
        <translation>Namen, Nummern und Daten von Patienten auf dem Schirm verdecken</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Design</translation>
    </message>
    <message>
        <source>Light panes; the image area stays black</source>
        <translation>Helle Bedienfelder; die Bildfläche bleibt schwarz</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Use the language of the system, or English</source>
        <translation>Die Sprache des Systems verwenden, sonst Englisch</translation>
    </message>
    <message>
        <source>Use English in the whole window</source>
        <translation>Das ganze Fenster auf Englisch</translation>
    </message>
    <message>
        <source>Use German in the whole window</source>
        <translation>Das ganze Fenster auf Deutsch</translation>
    </message>
    <message>
        <source>Use Spanish in the whole window</source>
        <translation>Das ganze Fenster auf Spanisch</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Measure a distance, with where its millimetres come from</source>
        <translation>Eine Strecke messen, mit Herkunft ihrer Millimeter</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Measure the angle between two arms</source>
        <translation>Den Winkel zwischen zwei Schenkeln messen</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Measure the angle between two end plates</source>
        <translation>Den Winkel zwischen zwei Endplatten messen</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Herz-Thorax-Quotient</translation>
    </message>
    <message>
        <source>Widest heart over widest inner thorax; defined for PA</source>
        <translation>Größte Herzbreite durch größte innere Thoraxbreite; definiert für p.a.</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Mean, spread, extremes and area inside of an ellipse</source>
        <translation>Mittelwert, Streuung, Extremwerte und Fläche in einer Ellipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Mean, spread, extremes and area inside of a rectangle</source>
        <translation>Mittelwert, Streuung, Extremwerte und Fläche in einem Rechteck</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Mean, spread, extremes and area inside of a polygon</source>
        <translation>Mittelwert, Streuung, Extremwerte und Fläche in einem Polygon</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Point at something; a double click writes beside it</source>
        <translation>Auf etwas zeigen; ein Doppelklick schreibt daneben</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Write on the image</source>
        <translation>Auf das Bild schreiben</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>Mark the image on screen as a key image, or no longer</source>
        <translation>Das angezeigte Bild als Schlüsselbild kennzeichnen oder nicht mehr</translation>
    </message>
    <message>
        <source>Calibrate...</source>
        <translation>Kalibrieren...</translation>
    </message>
    <message>
        <source>Draw something of known length to measure in millimetres</source>
        <translation>Etwas bekannter Länge nachzeichnen, um in Millimetern zu messen</translation>
    </message>
    <message>
        <source>Forget calibration</source>
        <translation>Kalibrierung verwerfen</translation>
    </message>
    <message>
        <source>Measure with the pixel size of the file again</source>
        <translation>Wieder mit der Pixelgröße der Datei messen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last mark, window drag, turn or flip</source>
        <translation>Letzte Markierung, Fensterung, Drehung oder Spiegelung zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Zurückgenommenes wiederherstellen</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>Markierung löschen</translation>
    </message>
    <message>
        <source>Take the selected mark away; undo brings it back</source>
        <translation>Die gewählte Markierung entfernen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>Delete all marks</source>
        <translation>Alle Markierungen löschen</translation>
    </message>
    <message>
        <source>Take all marks of this image away; undo brings them back</source>
        <translation>Alle Markierungen dieses Bildes entfernen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>Marks on / off</source>
        <translation>Markierungen ein / aus</translation>
    </message>
    <message>
        <source>Show or hide everything that was drawn</source>
        <translation>Alles Gezeichnete zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Export marks...</source>
        <translation>Markierungen exportieren...</translation>
    </message>
    <message>
        <source>Write the marks of this image and their values as JSON</source>
        <translation>Die Markierungen dieses Bildes und ihre Werte als JSON schreiben</translation>
    </message>
    <message>
        <source>Mask brush</source>
        <translation>Maskenpinsel</translation>
    </message>
    <message>
        <source>Paint where a finding or an organ lies; Alt erases</source>
        <translation>Malen, wo ein Befund oder ein Organ liegt; Alt radiert</translation>
    </message>
    <message>
        <source>Mask eraser</source>
        <translation>Maskenradierer</translation>
    </message>
    <message>
        <source>Take pixels out of the mask; Alt paints</source>
        <translation>Pixel aus der Maske nehmen; Alt malt</translation>
    </message>
    <message>
        <source>Mask polygon</source>
        <translation>Maskenpolygon</translation>
    </message>
    <message>
        <source>Add what a polygon encloses to the mask</source>
        <translation>Der Maske hinzufügen, was ein Polygon umschließt</translation>
    </message>
    <message>
        <source>Use mark as mask</source>
        <translation>Markierung als Maske</translation>
    </message>
    <message>
        <source>Add the selected ellipse, rectangle or polygon to the mask</source>
        <translation>Die gewählte Ellipse, das Rechteck oder Polygon der Maske hinzufügen</translation>
    </message>
    <message>
        <source>Thicker brush</source>
        <translation>Dickerer Pinsel</translation>
    </message>
    <message>
        <source>A larger mask brush; also Alt and the wheel</source>
        <translation>Ein größerer Maskenpinsel; auch Alt und Mausrad</translation>
    </message>
    <message>
        <source>Thinner brush</source>
        <translation>Dünnerer Pinsel</translation>
    </message>
    <message>
        <source>A smaller mask brush; also Alt and the wheel</source>
        <translation>Ein kleinerer Maskenpinsel; auch Alt und Mausrad</translation>
    </message>
    <message>
        <source>Masks on / off</source>
        <translation>Masken ein / aus</translation>
    </message>
    <message>
        <source>Show or hide the masks that were drawn</source>
        <translation>Die gezeichneten Masken zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Show lung and heart fields</source>
        <translation>Lungenfelder und Herz zeigen</translation>
    </message>
    <message>
        <source>The outlines that an installed model for masks finds</source>
        <translation>Die Umrisse, die ein installiertes Maskenmodell findet</translation>
    </message>
    <message>
        <source>Delete mask</source>
        <translation>Maske löschen</translation>
    </message>
    <message>
        <source>Take the mask in hand away; undo brings it back</source>
        <translation>Die gewählte Maske entfernen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>Export masks...</source>
        <translation>Masken exportieren...</translation>
    </message>
    <message>
        <source>Write the masks of this image as PNG of its own size</source>
        <translation>Die Masken dieses Bildes als PNG in Bildgröße schreiben</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Compute the heatmap that the pickers ask for</source>
        <translation>Die gewählte Heatmap berechnen</translation>
    </message>
    <message>
        <source>Test this map</source>
        <translation>Heatmap prüfen</translation>
    </message>
    <message>
        <source>How far can it be believed? Each test beside its control</source>
        <translation>Wie weit ist ihr zu trauen? Jede Prüfung neben ihrer Kontrolle</translation>
    </message>
    <message>
        <source>Test this map thoroughly</source>
        <translation>Heatmap gründlich prüfen</translation>
    </message>
    <message>
        <source>The same with many more runs of the model: minutes</source>
        <translation>Dasselbe mit viel mehr Durchläufen des Modells: Minuten</translation>
    </message>
    <message>
        <source>Open masks...</source>
        <translation>Masken öffnen ...</translation>
    </message>
    <message>
        <source>Where finding and lungs lie, to test maps against</source>
        <translation>Wo Befund und Lungen liegen, um Heatmaps daran zu prüfen</translation>
    </message>
    <message>
        <source>What every layer saw...</source>
        <translation>Was jede Schicht sah...</translation>
    </message>
    <message>
        <source>The feature maps of every layer for this image</source>
        <translation>Die Merkmalskarten jeder Schicht für dieses Bild</translation>
    </message>
    <message>
        <source>Compare explanations...</source>
        <translation>Erklärungen vergleichen...</translation>
    </message>
    <message>
        <source>Methods, models, classes and layers side by side</source>
        <translation>Methoden, Modelle, Klassen und Schichten nebeneinander</translation>
    </message>
    <message>
        <source>Next class</source>
        <translation>Nächste Klasse</translation>
    </message>
    <message>
        <source>Explain the next class; of several, the next chosen one</source>
        <translation>Die nächste Klasse erklären; bei mehreren die nächste gewählte</translation>
    </message>
    <message>
        <source>Previous class</source>
        <translation>Vorige Klasse</translation>
    </message>
    <message>
        <source>Explain the class before</source>
        <translation>Die vorige Klasse erklären</translation>
    </message>
    <message>
        <source>Heatmap on / off</source>
        <translation>Heatmap ein / aus</translation>
    </message>
    <message>
        <source>Show or hide the heatmap</source>
        <translation>Die Heatmap zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Superpixels on / off</source>
        <translation>Superpixel ein / aus</translation>
    </message>
    <message>
        <source>Green (+) and red (-) superpixels, or colours again</source>
        <translation>Grüne (+) und rote (-) Superpixel oder wieder Farben</translation>
    </message>
    <message>
        <source>Contours on / off</source>
        <translation>Konturen ein / aus</translation>
    </message>
    <message>
        <source>Lines of equal value, or colours again</source>
        <translation>Linien gleichen Werts oder wieder Farben</translation>
    </message>
    <message>
        <source>Boxes on / off</source>
        <translation>Rahmen ein / aus</translation>
    </message>
    <message>
        <source>Boxes around regions over the threshold, or colours again</source>
        <translation>Rahmen um Regionen über der Schwelle oder wieder Farben</translation>
    </message>
    <message>
        <source>Findings together on / off</source>
        <translation>Befunde gemeinsam ein / aus</translation>
    </message>
    <message>
        <source>All findings that were explained, each in its own colour</source>
        <translation>Alle erklärten Befunde, jeder in eigener Farbe</translation>
    </message>
    <message>
        <source>Denser heatmap</source>
        <translation>Heatmap kräftiger</translation>
    </message>
    <message>
        <source>Raise the heatmap&apos;s opacity</source>
        <translation>Die Deckkraft der Heatmap erhöhen</translation>
    </message>
    <message>
        <source>Thinner heatmap</source>
        <translation>Heatmap schwächer</translation>
    </message>
    <message>
        <source>Lower the heatmap&apos;s opacity</source>
        <translation>Die Deckkraft der Heatmap verringern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End drawing, work or tool, one per press; then reset</source>
        <translation>Beendet je Druck Zeichnen, Berechnung oder Werkzeug; dann Zurücksetzen</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>Bild gesichtet</translation>
    </message>
    <message>
        <source>Show what the model says about this image</source>
        <translation>Zeigen, was das Modell zu diesem Bild sagt</translation>
    </message>
    <message>
        <source>Accept finding</source>
        <translation>Befund bestätigen</translation>
    </message>
    <message>
        <source>I see the explained finding too; again: take it back</source>
        <translation>Ich sehe den erklärten Befund auch; erneut: zurücknehmen</translation>
    </message>
    <message>
        <source>Reject finding</source>
        <translation>Befund verwerfen</translation>
    </message>
    <message>
        <source>I do not see the explained finding; again: take it back</source>
        <translation>Ich sehe den erklärten Befund nicht; erneut: zurücknehmen</translation>
    </message>
    <message>
        <source>Score refused image...</source>
        <translation>Abgelehntes Bild bewerten...</translation>
    </message>
    <message>
        <source>Give a reason and see the score, marked on every output</source>
        <translation>Grund angeben und den Score sehen, auf jeder Ausgabe gekennzeichnet</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Zweitbefundung</translation>
    </message>
    <message>
        <source>Hide what the model says until I have looked</source>
        <translation>Verbergen, was das Modell sagt, bis ich das Bild gesichtet habe</translation>
    </message>
    <message>
        <source>Pause scoring in the background</source>
        <translation>Bewertung im Hintergrund anhalten</translation>
    </message>
    <message>
        <source>Let the images that nobody looks at wait for their scores; again to go on</source>
        <translation>Bilder, die niemand ansieht, auf ihre Scores warten lassen; erneut: fortsetzen</translation>
    </message>
    <message>
        <source>Model card...</source>
        <translation>Modellkarte...</translation>
    </message>
    <message>
        <source>What the model is for and not for, and how it was measured</source>
        <translation>Wofür das Modell ist und wofür nicht, und wie es gemessen wurde</translation>
    </message>
    <message>
        <source>Compare two models...</source>
        <translation>Zwei Modelle vergleichen...</translation>
    </message>
    <message>
        <source>All open images, those first that two models part about</source>
        <translation>Alle geöffneten Bilder, zuerst die, bei denen zwei Modelle uneins sind</translation>
    </message>
    <message>
        <source>Retrain the model...</source>
        <translation>Modell nachtrainieren...</translation>
    </message>
    <message>
        <source>Train a new model on images of this clinic, and compare it</source>
        <translation>Ein neues Modell mit Bildern dieser Klinik trainieren und vergleichen</translation>
    </message>
    <message>
        <source>Monitoring...</source>
        <translation>Überwachung...</translation>
    </message>
    <message>
        <source>Scores and agreement with readers by month and version</source>
        <translation>Scores und Übereinstimmung mit Befundern nach Monat und Version</translation>
    </message>
    <message>
        <source>Recalibrate for this site...</source>
        <translation>Für diese Einrichtung neu kalibrieren...</translation>
    </message>
    <message>
        <source>Fit probabilities and operating points to confirmed cases of this site</source>
        <translation>Wahrscheinlichkeiten und Arbeitspunkte an bestätigte Fälle dieser Einrichtung anpassen</translation>
    </message>
    <message>
        <source>Models...</source>
        <translation>Modelle...</translation>
    </message>
    <message>
        <source>Every model: make one active, go back, retire, export</source>
        <translation>Alle Modelle: aktivieren, zurückwechseln, stilllegen, exportieren</translation>
    </message>
    <message>
        <source>Import model file...</source>
        <translation>Modelldatei importieren...</translation>
    </message>
    <message>
        <source>Take a .whyray or .onnx model in as a candidate</source>
        <translation>Eine .whyray- oder .onnx-Datei als Kandidaten aufnehmen</translation>
    </message>
    <message>
        <source>Take a model bundle folder in as a candidate</source>
        <translation>Einen Modellpaket-Ordner als Kandidaten aufnehmen</translation>
    </message>
    <message>
        <source>Import model folder...</source>
        <translation>Modellordner importieren...</translation>
    </message>
    <message>
        <source>Asks for the current password first, where there is one</source>
        <translation>Fragt zuerst nach dem bisherigen Passwort, falls es eines gibt</translation>
    </message>
    <message>
        <source>Find a command...</source>
        <translation>Befehl suchen...</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>Tippen Sie ein paar Buchstaben dessen, was Sie tun möchten</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>Tasten und Gesten</translation>
    </message>
    <message>
        <source>Show every key and mouse gesture</source>
        <translation>Alle Tasten und Mausgesten zeigen</translation>
    </message>
    <message>
        <source>System...</source>
        <translation>System...</translation>
    </message>
    <message>
        <source>Versions, processor and memory; no patient data</source>
        <translation>Versionen, Prozessor und Speicher; keine Patientendaten</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Show the folder of the log files</source>
        <translation>Den Ordner der Protokolldateien zeigen</translation>
    </message>
    <message>
        <source>About WhyRay</source>
        <translation>Über WhyRay</translation>
    </message>
    <message>
        <source>Versions, purpose and licences</source>
        <translation>Versionen, Zweck und Lizenzen</translation>
    </message>
    <message>
        <source>Hold Q</source>
        <translation>Q halten</translation>
    </message>
    <message>
        <source>Hide the heatmap while held</source>
        <translation>Heatmap ausblenden, solange gehalten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Tap: corner text; hold and drag: move the image</source>
        <translation>Kurz: Ecktexte; halten und ziehen: Bild verschieben</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Links ziehen</translation>
    </message>
    <message>
        <source>The tool in hand; window: sideways width, up level</source>
        <translation>Gewähltes Werkzeug; Fenster: seitwärts Weite, auf Lage</translation>
    </message>
    <message>
        <source>Ctrl or Shift, Alt</source>
        <translation>Strg oder Umschalt, Alt</translation>
    </message>
    <message>
        <source>While the window is dragged: coarse, fine</source>
        <translation>Während der Fensterung: grob, fein</translation>
    </message>
    <message>
        <source>Ctrl + left drag</source>
        <translation>Strg + links ziehen</translation>
    </message>
    <message>
        <source>Window from the rectangle</source>
        <translation>Fensterung aus dem Rechteck</translation>
    </message>
    <message>
        <source>Shift + left drag</source>
        <translation>Umschalt + links ziehen</translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Mitte ziehen</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Rechts ziehen</translation>
    </message>
    <message>
        <source>Zoom about the pressed point</source>
        <translation>Um den angeklickten Punkt zoomen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Zoom at the pointer; several frames: next frame</source>
        <translation>Am Zeiger zoomen; Mehrbilddatei: nächstes Einzelbild</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Mausrad</translation>
    </message>
    <message>
        <source>Zoom at the pointer, always</source>
        <translation>Immer am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Umschalt + Mausrad</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Deckkraft der Heatmap</translation>
    </message>
    <message>
        <source>Alt + wheel</source>
        <translation>Alt + Mausrad</translation>
    </message>
    <message>
        <source>With a mask brush or eraser: its size</source>
        <translation>Mit Maskenpinsel oder -radierer: dessen Größe</translation>
    </message>
    <message>
        <source>Two fingers</source>
        <translation>Zwei Finger</translation>
    </message>
    <message>
        <source>Zoom and move</source>
        <translation>Zoomen und verschieben</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Only the image, or back</source>
        <translation>Nur das Bild oder zurück</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Ablegen</translation>
    </message>
    <message>
        <source>Open files or folders, anywhere in the window</source>
        <translation>Dateien oder Ordner öffnen, überall im Fenster</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>an open file</source>
        <translation>eine geöffnete Datei</translation>
    </message>
    <message>
        <source>a file that could not be opened</source>
        <translation>eine Datei, die nicht geöffnet werden konnte</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>an image with several frames</source>
        <translation>ein Bild mit mehreren Einzelbildern</translation>
    </message>
    <message>
        <source>a file that offers a window</source>
        <translation>eine Datei, die ein Fenster anbietet</translation>
    </message>
    <message>
        <source>a file that offers two windows</source>
        <translation>eine Datei, die zwei Fenster anbietet</translation>
    </message>
    <message>
        <source>a file that offers three windows</source>
        <translation>eine Datei, die drei Fenster anbietet</translation>
    </message>
    <message>
        <source>a score</source>
        <translation>ein Score</translation>
    </message>
    <message>
        <source>a score of an image from a DICOM file</source>
        <translation>ein Score eines Bildes aus einer DICOM-Datei</translation>
    </message>
    <message>
        <source>an image that the input checks refused</source>
        <translation>ein Bild, das die Eingangsprüfung abgelehnt hat</translation>
    </message>
    <message>
        <source>an image whose scores wait until the reader has looked</source>
        <translation>ein Bild, dessen Scores auf die Sichtung warten</translation>
    </message>
    <message>
        <source>a heatmap</source>
        <translation>eine Heatmap</translation>
    </message>
    <message>
        <source>a map made of superpixels</source>
        <translation>eine Heatmap aus Superpixeln</translation>
    </message>
</context>
<context>
    <name>CompanyBar</name>
    <message>
        <source>These images do not say whether they are of one patient. Check before comparing.</source>
        <translation>Diese Bilder sagen nicht, ob sie von einem Patienten stammen. Vor dem Vergleich prüfen.</translation>
    </message>
    <message>
        <source>Different patients are on screen. Colours and names above the panes tell them apart.</source>
        <translation>Verschiedene Patienten auf dem Schirm. Farben und Namen über den Bildfeldern unterscheiden sie.</translation>
    </message>
</context>
<context>
    <name>CompareChoices</name>
    <message>
        <source>Each method&apos;s default layer</source>
        <translation>Vorgabeschicht jeder Methode</translation>
    </message>
    <message>
        <source>Through the layers: some, early to late</source>
        <translation>Durch die Schichten: einige, früh bis spät</translation>
    </message>
    <message>
        <source>Through the layers: last of each size</source>
        <translation>Durch die Schichten: letzte jeder Größe</translation>
    </message>
    <message>
        <source>Through the layers: all</source>
        <translation>Durch die Schichten: alle</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Number of layers</source>
        <translation>Zahl der Schichten</translation>
    </message>
    <message>
        <source> layers</source>
        <translation> Schichten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Maps</source>
        <translation>Heatmaps</translation>
    </message>
    <message>
        <source>Difference from the reference, by rank</source>
        <translation>Differenz zur Referenz, nach Rang</translation>
    </message>
    <message>
        <source>Difference, by share of the greatest value</source>
        <translation>Differenz, als Anteil des größten Werts</translation>
    </message>
    <message>
        <source>Each its own scale</source>
        <translation>Jede auf eigener Skala</translation>
    </message>
    <message>
        <source>One scale per method</source>
        <translation>Eine Skala je Methode</translation>
    </message>
    <message>
        <source>One scale for all</source>
        <translation>Eine Skala für alle</translation>
    </message>
    <message>
        <source>Compare explanations</source>
        <translation>Erklärungen vergleichen</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>Skala der Farben</translation>
    </message>
    <message>
        <source>Evidence against too</source>
        <translation>Auch Evidenz dagegen</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>All maps with captions as PNG, their agreement as CSV</source>
        <translation>Alle Heatmaps mit Beschriftung als PNG, ihre Übereinstimmung als CSV</translation>
    </message>
    <message>
        <source>Size of a map</source>
        <translation>Größe einer Heatmap</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>In {folder} gespeichert.</translation>
    </message>
    <message>
        <source>Tick methods, classes and models, then press Compare. A click on a map makes it the reference; a double click shows it in the pane.</source>
        <translation>Haken Sie Methoden, Klassen und Modelle an und drücken Sie „Vergleichen“. Ein Klick auf eine Heatmap macht sie zur Referenz; ein Doppelklick zeigt sie im Bildfeld.</translation>
    </message>
    <message>
        <source>Scoring with the chosen models ...</source>
        <translation>Bewertung mit den gewählten Modellen ...</translation>
    </message>
    <message>
        <source>Map {number} of {count}</source>
        <translation>Heatmap {number} von {count}</translation>
    </message>
</context>
<context>
    <name>ComparisonCharts</name>
    <message>
        <source>ROC curves; circles: operating points</source>
        <translation>ROC-Kurven; Kreise: Arbeitspunkte</translation>
    </message>
    <message>
        <source>1 - specificity</source>
        <translation>1 – Spezifität</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Calibration; on the dotted line it is right</source>
        <translation>Kalibrierung; auf der gepunkteten Linie stimmt sie</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrsch.</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>{model}: area {area}</source>
        <translation>{model}: Fläche {area}</translation>
    </message>
    <message>
        <source>{model}: error {error}</source>
        <translation>{model}: Fehler {error}</translation>
    </message>
    <message>
        <source>It needs images with the finding and without it.</source>
        <translation>Es braucht Bilder mit dem Befund und ohne ihn.</translation>
    </message>
</context>
<context>
    <name>Conventions</name>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größenänderung</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Eigen smoothing</source>
        <translation>Eigenglättung</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Verschmelzung</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Baseline score</source>
        <translation>Score der Baseline</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Biases</translation>
    </message>
    <message>
        <source>Caveat</source>
        <translation>Vorbehalt</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Coalitions</source>
        <translation>Koalitionen</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differenzen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Mask resize</source>
        <translation>Maskengröße</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Verarbeitung</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Ziehung</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>Corners</name>
    <message>
        <source>identity not in file</source>
        <translation>Identität nicht in der Datei</translation>
    </message>
    <message>
        <source>Patient masked</source>
        <translation>Patient verdeckt</translation>
    </message>
    <message>
        <source>ID {number}</source>
        <translation>ID {number}</translation>
    </message>
    <message>
        <source>{age} y</source>
        <translation>{age} J</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>beidseits</translation>
    </message>
    <message>
        <source>M</source>
        <comment>sex: male</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>F</source>
        <comment>sex: female</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>O</source>
        <comment>sex: other</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>frame {number} of {count}</source>
        <translation>Einzelbild {number} von {count}</translation>
    </message>
    <message>
        <source>zoom {percent} %</source>
        <translation>Zoom {percent} %</translation>
    </message>
    <message>
        <source>WW {width}  WL {centre}</source>
        <translation>WW {width}  WL {centre}</translation>
    </message>
    <message>
        <source>LUT {name}</source>
        <translation>LUT {name}</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Invertiert</translation>
    </message>
    <message>
        <source>Lossy</source>
        <translation>Verlustbehaftet</translation>
    </message>
    <message>
        <source>Pixels not square</source>
        <translation>Pixel nicht quadratisch</translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation>Hinweise: {count}</translation>
    </message>
</context>
<context>
    <name>DecisionRow</name>
    <message>
        <source>Accept</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>I see this finding too</source>
        <translation>Ich sehe diesen Befund auch</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>I do not see this finding</source>
        <translation>Ich sehe diesen Befund nicht</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment on {finding}</source>
        <translation>Kommentar zu {finding}</translation>
    </message>
    <message>
        <source>{verdict}: {finding}</source>
        <translation>{verdict}: {finding}</translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save and send</source>
        <translation>Speichern und senden</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>No other study of this patient in this view is among the open files.</source>
        <translation>Keine andere Untersuchung dieses Patienten in dieser Projektion ist unter den geöffneten Dateien.</translation>
    </message>
    <message>
        <source>There is only one model. Import another one first.</source>
        <translation>Es gibt nur ein Modell. Importieren Sie zuerst ein weiteres.</translation>
    </message>
    <message>
        <source>The history is off: it is not remembered what was read.</source>
        <translation>Der Verlauf ist aus: Es wird nicht gemerkt, was befundet wurde.</translation>
    </message>
    <message>
        <source>Marked as read.</source>
        <translation>Als befundet markiert.</translation>
    </message>
    <message>
        <source>There is no model yet. Import one first.</source>
        <translation>Es gibt noch kein Modell. Importieren Sie zuerst eines.</translation>
    </message>
    <message>
        <source>Importing {name} ...</source>
        <translation>{name} wird importiert ...</translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) in the watched folder.</source>
        <translation>
            <numerusform>%n neue Datei im überwachten Ordner.</numerusform>
            <numerusform>%n neue Dateien im überwachten Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) received from the network.</source>
        <translation>
            <numerusform>%n Bild aus dem Netzwerk empfangen.</numerusform>
            <numerusform>%n Bilder aus dem Netzwerk empfangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported {name}; it is a candidate until it is made active.</source>
        <translation>{name} importiert; ein Kandidat, bis es aktiviert wird.</translation>
    </message>
    <message>
        <source>{name} is the active model now.</source>
        <translation>{name} ist jetzt das aktive Modell.</translation>
    </message>
    <message>
        <source>only local files and folders can be opened. Received: {names}</source>
        <translation>Nur lokale Dateien und Ordner können geöffnet werden. Erhalten: {names}</translation>
    </message>
    <message>
        <source>Save the file on this computer first, then open it.</source>
        <translation>Speichern Sie die Datei zuerst auf diesem Computer und öffnen Sie sie dann.</translation>
    </message>
</context>
<context>
    <name>DicomDialogs</name>
    <message>
        <source>Send images</source>
        <translation>Bilder senden</translation>
    </message>
    <message>
        <source>The files as they are, with names and without results. Only DICOM files can be sent. Nothing is sent before the button is pressed.</source>
        <translation>Die Dateien, wie sie sind, mit Namen und ohne Ergebnisse. Nur DICOM-Dateien können gesendet werden. Bevor die Schaltfläche gedrückt wird, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>De-identified copies</source>
        <translation>De-identifizierte Kopien</translation>
    </message>
    <message>
        <source>Copies whose headers no longer tell whose they are (basic profile of the DICOM standard, PS3.15): names, numbers, dates and private entries are taken out, patients and studies get pseudonyms that stay the same on this computer.</source>
        <translation>Kopien, deren Header nicht mehr verraten, von wem sie sind (Basisprofil des DICOM-Standards, PS3.15): Namen, Nummern, Datumsangaben und private Einträge werden entfernt, Patienten und Untersuchungen erhalten Pseudonyme, die auf diesem Computer gleich bleiben.</translation>
    </message>
    <message>
        <source>Results as DICOM</source>
        <translation>Ergebnisse als DICOM</translation>
    </message>
    <message>
        <source>Objects of the image&apos;s own study, in new series, marked as made by software, for research and unverified. The image itself is not changed. Nothing is written or sent before the button is pressed.</source>
        <translation>Objekte der Untersuchung des Bildes, in neuen Serien, gekennzeichnet als von Software erstellt, für die Forschung und nicht verifiziert. Das Bild selbst wird nicht verändert. Bevor die Schaltfläche gedrückt wird, wird nichts geschrieben oder gesendet.</translation>
    </message>
</context>
<context>
    <name>DicomKinds</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The image with the map painted on it; every viewer shows it (Secondary Capture).</source>
        <translation>Das Bild mit aufgemalter Heatmap; jeder Viewer zeigt es (Secondary Capture).</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>The printed report as a document (Encapsulated PDF).</source>
        <translation>Der gedruckte Bericht als Dokument (Encapsulated PDF).</translation>
    </message>
    <message>
        <source>Findings as data</source>
        <translation>Befunde als Daten</translation>
    </message>
    <message>
        <source>Every finding with its probability, for archives and programs (Structured Report).</source>
        <translation>Jeder Befund mit seiner Wahrscheinlichkeit, für Archive und Programme (Structured Report).</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>Lines around strong regions, shown over the original image (Presentation State).</source>
        <translation>Linien um starke Regionen, über dem Originalbild gezeigt (Presentation State).</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Strong regions of the maps as masks on the image (Segmentation).</source>
        <translation>Starke Regionen der Heatmaps als Masken auf dem Bild (Segmentation).</translation>
    </message>
    <message>
        <source>Numbers of the maps</source>
        <translation>Zahlen der Heatmaps</translation>
    </message>
    <message>
        <source>The signed values themselves, for research (Parametric Map).</source>
        <translation>Die Werte selbst mit Vorzeichen, für die Forschung (Parametric Map).</translation>
    </message>
    <message>
        <source>Not possible: {reason}.</source>
        <translation>Nicht möglich: {reason}.</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen ablegen</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>&apos;baselines&apos; (all pictures of absence), a folder of images (100 at most, evenly spaced by name), or a .npy file of network inputs (N, ...)</source>
        <translation>Baselines (alle Ersatzbilder), ein Ordner mit Bildern (höchstens 100, nach Namen gleichmäßig verteilt) oder eine .npy-Datei mit Netzeingaben (N, ...)</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no feature map: {why}</source>
        <translation>„{name}“ ist keine Merkmalskarte: {why}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is the same for an image and its baseline.</source>
        <translation>„{name}“ ist für ein Bild und seine Baseline gleich.</translation>
    </message>
    <message>
        <source>&apos;{score}&apos; of shape {list} has no single axis of classes.</source>
        <translation>„{score}“ mit der Form {list} hat keine eindeutige Achse der Klassen.</translation>
    </message>
    <message>
        <source>(x - x&apos;) * mean of d(logit)/dx over the straight path from baseline x&apos; to x; at a layer, the same with its activations</source>
        <translation>(x - x&apos;) * Mittel von d(Logit)/dx über den geraden Pfad von der Baseline x&apos; zu x; in einer Schicht dasselbe mit ihren Aktivierungen</translation>
    </message>
    <message>
        <source>(x - x&apos;) * multiplier, slopes of secants in place of gradients (rescale rule)</source>
        <translation>(x - x&apos;) * Multiplikator, Sekantensteigungen statt Gradienten (Rescale-Regel)</translation>
    </message>
    <message>
        <source>(y - y without the feature map) / |y|: the paper divides by y, which for a negative score would turn evidence for the class into evidence against it</source>
        <translation>(y - y ohne die Merkmalskarte) / |y|: Die Veröffentlichung teilt durch y, was bei negativem Score Evidenz für die Klasse in Evidenz gegen sie verkehren würde</translation>
    </message>
    <message>
        <source>, fading to nothing at twice that size</source>
        <translation>, läuft bei der doppelten Größe auf null aus</translation>
    </message>
    <message>
        <source>--classes {text}: a list of names is needed</source>
        <translation>--classes {text}: eine Liste von Namen ist nötig</translation>
    </message>
    <message>
        <source>--classes {text}: {error}</source>
        <translation>--classes {text}: {error}</translation>
    </message>
    <message>
        <source>--size {text}: HEIGHTxWIDTH is needed, e.g. 224x224</source>
        <translation>--size {text}: HÖHExBREITE ist nötig, z. B. 224x224</translation>
    </message>
    <message>
        <source>0 in the network&apos;s own units</source>
        <translation>0 in den Einheiten des Netzes</translation>
    </message>
    <message>
        <source>0 or more where activations are: weights are never negative</source>
        <translation>0 oder größer, wo Aktivierungen sind: Gewichte sind nie negativ</translation>
    </message>
    <message>
        <source>0 or more where activations are; only gradients that speak for the class count</source>
        <translation>0 oder größer, wo Aktivierungen sind; nur Gradienten, die für die Klasse sprechen, zählen</translation>
    </message>
    <message>
        <source>1 everywhere</source>
        <translation>überall 1</translation>
    </message>
    <message>
        <source>1 forward</source>
        <translation>1 Vorwärtslauf</translation>
    </message>
    <message>
        <source>1 forward + 1 backward</source>
        <translation>1 Vorwärts- + 1 Rückwärtslauf</translation>
    </message>
    <message>
        <source>1 forward + 1 backward of the tail behind the layer</source>
        <translation>1 Vorwärts- + 1 Rückwärtslauf des Teils hinter der Schicht</translation>
    </message>
    <message>
        <source>1 forward + 1 backward, for the image and each baseline</source>
        <translation>1 Vorwärts- + 1 Rückwärtslauf, für das Bild und jede Baseline</translation>
    </message>
    <message>
        <source>1 forward + 1 backward, to the input and every bias</source>
        <translation>1 Vorwärts- + 1 Rückwärtslauf, bis zur Eingabe und jedem Bias</translation>
    </message>
    <message>
        <source>1 forward per feature map, + 2</source>
        <translation>1 Vorwärtslauf je Merkmalskarte, + 2</translation>
    </message>
    <message>
        <source>1 forward per mask, + 1; stops when converged</source>
        <translation>1 Vorwärtslauf je Maske, + 1; endet, wenn konvergiert</translation>
    </message>
    <message>
        <source>1 forward per window, + 1</source>
        <translation>1 Vorwärtslauf je Fenster, + 1</translation>
    </message>
    <message>
        <source>1 forward, + the tail behind the layer once per feature map</source>
        <translation>1 Vorwärtslauf, + der Teil hinter der Schicht einmal je Merkmalskarte</translation>
    </message>
    <message>
        <source>1 forward, + the tail behind the layer once per place, for all classes</source>
        <translation>1 Vorwärtslauf, + der Teil hinter der Schicht einmal je Ort, für alle Klassen</translation>
    </message>
    <message>
        <source>1 forward, for the score that is told beside it</source>
        <translation>1 Vorwärtslauf, für den daneben genannten Score</translation>
    </message>
    <message>
        <source>1 or 3 channels</source>
        <translation>1 oder 3 Kanäle</translation>
    </message>
    <message>
        <source>1 pass</source>
        <translation>1 Durchlauf</translation>
    </message>
    <message>
        <source>18 to 39 years</source>
        <translation>18 bis 39 Jahre</translation>
    </message>
    <message>
        <source>2 baselines x steps x (1 forward + 1 backward), and the segmentation</source>
        <translation>2 Baselines x Schritte x (1 Vorwärts- + 1 Rückwärtslauf), und die Segmentierung</translation>
    </message>
    <message>
        <source>2 forward + 2 backward</source>
        <translation>2 Vorwärts- + 2 Rückwärtsläufe</translation>
    </message>
    <message>
        <source>40 to 59 years</source>
        <translation>40 bis 59 Jahre</translation>
    </message>
    <message>
        <source>60 to 74 years</source>
        <translation>60 bis 74 Jahre</translation>
    </message>
    <message>
        <source>75 years and older</source>
        <translation>75 Jahre und älter</translation>
    </message>
    <message>
        <source>; not defined for, and true gradient at: {counted}</source>
        <translation>; nicht definiert für, echter Gradient bei: {counted}</translation>
    </message>
    <message>
        <source>; sums hold only up to the rounding of {quantisers} quantisers</source>
        <translation>; Summen stimmen nur bis auf die Rundung von {quantisers} Quantisierern</translation>
    </message>
    <message>
        <source>; the way is linear, so they equal the gradient</source>
        <translation>; der Weg ist linear, daher gleich dem Gradienten</translation>
    </message>
    <message>
        <source>A DICOM sequence holds something that is no item.</source>
        <translation>Eine DICOM-Sequenz enthält etwas, das kein Item ist.</translation>
    </message>
    <message>
        <source>A box of the JPEG 2000 file has no length.</source>
        <translation>Eine Box der JPEG-2000-Datei hat keine Länge.</translation>
    </message>
    <message>
        <source>A class is known to the active model alone.</source>
        <translation>Eine Klasse kennt nur das aktive Modell.</translation>
    </message>
    <message>
        <source>A class is known to the new model alone.</source>
        <translation>Eine Klasse kennt nur das neue Modell.</translation>
    </message>
    <message>
        <source>A class with fewer than {least:.0f} images of either kind decides nothing.</source>
        <translation>Eine Klasse mit weniger als {least:.0f} Bildern einer der beiden Arten entscheidet nichts.</translation>
    </message>
    <message>
        <source>A control for comparison, not an explanation</source>
        <translation>Eine Kontrolle zum Vergleich, keine Erklärung</translation>
    </message>
    <message>
        <source>A graded map has the greys 255, 128, 64, 32 and 0 alone; this one has {grey}.</source>
        <translation>Eine abgestufte Karte hat nur die Grauwerte 255, 128, 64, 32 und 0; diese hat {grey}.</translation>
    </message>
    <message>
        <source>A graph cannot tell how pixels must be scaled (0..1, -1..1, 0..255 ...).</source>
        <translation>Ein Graph verrät nicht, wie Pixel skaliert werden müssen (0..1, -1..1, 0..255 ...).</translation>
    </message>
    <message>
        <source>A heart border lies outside of the thorax.</source>
        <translation>Ein Herzrand liegt außerhalb des Thorax.</translation>
    </message>
    <message>
        <source>A key is 64 hex digits, as `whyray models show` tells it.</source>
        <translation>Ein Schlüssel besteht aus 64 Hexadezimalziffern, wie `whyray models show` ihn nennt.</translation>
    </message>
    <message>
        <source>A look-up table of the file is damaged and was left out.</source>
        <translation>Eine Nachschlagetabelle (LUT) der Datei ist beschädigt und wurde weggelassen.</translation>
    </message>
    <message>
        <source>A look-up table of {bits} bits holds larger values; taken as {needed}.</source>
        <translation>Eine Nachschlagetabelle (LUT) mit {bits} Bit enthält größere Werte; mit {needed} Bit gelesen.</translation>
    </message>
    <message>
        <source>A loss of area under the ROC curve cannot be ruled out: {value:+.3f}</source>
        <translation>Ein Verlust an Fläche unter der ROC-Kurve ist nicht auszuschließen: {value:+.3f}</translation>
    </message>
    <message>
        <source>A mask has two dimensions; this file has {shape}.</source>
        <translation>Eine Maske hat zwei Dimensionen; diese Datei hat {shape}.</translation>
    </message>
    <message>
        <source>A model has no operating point.</source>
        <translation>Ein Modell hat keinen Arbeitspunkt.</translation>
    </message>
    <message>
        <source>A pixel {ratio:.3g} times as high as wide makes no sense.</source>
        <translation>Ein Pixel, das {ratio:.3g}-mal so hoch wie breit ist, ist unsinnig.</translation>
    </message>
    <message>
        <source>A sentence of a few words is long and easily kept in mind.</source>
        <translation>Ein Satz aus ein paar Wörtern ist lang und leicht zu merken.</translation>
    </message>
    <message>
        <source>A window of width {width:g} was left out.</source>
        <translation>Ein Fenster der Weite {width:g} wurde weggelassen.</translation>
    </message>
    <message>
        <source>AP view: the heart is enlarged; the ratio is defined for PA only.</source>
        <translation>a.p.-Aufnahme: Das Herz ist vergrößert dargestellt; der Quotient ist nur für p.a. definiert.</translation>
    </message>
    <message>
        <source>Ablation-CAM</source>
        <translation>Ablation-CAM</translation>
    </message>
    <message>
        <source>Activate one of the models by its id.</source>
        <translation>Aktivieren Sie eines der Modelle über seine ID.</translation>
    </message>
    <message>
        <source>Active now: {name}, version {version}.</source>
        <translation>Jetzt aktiv: {name}, Version {version}.</translation>
    </message>
    <message>
        <source>Add /tls to the node, and name the authority of its certificate.</source>
        <translation>Fügen Sie dem Knoten /tls an und geben Sie die Zertifizierungsstelle seines Zertifikats an.</translation>
    </message>
    <message>
        <source>Against their answers the sensitivity is {sensitivity}, the specificity {specificity}.</source>
        <translation>Gemessen an ihren Antworten beträgt die Sensitivität {sensitivity}, die Spezifität {specificity}.</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>All masks of an image must have the same number of pixels.</source>
        <translation>Alle Masken eines Bildes müssen gleich viele Pixel haben.</translation>
    </message>
    <message>
        <source>All pixels of the image are equal.</source>
        <translation>Alle Pixel des Bildes sind gleich.</translation>
    </message>
    <message>
        <source>All {count} shuffled maps were beaten.</source>
        <translation>Alle {count} gemischten Heatmaps wurden geschlagen.</translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <translation>Erlaubt: {allowed}.</translation>
    </message>
    <message>
        <source>Another class, likeness of the map</source>
        <translation>Andere Klasse, Ähnlichkeit der Heatmap</translation>
    </message>
    <message>
        <source>Another seed gives a somewhat other picture.</source>
        <translation>Ein anderer Startwert ergibt ein etwas anderes Bild.</translation>
    </message>
    <message>
        <source>Another seed gives another picture: ask for more samples.</source>
        <translation>Ein anderer Startwert ergibt ein anderes Bild: Verlangen Sie mehr Stichproben.</translation>
    </message>
    <message>
        <source>Another seed gives the same picture.</source>
        <translation>Ein anderer Startwert ergibt dasselbe Bild.</translation>
    </message>
    <message>
        <source>Answer: {names}.</source>
        <translation>Antworten Sie: {names}.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Around it: {quoted}.</source>
        <translation>Daran vorbei: {quoted}.</translation>
    </message>
    <message>
        <source>Ask its administrator for the port of its TLS connections.</source>
        <translation>Fragen Sie dort nach dem Port für TLS-Verbindungen.</translation>
    </message>
    <message>
        <source>Ask its maker for an export with the standard&apos;s operators only.</source>
        <translation>Bitten Sie den Hersteller um einen Export nur mit Standardoperatoren.</translation>
    </message>
    <message>
        <source>Ask its maker for an export without random parts.</source>
        <translation>Bitten Sie den Hersteller um einen Export ohne Zufallsanteile.</translation>
    </message>
    <message>
        <source>Ask its maker for the bundle again, or take its signature.json out.</source>
        <translation>Fordern Sie das Modellpaket erneut beim Hersteller an oder nehmen Sie signature.json heraus.</translation>
    </message>
    <message>
        <source>Ask the archive to send the image uncompressed (Explicit VR Little Endian).</source>
        <translation>Bitten Sie das Archiv, das Bild unkomprimiert zu senden (Explicit VR Little Endian).</translation>
    </message>
    <message>
        <source>Ask the peer&apos;s administrator.</source>
        <translation>Fragen Sie die Administration der Gegenstelle.</translation>
    </message>
    <message>
        <source>At least one criterion that was fixed before speaks against it.</source>
        <translation>Mindestens ein vorher festgelegtes Kriterium spricht dagegen.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Batch: {model}</source>
        <translation>Stapel: {model}</translation>
    </message>
    <message>
        <source>Begin an administrator session first.</source>
        <translation>Beginnen Sie zuerst eine Administrator-Sitzung.</translation>
    </message>
    <message>
        <source>Behind the heart and below the domes; lungs turn black</source>
        <translation>Retrokardial und unter den Zwerchfellkuppeln; die Lungen werden schwarz</translation>
    </message>
    <message>
        <source>Blue - red (signed)</source>
        <translation>Blau – Rot (mit Vorzeichen)</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>Blur integrated gradients</source>
        <translation>Blur Integrated Gradients</translation>
    </message>
    <message>
        <source>Both give the same probabilities.</source>
        <translation>Beide geben dieselben Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>Both models give the same probabilities on all {images} images.</source>
        <translation>Beide Modelle geben bei allen {images} Bildern dieselben Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>By the criteria that were fixed before. A person decides: nothing is promoted by itself.</source>
        <translation>Nach den vorher festgelegten Kriterien. Es entscheidet ein Mensch: Nichts wird von selbst übernommen.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Catheters, tubes and wires before the mediastinum</source>
        <translation>Katheter, Tuben und Drähte vor dem Mediastinum</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>Zentriert</translation>
    </message>
    <message>
        <source>Change it: whyray administrator change-password, or in the window.</source>
        <translation>Ändern Sie es: whyray administrator change-password, oder im Fenster.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Check how it was made.</source>
        <translation>Prüfen Sie, wie sie erzeugt wurde.</translation>
    </message>
    <message>
        <source>Check that the folder exists, may be written to, and that the disk is not full.</source>
        <translation>Prüfen Sie, ob der Ordner existiert und beschreibbar ist und ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Check that the folder may be written to and that the disk is not full.</source>
        <translation>Prüfen Sie, ob der Ordner beschreibbar ist und ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Check that this is the model you expect.</source>
        <translation>Prüfen Sie, ob das das erwartete Modell ist.</translation>
    </message>
    <message>
        <source>Check the clocks of both computers.</source>
        <translation>Prüfen Sie die Uhren beider Computer.</translation>
    </message>
    <message>
        <source>Checking its files</source>
        <translation>Dateien werden geprüft</translation>
    </message>
    <message>
        <source>Choose 0 to {shape}.</source>
        <translation>Wählen Sie 0 bis {shape}.</translation>
    </message>
    <message>
        <source>Choose a .onnx file.</source>
        <translation>Wählen Sie eine .onnx-Datei.</translation>
    </message>
    <message>
        <source>Choose a folder that holds one folder per class, or a table with the columns path and label.</source>
        <translation>Wählen Sie einen Ordner, der je Klasse einen Ordner enthält, oder eine Tabelle mit den Spalten path und label.</translation>
    </message>
    <message>
        <source>Choose a layer from the model&apos;s list (&apos;whyray layers&apos;).</source>
        <translation>Wählen Sie eine Schicht aus der Liste des Modells (&apos;whyray layers&apos;).</translation>
    </message>
    <message>
        <source>Choose a layer from the model&apos;s list.</source>
        <translation>Wählen Sie eine Schicht aus der Liste des Modells.</translation>
    </message>
    <message>
        <source>Choose a layer that the whole network passes through.</source>
        <translation>Wählen Sie eine Schicht, durch die das ganze Netz läuft.</translation>
    </message>
    <message>
        <source>Choose a method that needs no gradient, such as occlusion.</source>
        <translation>Wählen Sie eine Methode, die keinen Gradienten braucht, etwa Occlusion.</translation>
    </message>
    <message>
        <source>Choose a method that works on the image itself, such as saliency.</source>
        <translation>Wählen Sie eine Methode, die auf dem Bild selbst arbeitet, etwa Saliency.</translation>
    </message>
    <message>
        <source>Choose a method that works on the input.</source>
        <translation>Wählen Sie eine Methode, die auf der Eingabe arbeitet.</translation>
    </message>
    <message>
        <source>Choose an earlier layer.</source>
        <translation>Wählen Sie eine frühere Schicht.</translation>
    </message>
    <message>
        <source>Choose another layer or method.</source>
        <translation>Wählen Sie eine andere Schicht oder Methode.</translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation>Wählen Sie eine andere Methode.</translation>
    </message>
    <message>
        <source>Choose another style, or a method on superpixels such as lime.</source>
        <translation>Wählen Sie eine andere Darstellung oder eine Methode mit Superpixeln, etwa LIME.</translation>
    </message>
    <message>
        <source>Choose fewer background rows, a later layer, or the network&apos;s input.</source>
        <translation>Wählen Sie weniger Hintergrundzeilen, eine spätere Schicht oder die Eingabe des Netzes.</translation>
    </message>
    <message>
        <source>Choose one of: {MODES}.</source>
        <translation>Wählen Sie eines von: {MODES}.</translation>
    </message>
    <message>
        <source>Choose one of: {STYLES}.</source>
        <translation>Wählen Sie eines von: {STYLES}.</translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation>Wählen Sie eines von: {choices}.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Colour image: values are its luma.</source>
        <translation>Farbbild: Die Werte sind seine Helligkeit (Luma).</translation>
    </message>
    <message>
        <source>Compactness</source>
        <translation>Kompaktheit</translation>
    </message>
    <message>
        <source>Completeness gap</source>
        <translation>Lücke der Summe</translation>
    </message>
    <message>
        <source>Complexity</source>
        <translation>Komplexität</translation>
    </message>
    <message>
        <source>Control: centre</source>
        <translation>Kontrolle: Mitte</translation>
    </message>
    <message>
        <source>Control: chance</source>
        <translation>Kontrolle: Zufall</translation>
    </message>
    <message>
        <source>Control: constant</source>
        <translation>Kontrolle: konstant</translation>
    </message>
    <message>
        <source>Control: edges</source>
        <translation>Kontrolle: Kanten</translation>
    </message>
    <message>
        <source>Copy or export it again, or unpack it and open the folder.</source>
        <translation>Kopieren oder exportieren Sie es erneut, oder entpacken Sie es und öffnen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Copy or export the file again.</source>
        <translation>Kopieren oder exportieren Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>Copy the file again.</source>
        <translation>Kopieren Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>DICOM object of unknown kind</source>
        <translation>DICOM-Objekt unbekannter Art</translation>
    </message>
    <message>
        <source>DICOM sequences are nested deeper than {MAX_DEPTH}.</source>
        <translation>DICOM-Sequenzen sind tiefer als {MAX_DEPTH} Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>Decoding needed more than {memory_bytes} MB and was stopped.</source>
        <translation>Das Dekodieren brauchte mehr als {memory_bytes} MB und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Decoding took longer than {timeout_s:g} s and was stopped.</source>
        <translation>Das Dekodieren dauerte länger als {timeout_s:g} s und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>DeconvNet</source>
        <translation>DeconvNet</translation>
    </message>
    <message>
        <source>DeepLIFT</source>
        <translation>DeepLIFT</translation>
    </message>
    <message>
        <source>DeepLIFT cannot follow images and baselines through operator {op_type} (node &apos;{node}&apos;): its rows are not those of single images in their order.</source>
        <translation>DeepLIFT kann Bilder und Baselines nicht durch den Operator {op_type} (Knoten „{node}“) verfolgen: Seine Zeilen sind nicht die der einzelnen Bilder in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>DeepLIFT defines none for it</source>
        <translation>DeepLIFT definiert keine dafür</translation>
    </message>
    <message>
        <source>DeepLIFT explains the image or a layer, not stored numbers.</source>
        <translation>DeepLIFT erklärt das Bild oder eine Schicht, keine gespeicherten Zahlen.</translation>
    </message>
    <message>
        <source>DeepLIFT has no rule for operator {op_type} (node &apos;{node_name}&apos;): {reason}.</source>
        <translation>DeepLIFT hat keine Regel für den Operator {op_type} (Knoten „{node_name}“): {reason}.</translation>
    </message>
    <message>
        <source>DeepLIFT needs a free batch size, and this model&apos;s is fixed at {batch}: images and their baselines share one batch.</source>
        <translation>DeepLIFT braucht eine freie Batchgröße, die dieses Modells ist aber auf {batch} festgelegt: Bilder und ihre Baselines teilen sich einen Batch.</translation>
    </message>
    <message>
        <source>DeepLIFT rescale multipliers: rows 0..N-1 are images, rows N..2N-1 their baselines</source>
        <translation>DeepLIFT-Rescale-Multiplikatoren: Zeilen 0..N-1 sind Bilder, Zeilen N..2N-1 ihre Baselines</translation>
    </message>
    <message>
        <source>Deletion and insertion</source>
        <translation>Löschen und Einfügen</translation>
    </message>
    <message>
        <source>Deletion area</source>
        <translation>Fläche beim Löschen</translation>
    </message>
    <message>
        <source>Designs</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Do not rely on this map: it fails tests that a true explanation passes.</source>
        <translation>Verlassen Sie sich nicht auf diese Heatmap: Sie besteht Prüfungen nicht, die eine echte Erklärung besteht.</translation>
    </message>
    <message>
        <source>Dose maps and parametric maps are no radiographs.</source>
        <translation>Dosiskarten und parametrische Karten sind keine Röntgenaufnahmen.</translation>
    </message>
    <message>
        <source>Drop in confidence, important parts hidden</source>
        <translation>Konfidenzverlust, wichtige Teile verdeckt</translation>
    </message>
    <message>
        <source>Drop in confidence, important parts kept</source>
        <translation>Konfidenzverlust, wichtige Teile behalten</translation>
    </message>
    <message>
        <source>E[f(x M) M] / E[M] - E[f(x M)] over random masks M</source>
        <translation>E[f(x M) M] / E[M] - E[f(x M)] über Zufallsmasken M</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Ränder</translation>
    </message>
    <message>
        <source>Eigen smoothing</source>
        <translation>Eigenglättung</translation>
    </message>
    <message>
        <source>EigenCAM</source>
        <translation>EigenCAM</translation>
    </message>
    <message>
        <source>EigenGradCAM</source>
        <translation>EigenGradCAM</translation>
    </message>
    <message>
        <source>Element-wise Grad-CAM</source>
        <translation>Grad-CAM elementweise</translation>
    </message>
    <message>
        <source>End it and begin one with the password; a group opens no key.</source>
        <translation>Beenden Sie sie und beginnen Sie eine mit dem Passwort; eine Gruppe öffnet keinen Schlüssel.</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Auswertungen</translation>
    </message>
    <message>
        <source>Everything at once, flat, nothing cut off</source>
        <translation>Alles zugleich, flach, nichts abgeschnitten</translation>
    </message>
    <message>
        <source>Expected gradients</source>
        <translation>Expected Gradients</translation>
    </message>
    <message>
        <source>Explain a later layer, or choose a method that needs no gradient.</source>
        <translation>Erklären Sie eine spätere Schicht oder wählen Sie eine Methode, die keinen Gradienten braucht.</translation>
    </message>
    <message>
        <source>Explain a later layer, or use the plain gradient or integrated gradients.</source>
        <translation>Erklären Sie eine spätere Schicht oder verwenden Sie den einfachen Gradienten oder Integrated Gradients.</translation>
    </message>
    <message>
        <source>Explain layer &apos;{nearest}&apos; or a later one, or choose a method that needs no gradient.</source>
        <translation>Erklären Sie die Schicht „{nearest}“ oder eine spätere, oder wählen Sie eine Methode, die keinen Gradienten braucht.</translation>
    </message>
    <message>
        <source>Explain single images with them, or choose another value.</source>
        <translation>Erklären Sie damit einzelne Bilder oder wählen Sie einen anderen Wert.</translation>
    </message>
    <message>
        <source>Export a smaller model, or one in half precision.</source>
        <translation>Exportieren Sie ein kleineres Modell oder eines in halber Genauigkeit.</translation>
    </message>
    <message>
        <source>Export it again with standard operators only; other programs could not run it.</source>
        <translation>Exportieren Sie es erneut nur mit Standardoperatoren; andere Programme könnten es nicht ausführen.</translation>
    </message>
    <message>
        <source>Export the frame of interest as a single image.</source>
        <translation>Exportieren Sie das gewünschte Einzelbild als eigenes Bild.</translation>
    </message>
    <message>
        <source>Export the model again with a newer exporter.</source>
        <translation>Exportieren Sie das Modell erneut mit einem neueren Exporter.</translation>
    </message>
    <message>
        <source>Export the model again with opset {OLDEST_OPSET} or later.</source>
        <translation>Exportieren Sie das Modell erneut mit Opset {OLDEST_OPSET} oder höher.</translation>
    </message>
    <message>
        <source>Export the model again with the activation along the class axis.</source>
        <translation>Exportieren Sie das Modell erneut mit der Aktivierung entlang der Klassenachse.</translation>
    </message>
    <message>
        <source>Export the model again without model-local functions.</source>
        <translation>Exportieren Sie das Modell erneut ohne modelleigene Funktionen (local functions).</translation>
    </message>
    <message>
        <source>Export the model again, or choose another file.</source>
        <translation>Exportieren Sie das Modell erneut oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Export the model again.</source>
        <translation>Exportieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>Export the model with the image as its only input.</source>
        <translation>Exportieren Sie das Modell mit dem Bild als einziger Eingabe.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Fewest</source>
        <translation>Mindestzahl</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>Fraction</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Free room on the disk.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Free some space, or unpack it elsewhere and open the folder.</source>
        <translation>Schaffen Sie Platz, oder entpacken Sie es anderswo und öffnen Sie den Ordner.</translation>
    </message>
    <message>
        <source>FullGrad</source>
        <translation>FullGrad</translation>
    </message>
    <message>
        <source>GPU (Core ML)</source>
        <translation>GPU (Core ML)</translation>
    </message>
    <message>
        <source>Gauss-Legendre nodes per background row</source>
        <translation>Gauß-Legendre-Stützstellen je Hintergrundzeile</translation>
    </message>
    <message>
        <source>Gauss-Legendre nodes per path</source>
        <translation>Gauß-Legendre-Stützstellen je Pfad</translation>
    </message>
    <message>
        <source>Gauss-Legendre nodes to begin with</source>
        <translation>Gauß-Legendre-Stützstellen zu Beginn</translation>
    </message>
    <message>
        <source>Gaussian about the middle, its standard deviation a quarter of each side</source>
        <translation>Gauß-Glocke um die Mitte, Standardabweichung ein Viertel jeder Seite</translation>
    </message>
    <message>
        <source>Gaussian, standard deviation {sigma:.6g} in the network&apos;s units, {sigma_2:g} of the image&apos;s range</source>
        <translation>Gauß-Rauschen, Standardabweichung {sigma:.6g} in den Einheiten des Netzes, {sigma_2:g} des Wertebereichs des Bildes</translation>
    </message>
    <message>
        <source>Give the new one another id, or remove the old one first.</source>
        <translation>Geben Sie dem neuen eine andere id, oder entfernen Sie zuerst das alte.</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Grad-CAM++</source>
        <translation>Grad-CAM++</translation>
    </message>
    <message>
        <source>Guided Grad-CAM</source>
        <translation>Guided Grad-CAM</translation>
    </message>
    <message>
        <source>Guided back-propagation and DeconvNet are defined at rectifiers (ReLU, ReLU6), and there are none on the way from &apos;{score}&apos; to {name}: {found}.</source>
        <translation>Guided Backpropagation und DeconvNet sind an Gleichrichtern (ReLU, ReLU6) definiert, und auf dem Weg von „{score}“ zu {name} gibt es keine: {found}.</translation>
    </message>
    <message>
        <source>Guided backprop</source>
        <translation>Guided Backprop</translation>
    </message>
    <message>
        <source>Guided integrated gradients</source>
        <translation>Guided Integrated Gradients</translation>
    </message>
    <message>
        <source>Hardly better than random: {beaten} of {count} shuffled maps were beaten.</source>
        <translation>Kaum besser als Zufall: {beaten} von {count} durchmischten Heatmaps wurden übertroffen.</translation>
    </message>
    <message>
        <source>HiResCAM</source>
        <translation>HiResCAM</translation>
    </message>
    <message>
        <source>Hiding what the map calls important costs more of the score</source>
        <translation>Verdecken, was die Heatmap wichtig nennt, kostet mehr vom Score</translation>
    </message>
    <message>
        <source>Highest scores</source>
        <translation>Höchste Scores</translation>
    </message>
    <message>
        <source>Histogram of the probabilities of {name}</source>
        <translation>Histogramm der Wahrscheinlichkeiten für {name}</translation>
    </message>
    <message>
        <source>How far the map gathers in few places; 0 is an even map, 1 a single point.</source>
        <translation>Wie sehr sich die Heatmap an wenigen Orten sammelt; 0 ist eine gleichmäßige, 1 ein einzelner Punkt.</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Wie es entstand</translation>
    </message>
    <message>
        <source>If it is genuine, unpack it and open the folder.</source>
        <translation>Wenn es echt ist, entpacken Sie es und öffnen Sie den Ordner.</translation>
    </message>
    <message>
        <source>If the file is genuine, export it again at a lower resolution.</source>
        <translation>Wenn die Datei echt ist, exportieren Sie sie erneut mit geringerer Auflösung.</translation>
    </message>
    <message>
        <source>Images that one of the models has seen are left out.</source>
        <translation>Bilder, die eines der Modelle gesehen hat, werden ausgelassen.</translation>
    </message>
    <message>
        <source>Images that the input checks refused were scored all the same, on request: {reason}</source>
        <translation>Von der Eingangsprüfung abgelehnte Bilder wurden auf Wunsch trotzdem bewertet: {reason}</translation>
    </message>
    <message>
        <source>Import the model again.</source>
        <translation>Importieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>Import the model into WhyRay, which frees a fixed batch where the graph allows it, or export it with a free batch.</source>
        <translation>Importieren Sie das Modell in WhyRay, das einen festen Batch freigibt, wo der Graph es zulässt, oder exportieren Sie es mit freiem Batch.</translation>
    </message>
    <message>
        <source>In nats: over how many places the map is spread; an even map has the most.</source>
        <translation>In Nat: über wie viele Orte die Heatmap verteilt ist; eine gleichmäßige hat am meisten.</translation>
    </message>
    <message>
        <source>Infidelity, share unexplained</source>
        <translation>Infidelity, nicht erklärter Anteil</translation>
    </message>
    <message>
        <source>Input checks</source>
        <translation>Eingangsprüfung</translation>
    </message>
    <message>
        <source>Input x gradient</source>
        <translation>Input x Gradient</translation>
    </message>
    <message>
        <source>Input, SHA-256 of the recipe</source>
        <translation>Eingabe, SHA-256 der Aufbereitung</translation>
    </message>
    <message>
        <source>Insertion area</source>
        <translation>Fläche beim Einfügen</translation>
    </message>
    <message>
        <source>Install WhyRay again.</source>
        <translation>Installieren Sie WhyRay erneut.</translation>
    </message>
    <message>
        <source>Install the trainer, or use whyray compare-bundles where it is installed.</source>
        <translation>Installieren Sie den Trainer oder verwenden Sie whyray compare-bundles, wo er installiert ist.</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Integrated Gradients</translation>
    </message>
    <message>
        <source>It answers and lets us in.</source>
        <translation>Die Gegenstelle antwortet und lässt uns zu.</translation>
    </message>
    <message>
        <source>It cannot be told which axis of the input {shape} holds the channels.</source>
        <translation>Es ist nicht erkennbar, welche Achse der Eingabe {shape} die Kanäle enthält.</translation>
    </message>
    <message>
        <source>It does not gather where it should: the model may follow something else than the finding.</source>
        <translation>Sie sammelt sich nicht dort, wo sie sollte: Das Modell folgt vielleicht etwas anderem als dem Befund.</translation>
    </message>
    <message>
        <source>It ends in {count} logits: softmax (one of them) or sigmoid (each alone)?</source>
        <translation>Es endet in {count} Logits: Softmax (eine davon) oder Sigmoid (jede für sich)?</translation>
    </message>
    <message>
        <source>It is probably made to do harm.</source>
        <translation>Es wurde wahrscheinlich in böser Absicht erstellt.</translation>
    </message>
    <message>
        <source>It is switched off here. Update the graphics driver or use the CPU.</source>
        <translation>Es ist hier abgeschaltet. Aktualisieren Sie den Grafiktreiber oder verwenden Sie die CPU.</translation>
    </message>
    <message>
        <source>It needs finite numbers of shape (N, {map}), N &gt; 0.</source>
        <translation>Nötig sind endliche Zahlen der Form (N, {map}), N &gt; 0.</translation>
    </message>
    <message>
        <source>Its administrator has to renew it.</source>
        <translation>Die Administration dort muss es erneuern.</translation>
    </message>
    <message>
        <source>Its options: {choices}.</source>
        <translation>Ihre Optionen: {choices}.</translation>
    </message>
    <message>
        <source>Jet (legacy)</source>
        <translation>Jet (veraltet)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the active model, and compare again with more images that neither model has seen.</source>
        <translation>Behalten Sie das aktive Modell und vergleichen Sie erneut mit mehr Bildern, die keines der Modelle gesehen hat.</translation>
    </message>
    <message>
        <source>Keeping and hiding</source>
        <translation>Behalten und Verdecken</translation>
    </message>
    <message>
        <source>Kernel width</source>
        <translation>Kernbreite</translation>
    </message>
    <message>
        <source>KernelSHAP</source>
        <translation>KernelSHAP</translation>
    </message>
    <message>
        <source>Known methods: {known}.</source>
        <translation>Bekannte Methoden: {known}.</translation>
    </message>
    <message>
        <source>Known models: {known}.</source>
        <translation>Bekannte Modelle: {known}.</translation>
    </message>
    <message>
        <source>Known: {known}.</source>
        <translation>Bekannt: {known}.</translation>
    </message>
    <message>
        <source>L(i,j) = logit of the tail fed with A kept at (i,j), else 0</source>
        <translation>L(i,j) = Logit des hinteren Teils, gespeist mit A bei (i,j), sonst 0</translation>
    </message>
    <message>
        <source>LIME</source>
        <translation>LIME</translation>
    </message>
    <message>
        <source>LUT {number}</source>
        <translation>LUT {number}</translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <translation>LayerCAM</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Leave the class out and feed the seed.</source>
        <translation>Lassen Sie die Klasse weg und geben Sie den Startgradienten (seed) ein.</translation>
    </message>
    <message>
        <source>Leave the layer out, or choose a method such as grad-cam.</source>
        <translation>Lassen Sie die Schicht weg oder wählen Sie eine Methode wie grad-cam.</translation>
    </message>
    <message>
        <source>Look at fewer layers, or close other programs.</source>
        <translation>Betrachten Sie weniger Schichten oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Make another one active first.</source>
        <translation>Aktivieren Sie zuerst ein anderes.</translation>
    </message>
    <message>
        <source>Making a bundle of it</source>
        <translation>Modellpaket wird daraus erstellt</translation>
    </message>
    <message>
        <source>Making it the active model</source>
        <translation>Wird als aktives Modell eingesetzt</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Masks are pictures, NIfTI files or DICOM segmentations (SEG).</source>
        <translation>Masken sind Bilder, NIfTI-Dateien oder DICOM-Segmentierungen (SEG).</translation>
    </message>
    <message>
        <source>Max distance</source>
        <translation>Höchstabstand</translation>
    </message>
    <message>
        <source>Max steps</source>
        <translation>Höchste Schrittzahl</translation>
    </message>
    <message>
        <source>Max-sensitivity to noise</source>
        <translation>Höchste Empfindlichkeit gegen Rauschen</translation>
    </message>
    <message>
        <source>Millimetres at the detector: the body lies before it, so true sizes are smaller.</source>
        <translation>Millimeter am Detektor: Der Körper liegt davor, wahre Maße sind daher kleiner.</translation>
    </message>
    <message>
        <source>Millimetres: calibrated by hand; they hold for the depth of that object.</source>
        <translation>Millimeter: von Hand kalibriert; sie gelten in der Tiefe jenes Objekts.</translation>
    </message>
    <message>
        <source>Millimetres: calibrated, as the file says.</source>
        <translation>Millimeter: kalibriert, laut Datei.</translation>
    </message>
    <message>
        <source>Millimetres: estimated in the patient from the magnification that the file states.</source>
        <translation>Millimeter: im Patienten geschätzt aus der Vergrößerung, die die Datei angibt.</translation>
    </message>
    <message>
        <source>Model, SHA-256</source>
        <translation>Modell, SHA-256</translation>
    </message>
    <message>
        <source>More images are decided rightly, McNemar&apos;s p below {p:.2f}.</source>
        <translation>Mehr Bilder werden richtig entschieden, p im McNemar-Test unter {p:.2f}.</translation>
    </message>
    <message>
        <source>More maps fail the tests of trust: {old} became {new} of {cases}.</source>
        <translation>Mehr Heatmaps bestehen die Vertrauensprüfungen nicht: aus {old} wurden {new} von {cases}.</translation>
    </message>
    <message>
        <source>More of the maps lies outside the lungs: {old:.0%} became {new:.0%}, on {cases} images.</source>
        <translation>Ein größerer Teil der Heatmaps liegt außerhalb der Lungen: aus {old:.0%} wurden {new:.0%}, an {cases} Bildern.</translation>
    </message>
    <message>
        <source>Name PEM files: the certificate, and its private key without a password.</source>
        <translation>Geben Sie PEM-Dateien an: das Zertifikat und seinen privaten Schlüssel ohne Passwort.</translation>
    </message>
    <message>
        <source>Name a bundle folder or a .whyray file.</source>
        <translation>Nennen Sie einen Modellpaket-Ordner oder eine .whyray-Datei.</translation>
    </message>
    <message>
        <source>Name a certificate with its key, issued by an authority that the peer believes, and check that it has not expired.</source>
        <translation>Geben Sie ein Zertifikat mit Schlüssel an, ausgestellt von einer Stelle, der die Gegenstelle vertraut, und prüfen Sie, ob es abgelaufen ist.</translation>
    </message>
    <message>
        <source>Name every output once, in order.</source>
        <translation>Benennen Sie jede Ausgabe einmal, in der Reihenfolge.</translation>
    </message>
    <message>
        <source>Name one by its digest: {choices}.</source>
        <translation>Nennen Sie eines über seine Prüfsumme: {choices}.</translation>
    </message>
    <message>
        <source>Name the certificate of the authority that issued the peer&apos;s one.</source>
        <translation>Geben Sie das Zertifikat der Stelle an, die das der Gegenstelle ausgestellt hat.</translation>
    </message>
    <message>
        <source>Name the file of the authority, or let peers connect without one.</source>
        <translation>Geben Sie die Datei der Zertifizierungsstelle an oder lassen Sie Gegenstellen ohne sie zu.</translation>
    </message>
    <message>
        <source>Name the files of a certificate and its key, or receive without TLS.</source>
        <translation>Geben Sie die Dateien eines Zertifikats und seines Schlüssels an oder empfangen Sie ohne TLS.</translation>
    </message>
    <message>
        <source>Name the layers to fuse, separated by commas.</source>
        <translation>Nennen Sie die zu verschmelzenden Schichten, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Nearest: {fromkeys}. &apos;whyray layers&apos; lists all {count}.</source>
        <translation>Am nächsten: {fromkeys}. &apos;whyray layers&apos; listet alle {count} auf.</translation>
    </message>
    <message>
        <source>Neither is shown to be better here, and no criterion speaks against the new one. Keeping the active model is the simple choice.</source>
        <translation>Keines erweist sich hier als besser, und kein Kriterium spricht gegen das neue. Am einfachsten ist es, das aktive Modell zu behalten.</translation>
    </message>
    <message>
        <source>No class has {least:.0f} images with it and {least:.0f} without.</source>
        <translation>Keine Klasse hat {least:.0f} Bilder mit ihr und {least:.0f} ohne sie.</translation>
    </message>
    <message>
        <source>No clear difference between the two models</source>
        <translation>Kein klarer Unterschied zwischen den beiden Modellen</translation>
    </message>
    <message>
        <source>No gradient rule for operator {op_type} (node &apos;{node_name}&apos;).</source>
        <translation>Keine Gradientenregel für den Operator {op_type} (Knoten „{node_name}“).</translation>
    </message>
    <message>
        <source>No gradient through operator {op_type} (node &apos;{node_name}&apos;): {reason}.</source>
        <translation>Kein Gradient durch den Operator {op_type} (Knoten „{node_name}“): {reason}.</translation>
    </message>
    <message>
        <source>No model is active.</source>
        <translation>Kein Modell ist aktiv.</translation>
    </message>
    <message>
        <source>No month&apos;s scores differ from the reference more than chance explains; {count} of {all} months had enough studies to be compared.</source>
        <translation>In keinem Monat weichen die Scores stärker von der Referenz ab, als der Zufall erklärt; {count} von {all} Monaten hatten genug Untersuchungen für den Vergleich.</translation>
    </message>
    <message>
        <source>No output of the model looks like class scores (one number per class for each image).</source>
        <translation>Keine Ausgabe des Modells sieht nach Klassen-Scores aus (eine Zahl je Klasse für jedes Bild).</translation>
    </message>
    <message>
        <source>No pixel of the image lies in the region.</source>
        <translation>Kein Pixel des Bildes liegt in der Region.</translation>
    </message>
    <message>
        <source>No test could be made on this map.</source>
        <translation>An dieser Heatmap war keine Prüfung möglich.</translation>
    </message>
    <message>
        <source>Nobody is let in by password until it is restored from a backup or given up: whyray administrator reset.</source>
        <translation>Niemand kommt mit Passwort hinein, bis die Datei aus einer Sicherung wiederhergestellt oder aufgegeben wird: whyray administrator reset.</translation>
    </message>
    <message>
        <source>Noise that no eye sees changes the map by more than the map itself.</source>
        <translation>Rauschen, das kein Auge sieht, ändert die Heatmap um mehr als sie selbst.</translation>
    </message>
    <message>
        <source>Noise that no eye sees changes the map visibly.</source>
        <translation>Rauschen, das kein Auge sieht, ändert die Heatmap sichtbar.</translation>
    </message>
    <message>
        <source>Noise that no eye sees hardly changes the map.</source>
        <translation>Rauschen, das kein Auge sieht, ändert die Heatmap kaum.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Not better than random.</source>
        <translation>Nicht besser als Zufall.</translation>
    </message>
    <message>
        <source>Not defined for this map.</source>
        <translation>Für diese Heatmap nicht definiert.</translation>
    </message>
    <message>
        <source>Not measured in the quick look: every map of this method takes {count} runs of the model.</source>
        <translation>In der Kurzprüfung nicht gemessen: Jede Heatmap dieser Methode braucht {count} Durchläufe des Modells.</translation>
    </message>
    <message>
        <source>Nothing is drawn at random in this method.</source>
        <translation>Bei dieser Methode ist nichts zufällig.</translation>
    </message>
    <message>
        <source>Nothing tells which images the active model was trained on.</source>
        <translation>Es ist nirgends vermerkt, mit welchen Bildern das aktive Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Nothing tells which images the new model was trained on.</source>
        <translation>Es ist nirgends vermerkt, mit welchen Bildern das neue Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>Number of Frames in the header is not one whole number.</source>
        <translation>Number of Frames im Header ist keine einzelne ganze Zahl.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the model: {first_line}</source>
        <translation>ONNX Runtime kann das Modell nicht laden: {first_line}</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Occlusion</translation>
    </message>
    <message>
        <source>Of several classes, the area of one falls by more than {margin:.2f}, its whole interval below 0.</source>
        <translation>Bei mehreren Klassen fällt die Fläche einer um mehr als {margin:.2f}, ihr ganzes Konfidenzintervall unter 0.</translation>
    </message>
    <message>
        <source>One name per output.</source>
        <translation>Ein Name je Ausgabe.</translation>
    </message>
    <message>
        <source>One of the two maps is constant.</source>
        <translation>Eine der beiden Heatmaps ist konstant.</translation>
    </message>
    <message>
        <source>Only a plain file name in the model&apos;s own folder is read. Save the model again as one file.</source>
        <translation>Nur ein einfacher Dateiname im Ordner des Modells wird gelesen. Speichern Sie das Modell erneut als eine Datei.</translation>
    </message>
    <message>
        <source>Open the folder that the DICOMDIR lies in.</source>
        <translation>Öffnen Sie den Ordner, in dem das DICOMDIR liegt.</translation>
    </message>
    <message>
        <source>Other patients, another device or another way of working do this as well as a fault; whether the model has become worse only answers of readers can tell.</source>
        <translation>Andere Patienten, ein anderes Gerät oder eine andere Arbeitsweise bewirken das ebenso wie ein Fehler; ob das Modell schlechter geworden ist, zeigen nur Antworten von Befundern.</translation>
    </message>
    <message>
        <source>Other seed, rank correlation</source>
        <translation>Anderer Startwert, Rangkorrelation</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>PartitionSHAP</source>
        <translation>PartitionSHAP</translation>
    </message>
    <message>
        <source>Parts of the image are coloured; only its brightness is looked at.</source>
        <translation>Teile des Bildes sind farbig; nur seine Helligkeit wird betrachtet.</translation>
    </message>
    <message>
        <source>Probabilities fit better (Brier score): {value:+.4f}</source>
        <translation>Wahrscheinlichkeiten passen besser (Brier-Wert): {value:+.4f}</translation>
    </message>
    <message>
        <source>Probabilities fit worse (Brier score): {value:+.4f}</source>
        <translation>Wahrscheinlichkeiten passen schlechter (Brier-Wert): {value:+.4f}</translation>
    </message>
    <message>
        <source>Put &apos;{location}&apos; into the same folder as the model, under this name.</source>
        <translation>Legen Sie „{location}“ unter diesem Namen in denselben Ordner wie das Modell.</translation>
    </message>
    <message>
        <source>Put the file itself beside the model.</source>
        <translation>Legen Sie die Datei selbst neben das Modell.</translation>
    </message>
    <message>
        <source>RISE</source>
        <translation>RISE</translation>
    </message>
    <message>
        <source>ROAD, combined</source>
        <translation>ROAD, kombiniert</translation>
    </message>
    <message>
        <source>R^2 {r_squared:.4f} of the weighted ridge regression on {count} samples</source>
        <translation>R^2 {r_squared:.4f} der gewichteten Ridge-Regression an {count} Stichproben</translation>
    </message>
    <message>
        <source>Random parts hidden</source>
        <translation>Zufällige Teile verdeckt</translation>
    </message>
    <message>
        <source>ReLU, then half-pixel bilinear</source>
        <translation>ReLU, dann halbpixelgenau bilinear</translation>
    </message>
    <message>
        <source>Read the map with doubt: some tests failed, see below.</source>
        <translation>Lesen Sie die Heatmap mit Vorbehalt: Einige Prüfungen sind nicht bestanden, siehe unten.</translation>
    </message>
    <message>
        <source>Read them, or forget them in the worklist.</source>
        <translation>Befunden Sie sie oder vergessen Sie sie in der Arbeitsliste.</translation>
    </message>
    <message>
        <source>Readers answered {count} of {scores} scores and agree with {share}.</source>
        <translation>Befunder haben zu {count} von {scores} Scores geantwortet und stimmen zu {share} zu.</translation>
    </message>
    <message>
        <source>Readers answered {count} of {scores} scores: too few to tell how far they agree.</source>
        <translation>Befunder haben zu {count} von {scores} Scores geantwortet: zu wenige, um den Grad der Übereinstimmung zu nennen.</translation>
    </message>
    <message>
        <source>ReciproCAM</source>
        <translation>ReciproCAM</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Referring physician</source>
        <translation>Überweisender Arzt</translation>
    </message>
    <message>
        <source>Removal without a trace (ROAD)</source>
        <translation>Spurloses Entfernen (ROAD)</translation>
    </message>
    <message>
        <source>Removing important pixels without a trace lowers the score more</source>
        <translation>Wichtige Pixel spurlos zu entfernen senkt den Score stärker</translation>
    </message>
    <message>
        <source>Removing what the map calls important lowers the score faster</source>
        <translation>Entfernen, was die Heatmap wichtig nennt, senkt den Score schneller</translation>
    </message>
    <message>
        <source>Rescale Slope is 0; 1 was used instead.</source>
        <translation>Rescale Slope ist 0; stattdessen wurde 1 verwendet.</translation>
    </message>
    <message>
        <source>Research use - not for diagnosis</source>
        <translation>Nur für Forschungszwecke – nicht für die Diagnostik</translation>
    </message>
    <message>
        <source>Research use - not for diagnosis. Scores say how a model ranks images; nobody has looked at them.</source>
        <translation>Nur für Forschungszwecke – nicht für die Diagnostik. Scores sagen, wie ein Modell Bilder ordnet; niemand hat die Bilder gesichtet.</translation>
    </message>
    <message>
        <source>Restore the file from a backup, or see: whyray administrator reset.</source>
        <translation>Stellen Sie die Datei aus einer Sicherung wieder her oder siehe: whyray administrator reset.</translation>
    </message>
    <message>
        <source>Results name models by their id. Give this one another id.</source>
        <translation>Ergebnisse nennen Modelle nach ihrer ID. Geben Sie diesem eine andere ID.</translation>
    </message>
    <message>
        <source>Retire it instead.</source>
        <translation>Legen Sie es stattdessen still.</translation>
    </message>
    <message>
        <source>Ribs, clavicles and spine with more contrast</source>
        <translation>Rippen, Klavikeln und Wirbelsäule mit mehr Kontrast</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>Ridge</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Saliency</translation>
    </message>
    <message>
        <source>Sampled Shapley</source>
        <translation>Sampled Shapley</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>Save it with numpy.save in the layout and units that the model&apos;s recipe states.</source>
        <translation>Speichern Sie sie mit numpy.save in Layout und Einheiten, die die Vorverarbeitung des Modells angibt.</translation>
    </message>
    <message>
        <source>Save the image with 16 bits per pixel.</source>
        <translation>Speichern Sie das Bild mit 16 Bit pro Pixel.</translation>
    </message>
    <message>
        <source>Save the model again as one file (onnx.save, save_as_external_data=False).</source>
        <translation>Speichern Sie das Modell erneut als eine Datei (onnx.save, save_as_external_data=False).</translation>
    </message>
    <message>
        <source>Scaling by mean and deviation needs the deviation per channel, of greys 0..1.</source>
        <translation>Skalierung nach Mittelwert und Streuung braucht die Streuung je Kanal, für Grauwerte 0..1.</translation>
    </message>
    <message>
        <source>Scaling by mean and deviation needs the mean per channel, of greys 0..1.</source>
        <translation>Skalierung nach Mittelwert und Streuung braucht den Mittelwert je Kanal, für Grauwerte 0..1.</translation>
    </message>
    <message>
        <source>Score-CAM</source>
        <translation>Score-CAM</translation>
    </message>
    <message>
        <source>Scored on a reader&apos;s word although refused: {count}.</source>
        <translation>Trotz Ablehnung auf Wunsch eines Befunders bewertet: {count}.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Sensitivity at the operating point falls by more than {margin:.2f}.</source>
        <translation>Die Sensitivität am Arbeitspunkt fällt um mehr als {margin:.2f}.</translation>
    </message>
    <message>
        <source>Sensitivity-n</source>
        <translation>Sensitivity-n</translation>
    </message>
    <message>
        <source>Set one: whyray administrator set-password, or in the window.</source>
        <translation>Legen Sie eines fest: whyray administrator set-password, oder im Fenster.</translation>
    </message>
    <message>
        <source>Showing only what the map calls important raises the score faster</source>
        <translation>Nur zu zeigen, was die Heatmap wichtig nennt, hebt den Score schneller</translation>
    </message>
    <message>
        <source>Shrikumar et al. 2017, arXiv:1704.02685</source>
        <translation>Shrikumar et al. 2017, arXiv:1704.02685</translation>
    </message>
    <message>
        <source>Shuffled weights, likeness of the map</source>
        <translation>Durchmischte Gewichte, Ähnlichkeit der Heatmap</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Sign it with the site&apos;s key, or trust the key of its maker.</source>
        <translation>Signieren Sie es mit dem Schlüssel der Einrichtung oder vertrauen Sie dem Schlüssel des Herstellers.</translation>
    </message>
    <message>
        <source>Slowest files</source>
        <translation>Langsamste Dateien</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinste Seite</translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <translation>SmoothGrad</translation>
    </message>
    <message>
        <source>SmoothGrad squared</source>
        <translation>SmoothGrad quadriert</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Sobol indices</source>
        <translation>Sobol-Indizes</translation>
    </message>
    <message>
        <source>Some characters of the header could not be read.</source>
        <translation>Einige Zeichen des Headers konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Some header values do not follow the DICOM standard.</source>
        <translation>Einige Werte des Headers entsprechen nicht dem DICOM-Standard.</translation>
    </message>
    <message>
        <source>Sparseness</source>
        <translation>Bündelung</translation>
    </message>
    <message>
        <source>Specificity at the operating point falls by more than {margin:.2f}.</source>
        <translation>Die Spezifität am Arbeitspunkt fällt um mehr als {margin:.2f}.</translation>
    </message>
    <message>
        <source>Springenberg et al. 2015, arXiv:1412.6806</source>
        <translation>Springenberg et al. 2015, arXiv:1412.6806</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Sums of the map</source>
        <translation>Summen der Heatmap</translation>
    </message>
    <message>
        <source>Take a smaller model, or export it in half precision.</source>
        <translation>Nehmen Sie ein kleineres Modell, oder exportieren Sie es in halber Genauigkeit.</translation>
    </message>
    <message>
        <source>Taking it in</source>
        <translation>Wird aufgenommen</translation>
    </message>
    <message>
        <source>That is of the images they chose to answer, {looked} of them looked at before the scores were seen; of all images it may be otherwise.</source>
        <translation>Das gilt für die Bilder, zu denen sie antworten wollten, davon {looked} vor dem Anzeigen der Scores gesichtet; für alle Bilder kann es anders sein.</translation>
    </message>
    <message>
        <source>The 16-bit PNG file is damaged.</source>
        <translation>Die 16-Bit-PNG-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The Brier score falls by more than {margin:.3f}, its whole interval below 0.</source>
        <translation>Der Brier-Wert fällt um mehr als {margin:.3f}, sein ganzes Konfidenzintervall unter 0.</translation>
    </message>
    <message>
        <source>The Brier score rises by more than {margin:.3f}, its whole interval above 0.</source>
        <translation>Der Brier-Wert steigt um mehr als {margin:.3f}, sein ganzes Konfidenzintervall über 0.</translation>
    </message>
    <message>
        <source>The DICOM file ends before its header is complete.</source>
        <translation>Die DICOM-Datei endet, bevor ihr Header vollständig ist.</translation>
    </message>
    <message>
        <source>The DICOM file ends inside its file meta information.</source>
        <translation>Die DICOM-Datei endet in ihren File-Meta-Informationen.</translation>
    </message>
    <message>
        <source>The DICOM file is damaged.</source>
        <translation>Die DICOM-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The DICOM file is no segmentation.</source>
        <translation>Die DICOM-Datei ist keine Segmentierung.</translation>
    </message>
    <message>
        <source>The DICOM header cannot be read.</source>
        <translation>Der DICOM-Header kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The DICOM header has more than {MAX_ELEMENTS:,} elements.</source>
        <translation>Der DICOM-Header hat mehr als {MAX_ELEMENTS:,} Elemente.</translation>
    </message>
    <message>
        <source>The DICOM header is damaged.</source>
        <translation>Der DICOM-Header ist beschädigt.</translation>
    </message>
    <message>
        <source>The JPEG 2000 data declare impossible sizes.</source>
        <translation>Die JPEG-2000-Daten geben unmögliche Größen an.</translation>
    </message>
    <message>
        <source>The JPEG 2000 data declare {tiles:,} tiles.</source>
        <translation>Die JPEG-2000-Daten geben {tiles:,} Kacheln an.</translation>
    </message>
    <message>
        <source>The JPEG 2000 data end before their sizes.</source>
        <translation>Die JPEG-2000-Daten enden vor ihren Größenangaben.</translation>
    </message>
    <message>
        <source>The JPEG 2000 file ends before its pixels.</source>
        <translation>Die JPEG-2000-Datei endet vor ihren Pixeln.</translation>
    </message>
    <message>
        <source>The JPEG data are damaged before their frame header.</source>
        <translation>Die JPEG-Daten sind vor ihrem Frame-Header beschädigt.</translation>
    </message>
    <message>
        <source>The JPEG data end before their frame header.</source>
        <translation>Die JPEG-Daten enden vor ihrem Frame-Header.</translation>
    </message>
    <message>
        <source>The JPEG data have no frame header.</source>
        <translation>Die JPEG-Daten haben keinen Frame-Header.</translation>
    </message>
    <message>
        <source>The NIfTI file is damaged: {error}</source>
        <translation>Die NIfTI-Datei ist beschädigt: {error}</translation>
    </message>
    <message>
        <source>The ONNX model breaks the rules of its format.</source>
        <translation>Das ONNX-Modell verletzt die Regeln seines Formats.</translation>
    </message>
    <message>
        <source>The VOI LUT function {clean_text!r} is unknown.</source>
        <translation>Die VOI-LUT-Funktion {clean_text!r} ist unbekannt.</translation>
    </message>
    <message>
        <source>The answer is right, and the map lies where the finding is.</source>
        <translation>Die Antwort ist richtig, und die Heatmap liegt, wo der Befund ist.</translation>
    </message>
    <message>
        <source>The answer is right, but the map lies elsewhere: the model may follow something that only comes along with the finding.</source>
        <translation>Die Antwort ist richtig, aber die Heatmap liegt anderswo: Das Modell folgt vielleicht etwas, das nur mit dem Befund einhergeht.</translation>
    </message>
    <message>
        <source>The answer is wrong although the map lies where the finding is: the model looks at the right place and may need more training.</source>
        <translation>Die Antwort ist falsch, obwohl die Heatmap liegt, wo der Befund ist: Das Modell betrachtet die richtige Stelle und braucht vielleicht mehr Training.</translation>
    </message>
    <message>
        <source>The answer is wrong, and the map lies elsewhere.</source>
        <translation>Die Antwort ist falsch, und die Heatmap liegt anderswo.</translation>
    </message>
    <message>
        <source>The archive could not be unpacked: {reason}.</source>
        <translation>Das Archiv konnte nicht entpackt werden: {reason}.</translation>
    </message>
    <message>
        <source>The archive holds {count} files; at most {most} are read.</source>
        <translation>Das Archiv enthält {count} Dateien; höchstens {most} werden gelesen.</translation>
    </message>
    <message>
        <source>The archive is damaged or of a kind that is not read.</source>
        <translation>Das Archiv ist beschädigt oder von einer Art, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>The archive is locked with a password.</source>
        <translation>Das Archiv ist mit einem Passwort geschützt.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than anybody would send and was stopped.</source>
        <translation>Das Archiv wird beim Entpacken größer, als jemand je versenden würde; das Entpacken wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The archive&apos;s table of contents is larger than any genuine one.</source>
        <translation>Das Inhaltsverzeichnis des Archivs ist größer als jedes echte.</translation>
    </message>
    <message>
        <source>The area of a subgroup falls by more than {margin:.2f}, its whole interval below 0, with {least:.0f} images or more of either kind.</source>
        <translation>Die Fläche einer Untergruppe fällt um mehr als {margin:.2f}, ihr ganzes Konfidenzintervall unter 0, bei {least:.0f} oder mehr Bildern jeder Art.</translation>
    </message>
    <message>
        <source>The area under the ROC curve falls by more than {margin:.2f}.</source>
        <translation>Die Fläche unter der ROC-Kurve fällt um mehr als {margin:.2f}.</translation>
    </message>
    <message>
        <source>The area under the ROC curve is clearly larger: {value:+.3f}</source>
        <translation>Die Fläche unter der ROC-Kurve ist deutlich größer: {value:+.3f}</translation>
    </message>
    <message>
        <source>The area under the ROC curve is clearly smaller: {value:+.3f}</source>
        <translation>Die Fläche unter der ROC-Kurve ist deutlich kleiner: {value:+.3f}</translation>
    </message>
    <message>
        <source>The area under the ROC curve is smaller: {value:+.3f}</source>
        <translation>Die Fläche unter der ROC-Kurve ist kleiner: {value:+.3f}</translation>
    </message>
    <message>
        <source>The batch was stopped: {left} of {found} files are not done. It can be gone on with.</source>
        <translation>Der Stapel wurde gestoppt: {left} von {found} Dateien sind nicht fertig. Er kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The body part is {body}, not the chest.</source>
        <translation>Die Körperregion ist {body}, nicht der Thorax.</translation>
    </message>
    <message>
        <source>The bundle was altered or copied incompletely; import it again from its source.</source>
        <translation>Das Modellpaket wurde verändert oder unvollständig kopiert; importieren Sie es erneut aus seiner Quelle.</translation>
    </message>
    <message>
        <source>The bundle was made by another version or altered; import it again or ask its maker.</source>
        <translation>Das Modellpaket stammt von einer anderen Version oder wurde verändert; importieren Sie es erneut oder fragen Sie den Hersteller.</translation>
    </message>
    <message>
        <source>The bundle&apos;s class list does not fit its network; import it again.</source>
        <translation>Die Klassenliste des Modellpakets passt nicht zu seinem Netz; importieren Sie es erneut.</translation>
    </message>
    <message>
        <source>The colour palette of the image is incomplete or damaged.</source>
        <translation>Die Farbpalette des Bildes ist unvollständig oder beschädigt.</translation>
    </message>
    <message>
        <source>The compressed NIfTI file is damaged.</source>
        <translation>Die komprimierte NIfTI-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The compressed NIfTI file unpacks to more than an image may take.</source>
        <translation>Die komprimierte NIfTI-Datei wird beim Entpacken größer, als ein Bild sein darf.</translation>
    </message>
    <message>
        <source>The compressed pixel data are damaged.</source>
        <translation>Die komprimierten Pixeldaten sind beschädigt.</translation>
    </message>
    <message>
        <source>The compressed pixels are missing.</source>
        <translation>Die komprimierten Pixel fehlen.</translation>
    </message>
    <message>
        <source>The compressed pixels are no JPEG 2000 data.</source>
        <translation>Die komprimierten Pixel sind keine JPEG-2000-Daten.</translation>
    </message>
    <message>
        <source>The compressed pixels are no JPEG data.</source>
        <translation>Die komprimierten Pixel sind keine JPEG-Daten.</translation>
    </message>
    <message>
        <source>The compressed pixels are no {name} data.</source>
        <translation>Die komprimierten Pixel sind keine {name}-Daten.</translation>
    </message>
    <message>
        <source>The compressed pixels have {components} colour components, the header says {samples}.</source>
        <translation>Die komprimierten Pixel haben {components} Farbkomponenten, der Header sagt {samples}.</translation>
    </message>
    <message>
        <source>The compressed pixels have {precision} bits, the header allows {bits}.</source>
        <translation>Die komprimierten Pixel haben {precision} Bit, der Header erlaubt {bits}.</translation>
    </message>
    <message>
        <source>The compressed pixels say {width} x {height}, the header says {columns} x {rows}.</source>
        <translation>Die komprimierten Pixel geben {width} x {height} an, der Header {columns} x {rows}.</translation>
    </message>
    <message>
        <source>The decoder could not be started: {strerror}.</source>
        <translation>Der Decoder konnte nicht gestartet werden: {strerror}.</translation>
    </message>
    <message>
        <source>The decoder crashed on this file.</source>
        <translation>Der Decoder ist an dieser Datei abgestürzt.</translation>
    </message>
    <message>
        <source>The decoder gave another number of pixels than the header says.</source>
        <translation>Der Decoder lieferte eine andere Pixelzahl, als der Header angibt.</translation>
    </message>
    <message>
        <source>The decoder gave colour as {ndim} axes of {dtype}.</source>
        <translation>Der Decoder lieferte Farbe als {ndim} Achsen von {dtype}.</translation>
    </message>
    <message>
        <source>The decoder gave {ndim} axes of {dtype}.</source>
        <translation>Der Decoder lieferte {ndim} Achsen von {dtype}.</translation>
    </message>
    <message>
        <source>The deflated data set ends before it is complete.</source>
        <translation>Der komprimierte Datensatz (deflate) endet, bevor er vollständig ist.</translation>
    </message>
    <message>
        <source>The deflated data set grows beyond {MAX_FILE_BYTES} MB.</source>
        <translation>Der komprimierte Datensatz (deflate) wächst über {MAX_FILE_BYTES} MB hinaus.</translation>
    </message>
    <message>
        <source>The deflated data set is damaged.</source>
        <translation>Der komprimierte Datensatz (deflate) ist beschädigt.</translation>
    </message>
    <message>
        <source>The exported model is not the trained one.</source>
        <translation>Das exportierte Modell ist nicht das trainierte.</translation>
    </message>
    <message>
        <source>The exported new model differs from the trained one by {error:.2g} ({limit:.2g} is allowed).</source>
        <translation>Das exportierte neue Modell weicht vom trainierten um {error:.2g} ab ({limit:.2g} ist zulässig).</translation>
    </message>
    <message>
        <source>The file could not be decoded.</source>
        <translation>Die Datei konnte nicht dekodiert werden.</translation>
    </message>
    <message>
        <source>The file could not be read: {reason}.</source>
        <translation>Die Datei konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The file does not name its {count} classes.</source>
        <translation>Die Datei benennt ihre {count} Klassen nicht.</translation>
    </message>
    <message>
        <source>The file does not say that it is a radiograph.</source>
        <translation>Die Datei gibt nicht an, dass sie eine Röntgenaufnahme ist.</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was worked out.</source>
        <translation>Die Datei gibt ihre Transfersyntax nicht an; sie wurde erschlossen.</translation>
    </message>
    <message>
        <source>The file does not state the view: the ratio is defined for PA only.</source>
        <translation>Die Datei gibt die Projektion nicht an: Der Quotient ist nur für p.a. definiert.</translation>
    </message>
    <message>
        <source>The file ends inside a DICOM element.</source>
        <translation>Die Datei endet mitten in einem DICOM-Element.</translation>
    </message>
    <message>
        <source>The file ends inside its compressed pixels.</source>
        <translation>Die Datei endet mitten in ihren komprimierten Pixeln.</translation>
    </message>
    <message>
        <source>The file ends inside its compressed pixels: {count:,} of {length:,} bytes of a fragment are there.</source>
        <translation>Die Datei endet mitten in ihren komprimierten Pixeln: {count:,} von {length:,} Byte eines Fragments sind vorhanden.</translation>
    </message>
    <message>
        <source>The file ends inside {what}: {max:,} of {length:,} bytes are there.</source>
        <translation>Die Datei endet vorzeitig ({what}): {max:,} von {length:,} Byte sind vorhanden.</translation>
    </message>
    <message>
        <source>The file grew beyond the limit while it was read.</source>
        <translation>Die Datei wuchs beim Lesen über die Grenze hinaus.</translation>
    </message>
    <message>
        <source>The file has no DICOM preamble.</source>
        <translation>Die Datei hat keine DICOM-Präambel.</translation>
    </message>
    <message>
        <source>The file has {size:.0f} MB; at most {MAX_FILE_BYTES} are read.</source>
        <translation>Die Datei hat {size:.0f} MB; höchstens {MAX_FILE_BYTES} werden gelesen.</translation>
    </message>
    <message>
        <source>The file has {there:,} bytes of pixels, the header needs {needed:,}.</source>
        <translation>Die Datei hat {there:,} Byte Pixeldaten, der Header braucht {needed:,}.</translation>
    </message>
    <message>
        <source>The file holds no network.</source>
        <translation>Die Datei enthält kein Netz.</translation>
    </message>
    <message>
        <source>The file holds {count} frames; only one is looked at.</source>
        <translation>Die Datei enthält {count} Einzelbilder; nur eines wird betrachtet.</translation>
    </message>
    <message>
        <source>The file holds {n_frames} images; the first is shown.</source>
        <translation>Die Datei enthält {n_frames} Bilder; das erste wird gezeigt.</translation>
    </message>
    <message>
        <source>The file is damaged in a way that WhyRay does not understand.</source>
        <translation>Die Datei ist auf eine Weise beschädigt, die WhyRay nicht versteht.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is nested too deep.</source>
        <translation>Die Datei ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The file may be damaged, need files beside it, or need a newer WhyRay.</source>
        <translation>Die Datei ist vielleicht beschädigt, braucht Dateien neben sich oder ein neueres WhyRay.</translation>
    </message>
    <message>
        <source>The file states no pixel size: lengths are in pixels.</source>
        <translation>Die Datei gibt keine Pixelgröße an: Längen in Pixeln.</translation>
    </message>
    <message>
        <source>The file was altered or damaged; the image is shown without these decisions.</source>
        <translation>Die Datei wurde verändert oder beschädigt; das Bild wird ohne diese Entscheidungen gezeigt.</translation>
    </message>
    <message>
        <source>The file was damaged or comes from a newer version; it is left as it is, and new marks on this image are not kept.</source>
        <translation>Die Datei ist beschädigt oder stammt von einer neueren Version; sie bleibt, wie sie ist, und neue Markierungen auf diesem Bild werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>The folder of masks cannot be read: {error}</source>
        <translation>Der Ordner der Masken kann nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>The frames differ in {keyword}; the values of the first frame are used for all.</source>
        <translation>Die Einzelbilder unterscheiden sich in {keyword}; die Werte des ersten gelten für alle.</translation>
    </message>
    <message>
        <source>The functions inside this model cannot be opened.</source>
        <translation>Die Funktionen in diesem Modell können nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The gradient model would be larger than one ONNX file can hold (2 GB).</source>
        <translation>Das Gradientenmodell wäre größer, als eine ONNX-Datei fassen kann (2 GB).</translation>
    </message>
    <message>
        <source>The graph leaves the input&apos;s height and width open ({shape}).</source>
        <translation>Der Graph lässt Höhe und Breite der Eingabe offen ({shape}).</translation>
    </message>
    <message>
        <source>The graph leaves the number of input channels open ({shape}).</source>
        <translation>Der Graph lässt die Zahl der Eingabekanäle offen ({shape}).</translation>
    </message>
    <message>
        <source>The header has no Photometric Interpretation: the file is incomplete.</source>
        <translation>Im Header fehlt Photometric Interpretation: Die Datei ist unvollständig.</translation>
    </message>
    <message>
        <source>The header has no {name}: the file is incomplete or holds no image.</source>
        <translation>Im Header fehlt {name}: Die Datei ist unvollständig oder enthält kein Bild.</translation>
    </message>
    <message>
        <source>The image file ends before its pixels do.</source>
        <translation>Die Bilddatei endet vor ihren Pixeln.</translation>
    </message>
    <message>
        <source>The image has only {width} x {height} pixels.</source>
        <translation>Das Bild hat nur {width} x {height} Pixel.</translation>
    </message>
    <message>
        <source>The image has text burned into its pixels.</source>
        <translation>Im Bild ist Text in die Pixel eingebrannt.</translation>
    </message>
    <message>
        <source>The image has too many pixels.</source>
        <translation>Das Bild hat zu viele Pixel.</translation>
    </message>
    <message>
        <source>The image has very little contrast.</source>
        <translation>Das Bild hat sehr wenig Kontrast.</translation>
    </message>
    <message>
        <source>The image is a secondary capture: its greys may have been altered.</source>
        <translation>Das Bild ist ein Secondary Capture: Seine Graustufen können verändert sein.</translation>
    </message>
    <message>
        <source>The image is coloured; radiographs are grey.</source>
        <translation>Das Bild ist farbig; Röntgenaufnahmen sind grau.</translation>
    </message>
    <message>
        <source>The image is raw (FOR PROCESSING); models are trained on images FOR PRESENTATION.</source>
        <translation>Das Bild ist ein Rohbild (FOR PROCESSING); Modelle werden mit Bildern FOR PRESENTATION trainiert.</translation>
    </message>
    <message>
        <source>The image may be outside what the model can take; try another model.</source>
        <translation>Das Bild liegt vielleicht außerhalb dessen, was das Modell verarbeiten kann; versuchen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The image needs more memory than it may have.</source>
        <translation>Das Bild braucht mehr Speicher, als es haben darf.</translation>
    </message>
    <message>
        <source>The image says it has {frames} frames of {width} x {height} pixels.</source>
        <translation>Das Bild gibt {frames} Einzelbilder mit {width} x {height} Pixeln an.</translation>
    </message>
    <message>
        <source>The image says it has {width} x {height} pixels; at most {MAX_PIXELS:,} are read.</source>
        <translation>Das Bild gibt {width} x {height} Pixel an; höchstens {MAX_PIXELS:,} werden gelesen.</translation>
    </message>
    <message>
        <source>The image was compressed with loss.</source>
        <translation>Das Bild wurde verlustbehaftet komprimiert.</translation>
    </message>
    <message>
        <source>The map adds up to the score, within 5 %.</source>
        <translation>Die Heatmap summiert sich auf 5 % genau zum Score.</translation>
    </message>
    <message>
        <source>The map does not add up to the score: ask for more steps.</source>
        <translation>Die Heatmap summiert sich nicht zum Score: Verlangen Sie mehr Schritte.</translation>
    </message>
    <message>
        <source>The map does not quite add up to the score.</source>
        <translation>Die Heatmap summiert sich nicht ganz zum Score.</translation>
    </message>
    <message>
        <source>The map foretells better by how much hidden parts change the score</source>
        <translation>Wie sehr verdeckte Teile den Score ändern, ist besser vorhersagbar</translation>
    </message>
    <message>
        <source>The map foretells better which hidden parts lower the score</source>
        <translation>Welche verdeckten Teile den Score senken, ist besser vorhersagbar</translation>
    </message>
    <message>
        <source>The map is empty, so nothing can change in proportion to it.</source>
        <translation>Die Heatmap ist leer, daher kann sich nichts im Verhältnis zu ihr ändern.</translation>
    </message>
    <message>
        <source>The map of &apos;{name}&apos; is another.</source>
        <translation>Die Heatmap von „{name}“ ist eine andere.</translation>
    </message>
    <message>
        <source>The map of &apos;{name}&apos; is empty.</source>
        <translation>Die Heatmap von „{name}“ ist leer.</translation>
    </message>
    <message>
        <source>The map of &apos;{name}&apos; is the same: it is not about this class.</source>
        <translation>Die Heatmap von „{name}“ ist dieselbe: Sie handelt nicht von dieser Klasse.</translation>
    </message>
    <message>
        <source>The map of &apos;{name}&apos; looks similar.</source>
        <translation>Die Heatmap von „{name}“ sieht ähnlich aus.</translation>
    </message>
    <message>
        <source>The map passed the tests that could be made on this image.</source>
        <translation>Die Heatmap hat die Prüfungen bestanden, die an diesem Bild möglich waren.</translation>
    </message>
    <message>
        <source>The midline does not lie between the heart borders.</source>
        <translation>Die Mittellinie liegt nicht zwischen den Herzrändern.</translation>
    </message>
    <message>
        <source>The modality is {modality}, not plain radiography.</source>
        <translation>Die Modalität ist {modality}, keine Projektionsradiographie.</translation>
    </message>
    <message>
        <source>The model has no class {index}; it has {shape}.</source>
        <translation>Das Modell hat keine Klasse {index}; es hat {shape}.</translation>
    </message>
    <message>
        <source>The model has no layer &apos;{wanted}&apos;.</source>
        <translation>Das Modell hat keine Schicht „{wanted}“.</translation>
    </message>
    <message>
        <source>The model has no tensor &apos;{name}&apos;.</source>
        <translation>Das Modell hat keinen Tensor „{name}“.</translation>
    </message>
    <message>
        <source>The model has {count} inputs; exactly one (the image) is needed.</source>
        <translation>Das Modell hat {count} Eingaben; genau eine (das Bild) ist nötig.</translation>
    </message>
    <message>
        <source>The model is written for operator set {opset_of} and cannot be brought to {OLDEST_OPSET}.</source>
        <translation>Das Modell ist für den Operatorsatz {opset_of} geschrieben und lässt sich nicht auf {OLDEST_OPSET} bringen.</translation>
    </message>
    <message>
        <source>The model uses operators outside the ONNX standard: {foreign}.</source>
        <translation>Das Modell verwendet Operatoren außerhalb des ONNX-Standards: {foreign}.</translation>
    </message>
    <message>
        <source>The model&apos;s {op_type} normalises over the images of a batch, not the classes.</source>
        <translation>{op_type} des Modells normiert über die Bilder eines Batches, nicht über die Klassen.</translation>
    </message>
    <message>
        <source>The network cannot be cut at {quoted}: </source>
        <translation>Das Netz kann bei {quoted} nicht geteilt werden: </translation>
    </message>
    <message>
        <source>The network has one output; there is no other class to compare with.</source>
        <translation>Das Netz hat eine Ausgabe; es gibt keine andere Klasse zum Vergleich.</translation>
    </message>
    <message>
        <source>The network stores no weights that could be shuffled.</source>
        <translation>Das Netz speichert keine Gewichte, die durchmischt werden könnten.</translation>
    </message>
    <message>
        <source>The patient&apos;s age is not in the file; the model is for patients of {span}.</source>
        <translation>Das Alter des Patienten steht nicht in der Datei; das Modell ist für Patienten {span}.</translation>
    </message>
    <message>
        <source>The photometric interpretation {clean_text!r} is not supported.</source>
        <translation>Die Photometric Interpretation {clean_text!r} wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>The picture does not look like a frontal chest film (likeness {percent} %).</source>
        <translation>Das Bild sieht nicht wie eine frontale Thoraxaufnahme aus (Ähnlichkeit {percent} %).</translation>
    </message>
    <message>
        <source>The picture is an unusual frontal chest film, if it is one (likeness {percent} %).</source>
        <translation>Das Bild ist eine ungewöhnliche frontale Thoraxaufnahme, falls es eine ist (Ähnlichkeit {percent} %).</translation>
    </message>
    <message>
        <source>The picture looks like a chest film that lies on its side or upside down (likeness to a frontal chest film {percent} %).</source>
        <translation>Das Bild sieht wie eine Thoraxaufnahme aus, die auf der Seite liegt oder auf dem Kopf steht (Ähnlichkeit mit einer frontalen Thoraxaufnahme {percent} %).</translation>
    </message>
    <message>
        <source>The picture looks like a chest film with black and white swapped (likeness to a frontal chest film {percent} %).</source>
        <translation>Das Bild sieht wie eine Thoraxaufnahme mit vertauschtem Schwarz und Weiß aus (Ähnlichkeit mit einer frontalen Thoraxaufnahme {percent} %).</translation>
    </message>
    <message>
        <source>The picture looks like a lateral view, not a frontal one (likeness to a frontal chest film {percent} %).</source>
        <translation>Das Bild sieht wie eine seitliche Aufnahme aus, nicht wie eine frontale (Ähnlichkeit mit einer frontalen Thoraxaufnahme {percent} %).</translation>
    </message>
    <message>
        <source>The pixel spacing {numbers} makes no sense and was left out.</source>
        <translation>Der Pixelabstand {numbers} ist unsinnig und wurde weggelassen.</translation>
    </message>
    <message>
        <source>The pixels ({name}) could not be decoded; they are damaged.</source>
        <translation>Die Pixel ({name}) konnten nicht dekodiert werden; sie sind beschädigt.</translation>
    </message>
    <message>
        <source>The pixels are coded as {name}; WhyRay has no decoder for this transfer syntax.</source>
        <translation>Die Pixel sind als {name} kodiert; WhyRay hat keinen Decoder für diese Transfersyntax.</translation>
    </message>
    <message>
        <source>The pixels are compressed, but the transfer syntax says they are not.</source>
        <translation>Die Pixel sind komprimiert, laut Transfersyntax aber nicht.</translation>
    </message>
    <message>
        <source>The pixels are incomplete: {there:,} of {needed:,} bytes are there.</source>
        <translation>Die Pixel sind unvollständig: {there:,} von {needed:,} Byte sind vorhanden.</translation>
    </message>
    <message>
        <source>The pixels are not square ({height:.3g} high, {width:.3g} wide); the image is shown with its true proportions.</source>
        <translation>Die Pixel sind nicht quadratisch ({height:.3g} hoch, {width:.3g} breit); das Bild wird mit seinen wahren Proportionen gezeigt.</translation>
    </message>
    <message>
        <source>The share of maps that fail the tests of trust rises by more than {margin:.2f}, on {least:.0f} images or more, and not by chance (p below {p:.2f}).</source>
        <translation>Der Anteil der Heatmaps, die die Vertrauensprüfungen nicht bestehen, steigt um mehr als {margin:.2f}, bei mindestens {least:.0f} Bildern und nicht durch Zufall (p unter {p:.2f}).</translation>
    </message>
    <message>
        <source>Write TITLE@HOST:PORT, e.g. PACS@192.168.1.20:104; add /tls for encryption.</source>
        <translation>Schreiben Sie TITEL@HOST:PORT, etwa PACS@192.168.1.20:104; mit /tls am Ende verschlüsselt.</translation>
    </message>
    <message>
        <source>Write the host as the certificate names it, or have it renewed.</source>
        <translation>Schreiben Sie den Rechner so, wie das Zertifikat ihn nennt, oder lassen Sie es erneuern.</translation>
    </message>
    <message>
        <source>a connection was refused: {reason}</source>
        <translation>eine Verbindung wurde abgelehnt: {reason}</translation>
    </message>
    <message>
        <source>a different model with the id {id!r} was already here</source>
        <translation>ein anderes Modell mit der ID {id!r} war schon hier</translation>
    </message>
    <message>
        <source>a key was named without its certificate</source>
        <translation>ein Schlüssel wurde ohne sein Zertifikat angegeben</translation>
    </message>
    <message>
        <source>a layer was named, and none of the methods looks at one</source>
        <translation>eine Schicht wurde angegeben, aber keine der Methoden betrachtet eine</translation>
    </message>
    <message>
        <source>a session that was opened without the password cannot sign</source>
        <translation>eine ohne Passwort geöffnete Sitzung kann nicht signieren</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>an image was refused: the disk is nearly full; make room for more</source>
        <translation>ein Bild wurde abgelehnt: Der Datenträger ist fast voll; schaffen Sie Platz für weitere</translation>
    </message>
    <message>
        <source>max-abs</source>
        <translation>größter Betrag</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>mean attribution over the new pixels of each region, in the order of the whole segments&apos; means</source>
        <translation>mittlere Attribution über die neuen Pixel jeder Region, in der Reihenfolge der Mittelwerte der ganzen Segmente</translation>
    </message>
    <message>
        <source>mean attribution over the new pixels of each region, in the order of these means</source>
        <translation>mittlere Attribution über die neuen Pixel jeder Region, in der Reihenfolge dieser Mittelwerte</translation>
    </message>
    <message>
        <source>{what}: {method}, class {name}</source>
        <translation>{what}: {method}, Klasse {name}</translation>
    </message>
    <message>
        <source>{what}: {method}, layer {layer}, class {name}</source>
        <translation>{what}: {method}, Schicht {layer}, Klasse {name}</translation>
    </message>
    <message>
        <source>The pixels have 32 bits or are floating point numbers; WhyRay reads 8 and 16 bits.</source>
        <translation>Die Pixel haben 32 Bit oder sind Gleitkommazahlen; WhyRay liest 8 und 16 Bit.</translation>
    </message>
    <message>
        <source> (95 % interval {low:+.3f} to {high:+.3f})</source>
        <translation> (95-%-Konfidenzintervall {low:+.3f} bis {high:+.3f})</translation>
    </message>
    <message>
        <source>({name}, {time})</source>
        <translation>({name}, {time})</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>A map shows where the model was sensitive, not where disease is. A region can be highlighted for the wrong reason; an absent highlight does not clear a region.</source>
        <translation>Eine Heatmap zeigt, wo das Modell empfindlich reagierte, nicht wo eine Erkrankung liegt. Ein Bereich kann aus falschem Grund hervorgehoben sein; eine fehlende Hervorhebung schließt in dem Bereich nichts aus.</translation>
    </message>
    <message>
        <source>A mask covers the whole image; its sides have the same proportion.</source>
        <translation>Eine Maske umfasst das ganze Bild; ihre Seiten haben dasselbe Verhältnis.</translation>
    </message>
    <message>
        <source>A new one was begun. Studies appear in it as they are opened; decisions and marks are not lost, they lie in files of their own.</source>
        <translation>Eine neue wurde begonnen. Untersuchungen erscheinen darin, sobald sie geöffnet werden; Entscheidungen und Markierungen sind nicht verloren, sie liegen in eigenen Dateien.</translation>
    </message>
    <message>
        <source>A printed copy is not controlled.</source>
        <translation>Ein Ausdruck wird nicht nachgeführt.</translation>
    </message>
    <message>
        <source>AI analysis of a chest radiograph - not a diagnosis</source>
        <translation>KI-Analyse einer Thoraxaufnahme – keine Diagnose</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Accession-Nr.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>All {images} test images were used to train one of the models.</source>
        <translation>Mit allen {images} Testbildern wurde eines der Modelle trainiert.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Another program may use the port; choose another one.</source>
        <translation>Vielleicht benutzt ein anderes Programm den Port; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Ask for the same again to go on, or choose another folder.</source>
        <translation>Verlangen Sie dasselbe noch einmal, um fortzufahren, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Ask its administrator to allow {title}, and check the peer&apos;s title.</source>
        <translation>Bitten Sie dort um Zulassung von {title} und prüfen Sie den AE-Titel der Gegenstelle.</translation>
    </message>
    <message>
        <source>Ask whoever made the file for a complete copy.</source>
        <translation>Bitten Sie die Stelle, die die Datei erstellt hat, um eine vollständige Kopie.</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Can the map be believed?</source>
        <translation>Ist der Heatmap zu trauen?</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Herz-Thorax-Quotient</translation>
    </message>
    <message>
        <source>Check host, port and network; is the peer running?</source>
        <translation>Prüfen Sie Rechner, Port und Netz; läuft die Gegenstelle?</translation>
    </message>
    <message>
        <source>Check that it is on and connected.</source>
        <translation>Prüfen Sie, ob er eingeschaltet und verbunden ist.</translation>
    </message>
    <message>
        <source>Check that its folder exists and may be written to.</source>
        <translation>Prüfen Sie, ob ihr Ordner existiert und beschreibbar ist.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Choose a PNG or JPEG picture of at most 5 MB.</source>
        <translation>Wählen Sie ein PNG- oder JPEG-Bild mit höchstens 5 MB.</translation>
    </message>
    <message>
        <source>Choose a method and a model at least.</source>
        <translation>Wählen Sie mindestens eine Methode und ein Modell.</translation>
    </message>
    <message>
        <source>Choose a model that scores; this one is used for lung and heart fields.</source>
        <translation>Wählen Sie ein Modell, das bewertet; dieses dient für Lungenfelder und Herz.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png or .jpg.</source>
        <translation>Wählen Sie einen Namen, der auf .png oder .jpg endet.</translation>
    </message>
    <message>
        <source>Choose another folder for the results.</source>
        <translation>Wählen Sie einen anderen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>Choose another folder for them; one inside is fine.</source>
        <translation>Wählen Sie dafür einen anderen Ordner; ein Unterordner geht auch.</translation>
    </message>
    <message>
        <source>Choose another folder; two different images share one UID.</source>
        <translation>Wählen Sie einen anderen Ordner; zwei verschiedene Bilder haben dieselbe UID.</translation>
    </message>
    <message>
        <source>Choose one of: {kinds}.</source>
        <translation>Wählen Sie eines von: {kinds}.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Möglich: {known}.</translation>
    </message>
    <message>
        <source>Close the image and open it again.</source>
        <translation>Schließen Sie das Bild und öffnen Sie es erneut.</translation>
    </message>
    <message>
        <source>Close the other program; what was opened meanwhile is not in the worklist.</source>
        <translation>Schließen Sie das andere Programm; was inzwischen geöffnet wurde, steht nicht in der Arbeitsliste.</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Computed with</source>
        <translation>Berechnet mit</translation>
    </message>
    <message>
        <source>Connecting ...</source>
        <translation>Verbindung wird aufgebaut ...</translation>
    </message>
    <message>
        <source>De-identified: names, numbers, dates and places were left out. Free text was searched for the patient&apos;s name and numbers only, and text burned into the pixels was not removed.</source>
        <translation>De-identifiziert: Namen, Nummern, Datumsangaben und Orte wurden weggelassen. Freitext wurde nur nach Namen und Nummern des Patienten durchsucht, und in die Pixel eingebrannter Text wurde nicht entfernt.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Encapsulated PDF (report)</source>
        <translation>Encapsulated PDF (Bericht)</translation>
    </message>
    <message>
        <source>Explain a finding first.</source>
        <translation>Erklären Sie zuerst einen Befund.</translation>
    </message>
    <message>
        <source>Explained with</source>
        <translation>Erklärt mit</translation>
    </message>
    <message>
        <source>Export a report or a picture instead.</source>
        <translation>Exportieren Sie stattdessen einen Bericht oder ein Bild.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File, SHA-256</source>
        <translation>Datei, SHA-256</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Findings of the model</source>
        <translation>Befunde des Modells</translation>
    </message>
    <message>
        <source>Findings that the model does not list were not looked for.</source>
        <translation>Befunde, die das Modell nicht aufführt, wurden nicht gesucht.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Einzelbild</translation>
    </message>
    <message>
        <source>Frequencies hold for the mixture of the data they were measured on, not for this clinic&apos;s.</source>
        <translation>Die Häufigkeiten gelten für die Mischung der Daten, an denen sie gemessen wurden, nicht für die dieser Klinik.</translation>
    </message>
    <message>
        <source>Give both, or leave the report preliminary.</source>
        <translation>Geben Sie beides an oder lassen Sie den Bericht vorläufig.</translation>
    </message>
    <message>
        <source>Go on with it (--resume), or choose another folder.</source>
        <translation>Setzen Sie den Stapel fort (--resume), oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Go on with that version, or choose another folder.</source>
        <translation>Fahren Sie mit jener Version fort, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>How it is compared: the reference are the first {reference} studies that a version scored here; each month is compared with it where the reference has {least_reference} studies and the month {least}. A movement is spoken of where a two-sample Kolmogorov-Smirnov test, corrected for all months and findings of the version (Holm), has p below 0.05 and the population stability index, less what chance alone gives, is 0.10 or more (0.25: much). Of a study with several images the first one counts. Studies that the library has forgotten are in no figure.</source>
        <translation>So wird verglichen: Referenz sind die ersten {reference} Untersuchungen, die eine Version hier bewertet hat; jeder Monat wird damit verglichen, sofern die Referenz {least_reference} Untersuchungen hat und der Monat {least}. Von einer Veränderung wird gesprochen, wo ein Zwei-Stichproben-Kolmogorow-Smirnow-Test, korrigiert für alle Monate und Befunde der Version (Holm), p unter 0,05 ergibt und der Population Stability Index (PSI), abzüglich dessen, was der Zufall allein ergibt, 0,10 oder mehr beträgt (0,25: viel). Bei Untersuchungen mit mehreren Bildern zählt das erste. Untersuchungen, die die Bibliothek vergessen hat, sind in keiner Zahl enthalten.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Images of</source>
        <translation>Bilder von</translation>
    </message>
    <message>
        <source>Impression of the reader</source>
        <translation>Beurteilung des Befunders</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Input checks: {verdict}</source>
        <translation>Eingangsprüfung: {verdict}</translation>
    </message>
    <message>
        <source>Install any font, for instance Noto Sans or DejaVu Sans.</source>
        <translation>Installieren Sie eine Schrift, zum Beispiel Noto Sans oder DejaVu Sans.</translation>
    </message>
    <message>
        <source>It has 1 to 16 plain characters without a backslash.</source>
        <translation>Er hat 1 bis 16 einfache Zeichen ohne umgekehrten Schrägstrich.</translation>
    </message>
    <message>
        <source>It is looked at again. Connect the drive or choose another one.</source>
        <translation>Er wird erneut angesehen. Verbinden Sie das Laufwerk oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>It is not known whether the probabilities are calibrated: read them as an order only.</source>
        <translation>Ob die Wahrscheinlichkeiten kalibriert sind, ist nicht bekannt: Lesen Sie sie nur als Rangfolge.</translation>
    </message>
    <message>
        <source>It is set aside at the next start and made anew; nothing is deleted.</source>
        <translation>Sie wird beim nächsten Start beiseitegelegt und neu angelegt; gelöscht wird nichts.</translation>
    </message>
    <message>
        <source>It was made anew from the backup {name}; later studies appear as they are opened. Decisions and marks are not lost, they lie in files of their own.</source>
        <translation>Sie wurde aus der Sicherung {name} neu angelegt; spätere Untersuchungen erscheinen, sobald sie geöffnet werden. Entscheidungen und Markierungen sind nicht verloren, sie liegen in eigenen Dateien.</translation>
    </message>
    <message>
        <source>Its weights can be looked at.</source>
        <translation>Seine Gewichte lassen sich ansehen.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Letters: side of the patient, as the file says.</source>
        <translation>Buchstaben: Seite des Patienten, laut Datei.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Lines at {levels} of the map&apos;s greatest value, evidence for the class only; {kind}</source>
        <translation>Linien bei {levels} des größten Werts der Heatmap, nur Evidenz für die Klasse; {kind}</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Make room on the disk; what is in the library already is safe.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger; was schon in der Bibliothek steht, ist sicher.</translation>
    </message>
    <message>
        <source>Map minus reference, each divided by its own greatest magnitude: red more than in the reference, blue less</source>
        <translation>Heatmap minus Referenz, jede durch ihren größten Betrag geteilt: Rot mehr als in der Referenz, Blau weniger</translation>
    </message>
    <message>
        <source>Map minus reference, each place by its rank in its own map (lowest 0, highest 1): red ranks higher than in the reference, blue lower</source>
        <translation>Heatmap minus Referenz, jeder Ort nach seinem Rang in der eigenen Heatmap (niedrigster 0, höchster 1): Rot hat höheren Rang als in der Referenz, Blau niedrigeren</translation>
    </message>
    <message>
        <source>Measurements of the reader</source>
        <translation>Messungen des Befunders</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Much of the map lies outside the lungs.</source>
        <translation>Ein großer Teil der Heatmap liegt außerhalb der Lungen.</translation>
    </message>
    <message>
        <source>Name the classes to compare: {one} has {names}; {other} has {others}.</source>
        <translation>Nennen Sie die zu vergleichenden Klassen: {one} hat {names}; {other} hat {others}.</translation>
    </message>
    <message>
        <source>Names and other words that are part of the picture itself were not removed. Look at every image before you pass it on.</source>
        <translation>Namen und andere Wörter, die Teil des Bildes selbst sind, wurden nicht entfernt. Sehen Sie jedes Bild an, bevor Sie es weitergeben.</translation>
    </message>
    <message>
        <source>Network, SHA-256</source>
        <translation>Netz, SHA-256</translation>
    </message>
    <message>
        <source>No font of this computer has the characters {codes}; ? stands for them.</source>
        <translation>Keine Schrift dieses Rechners hat die Zeichen {codes}; dafür steht ?.</translation>
    </message>
    <message>
        <source>No listed finding reached its operating point. This does not exclude disease.</source>
        <translation>Kein aufgeführter Befund erreichte seinen Arbeitspunkt. Das schließt eine Erkrankung nicht aus.</translation>
    </message>
    <message>
        <source>No mask of {name}: {percent} % of the image is not plausible ({least} to {most} % would be).</source>
        <translation>Keine Maske ({name}): {percent} % des Bildes sind nicht plausibel ({least} bis {most} % wären es).</translation>
    </message>
    <message>
        <source>No mask was chosen.</source>
        <translation>Es wurde keine Maske gewählt.</translation>
    </message>
    <message>
        <source>None of the {images} test images can be read.</source>
        <translation>Keines der {images} Testbilder ist lesbar.</translation>
    </message>
    <message>
        <source>None of these models has such a class.</source>
        <translation>Keines dieser Modelle hat eine solche Klasse.</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>Nicht für</translation>
    </message>
    <message>
        <source>Not scored: the input checks refused this image.</source>
        <translation>Nicht bewertet: Die Eingangsprüfung hat dieses Bild abgelehnt.</translation>
    </message>
    <message>
        <source>Not tested: no explanation was made.</source>
        <translation>Nicht geprüft: Es wurde keine Erklärung erstellt.</translation>
    </message>
    <message>
        <source>Not tested: nobody has tested on this image how true the map is to what the model does.</source>
        <translation>Nicht geprüft: Niemand hat an diesem Bild geprüft, wie getreu die Heatmap wiedergibt, was das Modell tut.</translation>
    </message>
    <message>
        <source>Only images are de-identified.</source>
        <translation>Nur Bilder werden de-identifiziert.</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>Arbeitspunkt</translation>
    </message>
    <message>
        <source>Operating point of {name}</source>
        <translation>Arbeitspunkt für {name}</translation>
    </message>
    <message>
        <source>Order of the pixels (AUC)</source>
        <translation>Reihenfolge der Pixel (AUC)</translation>
    </message>
    <message>
        <source>Ordinary pictures hold no header that names a patient; copy them as is.</source>
        <translation>Gewöhnliche Bilder haben keinen Header, der einen Patienten nennt; kopieren Sie sie, wie sie sind.</translation>
    </message>
    <message>
        <source>Original and explanation</source>
        <translation>Original und Erklärung</translation>
    </message>
    <message>
        <source>Original, greys and orientation as in the file, neither turned nor flipped.</source>
        <translation>Original, Graustufen und Lage wie in der Datei, weder gedreht noch gespiegelt.</translation>
    </message>
    <message>
        <source>Other findings</source>
        <translation>Weitere Befunde</translation>
    </message>
    <message>
        <source>Others: {list}.</source>
        <translation>Weitere: {list}.</translation>
    </message>
    <message>
        <source>PRELIMINARY - not verified by a reader</source>
        <translation>VORLÄUFIG – von keinem Befunder verifiziert</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>Parametric Map (numbers)</source>
        <translation>Parametrische Karte (Zahlen)</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Patient and study</source>
        <translation>Patient und Untersuchung</translation>
    </message>
    <message>
        <source>Patient: {name}; ID: {number}</source>
        <translation>Patient: {name}; ID: {number}</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <source>Pixels of the finding rank above the others.</source>
        <translation>Pixel des Befunds stehen vor den anderen.</translation>
    </message>
    <message>
        <source>Pixels of the finding rank little above the others.</source>
        <translation>Pixel des Befunds stehen kaum vor den anderen.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Preparing ...</source>
        <translation>Vorbereitung ...</translation>
    </message>
    <message>
        <source>Presentation state (outlines)</source>
        <translation>Presentation State (Umrisse)</translation>
    </message>
    <message>
        <source>Probabilities: {method}.</source>
        <translation>Wahrscheinlichkeiten: {method}.</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrsch.</translation>
    </message>
    <message>
        <source>REFUSED by the input checks, scored on request: {reason}</source>
        <translation>Von der Eingangsprüfung ABGELEHNT, auf Wunsch bewertet: {reason}</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Report {id}, made {time}</source>
        <translation>Bericht {id}, erstellt {time}</translation>
    </message>
    <message>
        <source>Research use - not for diagnosis. A qualified reader must review the image.</source>
        <translation>Nur für Forschungszwecke – nicht für die Diagnostik. Das Bild muss von einer qualifizierten Person befundet werden.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or delete it: pseudonyms will then be new ones.</source>
        <translation>Stellen Sie ihn aus einer Sicherung wieder her oder löschen Sie ihn: Pseudonyme werden dann neue sein.</translation>
    </message>
    <message>
        <source>Results are filed as DICOM objects only for images that came as DICOM.</source>
        <translation>Ergebnisse werden nur zu Bildern, die als DICOM kamen, als DICOM-Objekte abgelegt.</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Secondary Capture (picture)</source>
        <translation>Secondary Capture (Bild)</translation>
    </message>
    <message>
        <source>Segmentation (regions)</source>
        <translation>Segmentierung (Regionen)</translation>
    </message>
    <message>
        <source>Sending ...</source>
        <translation>Senden ...</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Share of the map in the finding</source>
        <translation>Anteil der Heatmap im Befund</translation>
    </message>
    <message>
        <source>Share of the map outside the lungs</source>
        <translation>Anteil der Heatmap außerhalb der Lungen</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Einordnung</translation>
    </message>
    <message>
        <source>Structured report (TID 1500)</source>
        <translation>Strukturierter Bericht (TID 1500)</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Tests of the map</source>
        <translation>Prüfungen der Heatmap</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The file does not say which side of the patient is where.</source>
        <translation>Die Datei sagt nicht, welche Seite des Patienten wo liegt.</translation>
    </message>
    <message>
        <source>The file has no {missing}: nothing can be filed beside it.</source>
        <translation>In der Datei fehlt {missing}: Zu ihr lässt sich nichts ablegen.</translation>
    </message>
    <message>
        <source>The file holds no image; the words of such objects cannot be cleaned safely.</source>
        <translation>Die Datei enthält kein Bild; der Text solcher Objekte lässt sich nicht sicher bereinigen.</translation>
    </message>
    <message>
        <source>The file says that words are burned into its picture.</source>
        <translation>Laut Datei ist Text in ihr Bild eingebrannt.</translation>
    </message>
    <message>
        <source>The finding fills what the network saw.</source>
        <translation>Der Befund füllt alles, was das Netz sah.</translation>
    </message>
    <message>
        <source>The folder cannot be listed: {reason}.</source>
        <translation>Der Inhalt des Ordners kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The input checks refuse this image for {model}.</source>
        <translation>Die Eingangsprüfung lehnt dieses Bild für {model} ab.</translation>
    </message>
    <message>
        <source>The interval of the change of the area reaches below -{margin:.2f} and not only below 0.</source>
        <translation>Das Konfidenzintervall der Änderung der Fläche reicht unter -{margin:.2f} und nicht nur unter 0.</translation>
    </message>
    <message>
        <source>The listed finding is at or above its operating point.</source>
        <translation>Der aufgeführte Befund liegt am oder über seinem Arbeitspunkt.</translation>
    </message>
    <message>
        <source>The map avoids the lungs: the model may follow something else.</source>
        <translation>Die Heatmap meidet die Lungen: Das Modell folgt womöglich etwas anderem.</translation>
    </message>
    <message>
        <source>The map does not prefer the finding.</source>
        <translation>Die Heatmap bevorzugt den Befund nicht.</translation>
    </message>
    <message>
        <source>The map does not prefer the lungs: the model may follow something else.</source>
        <translation>Die Heatmap bevorzugt die Lungen nicht: Das Modell folgt vielleicht etwas anderem.</translation>
    </message>
    <message>
        <source>The map gathers in the finding.</source>
        <translation>Die Heatmap sammelt sich im Befund.</translation>
    </message>
    <message>
        <source>The map hardly prefers the finding.</source>
        <translation>Die Heatmap bevorzugt den Befund kaum.</translation>
    </message>
    <message>
        <source>The map has no positive part in or outside the lungs.</source>
        <translation>Die Heatmap hat keinen positiven Teil in den Lungen oder außerhalb.</translation>
    </message>
    <message>
        <source>The map has no positive part.</source>
        <translation>Die Heatmap hat keinen positiven Anteil.</translation>
    </message>
    <message>
        <source>The map lies elsewhere than the finding.</source>
        <translation>Die Heatmap liegt woanders als der Befund.</translation>
    </message>
    <message>
        <source>The map lies in the lungs.</source>
        <translation>Die Heatmap liegt in den Lungen.</translation>
    </message>
    <message>
        <source>The maps of the two models were not compared: figures alone do not show what they look at.</source>
        <translation>Die Heatmaps der beiden Modelle wurden nicht verglichen: Zahlen allein zeigen nicht, wohin sie schauen.</translation>
    </message>
    <message>
        <source>The maps were not compared.</source>
        <translation>Die Heatmaps wurden nicht verglichen.</translation>
    </message>
    <message>
        <source>The mask has {width} x {height} pixels, the image {image_width} x {image_height}.</source>
        <translation>Die Maske hat {width} x {height} Pixel, das Bild {image_width} x {image_height}.</translation>
    </message>
    <message>
        <source>The masks differ in size.</source>
        <translation>Die Masken sind verschieden groß.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>The model looks for: {names}.</source>
        <translation>Das Modell sucht: {names}.</translation>
    </message>
    <message>
        <source>The models cannot be compared: their classes exclude each other and are others ({old} against {new}), so their probabilities mean different things.</source>
        <translation>Die Modelle sind nicht vergleichbar: Ihre Klassen schließen einander aus und sind verschieden ({old} gegenüber {new}), ihre Wahrscheinlichkeiten bedeuten also Verschiedenes.</translation>
    </message>
    <message>
        <source>The models have no class in common: {old} against {new}. Classes are matched by name. Where they mean the same, tick that on the page Images and train again.</source>
        <translation>Die Modelle haben keine gemeinsame Klasse: {old} gegenüber {new}. Klassen werden nach Namen zugeordnet. Wo sie dasselbe bedeuten, haken Sie das auf der Seite Bilder an und trainieren Sie erneut.</translation>
    </message>
    <message>
        <source>The models know {known}, but the test images are labelled {found}.</source>
        <translation>Die Modelle kennen {known}, die Testbilder sind aber mit {found} beschriftet.</translation>
    </message>
    <message>
        <source>The new model fails its self-test.</source>
        <translation>Das neue Modell besteht seinen Selbsttest nicht.</translation>
    </message>
    <message>
        <source>The new model is not recommended</source>
        <translation>Das neue Modell wird nicht empfohlen</translation>
    </message>
    <message>
        <source>The new model is recommended</source>
        <translation>Das neue Modell wird empfohlen</translation>
    </message>
    <message>
        <source>The new model misses its stored self-test output by {error:.2g} ({limit:.2g} is allowed).</source>
        <translation>Das neue Modell verfehlt die gespeicherte Ausgabe seines Selbsttests um {error:.2g} ({limit:.2g} ist zulässig).</translation>
    </message>
    <message>
        <source>The patient is {age} old; the model is for patients of {span}.</source>
        <translation>Der Patient ist {age} alt; das Modell ist für Patienten {span}.</translation>
    </message>
    <message>
        <source>The pixels have {allocated} bits each; WhyRay reads 1, 8 and 16.</source>
        <translation>Die Pixel haben je {allocated} Bit; WhyRay liest 1, 8 und 16.</translation>
    </message>
    <message>
        <source>The program is not affected and the model is not used. Ask its maker.</source>
        <translation>Das Programm ist nicht betroffen, und das Modell wird nicht verwendet. Fragen Sie den Hersteller.</translation>
    </message>
    <message>
        <source>The program is not affected. The file is probably damaged or made to do harm.</source>
        <translation>Das Programm ist nicht betroffen. Die Datei ist wahrscheinlich beschädigt oder in böser Absicht erstellt.</translation>
    </message>
    <message>
        <source>The score &apos;{score}&apos; does not depend on &apos;{tensor}&apos;.</source>
        <translation>Der Score „{score}“ hängt nicht von „{tensor}“ ab.</translation>
    </message>
    <message>
        <source>The score does not depend on &apos;{name}&apos;.</source>
        <translation>Der Score hängt nicht von „{name}“ ab.</translation>
    </message>
    <message>
        <source>The score hardly reacts to this test, so it tells nothing.</source>
        <translation>Der Score reagiert kaum auf diese Prüfung, daher sagt sie nichts aus.</translation>
    </message>
    <message>
        <source>The segmentation is damaged: {error}</source>
        <translation>Die Segmentierung ist beschädigt: {error}</translation>
    </message>
    <message>
        <source>The segmentation is stored in a compressed form.</source>
        <translation>Die Segmentierung ist komprimiert gespeichert.</translation>
    </message>
    <message>
        <source>The shapes inside this model contradict each other.</source>
        <translation>Die Formen in diesem Modell widersprechen einander.</translation>
    </message>
    <message>
        <source>The share of the maps outside the lungs rises by more than {margin:.2f} on average, its whole interval above 0, on {least:.0f} images or more.</source>
        <translation>Der Anteil der Heatmaps außerhalb der Lungen steigt im Mittel um mehr als {margin:.2f}, sein ganzes Konfidenzintervall über 0, an {least:.0f} oder mehr Bildern.</translation>
    </message>
    <message>
        <source>The sides are {aspect:.2f} to 1, unusual for a chest film.</source>
        <translation>Das Seitenverhältnis ist {aspect:.2f} zu 1, ungewöhnlich für eine Thoraxaufnahme.</translation>
    </message>
    <message>
        <source>The trial could not be started: {strerror}.</source>
        <translation>Die Prüfung konnte nicht gestartet werden: {strerror}.</translation>
    </message>
    <message>
        <source>The view is lateral ({view}), not frontal.</source>
        <translation>Die Projektion ist seitlich ({view}), nicht frontal.</translation>
    </message>
    <message>
        <source>The view is lateral, not frontal.</source>
        <translation>Die Projektion ist seitlich, nicht frontal.</translation>
    </message>
    <message>
        <source>The view is {view}; the model has learned from {known} films.</source>
        <translation>Die Projektion ist {view}; das Modell wurde mit Aufnahmen in {known} trainiert.</translation>
    </message>
    <message>
        <source>The view position {view} is not PA or AP.</source>
        <translation>Die Projektion {view} ist weder p.a. noch a.p.</translation>
    </message>
    <message>
        <source>The wait is kept over restarts, and moving the clock does not end it.</source>
        <translation>Die Wartezeit gilt über Neustarts hinweg, und die Uhr zu verstellen beendet sie nicht.</translation>
    </message>
    <message>
        <source>The watched folder cannot be read.</source>
        <translation>Der überwachte Ordner kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The whole interval of the change of the area under the ROC curve lies above 0.</source>
        <translation>Das ganze Konfidenzintervall der Änderung der Fläche unter der ROC-Kurve liegt über 0.</translation>
    </message>
    <message>
        <source>The whole interval of the change of the area under the ROC curve lies below 0, with {least:.0f} images or more with the finding and without it.</source>
        <translation>Das ganze Konfidenzintervall der Änderung der Fläche unter der ROC-Kurve liegt unter 0, bei {least:.0f} oder mehr Bildern mit dem Befund und ohne ihn.</translation>
    </message>
    <message>
        <source>The {upper} file is damaged.</source>
        <translation>Die {upper}-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk to unpack the archive.</source>
        <translation>Auf dem Datenträger ist nicht genug Platz, um das Archiv zu entpacken.</translation>
    </message>
    <message>
        <source>These images cannot tell which model is better</source>
        <translation>Diese Bilder können nicht zeigen, welches Modell besser ist</translation>
    </message>
    <message>
        <source>They are candidates now: make active what shall be used. {active}</source>
        <translation>Es sind jetzt Kandidaten: Aktivieren Sie, was verwendet werden soll. {active}</translation>
    </message>
    <message>
        <source>This file is damaged inside the archive.</source>
        <translation>Diese Datei ist im Archiv beschädigt.</translation>
    </message>
    <message>
        <source>This file is locked or packed in a way that is not read.</source>
        <translation>Diese Datei ist gesperrt oder auf eine Weise gepackt, die nicht gelesen wird.</translation>
    </message>
    <message>
        <source>This file of the archive unpacks to more than an image can be.</source>
        <translation>Diese Datei des Archivs wird beim Entpacken größer, als ein Bild sein kann.</translation>
    </message>
    <message>
        <source>This image has no score that could be explained.</source>
        <translation>Dieses Bild hat keinen Wert, der sich erklären ließe.</translation>
    </message>
    <message>
        <source>This is a DICOMDIR, the table of contents of a medium, not an image.</source>
        <translation>Dies ist ein DICOMDIR, das Inhaltsverzeichnis eines Datenträgers, kein Bild.</translation>
    </message>
    <message>
        <source>This is a folder or a device, not a file.</source>
        <translation>Dies ist ein Ordner oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>This is no DICOM file.</source>
        <translation>Dies ist keine DICOM-Datei.</translation>
    </message>
    <message>
        <source>This is no image that WhyRay knows.</source>
        <translation>Dies ist kein Bild, das WhyRay kennt.</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>Dies ist keine DICOM-Datei.</translation>
    </message>
    <message>
        <source>This is not an ONNX model, or the file is cut off.</source>
        <translation>Dies ist kein ONNX-Modell, oder die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>This method does not promise that its map adds up.</source>
        <translation>Diese Methode verspricht nicht, dass ihre Heatmap sich zum Score summiert.</translation>
    </message>
    <message>
        <source>This model comes without operating points: read the scores as an order only.</source>
        <translation>Dieses Modell hat keine Arbeitspunkte: Lesen Sie die Scores nur als Rangfolge.</translation>
    </message>
    <message>
        <source>This network has no feature maps between image and score to draw a CAM from.</source>
        <translation>Dieses Netz hat zwischen Bild und Score keine Merkmalskarten für eine CAM.</translation>
    </message>
    <message>
        <source>This {upper} file is damaged or of a rare kind.</source>
        <translation>Diese {upper}-Datei ist beschädigt oder von seltener Art.</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Too few images: {finding} has {positives} with it and {negatives} without.</source>
        <translation>Zu wenige Bilder: {finding} hat {positives} mit und {negatives} ohne.</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Transparent parts of the image are shown black.</source>
        <translation>Durchsichtige Teile des Bildes werden schwarz gezeigt.</translation>
    </message>
    <message>
        <source>Trying it in a process of its own</source>
        <translation>Prüfung in einem eigenen Prozess</translation>
    </message>
    <message>
        <source>UNVERIFIED</source>
        <translation>NICHT VERIFIZIERT</translation>
    </message>
    <message>
        <source>UTF-8 with a byte order mark; texts that a spreadsheet would run as a formula have an apostrophe in front</source>
        <translation>UTF-8 mit Byte-Order-Mark; Texten, die eine Tabellenkalkulation als Formel ausführen würde, ist ein Apostroph vorangestellt</translation>
    </message>
    <message>
        <source>Unpack it with its password and open the folder.</source>
        <translation>Entpacken Sie es mit seinem Passwort und öffnen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Unpack the archive and open the folder.</source>
        <translation>Entpacken Sie das Archiv und öffnen Sie den Ordner.</translation>
    </message>
    <message>
        <source>Unreadable data after the pixels were left out.</source>
        <translation>Unlesbare Daten nach den Pixeln wurden weggelassen.</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Hochskalierung</translation>
    </message>
    <message>
        <source>Use a classification model whose output has the shape (images, classes).</source>
        <translation>Verwenden Sie ein Klassifikationsmodell, dessen Ausgabe die Form (Bilder, Klassen) hat.</translation>
    </message>
    <message>
        <source>Use the plain gradient or integrated gradients.</source>
        <translation>Verwenden Sie den einfachen Gradienten oder Integrated Gradients.</translation>
    </message>
    <message>
        <source>Use the plain gradient, or an earlier layer.</source>
        <translation>Verwenden Sie den einfachen Gradienten oder eine frühere Schicht.</translation>
    </message>
    <message>
        <source>VERIFIED by {name}, {role}, {time}</source>
        <translation>VERIFIZIERT: {name}, {role}, {time}</translation>
    </message>
    <message>
        <source>VarGrad</source>
        <translation>VarGrad</translation>
    </message>
    <message>
        <source>Versions and origins</source>
        <translation>Versionen und Herkunft</translation>
    </message>
    <message>
        <source>Vessels and markings of the lungs; what is dense turns white</source>
        <translation>Gefäße und Lungenzeichnung; Dichtes wird weiß</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>View {view}: the ratio is defined for PA only.</source>
        <translation>Projektion {view}: Der Quotient ist nur für p.a. definiert.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or choose another folder.</source>
        <translation>Warten Sie, bis er beendet ist, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Was fehlschlug</translation>
    </message>
    <message>
        <source>What the map calls important carries more of the score</source>
        <translation>Was die Heatmap wichtig nennt, trägt mehr vom Score</translation>
    </message>
    <message>
        <source>Where the model was sensitive</source>
        <translation>Wo das Modell empfindlich reagierte</translation>
    </message>
    <message>
        <source>Whether scores move cannot be told yet: no month after the reference of {count} studies has {least}.</source>
        <translation>Ob sich Scores verschieben, ist noch nicht zu sagen: Kein Monat nach der Referenz aus {count} Untersuchungen hat {least}.</translation>
    </message>
    <message>
        <source>Whether scores move cannot be told yet: {count} of {least} studies for a reference.</source>
        <translation>Ob sich Scores verschieben, ist noch nicht zu sagen: {count} von {least} Untersuchungen für eine Referenz.</translation>
    </message>
    <message>
        <source>Which images the active model was trained on is not known: if it has seen these, it looks better here than it is.</source>
        <translation>Mit welchen Bildern das aktive Modell trainiert wurde, ist nicht bekannt: Hat es diese gesehen, wirkt es hier besser, als es ist.</translation>
    </message>
    <message>
        <source>Which images the new model was trained on is not known: it may have seen these.</source>
        <translation>Mit welchen Bildern das neue Modell trainiert wurde, ist nicht bekannt: Es hat diese vielleicht gesehen.</translation>
    </message>
    <message>
        <source>WhyRay reads DICOM, JPEG, PNG, TIFF, BMP and WEBP files.</source>
        <translation>WhyRay liest DICOM-, JPEG-, PNG-, TIFF-, BMP- und WEBP-Dateien.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>With shuffled weights a part of the map stays.</source>
        <translation>Mit durchmischten Gewichten bleibt ein Teil der Heatmap.</translation>
    </message>
    <message>
        <source>With shuffled weights nothing is left of the map.</source>
        <translation>Mit durchmischten Gewichten bleibt nichts von der Heatmap.</translation>
    </message>
    <message>
        <source>With shuffled weights the map is another: it shows what was learned.</source>
        <translation>Mit durchmischten Gewichten ist die Heatmap eine andere: Sie zeigt, was gelernt wurde.</translation>
    </message>
    <message>
        <source>With shuffled weights the map stays: it does not show what the network learned.</source>
        <translation>Mit durchmischten Gewichten bleibt die Heatmap: Sie zeigt nicht, was das Netz gelernt hat.</translation>
    </message>
    <message>
        <source>XGrad-CAM</source>
        <translation>XGrad-CAM</translation>
    </message>
    <message>
        <source>XRAI</source>
        <translation>XRAI</translation>
    </message>
    <message>
        <source>You have not looked yet.</source>
        <translation>Sie haben das Bild noch nicht angesehen.</translation>
    </message>
    <message>
        <source>Zeiler and Fergus 2014, arXiv:1311.2901</source>
        <translation>Zeiler und Fergus 2014, arXiv:1311.2901</translation>
    </message>
    <message>
        <source>a bundle holds exactly {CONTENTS}. Received: {names}</source>
        <translation>ein Modellpaket enthält genau {CONTENTS}. Erhalten: {names}</translation>
    </message>
    <message>
        <source>a calibration curve has rising knots and never falls</source>
        <translation>eine Kalibrierkurve hat steigende Stützpunkte und fällt nie</translation>
    </message>
    <message>
        <source>a calibration curve needs as many knots both ways, all from 0 to 1</source>
        <translation>eine Kalibrierkurve braucht in beiden Richtungen gleich viele Stützpunkte, alle von 0 bis 1</translation>
    </message>
    <message>
        <source>a complement exactly for one-neuron binary models</source>
        <translation>ein complement genau bei binären Modellen mit einem Neuron</translation>
    </message>
    <message>
        <source>a control, for comparison</source>
        <translation>eine Kontrolle zum Vergleich</translation>
    </message>
    <message>
        <source>a different model with the id {id!r} is already here</source>
        <translation>ein anderes Modell mit der id {id!r} ist bereits vorhanden</translation>
    </message>
    <message>
        <source>a feature map is removed by setting it to 0</source>
        <translation>eine Merkmalskarte wird entfernt, indem sie auf 0 gesetzt wird</translation>
    </message>
    <message>
        <source>a fit of {FITS}</source>
        <translation>einen fit aus {FITS}</translation>
    </message>
    <message>
        <source>a known interpolation</source>
        <translation>eine bekannte Interpolation</translation>
    </message>
    <message>
        <source>a known scaling</source>
        <translation>eine bekannte Skalierung</translation>
    </message>
    <message>
        <source>a layout of {LAYOUTS}</source>
        <translation>ein layout aus {LAYOUTS}</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a logarithm mixes its inputs</source>
        <translation>ein Logarithmus mischt seine Eingaben</translation>
    </message>
    <message>
        <source>a norm mixes its inputs</source>
        <translation>eine Norm mischt ihre Eingaben</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number of parts</source>
        <translation>eine Anzahl von Teilen</translation>
    </message>
    <message>
        <source>a pad value in 0..1</source>
        <translation>einen Füllwert in 0..1</translation>
    </message>
    <message>
        <source>a product mixes its inputs</source>
        <translation>ein Produkt mischt seine Eingaben</translation>
    </message>
    <message>
        <source>a score from changed activations at {tensor} is NaN or infinite</source>
        <translation>ein Score aus geänderten Aktivierungen bei {tensor} ist NaN oder unendlich</translation>
    </message>
    <message>
        <source>a score or an activation at {name} is NaN or infinite, so there is no explanation</source>
        <translation>ein Score oder eine Aktivierung bei {name} ist NaN oder unendlich, daher gibt es keine Erklärung</translation>
    </message>
    <message>
        <source>a second output flows into the score</source>
        <translation>eine zweite Ausgabe fließt in den Score ein</translation>
    </message>
    <message>
        <source>a softmax mixes its inputs</source>
        <translation>ein Softmax mischt seine Eingaben</translation>
    </message>
    <message>
        <source>a task of {TASKS}</source>
        <translation>einen task aus {TASKS}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a verified report needs the reader&apos;s name and role</source>
        <translation>ein verifizierter Bericht braucht Namen und Funktion des Befunders</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>about how many superpixels</source>
        <translation>ungefähre Zahl der Superpixel</translation>
    </message>
    <message>
        <source>about {duration} to {duration_2}: {passes}</source>
        <translation>etwa {duration} bis {duration_2}: {passes}</translation>
    </message>
    <message>
        <source>about {duration}: {passes}</source>
        <translation>etwa {duration}: {passes}</translation>
    </message>
    <message>
        <source>about {low:g} to {high:g} s: {passes}</source>
        <translation>etwa {low:g} bis {high:g} s: {passes}</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>akzeptiert</translation>
    </message>
    <message>
        <source>accepted with warnings</source>
        <translation>akzeptiert mit Hinweisen</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>adaptive; pixels move as a whole, all channels together</source>
        <translation>adaptiv; Pixel bewegen sich als Ganzes, alle Kanäle zusammen</translation>
    </message>
    <message>
        <source>adding superpixels in random order</source>
        <translation>Superpixel werden in zufälliger Reihenfolge hinzugefügt</translation>
    </message>
    <message>
        <source>adding up the layers</source>
        <translation>Schichten werden addiert</translation>
    </message>
    <message>
        <source>an activation of {ACTIVATIONS}</source>
        <translation>eine activation aus {ACTIVATIONS}</translation>
    </message>
    <message>
        <source>an even map</source>
        <translation>eine gleichmäßige Heatmap</translation>
    </message>
    <message>
        <source>an id of a-z, 0-9, dot and dash</source>
        <translation>eine id aus a-z, 0-9, Punkt und Bindestrich</translation>
    </message>
    <message>
        <source>an image larger than the limit was refused</source>
        <translation>ein Bild über der Größengrenze wurde abgelehnt</translation>
    </message>
    <message>
        <source>an image was not understood: {reason}</source>
        <translation>ein Bild wurde nicht verstanden: {reason}</translation>
    </message>
    <message>
        <source>an image was refused: too many in one minute</source>
        <translation>ein Bild wurde abgelehnt: zu viele in einer Minute</translation>
    </message>
    <message>
        <source>an old copy cannot be deleted: {why}</source>
        <translation>eine alte Kopie kann nicht gelöscht werden: {why}</translation>
    </message>
    <message>
        <source>an order only</source>
        <translation>nur Rangfolge</translation>
    </message>
    <message>
        <source>another batch is writing into this folder</source>
        <translation>ein anderer Stapel schreibt in diesen Ordner</translation>
    </message>
    <message>
        <source>another image with the same SOP Instance UID is there already</source>
        <translation>ein anderes Bild mit derselben SOP Instance UID ist schon da</translation>
    </message>
    <message>
        <source>another path goes around it (skip connection or branch)</source>
        <translation>ein anderer Pfad führt daran vorbei (Skip-Verbindung oder Verzweigung)</translation>
    </message>
    <message>
        <source>another program is changing the administrator&apos;s file</source>
        <translation>ein anderes Programm ändert gerade die Administrator-Datei</translation>
    </message>
    <message>
        <source>answered, but the score or its operating point is not known</source>
        <translation>beantwortet, aber der Score oder sein Arbeitspunkt ist nicht bekannt</translation>
    </message>
    <message>
        <source>archives, not opened</source>
        <translation>Archive, nicht geöffnet</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>argmin_phi sum_z w(z) (score(z) - score(0) - phi.z)^2 with sum phi = score(1) - score(0), w = (M-1) / (C(M,k) k (M-k))</source>
        <translation>argmin_phi sum_z w(z) (score(z) - score(0) - phi.z)^2 mit sum phi = score(1) - score(0), w = (M-1) / (C(M,k) k (M-k))</translation>
    </message>
    <message>
        <source>at most so many superpixels get a weight</source>
        <translation>höchstens so viele Superpixel erhalten ein Gewicht</translation>
    </message>
    <message>
        <source>at or above</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>at {where}</source>
        <translation>an: {where}</translation>
    </message>
    <message>
        <source>attention multiplies activations with activations under a softmax</source>
        <translation>Attention multipliziert Aktivierungen mit Aktivierungen unter einem Softmax</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>averaged over the windows that hide a pixel, as far as they hide it</source>
        <translation>gemittelt über die Fenster, die ein Pixel verdecken, gewichtet nach ihrer Verdeckung</translation>
    </message>
    <message>
        <source>averaging hides the places: HiResCAM at this layer shows something else</source>
        <translation>die Mittelung verbirgt die Orte: HiResCAM zeigt in dieser Schicht etwas anderes</translation>
    </message>
    <message>
        <source>background rows x steps x (1 forward + 1 backward), steps doubled</source>
        <translation>Hintergrundzeilen x Schritte x (1 Vorwärts- + 1 Rückwärtslauf), Schritte werden verdoppelt</translation>
    </message>
    <message>
        <source>baselines</source>
        <translation>Baselines</translation>
    </message>
    <message>
        <source>before processing the terms add up to {total:.6g} of {score:.6g}</source>
        <translation>vor der Verarbeitung ergeben die Terme zusammen {total:.6g} von {score:.6g}</translation>
    </message>
    <message>
        <source>before processing the terms miss the score by {value:.2g} % of it: this network is not piecewise linear, or it adds what is not stored</source>
        <translation>vor der Verarbeitung verfehlen die Terme den Score um {value:.2g} % seines Werts: Dieses Netz ist nicht stückweise linear, oder es addiert, was nicht gespeichert ist</translation>
    </message>
    <message>
        <source>below</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>bilinear</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>black-and-white</source>
        <translation>schwarz und weiß</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>both ends of the path</source>
        <translation>beide Enden des Pfads</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>beidseits</translation>
    </message>
    <message>
        <source>boxes of a recursive halving across the longer side, largest share first</source>
        <translation>Rechtecke aus fortgesetzter Halbierung quer zur längeren Seite, größter Anteil zuerst</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>cannot be read: {strerror}</source>
        <translation>kann nicht gelesen werden: {strerror}</translation>
    </message>
    <message>
        <source>cannot listen at {host}:{port}: {reason}</source>
        <translation>kein Empfang an {host}:{port} möglich: {reason}</translation>
    </message>
    <message>
        <source>cells along a side</source>
        <translation>Zellen je Seite</translation>
    </message>
    <message>
        <source>cells of the coarse grid along a side</source>
        <translation>Zellen des groben Rasters je Seite</translation>
    </message>
    <message>
        <source>certificate and key do not belong together</source>
        <translation>Zertifikat und Schlüssel gehören nicht zusammen</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>chance that a cell is shown</source>
        <translation>Wahrscheinlichkeit, dass eine Zelle gezeigt wird</translation>
    </message>
    <message>
        <source>channels cannot be sorted by {order!r}</source>
        <translation>Kanäle lassen sich nicht nach {order!r} sortieren</translation>
    </message>
    <message>
        <source>channels whose activations cancel out (sum below 1e-6 of the sum of magnitudes) have weight 0</source>
        <translation>Kanäle, deren Aktivierungen sich aufheben (Summe unter 1e-6 der Summe der Beträge), haben Gewicht 0</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>choosing regions</source>
        <translation>Regionen werden gewählt</translation>
    </message>
    <message>
        <source>coalitions at most; all are scored where there are no more (up to 12 superpixels)</source>
        <translation>Höchstzahl der Koalitionen; alle werden bewertet, wo es nicht mehr gibt (bis 12 Superpixel)</translation>
    </message>
    <message>
        <source>column-major indices are not supported</source>
        <translation>spaltenweise gezählte Indizes werden nicht unterstützt</translation>
    </message>
    <message>
        <source>commented, but neither accepted nor rejected</source>
        <translation>kommentiert, aber weder bestätigt noch verworfen</translation>
    </message>
    <message>
        <source>complement of the only neuron: its score is minus that neuron&apos;s logit</source>
        <translation>Gegenstück des einzigen Neurons: Sein Score ist minus das Logit dieses Neurons</translation>
    </message>
    <message>
        <source>computed by</source>
        <translation>berechnet mit</translation>
    </message>
    <message>
        <source>constant map</source>
        <translation>konstante Heatmap</translation>
    </message>
    <message>
        <source>copies of another file</source>
        <translation>Kopien einer anderen Datei</translation>
    </message>
    <message>
        <source>could not be deleted: {strerror}</source>
        <translation>konnte nicht gelöscht werden: {strerror}</translation>
    </message>
    <message>
        <source>could not be written: {reason}</source>
        <translation>konnte nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>could not be written: {strerror}</source>
        <translation>konnte nicht geschrieben werden: {strerror}</translation>
    </message>
    <message>
        <source>cutting the picture into superpixels</source>
        <translation>Bild wird in Superpixel zerlegt</translation>
    </message>
    <message>
        <source>d(logit)/dx with R_in = [A &gt; 0] [R &gt; 0] R at every rectifier</source>
        <translation>d(Logit)/dx mit R_in = [A &gt; 0] [R &gt; 0] R an jedem Gleichrichter</translation>
    </message>
    <message>
        <source>d(logit)/dx with R_in = [R &gt; 0] R at every rectifier</source>
        <translation>d(Logit)/dx mit R_in = [R &gt; 0] R an jedem Gleichrichter</translation>
    </message>
    <message>
        <source>d(logit)/dx, largest magnitude over channels, or their signed sum</source>
        <translation>d(Logit)/dx, größter Betrag über die Kanäle oder ihre Summe mit Vorzeichen</translation>
    </message>
    <message>
        <source>decompressed, since the peer does not take its compression</source>
        <translation>entpackt, da die Gegenstelle die Kompression nicht annimmt</translation>
    </message>
    <message>
        <source>design {number} of {count}</source>
        <translation>Entwurf {number} von {count}</translation>
    </message>
    <message>
        <source>designs x (cells^2 + 2) forward, + 1</source>
        <translation>Entwürfe x (Zellen^2 + 2) Vorwärtsläufe, + 1</translation>
    </message>
    <message>
        <source>deviations &gt; 0</source>
        <translation>Streuungen &gt; 0</translation>
    </message>
    <message>
        <source>difference of logits: {name} minus {name_2}</source>
        <translation>Differenz der Logits: {name} minus {name_2}</translation>
    </message>
    <message>
        <source>distance between windows; 0: half a window</source>
        <translation>Abstand zwischen den Fenstern; 0: ein halbes Fenster</translation>
    </message>
    <message>
        <source>distinct class names</source>
        <translation>verschiedene Klassennamen</translation>
    </message>
    <message>
        <source>distinct structures</source>
        <translation>verschiedene Strukturen</translation>
    </message>
    <message>
        <source>dividing the picture</source>
        <translation>Bild wird unterteilt</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>drawing the masks</source>
        <translation>Masken werden gezogen</translation>
    </message>
    <message>
        <source>each map on its own scale: strengths cannot be compared</source>
        <translation>jede Heatmap auf eigener Skala: Stärken sind nicht vergleichbar</translation>
    </message>
    <message>
        <source>element {name}</source>
        <translation>Element {name}</translation>
    </message>
    <message>
        <source>empty-layer</source>
        <translation>leere Schicht</translation>
    </message>
    <message>
        <source>equalised</source>
        <translation>ausgeglichen</translation>
    </message>
    <message>
        <source>every output depends on all inputs</source>
        <translation>jede Ausgabe hängt von allen Eingaben ab</translation>
    </message>
    <message>
        <source>every place alone scores on the same side of 0, as an empty layer does; reference=empty-layer shows which places add to that</source>
        <translation>jeder Ort allein ergibt einen Score auf derselben Seite von 0, ebenso eine leere Schicht; Referenz „leere Schicht“ zeigt, welche Orte dazu beitragen</translation>
    </message>
    <message>
        <source>evidence for the class; evidence against it is not painted</source>
        <translation>Evidenz für die Klasse; Evidenz dagegen wird nicht gezeichnet</translation>
    </message>
    <message>
        <source>excludes nothing</source>
        <translation>schließt nichts aus</translation>
    </message>
    <message>
        <source>explained by</source>
        <translation>erklärt mit</translation>
    </message>
    <message>
        <source>explained with {method}</source>
        <translation>erklärt mit {method}</translation>
    </message>
    <message>
        <source>explaining</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>fast ranks the segments once, before any is chosen</source>
        <translation>„schnell“ ordnet die Segmente einmal, bevor eines gewählt wird</translation>
    </message>
    <message>
        <source>feature maps used, those with the largest deviation; 0 for all</source>
        <translation>verwendete Merkmalskarten, die mit der größten Streuung; 0 für alle</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>files per second</source>
        <translation>Dateien pro Sekunde</translation>
    </message>
    <message>
        <source>files that are no images</source>
        <translation>Dateien, die keine Bilder sind</translation>
    </message>
    <message>
        <source>first principal component of the weighted feature maps instead of their sum</source>
        <translation>erste Hauptkomponente der gewichteten Merkmalskarten statt ihrer Summe</translation>
    </message>
    <message>
        <source>first principal component of the weighted feature maps, centred; its sign is that of its correlation with their sum</source>
        <translation>erste Hauptkomponente der gewichteten Merkmalskarten, zentriert; ihr Vorzeichen ist das ihrer Korrelation mit deren Summe</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>Spiegelung</translation>
    </message>
    <message>
        <source>flipped pictures have the heart on the wrong side: the network may not know them</source>
        <translation>gespiegelte Bilder haben das Herz auf der falschen Seite: Das Netz kennt sie womöglich nicht</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>zum Beispiel</translation>
    </message>
    <message>
        <source>forward tail from {tensor}</source>
        <translation>vorwärts ab {tensor}</translation>
    </message>
    <message>
        <source>forward to {tensors}</source>
        <translation>vorwärts bis {tensors}</translation>
    </message>
    <message>
        <source>forward_selection</source>
        <translation>Vorwärtsauswahl</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>found in the folder of models</source>
        <translation>im Modellordner gefunden</translation>
    </message>
    <message>
        <source>full</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>voller Wertebereich</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>greedily the segment whose new pixels have the highest mean IG</source>
        <translation>gierig (greedy) das Segment, dessen neue Pixel das höchste mittlere IG haben</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>guided backprop x ReLU(Grad-CAM) upsampled to the input</source>
        <translation>Guided Backprop x ReLU(Grad-CAM), auf die Eingabe hochskaliert</translation>
    </message>
    <message>
        <source>half precision: gradients hold about three digits, and below 6e-8 they are 0</source>
        <translation>halbe Genauigkeit: Gradienten haben etwa drei Stellen und sind unter 6e-8 gleich 0</translation>
    </message>
    <message>
        <source>half-pixel bilinear, brought to 0..1 afterwards</source>
        <translation>halbpixelgenau bilinear, danach auf 0..1 gebracht</translation>
    </message>
    <message>
        <source>half-pixel bilinear, the map spans the whole network input</source>
        <translation>halbpixelgenau bilinear, die Heatmap überspannt die ganze Netzeingabe</translation>
    </message>
    <message>
        <source>heart</source>
        <translation>Herz</translation>
    </message>
    <message>
        <source>highest_weights</source>
        <translation>höchste Gewichte</translation>
    </message>
    <message>
        <source>how cells become pixels of a mask</source>
        <translation>wie aus Zellen Pixel einer Maske werden</translation>
    </message>
    <message>
        <source>how far a pixel may be from the straight path, as a share of it</source>
        <translation>wie weit ein Pixel vom geraden Pfad abweichen darf, als Anteil davon</translation>
    </message>
    <message>
        <source>how near a sample must be to count (cosine distance)</source>
        <translation>wie nahe eine Stichprobe sein muss, um zu zählen (Kosinusabstand)</translation>
    </message>
    <message>
        <source>how the channels of a pixel become one number</source>
        <translation>wie aus den Kanälen eines Pixels eine Zahl wird</translation>
    </message>
    <message>
        <source>how those are chosen; auto: forward selection up to 6, else the highest weights</source>
        <translation>wie diese gewählt werden; automatisch: Vorwärtsauswahl bis 6, sonst die höchsten Gewichte</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>in the reference</source>
        <translation>in der Referenz</translation>
    </message>
    <message>
        <source>independent uniform numbers in [-1, 1] at every pixel</source>
        <translation>unabhängige gleichverteilte Zahlen in [-1, 1] an jedem Pixel</translation>
    </message>
    <message>
        <source>input size 1..4096</source>
        <translation>eine Eingabegröße 1..4096</translation>
    </message>
    <message>
        <source>integral of d(logit)/dx along a path of the flattest slopes</source>
        <translation>Integral von d(Logit)/dx entlang eines Pfads der flachsten Steigungen</translation>
    </message>
    <message>
        <source>integral of d(logit)/dx along the picture&apos;s own Gaussian blurs</source>
        <translation>Integral von d(Logit)/dx entlang der Gauß-Unschärfen des Bildes selbst</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>Integrated Gradients</translation>
    </message>
    <message>
        <source>it came with the program</source>
        <translation>es kam mit dem Programm</translation>
    </message>
    <message>
        <source>it came with version {program}</source>
        <translation>es kam mit Version {program}</translation>
    </message>
    <message>
        <source>it could not be sent: {reason}</source>
        <translation>konnte nicht gesendet werden: {reason}</translation>
    </message>
    <message>
        <source>it crops and resizes at once</source>
        <translation>er beschneidet und skaliert zugleich</translation>
    </message>
    <message>
        <source>it divides every place by its neighbours</source>
        <translation>er teilt jeden Ort durch seine Nachbarn</translation>
    </message>
    <message>
        <source>it does not follow the entry before: one was exchanged</source>
        <translation>er folgt nicht auf den Eintrag davor: Einer wurde ausgetauscht</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it is in training mode</source>
        <translation>er ist im Trainingsmodus</translation>
    </message>
    <message>
        <source>it is no entry of an audit</source>
        <translation>es ist kein Eintrag eines Prüfprotokolls</translation>
    </message>
    <message>
        <source>it is one place only, an intermediate step, or not between the image and the score</source>
        <translation>sie ist nur ein Ort, ein Zwischenschritt oder liegt nicht zwischen Bild und Score</translation>
    </message>
    <message>
        <source>it is quantised in blocks</source>
        <translation>er ist blockweise quantisiert</translation>
    </message>
    <message>
        <source>it is the database of another program</source>
        <translation>sie ist die Datenbank eines anderen Programms</translation>
    </message>
    <message>
        <source>it repeats its input along an axis</source>
        <translation>er wiederholt seine Eingabe entlang einer Achse</translation>
    </message>
    <message>
        <source>it was altered while it was looked at</source>
        <translation>es wurde verändert, während es geprüft wurde</translation>
    </message>
    <message>
        <source>it was made by a newer version (schema {version})</source>
        <translation>sie stammt von einer neueren Version (Schema {version})</translation>
    </message>
    <message>
        <source>its border is computed when the model runs</source>
        <translation>sein Rand wird erst beim Ausführen des Modells berechnet</translation>
    </message>
    <message>
        <source>its border is mirrored or repeated and cropped at once</source>
        <translation>sein Rand wird gespiegelt oder wiederholt und zugleich beschnitten</translation>
    </message>
    <message>
        <source>its condition follows the image</source>
        <translation>seine Bedingung hängt vom Bild ab</translation>
    </message>
    <message>
        <source>its content does not fit its hash: it was altered</source>
        <translation>sein Inhalt passt nicht zu seinem Hash: Er wurde verändert</translation>
    </message>
    <message>
        <source>its element type is unknown</source>
        <translation>sein Elementtyp ist unbekannt</translation>
    </message>
    <message>
        <source>its input {missing} (&apos;{x}&apos;) has no gradient rule</source>
        <translation>seine Eingabe {missing} („{x}“) hat keine Gradientenregel</translation>
    </message>
    <message>
        <source>its norm follows the image</source>
        <translation>seine Norm hängt vom Bild ab</translation>
    </message>
    <message>
        <source>its number is {found}: entries are missing</source>
        <translation>seine Nummer ist {found}: Einträge fehlen</translation>
    </message>
    <message>
        <source>its output size is given, which its places are not counted in</source>
        <translation>seine Ausgabegröße ist vorgegeben, seine Orte sind aber nicht in ihr gezählt</translation>
    </message>
    <message>
        <source>its pixels</source>
        <translation>Pixeldaten</translation>
    </message>
    <message>
        <source>its shape is not known</source>
        <translation>ihre Form ist nicht bekannt</translation>
    </message>
    <message>
        <source>its shape is {numbers}; a map needs channels, rows and columns</source>
        <translation>ihre Form ist {numbers}; eine Heatmap braucht Kanäle, Zeilen und Spalten</translation>
    </message>
    <message>
        <source>its sizes keep the aspect ratio</source>
        <translation>seine Größen behalten das Seitenverhältnis bei</translation>
    </message>
    <message>
        <source>its statistics follow the image</source>
        <translation>seine Statistik hängt vom Bild ab</translation>
    </message>
    <message>
        <source>its updates are combined by {reduction}</source>
        <translation>seine Aktualisierungen werden durch {reduction} verknüpft</translation>
    </message>
    <message>
        <source>its weights (&apos;{name}&apos;) are said to lie in &apos;{location}&apos;, which is not a file beside the model</source>
        <translation>seine Gewichte („{name}“) sollen in „{location}“ liegen, was keine Datei neben dem Modell ist</translation>
    </message>
    <message>
        <source>its weights are in the file &apos;{location}&apos;, which is missing beside it</source>
        <translation>seine Gewichte liegen in der Datei „{location}“, die daneben fehlt</translation>
    </message>
    <message>
        <source>its weights&apos; file &apos;{location}&apos; is a link or no ordinary file, and is not read</source>
        <translation>seine Gewichtsdatei „{location}“ ist ein Link oder keine gewöhnliche Datei und wird nicht gelesen</translation>
    </message>
    <message>
        <source>its weights&apos; file &apos;{name}&apos; cannot be read: {strerror}</source>
        <translation>seine Gewichtsdatei „{name}“ kann nicht gelesen werden: {strerror}</translation>
    </message>
    <message>
        <source>its weights&apos; file &apos;{name}&apos; is cut off: &apos;{tensor}&apos; needs {offset} bytes, {size} are there</source>
        <translation>seine Gewichtsdatei „{name}“ ist abgeschnitten: „{tensor}“ braucht {offset} Byte, {size} sind vorhanden</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>bereits bekannt</translation>
    </message>
    <message>
        <source>label of the training data: &quot;{definition}&quot;</source>
        <translation>Beschriftung der Trainingsdaten: „{definition}“</translation>
    </message>
    <message>
        <source>larger than {limit} MB</source>
        <translation>größer als {limit} MB</translation>
    </message>
    <message>
        <source>largest magnitude over channels</source>
        <translation>größter Betrag über die Kanäle</translation>
    </message>
    <message>
        <source>lasso_path</source>
        <translation>Lasso-Pfad</translation>
    </message>
    <message>
        <source>last of each resolution</source>
        <translation>last of each resolution</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>Schicht {layer}</translation>
    </message>
    <message>
        <source>layer {name}</source>
        <translation>Schicht {name}</translation>
    </message>
    <message>
        <source>layers to fuse, separated by commas, or &apos;last of each resolution&apos;; empty: one layer</source>
        <translation>zu verschmelzende Schichten, durch Kommas getrennt, oder &apos;last of each resolution&apos; (jeweils die letzte jeder Auflösung); leer: eine Schicht</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>listing</source>
        <translation>Auflisten</translation>
    </message>
    <message>
        <source>loading {what}</source>
        <translation>{what} wird geladen</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>looking at {name}</source>
        <translation>{name} wird betrachtet</translation>
    </message>
    <message>
        <source>looking for images</source>
        <translation>Bilder werden gesucht</translation>
    </message>
    <message>
        <source>low contrast</source>
        <translation>kontrastarm</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>magnitude of the 3 x 3 Sobel gradient of the input picture</source>
        <translation>Betrag des 3 x 3-Sobel-Gradienten des Eingabebilds</translation>
    </message>
    <message>
        <source>magnitude only, never negative: how much a pixel matters, not in which direction</source>
        <translation>nur Betrag, nie negativ: wie wichtig ein Pixel ist, nicht in welche Richtung</translation>
    </message>
    <message>
        <source>magnitudes, brought to 0..1 over all places and channels of a layer, stretched bilinearly, added up over channels and layers</source>
        <translation>Beträge, über alle Orte und Kanäle einer Schicht auf 0..1 gebracht, bilinear gestreckt, über Kanäle und Schichten addiert</translation>
    </message>
    <message>
        <source>magnitudes: evidence for and against the class look alike</source>
        <translation>Beträge: Evidenz für und gegen die Klasse sehen gleich aus</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>manifest.json cannot be used: {error!r}</source>
        <translation>manifest.json ist nicht verwendbar: {error!r}</translation>
    </message>
    <message>
        <source>manifest.json is no JSON: {error}</source>
        <translation>manifest.json ist kein JSON: {error}</translation>
    </message>
    <message>
        <source>manifest.json is not the one that the folder is named by: it was altered</source>
        <translation>manifest.json ist nicht die, nach der der Ordner benannt ist: Sie wurde verändert</translation>
    </message>
    <message>
        <source>masks and maps are filed for images of one frame only</source>
        <translation>Masken und Heatmaps werden nur zu Bildern mit einem einzigen Einzelbild abgelegt</translation>
    </message>
    <message>
        <source>masks at most</source>
        <translation>Höchstzahl der Masken</translation>
    </message>
    <message>
        <source>masks hide behind {unit}</source>
        <translation>Masken verdecken mit: {unit}</translation>
    </message>
    <message>
        <source>masks to compare with</source>
        <translation>Masken zum Vergleich</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>mean of the raw maps of {count} moved pictures, put back in place at the input&apos;s resolution; places outside a moved picture do not count</source>
        <translation>Mittel der unbearbeiteten Heatmaps von {count} verschobenen Bildern, in der Auflösung der Eingabe zurückgeschoben; Orte außerhalb eines verschobenen Bildes zählen nicht</translation>
    </message>
    <message>
        <source>mean of {count} layers ({name}), each divided by its own largest magnitude, at the finest resolution</source>
        <translation>Mittel von {count} Schichten ({name}), jede durch ihren größten Betrag geteilt, in der feinsten Auflösung</translation>
    </message>
    <message>
        <source>mean over background images x&apos; of (x - x&apos;) * mean of d(logit)/dx on the path from x&apos; to x</source>
        <translation>Mittel über Hintergrundbilder x&apos; von (x - x&apos;) * Mittel von d(Logit)/dx auf dem Pfad von x&apos; zu x</translation>
    </message>
    <message>
        <source>mean over moved pictures, put back in place</source>
        <translation>Mittel über verschobene Bilder, wieder zurückgeschoben</translation>
    </message>
    <message>
        <source>mean over noise of (d(logit)/dx)^2 at x + noise</source>
        <translation>Mittel über Rauschen von (d(Logit)/dx)^2 bei x + Rauschen</translation>
    </message>
    <message>
        <source>mean over noise of d(logit)/dx at x + noise</source>
        <translation>Mittel über Rauschen von d(Logit)/dx bei x + Rauschen</translation>
    </message>
    <message>
        <source>mean over random orders of score(before i, and i) - score(before i)</source>
        <translation>Mittel über zufällige Reihenfolgen von score(vor i, und i) - score(vor i)</translation>
    </message>
    <message>
        <source>mean over the windows that hold a pixel of f(x) - f(x, hidden)</source>
        <translation>Mittel über die Fenster, die ein Pixel enthalten, von f(x) - f(x, verdeckt)</translation>
    </message>
    <message>
        <source>mean scores</source>
        <translation>mittlere Scores</translation>
    </message>
    <message>
        <source>mean {mean:.3f}</source>
        <translation>Mittel {mean:.3f}</translation>
    </message>
    <message>
        <source>means</source>
        <translation>bedeutet</translation>
    </message>
    <message>
        <source>measurable, but small</source>
        <translation>messbar, aber gering</translation>
    </message>
    <message>
        <source>measuring how fast the model runs</source>
        <translation>Tempo des Modells wird gemessen</translation>
    </message>
    <message>
        <source>measuring the way</source>
        <translation>Weg wird vermessen</translation>
    </message>
    <message>
        <source>mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>mid-grey</source>
        <translation>mittelgrau</translation>
    </message>
    <message>
        <source>midline to one border</source>
        <translation>Mittellinie bis zum einen Rand</translation>
    </message>
    <message>
        <source>midline to other border</source>
        <translation>Mittellinie bis zum anderen Rand</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>minus the mean score of all masked pictures</source>
        <translation>minus mittlerer Score aller maskierten Bilder</translation>
    </message>
    <message>
        <source>mm as the file states them, calibrated</source>
        <translation>mm laut Datei, kalibriert</translation>
    </message>
    <message>
        <source>mm at the detector</source>
        <translation>mm am Detektor</translation>
    </message>
    <message>
        <source>mm calibrated by hand</source>
        <translation>mm, von Hand kalibriert</translation>
    </message>
    <message>
        <source>mm estimated in the patient</source>
        <translation>mm, im Patienten geschätzt</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>model file, SHA-256</source>
        <translation>Modelldatei, SHA-256</translation>
    </message>
    <message>
        <source>model {model}</source>
        <translation>Modell {model}</translation>
    </message>
    <message>
        <source>most in a bar: {count}</source>
        <translation>höchstens je Balken: {count}</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>moved much</source>
        <translation>stark verschoben</translation>
    </message>
    <message>
        <source>named as in the files</source>
        <translation>benannt wie in den Dateien</translation>
    </message>
    <message>
        <source>named structures</source>
        <translation>benannte Strukturen</translation>
    </message>
    <message>
        <source>named structures exactly for segmentation</source>
        <translation>benannte Strukturen genau bei der Segmentierung</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>nächster Nachbar</translation>
    </message>
    <message>
        <source>network-zero</source>
        <translation>Netz-Null</translation>
    </message>
    <message>
        <source>never negative: evidence against the class is left out by definition</source>
        <translation>nie negativ: Evidenz gegen die Klasse ist definitionsgemäß weggelassen</translation>
    </message>
    <message>
        <source>new pixels that a segment must bring, of 224 x 224</source>
        <translation>neue Pixel, die ein Segment bringen muss, von 224 x 224</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no ONNX model</source>
        <translation>kein ONNX-Modell</translation>
    </message>
    <message>
        <source>no activation function at all</source>
        <translation>gar keine Aktivierungsfunktion</translation>
    </message>
    <message>
        <source>no administrator password was set yet</source>
        <translation>es wurde noch kein Administrator-Passwort festgelegt</translation>
    </message>
    <message>
        <source>no authority that is believed vouches for the caller</source>
        <translation>keine vertraute Zertifizierungsstelle bürgt für die anrufende Gegenstelle</translation>
    </message>
    <message>
        <source>no authority that is believed vouches for {node}</source>
        <translation>keine vertraute Zertifizierungsstelle bürgt für {node}</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>keine Evidenz</translation>
    </message>
    <message>
        <source>no image was read</source>
        <translation>kein Bild wurde gelesen</translation>
    </message>
    <message>
        <source>no map with positive evidence: there is no region to file</source>
        <translation>keine Heatmap mit positiver Evidenz: Es gibt keine Region zum Ablegen</translation>
    </message>
    <message>
        <source>no method has the id {wanted!r}</source>
        <translation>keine Methode hat die id {wanted!r}</translation>
    </message>
    <message>
        <source>no model has the id {wanted!r}</source>
        <translation>kein Modell hat die id {wanted!r}</translation>
    </message>
    <message>
        <source>no operating point</source>
        <translation>kein Arbeitspunkt</translation>
    </message>
    <message>
        <source>no override has the id {wanted!r}</source>
        <translation>keine Variante (override) hat die id {wanted!r}</translation>
    </message>
    <message>
        <source>no positive evidence</source>
        <translation>keine positive Evidenz</translation>
    </message>
    <message>
        <source>no such bundle</source>
        <translation>kein solches Modellpaket</translation>
    </message>
    <message>
        <source>no unknown recipe entries ({unknown})</source>
        <translation>keine unbekannten recipe-Einträge ({unknown})</translation>
    </message>
    <message>
        <source>node &apos;{node}&apos; folds the images of a batch between other axes</source>
        <translation>der Knoten „{node}“ faltet die Bilder eines Batches zwischen andere Achsen</translation>
    </message>
    <message>
        <source>nodes that doubling never exceeds</source>
        <translation>Stützstellen, die das Verdoppeln nie überschreitet</translation>
    </message>
    <message>
        <source>noisy images at most</source>
        <translation>Höchstzahl verrauschter Bilder</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>keiner gewählt</translation>
    </message>
    <message>
        <source>none of {count} files in {name!r} can be used: {named}</source>
        <translation>keine von {count} Dateien in {name!r} ist verwendbar: {named}</translation>
    </message>
    <message>
        <source>none written</source>
        <translation>keine verfasst</translation>
    </message>
    <message>
        <source>none: a control, made without the model and without the class</source>
        <translation>keines: eine Kontrolle, ohne Modell und ohne Klasse erzeugt</translation>
    </message>
    <message>
        <source>none: all coalitions were scored, these are the Shapley values</source>
        <translation>keiner: Alle Koalitionen wurden bewertet, dies sind die Shapley-Werte</translation>
    </message>
    <message>
        <source>none; an empty layer scores {empty:.6g}, and so does a place without effect</source>
        <translation>keine; eine leere Schicht hat den Score {empty:.6g}, ebenso ein Ort ohne Wirkung</translation>
    </message>
    <message>
        <source>none; done for display only, after resizing</source>
        <translation>keine; nur für die Anzeige, nach der Größenänderung</translation>
    </message>
    <message>
        <source>none; pixels of the network input</source>
        <translation>keine; Pixel der Netzeingabe</translation>
    </message>
    <message>
        <source>none; superpixels at the resolution of the network input</source>
        <translation>keine; Superpixel in der Auflösung der Netzeingabe</translation>
    </message>
    <message>
        <source>not a readable bundle: {error}</source>
        <translation>kein lesbares Modellpaket: {error}</translation>
    </message>
    <message>
        <source>not better than a centred spot on phantoms</source>
        <translation>an Phantomen nicht besser als ein zentrierter Fleck</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>not converged: the standard error is {share:.1%} of the map&apos;s spread after {samples} samples</source>
        <translation>nicht konvergiert: Der Standardfehler beträgt nach {samples} Stichproben {share:.1%} der Streuung der Heatmap</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>not every finding was answered</source>
        <translation>nicht jeder Befund wurde beantwortet</translation>
    </message>
    <message>
        <source>not in file</source>
        <translation>nicht in der Datei</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not known to be calibrated</source>
        <translation>ob kalibriert, ist nicht bekannt</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>not sent: the connection was lost</source>
        <translation>nicht gesendet: die Verbindung ging verloren</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>not the active model</source>
        <translation>nicht das aktive Modell</translation>
    </message>
    <message>
        <source>not the first image of its file</source>
        <translation>nicht das erste Bild seiner Datei</translation>
    </message>
    <message>
        <source>nothing is known of the lives of {count} model(s) in the folder of models</source>
        <translation>über den Werdegang von {count} Modell(en) im Modellordner ist nichts bekannt</translation>
    </message>
    <message>
        <source>nothing that both maps saw</source>
        <translation>kein Bereich, den beide Heatmaps sahen</translation>
    </message>
    <message>
        <source>nothing to count</source>
        <translation>nichts zu zählen</translation>
    </message>
    <message>
        <source>nothing was computed</source>
        <translation>nichts wurde berechnet</translation>
    </message>
    <message>
        <source>of all superpixels: score minus that of the baseline, {ends:.6g}</source>
        <translation>über alle Superpixel: Score minus Score der Baseline, {ends:.6g}</translation>
    </message>
    <message>
        <source>of the whole superpixel, shown at each of its pixels; not divided by its area</source>
        <translation>des ganzen Superpixels, an jedem seiner Pixel gezeigt; nicht durch seine Fläche geteilt</translation>
    </message>
    <message>
        <source>of which</source>
        <translation>davon</translation>
    </message>
    <message>
        <source>on the input</source>
        <translation>auf der Eingabe</translation>
    </message>
    <message>
        <source>one JSON object</source>
        <translation>ein JSON-Objekt</translation>
    </message>
    <message>
        <source>one calibration curve per class</source>
        <translation>eine Kalibrierkurve je Klasse</translation>
    </message>
    <message>
        <source>one forward per coalition, at most the samples</source>
        <translation>ein Vorwärtslauf je Koalition, höchstens so viele wie Stichproben</translation>
    </message>
    <message>
        <source>one forward per picture, at most the evaluations</source>
        <translation>ein Vorwärtslauf je Bild, höchstens so viele wie Auswertungen</translation>
    </message>
    <message>
        <source>one forward per sample, at most</source>
        <translation>höchstens ein Vorwärtslauf je Stichprobe</translation>
    </message>
    <message>
        <source>one mean per channel</source>
        <translation>einen Mittelwert je Kanal</translation>
    </message>
    <message>
        <source>one of its inputs follows the image in steps, without a gradient</source>
        <translation>eine seiner Eingaben folgt dem Bild in Stufen, ohne Gradienten</translation>
    </message>
    <message>
        <source>one scale for all; methods have different units, weak ones look empty</source>
        <translation>eine Skala für alle; Methoden haben verschiedene Einheiten, schwache sehen leer aus</translation>
    </message>
    <message>
        <source>one scale for each method of each model</source>
        <translation>eine Skala für jede Methode jedes Modells</translation>
    </message>
    <message>
        <source>only the administrator can sign</source>
        <translation>nur der Administrator kann signieren</translation>
    </message>
    <message>
        <source>only {counted}</source>
        <translation>nur {counted}</translation>
    </message>
    <message>
        <source>or a folder of images, or a .npy file</source>
        <translation>oder ein Ordner mit Bildern, oder eine .npy-Datei</translation>
    </message>
    <message>
        <source>or an image file</source>
        <translation>oder eine Bilddatei</translation>
    </message>
    <message>
        <source>orders at most, each with its reverse</source>
        <translation>Höchstzahl der Reihenfolgen, jede mit ihrer Umkehrung</translation>
    </message>
    <message>
        <source>other</source>
        <translation>divers</translation>
    </message>
    <message>
        <source>over the map: score minus that of the baseline, {ends:.6g}</source>
        <translation>über die Heatmap: Score minus Score der Baseline, {ends:.6g}</translation>
    </message>
    <message>
        <source>packages</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>pairs of random masks; a power of 2 is best</source>
        <translation>Paare von Zufallsmasken; am besten eine Zweierpotenz</translation>
    </message>
    <message>
        <source>passes model randomisation poorly: much of the map are edges of the image, which a network with random weights draws too (Adebayo et al. 2018, Nie et al. 2018)</source>
        <translation>besteht die Modellrandomisierung schlecht: Große Teile der Heatmap sind Bildkanten, die auch ein Netz mit Zufallsgewichten zeichnet (Adebayo et al. 2018, Nie et al. 2018)</translation>
    </message>
    <message>
        <source>patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>peers cannot be asked for certificates without an authority to believe</source>
        <translation>ohne vertraute Zertifizierungsstelle können von Gegenstellen keine Zertifikate verlangt werden</translation>
    </message>
    <message>
        <source>per pixel; boxes that were not divided are spread evenly over their pixels</source>
        <translation>je Pixel; nicht unterteilte Rechtecke sind gleichmäßig auf ihre Pixel verteilt</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>picture of absence that differences are taken from</source>
        <translation>Ersatzbild, von dem aus Differenzen gebildet werden</translation>
    </message>
    <message>
        <source>picture of absence that the path starts from</source>
        <translation>Ersatzbild, bei dem der Pfad beginnt</translation>
    </message>
    <message>
        <source>picture shown inside the window</source>
        <translation>Bild, das im Fenster gezeigt wird</translation>
    </message>
    <message>
        <source>picture shown where a mask hides</source>
        <translation>Bild, das gezeigt wird, wo eine Maske verdeckt</translation>
    </message>
    <message>
        <source>picture that the integrated gradients start from</source>
        <translation>Bild, bei dem Integrated Gradients beginnen</translation>
    </message>
    <message>
        <source>pictures are written as PNG or JPEG.</source>
        <translation>Bilder werden als PNG oder JPEG geschrieben.</translation>
    </message>
    <message>
        <source>pictures scored at most</source>
        <translation>Höchstzahl bewerteter Bilder</translation>
    </message>
    <message>
        <source>pictures scored, the whole one included</source>
        <translation>Zahl bewerteter Bilder, das ganze eingeschlossen</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>pixels in no chosen region show their own mean</source>
        <translation>Pixel in keiner gewählten Region zeigen ihren eigenen Mittelwert</translation>
    </message>
    <message>
        <source>plausible areas in 0..1</source>
        <translation>plausible Flächen in 0..1</translation>
    </message>
    <message>
        <source>points on the path to begin with</source>
        <translation>Punkte auf dem Pfad zu Beginn</translation>
    </message>
    <message>
        <source>points that doubling never exceeds</source>
        <translation>Punkte, die das Verdoppeln nie überschreitet</translation>
    </message>
    <message>
        <source>poor local fit (R^2 {r_squared:.2f}): the weights do not describe the model</source>
        <translation>schlechte lokale Anpassung (R^2 {r_squared:.2f}): Die Gewichte beschreiben das Modell nicht</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>wird vorbereitet</translation>
    </message>
    <message>
        <source>preparing the guided way back</source>
        <translation>geführter Rückweg wird vorbereitet</translation>
    </message>
    <message>
        <source>preparing the way back</source>
        <translation>Rückweg wird vorbereitet</translation>
    </message>
    <message>
        <source>presentation states are for grey images only</source>
        <translation>Presentation States gibt es nur für Graustufenbilder</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>projection of A * d(logit)/d(A), centred over places, on its first principal component</source>
        <translation>Projektion von A * d(Logit)/d(A), über die Orte zentriert, auf ihre erste Hauptkomponente</translation>
    </message>
    <message>
        <source>projection of the activations, centred over places, on their first principal component</source>
        <translation>Projektion der Aktivierungen, über die Orte zentriert, auf ihre erste Hauptkomponente</translation>
    </message>
    <message>
        <source>psi(x * d(logit)/dx) + sum over layers of psi(b * d(logit)/db), psi = magnitude, each layer to 0..1, stretched over the input</source>
        <translation>psi(x * d(Logit)/dx) + Summe über die Schichten von psi(b * d(Logit)/db), psi = Betrag, jede Schicht auf 0..1, über die Eingabe gestreckt</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>rank correlation {agreement:.3f} of weights from both halves of the samples</source>
        <translation>Rangkorrelation {agreement:.3f} der Gewichte aus beiden Hälften der Stichproben</translation>
    </message>
    <message>
        <source>rank correlation {number}, overlap of the top {share:.0%} {overlap:.2f}</source>
        <translation>Rangkorrelation {number}, Überlappung der obersten {share:.0%} {overlap:.2f}</translation>
    </message>
    <message>
        <source>reader: {decision} {comment}</source>
        <translation>Befunder: {decision} {comment}</translation>
    </message>
    <message>
        <source>readers disagree</source>
        <translation>Befunder sind sich uneinig</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>reading {name} ({number} of {count})</source>
        <translation>{name} wird gelesen ({number} von {count})</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>rectifiers by the variant&apos;s rule: {counted}</source>
        <translation>Gleichrichter nach der Regel der Variante: {counted}</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>red for the class, blue against it</source>
        <translation>Rot für die Klasse, Blau dagegen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>refused by the input checks</source>
        <translation>von der Eingangsprüfung abgelehnt</translation>
    </message>
    <message>
        <source>refused of those read</source>
        <translation>von den gelesenen abgelehnt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>relative gap of the sum under which no more steps are taken</source>
        <translation>relative Lücke der Summe, unter der keine weiteren Schritte folgen</translation>
    </message>
    <message>
        <source>relative within this image, not a probability</source>
        <translation>relativ innerhalb dieses Bildes, keine Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>removed (de-identified)</source>
        <translation>entfernt (de-identifiziert)</translation>
    </message>
    <message>
        <source>replaced by pseudonyms; letters burned into the pictures were not removed</source>
        <translation>durch Pseudonyme ersetzt; in die Bilder eingebrannte Zeichen wurden nicht entfernt</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>results are not filed as {kind!r}</source>
        <translation>Ergebnisse werden nicht als {kind!r} abgelegt</translation>
    </message>
    <message>
        <source>ridge weights w of score(z) ~ w0 + w.z, samples z weighted by sqrt(exp(-d(z)^2/width^2))</source>
        <translation>Ridge-Gewichte w von score(z) ~ w0 + w.z, Stichproben z gewichtet mit sqrt(exp(-d(z)^2/width^2))</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>rows refer to others that are gone</source>
        <translation>Zeilen verweisen auf andere, die fehlen</translation>
    </message>
    <message>
        <source>running back to the input</source>
        <translation>Rücklauf zur Eingabe</translation>
    </message>
    <message>
        <source>running forward and back</source>
        <translation>Vor- und Rücklauf</translation>
    </message>
    <message>
        <source>running image and baseline side by side</source>
        <translation>Bild und Baseline laufen gemeinsam</translation>
    </message>
    <message>
        <source>running image and baselines</source>
        <translation>Bild und Baselines werden berechnet</translation>
    </message>
    <message>
        <source>running to {name} and back</source>
        <translation>Lauf bis {name} und zurück</translation>
    </message>
    <message>
        <source>sample {done} of at most {most}</source>
        <translation>Stichprobe {done} von höchstens {most}</translation>
    </message>
    <message>
        <source>samples x (1 forward + 1 backward), fewer when converged</source>
        <translation>Stichproben x (1 Vorwärts- + 1 Rückwärtslauf), weniger, wenn konvergiert</translation>
    </message>
    <message>
        <source>saved as {file}</source>
        <translation>gespeichert als {file}</translation>
    </message>
    <message>
        <source>schema version {SCHEMA_VERSION}</source>
        <translation>die Schemaversion {SCHEMA_VERSION}</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>score of an empty layer, {empty:.6g}, is subtracted</source>
        <translation>der Score einer leeren Schicht, {empty:.6g}, wird abgezogen</translation>
    </message>
    <message>
        <source>score that is subtracted: none, or that of a layer without any activation</source>
        <translation>Score, der abgezogen wird: keiner oder der einer Schicht ohne jede Aktivierung</translation>
    </message>
    <message>
        <source>scored</source>
        <translation>bewertet</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>scoring both ends</source>
        <translation>beide Enden werden bewertet</translation>
    </message>
    <message>
        <source>scoring coalitions of superpixels</source>
        <translation>Koalitionen von Superpixeln werden bewertet</translation>
    </message>
    <message>
        <source>scoring picture and baseline</source>
        <translation>Bild und Baseline werden bewertet</translation>
    </message>
    <message>
        <source>scoring pictures</source>
        <translation>Bilder werden bewertet</translation>
    </message>
    <message>
        <source>scoring the image</source>
        <translation>Bild wird bewertet</translation>
    </message>
    <message>
        <source>scoring {samples} pictures of {players} superpixels</source>
        <translation>{samples} Bilder aus {players} Superpixeln werden bewertet</translation>
    </message>
    <message>
        <source>scrambled Sobol sequence, Jansen&apos;s estimator of total-order indices</source>
        <translation>verwürfelte Sobol-Folge, Jansen-Schätzer der Indizes totaler Ordnung</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>Startwert {seed}</translation>
    </message>
    <message>
        <source>segments at {done} of {count} scales</source>
        <translation>Segmente in {done} von {count} Skalen</translation>
    </message>
    <message>
        <source>self-normalised: sum of f M over sum of M; {mean}</source>
        <translation>selbstnormiert: Summe von f M durch Summe von M; {mean}</translation>
    </message>
    <message>
        <source>sensitivity {sensitivity:.0%}, specificity {specificity:.0%} ({where})</source>
        <translation>Sensitivität {sensitivity:.0%}, Spezifität {specificity:.0%} ({where})</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>share of the picture after which to stop</source>
        <translation>Anteil des Bildes, nach dem Schluss ist</translation>
    </message>
    <message>
        <source>share of the pixels with the flattest slopes that move first</source>
        <translation>Anteil der Pixel mit den flachsten Steigungen, die sich zuerst bewegen</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>scharf</translation>
    </message>
    <message>
        <source>shifts</source>
        <translation>Verschiebungen</translation>
    </message>
    <message>
        <source>shifts+rotations</source>
        <translation>Verschiebungen+Drehungen</translation>
    </message>
    <message>
        <source>side of the hidden square; 0: a seventh of the longer side</source>
        <translation>Seite des verdeckten Quadrats; 0: ein Siebtel der längeren Seite</translation>
    </message>
    <message>
        <source>sides up to this are not divided</source>
        <translation>Seiten bis zu dieser Länge werden nicht unterteilt</translation>
    </message>
    <message>
        <source>signature.json cannot be used: {error}</source>
        <translation>signature.json ist nicht verwendbar: {error}</translation>
    </message>
    <message>
        <source>signature.json is malformed</source>
        <translation>signature.json ist fehlerhaft aufgebaut</translation>
    </message>
    <message>
        <source>signature.json is of an unknown kind</source>
        <translation>signature.json ist von unbekannter Art</translation>
    </message>
    <message>
        <source>signed sum, so that the map adds up</source>
        <translation>Summe mit Vorzeichen, damit die Heatmap aufgeht</translation>
    </message>
    <message>
        <source>signed sum: the gradient by the grey value that all channels repeat</source>
        <translation>Summe mit Vorzeichen: der Gradient nach dem Grauwert, den alle Kanäle wiederholen</translation>
    </message>
    <message>
        <source>signed; positive places add to the score of an empty layer</source>
        <translation>mit Vorzeichen; positive Orte erhöhen den Score einer leeren Schicht</translation>
    </message>
    <message>
        <source>signed; positive values speak for the class</source>
        <translation>mit Vorzeichen; positive Werte sprechen für die Klasse</translation>
    </message>
    <message>
        <source>signed; positive values speak for the class, clipping is left to the display</source>
        <translation>mit Vorzeichen; positive Werte sprechen für die Klasse, abgeschnitten wird erst in der Anzeige</translation>
    </message>
    <message>
        <source>signed; positive values speak for the class, the paper&apos;s ReLU is applied on display</source>
        <translation>mit Vorzeichen; positive Werte sprechen für die Klasse, die ReLU der Veröffentlichung wird in der Anzeige angewandt</translation>
    </message>
    <message>
        <source>signed; positive values: a brighter pixel raises the score</source>
        <translation>mit Vorzeichen; positive Werte: Ein helleres Pixel erhöht den Score</translation>
    </message>
    <message>
        <source>signed; positive weights speak for the class</source>
        <translation>mit Vorzeichen; positive Gewichte sprechen für die Klasse</translation>
    </message>
    <message>
        <source>signed; the score that a place alone gives</source>
        <translation>mit Vorzeichen; der Score, den ein Ort allein ergibt</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>weich</translation>
    </message>
    <message>
        <source>soft windows fade towards their edges: a sharp edge can be a finding of its own</source>
        <translation>weiche Fenster laufen zum Rand hin aus: Eine scharfe Kante kann selbst ein Befund sein</translation>
    </message>
    <message>
        <source>softmax over the feature maps of the logits of masked pictures</source>
        <translation>Softmax über die Merkmalskarten der Logits maskierter Bilder</translation>
    </message>
    <message>
        <source>something went wrong: {reason}</source>
        <translation>etwas ist schiefgegangen: {reason}</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation>spricht dagegen</translation>
    </message>
    <message>
        <source>speaks for the map</source>
        <translation>spricht für die Heatmap</translation>
    </message>
    <message>
        <source>squared per channel, then summed</source>
        <translation>je Kanal quadriert, dann summiert</translation>
    </message>
    <message>
        <source>squareness of the superpixels, against likeness of greys</source>
        <translation>Quadratform der Superpixel gegenüber Ähnlichkeit der Grauwerte</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>standard deviation of the noise, share of the image&apos;s range</source>
        <translation>Standardabweichung des Rauschens, Anteil am Wertebereich des Bildes</translation>
    </message>
    <message>
        <source>standard error per superpixel: mean {mean:.3g}, largest {max:.3g}, from {value} orders in {count} reversed pairs</source>
        <translation>Standardfehler je Superpixel: im Mittel {mean:.3g}, höchstens {max:.3g}, aus {value} Reihenfolgen in {count} umgekehrten Paaren</translation>
    </message>
    <message>
        <source>standard error, share of the map&apos;s spread, at which no more are taken</source>
        <translation>Standardfehler, Anteil an der Streuung der Heatmap, ab dem keine weiteren folgen</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>stabil</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>Schritt {step} von {steps}</translation>
    </message>
    <message>
        <source>steps of the path</source>
        <translation>Schritte des Pfads</translation>
    </message>
    <message>
        <source>steps x (1 forward + 1 backward), one after the other, + 1 of each</source>
        <translation>Schritte x (1 Vorwärts- + 1 Rückwärtslauf), nacheinander, + je 1</translation>
    </message>
    <message>
        <source>steps x (1 forward + 1 backward), steps doubled until the map adds up</source>
        <translation>Schritte x (1 Vorwärts- + 1 Rückwärtslauf), Schritte verdoppelt, bis die Heatmap aufgeht</translation>
    </message>
    <message>
        <source>stop when the error is this share of the map&apos;s spread; 0 never</source>
        <translation>endet, wenn der Fehler diesen Anteil der Streuung der Heatmap erreicht; 0 nie</translation>
    </message>
    <message>
        <source>stops when the error between halves is below this share of the largest value; 0 never</source>
        <translation>endet, wenn der Fehler zwischen den Hälften unter diesem Anteil des größten Werts liegt; 0 nie</translation>
    </message>
    <message>
        <source>stops when the largest standard error is below this share of the largest value; 0 never</source>
        <translation>endet, wenn der größte Standardfehler unter diesem Anteil des größten Werts liegt; 0 nie</translation>
    </message>
    <message>
        <source>stops when the rank correlation of weights from both halves reaches this; 0 never</source>
        <translation>endet, wenn die Rangkorrelation der Gewichte beider Hälften dies erreicht; 0 nie</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>stored with a warning</source>
        <translation>mit Warnung gespeichert</translation>
    </message>
    <message>
        <source>stored; the peer changed some values</source>
        <translation>gespeichert; die Gegenstelle hat einige Werte geändert</translation>
    </message>
    <message>
        <source>stored; the peer finds that the data set does not fit its kind</source>
        <translation>gespeichert; laut Gegenstelle passt der Datensatz nicht zu seiner Art</translation>
    </message>
    <message>
        <source>stored; the peer left some elements out</source>
        <translation>gespeichert; die Gegenstelle hat einige Elemente weggelassen</translation>
    </message>
    <message>
        <source>straight-through through {quantisers} QuantizeLinear nodes</source>
        <translation>gerade hindurch (straight-through) durch {quantisers} QuantizeLinear-Knoten</translation>
    </message>
    <message>
        <source>strength of the ridge regression</source>
        <translation>Stärke der Ridge-Regression</translation>
    </message>
    <message>
        <source>stretched over the input, every cell on the centre of its receptive field</source>
        <translation>über die Eingabe gestreckt, jede Zelle auf der Mitte ihres rezeptiven Felds</translation>
    </message>
    <message>
        <source>stretched over the input; the centres of the cells&apos; receptive fields lie up to {distance:.1f} input pixels ({share:.0f} % of its width) from there</source>
        <translation>über die Eingabe gestreckt; die Mitten der rezeptiven Felder der Zellen liegen bis zu {distance:.1f} Eingabepixel ({share:.0f} % der Breite) davon entfernt</translation>
    </message>
    <message>
        <source>stretched over the input; where its cells look cannot be told from the graph</source>
        <translation>über die Eingabe gestreckt; wohin ihre Zellen blicken, ist aus dem Graphen nicht erkennbar</translation>
    </message>
    <message>
        <source>strongest blur, its sigma as a share of the longer side</source>
        <translation>stärkste Unschärfe, ihr Sigma als Anteil der längeren Seite</translation>
    </message>
    <message>
        <source>subtract the mean score of all masked pictures</source>
        <translation>mittleren Score aller maskierten Bilder abziehen</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>sum_k A_k * d(logit)/d(A_k), element by element</source>
        <translation>sum_k A_k * d(Logit)/d(A_k), Element für Element</translation>
    </message>
    <message>
        <source>sum_k max(A_k * d(logit)/d(A_k), 0), element by element</source>
        <translation>sum_k max(A_k * d(Logit)/d(A_k), 0), Element für Element</translation>
    </message>
    <message>
        <source>sum_k max(d(logit)/d(A_k), 0) * A_k, element by element</source>
        <translation>sum_k max(d(Logit)/d(A_k), 0) * A_k, Element für Element</translation>
    </message>
    <message>
        <source>sum_k softmax_k(s) A_k, s_k = logit of x * M_k, M_k = A_k stretched over x, in 0..1</source>
        <translation>sum_k softmax_k(s) A_k, s_k = Logit von x * M_k, M_k = A_k über x gestreckt, in 0..1</translation>
    </message>
    <message>
        <source>sum_k w_k A_k, w_k = (y - y with A_k = 0) / |y|, y = logit</source>
        <translation>sum_k w_k A_k, w_k = (y - y mit A_k = 0) / |y|, y = Logit</translation>
    </message>
    <message>
        <source>sum_k w_k A_k, w_k = mean over positions of d(logit)/d(A_k)</source>
        <translation>sum_k w_k A_k, w_k = Mittel über die Orte von d(Logit)/d(A_k)</translation>
    </message>
    <message>
        <source>sum_k w_k A_k, w_k = sum of alpha * max(g, 0), alpha = g^2 / (2 g^2 + g^3 sum(A_k)), g = d(logit)/d(A_k)</source>
        <translation>sum_k w_k A_k, w_k = Summe von alpha * max(g, 0), alpha = g^2 / (2 g^2 + g^3 sum(A_k)), g = d(Logit)/d(A_k)</translation>
    </message>
    <message>
        <source>sum_k w_k A_k, w_k = sum(A_k * d(logit)/d(A_k)) / sum(A_k)</source>
        <translation>sum_k w_k A_k, w_k = sum(A_k * d(Logit)/d(A_k)) / sum(A_k)</translation>
    </message>
    <message>
        <source>superpixels, samples and scores by WhyRay, local fit by the package lime</source>
        <translation>Superpixel, Stichproben und Scores von WhyRay, lokale Anpassung vom Paket lime</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>taken over from an earlier version</source>
        <translation>aus einer früheren Version übernommen</translation>
    </message>
    <message>
        <source>taken over from the settings</source>
        <translation>aus den Einstellungen übernommen</translation>
    </message>
    <message>
        <source>takes input of shape {shape}; WhyRay needs a batch of pictures (4 axes)</source>
        <translation>erwartet eine Eingabe der Form {shape}; WhyRay braucht einen Batch von Bildern (4 Achsen)</translation>
    </message>
    <message>
        <source>that of its correlation with the sum over channels of activation x gradient; the map has mean 0, so 0 is the average place and not the absence of evidence</source>
        <translation>das ihrer Korrelation mit der Summe über die Kanäle von Aktivierung x Gradient; die Heatmap hat den Mittelwert 0, daher ist 0 der durchschnittliche Ort und nicht das Fehlen von Evidenz</translation>
    </message>
    <message>
        <source>that of its correlation with the summed activations; the map has mean 0, and negative values are places that the layer answers less</source>
        <translation>das ihrer Korrelation mit den summierten Aktivierungen; die Heatmap hat den Mittelwert 0, und negative Werte sind Orte, auf die die Schicht weniger anspricht</translation>
    </message>
    <message>
        <source>the activations of {count} baselines at this layer need {needed:.1f} GB of memory</source>
        <translation>die Aktivierungen von {count} Baselines in dieser Schicht brauchen {needed:.1f} GB Speicher</translation>
    </message>
    <message>
        <source>the active model {id} cannot be used and was taken out of use: {why}</source>
        <translation>das aktive Modell {id} ist nicht verwendbar und wurde außer Gebrauch genommen: {why}</translation>
    </message>
    <message>
        <source>the active model {id} is not here any more</source>
        <translation>das aktive Modell {id} ist nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>the administrator password is wrong</source>
        <translation>das Administrator-Passwort ist falsch</translation>
    </message>
    <message>
        <source>the administrator&apos;s file cannot be read: {why}</source>
        <translation>die Administrator-Datei ist nicht lesbar: {why}</translation>
    </message>
    <message>
        <source>the administrator&apos;s file was damaged or altered</source>
        <translation>die Administrator-Datei wurde beschädigt oder verändert</translation>
    </message>
    <message>
        <source>the administrator&apos;s folder cannot be used: {why}</source>
        <translation>der Administrator-Ordner ist nicht verwendbar: {why}</translation>
    </message>
    <message>
        <source>the batch in this folder was asked for something else: {names}</source>
        <translation>der Stapel in diesem Ordner hatte einen anderen Auftrag: {names}</translation>
    </message>
    <message>
        <source>the batch was begun by another version of WhyRay</source>
        <translation>der Stapel wurde von einer anderen Version von WhyRay begonnen</translation>
    </message>
    <message>
        <source>the bundle could not be written: {strerror}</source>
        <translation>das Modellpaket konnte nicht geschrieben werden: {strerror}</translation>
    </message>
    <message>
        <source>the caller does not believe our certificate</source>
        <translation>die Gegenstelle vertraut unserem Zertifikat nicht</translation>
    </message>
    <message>
        <source>the caller does not speak TLS</source>
        <translation>die Gegenstelle spricht kein TLS</translation>
    </message>
    <message>
        <source>the caller shows no certificate</source>
        <translation>die Gegenstelle weist kein Zertifikat vor</translation>
    </message>
    <message>
        <source>the caller speaks an outdated TLS</source>
        <translation>die Gegenstelle spricht ein veraltetes TLS</translation>
    </message>
    <message>
        <source>the caller&apos;s certificate has expired</source>
        <translation>das Zertifikat der Gegenstelle ist abgelaufen</translation>
    </message>
    <message>
        <source>the certificate of {node} has expired</source>
        <translation>das Zertifikat von {node} ist abgelaufen</translation>
    </message>
    <message>
        <source>the certificate of {node} is not believed: {reason}</source>
        <translation>dem Zertifikat von {node} wird nicht vertraut: {reason}</translation>
    </message>
    <message>
        <source>the certificate of {node} is not valid yet</source>
        <translation>das Zertifikat von {node} ist noch nicht gültig</translation>
    </message>
    <message>
        <source>the certificate of {node} names another host</source>
        <translation>das Zertifikat von {node} nennt einen anderen Rechner</translation>
    </message>
    <message>
        <source>the comparison cannot be saved: {reason}</source>
        <translation>der Vergleich kann nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>the comparison cannot be written: {error}</source>
        <translation>der Vergleich kann nicht geschrieben werden: {error}</translation>
    </message>
    <message>
        <source>the comparison ended early (status {status})</source>
        <translation>der Vergleich endete vorzeitig (Status {status})</translation>
    </message>
    <message>
        <source>the comparison left no result</source>
        <translation>der Vergleich hinterließ kein Ergebnis</translation>
    </message>
    <message>
        <source>the connection was lost before the peer answered</source>
        <translation>die Verbindung ging verloren, bevor die Gegenstelle antwortete</translation>
    </message>
    <message>
        <source>the decisions about this image cannot be read: {why}</source>
        <translation>die Entscheidungen zu diesem Bild können nicht gelesen werden: {why}</translation>
    </message>
    <message>
        <source>the decisions cannot be deleted: {why}</source>
        <translation>die Entscheidungen können nicht gelöscht werden: {why}</translation>
    </message>
    <message>
        <source>the digest of the file is not known</source>
        <translation>die Prüfsumme der Datei ist nicht bekannt</translation>
    </message>
    <message>
        <source>the entry of its weight &apos;{name}&apos; contradicts itself</source>
        <translation>der Eintrag seines Gewichts „{name}“ widerspricht sich</translation>
    </message>
    <message>
        <source>the evidence cannot be written: {reason}</source>
        <translation>die Belege können nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>the feature maps of all layers need {size:.1f} GB</source>
        <translation>die Merkmalskarten aller Schichten brauchen {size:.1f} GB</translation>
    </message>
    <message>
        <source>the figures of localisation cannot be read: %s</source>
        <translation>die Zahlen zur Lokalisation können nicht gelesen werden: %s</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>the file has changed since it was read: its results may not fit it any more</source>
        <translation>die Datei wurde seit dem Lesen geändert: ihre Ergebnisse passen vielleicht nicht mehr</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>die Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>the file lies in an archive</source>
        <translation>die Datei liegt in einem Archiv</translation>
    </message>
    <message>
        <source>the file was changed</source>
        <translation>die Datei wurde geändert</translation>
    </message>
    <message>
        <source>the files of {id} are gone or were altered</source>
        <translation>die Dateien von {id} fehlen oder wurden verändert</translation>
    </message>
    <message>
        <source>the folder cannot be made: {reason}</source>
        <translation>der Ordner kann nicht angelegt werden: {reason}</translation>
    </message>
    <message>
        <source>the folder cannot be made: {strerror}</source>
        <translation>der Ordner kann nicht angelegt werden: {strerror}</translation>
    </message>
    <message>
        <source>the folder cannot be made: {why}</source>
        <translation>der Ordner kann nicht angelegt werden: {why}</translation>
    </message>
    <message>
        <source>the folder cannot be read: {reason}</source>
        <translation>der Ordner ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>the folder holds no folders that could be classes</source>
        <translation>der Ordner enthält keine Ordner, die Klassen sein könnten</translation>
    </message>
    <message>
        <source>the folder holds something else under the name of a batch&apos;s journal</source>
        <translation>der Ordner enthält unter dem Namen eines Stapelprotokolls etwas anderes</translation>
    </message>
    <message>
        <source>the folder holds the results of a batch already</source>
        <translation>der Ordner enthält bereits die Ergebnisse eines Stapels</translation>
    </message>
    <message>
        <source>the folder is empty</source>
        <translation>der Ordner ist leer</translation>
    </message>
    <message>
        <source>the font cannot be used</source>
        <translation>die Schriftart ist nicht verwendbar</translation>
    </message>
    <message>
        <source>the gradient by its variance is not offered</source>
        <translation>der Gradient nach seiner Varianz wird nicht angeboten</translation>
    </message>
    <message>
        <source>the graph contradicts a free batch size: {error}</source>
        <translation>der Graph widerspricht einer freien Batchgröße: {error}</translation>
    </message>
    <message>
        <source>the graph does not tell everything that WhyRay must know</source>
        <translation>der Graph verrät nicht alles, was WhyRay wissen muss</translation>
    </message>
    <message>
        <source>the graph ends in {activation}, the manifest says {expected}</source>
        <translation>der Graph endet in {activation}, das Manifest sagt {expected}</translation>
    </message>
    <message>
        <source>the image size is not fixed in the model</source>
        <translation>die Bildgröße ist im Modell nicht festgelegt</translation>
    </message>
    <message>
        <source>the input must be float32 {expected}. Received: {dtype} {shape}</source>
        <translation>die Eingabe muss float32 {expected} sein. Erhalten: {dtype} {shape}</translation>
    </message>
    <message>
        <source>the key for pseudonyms cannot be kept: {reason}</source>
        <translation>der Schlüssel für Pseudonyme kann nicht aufbewahrt werden: {reason}</translation>
    </message>
    <message>
        <source>the key for pseudonyms is damaged</source>
        <translation>der Schlüssel für Pseudonyme ist beschädigt</translation>
    </message>
    <message>
        <source>the layer cannot be written: {error}</source>
        <translation>Die Schicht kann nicht geschrieben werden: {error}</translation>
    </message>
    <message>
        <source>the layer {name}</source>
        <translation>die Schicht {name}</translation>
    </message>
    <message>
        <source>the layer {name} is NaN or infinite for this image</source>
        <translation>die Schicht {name} ist für dieses Bild NaN oder unendlich</translation>
    </message>
    <message>
        <source>the library cannot be used: {why}</source>
        <translation>die Bibliothek ist nicht verwendbar: {why}</translation>
    </message>
    <message>
        <source>the library cannot grow: the disk is full</source>
        <translation>die Bibliothek kann nicht wachsen: Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the library could not be used ({why}) and was set aside</source>
        <translation>die Bibliothek war nicht verwendbar ({why}) und wurde beiseitegelegt</translation>
    </message>
    <message>
        <source>the library is damaged</source>
        <translation>die Bibliothek ist beschädigt</translation>
    </message>
    <message>
        <source>the library is in use by another program</source>
        <translation>die Bibliothek wird von einem anderen Programm verwendet</translation>
    </message>
    <message>
        <source>the library was set aside; which model is active was read from its audit</source>
        <translation>die Bibliothek wurde beiseitegelegt; welches Modell aktiv ist, wurde ihrem Prüfprotokoll entnommen</translation>
    </message>
    <message>
        <source>the list cannot be written: {reason}</source>
        <translation>die Liste kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
        <source>the list of axes</source>
        <translation>die Achsenliste</translation>
    </message>
    <message>
        <source>the logo cannot be read: {why}</source>
        <translation>das Logo kann nicht gelesen werden: {why}</translation>
    </message>
    <message>
        <source>the logo is no picture that can be printed</source>
        <translation>das Logo ist kein druckbares Bild</translation>
    </message>
    <message>
        <source>the manifest lists {files} instead of {described}</source>
        <translation>das Manifest führt {files} statt {described} auf</translation>
    </message>
    <message>
        <source>the manifest needs {what}. Received: {received}</source>
        <translation>das Manifest verlangt {what}. Erhalten: {received}</translation>
    </message>
    <message>
        <source>the map&apos;s sum misses the change of the score by {gap:.1%}, more than the tolerance</source>
        <translation>die Summe der Heatmap verfehlt die Änderung des Scores um {gap:.1%}, mehr als die Toleranz</translation>
    </message>
    <message>
        <source>the map&apos;s sum misses the change of the score by {gap:.1%}: numbers are too close to tell</source>
        <translation>die Summe der Heatmap verfehlt die Änderung des Scores um {gap:.1%}: Die Zahlen liegen zu nahe beieinander</translation>
    </message>
    <message>
        <source>the map&apos;s sum misses the change of the score by {gap:.1%}; take more steps</source>
        <translation>die Summe der Heatmap verfehlt die Änderung des Scores um {gap:.1%}; nehmen Sie mehr Schritte</translation>
    </message>
    <message>
        <source>the marks cannot be deleted: {why}</source>
        <translation>die Markierungen können nicht gelöscht werden: {why}</translation>
    </message>
    <message>
        <source>the marks on this image cannot be read: {why}</source>
        <translation>die Markierungen auf diesem Bild können nicht gelesen werden: {why}</translation>
    </message>
    <message>
        <source>the mask could not be encoded as PNG</source>
        <translation>die Maske konnte nicht als PNG kodiert werden</translation>
    </message>
    <message>
        <source>the model answers the same image differently every time</source>
        <translation>das Modell beantwortet dasselbe Bild jedes Mal anders</translation>
    </message>
    <message>
        <source>the model could not be deleted: {strerror}</source>
        <translation>das Modell konnte nicht gelöscht werden: {strerror}</translation>
    </message>
    <message>
        <source>the model could not be run: {first_line}</source>
        <translation>das Modell konnte nicht ausgeführt werden: {first_line}</translation>
    </message>
    <message>
        <source>the model crashed when it was tried</source>
        <translation>das Modell stürzte bei der Prüfung ab</translation>
    </message>
    <message>
        <source>the model gives no masks</source>
        <translation>das Modell liefert keine Masken</translation>
    </message>
    <message>
        <source>the model needed more than {memory} MB when it was tried</source>
        <translation>das Modell brauchte bei der Prüfung mehr als {memory} MB</translation>
    </message>
    <message>
        <source>the model returned NaN or infinity, so there are no masks</source>
        <translation>das Modell lieferte NaN oder unendlich, daher gibt es keine Masken</translation>
    </message>
    <message>
        <source>the model returned NaN or infinity, so there is no score</source>
        <translation>das Modell lieferte NaN oder unendlich, daher gibt es keinen Score</translation>
    </message>
    <message>
        <source>the model returned {shape} for {count} structures</source>
        <translation>das Modell lieferte {shape} für {count} Strukturen</translation>
    </message>
    <message>
        <source>the model returned {shape} numbers for {width} classes</source>
        <translation>das Modell lieferte {shape} Zahlen für {width} Klassen</translation>
    </message>
    <message>
        <source>the model {id} misses its stored self-test output by {error:.2g}</source>
        <translation>das Modell {id} verfehlt die gespeicherte Ausgabe seines Selbsttests um {error:.2g}</translation>
    </message>
    <message>
        <source>the model&apos;s class for none of its findings</source>
        <translation>Klasse des Modells für keinen seiner Befunde</translation>
    </message>
    <message>
        <source>the name of the file cannot stand in a table</source>
        <translation>der Name der Datei kann nicht in einer Tabelle stehen</translation>
    </message>
    <message>
        <source>the network brings its own training along</source>
        <translation>das Netz bringt sein eigenes Training mit</translation>
    </message>
    <message>
        <source>the network has {count} nodes</source>
        <translation>das Netz hat {count} Knoten</translation>
    </message>
    <message>
        <source>the network holds operators that are not allowed: {names}</source>
        <translation>das Netz enthält nicht zugelassene Operatoren: {names}</translation>
    </message>
    <message>
        <source>the network input holds NaN or infinity</source>
        <translation>die Netzeingabe enthält NaN oder unendlich</translation>
    </message>
    <message>
        <source>the network stores weights sparsely</source>
        <translation>das Netz speichert Gewichte dünn besetzt</translation>
    </message>
    <message>
        <source>the network&apos;s branches are nested too deeply</source>
        <translation>die Verzweigungen des Netzes sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the network&apos;s input</source>
        <translation>die Eingabe des Netzes</translation>
    </message>
    <message>
        <source>the output &apos;{name}&apos; keeps the fixed shape {out}</source>
        <translation>die Ausgabe „{name}“ behält die feste Form {out}</translation>
    </message>
    <message>
        <source>the password may have at most {count} characters</source>
        <translation>das Passwort darf höchstens {count} Zeichen haben</translation>
    </message>
    <message>
        <source>the password needs at least {count} characters</source>
        <translation>das Passwort braucht mindestens {count} Zeichen</translation>
    </message>
    <message>
        <source>the peer does not allow it</source>
        <translation>die Gegenstelle erlaubt es nicht</translation>
    </message>
    <message>
        <source>the peer does not know the operation</source>
        <translation>die Gegenstelle kennt den Vorgang nicht</translation>
    </message>
    <message>
        <source>the peer does not take this kind of object</source>
        <translation>die Gegenstelle nimmt diese Art von Objekt nicht an</translation>
    </message>
    <message>
        <source>the peer does not understand the data set</source>
        <translation>die Gegenstelle versteht den Datensatz nicht</translation>
    </message>
    <message>
        <source>the peer failed while processing</source>
        <translation>die Gegenstelle ist bei der Verarbeitung gescheitert</translation>
    </message>
    <message>
        <source>the peer finds that the data set does not fit its kind</source>
        <translation>laut Gegenstelle passt der Datensatz nicht zu seiner Art</translation>
    </message>
    <message>
        <source>the peer finds the instance&apos;s UID invalid</source>
        <translation>laut Gegenstelle ist die UID der Instanz ungültig</translation>
    </message>
    <message>
        <source>the peer finds the message malformed</source>
        <translation>laut Gegenstelle ist die Nachricht fehlerhaft</translation>
    </message>
    <message>
        <source>the peer got the same message twice</source>
        <translation>die Gegenstelle hat dieselbe Nachricht zweimal erhalten</translation>
    </message>
    <message>
        <source>the peer holds this instance already</source>
        <translation>die Gegenstelle hat diese Instanz schon</translation>
    </message>
    <message>
        <source>the peer is out of resources</source>
        <translation>der Gegenstelle fehlen Speicher oder andere Mittel</translation>
    </message>
    <message>
        <source>the peer knows no such instance</source>
        <translation>die Gegenstelle kennt keine solche Instanz</translation>
    </message>
    <message>
        <source>the peer refused</source>
        <translation>die Gegenstelle hat abgelehnt</translation>
    </message>
    <message>
        <source>the picture itself, blurred with sigma {sigma:.3g} px, edges mirrored</source>
        <translation>das Bild selbst, mit Sigma {sigma:.3g} px weichgezeichnet, Ränder gespiegelt</translation>
    </message>
    <message>
        <source>the picture&apos;s edges</source>
        <translation>die Kanten des Bildes</translation>
    </message>
    <message>
        <source>the plan of a retraining is damaged: {reason}</source>
        <translation>der Plan eines Nachtrainings ist beschädigt: {reason}</translation>
    </message>
    <message>
        <source>the printer cannot be reached.</source>
        <translation>der Drucker ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>the private key is protected by a password</source>
        <translation>der private Schlüssel ist mit einem Passwort geschützt</translation>
    </message>
    <message>
        <source>the rank of &apos;{tensor}&apos; is unknown</source>
        <translation>der Rang von „{tensor}“ ist unbekannt</translation>
    </message>
    <message>
        <source>the recalibration ended early (status {status})</source>
        <translation>die Neukalibrierung endete vorzeitig (Status {status})</translation>
    </message>
    <message>
        <source>the recipe cannot be used: {error}</source>
        <translation>die Vorverarbeitung (recipe) ist nicht verwendbar: {error}</translation>
    </message>
    <message>
        <source>the recipe needs {what}. Received: {received}</source>
        <translation>die Vorverarbeitung (recipe) verlangt {what}. Erhalten: {received}</translation>
    </message>
    <message>
        <source>the report could not be drawn.</source>
        <translation>der Bericht konnte nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>the results cannot go where the images are</source>
        <translation>die Ergebnisse dürfen nicht dort liegen, wo die Bilder sind</translation>
    </message>
    <message>
        <source>the same map for every class: it shows what the layer sees, not why</source>
        <translation>dieselbe Heatmap für jede Klasse: Sie zeigt, was die Schicht sieht, nicht warum</translation>
    </message>
    <message>
        <source>the same map, shuffled</source>
        <translation>dieselbe Heatmap, durchmischt</translation>
    </message>
    <message>
        <source>the same scale on every image, not a probability</source>
        <translation>dieselbe Skala auf jedem Bild, keine Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>the score is 0, so weights are drops of the score, not shares of it</source>
        <translation>der Score ist 0, daher sind Gewichte Abnahmen des Scores, nicht Anteile daran</translation>
    </message>
    <message>
        <source>the score or a bias&apos;s share of it is NaN or infinite, so there is no explanation</source>
        <translation>der Score oder der Anteil eines Bias daran ist NaN oder unendlich, daher gibt es keine Erklärung</translation>
    </message>
    <message>
        <source>the shape of a tensor before it is needed behind it and is not known.</source>
        <translation>die Form eines Tensors davor wird dahinter gebraucht und ist nicht bekannt.</translation>
    </message>
    <message>
        <source>the signature does not fit the manifest: one of the two was altered</source>
        <translation>die Signatur passt nicht zum Manifest: Eines von beiden wurde verändert</translation>
    </message>
    <message>
        <source>the site&apos;s signing key does not open: its file was altered</source>
        <translation>der Signaturschlüssel der Einrichtung lässt sich nicht öffnen: Seine Datei wurde verändert</translation>
    </message>
    <message>
        <source>the table cannot be read: {reason}</source>
        <translation>die Tabelle ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>the table does not say which image has which class</source>
        <translation>die Tabelle sagt nicht, welches Bild zu welcher Klasse gehört</translation>
    </message>
    <message>
        <source>the table has no rows</source>
        <translation>die Tabelle hat keine Zeilen</translation>
    </message>
    <message>
        <source>the training side is not installed here, and it measures the models</source>
        <translation>die Trainingskomponente ist hier nicht installiert, und sie misst die Modelle</translation>
    </message>
    <message>
        <source>the trial of the model took longer than {seconds:g} s and was stopped</source>
        <translation>die Prüfung des Modells dauerte länger als {seconds:g} s und wurde abgebrochen</translation>
    </message>
    <message>
        <source>the weights beside this model are larger than one ONNX file can hold (2 GB)</source>
        <translation>die Gewichte neben diesem Modell sind größer, als eine ONNX-Datei fassen kann (2 GB)</translation>
    </message>
    <message>
        <source>the {name} does not hold network inputs of this model</source>
        <translation>{name} enthält keine Netzeingaben dieses Modells</translation>
    </message>
    <message>
        <source>the {name} holds {count} network inputs; one is needed</source>
        <translation>{name} enthält {count} Netzeingaben; eine ist nötig</translation>
    </message>
    <message>
        <source>the {name} {name_2!r} cannot be read: {reason}</source>
        <translation>{name}: {name_2!r} kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>the {what} at {tensor} is NaN or infinite, so there is no explanation</source>
        <translation>{what} bei {tensor} ist NaN oder unendlich, daher gibt es keine Erklärung</translation>
    </message>
    <message>
        <source>there is an active model already</source>
        <translation>es gibt schon ein aktives Modell</translation>
    </message>
    <message>
        <source>there is an administrator password already</source>
        <translation>es gibt schon ein Administrator-Passwort</translation>
    </message>
    <message>
        <source>there is no colour map {name!r}</source>
        <translation>es gibt keine Farbskala {name!r}</translation>
    </message>
    <message>
        <source>there is no earlier active model to go back to</source>
        <translation>es gibt kein früheres aktives Modell, zu dem zurückgewechselt werden könnte</translation>
    </message>
    <message>
        <source>there is no map to file</source>
        <translation>es gibt keine Heatmap zum Ablegen</translation>
    </message>
    <message>
        <source>there is no map to file as a picture</source>
        <translation>es gibt keine Heatmap, die sich als Bild ablegen ließe</translation>
    </message>
    <message>
        <source>there is no map to outline</source>
        <translation>es gibt keine Heatmap zum Umreißen</translation>
    </message>
    <message>
        <source>there is no map yet: explain a finding first</source>
        <translation>es gibt noch keine Heatmap: Erklären Sie zuerst einen Befund</translation>
    </message>
    <message>
        <source>there is no noise (sigma is 0, or the image is flat): every sample is the image itself</source>
        <translation>es gibt kein Rauschen (Sigma ist 0, oder das Bild ist flach): Jede Stichprobe ist das Bild selbst</translation>
    </message>
    <message>
        <source>there is no overlay mode {mode!r}</source>
        <translation>es gibt keinen Überlagerungsmodus {mode!r}</translation>
    </message>
    <message>
        <source>there is no port {port}</source>
        <translation>es gibt keinen Port {port}</translation>
    </message>
    <message>
        <source>there is no report to file</source>
        <translation>es gibt keinen Bericht zum Ablegen</translation>
    </message>
    <message>
        <source>there is no status {status!r}</source>
        <translation>es gibt keinen Status {status!r}</translation>
    </message>
    <message>
        <source>there is no structured report to file</source>
        <translation>es gibt keinen strukturierten Bericht abzulegen</translation>
    </message>
    <message>
        <source>there is no style {style!r}</source>
        <translation>es gibt keine Darstellung {style!r}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>es gibt keine solche Datei und keinen solchen Ordner</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>this computer has no font to write a report with.</source>
        <translation>dieser Rechner hat keine Schrift für einen Bericht.</translation>
    </message>
    <message>
        <source>this is no certificate or key in PEM form</source>
        <translation>das ist kein Zertifikat oder Schlüssel im PEM-Format</translation>
    </message>
    <message>
        <source>this is no complete DICOM file</source>
        <translation>das ist keine vollständige DICOM-Datei</translation>
    </message>
    <message>
        <source>this method works on the network&apos;s input; the chosen layer was not used</source>
        <translation>diese Methode arbeitet auf der Netzeingabe; die gewählte Schicht wurde nicht verwendet</translation>
    </message>
    <message>
        <source>this model has no class {wanted!r}</source>
        <translation>dieses Modell hat keine Klasse {wanted!r}</translation>
    </message>
    <message>
        <source>this network has no spatial layer, so it has no class activation map</source>
        <translation>dieses Netz hat keine räumliche Schicht und damit keine Class Activation Map</translation>
    </message>
    <message>
        <source>this network has no spatial layer, so it has no feature maps</source>
        <translation>dieses Netz hat keine räumliche Schicht, also auch keine Feature-Maps</translation>
    </message>
    <message>
        <source>this network leaves the sizes of its feature maps free</source>
        <translation>dieses Netz lässt die Größen seiner Merkmalskarten offen</translation>
    </message>
    <message>
        <source>this site does not trust the key that signed {id}</source>
        <translation>diese Einrichtung vertraut dem Schlüssel nicht, der {id} signiert hat</translation>
    </message>
    <message>
        <source>this site wants signed models, and {id} is unsigned</source>
        <translation>diese Einrichtung verlangt signierte Modelle, und {id} ist unsigniert</translation>
    </message>
    <message>
        <source>thorax</source>
        <translation>Thorax</translation>
    </message>
    <message>
        <source>thresholds between 0 and 1</source>
        <translation>Schwellen zwischen 0 und 1</translation>
    </message>
    <message>
        <source>thresholds in 0..1</source>
        <translation>Schwellen in 0..1</translation>
    </message>
    <message>
        <source>to receive with TLS, a certificate of our own is needed</source>
        <translation>für den Empfang mit TLS wird ein eigenes Zertifikat benötigt</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>zu wenige für eine Aussage</translation>
    </message>
    <message>
        <source>too many wrong administrator passwords; the next one is taken in {seconds} s</source>
        <translation>zu viele falsche Administrator-Passwörter; das nächste wird in {seconds} s angenommen</translation>
    </message>
    <message>
        <source>total-order Sobol index of every cell of a mask (Jansen)</source>
        <translation>Sobol-Index totaler Ordnung jeder Zelle einer Maske (Jansen)</translation>
    </message>
    <message>
        <source>trapezoidal rule along the path</source>
        <translation>Trapezregel entlang des Pfads</translation>
    </message>
    <message>
        <source>tubes and lines</source>
        <translation>Tuben und Katheter</translation>
    </message>
    <message>
        <source>two forwards per superpixel and pair of orders, at most</source>
        <translation>höchstens zwei Vorwärtsläufe je Superpixel und Paar von Reihenfolgen</translation>
    </message>
    <message>
        <source>two of its inputs follow the image</source>
        <translation>zwei seiner Eingaben hängen vom Bild ab</translation>
    </message>
    <message>
        <source>under 18 years</source>
        <translation>unter 18 Jahre</translation>
    </message>
    <message>
        <source>under a second: {passes}</source>
        <translation>unter einer Sekunde: {passes}</translation>
    </message>
    <message>
        <source>unknown answer {unknown!r}</source>
        <translation>unbekannte Antwort {unknown!r}</translation>
    </message>
    <message>
        <source>unrelated maps</source>
        <translation>unverwandte Heatmaps</translation>
    </message>
    <message>
        <source>unsigned: shares of the score&apos;s variance, for or against the class alike</source>
        <translation>ohne Vorzeichen: Anteile an der Varianz des Scores, ob für oder gegen die Klasse</translation>
    </message>
    <message>
        <source>unstable (rank correlation {agreement:.2f} between halves of the samples): take more</source>
        <translation>instabil (Rangkorrelation {agreement:.2f} zwischen den Hälften der Stichproben): nehmen Sie mehr</translation>
    </message>
    <message>
        <source>up to {passes:,} passes</source>
        <translation>bis zu {passes:,} Durchläufe</translation>
    </message>
    <message>
        <source>value(half) = mean of its gain without and with the other half, in every context in turn</source>
        <translation>Wert(Hälfte) = Mittel ihres Gewinns ohne und mit der anderen Hälfte, nacheinander in jedem Zusammenhang</translation>
    </message>
    <message>
        <source>variance over noise of d(logit)/dx at x + noise</source>
        <translation>Varianz über Rauschen von d(Logit)/dx bei x + Rauschen</translation>
    </message>
    <message>
        <source>variance per channel (divided by the samples), then summed</source>
        <translation>Varianz je Kanal (geteilt durch die Zahl der Stichproben), dann summiert</translation>
    </message>
    <message>
        <source>variant of {paper}</source>
        <translation>Variante von {paper}</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>warned about</source>
        <translation>mit Warnung</translation>
    </message>
    <message>
        <source>what a cell of {name} sees cannot be told from the graph</source>
        <translation>was eine Zelle von {name} sieht, ist aus dem Graphen nicht erkennbar</translation>
    </message>
    <message>
        <source>what is shown instead of absent parts</source>
        <translation>was statt fehlender Teile gezeigt wird</translation>
    </message>
    <message>
        <source>what is shown instead of absent superpixels</source>
        <translation>was statt fehlender Superpixel gezeigt wird</translation>
    </message>
    <message>
        <source>what masks hide behind; the paper&apos;s is 0 in the network&apos;s own units</source>
        <translation>womit Masken verdecken; in der Veröffentlichung 0 in den Einheiten des Netzes</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>was zu tun ist</translation>
    </message>
    <message>
        <source>white</source>
        <translation>weiß</translation>
    </message>
    <message>
        <source>window {number}</source>
        <translation>Fenster {number}</translation>
    </message>
    <message>
        <source>without exp(y), which cancels after normalisation; alphas not normalised; alpha is 0 where its denominator vanishes</source>
        <translation>ohne exp(y), das sich nach der Normierung aufhebt; Alphas nicht normiert; Alpha ist 0, wo sein Nenner verschwindet</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>writing the gradients of all biases</source>
        <translation>Gradienten aller Biases werden geschrieben</translation>
    </message>
    <message>
        <source>x * d(logit)/dx, summed over channels, x in the network&apos;s units</source>
        <translation>x * d(Logit)/dx, über die Kanäle summiert, x in den Einheiten des Netzes</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>zero in the network&apos;s own units, whatever grey that is</source>
        <translation>null in den Einheiten des Netzes, welches Grau das auch sei</translation>
    </message>
    <message>
        <source>{MOST_ROWS} of {count} background files were used, evenly spaced by name</source>
        <translation>{MOST_ROWS} von {count} Hintergrunddateien wurden verwendet, nach Namen gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>{SELF_TEST} cannot be read: {error}</source>
        <translation>{SELF_TEST} kann nicht gelesen werden: {error}</translation>
    </message>
    <message>
        <source>{above} of {count} listed findings at or above the operating point.</source>
        <translation>{above} von {count} aufgeführten Befunden am oder über dem Arbeitspunkt.</translation>
    </message>
    <message>
        <source>{above} of {images} ({percent:.1f} %) at or above the operating point {point:.3f}</source>
        <translation>{above} von {images} ({percent:.1f} %) am oder über dem Arbeitspunkt {point:.3f}</translation>
    </message>
    <message>
        <source>{against} (-) against, {supports} (+) for the class; {kind}</source>
        <translation>{against} (-) gegen, {supports} (+) für die Klasse; {kind}</translation>
    </message>
    <message>
        <source>{age:g} years</source>
        <translation>{age:g} Jahre</translation>
    </message>
    <message>
        <source>{age} on</source>
        <translation>(mindestens {age})</translation>
    </message>
    <message>
        <source>{baseline} picture in display space, through the model&apos;s scaling</source>
        <translation>Bild „{baseline}“ im Anzeigeraum, durch die Skalierung des Modells</translation>
    </message>
    <message>
        <source>{baseline}, as displayed</source>
        <translation>{baseline}, wie angezeigt</translation>
    </message>
    <message>
        <source>{class_count} outputs for the {count} classes of the manifest</source>
        <translation>{class_count} Ausgaben für die {count} Klassen des Manifests</translation>
    </message>
    <message>
        <source>{count} images found</source>
        <translation>{count} Bilder gefunden</translation>
    </message>
    <message>
        <source>{count} maps are too many: choose fewer.</source>
        <translation>{count} Heatmaps sind zu viele: wählen Sie weniger.</translation>
    </message>
    <message>
        <source>{count} masks</source>
        <translation>{count} Masken</translation>
    </message>
    <message>
        <source>{count} model runs</source>
        <translation>{count} Modelldurchläufe</translation>
    </message>
    <message>
        <source>{count} more in errors.csv.</source>
        <translation>{count} weitere in errors.csv.</translation>
    </message>
    <message>
        <source>{count} of {count_2} feature maps</source>
        <translation>{count} von {count_2} Merkmalskarten</translation>
    </message>
    <message>
        <source>{count} of {frames} frames are there.</source>
        <translation>{count} von {frames} Einzelbildern sind vorhanden.</translation>
    </message>
    <message>
        <source>{count} of {total} background files could not be read: {named}</source>
        <translation>{count} von {total} Hintergrunddateien konnten nicht gelesen werden: {named}</translation>
    </message>
    <message>
        <source>{count} of {total} background rows are the explained image itself: they say nothing about it and weaken the map; choose a background without it</source>
        <translation>{count} von {total} Hintergrundzeilen sind das erklärte Bild selbst: Sie sagen nichts darüber und schwächen die Heatmap; wählen Sie einen Hintergrund ohne es</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} Reihenfolgen</translation>
    </message>
    <message>
        <source>{count} received studies were not opened for {days} days and nobody has read them; they are kept</source>
        <translation>{count} empfangene Untersuchungen wurden {days} Tage lang nicht geöffnet, und niemand hat sie befundet; sie werden behalten</translation>
    </message>
    <message>
        <source>{count} rows: {kind}</source>
        <translation>{count} Zeilen: {kind}</translation>
    </message>
    <message>
        <source>{count} weights of this model are kept in a separate file (&apos;{location}&apos;).</source>
        <translation>{count} Gewichte dieses Modells liegen in einer eigenen Datei („{location}“).</translation>
    </message>
    <message>
        <source>{count}, of which {count_2} have places and are drawn</source>
        <translation>{count}, davon haben {count_2} Orte und werden gezeichnet</translation>
    </message>
    <message>
        <source>{done} masks</source>
        <translation>{done} Masken</translation>
    </message>
    <message>
        <source>{done} of {count} images</source>
        <translation>{done} von {count} Bildern</translation>
    </message>
    <message>
        <source>{done} of {count} masks</source>
        <translation>{done} von {count} Masken</translation>
    </message>
    <message>
        <source>{done} of {count} places</source>
        <translation>{done} von {count} Orten</translation>
    </message>
    <message>
        <source>{done} of {count} windows</source>
        <translation>{done} von {count} Fenstern</translation>
    </message>
    <message>
        <source>{done} of {masks} masks</source>
        <translation>{done} von {masks} Masken</translation>
    </message>
    <message>
        <source>{error:.3g} per superpixel, half the difference between halves of the draws</source>
        <translation>{error:.3g} je Superpixel, halbe Differenz zwischen den Hälften der Ziehungen</translation>
    </message>
    <message>
        <source>{failed} failed while running and is off until restart: {first_line}</source>
        <translation>{failed} ist im Betrieb ausgefallen und bis zum Neustart abgeschaltet: {first_line}</translation>
    </message>
    <message>
        <source>{fill}, defined as a picture</source>
        <translation>{fill}, als Bild definiert</translation>
    </message>
    <message>
        <source>{finding} is known to the active model alone.</source>
        <translation>{finding} kennt nur das aktive Modell.</translation>
    </message>
    <message>
        <source>{finding} is known to the new model alone.</source>
        <translation>{finding} kennt nur das neue Modell.</translation>
    </message>
    <message>
        <source>{finding} is not judged: {positives} images with it and {negatives} without are too few.</source>
        <translation>{finding} wird nicht beurteilt: {positives} Bilder mit und {negatives} ohne sind zu wenig.</translation>
    </message>
    <message>
        <source>{finding}, {attribute} {group}: the area under the ROC curve is clearly smaller: {value:+.3f}</source>
        <translation>{finding}, {attribute} {group}: Die Fläche unter der ROC-Kurve ist deutlich kleiner: {value:+.3f}</translation>
    </message>
    <message>
        <source>{finding}: more images are decided rightly: {only_new_right} only by the new model, {only_old_right} only by the active one (McNemar p = {p:.2g}).</source>
        <translation>{finding}: Mehr Bilder werden richtig entschieden: {only_new_right} nur vom neuen Modell, {only_old_right} nur vom aktiven (McNemar-Test, p = {p:.2g}).</translation>
    </message>
    <message>
        <source>{finding}: one of the models has no operating point, so decisions are not compared.</source>
        <translation>{finding}: Eines der Modelle hat keinen Arbeitspunkt, daher werden Entscheidungen nicht verglichen.</translation>
    </message>
    <message>
        <source>{finding}: sensitivity at the operating point falls from {old:.3f} to {new:.3f}</source>
        <translation>{finding}: Die Sensitivität am Arbeitspunkt fällt von {old:.3f} auf {new:.3f}</translation>
    </message>
    <message>
        <source>{finding}: specificity at the operating point falls from {old:.3f} to {new:.3f}</source>
        <translation>{finding}: Die Spezifität am Arbeitspunkt fällt von {old:.3f} auf {new:.3f}</translation>
    </message>
    <message>
        <source>{finding}: the area under the ROC curve is clearly smaller: {value:+.3f}</source>
        <translation>{finding}: Die Fläche unter der ROC-Kurve ist deutlich kleiner: {value:+.3f}</translation>
    </message>
    <message>
        <source>{flag} {text}: numbers separated by commas are needed</source>
        <translation>{flag} {text}: durch Kommas getrennte Zahlen sind nötig</translation>
    </message>
    <message>
        <source>{frames} frames of {width} x {height} pixels need more than {MAX_DECODED_BYTES} MB.</source>
        <translation>{frames} Einzelbilder mit {width} x {height} Pixeln brauchen mehr als {MAX_DECODED_BYTES} MB.</translation>
    </message>
    <message>
        <source>{free} MB are free on this disk, a retraining needs {needed} MB to begin</source>
        <translation>{free} MB sind auf diesem Datenträger frei, ein Nachtraining braucht zum Beginn {needed} MB</translation>
    </message>
    <message>
        <source>{high:g}{unit} or less</source>
        <translation>höchstens {high:g}{unit}</translation>
    </message>
    <message>
        <source>{id} came with the program</source>
        <translation>{id} kam mit dem Programm</translation>
    </message>
    <message>
        <source>{id} came with the program and cannot be deleted</source>
        <translation>{id} kam mit dem Programm und kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>{id} could not be used: {reason}</source>
        <translation>{id} war nicht verwendbar: {reason}</translation>
    </message>
    <message>
        <source>{id} gives masks, no scores</source>
        <translation>{id} liefert Masken, keine Scores</translation>
    </message>
    <message>
        <source>{id} gives scores, no masks</source>
        <translation>{id} liefert Scores, keine Masken</translation>
    </message>
    <message>
        <source>{id} is the active model</source>
        <translation>{id} ist das aktive Modell</translation>
    </message>
    <message>
        <source>{id} was deleted</source>
        <translation>{id} wurde gelöscht</translation>
    </message>
    <message>
        <source>{images} images of {patients} patients were left out: one of the models was trained with them.</source>
        <translation>{images} Bilder von {patients} Patienten wurden ausgelassen: Eines der Modelle wurde mit ihnen trainiert.</translation>
    </message>
    <message>
        <source>{key!r} is no public key</source>
        <translation>{key!r} ist kein öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>{kind} ({sum})</source>
        <translation>{kind} ({sum})</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>{light}: {names}</source>
        <translation>{light}: {names}</translation>
    </message>
    <message>
        <source>{lost} channels whose activations cancel out have no weight</source>
        <translation>{lost} Kanäle, deren Aktivierungen sich aufheben, haben kein Gewicht</translation>
    </message>
    <message>
        <source>{low:.2f} to {high:.2f}: {count}</source>
        <translation>{low:.2f} bis {high:.2f}: {count}</translation>
    </message>
    <message>
        <source>{low:g} to {high:g} years</source>
        <translation>von {low:g} bis {high:g} Jahren</translation>
    </message>
    <message>
        <source>{low:g} to {high:g}{unit}</source>
        <translation>{low:g} bis {high:g}{unit}</translation>
    </message>
    <message>
        <source>{message}. {hint}</source>
        <translation>{message}. {hint}</translation>
    </message>
    <message>
        <source>{method}: a batch takes no options that name files</source>
        <translation>{method}: Ein Stapel nimmt keine Optionen an, die Dateien nennen</translation>
    </message>
    <message>
        <source>{months}: a difference that is measurable, but small.</source>
        <translation>{months}: eine messbare, aber geringe Abweichung.</translation>
    </message>
    <message>
        <source>{month}: the scores are higher than in the reference: the median by {points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.</source>
        <translation>{month}: Die Scores sind höher als in der Referenz: der Median um {points:.0f} Punkte, {count} Untersuchungen, p {p}, PSI {stability:.2f}.</translation>
    </message>
    <message>
        <source>{month}: the scores are lower than in the reference: the median by {points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.</source>
        <translation>{month}: Die Scores sind niedriger als in der Referenz: der Median um {points:.0f} Punkte, {count} Untersuchungen, p {p}, PSI {stability:.2f}.</translation>
    </message>
    <message>
        <source>{month}: the scores are much higher than in the reference: the median by {points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.</source>
        <translation>{month}: Die Scores sind viel höher als in der Referenz: der Median um {points:.0f} Punkte, {count} Untersuchungen, p {p}, PSI {stability:.2f}.</translation>
    </message>
    <message>
        <source>{month}: the scores are much lower than in the reference: the median by {points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.</source>
        <translation>{month}: Die Scores sind viel niedriger als in der Referenz: der Median um {points:.0f} Punkte, {count} Untersuchungen, p {p}, PSI {stability:.2f}.</translation>
    </message>
    <message>
        <source>{name}, version {version}: {count} images since {day}; the input checks refused {refused} of them ({percent:.0f} %).</source>
        <translation>{name}, Version {version}: {count} Bilder seit {day}; die Eingangsprüfung hat {refused} davon abgelehnt ({percent:.0f} %).</translation>
    </message>
    <message>
        <source>{node} answers: {words}</source>
        <translation>{node} antwortet: {words}</translation>
    </message>
    <message>
        <source>{node} cannot be reached</source>
        <translation>{node} ist nicht erreichbar</translation>
    </message>
    <message>
        <source>{node} did not answer in time</source>
        <translation>{node} hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>{node} does not accept our certificate, or asks for one</source>
        <translation>{node} nimmt unser Zertifikat nicht an oder verlangt eines</translation>
    </message>
    <message>
        <source>{node} does not speak TLS</source>
        <translation>{node} spricht kein TLS</translation>
    </message>
    <message>
        <source>{node} refuses the connection</source>
        <translation>{node} lehnt die Verbindung ab</translation>
    </message>
    <message>
        <source>{node} speaks TLS only</source>
        <translation>{node} spricht nur TLS</translation>
    </message>
    <message>
        <source>{number:.0f}</source>
        <translation>{number:.0f}</translation>
    </message>
    <message>
        <source>{number:.1f}</source>
        <translation>{number:.1f}</translation>
    </message>
    <message>
        <source>{number:.2f}</source>
        <translation>{number:.2f}</translation>
    </message>
    <message>
        <source>{percent:.0f} % ({low:.0f} to {high:.0f} %; {hits} of {trials})</source>
        <translation>{percent:.0f} % ({low:.0f} bis {high:.0f} %; {hits} von {trials})</translation>
    </message>
    <message>
        <source>{percent:.1f} %</source>
        <translation>{percent:.1f} %</translation>
    </message>
    <message>
        <source>{scored} of {done} files scored by {name} {version}</source>
        <translation>{scored} von {done} Dateien bewertet mit {name} {version}</translation>
    </message>
    <message>
        <source>{share} % of the map outside the lungs (an even map: {even} %).</source>
        <translation>{share} % der Heatmap außerhalb der Lungen (eine gleichmäßige: {even} %).</translation>
    </message>
    <message>
        <source>{text!r} is no DICOM node</source>
        <translation>{text!r} ist kein DICOM-Knoten</translation>
    </message>
    <message>
        <source>{text} (status {number})</source>
        <translation>{text} (Status {number})</translation>
    </message>
    <message>
        <source>{title!r} is no application entity title</source>
        <translation>{title!r} ist kein AE-Titel</translation>
    </message>
    <message>
        <source>{value:.3g}</source>
        <translation>{value:.3g}</translation>
    </message>
    <message>
        <source>{verdict} (D {distance:.2f}, p {p}, stability {stability:.2f})</source>
        <translation>{verdict} (D {distance:.2f}, p {p}, PSI {stability:.2f})</translation>
    </message>
    <message>
        <source>{wanted!r} may mean several models</source>
        <translation>{wanted!r} kann mehrere Modelle bedeuten</translation>
    </message>
    <message>
        <source>{width:.4g} x {height:.4g} mm; {meaning}</source>
        <translation>{width:.4g} x {height:.4g} mm; {meaning}</translation>
    </message>
    <message>
        <source>{width} x {height} pixels, channels: {channels}, fit {fit}, interpolation {how}, scaling {scaling}</source>
        <translation>{width} x {height} Pixel, Kanäle: {channels}, Anpassung {fit}, Interpolation {how}, Skalierung {scaling}</translation>
    </message>
    <message>
        <source>{width} x {height} pixels, {bits} bit</source>
        <translation>{width} x {height} Pixel, {bits} Bit</translation>
    </message>
    <message>
        <source>{words}. {caution}</source>
        <translation>{words}. {caution}</translation>
    </message>
    <message>
        <source>{words}; saved as {file}</source>
        <translation>{words}; gespeichert als {file}</translation>
    </message>
    <message>
        <source>{words}; {note}</source>
        <translation>{words}; {note}</translation>
    </message>
    <message>
        <source>{years:.0f} years</source>
        <translation>{years:.0f} Jahre</translation>
    </message>
    <message>
        <source>{years:g} years or more</source>
        <translation>{years:g} Jahre oder mehr</translation>
    </message>
    <message>
        <source>{low:g}{unit} or more</source>
        <translation>mindestens {low:g}{unit}</translation>
    </message>
    <message>
        <source>{meaning} than a shuffled map does.</source>
        <translation>{meaning} als bei einer durchmischten Heatmap.</translation>
    </message>
    <message>
        <source>{method} has no option {name!r}</source>
        <translation>{method} hat keine Option {name!r}</translation>
    </message>
    <message>
        <source>{method} has no superpixels to draw</source>
        <translation>{method} hat keine Superpixel zum Zeichnen</translation>
    </message>
    <message>
        <source>{method}: the option {name} is {value!r}</source>
        <translation>{method}: Die Option {name} ist {value!r}</translation>
    </message>
    <message>
        <source>{minutes:,} min</source>
        <translation>{minutes:,} min</translation>
    </message>
    <message>
        <source>{min} enumerated, {drawn} drawn in complements</source>
        <translation>{min} aufgezählt, {drawn} als Komplementpaare gezogen</translation>
    </message>
    <message>
        <source>{months:.0f} months</source>
        <translation>{months:.0f} Monate</translation>
    </message>
    <message>
        <source>{name!r} cannot be used: {message}</source>
        <translation>{name!r} ist nicht verwendbar: {message}</translation>
    </message>
    <message>
        <source>{names} class names for a model with {outputs} outputs</source>
        <translation>{names} Klassennamen für ein Modell mit {outputs} Ausgaben</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); it was left out.</source>
        <translation>{name} kann nicht gelesen werden ({why}) und wurde weggelassen.</translation>
    </message>
    <message>
        <source>{name} in the header is not one whole number.</source>
        <translation>{name} im Header ist keine einzelne ganze Zahl.</translation>
    </message>
    <message>
        <source>{name} is larger than allowed</source>
        <translation>{name} ist größer als erlaubt</translation>
    </message>
    <message>
        <source>{name} is no model for checking pictures</source>
        <translation>{name} ist kein Modell zur Bildprüfung</translation>
    </message>
    <message>
        <source>{name} is not the file that the manifest describes (its hash differs)</source>
        <translation>{name} ist nicht die Datei, die das Manifest beschreibt (ihr Hash ist anders)</translation>
    </message>
    <message>
        <source>{name} rather than {name_2}</source>
        <translation>{name} statt {name_2}</translation>
    </message>
    <message>
        <source>{name} {number}</source>
        <translation>{name} {number}</translation>
    </message>
    <message>
        <source>{name} {percent}</source>
        <translation>{name} {percent}</translation>
    </message>
    <message>
        <source>{name}, version {version} ({id})</source>
        <translation>{name}, Version {version} ({id})</translation>
    </message>
    <message>
        <source>{name}: the file holds no image.</source>
        <translation>{name}: Die Datei enthält kein Bild.</translation>
    </message>
    <message>
        <source>{name}: the pixels are floating point numbers, which no radiograph has.</source>
        <translation>{name}: Die Pixel sind Gleitkommazahlen, die keine Röntgenaufnahme hat.</translation>
    </message>
    <message>
        <source>{name}: {light}. {sentence}</source>
        <translation>{name}: {light}. {sentence}</translation>
    </message>
    <message>
        <source>{name}: {probability}; {standing} (operating point {point})</source>
        <translation>{name}: {probability}; {standing} (Arbeitspunkt {point})</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} von {count}</translation>
    </message>
    <message>
        <source>{one} and {other} have no class of the same name</source>
        <translation>{one} und {other} haben keine Klasse gleichen Namens</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{percent} %: {source}</source>
        <translation>{percent} %: {source}</translation>
    </message>
    <message>
        <source>{photometric} and the presentation shape {shape} contradict each other; small values are shown bright.</source>
        <translation>{photometric} und Presentation LUT Shape {shape} widersprechen einander; kleine Werte werden hell gezeigt.</translation>
    </message>
    <message>
        <source>{players} SLIC superpixels of the picture as shown</source>
        <translation>{players} SLIC-Superpixel des Bildes wie angezeigt</translation>
    </message>
    <message>
        <source>{quoted} is not computed from it.</source>
        <translation>{quoted} wird nicht daraus berechnet.</translation>
    </message>
    <message>
        <source>{runs} pictures</source>
        <translation>{runs} Bilder</translation>
    </message>
    <message>
        <source>{samples} samples per pixel do not fit {photometric}.</source>
        <translation>{samples} Samples pro Pixel passen nicht zu {photometric}.</translation>
    </message>
    <message>
        <source>{seconds:g} s</source>
        <translation>{seconds:g} s</translation>
    </message>
    <message>
        <source>{share:.0%} of the image are fully black or fully white.</source>
        <translation>{share:.0%} des Bildes sind ganz schwarz oder ganz weiß.</translation>
    </message>
    <message>
        <source>{side} x {side} px, {apart} px apart</source>
        <translation>{side} x {side} px, im Abstand von {apart} px</translation>
    </message>
    <message>
        <source>{standing}; unsure ({low} to {high} %)</source>
        <translation>{standing}; unsicher ({low} bis {high} %)</translation>
    </message>
    <message>
        <source>{starts}, one per baseline</source>
        <translation>{starts}, einer je Baseline</translation>
    </message>
    <message>
        <source>{steps} Gauss-Legendre nodes on each path</source>
        <translation>{steps} Gauß-Legendre-Stützstellen auf jedem Pfad</translation>
    </message>
    <message>
        <source>{steps} steps</source>
        <translation>{steps} Schritte</translation>
    </message>
    <message>
        <source>{steps} steps per path</source>
        <translation>{steps} Schritte je Pfad</translation>
    </message>
    <message>
        <source>{steps}, midpoint rule, sigma = {sigma:.3g} px x (1 - t)^2</source>
        <translation>{steps}, Mittelpunktsregel, Sigma = {sigma:.3g} px x (1 - t)^2</translation>
    </message>
    <message>
        <source>{stop} of {samples} pictures</source>
        <translation>{stop} von {samples} Bildern</translation>
    </message>
    <message>
        <source>{stop} of {total} coalitions</source>
        <translation>{stop} von {total} Koalitionen</translation>
    </message>
    <message>
        <source>{stored} stored bits up to bit {high} do not fit in {allocated} bits.</source>
        <translation>{stored} gespeicherte Bits bis Bit {high} passen nicht in {allocated} Bit.</translation>
    </message>
    <message>
        <source>{stream_bytes:,} bytes of run-length data are too few for {frame_bytes:,} of pixels.</source>
        <translation>{stream_bytes:,} Byte lauflängenkodierter Daten sind zu wenig für {frame_bytes:,} Byte Pixel.</translation>
    </message>
    <message>
        <source>{taken} taken, {allowed} allowed</source>
        <translation>{taken} genommen, {allowed} erlaubt</translation>
    </message>
    <message>
        <source>{unit} {value}</source>
        <translation>{unit} {value}</translation>
    </message>
    <message>
        <source>{wanted} was asked for but cannot be used here (no device, driver or library)</source>
        <translation>{wanted} wurde verlangt, ist hier aber nicht nutzbar (kein Gerät, Treiber oder keine Bibliothek)</translation>
    </message>
    <message>
        <source>{what} is not constant</source>
        <translation>{what} ist nicht konstant</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>This file cannot be opened</source>
        <translation>Diese Datei kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Close image</source>
        <translation>Bild schließen</translation>
    </message>
</context>
<context>
    <name>ExpertPage</name>
    <message>
        <source>All options of the training</source>
        <translation>Alle Optionen des Trainings</translation>
    </message>
    <message>
        <source>For experts. What differs from the chosen preset is marked. The explanations are the trainer&apos;s own and in English.</source>
        <translation>Für Fachleute. Was von der gewählten Voreinstellung abweicht, ist markiert. Die Erklärungen stammen vom Trainer selbst und sind englisch.</translation>
    </message>
    <message>
        <source>Search in names and explanations</source>
        <translation>In Namen und Erklärungen suchen</translation>
    </message>
    <message>
        <source>Search options</source>
        <translation>Optionen suchen</translation>
    </message>
    <message>
        <source>Only changed ones</source>
        <translation>Nur geänderte</translation>
    </message>
    <message>
        <source>All as in the preset</source>
        <translation>Alles wie voreingestellt</translation>
    </message>
    <message>
        <source>Asking the trainer ...</source>
        <translation>Trainer wird gefragt ...</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No option fits.</source>
        <translation>Keine passende Option.</translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explain without being asked</source>
        <translation>Automatisch erklären</translation>
    </message>
    <message>
        <source>Scores at or above their operating point are explained at once, if that is quick</source>
        <translation>Scores am oder über dem Arbeitspunkt werden sofort erklärt, wenn das schnell geht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>Konturen</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Superpixels: + green, - red</source>
        <translation>Superpixel: + grün, - rot</translation>
    </message>
    <message>
        <source>Every value in its colour</source>
        <translation>Jeder Wert in seiner Farbe</translation>
    </message>
    <message>
        <source>Lines of equal value</source>
        <translation>Linien gleichen Werts</translation>
    </message>
    <message>
        <source>A box around each region that reaches the threshold</source>
        <translation>Ein Rahmen um jede Region, die die Schwelle erreicht</translation>
    </message>
    <message>
        <source>Green superpixels (+) speak for the class, red ones (-) against it; their borders are drawn. For maps made of superpixels. Key: Shift+S</source>
        <translation>Grüne Superpixel (+) sprechen für die Klasse, rote (-) dagegen; ihre Grenzen werden gezeichnet. Für Heatmaps aus Superpixeln. Taste: Umschalt+S</translation>
    </message>
    <message>
        <source>Blue - red paints evidence against the class (blue, -) and for it (red, +)</source>
        <translation>Blau – Rot zeigt Evidenz gegen die Klasse (blau, -) und dafür (rot, +)</translation>
    </message>
    <message>
        <source>Show the heatmap (G; hold Q to hide)</source>
        <translation>Heatmap zeigen (G; Q halten: aus)</translation>
    </message>
    <message>
        <source>All explained findings together</source>
        <translation>Alle erklärten Befunde zusammen</translation>
    </message>
    <message>
        <source>Findings explained in the same way, each as lines in a colour of its own</source>
        <translation>Auf gleiche Art erklärte Befunde, jeder als Linien in eigener Farbe</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>No heatmap yet: press Explain or F5.</source>
        <translation>Noch keine Heatmap: Erklären oder F5 drücken.</translation>
    </message>
    <message>
        <source>Heatmaps are hidden until you have looked.</source>
        <translation>Heatmaps sind verborgen, bis Sie das Bild gesichtet haben.</translation>
    </message>
    <message>
        <source>Without a score there is nothing to explain.</source>
        <translation>Ohne Score gibt es nichts zu erklären.</translation>
    </message>
    <message>
        <source>After scoring, a heatmap can show where the model was sensitive.</source>
        <translation>Nach der Bewertung kann eine Heatmap zeigen, wo das Modell empfindlich reagierte.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
</context>
<context>
    <name>ExportedView</name>
    <message>
        <source>Refused by the input checks, scored all the same: {reason}</source>
        <translation>Von der Eingangsprüfung abgelehnt, trotzdem bewertet: {reason}</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Patient, study and device appear here.</source>
        <translation>Hier erscheinen Patient, Untersuchung und Gerät.</translation>
    </message>
    <message>
        <source>not in file</source>
        <translation>nicht in der Datei</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>verdeckt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>something unexpected happened ({kind})</source>
        <translation>Etwas Unerwartetes ist passiert ({kind})</translation>
    </message>
    <message>
        <source>This is a fault of WhyRay. Copy the details and send them to its makers.</source>
        <translation>Das ist ein Fehler von WhyRay. Kopieren Sie die Einzelheiten und senden Sie sie den Entwicklern.</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Figures of both models</source>
        <translation>Kennzahlen beider Modelle</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Save list...</source>
        <translation>Liste speichern...</translation>
    </message>
    <message>
        <source>All rows as a table (CSV)</source>
        <translation>Alle Zeilen als Tabelle (CSV)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hidden while patients are masked</source>
        <translation>Verborgen, solange Patienten verdeckt sind</translation>
    </message>
</context>
<context>
    <name>FilePrompts</name>
    <message>
        <source>Radiographs (*.dcm *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.zip DICOMDIR)</source>
        <translation>Röntgenaufnahmen (*.dcm *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.zip DICOMDIR)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open radiographs</source>
        <translation>Röntgenaufnahmen öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>JPEG picture (*.jpg *.jpeg)</source>
        <translation>JPEG-Bild (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>Result (*.json)</source>
        <translation>Ergebnis (*.json)</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Heatmap speichern</translation>
    </message>
    <message>
        <source>NumPy array (*.npy)</source>
        <translation>NumPy-Array (*.npy)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Tabelle wählen</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>Export marks</source>
        <translation>Markierungen exportieren</translation>
    </message>
    <message>
        <source>Marks (*.json)</source>
        <translation>Markierungen (*.json)</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>True length of what was drawn, in millimetres:</source>
        <translation>Wahre Länge des Gezeichneten in Millimetern:</translation>
    </message>
    <message>
        <source>Images (*.dcm *.dicom *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.npy)</source>
        <translation>Bilder (*.dcm *.dicom *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.npy)</translation>
    </message>
    <message>
        <source>Own image</source>
        <translation>Eigenes Bild</translation>
    </message>
    <message>
        <source>Network inputs</source>
        <translation>Netzeingaben</translation>
    </message>
    <message>
        <source>Arrays (*.npy)</source>
        <translation>Arrays (*.npy)</translation>
    </message>
    <message>
        <source>Masks (*.png *.tif *.tiff *.bmp *.nii *.nii.gz *.dcm)</source>
        <translation>Masken (*.png *.tif *.tiff *.bmp *.nii *.nii.gz *.dcm)</translation>
    </message>
    <message>
        <source>Open masks</source>
        <translation>Masken öffnen</translation>
    </message>
    <message>
        <source>Folder for the masks</source>
        <translation>Ordner für die Masken</translation>
    </message>
    <message>
        <source>Import model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>Models (*.whyray *.onnx)</source>
        <translation>Modelle (*.whyray *.onnx)</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n study(s)?</source>
        <translation>
            <numerusform>%n Untersuchung vergessen?</numerusform>
            <numerusform>%n Untersuchungen vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Its place in the worklist, scores, marks, decisions and comments are removed for good, and its images are closed. Files that came from the network are deleted; all other image files stay where they are. The audit keeps that an image with this key was forgotten.</source>
        <translation>Ihr Platz in der Arbeitsliste, Scores, Markierungen, Entscheidungen und Kommentare werden endgültig entfernt, und ihre Bilder werden geschlossen. Dateien aus dem Netzwerk werden gelöscht; alle anderen Bilddateien bleiben, wo sie sind. Das Prüfprotokoll vermerkt, dass ein Bild mit diesem Schlüssel vergessen wurde.</translation>
    </message>
    <message>
        <source>Received images</source>
        <translation>Empfangene Bilder</translation>
    </message>
    <message>
        <source>Delete the received images that were read?</source>
        <translation>Befundete empfangene Bilder löschen?</translation>
    </message>
    <message>
        <source>Their files are deleted and their images are closed; the worklist keeps what is known of them. What nobody has marked as read or reported stays. Make sure that the images are in the archive.</source>
        <translation>Ihre Dateien werden gelöscht und ihre Bilder geschlossen; die Arbeitsliste behält, was über sie bekannt ist. Was niemand als befundet markiert oder berichtet hat, bleibt. Vergewissern Sie sich, dass die Bilder im Archiv sind.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import model folder</source>
        <translation>Modellordner importieren</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search name, ID, study, date, file ...</source>
        <translation>Name, ID, Untersuchung, Datum, Datei suchen ...</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>Arbeitsliste durchsuchen</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Niedrigster Score</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Höchster Score</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>any finding</source>
        <translation>alle Befunde</translation>
    </message>
    <message>
        <source>any reader</source>
        <translation>alle Befunder</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>any status</source>
        <translation>jeder Status</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Datum</translation>
    </message>
</context>
<context>
    <name>FiltersPage</name>
    <message>
        <source>A filter is dead over a set of images if none of them ever lifts its channel above zero behind the rectifier. On these images it could be pruned without any change.</source>
        <translation>Ein Filter ist über eine Menge von Bildern tot, wenn keines davon seinen Kanal hinter dem Gleichrichter je über null hebt. Für diese Bilder ließe er sich ohne jede Änderung entfernen.</translation>
    </message>
    <message>
        <source>Layers behind a rectifier</source>
        <translation>Schichten hinter einem Gleichrichter</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>Over the open images</source>
        <translation>Über geöffnete Bilder</translation>
    </message>
    <message>
        <source>Over a folder...</source>
        <translation>Über einen Ordner...</translation>
    </message>
    <message>
        <source>Only layers that could be pruned</source>
        <translation>Nur Schichten mit toten Filtern</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>All layers with their dead channels as CSV</source>
        <translation>Alle Schichten mit ihren toten Kanälen als CSV</translation>
    </message>
    <message>
        <source>Progress of the images</source>
        <translation>Fortschritt der Bilder</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>What was found so far stays</source>
        <translation>Bisher Gefundenes bleibt</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Als {path} gespeichert.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>Nothing was found: no image, or no rectifier.</source>
        <translation>Nichts gefunden: kein Bild oder kein Gleichrichter.</translation>
    </message>
    <message numerus="yes">
        <source>{model}, %n image(s): </source>
        <translation>
            <numerusform>{model}, %n Bild: </numerusform>
            <numerusform>{model}, %n Bilder: </numerusform>
        </translation>
    </message>
    <message>
        <source>every channel behind a rectifier fired.</source>
        <translation>Jeder Kanal hinter einem Gleichrichter sprach an.</translation>
    </message>
    <message>
        <source>{dead} of {channels} channels never fired. {count} of {layers} layers could be pruned: {names}</source>
        <translation>{dead} von {channels} Kanälen sprachen nie an. {count} von {layers} Schichten ließen sich ausdünnen: {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read:</source>
        <translation>
            <numerusform>%n Datei konnte nicht gelesen werden:</numerusform>
            <numerusform>%n Dateien konnten nicht gelesen werden:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Atelectasis</source>
        <translation>Atelektase</translation>
    </message>
    <message>
        <source>Cardiomegaly</source>
        <translation>Kardiomegalie</translation>
    </message>
    <message>
        <source>Effusion</source>
        <translation>Erguss</translation>
    </message>
    <message>
        <source>Infiltration</source>
        <translation>Infiltration</translation>
    </message>
    <message>
        <source>Infiltrate</source>
        <translation>Infiltrat</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>Raumforderung</translation>
    </message>
    <message>
        <source>Nodule</source>
        <translation>Rundherd</translation>
    </message>
    <message>
        <source>Pneumonia</source>
        <translation>Pneumonie</translation>
    </message>
    <message>
        <source>Pneumothorax</source>
        <translation>Pneumothorax</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Konsolidierung</translation>
    </message>
    <message>
        <source>Edema</source>
        <translation>Ödem</translation>
    </message>
    <message>
        <source>Oedema</source>
        <translation>Ödem</translation>
    </message>
    <message>
        <source>Emphysema</source>
        <translation>Emphysem</translation>
    </message>
    <message>
        <source>Fibrosis</source>
        <translation>Fibrose</translation>
    </message>
    <message>
        <source>Pleural thickening</source>
        <translation>Pleuraverdickung</translation>
    </message>
    <message>
        <source>Hernia</source>
        <translation>Hernie</translation>
    </message>
    <message>
        <source>Enlarged cardiomediastinum</source>
        <translation>Verbreitertes Kardiomediastinum</translation>
    </message>
    <message>
        <source>Lung opacity</source>
        <translation>Lungenverschattung</translation>
    </message>
    <message>
        <source>Lung lesion</source>
        <translation>Lungenläsion</translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation>Pleuraerguss</translation>
    </message>
    <message>
        <source>Pleural other</source>
        <translation>Pleura, Sonstiges</translation>
    </message>
    <message>
        <source>Fracture</source>
        <translation>Fraktur</translation>
    </message>
    <message>
        <source>Rib fracture</source>
        <translation>Rippenfraktur</translation>
    </message>
    <message>
        <source>Support devices</source>
        <translation>Fremdmaterial</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Kein Befund</translation>
    </message>
    <message>
        <source>No opacity</source>
        <translation>Keine Verschattung</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normalbefund</translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Verschattung</translation>
    </message>
    <message>
        <source>Ground-glass opacity</source>
        <translation>Milchglastrübung</translation>
    </message>
    <message>
        <source>Granuloma</source>
        <translation>Granulom</translation>
    </message>
    <message>
        <source>Tuberculosis</source>
        <translation>Tuberkulose</translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>COVID</source>
        <translation>COVID</translation>
    </message>
    <message>
        <source>Bacterial pneumonia</source>
        <translation>Bakterielle Pneumonie</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Virale Pneumonie</translation>
    </message>
    <message>
        <source>Paediatric pneumonia</source>
        <translation>Pneumonie im Kindesalter</translation>
    </message>
    <message>
        <source>Aortic enlargement</source>
        <translation>Aortenerweiterung</translation>
    </message>
    <message>
        <source>Calcification</source>
        <translation>Verkalkung</translation>
    </message>
    <message>
        <source>Interstitial lung disease</source>
        <translation>Interstitielle Lungenerkrankung</translation>
    </message>
    <message>
        <source>Pulmonary fibrosis</source>
        <translation>Lungenfibrose</translation>
    </message>
    <message>
        <source>Lung tumour</source>
        <translation>Lungentumor</translation>
    </message>
    <message>
        <source>Scoliosis</source>
        <translation>Skoliose</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Open a radiograph to see its scores here.</source>
        <translation>Öffnen Sie eine Röntgenaufnahme, um hier ihre Scores zu sehen.</translation>
    </message>
    <message>
        <source>This file could not be opened, so there is no score.</source>
        <translation>Diese Datei konnte nicht geöffnet werden, daher gibt es keinen Score.</translation>
    </message>
    <message>
        <source>Frames are playing; the one that stays will be scored.</source>
        <translation>Einzelbilder laufen; das stehen bleibende wird bewertet.</translation>
    </message>
    <message>
        <source>No model is installed. Import one from the Model menu.</source>
        <translation>Kein Modell installiert. Importieren Sie eines im Menü Modell.</translation>
    </message>
    <message>
        <source>Loading the model ...</source>
        <translation>Modell wird geladen ...</translation>
    </message>
    <message>
        <source>Scoring ...</source>
        <translation>Bewertung läuft ...</translation>
    </message>
    <message>
        <source>Waiting for the image ...</source>
        <translation>Warten auf das Bild ...</translation>
    </message>
    <message>
        <source>Look at the image first</source>
        <translation>Sehen Sie zuerst das Bild an</translation>
    </message>
    <message>
        <source>Scores and heatmaps are hidden until you have read the image yourself.</source>
        <translation>Scores und Heatmaps sind verborgen, bis Sie das Bild selbst befundet haben.</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>Bild gesichtet</translation>
    </message>
    <message>
        <source>Shows what the model says and notes the time</source>
        <translation>Zeigt, was das Modell sagt, und hält die Zeit fest</translation>
    </message>
    <message>
        <source>Scored on request although refused. Do not rely on it.</source>
        <translation>Auf Wunsch bewertet, obwohl abgelehnt. Verlassen Sie sich nicht darauf.</translation>
    </message>
    <message>
        <source>Reason given: {reason}</source>
        <translation>Angegebener Grund: {reason}</translation>
    </message>
    <message>
        <source>The rest to 100 % is the model&apos;s &quot;{name}&quot;.</source>
        <translation>Der Rest zu 100 % entfällt im Modell auf „{name}“.</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Score anyway...</source>
        <translation>Trotzdem bewerten...</translation>
    </message>
    <message>
        <source>Asks for a reason, then shows the score marked on every output</source>
        <translation>Fragt nach einem Grund und zeigt dann den Score, auf jeder Ausgabe gekennzeichnet</translation>
    </message>
    <message>
        <source>{name}, version {version}. Scored in {time}.</source>
        <translation>{name}, Version {version}. Bewertet in {time}.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>What the model is for and not for, and how it was measured</source>
        <translation>Wofür das Modell ist und wofür nicht, und wie es gemessen wurde</translation>
    </message>
    <message>
        <source>There is no score</source>
        <translation>Kein Score</translation>
    </message>
</context>
<context>
    <name>GreysPanel</name>
    <message>
        <source>Greys</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Windows by purpose, and what the file itself offers</source>
        <translation>Fenster nach Zweck und was die Datei selbst anbietet</translation>
    </message>
    <message>
        <source>Level: the value in the middle of the window</source>
        <translation>Lage: der Wert in der Mitte des Fensters</translation>
    </message>
    <message>
        <source>Width: how many values lie between black and white</source>
        <translation>Weite: wie viele Werte zwischen Schwarz und Weiß liegen</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Equalise contrast</source>
        <translation>Kontrast ausgleichen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Lage</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Weite</translation>
    </message>
    <message>
        <source>Colour images are shown as they are; they have no window.</source>
        <translation>Farbbilder werden gezeigt, wie sie sind; sie haben keine Fensterung.</translation>
    </message>
    <message>
        <source>Equalised for the eye: equal greys no longer mean equal values.</source>
        <translation>Fürs Auge ausgeglichen: Gleiches Grau bedeutet nicht mehr gleichen Wert.</translation>
    </message>
    <message>
        <source>File: LUT {name}</source>
        <translation>Datei: LUT {name}</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Datei: {name}</translation>
    </message>
    <message>
        <source>Without the file&apos;s LUT</source>
        <translation>Ohne die LUT der Datei</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Manuell</translation>
    </message>
    <message>
        <source>Equalised</source>
        <translation>Ausgeglichen</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation>Tasten und Gesten</translation>
    </message>
    <message>
        <source>Mouse and holding</source>
        <translation>Maus und gehaltene Tasten</translation>
    </message>
</context>
<context>
    <name>HistogramBar</name>
    <message>
        <source>Histogram and window</source>
        <translation>Histogramm und Fensterung</translation>
    </message>
    <message>
        <source>Drag the handles, or the part between them. Arrow keys: left and right move the window, up and down change its width</source>
        <translation>Ziehen Sie die Griffe oder den Teil dazwischen. Pfeiltasten: links und rechts verschieben das Fenster, auf und ab ändern seine Weite</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>Von {low} bis {high}</translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>Sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>A synthetic radiograph, no patient</source>
        <translation>Eine synthetische Röntgenaufnahme, kein Patient</translation>
    </message>
    <message>
        <source>Patient {letter}</source>
        <translation>Patient {letter}</translation>
    </message>
    <message>
        <source>Panes with this letter and colour show one patient</source>
        <translation>Bildfelder mit diesem Buchstaben und dieser Farbe zeigen einen Patienten</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Voraufnahme</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>The model of this pane</source>
        <translation>Das Modell dieses Bildfelds</translation>
    </message>
    <message>
        <source>{name} (identity not in file)</source>
        <translation>{name} (Identität nicht in der Datei)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n Tag zuvor</numerusform>
            <numerusform>%n Tage zuvor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) before</source>
        <translation>
            <numerusform>%n Monat zuvor</numerusform>
            <numerusform>%n Monate zuvor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) before</source>
        <translation>
            <numerusform>%n Jahr zuvor</numerusform>
            <numerusform>%n Jahre zuvor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Contrast equalised, for the eye only</source>
        <translation>Kontrast ausgeglichen, nur fürs Auge</translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message>
        <source>Which images shall it learn from?</source>
        <translation>Aus welchen Bildern soll es lernen?</translation>
    </message>
    <message>
        <source>Choose folders in which every class has a folder of its own (for example NORMAL and PNEUMONIA), or a table (CSV) that says which image has which class. Several are taken together. Nothing is copied or changed, and nothing leaves this computer. Folders can also be dropped here.</source>
        <translation>Wählen Sie Ordner, in denen jede Klasse einen eigenen Ordner hat (etwa NORMAL und PNEUMONIA), oder eine Tabelle (CSV), die sagt, welches Bild zu welcher Klasse gehört. Mehrere werden zusammengenommen. Nichts wird kopiert oder verändert, und nichts verlässt diesen Computer. Ordner können auch hier abgelegt werden.</translation>
    </message>
    <message>
        <source>Add folder...</source>
        <translation>Ordner hinzufügen...</translation>
    </message>
    <message>
        <source>A folder that holds one folder for every class</source>
        <translation>Ein Ordner, der für jede Klasse einen Ordner enthält</translation>
    </message>
    <message>
        <source>Add table (CSV)...</source>
        <translation>Tabelle (CSV) hinzufügen...</translation>
    </message>
    <message>
        <source>A table with the columns path and label; patient_id and split are used where they are there</source>
        <translation>Eine Tabelle mit den Spalten path und label; patient_id und split werden verwendet, wo sie vorhanden sind</translation>
    </message>
    <message>
        <source>Table of labelled images</source>
        <translation>Tabelle beschrifteter Bilder</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>No folder and no table chosen yet.</source>
        <translation>Noch kein Ordner und keine Tabelle gewählt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Leaves these images out; nothing is deleted</source>
        <translation>Lässt diese Bilder aus; nichts wird gelöscht</translation>
    </message>
    <message>
        <source>Looking ...</source>
        <translation>Wird durchgesehen ...</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n Klasse</numerusform>
            <numerusform>%n Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>divided into training and test already</source>
        <translation>schon in Training und Test aufgeteilt</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>{label} is what the active model calls {finding}</source>
        <translation>{label} ist, was das aktive Modell {finding} nennt</translation>
    </message>
    <message>
        <source>Only models with the same finding can be compared with each other</source>
        <translation>Nur Modelle mit demselben Befund können miteinander verglichen werden</translation>
    </message>
    <message>
        <source>There is one class only. A model needs images with and without the finding.</source>
        <translation>Es gibt nur eine Klasse. Ein Modell braucht Bilder mit dem Befund und ohne ihn.</translation>
    </message>
    <message>
        <source>Which of the two is the finding that the model shall find?</source>
        <translation>Welche der beiden ist der Befund, den das Modell finden soll?</translation>
    </message>
    <message>
        <source>More than two classes: the model tells them apart, one of them for every image. Where several findings are named for one image, each is found on its own.</source>
        <translation>Mehr als zwei Klassen: Das Modell unterscheidet sie, für jedes Bild genau eine. Wo für ein Bild mehrere Befunde genannt sind, wird jeder für sich gefunden.</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>is the finding: the model gives its probability</source>
        <translation>ist der Befund: Das Modell gibt seine Wahrscheinlichkeit an</translation>
    </message>
    <message>
        <source>is everything else: the finding is absent</source>
        <translation>ist alles andere: Der Befund fehlt</translation>
    </message>
</context>
<context>
    <name>InboxRow</name>
    <message>
        <source>Received images: counting ...</source>
        <translation>Empfangene Bilder: werden gezählt ...</translation>
    </message>
    <message>
        <source>Delete images already read...</source>
        <translation>Bereits befundete Bilder löschen...</translation>
    </message>
    <message>
        <source>No received images are kept.</source>
        <translation>Keine empfangenen Bilder vorhanden.</translation>
    </message>
    <message numerus="yes">
        <source>Received images: %n file(s), {size} MB; {read} of them read.</source>
        <translation>
            <numerusform>Empfangene Bilder: %n Datei, {size} MB; davon befundet: {read}.</numerusform>
            <numerusform>Empfangene Bilder: %n Dateien, {size} MB; davon befundet: {read}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InquiryPickers</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Rather than</source>
        <translation>Statt</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Highest finding</source>
        <translation>Höchster Befund</translation>
    </message>
    <message>
        <source>(no comparison)</source>
        <translation>(kein Vergleich)</translation>
    </message>
    <message>
        <source>Default: {layer}</source>
        <translation>Vorgabe: {layer}</translation>
    </message>
    <message>
        <source>A control, for comparison: it does not look at the model.</source>
        <translation>Eine Kontrolle zum Vergleich: Sie betrachtet das Modell nicht.</translation>
    </message>
    <message>
        <source>The same map for every class.</source>
        <translation>Dieselbe Heatmap für jede Klasse.</translation>
    </message>
    <message>
        <source>The network&apos;s input</source>
        <translation>Die Eingabe des Netzes</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Looking for images in {name} ...</source>
        <translation>Bilder in {name} werden gesucht ...</translation>
    </message>
    <message>
        <source>{found} new images among {count} files.</source>
        <translation>{found} neue Bilder unter {count} Dateien.</translation>
    </message>
</context>
<context>
    <name>KernelCard</name>
    <message>
        <source>mean {mean}, SD {deviation}, least {least}, greatest {greatest}</source>
        <translation>Mittel {mean}, SD {deviation}, kleinster {least}, größter {greatest}</translation>
    </message>
    <message>
        <source>{share} % of the layer&apos;s weights are near zero: at most {threshold} of the greatest magnitude, {greatest}.</source>
        <translation>{share} % der Gewichte der Schicht sind nahe null: höchstens das {threshold}-Fache des größten Betrags, {greatest}.</translation>
    </message>
    <message>
        <source>{count} weights, {biases} biases</source>
        <translation>{count} Gewichte, {biases} Biases</translation>
    </message>
    <message>
        <source>{layer}, filter {number}</source>
        <translation>{layer}, Filter {number}</translation>
    </message>
    <message>
        <source>{layer}, input {source} to output {output}</source>
        <translation>{layer}, Eingang {source} zu Ausgang {output}</translation>
    </message>
</context>
<context>
    <name>LayerWindow</name>
    <message>
        <source>by number</source>
        <translation>nach Nummer</translation>
    </message>
    <message>
        <source>by mean</source>
        <translation>nach Mittelwert</translation>
    </message>
    <message>
        <source>by deviation</source>
        <translation>nach Streuung</translation>
    </message>
    <message>
        <source>by greatest value</source>
        <translation>nach größtem Wert</translation>
    </message>
    <message>
        <source>by gradient x activation</source>
        <translation>nach Gradient x Aktivierung</translation>
    </message>
    <message>
        <source>What every layer saw</source>
        <translation>Was jede Schicht sah</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Merkmalskarten</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Dead filters</source>
        <translation>Tote Filter</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Findings together, each on its own scale; not a probability</source>
        <translation>Befunde zusammen, jeder auf eigener Skala; keine Wahrscheinlichkeit</translation>
    </message>
</context>
<context>
    <name>LibraryCard</name>
    <message>
        <source>Cases of the library that readers confirmed or corrected</source>
        <translation>Fälle der Bibliothek, die Befunder bestätigt oder korrigiert haben</translation>
    </message>
    <message>
        <source>The images stay where they are; patients stand in the table as pseudonyms</source>
        <translation>Die Bilder bleiben, wo sie sind; Patienten stehen als Pseudonyme in der Tabelle</translation>
    </message>
    <message>
        <source>A case counts where a reader accepted or rejected what the model said of it (Model &gt; Accept finding, Reject finding) and no other reader disagreed. What nobody answered does not count.</source>
        <translation>Ein Fall zählt, wo ein Befunder bestätigt oder verworfen hat, was das Modell dazu sagt (Modell &gt; Befund bestätigen, Befund verwerfen), und kein anderer widersprach. Was niemand beantwortet hat, zählt nicht.</translation>
    </message>
    <message>
        <source>Asking the library ...</source>
        <translation>Bibliothek wird gefragt ...</translation>
    </message>
    <message>
        <source>The library knows no such case of this model&apos;s findings yet.</source>
        <translation>Die Bibliothek kennt noch keinen solchen Fall mit den Befunden dieses Modells.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>{finding}: {present} with, {absent} without</source>
        <translation>{finding}: {present} mit, {absent} ohne</translation>
    </message>
    <message>
        <source>Left out: {reasons}</source>
        <translation>Ausgelassen: {reasons}</translation>
    </message>
</context>
<context>
    <name>LibraryKeeping</name>
    <message numerus="yes">
        <source>%n received file(s) deleted ({size} MB), {left} kept.</source>
        <translation>
            <numerusform>%n empfangene Datei gelöscht ({size} MB), {left} behalten.</numerusform>
            <numerusform>%n empfangene Dateien gelöscht ({size} MB), {left} behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgotten. Databases that were set aside may still name it: {names}</source>
        <translation>Vergessen. Beiseitegelegte Datenbanken können noch Angaben dazu enthalten: {names}</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Vergessen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Marks written to {name}.</source>
        <translation>Markierungen in {name} geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) written to {name}.</source>
        <translation>
            <numerusform>%n Maske in {name} geschrieben.</numerusform>
            <numerusform>%n Masken in {name} geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Shown in place of the image:</source>
        <translation>Gezeigt an Stelle des Bildes:</translation>
    </message>
    <message>
        <source>Please note: {flags}.</source>
        <translation>Bitte beachten: {flags}.</translation>
    </message>
    <message>
        <source>{width} x {height} cells, enlarged to the image.</source>
        <translation>{width} x {height} Zellen, auf das Bild vergrößert.</translation>
    </message>
    <message>
        <source>Explained {score}: {value}.</source>
        <translation>Erklärt ({score}): {value}.</translation>
    </message>
    <message>
        <source>{passes} model runs in {time}.</source>
        <translation>{passes} Modelldurchläufe in {time}.</translation>
    </message>
    <message>
        <source>Preliminary.</source>
        <translation>Vorläufig.</translation>
    </message>
</context>
<context>
    <name>MapPair</name>
    <message>
        <source>Making the map ...</source>
        <translation>Heatmap wird berechnet ...</translation>
    </message>
    <message>
        <source>active model</source>
        <translation>aktives Modell</translation>
    </message>
    <message>
        <source>new model</source>
        <translation>neues Modell</translation>
    </message>
    <message>
        <source>decides rightly</source>
        <translation>entscheidet richtig</translation>
    </message>
    <message>
        <source>decides wrongly</source>
        <translation>entscheidet falsch</translation>
    </message>
    <message>
        <source>{share} % outside the lungs (an even map {even} %)</source>
        <translation>{share} % außerhalb der Lungen (eine gleichmäßige: {even} %)</translation>
    </message>
</context>
<context>
    <name>MapsPage</name>
    <message>
        <source>Layers, early to late</source>
        <translation>Schichten, früh bis spät</translation>
    </message>
    <message>
        <source>What the grid shows</source>
        <translation>Was das Raster zeigt</translation>
    </message>
    <message>
        <source>All channels of the layer</source>
        <translation>Alle Kanäle der Schicht</translation>
    </message>
    <message>
        <source>One channel in all layers</source>
        <translation>Ein Kanal in allen Schichten</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Order of the channels</source>
        <translation>Reihenfolge der Kanäle</translation>
    </message>
    <message>
        <source>One scale for all</source>
        <translation>Eine Skala für alle</translation>
    </message>
    <message>
        <source>Channels with the same brightness have the same value; else each its own</source>
        <translation>Kanäle gleicher Helligkeit haben gleichen Wert; sonst jeder seine eigene Skala</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>In {folder} gespeichert.</translation>
    </message>
    <message>
        <source>The pictures as PNG, numbers per layer as CSV</source>
        <translation>Die Bilder als PNG, Zahlen je Schicht als CSV</translation>
    </message>
    <message>
        <source>The grid as PNG, all values as NPY, numbers per channel as CSV</source>
        <translation>Das Raster als PNG, alle Werte als NPY, Zahlen je Kanal als CSV</translation>
    </message>
    <message>
        <source>Running the network ...</source>
        <translation>Netz wird berechnet ...</translation>
    </message>
    <message>
        <source>Open an image and score it: its layers are shown here.</source>
        <translation>Öffnen Sie ein Bild und bewerten Sie es: Hier erscheinen seine Schichten.</translation>
    </message>
    <message>
        <source>Computing the gradient ...</source>
        <translation>Gradient wird berechnet ...</translation>
    </message>
    <message>
        <source>{count} channels, {height} x {width}</source>
        <translation>{count} Kanäle, {height} x {width}</translation>
    </message>
    <message>
        <source>Channels of the layer</source>
        <translation>Kanäle der Schicht</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Kanal {number}</translation>
    </message>
    <message>
        <source>only {count} channels</source>
        <translation>nur {count} Kanäle</translation>
    </message>
    <message>
        <source>{height} x {width}</source>
        <translation>{height} x {width}</translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
    <message>
        <source>Nothing to undo on this image.</source>
        <translation>Auf diesem Bild gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Wiederhergestellt: {what}</translation>
    </message>
    <message>
        <source>Nothing to redo on this image.</source>
        <translation>Auf diesem Bild gibt es nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Herz-Thorax-Quotient</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>est. in the patient</source>
        <translation>im Pat. geschätzt</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>am Detektor</translation>
    </message>
    <message>
        <source>calibrated by hand</source>
        <translation>von Hand kalibriert</translation>
    </message>
    <message>
        <source>{number} mm</source>
        <translation>{number} mm</translation>
    </message>
    <message>
        <source>{number} px</source>
        <translation>{number} px</translation>
    </message>
    <message>
        <source>{number} mm²</source>
        <translation>{number} mm²</translation>
    </message>
    <message>
        <source>{number} px²</source>
        <translation>{number} px²</translation>
    </message>
    <message>
        <source>{number}°</source>
        <translation>{number}°</translation>
    </message>
    <message>
        <source>Length: drag from end to end</source>
        <translation>Länge: von Ende zu Ende ziehen</translation>
    </message>
    <message>
        <source>Click the other end</source>
        <translation>Das andere Ende anklicken</translation>
    </message>
    <message>
        <source>Angle: drag along the first arm to the vertex</source>
        <translation>Winkel: entlang des ersten Schenkels bis zum Scheitel ziehen</translation>
    </message>
    <message>
        <source>Click the vertex</source>
        <translation>Den Scheitel anklicken</translation>
    </message>
    <message>
        <source>Click the end of the second arm</source>
        <translation>Das Ende des zweiten Schenkels anklicken</translation>
    </message>
    <message>
        <source>Cobb angle: drag along the first end plate</source>
        <translation>Cobb-Winkel: entlang der ersten Endplatte ziehen</translation>
    </message>
    <message>
        <source>Click the end of the first line</source>
        <translation>Das Ende der ersten Linie anklicken</translation>
    </message>
    <message>
        <source>Drag along the second end plate</source>
        <translation>Entlang der zweiten Endplatte ziehen</translation>
    </message>
    <message>
        <source>Click the end of the second line</source>
        <translation>Das Ende der zweiten Linie anklicken</translation>
    </message>
    <message>
        <source>Ratio: drag across the thorax, inner wall to inner wall</source>
        <translation>Quotient: quer über den Thorax ziehen, Innenwand zu Innenwand</translation>
    </message>
    <message>
        <source>Click the other inner wall</source>
        <translation>Die andere Innenwand anklicken</translation>
    </message>
    <message>
        <source>Click the midline (spinous processes)</source>
        <translation>Die Mittellinie anklicken (Dornfortsätze)</translation>
    </message>
    <message>
        <source>Click the heart border farthest to the left</source>
        <translation>Den am weitesten links liegenden Herzrand anklicken</translation>
    </message>
    <message>
        <source>Click the heart border farthest to the right</source>
        <translation>Den am weitesten rechts liegenden Herzrand anklicken</translation>
    </message>
    <message>
        <source>Ellipse: drag from corner to corner</source>
        <translation>Ellipse: von Ecke zu Ecke ziehen</translation>
    </message>
    <message>
        <source>Click the other corner</source>
        <translation>Die andere Ecke anklicken</translation>
    </message>
    <message>
        <source>Rectangle: drag from corner to corner</source>
        <translation>Rechteck: von Ecke zu Ecke ziehen</translation>
    </message>
    <message>
        <source>Polygon: click corner after corner</source>
        <translation>Polygon: Ecke um Ecke anklicken</translation>
    </message>
    <message>
        <source>Click the next corner</source>
        <translation>Die nächste Ecke anklicken</translation>
    </message>
    <message>
        <source>Next corner; double click or Enter ends it</source>
        <translation>Nächste Ecke; Doppelklick oder Enter beendet</translation>
    </message>
    <message>
        <source>Arrow: drag from the tip away</source>
        <translation>Pfeil: von der Spitze weg ziehen</translation>
    </message>
    <message>
        <source>Click where the arrow starts</source>
        <translation>Anklicken, wo der Pfeil beginnt</translation>
    </message>
    <message>
        <source>Text: click where it shall stand</source>
        <translation>Text: anklicken, wo er stehen soll</translation>
    </message>
    <message>
        <source>Calibration: drag along something of known length</source>
        <translation>Kalibrierung: entlang von etwas bekannter Länge ziehen</translation>
    </message>
    <message>
        <source>heart {heart} / thorax {thorax}</source>
        <translation>Herz {heart} / Thorax {thorax}</translation>
    </message>
    <message>
        <source>CTR {ratio}</source>
        <translation>HTQ {ratio}</translation>
    </message>
    <message>
        <source>mean {mean}  SD {sd}</source>
        <translation>Mittel {mean}  SD {sd}</translation>
    </message>
    <message>
        <source>min {least}  max {greatest}</source>
        <translation>min {least}  max {greatest}</translation>
    </message>
</context>
<context>
    <name>MarksLayer</name>
    <message>
        <source>★ Key image</source>
        <translation>★ Schlüsselbild</translation>
    </message>
    <message>
        <source>Marks hidden</source>
        <translation>Markierungen ausgeblendet</translation>
    </message>
    <message>
        <source>Move: {name}</source>
        <translation>Verschieben: {name}</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Beschriftung</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Marks on this image</source>
        <translation>Markierungen auf diesem Bild</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
</context>
<context>
    <name>MaskCommands</name>
    <message>
        <source>Select an ellipse, a rectangle or a polygon first.</source>
        <translation>Wählen Sie zuerst eine Ellipse, ein Rechteck oder ein Polygon.</translation>
    </message>
    <message>
        <source>No model for lung and heart fields is installed. Import one, or draw masks.</source>
        <translation>Kein Modell für Lungenfelder und Herz installiert. Importieren Sie eines, oder zeichnen Sie Masken.</translation>
    </message>
    <message>
        <source>There is no mask on this image yet.</source>
        <translation>Auf diesem Bild ist noch keine Maske.</translation>
    </message>
</context>
<context>
    <name>Masks</name>
    <message>
        <source>lesion</source>
        <translation>Läsion</translation>
    </message>
    <message>
        <source>lungs</source>
        <translation>Lungen</translation>
    </message>
    <message>
        <source>left lung</source>
        <translation>linke Lunge</translation>
    </message>
    <message>
        <source>right lung</source>
        <translation>rechte Lunge</translation>
    </message>
    <message>
        <source>heart</source>
        <translation>Herz</translation>
    </message>
    <message>
        <source>Mask: {name}</source>
        <translation>Maske: {name}</translation>
    </message>
    <message>
        <source>Delete mask: {name}</source>
        <translation>Maske löschen: {name}</translation>
    </message>
</context>
<context>
    <name>MasksLayer</name>
    <message>
        <source>Masks hidden</source>
        <translation>Masken ausgeblendet</translation>
    </message>
    <message>
        <source>Brush: {name}   Alt: erase   Alt + wheel: size</source>
        <translation>Pinsel: {name}   Alt: radieren   Alt + Mausrad: Größe</translation>
    </message>
    <message>
        <source>Eraser: {name}   Alt: paint   Alt + wheel: size</source>
        <translation>Radierer: {name}   Alt: malen   Alt + Mausrad: Größe</translation>
    </message>
    <message>
        <source>Mask of {name}: click corners; double click or Enter ends it</source>
        <translation>Maske ({name}): Ecken anklicken; Doppelklick oder Enter beendet</translation>
    </message>
</context>
<context>
    <name>MasksPanel</name>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>What is drawn. Lungs and lesion are used to test maps; any other word makes a mask of a finding of that name</source>
        <translation>Was gezeichnet wird. Lungen und Läsion dienen zum Prüfen von Heatmaps; jedes andere Wort ergibt eine Maske des Befunds dieses Namens</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Width of the brush in image pixels: Alt + up, Alt + down, Alt + wheel</source>
        <translation>Breite des Pinsels in Bildpixeln: Alt + auf, Alt + ab, Alt + Mausrad</translation>
    </message>
    <message>
        <source>Masks on this image</source>
        <translation>Masken auf diesem Bild</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Lung and heart fields</source>
        <translation>Lungenfelder und Herz</translation>
    </message>
    <message>
        <source>{percent} % of the image</source>
        <translation>{percent} % des Bildes</translation>
    </message>
    <message>
        <source>No model for lung and heart fields is installed.</source>
        <translation>Kein Modell für Lungenfelder und Herz installiert.</translation>
    </message>
    <message>
        <source>Found by {model}: {names}.</source>
        <translation>Gefunden von {model}: {names}.</translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message>
        <source>Training is not installed on this computer</source>
        <translation>Auf diesem Computer ist kein Training installiert</translation>
    </message>
    <message>
        <source>Everything else of WhyRay works without it: the trainer is a part of its own, because it is large and few workstations need it.</source>
        <translation>Alles andere in WhyRay funktioniert ohne: Der Trainer ist ein eigener Teil, weil er groß ist und nur wenige Arbeitsplätze ihn brauchen.</translation>
    </message>
    <message>
        <source>The README says more, in the section &quot;Retraining at the clinic&quot;.</source>
        <translation>Mehr steht im README, im Abschnitt „Retraining at the clinic“.</translation>
    </message>
</context>
<context>
    <name>ModelBar</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Active model</source>
        <translation>Aktives Modell</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importieren...</translation>
    </message>
    <message>
        <source>Import a model: bundle folder, .whyray or .onnx file</source>
        <translation>Modell importieren: Modellpaket-Ordner, .whyray- oder .onnx-Datei</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, Version {version}</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>Samples are scored by the phantom model</source>
        <translation>Beispiele werden vom Phantommodell bewertet</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>ONNX Runtime computes on: {name}</source>
        <translation>ONNX Runtime rechnet auf: {name}</translation>
    </message>
</context>
<context>
    <name>ModelCardDialog</name>
    <message>
        <source>Model card: {name}</source>
        <translation>Modellkarte: {name}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Network, SHA-256</source>
        <translation>Netz, SHA-256</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Area under the ROC curve</source>
        <translation>Fläche unter der ROC-Kurve</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Mittlere Präzision</translation>
    </message>
    <message>
        <source>Brier score (0 is best)</source>
        <translation>Brier-Wert (0 ist am besten)</translation>
    </message>
    <message>
        <source>Calibration error (0 is best)</source>
        <translation>Kalibrierfehler (0 ist am besten)</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Balancierte Genauigkeit</translation>
    </message>
    <message>
        <source>Positive predictive value</source>
        <translation>Positiver prädiktiver Wert</translation>
    </message>
    <message>
        <source>Negative predictive value</source>
        <translation>Negativer prädiktiver Wert</translation>
    </message>
    <message>
        <source>now right</source>
        <translation>jetzt richtig</translation>
    </message>
    <message>
        <source>now wrong</source>
        <translation>jetzt falsch</translation>
    </message>
    <message>
        <source>same decision</source>
        <translation>gleich entschieden</translation>
    </message>
    <message>
        <source>fixed sample</source>
        <translation>feste Stichprobe</translation>
    </message>
    <message>
        <source>passed the tests</source>
        <translation>Prüfungen bestanden</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>fails the tests</source>
        <translation>Prüfungen nicht bestanden</translation>
    </message>
    <message>
        <source>could not be tested</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>speaks against</source>
        <translation>spricht dagegen</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>nicht zu sagen</translation>
    </message>
    <message>
        <source>speaks for</source>
        <translation>spricht dafür</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>p &lt; {limit}</source>
        <translation>p &lt; {limit}</translation>
    </message>
    <message>
        <source>p = {value}</source>
        <translation>p = {value}</translation>
    </message>
    <message>
        <source>Decisions at the operating points: {new} images are right only with the new model, {old} only with the active one (McNemar, exact: {p}).</source>
        <translation>Entscheidungen an den Arbeitspunkten: {new} Bilder sind nur mit dem neuen Modell richtig, {old} nur mit dem aktiven (McNemar-Test, exakt: {p}).</translation>
    </message>
    <message>
        <source>Maps of a fixed sample of {cases} images: with the active model {old} fail the quick tests of trust, with the new one {new}.</source>
        <translation>Heatmaps einer festen Stichprobe von {cases} Bildern: Die Kurzprüfungen der Vertrauenswürdigkeit bestehen beim aktiven Modell {old} nicht, beim neuen {new}.</translation>
    </message>
    <message>
        <source>Outside the lungs lie on average {old} % of the active model&apos;s maps and {new} % of the new one&apos;s ({cases} images).</source>
        <translation>Außerhalb der Lungen liegen im Mittel {old} % der Heatmaps des aktiven und {new} % derer des neuen Modells ({cases} Bilder).</translation>
    </message>
    <message>
        <source>Where the lungs are is not known here, so it is not told how much lies outside: that needs a model for lung fields.</source>
        <translation>Wo die Lungen liegen, ist hier nicht bekannt, daher auch nicht, wie viel außerhalb liegt: Dafür braucht es ein Modell für Lungenfelder.</translation>
    </message>
</context>
<context>
    <name>ModelForm</name>
    <message>
        <source>ImageNet mean and deviation</source>
        <translation>Mittelwert und Streuung von ImageNet</translation>
    </message>
    <message>
        <source>0 .. 255 less ImageNet&apos;s mean, blue first (Keras&apos; ResNet50 to 152)</source>
        <translation>0 .. 255 minus Mittelwert von ImageNet, Blau zuerst (Keras ResNet50 bis 152)</translation>
    </message>
    <message>
        <source>another mean and deviation</source>
        <translation>anderer Mittelwert und andere Streuung</translation>
    </message>
    <message>
        <source>-1024 .. 1024 (TorchXRayVision)</source>
        <translation>-1024 .. 1024 (TorchXRayVision)</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Über dieses Modell</translation>
    </message>
    <message>
        <source>{name} does not say everything. Answer as its maker would: a wrong answer gives wrong scores.</source>
        <translation>{name} sagt nicht alles. Antworten Sie, wie es der Hersteller täte: Eine falsche Antwort ergibt falsche Scores.</translation>
    </message>
    <message>
        <source>Class names, separated by commas</source>
        <translation>Klassennamen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Pixel scaling</source>
        <translation>Pixelskalierung</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Height x width</source>
        <translation>Höhe x Breite</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>sigmoid: each class alone</source>
        <translation>Sigmoid: jede Klasse für sich</translation>
    </message>
    <message>
        <source>softmax: one of them</source>
        <translation>Softmax: eine davon</translation>
    </message>
    <message>
        <source>left empty: class 0, class 1, ...</source>
        <translation>leer gelassen: Klasse 0, Klasse 1, ...</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>bitte wählen</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Area under the ROC curve</source>
        <translation>Fläche unter der ROC-Kurve</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>{state}, unusable</source>
        <translation>{state}, nicht verwendbar</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>former</source>
        <translation>früher aktiv</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>available</source>
        <translation>verfügbar</translation>
    </message>
    <message>
        <source>came with WhyRay</source>
        <translation>mit WhyRay geliefert</translation>
    </message>
    <message>
        <source>signed by this site</source>
        <translation>hier signiert</translation>
    </message>
    <message>
        <source>signed, key trusted</source>
        <translation>signiert, Schlüssel vertraut</translation>
    </message>
    <message>
        <source>signed, key unknown</source>
        <translation>signiert, Schlüssel unbekannt</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>unsigniert</translation>
    </message>
    <message>
        <source>Made active</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Gone back</source>
        <translation>Zurückgewechselt</translation>
    </message>
    <message>
        <source>The active one was unusable</source>
        <translation>Das aktive war nicht verwendbar</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Stillgelegt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>test set</source>
        <translation>Testsatz</translation>
    </message>
    <message>
        <source>this site&apos;s test set</source>
        <translation>Testsatz dieser Einrichtung</translation>
    </message>
    <message>
        <source>validation set</source>
        <translation>Validierungssatz</translation>
    </message>
    <message>
        <source>{name} is retired.</source>
        <translation>{name} ist stillgelegt.</translation>
    </message>
    <message>
        <source>{name} is deleted; its results stay readable.</source>
        <translation>{name} ist gelöscht; seine Ergebnisse bleiben lesbar.</translation>
    </message>
    <message>
        <source>{name} was exported.</source>
        <translation>{name} wurde exportiert.</translation>
    </message>
    <message>
        <source>{name} is signed.</source>
        <translation>{name} ist signiert.</translation>
    </message>
    <message>
        <source>Models that {name} signed are trusted now.</source>
        <translation>Modellen, die {name} signiert hat, wird jetzt vertraut.</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{value}, {set} of {count} images</source>
        <translation>{value}, {set} aus {count} Bildern</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, Version {version}</translation>
    </message>
    <message>
        <source>Passed: its stored output came out again (off by {error} at most); one image takes {milliseconds} ms on the processor.</source>
        <translation>Bestanden: Die gespeicherte Ausgabe kam wieder heraus (Abweichung höchstens {error}); ein Bild braucht {milliseconds} ms auf dem Prozessor.</translation>
    </message>
    <message>
        <source>Replaced by another one</source>
        <translation>Durch ein anderes ersetzt</translation>
    </message>
    <message>
        <source>WhyRay itself</source>
        <translation>WhyRay selbst</translation>
    </message>
</context>
<context>
    <name>ModelsWindow</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importieren...</translation>
    </message>
    <message>
        <source>The active model scores all images of your own. An imported model is a candidate: it changes nothing until somebody makes it active.</source>
        <translation>Das aktive Modell bewertet alle eigenen Bilder. Ein importiertes Modell ist ein Kandidat: Es ändert nichts, bis es jemand aktiviert.</translation>
    </message>
    <message>
        <source>Import a model file as a candidate</source>
        <translation>Eine Modelldatei als Kandidat importieren</translation>
    </message>
    <message>
        <source>Make active...</source>
        <translation>Aktivieren...</translation>
    </message>
    <message>
        <source>Try it and use it from now on</source>
        <translation>Prüfen und ab jetzt verwenden</translation>
    </message>
    <message>
        <source>Go back...</source>
        <translation>Zurückwechseln...</translation>
    </message>
    <message>
        <source>Make the model active again that the active one replaced</source>
        <translation>Das Modell wieder aktivieren, das vom aktiven abgelöst wurde</translation>
    </message>
    <message>
        <source>Retire...</source>
        <translation>Stilllegen...</translation>
    </message>
    <message>
        <source>Take it out of use; its files stay</source>
        <translation>Außer Gebrauch nehmen; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Löschen...</translation>
    </message>
    <message>
        <source>Delete its files; results stay readable</source>
        <translation>Die Dateien löschen; Ergebnisse bleiben lesbar</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportieren...</translation>
    </message>
    <message>
        <source>Write it as one file</source>
        <translation>In eine einzige Datei schreiben</translation>
    </message>
    <message>
        <source>Sign...</source>
        <translation>Signieren...</translation>
    </message>
    <message>
        <source>This site vouches for it with its key</source>
        <translation>Diese Einrichtung bürgt mit ihrem Schlüssel dafür</translation>
    </message>
    <message>
        <source>Trust its key...</source>
        <translation>Seinem Schlüssel vertrauen...</translation>
    </message>
    <message>
        <source>Models that are signed with the same key may become active</source>
        <translation>Modelle, die mit demselben Schlüssel signiert sind, dürfen aktiv werden</translation>
    </message>
    <message>
        <source>Model card...</source>
        <translation>Modellkarte...</translation>
    </message>
    <message>
        <source>What it is for and how it was measured</source>
        <translation>Wofür es gedacht ist und wie es gemessen wurde</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>Go back to the model before</source>
        <translation>Zum vorigen Modell zurückwechseln</translation>
    </message>
    <message>
        <source>{name} becomes the active model again. It is tried first.</source>
        <translation>{name} wird wieder das aktive Modell. Es wird zuerst geprüft.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückwechseln</translation>
    </message>
    <message>
        <source>Retire a model</source>
        <translation>Modell stilllegen</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Stilllegen</translation>
    </message>
    <message>
        <source>{name} is not offered any more. Its files and results stay.</source>
        <translation>{name} wird nicht mehr angeboten. Dateien und Ergebnisse bleiben.</translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Modell löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The files of {name} are deleted. Results it gave stay readable.</source>
        <translation>Die Dateien von {name} werden gelöscht. Seine Ergebnisse bleiben lesbar.</translation>
    </message>
    <message>
        <source>Sign a model</source>
        <translation>Modell signieren</translation>
    </message>
    <message>
        <source>This site vouches for {name}: whoever trusts its key may use it.</source>
        <translation>Diese Einrichtung bürgt für {name}: Wer ihrem Schlüssel vertraut, kann es verwenden.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Trust a key</source>
        <translation>Einem Schlüssel vertrauen</translation>
    </message>
    <message>
        <source>{owner} signed this model, as its signature says. Compare the key with what they tell you on another way before you trust it.</source>
        <translation>{owner} hat dieses Modell laut Signatur signiert. Vergleichen Sie den Schlüssel mit dem, was Ihnen auf anderem Weg mitgeteilt wird, bevor Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>An unnamed maker</source>
        <translation>Ein ungenannter Hersteller</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Export a model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <source>Model (*.whyray)</source>
        <translation>Modell (*.whyray)</translation>
    </message>
    <message>
        <source>{name} is the active model now.</source>
        <translation>{name} ist jetzt das aktive Modell.</translation>
    </message>
</context>
<context>
    <name>Monitoring</name>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Median score</source>
        <translation>Median der Scores</translation>
    </message>
    <message>
        <source>Against the reference</source>
        <translation>Gegenüber der Referenz</translation>
    </message>
    <message>
        <source>At or above the point</source>
        <translation>Am oder über dem Punkt</translation>
    </message>
    <message>
        <source>Readers agree</source>
        <translation>Befunder stimmen zu</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Spezifität</translation>
    </message>
    <message>
        <source>Median age</source>
        <translation>Altersmedian</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>body part</source>
        <translation>Körperteil</translation>
    </message>
    <message>
        <source>lateral view</source>
        <translation>seitliche Aufnahme</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>zu klein</translation>
    </message>
    <message>
        <source>one grey</source>
        <translation>nur ein Grauwert</translation>
    </message>
    <message>
        <source>black and white swapped</source>
        <translation>Schwarz und Weiß vertauscht</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>gedreht</translation>
    </message>
    <message>
        <source>looks lateral</source>
        <translation>sieht seitlich aus</translation>
    </message>
    <message>
        <source>no chest film</source>
        <translation>keine Thoraxaufnahme</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, Version {version}</translation>
    </message>
    <message>
        <source>{month}: {count} scores, median {median}, half of them from {low} to {high}, nine in ten from {least} to {most}. {drift}</source>
        <translation>{month}: {count} Scores, Median {median}, die Hälfte von {low} bis {high}, neun von zehn von {least} bis {most}. {drift}</translation>
    </message>
    <message>
        <source>{percent} ({hits} of {trials})</source>
        <translation>{percent} ({hits} von {trials})</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
</context>
<context>
    <name>MonitoringWindow</name>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Line: median. Box: half of the scores. Thin line: nine in ten. Dashes: operating point. Triangle: moved against the reference.</source>
        <translation>Strich: Median. Kasten: die Hälfte der Scores. Dünne Linie: neun von zehn. Gestrichelt: Arbeitspunkt. Dreieck: gegenüber der Referenz verschoben.</translation>
    </message>
    <message>
        <source>Dot: share. Line: its 95 % interval.</source>
        <translation>Punkt: Anteil. Linie: 95-%-Konfidenzintervall.</translation>
    </message>
    <message>
        <source>At or above the operating point</source>
        <translation>Am oder über dem Arbeitspunkt</translation>
    </message>
    <message>
        <source>Readers agree with the model</source>
        <translation>Befunder stimmen dem Modell zu</translation>
    </message>
    <message>
        <source>Of the images that readers answered. Dot: share. Line: its 95 % interval.</source>
        <translation>Von den Bildern, zu denen Befunder geantwortet haben. Punkt: Anteil. Linie: 95-%-Konfidenzintervall.</translation>
    </message>
    <message>
        <source>Refused by the input checks</source>
        <translation>Von der Eingangsprüfung abgelehnt</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut auswerten</translation>
    </message>
    <message>
        <source>Save as table...</source>
        <translation>Als Tabelle speichern...</translation>
    </message>
    <message>
        <source>Recalibrate...</source>
        <translation>Neu kalibrieren...</translation>
    </message>
    <message>
        <source>Fit probabilities and operating points to confirmed cases of this site</source>
        <translation>Wahrscheinlichkeiten und Arbeitspunkte an bestätigte Fälle dieser Einrichtung anpassen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Finding</source>
        <translation>&amp;Befund</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>Looking through the library ...</source>
        <translation>Bibliothek wird ausgewertet ...</translation>
    </message>
    <message>
        <source>There is nothing to look at: the history is off, so no score is remembered. It is switched on in the settings, under Worklist and history.</source>
        <translation>Es gibt nichts auszuwerten: Der Verlauf ist ausgeschaltet, daher wird kein Score gemerkt. Einschalten lässt er sich in den Einstellungen unter „Arbeitsliste und Verlauf“.</translation>
    </message>
    <message>
        <source>There is nothing to look at yet. Months appear here as soon as images of your own were scored.</source>
        <translation>Es gibt noch nichts auszuwerten. Hier erscheinen Monate, sobald eigene Bilder bewertet wurden.</translation>
    </message>
    <message>
        <source>Recalibrate for this site</source>
        <translation>Für diese Einrichtung neu kalibrieren</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
</context>
<context>
    <name>MonthChart</name>
    <message>
        <source>{month}: nothing</source>
        <translation>{month}: nichts</translation>
    </message>
</context>
<context>
    <name>MonthTable</name>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
</context>
<context>
    <name>NodesDialog</name>
    <message>
        <source>DICOM nodes</source>
        <translation>DICOM-Knoten</translation>
    </message>
    <message>
        <source>Asking ...</source>
        <translation>Anfrage läuft ...</translation>
    </message>
    <message>
        <source>Our own title</source>
        <translation>Eigener AE-Titel</translation>
    </message>
    <message>
        <source>The AE title that we call ourselves; the node&apos;s administrator must allow it</source>
        <translation>Der AE-Titel, mit dem WhyRay sich meldet; die Administration des Knotens muss ihn zulassen</translation>
    </message>
    <message>
        <source>New node, as TITLE@HOST:PORT</source>
        <translation>Neuer Knoten, als TITEL@HOST:PORT</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Encrypted: the node must show a certificate that names its host. Authority, our own certificate and key are in the settings, DICOM network</source>
        <translation>Verschlüsselt: Der Knoten muss ein Zertifikat vorweisen, das seinen Rechner nennt. Zertifizierungsstelle, eigenes Zertifikat und Schlüssel stehen in den Einstellungen unter „DICOM-Netzwerk“</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Archives and workstations that images and results can be sent to. Nothing is sent from here; a test only asks whether the node is there and lets us in.</source>
        <translation>Archive und Arbeitsplätze, an die Bilder und Ergebnisse gesendet werden können. Von hier wird nichts gesendet; ein Test fragt nur, ob der Knoten da ist und die Verbindung annimmt.</translation>
    </message>
    <message>
        <source>New node</source>
        <translation>Neuer Knoten</translation>
    </message>
    <message>
        <source>No node is named yet.</source>
        <translation>Noch kein Knoten angegeben.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Test {node}</source>
        <translation>{node} testen</translation>
    </message>
    <message>
        <source>Remove {node}</source>
        <translation>{node} entfernen</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>OpinionsWindow</name>
    <message>
        <source>Two models on all open images</source>
        <translation>Zwei Modelle zu allen geöffneten Bildern</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>Images, disagreement first</source>
        <translation>Bilder, Uneinigkeit zuerst</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>Erstes Modell</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Zweites Modell</translation>
    </message>
    <message>
        <source>Class of the first model</source>
        <translation>Klasse des ersten Modells</translation>
    </message>
    <message>
        <source>Class of the second model</source>
        <translation>Klasse des zweiten Modells</translation>
    </message>
    <message>
        <source>Classes of the same name</source>
        <translation>Klassen gleichen Namens</translation>
    </message>
    <message>
        <source>Images that the models decide otherwise at their own operating points come first, then those with the greatest difference. Click an image to see it with both models.</source>
        <translation>Zuerst kommen Bilder, bei denen die Modelle an ihren eigenen Arbeitspunkten verschieden entscheiden, dann die mit der größten Differenz. Klicken Sie ein Bild an, um es mit beiden Modellen zu sehen.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} Punkte</translation>
    </message>
    <message>
        <source>no operating point</source>
        <translation>kein Arbeitspunkt</translation>
    </message>
    <message>
        <source>decided otherwise</source>
        <translation>verschieden entschieden</translation>
    </message>
    <message>
        <source>same decision</source>
        <translation>gleich entschieden</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>The preset&apos;s value again</source>
        <translation>Wieder der voreingestellte Wert</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>A number is wanted.</source>
        <translation>Hier gehört eine Zahl hin.</translation>
    </message>
    <message>
        <source>Allowed: {range}</source>
        <translation>Erlaubt: {range}</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Reset to defaults</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Options ({count} changed)</source>
        <translation>Optionen ({count} geändert)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Own image...</source>
        <translation>Eigenes Bild...</translation>
    </message>
    <message>
        <source>Folder of images...</source>
        <translation>Ordner mit Bildern...</translation>
    </message>
    <message>
        <source>Array file (.npy)...</source>
        <translation>Array-Datei (.npy)...</translation>
    </message>
    <message>
        <source>{name}, default {value}</source>
        <translation>{name}, Standard {value}</translation>
    </message>
</context>
<context>
    <name>OutcomeList</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What became of each</source>
        <translation>Was aus jedem wurde</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>Score a refused image</source>
        <translation>Abgelehntes Bild bewerten</translation>
    </message>
    <message>
        <source>The input checks refused this image:</source>
        <translation>Die Eingangsprüfung hat dieses Bild abgelehnt:</translation>
    </message>
    <message>
        <source>Its scores mean nothing for a patient. The reason is kept with the image and stands on every picture, file and report made of it.</source>
        <translation>Seine Scores sagen nichts über einen Patienten aus. Der Grund wird beim Bild gespeichert und steht auf jedem Bild, jeder Datei und jedem Bericht daraus.</translation>
    </message>
    <message>
        <source>Why do you want the score?</source>
        <translation>Warum möchten Sie den Score?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Score anyway</source>
        <translation>Trotzdem bewerten</translation>
    </message>
</context>
<context>
    <name>OverrideStrip</name>
    <message>
        <source>Scored although the input checks refused it. Reason given: {reason}</source>
        <translation>Bewertet, obwohl die Eingangsprüfung es abgelehnt hat. Angegebener Grund: {reason}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tippen Sie, was Sie tun möchten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
    </message>
    <message>
        <source>{command} (on)</source>
        <translation>{command} (ein)</translation>
    </message>
    <message>
        <source>Needs {what}</source>
        <translation>Nötig: {what}</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Radiograph</source>
        <translation>Röntgenaufnahme</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>The pages as they will be printed</source>
        <translation>Die Seiten, wie sie gedruckt werden</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>The password is being checked</source>
        <translation>Das Passwort wird geprüft</translation>
    </message>
    <message>
        <source>Too many wrong passwords. The next one is taken in {time}.</source>
        <translation>Zu viele falsche Passwörter. Das nächste wird in {time} angenommen.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show what was typed: {name}</source>
        <translation>Eingabe zeigen: {name}</translation>
    </message>
    <message>
        <source>The caps lock seems to be on.</source>
        <translation>Die Feststelltaste scheint aktiv zu sein.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>PathLabel</name>
    <message>
        <source>(hidden while patients are masked)</source>
        <translation>(verborgen, solange Patienten verdeckt sind)</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>Files that failed</source>
        <translation>Fehlgeschlagene Dateien</translation>
    </message>
    <message>
        <source>Failed file</source>
        <translation>Fehlgeschlagene Datei</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>PromotionDialog</name>
    <message>
        <source>Promote the new model</source>
        <translation>Neues Modell übernehmen</translation>
    </message>
    <message>
        <source>{new} takes the place of {old} for every image that is scored from now on. It is tried first in a process of its own. Results of the old model stay as they are, and you can go back to it.</source>
        <translation>{new} tritt bei jedem ab jetzt bewerteten Bild an die Stelle von {old}. Es wird zuerst in einem eigenen Prozess geprüft. Ergebnisse des alten Modells bleiben, wie sie sind, und Sie können zu ihm zurückwechseln.</translation>
    </message>
    <message>
        <source>I have read this and promote it all the same</source>
        <translation>Ich habe das gelesen und übernehme es trotzdem</translation>
    </message>
    <message>
        <source>Why (stands in the history of the model)</source>
        <translation>Warum (steht im Verlauf des Modells)</translation>
    </message>
    <message>
        <source>Why the model is promoted</source>
        <translation>Warum das Modell übernommen wird</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Keep the active model</source>
        <translation>Aktives Modell behalten</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why (stands in the model&apos;s history)</source>
        <translation>Warum (steht im Verlauf des Modells)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>Recalibration</name>
    <message>
        <source>On patients held out of the fit the new probabilities are nearer to the truth.</source>
        <translation>Bei Patienten, die nicht zur Anpassung dienten, liegen die neuen Wahrscheinlichkeiten näher an der Wahrheit.</translation>
    </message>
    <message>
        <source>On patients held out of the fit no clear difference was found. There is little reason to exchange the model.</source>
        <translation>Bei Patienten, die nicht zur Anpassung dienten, fand sich kein klarer Unterschied. Es gibt wenig Grund, das Modell auszutauschen.</translation>
    </message>
    <message>
        <source>On patients held out of the fit the new probabilities are further from the truth. Keep the model as it is.</source>
        <translation>Bei Patienten, die nicht zur Anpassung dienten, liegen die neuen Wahrscheinlichkeiten weiter von der Wahrheit entfernt. Lassen Sie das Modell, wie es ist.</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>ausgewogen</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>sensitiv</translation>
    </message>
    <message>
        <source>specific</source>
        <translation>spezifisch</translation>
    </message>
    <message>
        <source>The trainer is not installed here. It is installed with the training side, or beside this program as whyray-trainer.</source>
        <translation>Der Trainer ist hier nicht installiert. Er wird mit der Trainingskomponente installiert oder neben diesem Programm als whyray-trainer.</translation>
    </message>
    <message>
        <source>There is no case whose file is there and can be read.</source>
        <translation>Es gibt keinen Fall, dessen Datei vorhanden und lesbar ist.</translation>
    </message>
    <message>
        <source>Too few patients: {counts}. {least} with the finding and {least} without are needed; with fewer the new figures would be chance ({source}). Confirm more cases first.</source>
        <translation>Zu wenige Patienten: {counts}. Nötig sind {least} mit dem Befund und {least} ohne; mit weniger wären die neuen Werte Zufall ({source}). Bestätigen Sie zuerst mehr Fälle.</translation>
    </message>
    <message>
        <source>{finding}: the scores rank these cases the wrong way round, and no calibration mends that. Look at the labels; if they are right, the model does not fit these images.</source>
        <translation>{finding}: Die Scores ordnen diese Fälle verkehrt herum, und das behebt keine Kalibrierung. Sehen Sie die Beschriftungen an; sind sie richtig, passt das Modell nicht zu diesen Bildern.</translation>
    </message>
    <message>
        <source>The model knows {known}; the cases are labelled {found}. Name them alike.</source>
        <translation>Das Modell kennt {known}; die Fälle sind mit {found} beschriftet. Benennen Sie sie gleich.</translation>
    </message>
    <message>
        <source>{finding}: {present} with, {absent} without</source>
        <translation>{finding}: {present} mit, {absent} ohne</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>Probabilities are now frequencies among these cases ({shares}). Where readers answer images with a finding more often than others, they are too high for the clinic&apos;s mix.</source>
        <translation>Wahrscheinlichkeiten sind jetzt Häufigkeiten unter diesen Fällen ({shares}). Wo Befunder Bilder mit einem Befund öfter beantworten als andere, sind sie für die Mischung der Klinik zu hoch.</translation>
    </message>
    <message>
        <source>{finding} stays as it was: {present} patients with it, {absent} without; {least} are needed.</source>
        <translation>{finding} bleibt, wie es war: {present} Patienten damit, {absent} ohne; nötig sind {least}.</translation>
    </message>
    <message>
        <source>{file} could not be read and was left out.</source>
        <translation>{file} war nicht lesbar und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A row of {file} cannot be used: {reason}</source>
        <translation>Eine Zeile von {file} ist unbrauchbar: {reason}</translation>
    </message>
    <message>
        <source>{finding}: Brier score (0 is best)</source>
        <translation>{finding}: Brier-Wert (0 ist am besten)</translation>
    </message>
    <message>
        <source>{finding}: calibration error (0 is best)</source>
        <translation>{finding}: Kalibrierungsfehler (0 ist am besten)</translation>
    </message>
    <message>
        <source>{finding}: mean probability; {frequency} have it</source>
        <translation>{finding}: mittlere Wahrscheinlichkeit; {frequency} haben ihn</translation>
    </message>
    <message>
        <source>{finding}, {point} point: from</source>
        <translation>{finding}, Punkt {point}: ab</translation>
    </message>
    <message>
        <source>{finding}, {point}: sensitivity</source>
        <translation>{finding}, {point}: Sensitivität</translation>
    </message>
    <message>
        <source>{finding}, {point}: specificity</source>
        <translation>{finding}, {point}: Spezifität</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{finding}: the Brier score changes by {value} ({low} to {high}); below 0 is better.</source>
        <translation>{finding}: Der Brier-Wert ändert sich um {value} ({low} bis {high}); unter 0 ist besser.</translation>
    </message>
</context>
<context>
    <name>RecalibrationWindow</name>
    <message>
        <source>Recalibration</source>
        <translation>Neu kalibrieren</translation>
    </message>
    <message>
        <source>Cases of the library</source>
        <translation>Fälle der Bibliothek</translation>
    </message>
    <message>
        <source>A table of my own (CSV)</source>
        <translation>Eine eigene Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Recalibrate</source>
        <translation>Neu kalibrieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Import as candidate</source>
        <translation>Als Kandidaten importieren</translation>
    </message>
    <message>
        <source>Open models...</source>
        <translation>Modelle öffnen...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Fits probabilities and operating points anew to cases that readers of this site have confirmed or corrected. The network stays as it is: images are ranked as before, and maps are the same. The new version is a candidate; it changes nothing until somebody makes it active.</source>
        <translation>Passt Wahrscheinlichkeiten und Arbeitspunkte neu an Fälle an, die Befunder dieser Einrichtung bestätigt oder korrigiert haben. Das Netz bleibt, wie es ist: Die Rangfolge der Bilder und die Heatmaps sind dieselben wie zuvor. Die neue Version ist ein Kandidat; sie ändert nichts, bis sie jemand aktiviert.</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>M&amp;odell</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, Version {version}</translation>
    </message>
    <message>
        <source>Asking the library ...</source>
        <translation>Bibliothek wird gefragt ...</translation>
    </message>
    <message>
        <source>The library knows no case of this model&apos;s findings yet.</source>
        <translation>Die Bibliothek kennt noch keinen Fall mit den Befunden dieses Modells.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>{finding}: {present} patients with, {absent} without</source>
        <translation>{finding}: {present} Patienten mit, {absent} ohne</translation>
    </message>
    <message>
        <source>left out: {count} ({why})</source>
        <translation>ausgelassen: {count} ({why})</translation>
    </message>
    <message>
        <source>{version}: fitted on {images} images of {patients} patients.</source>
        <translation>{version}: angepasst an {images} Bilder von {patients} Patienten.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After, held out</source>
        <translation>Nachher, zurückgehalten</translation>
    </message>
    <message>
        <source>Figures before and after</source>
        <translation>Kennzahlen vorher und nachher</translation>
    </message>
    <message>
        <source>Recalibrated for this site with {images} cases</source>
        <translation>Für diese Einrichtung mit {images} Fällen neu kalibriert</translation>
    </message>
    <message>
        <source>Trying the new version ...</source>
        <translation>Neue Version wird geprüft ...</translation>
    </message>
    <message>
        <source>{name} is a candidate now. It is made active in the window of models.</source>
        <translation>{name} ist jetzt ein Kandidat. Aktiviert wird es im Fenster der Modelle.</translation>
    </message>
</context>
<context>
    <name>ReceivingSign</name>
    <message>
        <source>Receiving at {address}</source>
        <translation>Empfang unter {address}</translation>
    </message>
    <message>
        <source>DICOM peers can send images to {title} at {address}. They join the list without changing what is on screen. Settings &gt; DICOM network turns this off.</source>
        <translation>DICOM-Gegenstellen können Bilder an {title} unter {address} senden. Sie kommen in die Liste, ohne die Anzeige zu ändern. Abschalten unter Einstellungen &gt; DICOM-Netzwerk.</translation>
    </message>
    <message>
        <source>Connections are encrypted (TLS).</source>
        <translation>Verbindungen sind verschlüsselt (TLS).</translation>
    </message>
    <message>
        <source>Connections are not encrypted.</source>
        <translation>Verbindungen sind nicht verschlüsselt.</translation>
    </message>
</context>
<context>
    <name>ReliabilityChart</name>
    <message>
        <source>Probability against frequency</source>
        <translation>Wahrscheinlichkeit gegen Häufigkeit</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after, on held-out patients</source>
        <translation>nachher, an zurückgehaltenen Patienten</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrsch.</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Save PDF...</source>
        <translation>PDF speichern...</translation>
    </message>
    <message>
        <source>Print...</source>
        <translation>Drucken...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Saving ...</source>
        <translation>Wird gespeichert ...</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker gesendet.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>What you see. The program writes nothing here.</source>
        <translation>Was Sie sehen. Das Programm schreibt hier nichts.</translation>
    </message>
    <message>
        <source>Impression</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>Verified by the reader</source>
        <translation>Vom Befunder verifiziert</translation>
    </message>
    <message>
        <source>e.g. radiologist</source>
        <translation>z. B. Radiologin</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>A verified report needs the reader&apos;s name and role.</source>
        <translation>Ein verifizierter Bericht braucht Namen und Funktion des Befunders.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pages of details</source>
        <translation>Seiten mit Einzelheiten</translation>
    </message>
    <message>
        <source>Other findings, every test of the map, versions and options</source>
        <translation>Übrige Befunde, jede Prüfung der Heatmap, Versionen und Optionen</translation>
    </message>
    <message>
        <source>Lines instead of colours</source>
        <translation>Linien statt Farben</translation>
    </message>
    <message>
        <source>Can be read from grey printers and copies</source>
        <translation>Auch auf Graustufendrucken und Kopien lesbar</translation>
    </message>
    <message>
        <source>Without names, numbers and dates</source>
        <translation>Ohne Namen, Nummern und Daten</translation>
    </message>
    <message>
        <source>Text burned into the pixels stays; look at the picture before you give it away</source>
        <translation>In die Pixel eingebrannter Text bleibt; sehen Sie das Bild an, bevor Sie es weitergeben</translation>
    </message>
</context>
<context>
    <name>RestSign</name>
    <message>
        <source>Click to go on.</source>
        <translation>Klicken setzt fort.</translation>
    </message>
    <message>
        <source>{done} of {total} processed, paused</source>
        <translation>{done} von {total} bearbeitet, angehalten</translation>
    </message>
    <message>
        <source>{done} of {total} processed</source>
        <translation>{done} von {total} bearbeitet</translation>
    </message>
    <message>
        <source>Click to let it rest.</source>
        <translation>Klicken hält an.</translation>
    </message>
    <message>
        <source>The open images that nobody looks at are scored behind everything else, for the order of the worklist. Settings &gt; Reading turns this off.</source>
        <translation>Geöffnete Bilder, die niemand ansieht, werden nachrangig im Hintergrund bewertet, für die Reihenfolge der Arbeitsliste. Abschalten unter Einstellungen &gt; Befundung.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>The new model beside the active one</source>
        <translation>Das neue Modell neben dem aktiven</translation>
    </message>
    <message>
        <source>Open a finished training to see what came of it.</source>
        <translation>Öffnen Sie ein fertiges Training, um sein Ergebnis zu sehen.</translation>
    </message>
    <message>
        <source>This model is the active one.</source>
        <translation>Dieses Modell ist das aktive.</translation>
    </message>
    <message>
        <source>There is no active model, or this training left no test images.</source>
        <translation>Es gibt kein aktives Modell, oder dieses Training hat keine Testbilder übrig gelassen.</translation>
    </message>
    <message>
        <source>Measuring both models on the same images ...</source>
        <translation>Beide Modelle werden an denselben Bildern gemessen ...</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Promote...</source>
        <translation>Übernehmen...</translation>
    </message>
    <message>
        <source>Keep the active model</source>
        <translation>Aktives Modell behalten</translation>
    </message>
    <message>
        <source>Compare the maps</source>
        <translation>Heatmaps vergleichen</translation>
    </message>
    <message>
        <source>Where both models look, on a fixed sample and where they differ; takes minutes</source>
        <translation>Wohin beide Modelle schauen, an einer festen Stichprobe und wo sie abweichen; dauert Minuten</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>The page as HTML, figures and cases as CSV</source>
        <translation>Die Seite als HTML, Kennzahlen und Fälle als CSV</translation>
    </message>
    <message>
        <source>Method of the maps</source>
        <translation>Methode der Heatmaps</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Subgroups</source>
        <translation>Untergruppen</translation>
    </message>
    <message>
        <source>Images on which they differ</source>
        <translation>Bilder, bei denen sie abweichen</translation>
    </message>
    <message>
        <source>The models decide alike on every image, and no probability moved much.</source>
        <translation>Die Modelle entscheiden bei jedem Bild gleich, und keine Wahrscheinlichkeit hat sich stark geändert.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>{new} beside {old}, on {images} images of {patients} patients.</source>
        <translation>{new} neben {old}, an {images} Bildern von {patients} Patienten.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could not be read.</source>
        <translation>
            <numerusform>%n Bild war nicht lesbar.</numerusform>
            <numerusform>%n Bilder waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>All classes (mean)</source>
        <translation>Alle Klassen (Mittel)</translation>
    </message>
    <message>
        <source>Below each value: its 95 % interval, over patients. Differences are paired.</source>
        <translation>Unter jedem Wert: sein 95-%-Konfidenzintervall, über Patienten. Differenzen sind gepaart.</translation>
    </message>
    <message>
        <source>Subgroups: area under the ROC curve, {finding}</source>
        <translation>Untergruppen: Fläche unter der ROC-Kurve, {finding}</translation>
    </message>
    <message>
        <source>Making and testing the maps of both ...</source>
        <translation>Heatmaps beider Modelle werden berechnet und geprüft ...</translation>
    </message>
    <message>
        <source>Making the maps ...</source>
        <translation>Heatmaps werden berechnet ...</translation>
    </message>
    <message>
        <source>Promote the new model</source>
        <translation>Neues Modell übernehmen</translation>
    </message>
    <message>
        <source>Trying the new model ...</source>
        <translation>Neues Modell wird geprüft ...</translation>
    </message>
    <message>
        <source>{name} is the active model now.</source>
        <translation>{name} ist jetzt das aktive Modell.</translation>
    </message>
    <message>
        <source>The active model stays. The new one remains in the list of trainings.</source>
        <translation>Das aktive Modell bleibt. Das neue bleibt in der Liste der Trainings.</translation>
    </message>
    <message>
        <source>Folder for the comparison</source>
        <translation>Ordner für den Vergleich</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>In {folder} gespeichert.</translation>
    </message>
</context>
<context>
    <name>Retraining</name>
    <message>
        <source>{name} names a trainer that is not there: {path}</source>
        <translation>{name} nennt einen Trainer, der nicht da ist: {path}</translation>
    </message>
    <message>
        <source>Training is a separate part of WhyRay, because it is large. Install “WhyRay Trainer” on this computer, from where WhyRay itself was obtained, and open this window again. Reading and explaining images does not need it.</source>
        <translation>Das Training ist ein eigener Teil von WhyRay, weil es groß ist. Installieren Sie „WhyRay Trainer“ auf diesem Computer, aus derselben Quelle wie WhyRay selbst, und öffnen Sie dieses Fenster erneut. Zum Befunden und Erklären von Bildern wird es nicht gebraucht.</translation>
    </message>
    <message>
        <source>the trainer is not installed</source>
        <translation>der Trainer ist nicht installiert</translation>
    </message>
    <message>
        <source>the trainer has ended without an answer</source>
        <translation>der Trainer hat sich ohne Antwort beendet</translation>
    </message>
    <message>
        <source>Try again; if it happens again, install the trainer anew.</source>
        <translation>Versuchen Sie es erneut; geschieht es wieder, installieren Sie den Trainer neu.</translation>
    </message>
    <message>
        <source>No labelled radiographs were found.</source>
        <translation>Keine beschrifteten Röntgenbilder gefunden.</translation>
    </message>
    <message>
        <source>Choose a folder that holds one folder per class, or a table with the columns path and label.</source>
        <translation>Wählen Sie einen Ordner, der je Klasse einen Ordner enthält, oder eine Tabelle mit den Spalten path und label.</translation>
    </message>
    <message>
        <source>No image has a label.</source>
        <translation>Kein Bild hat eine Klassenangabe.</translation>
    </message>
    <message>
        <source>Give a table that names the class of every image.</source>
        <translation>Geben Sie eine Tabelle an, die die Klasse jedes Bildes nennt.</translation>
    </message>
    <message>
        <source>All images are {label}: there is nothing to tell apart.</source>
        <translation>Alle Bilder sind {label}: Es gibt nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>Add images of the other class.</source>
        <translation>Fügen Sie Bilder der anderen Klasse hinzu.</translation>
    </message>
    <message>
        <source>No image shows {label}.</source>
        <translation>Kein Bild zeigt {label}.</translation>
    </message>
    <message>
        <source>Add images of that class.</source>
        <translation>Fügen Sie Bilder dieser Klasse hinzu.</translation>
    </message>
    <message>
        <source>Only {images} images of {patients} patients show {label}.</source>
        <translation>Nur {images} Bilder von {patients} Patienten zeigen {label}.</translation>
    </message>
    <message>
        <source>At least {least_images} images of {least_patients} patients are needed to learn and to measure anything; some hundreds are better. Add images of that class.</source>
        <translation>Mindestens {least_images} Bilder von {least_patients} Patienten sind nötig, um etwas zu lernen und zu messen; einige hundert sind besser. Fügen Sie Bilder dieser Klasse hinzu.</translation>
    </message>
    <message>
        <source>No image of the {split} part shows {label}.</source>
        <translation>Im Teil „{split}“ zeigt kein Bild {label}.</translation>
    </message>
    <message>
        <source>Every class needs patients for training, validation and test; add images of it.</source>
        <translation>Jede Klasse braucht Patienten für Training, Validierung und Test; fügen Sie Bilder von ihr hinzu.</translation>
    </message>
    <message>
        <source>The same picture stands in two classes: {files}.</source>
        <translation>Dasselbe Bild steht in zwei Klassen: {files}.</translation>
    </message>
    <message>
        <source>Decide which is right, and remove the other file.</source>
        <translation>Entscheiden Sie, was richtig ist, und entfernen Sie die andere Datei.</translation>
    </message>
    <message>
        <source>A patient has images both for training and for measuring.</source>
        <translation>Ein Patient hat Bilder sowohl im Training als auch in der Messung.</translation>
    </message>
    <message>
        <source>The figures would be too good. Keep all images of a patient in one part.</source>
        <translation>Die Kennzahlen wären zu gut. Lassen Sie alle Bilder eines Patienten in einem Teil.</translation>
    </message>
    <message>
        <source>None of the {count} images can be read.</source>
        <translation>Keines der {count} Bilder ist lesbar.</translation>
    </message>
    <message>
        <source>Check that these are radiographs, and that you may read the folder.</source>
        <translation>Prüfen Sie, ob es Röntgenbilder sind und ob Sie den Ordner lesen dürfen.</translation>
    </message>
    <message>
        <source>Files that cannot be read: {count}.</source>
        <translation>Nicht lesbare Dateien: {count}.</translation>
    </message>
    <message>
        <source>Files that cannot be read and are left out: {count}.</source>
        <translation>Nicht lesbare, ausgelassene Dateien: {count}.</translation>
    </message>
    <message>
        <source>The check names them.</source>
        <translation>Die Prüfung nennt sie.</translation>
    </message>
    <message>
        <source>Rows of the tables that cannot be used and are left out: {count}.</source>
        <translation>Unbrauchbare, ausgelassene Tabellenzeilen: {count}.</translation>
    </message>
    <message>
        <source>Patients with images in several parts: {count}. The figures would be too good.</source>
        <translation>Patienten mit Bildern in mehreren Teilen: {count}. Die Zahlen fielen zu gut aus.</translation>
    </message>
    <message>
        <source>Images that are, or nearly are, in two parts: {count}. The figures would be too good.</source>
        <translation>Bilder, die gleich oder fast gleich in zwei Teilen liegen: {count}. Die Zahlen fielen zu gut aus.</translation>
    </message>
    <message>
        <source>Pairs of equal or nearly equal images in different classes: {count}.</source>
        <translation>Paare gleicher oder fast gleicher Bilder in verschiedenen Klassen: {count}.</translation>
    </message>
    <message>
        <source>Pairs of equal or nearly equal images of different patients: {count}. Perhaps one person under two ids.</source>
        <translation>Paare gleicher oder fast gleicher Bilder bei verschiedenen Patienten: {count}. Vielleicht eine Person unter zwei Kennungen.</translation>
    </message>
    <message>
        <source>Images that are there more than once and are used once: {images}.</source>
        <translation>Mehrfach vorhandene Bilder, die einmal verwendet werden: {images}.</translation>
    </message>
    <message>
        <source>Images without a label: {count}.</source>
        <translation>Bilder ohne Beschriftung: {count}.</translation>
    </message>
    <message>
        <source>Few images show {label}: {images}.</source>
        <translation>Wenige Bilder zeigen {label}: {images}.</translation>
    </message>
    <message>
        <source>Images that are not learned from, because their patients are in the locked test set: {images}.</source>
        <translation>Bilder, aus denen nicht gelernt wird, weil ihre Patienten in der gesperrten Testmenge sind: {images}.</translation>
    </message>
    <message>
        <source>Images that are called test but were learned from before: {images}. They cannot measure anything and are learned from again.</source>
        <translation>Als Test bezeichnete Bilder, aus denen schon gelernt wurde: {images}. Sie können nichts messen, und es wird wieder aus ihnen gelernt.</translation>
    </message>
    <message>
        <source>Images of the locked test set that are not where they were: {images}.</source>
        <translation>Bilder der gesperrten Testmenge, die nicht mehr an ihrem Ort sind: {images}.</translation>
    </message>
    <message>
        <source>Images in the locked test set of this clinic: {images}. Images of new patients that join it: {fresh}.</source>
        <translation>Bilder in der gesperrten Testmenge dieser Klinik: {images}. Bilder neuer Patienten, die hinzukommen: {fresh}.</translation>
    </message>
    <message>
        <source>Images of the locked test set that have other classes and are left out: {images}.</source>
        <translation>Bilder der gesperrten Testmenge mit anderen Klassen, die ausgelassen werden: {images}.</translation>
    </message>
    <message>
        <source>Images that the starting model has learned from already: {images}.</source>
        <translation>Bilder, aus denen das Ausgangsmodell schon gelernt hat: {images}.</translation>
    </message>
    <message>
        <source>Images of which it is not known whose they are: {images}. Each counts as another patient.</source>
        <translation>Bilder, von denen nicht bekannt ist, von wem sie sind: {images}. Jedes zählt als eigener Patient.</translation>
    </message>
    <message>
        <source>Images that are left out for their view ({views}): {images}.</source>
        <translation>Wegen ihrer Projektion ({views}) ausgelassene Bilder: {images}.</translation>
    </message>
    <message>
        <source>Files that are named more than once: {count} ({files}).</source>
        <translation>Mehrfach genannte Dateien: {count} ({files}).</translation>
    </message>
    <message>
        <source>Remove or mend them.</source>
        <translation>Entfernen oder reparieren Sie sie.</translation>
    </message>
    <message>
        <source>It is not clear what is to be told apart: {labels}.</source>
        <translation>Es ist nicht klar, was unterschieden werden soll: {labels}.</translation>
    </message>
    <message>
        <source>Go back and choose which class is the finding.</source>
        <translation>Gehen Sie zurück und wählen Sie, welche Klasse der Befund ist.</translation>
    </message>
    <message>
        <source>Going on from a model keeps its network; another one was chosen.</source>
        <translation>Wer von einem Modell ausgeht, behält dessen Netz; gewählt wurde ein anderes.</translation>
    </message>
    <message>
        <source>Begin from nothing to change the network.</source>
        <translation>Beginnen Sie von Grund auf, um das Netz zu wechseln.</translation>
    </message>
    <message>
        <source>The trainer cannot go on from this model: it does not know its network.</source>
        <translation>Der Trainer kann nicht von diesem Modell ausgehen: Er kennt dessen Netz nicht.</translation>
    </message>
    <message>
        <source>Begin from nothing, or choose another model.</source>
        <translation>Beginnen Sie von Grund auf oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>There is no model to go on from.</source>
        <translation>Es gibt kein Modell, von dem ausgegangen werden kann.</translation>
    </message>
    <message>
        <source>Choose a model, or begin from nothing.</source>
        <translation>Wählen Sie ein Modell oder beginnen Sie von Grund auf.</translation>
    </message>
    <message>
        <source>The locked test set was altered.</source>
        <translation>Der gesperrte Testsatz wurde verändert.</translation>
    </message>
    <message>
        <source>Restore it from a backup.</source>
        <translation>Stellen Sie ihn aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>There is too little room on the disk.</source>
        <translation>Auf dem Datenträger ist zu wenig Platz.</translation>
    </message>
    <message>
        <source>Free some room. What was learned so far is safe.</source>
        <translation>Schaffen Sie Platz. Bisher Gelerntes ist sicher.</translation>
    </message>
    <message>
        <source>Another training is running on this computer.</source>
        <translation>Auf diesem Computer läuft ein anderes Training.</translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it, then go on.</source>
        <translation>Warten Sie auf sein Ende oder brechen Sie es ab, dann fortsetzen.</translation>
    </message>
    <message>
        <source>The last words of the trainer: {output}</source>
        <translation>Die letzten Worte des Trainers: {output}</translation>
    </message>
    <message>
        <source>The trainer was stopped.</source>
        <translation>Der Trainer wurde gestoppt.</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>Das Training wurde abgebrochen.</translation>
    </message>
    <message>
        <source>No images were chosen.</source>
        <translation>Es wurden keine Bilder gewählt.</translation>
    </message>
    <message>
        <source>Add a folder or a table.</source>
        <translation>Fügen Sie einen Ordner oder eine Tabelle hinzu.</translation>
    </message>
    <message>
        <source>It is not clear what is to be told apart.</source>
        <translation>Es ist nicht klar, was unterschieden werden soll.</translation>
    </message>
    <message>
        <source>Decide which class is right.</source>
        <translation>Entscheiden Sie, welche Klasse richtig ist.</translation>
    </message>
    <message>
        <source>That is too few to learn it well or to measure it; {least} are few.</source>
        <translation>Das ist zu wenig, um es gut zu lernen oder zu messen; {least} sind wenige.</translation>
    </message>
    <message>
        <source>Only {images} images of the {split} part show {label}: the sensitivity moves by {points} points with every single one.</source>
        <translation>Nur {images} Bilder im Teil „{split}“ zeigen {label}: Die Sensitivität ändert sich mit jedem einzelnen um {points} Prozentpunkte.</translation>
    </message>
    <message>
        <source>Shortcut: classes with one {fact} only, where others have others: {classes}.</source>
        <translation>Scheinmerkmal „{fact}“: Klassen mit nur einem Wert, während andere Klassen andere haben: {classes}.</translation>
    </message>
    <message>
        <source>The model may learn that instead of the disease. Add images that break the link.</source>
        <translation>Das Modell lernt vielleicht dies statt der Krankheit. Fügen Sie Bilder hinzu, die den Zusammenhang aufheben.</translation>
    </message>
    <message>
        <source>Shortcut: the {fact} alone tells the class of {guessed} % of the images (the most frequent class: {always} %).</source>
        <translation>Scheinmerkmal „{fact}“: Es allein verrät die Klasse von {guessed} % der Bilder (die häufigste Klasse: {always} %).</translation>
    </message>
    <message>
        <source>Bring them back, or the new model is measured on fewer images.</source>
        <translation>Bringen Sie sie zurück, sonst wird das neue Modell an weniger Bildern gemessen.</translation>
    </message>
    <message>
        <source>They are never used to measure.</source>
        <translation>Sie werden nie zum Messen verwendet.</translation>
    </message>
    <message>
        <source>The starting model does not tell which images it has learned from; some of them may be in the test set.</source>
        <translation>Das Ausgangsmodell sagt nicht, aus welchen Bildern es gelernt hat; einige davon könnten im Testsatz sein.</translation>
    </message>
    <message>
        <source>Its own figures may then be too good.</source>
        <translation>Seine eigenen Kennzahlen sind dann vielleicht zu gut.</translation>
    </message>
    <message>
        <source>If patients have several images, some are learned from and measured on, and the figures are too good. Name the patients in a table, column patient_id.</source>
        <translation>Haben Patienten mehrere Bilder, wird aus einigen gelernt und an anderen gemessen, und die Kennzahlen sind zu gut. Nennen Sie die Patienten in einer Tabelle, Spalte patient_id.</translation>
    </message>
    <message>
        <source>A folder or table of images cannot be used: {file}</source>
        <translation>Ein Ordner oder eine Tabelle mit Bildern ist nicht verwendbar: {file}</translation>
    </message>
    <message>
        <source>Check that it is there and may be read; a table needs the columns path and label.</source>
        <translation>Prüfen Sie, ob es vorhanden und lesbar ist; eine Tabelle braucht die Spalten path und label.</translation>
    </message>
    <message>
        <source>Something unexpected happened in the trainer ({kind}).</source>
        <translation>Im Trainer ist etwas Unerwartetes geschehen ({kind}).</translation>
    </message>
    <message>
        <source>Letting it go on may help; the last lines of the log tell more.</source>
        <translation>Fortsetzen hilft vielleicht; die letzten Zeilen des Protokolls sagen mehr.</translation>
    </message>
    <message>
        <source>The classes are others than those of the starting model ({before}): {now}. Its last layer goes on from what it knows of those.</source>
        <translation>Die Klassen sind andere als die des Ausgangsmodells ({before}): {now}. Seine letzte Schicht baut auf dem auf, was sie von jenen weiß.</translation>
    </message>
    <message>
        <source>The classes are others than those of the starting model ({before}): {now}. Its last layer starts anew.</source>
        <translation>Die Klassen sind andere als die des Ausgangsmodells ({before}): {now}. Seine letzte Schicht beginnt neu.</translation>
    </message>
    <message>
        <source>A model with other classes cannot be compared with the active one.</source>
        <translation>Ein Modell mit anderen Klassen kann nicht mit dem aktiven verglichen werden.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>kind of file</source>
        <translation>Dateityp</translation>
    </message>
    <message>
        <source>size of the image</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>(hidden while patients are masked)</source>
        <translation>(verborgen, solange Patienten verdeckt sind)</translation>
    </message>
    <message>
        <source>Cancel the training of &quot;{name}&quot;?</source>
        <translation>Training von „{name}“ abbrechen?</translation>
    </message>
    <message>
        <source>What was learned up to the last finished round is kept, and the training can be gone on with later.</source>
        <translation>Bis zur letzten fertigen Runde Gelerntes bleibt erhalten, und das Training kann später fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Cancel training</source>
        <translation>Training abbrechen</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Delete the training of &quot;{name}&quot;?</source>
        <translation>Training von „{name}“ löschen?</translation>
    </message>
    <message>
        <source>Its curves, its log and its result are removed for good. A model that was taken into use stays.</source>
        <translation>Kurven, Protokoll und Ergebnis werden endgültig entfernt. Ein Modell, das in Gebrauch genommen wurde, bleibt.</translation>
    </message>
    <message>
        <source>It is running and will be ended first.</source>
        <translation>Es läuft und wird zuerst beendet.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Retraining</source>
        <translation>Nachtraining</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} bis {high})</translation>
    </message>
    <message>
        <source>comes later</source>
        <translation>kommt später</translation>
    </message>
    <message>
        <source>to be filled in</source>
        <translation>auszufüllen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>done, with warnings</source>
        <translation>fertig, mit Warnungen</translation>
    </message>
    <message>
        <source>must be mended</source>
        <translation>muss behoben werden</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Starting the trainer ...</source>
        <translation>Trainer wird gestartet ...</translation>
    </message>
    <message>
        <source>Reading the images ...</source>
        <translation>Bilder werden gelesen ...</translation>
    </message>
    <message>
        <source>Learning from the images</source>
        <translation>Aus den Bildern wird gelernt</translation>
    </message>
    <message>
        <source>Making its percentages true, and choosing its operating points ...</source>
        <translation>Prozentwerte werden richtiggestellt und Arbeitspunkte gewählt ...</translation>
    </message>
    <message>
        <source>Writing the model and proving that it computes the same ...</source>
        <translation>Modell wird geschrieben und auf gleiche Ergebnisse geprüft ...</translation>
    </message>
    <message>
        <source>Measuring on the untouched test images ...</source>
        <translation>Messung an den unberührten Testbildern ...</translation>
    </message>
    <message>
        <source>Writing the new model ...</source>
        <translation>Neues Modell wird geschrieben ...</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>Kurzer Versuch</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <source>Few rounds. Shows whether the images are any good; rarely the best model.</source>
        <translation>Wenige Runden. Zeigt, ob die Bilder taugen; selten das beste Modell.</translation>
    </message>
    <message>
        <source>As many rounds as help; stops by itself when nothing gets better.</source>
        <translation>So viele Runden, wie helfen; hört von selbst auf, wenn nichts besser wird.</translation>
    </message>
    <message>
        <source>Many slow rounds with more variety of the images. For the night.</source>
        <translation>Viele langsame Runden mit mehr Abwandlung der Bilder. Für die Nacht.</translation>
    </message>
    <message>
        <source>Stopping as soon as it can ...</source>
        <translation>Wird so bald wie möglich gestoppt ...</translation>
    </message>
    <message>
        <source>Paused: it uses no processor until you go on.</source>
        <translation>Pausiert: Es braucht keinen Prozessor, bis Sie fortsetzen.</translation>
    </message>
    <message>
        <source>Something ended the training: the computer was switched off, or the trainer was stopped. Go on continues after the last finished round.</source>
        <translation>Etwas hat das Training beendet: Der Computer wurde ausgeschaltet oder der Trainer gestoppt. „Fortsetzen“ macht nach der letzten fertigen Runde weiter.</translation>
    </message>
    <message>
        <source>You cancelled it. Go on continues where it stopped.</source>
        <translation>Sie haben es abgebrochen. „Fortsetzen“ macht dort weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>The new model is ready. See the result: only who promotes it puts it to use.</source>
        <translation>Das neue Modell ist fertig. Sehen Sie das Ergebnis an: In Gebrauch kommt es nur, wenn es übernommen wird.</translation>
    </message>
    <message>
        <source>The training could not go on.</source>
        <translation>Das Training konnte nicht fortfahren.</translation>
    </message>
    <message>
        <source>{done} rounds (epochs), the best was {best}</source>
        <translation>{done} Runden (Epochen), die beste war {best}</translation>
    </message>
    <message>
        <source>Round (epoch) {current} of at most {planned}</source>
        <translation>Runde (Epoche) {current} von höchstens {planned}</translation>
    </message>
    <message>
        <source>about {time} left, often less</source>
        <translation>noch etwa {time}, oft weniger</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>unter einer Minute</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes:02d} min</source>
        <translation>{hours} h {minutes:02d} min</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>goes on from that model</source>
        <translation>geht von diesem Modell aus</translation>
    </message>
    <message>
        <source>learns everything anew</source>
        <translation>lernt alles neu</translation>
    </message>
</context>
<context>
    <name>RetrainingSign</name>
    <message>
        <source>The training of {name} is finished.</source>
        <translation>Das Training von {name} ist fertig.</translation>
    </message>
    <message>
        <source>The training of {name} was cancelled.</source>
        <translation>Das Training von {name} wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The training of {name} was interrupted.</source>
        <translation>Das Training von {name} wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The training of {name} has failed.</source>
        <translation>Das Training von {name} ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Retraining starts</source>
        <translation>Nachtraining startet</translation>
    </message>
    <message>
        <source>Retraining {share} %</source>
        <translation>Nachtraining {share} %</translation>
    </message>
    <message>
        <source>Retraining paused</source>
        <translation>Nachtraining pausiert</translation>
    </message>
    <message>
        <source>A new model is ready</source>
        <translation>Ein neues Modell ist fertig</translation>
    </message>
    <message>
        <source>Retraining failed</source>
        <translation>Nachtraining fehlgeschlagen</translation>
    </message>
    <message>
        <source>Retraining was interrupted</source>
        <translation>Nachtraining wurde unterbrochen</translation>
    </message>
    <message>
        <source>Click to see it.</source>
        <translation>Klicken, um es zu sehen.</translation>
    </message>
</context>
<context>
    <name>RetrainingWindow</name>
    <message>
        <source>Retrain the model</source>
        <translation>Modell nachtrainieren</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>Alle Trainings</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What was filled in is kept until WhyRay ends; a training goes on</source>
        <translation>Eingaben bleiben erhalten, bis WhyRay endet; ein Training läuft weiter</translation>
    </message>
    <message>
        <source>Check the images</source>
        <translation>Bilder prüfen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ergebnis ansehen</translation>
    </message>
    <message>
        <source>no case of the library is left whose file is there and unaltered</source>
        <translation>kein Fall der Bibliothek ist übrig, dessen Datei vorhanden und unverändert ist</translation>
    </message>
    <message>
        <source>Add a folder or a table of images.</source>
        <translation>Fügen Sie einen Ordner oder eine Tabelle mit Bildern hinzu.</translation>
    </message>
    <message>
        <source>Looking for the files of the library&apos;s cases</source>
        <translation>Dateien der Bibliotheksfälle werden gesucht</translation>
    </message>
    <message>
        <source>Cancel training</source>
        <translation>Training abbrechen</translation>
    </message>
    <message>
        <source>Go on with the training</source>
        <translation>Training fortsetzen</translation>
    </message>
    <message>
        <source>Delete training</source>
        <translation>Training löschen</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>All trainings</source>
        <translation>Alle Trainings</translation>
    </message>
    <message>
        <source>Deleting a training never removes a model that was taken into use.</source>
        <translation>Ein Training zu löschen entfernt nie ein Modell, das in Gebrauch genommen wurde.</translation>
    </message>
    <message>
        <source>There is no training yet. The steps at the left lead to the first one.</source>
        <translation>Es gibt noch kein Training. Die Schritte links führen zum ersten.</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Neues Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>AUC (test)</source>
        <translation>AUC (Test)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ergebnis ansehen</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Löschen...</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Neues Training</translation>
    </message>
    <message>
        <source>Its curves, figures and log</source>
        <translation>Kurven, Kennzahlen und Protokoll</translation>
    </message>
    <message>
        <source>Continues after the last finished round</source>
        <translation>Macht nach der letzten fertigen Runde weiter</translation>
    </message>
    <message>
        <source>Removes its folder: curves, log and unused result</source>
        <translation>Entfernt den Ordner: Kurven, Protokoll und ungenutztes Ergebnis</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Ground-glass opacity</source>
        <translation>Milchglas</translation>
    </message>
    <message>
        <source>A haze in both lungs; the vessels stay visible through it.</source>
        <translation>Schleier in beiden Lungen; die Gefäße bleiben darin sichtbar.</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Konsolidierung</translation>
    </message>
    <message>
        <source>Dense, ragged area in the left lung with open bronchi. Stored as MONOCHROME1 (inverted).</source>
        <translation>Dichtes, unscharf begrenztes Areal links mit offenen Bronchien. Als MONOCHROME1 (invertiert) gespeichert.</translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation>Pleuraerguss</translation>
    </message>
    <message>
        <source>Fluid at the base of the left lung; the angle and the dome are hidden.</source>
        <translation>Flüssigkeit links basal; Sinus und Kuppel sind verdeckt.</translation>
    </message>
    <message>
        <source>Single nodule</source>
        <translation>Einzelner Rundherd</translation>
    </message>
    <message>
        <source>One ball in the left lung.</source>
        <translation>Eine Kugel in der linken Lunge.</translation>
    </message>
    <message>
        <source>Two nodules</source>
        <translation>Zwei Rundherde</translation>
    </message>
    <message>
        <source>One ball in each lung, both under 4.5 cm.</source>
        <translation>Je eine Kugel in jeder Lunge, beide unter 4,5 cm.</translation>
    </message>
    <message>
        <source>Clear lungs</source>
        <translation>Freie Lungen</translation>
    </message>
    <message>
        <source>No opacity was drawn.</source>
        <translation>Keine Verschattung eingezeichnet.</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>estimated in the patient</source>
        <translation>im Patienten geschätzt</translation>
    </message>
    <message>
        <source>calibrated by hand</source>
        <translation>von Hand kalibriert</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>am Detektor</translation>
    </message>
    <message>
        <source>{length} px</source>
        <translation>{length} px</translation>
    </message>
    <message>
        <source>{length}, {origin}</source>
        <translation>{length}, {origin}</translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation>{length} mm</translation>
    </message>
    <message>
        <source>{length} cm</source>
        <translation>{length} cm</translation>
    </message>
</context>
<context>
    <name>ScalePicker</name>
    <message>
        <source>Each image&apos;s own</source>
        <translation>Je Bild eigene</translation>
    </message>
    <message>
        <source>Same for all, up to</source>
        <translation>Für alle gleich, bis</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>Skala der Farben</translation>
    </message>
    <message>
        <source>A fixed scale lets images be compared; only maps of one method can be</source>
        <translation>Eine feste Skala macht Bilder vergleichbar; nur Heatmaps einer Methode sind es</translation>
    </message>
    <message>
        <source>Value of the last colour</source>
        <translation>Wert der letzten Farbe</translation>
    </message>
</context>
<context>
    <name>ScopePicker</name>
    <message>
        <source>Which images</source>
        <translation>Welche Bilder</translation>
    </message>
    <message>
        <source>The image on screen</source>
        <translation>Das angezeigte Bild</translation>
    </message>
    <message numerus="yes">
        <source>%n open image(s) of this study</source>
        <translation>
            <numerusform>%n geöffnetes Bild dieser Untersuchung</numerusform>
            <numerusform>%n geöffnete Bilder dieser Untersuchung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n open image(s)</source>
        <translation>
            <numerusform>Das %n geöffnete Bild</numerusform>
            <numerusform>Alle %n geöffneten Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Image {number}</source>
        <translation>Bild {number}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>{menu}: {command}</source>
        <translation>{menu}: {command}</translation>
    </message>
</context>
<context>
    <name>SessionSign</name>
    <message>
        <source>End session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>Ends the administrator session</source>
        <translation>Beendet die Administrator-Sitzung</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Administrator (by group)</source>
        <translation>Administrator (durch Gruppe)</translation>
    </message>
    <message>
        <source>Record-keeping settings, network and models can be changed. The session ends by itself after 15 minutes without a key or a click.</source>
        <translation>Einstellungen zu Aufzeichnung, Netzwerk und Modellen sind änderbar. Die Sitzung endet nach 15 Minuten ohne Taste oder Klick von selbst.</translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <source>Set password</source>
        <translation>Passwort festlegen</translation>
    </message>
    <message>
        <source>{what}: this is for the administrator, and no password was set yet.</source>
        <translation>{what}: Das ist dem Administrator vorbehalten, und es wurde noch kein Passwort festgelegt.</translation>
    </message>
    <message>
        <source>With this password the DICOM network, record-keeping settings and models are changed on this computer. It also opens the key that signs models trained here.</source>
        <translation>Mit diesem Passwort werden DICOM-Netzwerk, Einstellungen zur Aufzeichnung und Modelle auf diesem Computer geändert. Es öffnet auch den Schlüssel, der hier trainierte Modelle signiert.</translation>
    </message>
    <message>
        <source>It is a guard against mistakes, not against somebody who owns the disk. Nobody can tell it to you again: write it down and lock it away.</source>
        <translation>Es schützt vor Versehen, nicht vor jemandem, der über den Datenträger verfügt. Niemand kann es Ihnen wiederbeschaffen: Schreiben Sie es auf und schließen Sie es weg.</translation>
    </message>
    <message>
        <source>New administrator password</source>
        <translation>Neues Administrator-Passwort</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Image and mouse</source>
        <translation>Bild und Maus</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Worklist and history</source>
        <translation>Arbeitsliste und Verlauf</translation>
    </message>
    <message>
        <source>DICOM network</source>
        <translation>DICOM-Netzwerk</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Contour</source>
        <translation>Kontur</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Superpixels</source>
        <translation>Superpixel</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Am größten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Start with names and dates masked</source>
        <translation>Mit verdeckten Namen und Daten starten</translation>
    </message>
    <message>
        <source>Wheel over an image of one frame</source>
        <translation>Mausrad über einem einzelnen Bild</translation>
    </message>
    <message>
        <source>Zooms</source>
        <translation>Zoomt</translation>
    </message>
    <message>
        <source>Goes to the next image</source>
        <translation>Wechselt zum nächsten Bild</translation>
    </message>
    <message>
        <source>Zoom and move all panes together</source>
        <translation>Alle Bildfelder gemeinsam zoomen und verschieben</translation>
    </message>
    <message>
        <source>Window all panes together</source>
        <translation>Alle Bildfelder gemeinsam fenstern</translation>
    </message>
    <message>
        <source>Dragging up brightens instead of darkens</source>
        <translation>Aufwärts ziehen hellt auf statt abzudunkeln</translation>
    </message>
    <message>
        <source>Measuring tools stay in hand after a mark</source>
        <translation>Messwerkzeuge bleiben nach einer Markierung gewählt</translation>
    </message>
    <message>
        <source>Enlargement of the magnifier</source>
        <translation>Vergrößerung der Lupe</translation>
    </message>
    <message>
        <source>Frames per second where the file does not say</source>
        <translation>Einzelbilder pro Sekunde, wo die Datei nichts angibt</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>Farben der Heatmap</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Deckkraft der Heatmap</translation>
    </message>
    <message>
        <source>Weaker evidence is not painted</source>
        <translation>Schwächere Evidenz wird nicht gezeichnet</translation>
    </message>
    <message>
        <source>How the map is drawn</source>
        <translation>Wie die Heatmap gezeichnet wird</translation>
    </message>
    <message>
        <source>Explain at once when a score reaches its operating point</source>
        <translation>Sofort erklären, wenn ein Score seinen Arbeitspunkt erreicht</translation>
    </message>
    <message>
        <source>Hide what the model says until I have looked</source>
        <translation>Verbergen, was das Modell sagt, bis ich das Bild gesichtet habe</translation>
    </message>
    <message>
        <source>Score in the background what nobody looks at</source>
        <translation>Im Hintergrund bewerten, was niemand ansieht</translation>
    </message>
    <message>
        <source>All open images</source>
        <translation>Alle geöffneten Bilder</translation>
    </message>
    <message>
        <source>Received images only</source>
        <translation>Nur empfangene Bilder</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Find lung and heart fields, with a model for masks</source>
        <translation>Lungenfelder und Herz finden, mit einem Maskenmodell</translation>
    </message>
    <message>
        <source>Use a graphics processor where there really is one</source>
        <translation>Grafikprozessor nutzen, wo es wirklich einen gibt</translation>
    </message>
    <message>
        <source>Only activate models that are signed by a trusted key</source>
        <translation>Nur Modelle aktivieren, die mit einem vertrauten Schlüssel signiert sind</translation>
    </message>
    <message>
        <source>Paper of reports</source>
        <translation>Papier der Berichte</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Name of the clinic on reports</source>
        <translation>Name der Klinik auf Berichten</translation>
    </message>
    <message>
        <source>Logo on reports (PNG or JPEG)</source>
        <translation>Logo auf Berichten (PNG oder JPEG)</translation>
    </message>
    <message>
        <source>Name of the reader</source>
        <translation>Name des Befunders</translation>
    </message>
    <message>
        <source>Role of the reader</source>
        <translation>Funktion des Befunders</translation>
    </message>
    <message>
        <source>Lines instead of colours, safe on grey printers</source>
        <translation>Linien statt Farben, sicher auf Graustufendruckern</translation>
    </message>
    <message>
        <source>Add pages of details to reports</source>
        <translation>Berichten Seiten mit Einzelheiten anfügen</translation>
    </message>
    <message>
        <source>Folder whose new images are opened; empty: none</source>
        <translation>Ordner, dessen neue Bilder geöffnet werden; leer: keiner</translation>
    </message>
    <message>
        <source>Remember the files that were opened last</source>
        <translation>Zuletzt geöffnete Dateien merken</translation>
    </message>
    <message>
        <source>Memory for decoded images, in MB</source>
        <translation>Speicher für dekodierte Bilder, in MB</translation>
    </message>
    <message>
        <source>Remember studies for the worklist, and log what is done</source>
        <translation>Untersuchungen für die Arbeitsliste merken und protokollieren, was getan wird</translation>
    </message>
    <message>
        <source>Days after which a study that was not opened again is forgotten at the next start, with its marks and decisions; 0: never</source>
        <translation>Tage, nach denen eine nicht wieder geöffnete Untersuchung beim nächsten Start vergessen wird, samt Markierungen und Entscheidungen; 0: nie</translation>
    </message>
    <message>
        <source>Our own title (AE title), as DICOM peers know us</source>
        <translation>Eigener AE-Titel, unter dem DICOM-Gegenstellen WhyRay kennen</translation>
    </message>
    <message>
        <source>DICOM nodes to send to, as TITLE@HOST:PORT, with /tls at the end where they speak TLS; several with a blank between</source>
        <translation>DICOM-Knoten zum Senden als TITEL@HOST:PORT, mit /tls am Ende, wo sie TLS sprechen; mehrere durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>Receive images from DICOM peers while the window is open</source>
        <translation>Bilder von DICOM-Gegenstellen empfangen, solange das Fenster offen ist</translation>
    </message>
    <message>
        <source>Address to receive at; 127.0.0.1: from this computer only, 0.0.0.0: from the network</source>
        <translation>Adresse für den Empfang; 127.0.0.1: nur von diesem Computer, 0.0.0.0: aus dem Netzwerk</translation>
    </message>
    <message>
        <source>Port to receive at</source>
        <translation>Port für den Empfang</translation>
    </message>
    <message>
        <source>Titles that may connect to us, with commas between; empty: any</source>
        <translation>AE-Titel, die sich verbinden dürfen, durch Kommas getrennt; leer: alle</translation>
    </message>
    <message>
        <source>Group of the operating system whose members need no administrator password; empty: none</source>
        <translation>Gruppe des Betriebssystems, deren Mitglieder kein Administrator-Passwort brauchen; leer: keine</translation>
    </message>
    <message>
        <source>Receive over encrypted connections (TLS) only</source>
        <translation>Nur über verschlüsselte Verbindungen (TLS) empfangen</translation>
    </message>
    <message>
        <source>Peers that send to us over TLS must show a certificate of the authority</source>
        <translation>Gegenstellen, die über TLS senden, müssen ein Zertifikat der Zertifizierungsstelle vorweisen</translation>
    </message>
    <message>
        <source>TLS: authority that vouches for peers (PEM file); empty: those of the system, where we call</source>
        <translation>TLS: Zertifizierungsstelle, die für Gegenstellen bürgt (PEM-Datei); leer: bei eigenen Anfragen die des Systems</translation>
    </message>
    <message>
        <source>TLS: our own certificate (PEM file)</source>
        <translation>TLS: eigenes Zertifikat (PEM-Datei)</translation>
    </message>
    <message>
        <source>TLS: its key, without a password (PEM file); empty: in the same file</source>
        <translation>TLS: sein Schlüssel, ohne Passwort (PEM-Datei); leer: in derselben Datei</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>No setting has such a name.</source>
        <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
        <source>Unlock...</source>
        <translation>Entsperren...</translation>
    </message>
    <message>
        <source>Unlock: {group}</source>
        <translation>Entsperren: {group}</translation>
    </message>
    <message>
        <source>Only the administrator changes these settings</source>
        <translation>Nur der Administrator ändert diese Einstellungen</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Standard wiederherstellen</translation>
    </message>
    <message>
        <source>Of locked settings nothing is changed</source>
        <translation>An gesperrten Einstellungen wird nichts geändert</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Press the key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>Click here, then press the key</source>
        <translation>Hier klicken, dann die Taste drücken</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Use it too</source>
        <translation>Zusätzlich</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Ohne Taste</translation>
    </message>
    <message>
        <source>Default keys</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>All keys to their defaults</source>
        <translation>Alle Tasten auf Standard</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>This is no key that can be used.</source>
        <translation>Das ist keine verwendbare Taste.</translation>
    </message>
    <message>
        <source>Press one key, not a sequence.</source>
        <translation>Drücken Sie eine Taste, keine Folge.</translation>
    </message>
    <message>
        <source>{key} is needed to move through the window.</source>
        <translation>{key} wird gebraucht, um sich durch das Fenster zu bewegen.</translation>
    </message>
    <message>
        <source>{key} does something while it is held.</source>
        <translation>{key} bewirkt etwas, solange es gehalten wird.</translation>
    </message>
    <message>
        <source>{key} already means: {command}. Take it away there first.</source>
        <translation>{key} bedeutet bereits: {command}. Nehmen Sie die Taste zuerst dort weg.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>How shall it be trained?</source>
        <translation>Wie soll trainiert werden?</translation>
    </message>
    <message>
        <source>The choices that are set already fit most clinics. The new model never replaces the active one by itself.</source>
        <translation>Die voreingestellte Auswahl passt für die meisten Kliniken. Das neue Modell ersetzt das aktive nie von selbst.</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Neues Modell</translation>
    </message>
    <message>
        <source>the same network as the active model</source>
        <translation>dasselbe Netz wie beim aktiven Modell</translation>
    </message>
    <message>
        <source>{name}, {millions} million weights</source>
        <translation>{name}, {millions} Millionen Gewichte</translation>
    </message>
    <message>
        <source>Measuring how long this takes on this computer ...</source>
        <translation>Es wird gemessen, wie lange das auf diesem Computer dauert ...</translation>
    </message>
    <message>
        <source>On this computer {time}: at most {epochs} rounds (epochs) over {images} images. Stops earlier where nothing gets better; takes longer while others use it.</source>
        <translation>Auf diesem Computer {time}: höchstens {epochs} Runden (Epochen) über {images} Bilder. Endet früher, wo nichts besser wird; dauert länger, wenn andere ihn nutzen.</translation>
    </message>
    <message>
        <source>It needs {disk} of disk and {memory} GB of memory.</source>
        <translation>Es braucht {disk} auf dem Datenträger und {memory} GB Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Only {free} GB of memory are free: close other programs first.</source>
        <translation>Nur {free} GB Arbeitsspeicher sind frei: Schließen Sie zuerst andere Programme.</translation>
    </message>
    <message>
        <source>The time could not be measured: {reason}</source>
        <translation>Die Dauer war nicht messbar: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) changed</source>
        <translation>
            <numerusform>%n Option geändert</numerusform>
            <numerusform>%n Optionen geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting point</source>
        <translation>Ausgangspunkt</translation>
    </message>
    <message>
        <source>Go on from the active model</source>
        <translation>Vom aktiven Modell ausgehen</translation>
    </message>
    <message>
        <source>Begin from nothing</source>
        <translation>Von Grund auf beginnen</translation>
    </message>
    <message>
        <source>Go on from another model</source>
        <translation>Von einem anderen Modell ausgehen</translation>
    </message>
    <message>
        <source>It forgets all that the active model knows. Needs many more images and much more time; other classes are possible.</source>
        <translation>Es vergisst alles, was das aktive Modell weiß. Braucht viel mehr Bilder und viel mehr Zeit; andere Klassen sind möglich.</translation>
    </message>
    <message>
        <source>It must tell the same classes as your images.</source>
        <translation>Es muss dieselben Klassen unterscheiden wie Ihre Bilder.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Another model</source>
        <translation>Anderes Modell</translation>
    </message>
    <message>
        <source>How thorough</source>
        <translation>Wie gründlich</translation>
    </message>
    <message>
        <source>All options...</source>
        <translation>Alle Optionen...</translation>
    </message>
    <message>
        <source>For experts: every option of the training</source>
        <translation>Für Fachleute: jede Option des Trainings</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Name des neuen Modells</translation>
    </message>
    <message>
        <source>As readers will see it beside every result.</source>
        <translation>So, wie Befunder ihn neben jedem Ergebnis sehen werden.</translation>
    </message>
    <message>
        <source>Recommended: it keeps what {name} knows and learns what is different here. Needs the fewest images and the least time. Where your images have other classes, the two models cannot be compared.</source>
        <translation>Empfohlen: Es behält, was {name} weiß, und lernt, was hier anders ist. Braucht die wenigsten Bilder und die wenigste Zeit. Wo Ihre Bilder andere Klassen haben, sind die beiden Modelle nicht vergleichbar.</translation>
    </message>
    <message>
        <source>the active model</source>
        <translation>das aktive Modell</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, Version {version}</translation>
    </message>
    <message>
        <source>There is no other model</source>
        <translation>Es gibt kein anderes Modell</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>etwa {time}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>StudyTable</name>
    <message>
        <source>Studies</source>
        <translation>Untersuchungen</translation>
    </message>
    <message>
        <source>Click sorts, dragging moves or widens a column, a right click fits them again</source>
        <translation>Klick sortiert, Ziehen verschiebt oder verbreitert eine Spalte, Rechtsklick passt sie wieder ein</translation>
    </message>
    <message>
        <source>Fit columns again</source>
        <translation>Spalten wieder einpassen</translation>
    </message>
</context>
<context>
    <name>SubgroupTable</name>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Subgroups</source>
        <translation>Untergruppen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
</context>
<context>
    <name>SystemDialog</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Nothing of this tells about patients.</source>
        <translation>Nichts hiervon betrifft Patienten.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>SystemFacts</name>
    <message>
        <source>WhyRay</source>
        <translation>WhyRay</translation>
    </message>
    <message>
        <source>Providers present</source>
        <translation>Vorhandene Provider</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>Memory free</source>
        <translation>Freier Speicher</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Bildschirme</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>User folder</source>
        <translation>Benutzerordner</translation>
    </message>
    <message>
        <source>Active model</source>
        <translation>Aktives Modell</translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation>Rechnet auf</translation>
    </message>
    <message>
        <source>{width} x {height}, scaled {ratio}</source>
        <translation>{width} x {height}, skaliert {ratio}</translation>
    </message>
</context>
<context>
    <name>TargetForm</name>
    <message>
        <source>Into a folder</source>
        <translation>In einen Ordner</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>To a DICOM node</source>
        <translation>An einen DICOM-Knoten</translation>
    </message>
    <message>
        <source>DICOM node</source>
        <translation>DICOM-Knoten</translation>
    </message>
    <message>
        <source>Nodes...</source>
        <translation>Knoten...</translation>
    </message>
    <message>
        <source>none is named yet</source>
        <translation>noch keiner angegeben</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Words of the mark</source>
        <translation>Text der Markierung</translation>
    </message>
    <message>
        <source>Type, then Enter</source>
        <translation>Tippen, dann Enter</translation>
    </message>
</context>
<context>
    <name>ThumbnailStrip</name>
    <message>
        <source>Open images</source>
        <translation>Geöffnete Bilder</translation>
    </message>
</context>
<context>
    <name>TileBoard</name>
    <message>
        <source>computing ...</source>
        <translation>wird berechnet ...</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>{number}  {name}</source>
        <translation>{number}  {name}</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>die Referenz</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source>nothing that both saw</source>
        <translation>kein gemeinsamer Bereich</translation>
    </message>
    <message>
        <source>ranks {ranks}, top {percent} % {overlap}</source>
        <translation>Ränge {ranks}, oberste {percent} % {overlap}</translation>
    </message>
    <message>
        <source>{layer}: ±{high}</source>
        <translation>{layer}: ±{high}</translation>
    </message>
    <message>
        <source>{layer}: {low} to {high}</source>
        <translation>{layer}: {low} bis {high}</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>No training</source>
        <translation>Kein Training</translation>
    </message>
    <message>
        <source>Start one, or open one of the list of all trainings.</source>
        <translation>Starten Sie eines oder öffnen Sie eines aus der Liste aller Trainings.</translation>
    </message>
    <message>
        <source>You may close this window, and WhyRay too; the training goes on.</source>
        <translation>Sie können dieses Fenster und auch WhyRay schließen; das Training läuft weiter.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Leaves the computer to others until you go on</source>
        <translation>Überlässt den Computer anderen, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continues after the last finished round</source>
        <translation>Macht nach der letzten fertigen Runde weiter</translation>
    </message>
    <message>
        <source>Cancel training...</source>
        <translation>Training abbrechen...</translation>
    </message>
    <message>
        <source>Ends it; what was learned so far is kept</source>
        <translation>Beendet es; bisher Gelerntes bleibt erhalten</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ergebnis ansehen</translation>
    </message>
    <message>
        <source>The new model beside the active one</source>
        <translation>Das neue Modell neben dem aktiven</translation>
    </message>
    <message>
        <source>Error (loss): lower is better</source>
        <translation>Fehler (Loss): niedriger ist besser</translation>
    </message>
    <message>
        <source>Where the error on validation rises while that on training falls, the model learns the training images by heart</source>
        <translation>Wo der Fehler bei der Validierung steigt, während er beim Training fällt, lernt das Modell die Trainingsbilder auswendig</translation>
    </message>
    <message>
        <source>On validation: higher is better</source>
        <translation>Bei der Validierung: höher ist besser</translation>
    </message>
    <message>
        <source>AUC: how well ill and healthy are told apart, 0.5 is chance. Sensitivity: share of the ill that are found</source>
        <translation>AUC: wie gut Kranke und Gesunde unterschieden werden, 0,5 ist Zufall. Sensitivität: Anteil der Kranken, die gefunden werden</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Log of the training</source>
        <translation>Protokoll des Trainings</translation>
    </message>
    <message>
        <source>Hide log</source>
        <translation>Protokoll ausblenden</translation>
    </message>
    <message>
        <source>When that is mended, Go on continues after the last finished round.</source>
        <translation>Ist das behoben, macht „Fortsetzen“ nach der letzten fertigen Runde weiter.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>Sensitivität</translation>
    </message>
    <message>
        <source>The first figures come after the first round.</source>
        <translation>Die ersten Zahlen kommen nach der ersten Runde.</translation>
    </message>
    <message>
        <source>Best round so far: {number}, AUC {auc}, sensitivity {recall} (at 0.5), error {loss}. These are on validation images; the result is measured on the test images.</source>
        <translation>Bisher beste Runde: {number}, AUC {auc}, Sensitivität {recall} (bei 0,5), Fehler {loss}. Das gilt für die Validierungsbilder; das Ergebnis wird an den Testbildern gemessen.</translation>
    </message>
    <message>
        <source>This you should know</source>
        <translation>Das sollten Sie wissen</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>{control}: {value}</source>
        <translation>{control}: {value}</translation>
    </message>
</context>
<context>
    <name>TrustPanel</name>
    <message>
        <source>Can the map be believed?</source>
        <translation>Ist der Heatmap zu trauen?</translation>
    </message>
    <message>
        <source>Test this map</source>
        <translation>Heatmap prüfen</translation>
    </message>
    <message>
        <source>Hides, swaps and perturbs what the map calls important, and asks again. J</source>
        <translation>Verdeckt, vertauscht und stört, was die Heatmap wichtig nennt, und fragt erneut. J</translation>
    </message>
    <message>
        <source>Test thoroughly</source>
        <translation>Gründlich prüfen</translation>
    </message>
    <message>
        <source>The same with many more runs of the model: minutes</source>
        <translation>Dasselbe mit viel mehr Durchläufen des Modells: Minuten</translation>
    </message>
    <message>
        <source>Masks...</source>
        <translation>Masken ...</translation>
    </message>
    <message>
        <source>Masks of where finding and lungs lie (PNG, NIfTI, DICOM SEG; NAME__lungs.png): tests then tell whether the map lies there</source>
        <translation>Masken von Befund und Lungen (PNG, NIfTI, DICOM SEG; NAME__lungs.png): Die Prüfung sagt dann, ob die Karte dort liegt</translation>
    </message>
    <message>
        <source>Progress of the tests</source>
        <translation>Fortschritt der Prüfungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Masks: opened</source>
        <translation>Masken: geöffnet</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>A map can look right and mean nothing. Tests take some seconds.</source>
        <translation>Eine Heatmap kann richtig aussehen und nichts bedeuten. Prüfungen dauern einige Sekunden.</translation>
    </message>
    <message>
        <source>Explain a score first.</source>
        <translation>Erklären Sie zuerst einen Score.</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>The criteria, fixed before anything was measured</source>
        <translation>Die Kriterien, vor jeder Messung festgelegt</translation>
    </message>
</context>
<context>
    <name>ViewHistory</name>
    <message>
        <source>Window</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Turn or flip</source>
        <translation>Drehen oder spiegeln</translation>
    </message>
</context>
<context>
    <name>WeightHistogram</name>
    <message>
        <source>Histogram of the weights</source>
        <translation>Histogramm der Gewichte</translation>
    </message>
    <message>
        <source>Weights by value, zero in the middle; heights are square roots of counts</source>
        <translation>Gewichte nach Wert, null in der Mitte; Höhen sind Quadratwurzeln der Anzahlen</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>Von {low} bis {high}</translation>
    </message>
</context>
<context>
    <name>WeightsPage</name>
    <message>
        <source>Layers with weights, early to late</source>
        <translation>Schichten mit Gewichten, früh bis spät</translation>
    </message>
    <message>
        <source>Kernels of the layer</source>
        <translation>Kerne der Schicht</translation>
    </message>
    <message>
        <source>Output channel</source>
        <translation>Ausgangskanal</translation>
    </message>
    <message>
        <source>One scale for all</source>
        <translation>Eine Skala für alle</translation>
    </message>
    <message>
        <source>Kernels of the same brightness have the same weights</source>
        <translation>Kerne gleicher Helligkeit haben gleiche Gewichte</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Speichern ...</translation>
    </message>
    <message>
        <source>The pictures as PNG, the kernel as NPY, the histogram as CSV</source>
        <translation>Die Bilder als PNG, der Kern als NPY, das Histogramm als CSV</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>In {folder} gespeichert.</translation>
    </message>
    <message>
        <source>{share} % near zero</source>
        <translation>{share} % nahe null</translation>
    </message>
    <message>
        <source>outputs x inputs per group x height x width</source>
        <translation>Ausgänge x Eingänge je Gruppe x Höhe x Breite</translation>
    </message>
    <message>
        <source>Filter {number}</source>
        <translation>Filter {number}</translation>
    </message>
    <message>
        <source>Input {number}</source>
        <translation>Eingang {number}</translation>
    </message>
    <message>
        <source>The weights of the model are shown here once it is open.</source>
        <translation>Sobald das Modell geöffnet ist, erscheinen hier seine Gewichte.</translation>
    </message>
    <message>
        <source>All filters of the first layer. Middle grey is zero, light positive.</source>
        <translation>Alle Filter der ersten Schicht. Mittelgrau ist null, hell positiv.</translation>
    </message>
    <message>
        <source>Every filter has one kernel. Blue is negative, red is positive.</source>
        <translation>Jeder Filter hat einen Kern. Blau ist negativ, Rot positiv.</translation>
    </message>
    <message>
        <source>One kernel per input channel. Blue is negative, red is positive.</source>
        <translation>Ein Kern je Eingangskanal. Blau ist negativ, Rot positiv.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Drop chest radiographs here</source>
        <translation>Thoraxaufnahmen hier ablegen</translation>
    </message>
    <message>
        <source>DICOM, JPEG, PNG, TIFF - files or whole folders. They are scored and explained on this computer and leave it only when you send them.</source>
        <translation>DICOM, JPEG, PNG, TIFF – Dateien oder ganze Ordner. Sie werden auf diesem Computer bewertet und erklärt und verlassen ihn nur, wenn Sie sie senden.</translation>
    </message>
    <message>
        <source>Open files...</source>
        <translation>Dateien öffnen...</translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation>Ordner öffnen...</translation>
    </message>
    <message>
        <source>No administrator password was set on this computer. It guards the DICOM network, record-keeping settings and models against mistakes.</source>
        <translation>Auf diesem Computer wurde kein Administrator-Passwort festgelegt. Es schützt DICOM-Netzwerk, Einstellungen zur Aufzeichnung und Modelle vor Versehen.</translation>
    </message>
    <message>
        <source>Set password...</source>
        <translation>Passwort festlegen...</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Or try a sample (synthetic radiographs, scored by the phantom model)</source>
        <translation>Oder ein Beispiel probieren (synthetische Röntgenaufnahmen, vom Phantommodell bewertet)</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Links ziehen</translation>
    </message>
    <message>
        <source>window and level</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Mitte ziehen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>PgUp / PgDn</source>
        <translation>Bild auf / Bild ab</translation>
    </message>
    <message>
        <source>previous / next image</source>
        <translation>voriges / nächstes Bild</translation>
    </message>
    <message>
        <source>G, hold Q</source>
        <translation>G, Q halten</translation>
    </message>
    <message>
        <source>heatmap off, peek without it</source>
        <translation>Heatmap aus, kurz ohne sie sehen</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>all keys and gestures</source>
        <translation>alle Tasten und Gesten</translation>
    </message>
</context>
<context>
    <name>WindowShell</name>
    <message>
        <source>The log files are in {folder}</source>
        <translation>Die Protokolldateien liegen in {folder}</translation>
    </message>
    <message>
        <source>Look at the image first; then its report can be written.</source>
        <translation>Sehen Sie zuerst das Bild an; dann kann der Bericht geschrieben werden.</translation>
    </message>
    <message>
        <source>There is nothing to report yet: this image has no score.</source>
        <translation>Es gibt noch nichts zu berichten: Dieses Bild hat keinen Score.</translation>
    </message>
    <message>
        <source>DICOM nodes</source>
        <translation>DICOM-Knoten</translation>
    </message>
    <message>
        <source>The administrator password is set.</source>
        <translation>Das Administrator-Passwort ist festgelegt.</translation>
    </message>
    <message>
        <source>Details copied.</source>
        <translation>Einzelheiten kopiert.</translation>
    </message>
    <message>
        <source>The view was copied.</source>
        <translation>Die Ansicht wurde kopiert.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Geboren</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Age (years)</source>
        <translation>Alter (Jahre)</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Study time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Accession-Nr.</translation>
    </message>
    <message>
        <source>Referring physician</source>
        <translation>Überweisender Arzt</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>Körperregion</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Laterality</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institution</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Image facts</source>
        <translation>Bildangaben</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit</source>
        <translation>{width} x {height}, {bits} Bit</translation>
    </message>
    <message>
        <source>{width} x {height} mm ({origin})</source>
        <translation>{width} x {height} mm ({origin})</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} von {total}</translation>
    </message>
    <message>
        <source>frame {n} of {count}</source>
        <translation>Einzelbild {n} von {count}</translation>
    </message>
    <message>
        <source>x {x}  y {y}</source>
        <translation>x {x}  y {y}</translation>
    </message>
    <message>
        <source>stored {value}</source>
        <translation>gespeichert {value}</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>Wert {value}</translation>
    </message>
    <message>
        <source>shown {value}</source>
        <translation>gezeigt {value}</translation>
    </message>
    <message>
        <source>{finding} {value}</source>
        <translation>{finding} {value}</translation>
    </message>
    <message>
        <source>Image {number}</source>
        <translation>Bild {number}</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>nicht zu öffnen</translation>
    </message>
    <message>
        <source>opening ...</source>
        <translation>wird geöffnet ...</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation>noch unbewertet</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht gesichtet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>refused: {score}</source>
        <translation>abgelehnt: {score}</translation>
    </message>
    <message>
        <source>own: {name}</source>
        <translation>eigenes: {name}</translation>
    </message>
    <message>
        <source>Research use - not for diagnosis. A qualified reader must review the image.</source>
        <translation>Nur für Forschungszwecke – nicht für die Diagnostik. Das Bild muss von einer qualifizierten Person befundet werden.</translation>
    </message>
    <message>
        <source>no operating point chosen for this class</source>
        <translation>kein Arbeitspunkt für diese Klasse gewählt</translation>
    </message>
    <message>
        <source>at or above its operating point ({point} %)</source>
        <translation>am oder über dem Arbeitspunkt ({point} %)</translation>
    </message>
    <message>
        <source>below its operating point ({point} %)</source>
        <translation>unter dem Arbeitspunkt ({point} %)</translation>
    </message>
    <message>
        <source>Unsure: between the sensitive ({low} %) and the specific ({high} %) operating point.</source>
        <translation>Unsicher: zwischen dem sensitiven ({low} %) und dem spezifischen ({high} %) Arbeitspunkt.</translation>
    </message>
    <message>
        <source>This model comes without operating points: read the scores as an order only.</source>
        <translation>Dieses Modell hat keine Arbeitspunkte: Lesen Sie die Scores nur als Rangfolge.</translation>
    </message>
    <message>
        <source>No listed finding reached its operating point. This does not exclude disease.</source>
        <translation>Kein aufgeführter Befund erreichte seinen Arbeitspunkt. Das schließt eine Erkrankung nicht aus.</translation>
    </message>
    <message>
        <source>{above} of {count} listed findings at or above the operating point.</source>
        <translation>{above} von {count} aufgeführten Befunden am oder über dem Arbeitspunkt.</translation>
    </message>
    <message>
        <source>The listed finding is at or above its operating point.</source>
        <translation>Der aufgeführte Befund liegt am oder über seinem Arbeitspunkt.</translation>
    </message>
    <message>
        <source>The input checks refused this image</source>
        <translation>Die Eingangsprüfung hat dieses Bild abgelehnt</translation>
    </message>
    <message>
        <source>Input checks passed</source>
        <translation>Eingangsprüfung bestanden</translation>
    </message>
    <message>
        <source>Input checks: please note</source>
        <translation>Eingangsprüfung: bitte beachten</translation>
    </message>
    <message>
        <source>Not scored: this image does not fit the model</source>
        <translation>Nicht bewertet: Dieses Bild passt nicht zum Modell</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>unter 1 ms</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation>{s} s</translation>
    </message>
    <message>
        <source>Shows where the model was sensitive, not where disease is. A region can be highlighted for the wrong reason; an absent highlight does not clear a region.</source>
        <translation>Zeigt, wo das Modell empfindlich reagierte, nicht wo eine Erkrankung liegt. Ein Bereich kann aus falschem Grund hervorgehoben sein; eine fehlende Hervorhebung schließt in dem Bereich nichts aus.</translation>
    </message>
    <message>
        <source>The map has no positive part in or outside the lungs.</source>
        <translation>Die Heatmap hat keinen positiven Teil in den Lungen oder außerhalb.</translation>
    </message>
    <message>
        <source>{share} % of the map outside the lungs (an even map: {even} %).</source>
        <translation>{share} % der Heatmap außerhalb der Lungen (eine gleichmäßige: {even} %).</translation>
    </message>
    <message>
        <source>Lungs as drawn here.</source>
        <translation>Lungen wie hier gezeichnet.</translation>
    </message>
    <message>
        <source>Lungs from the mask that was opened.</source>
        <translation>Lungen aus der geöffneten Maske.</translation>
    </message>
    <message>
        <source>Lungs from the phantom&apos;s exact mask.</source>
        <translation>Lungen aus der exakten Maske des Phantoms.</translation>
    </message>
    <message>
        <source>Lungs found by {model}.</source>
        <translation>Lungen gefunden von {model}.</translation>
    </message>
    <message>
        <source>Class activation maps</source>
        <translation>Class Activation Maps</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>Perturbation</translation>
    </message>
    <message>
        <source>Controls (explain nothing)</source>
        <translation>Kontrollen (erklären nichts)</translation>
    </message>
</context>
<context>
    <name>Worklist</name>
    <message>
        <source>any date</source>
        <translation>jedes Datum</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>letzte 7 Tage</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>letzte 30 Tage</translation>
    </message>
    <message>
        <source>last 365 days</source>
        <translation>letzte 365 Tage</translation>
    </message>
    <message>
        <source>from ... to ...</source>
        <translation>von ... bis ...</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unbefundet</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Befundet</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Patient or file</source>
        <translation>Patient oder Datei</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>Patienten-ID</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Untersuchung</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>The model&apos;s order: findings at or above their operating point first, then by score; what is not scored comes last. A low place excludes no disease.</source>
        <translation>Reihenfolge des Modells: zuerst Befunde am oder über ihrem Arbeitspunkt, dann nach Score; Unbewertetes kommt zuletzt. Ein hinterer Platz schließt keine Erkrankung aus.</translation>
    </message>
    <message>
        <source>Second reader: what the model says counts, also for the order, only where you have looked.</source>
        <translation>Zweitbefundung: Was das Modell sagt, zählt nur dort, wo Sie das Bild gesichtet haben, auch für die Reihenfolge.</translation>
    </message>
    <message>
        <source>Study {number}</source>
        <translation>Untersuchung {number}</translation>
    </message>
    <message>
        <source>no operating point</source>
        <translation>kein Arbeitspunkt</translation>
    </message>
    <message>
        <source>at or above its operating point</source>
        <translation>am oder über dem Arbeitspunkt</translation>
    </message>
    <message>
        <source>below its operating point</source>
        <translation>unter dem Arbeitspunkt</translation>
    </message>
    <message>
        <source>The input checks refused it.</source>
        <translation>Die Eingangsprüfung hat sie abgelehnt.</translation>
    </message>
    <message>
        <source>made by {name} version {version}, not the active model</source>
        <translation>von {name} Version {version}, nicht dem aktiven Modell</translation>
    </message>
    <message>
        <source>made by {name} version {version}</source>
        <translation>von {name} Version {version}</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht gesichtet</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>nicht bewertet</translation>
    </message>
</context>
<context>
    <name>WorklistWindow</name>
    <message>
        <source>Worklist</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <source>Model&apos;s order</source>
        <translation>Nach Modell ordnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als befundet markieren</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Vergessen...</translation>
    </message>
    <message>
        <source>Remove what is known of the chosen studies, with marks and decisions</source>
        <translation>Alles über die gewählten Untersuchungen Gespeicherte entfernen, samt Markierungen und Entscheidungen</translation>
    </message>
    <message>
        <source>Forget study</source>
        <translation>Untersuchung vergessen</translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n Untersuchung</numerusform>
            <numerusform>%n Untersuchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} of {total} studies</source>
        <translation>{found} von {total} Untersuchungen</translation>
    </message>
    <message>
        <source>The library cannot be used for now.</source>
        <translation>Die Bibliothek ist zurzeit nicht verwendbar.</translation>
    </message>
    <message>
        <source>{count} - the history is off, nothing is added</source>
        <translation>{count} – der Verlauf ist aus, nichts kommt hinzu</translation>
    </message>
    <message>
        <source>No study yet. What you open appears here.</source>
        <translation>Noch keine Untersuchung. Was Sie öffnen, erscheint hier.</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als unbefundet markieren</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) no longer there.</source>
        <translation>
            <numerusform>%n Datei ist nicht mehr da.</numerusform>
            <numerusform>%n Dateien sind nicht mehr da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) no longer there:</source>
        <translation>
            <numerusform>%n Datei ist nicht mehr da:</numerusform>
            <numerusform>%n Dateien sind nicht mehr da:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_EmptyPage</name>
    <message>
        <source>Empty. Click here, then choose an image of the list.</source>
        <translation>Leer. Hier klicken, dann ein Bild der Liste wählen.</translation>
    </message>
</context>
<context>
    <name>_NewPassword</name>
    <message>
        <source>New password again</source>
        <translation>Neues Passwort wiederholen</translation>
    </message>
    <message>
        <source>At least {count} characters. A sentence of a few words is easily kept in mind.</source>
        <translation>Mindestens {count} Zeichen. Ein Satz ist leicht zu merken.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden stimmen nicht überein.</translation>
    </message>
    <message>
        <source>Long enough. Longer is better.</source>
        <translation>Lang genug. Länger ist besser.</translation>
    </message>
    <message>
        <source>A good length.</source>
        <translation>Eine gute Länge.</translation>
    </message>
</context>
<context>
    <name>_OpeningPage</name>
    <message>
        <source>Opening {name} ...</source>
        <translation>{name} wird geöffnet ...</translation>
    </message>
</context>
<context>
    <name>_PasswordCounts</name>
    <message numerus="yes">
        <source>The password is wrong. %n more attempt(s) before a wait.</source>
        <translation>
            <numerusform>Das Passwort ist falsch. Noch %n Versuch bis zu einer Wartezeit.</numerusform>
            <numerusform>Das Passwort ist falsch. Noch %n Versuche bis zu einer Wartezeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) are needed.</source>
        <translation>
            <numerusform>Noch %n Zeichen nötig.</numerusform>
            <numerusform>Noch %n Zeichen nötig.</numerusform>
        </translation>
    </message>
</context>
</TS>
