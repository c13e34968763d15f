<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About WhyRay</source>
        <translation>Acerca de WhyRay</translation>
    </message>
    <message>
        <source>Scores chest radiographs with a local model and shows why.</source>
        <translation>Puntúa radiografías de tórax con un modelo local y muestra por qué.</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL, version 3.</source>
        <translation>Qt y PySide6 se usan bajo la licencia LGPL, versión 3.</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>No hay ningún modelo abierto.</translation>
    </message>
    <message>
        <source>Active model: {name}, version {version}.</source>
        <translation>Modelo activo: {name}, versión {version}.</translation>
    </message>
</context>
<context>
    <name>AbsenceStrip</name>
    <message>
        <source>{name}: no picture yet</source>
        <translation>{name}: aún sin imagen</translation>
    </message>
    <message>
        <source>{name}: the first {shown} of {count}</source>
        <translation>{name}: las primeras {shown} de {count}</translation>
    </message>
</context>
<context>
    <name>AcceptanceDialog</name>
    <message>
        <source>Before you begin</source>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>I accept</source>
        <translation>Acepto</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>WhyRay is for research and teaching. It is no medical device, and nothing it shows may be the ground of a diagnosis or of a treatment.</source>
        <translation>WhyRay es para investigación y docencia. No es un dispositivo médico, y nada de lo que muestra puede servir de base para un diagnóstico o un tratamiento.</translation>
    </message>
    <message>
        <source>Scores can be wrong in both directions. A heatmap shows where the model was sensitive, not where disease is; an absent highlight does not clear a region.</source>
        <translation>Las puntuaciones pueden equivocarse en ambos sentidos. Un mapa de calor muestra dónde fue sensible el modelo, no dónde hay enfermedad; la ausencia de resalte no descarta nada en una región.</translation>
    </message>
    <message>
        <source>Images are read and computed on this computer only. Whoever opens them is responsible for the right to do so.</source>
        <translation>Las imágenes se leen y se calculan solo en este equipo. Quien las abre es responsable de tener derecho a hacerlo.</translation>
    </message>
</context>
<context>
    <name>ActivationQuestions</name>
    <message>
        <source>Make a model active</source>
        <translation>Activar un modelo</translation>
    </message>
    <message>
        <source>Make this model active?</source>
        <translation>¿Activar este modelo?</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Nobody vouches for this model: make sure where it comes from.</source>
        <translation>Nadie responde de este modelo: asegúrese de su procedencia.</translation>
    </message>
    <message>
        <source>The model is here. Make it active now?</source>
        <translation>El modelo ya está aquí. ¿Activarlo ahora?</translation>
    </message>
    <message>
        <source>{new} will find lung and heart fields from now on.</source>
        <translation>{new} buscará a partir de ahora los campos pulmonares y cardíaco.</translation>
    </message>
    <message>
        <source>{new} will score every image of your own from now on.</source>
        <translation>{new} puntuará a partir de ahora todas las imágenes propias.</translation>
    </message>
    <message>
        <source>{new} takes the place of {old} for every image of your own. It is tried in a process of its own first. Results of {old} stay as they are, and you can go back.</source>
        <translation>{new} sustituye a {old} para todas las imágenes propias. Antes se prueba en un proceso aparte. Los resultados de {old} no cambian, y se puede volver atrás.</translation>
    </message>
    <message>
        <source>Make active</source>
        <translation>Activar</translation>
    </message>
</context>
<context>
    <name>Administration</name>
    <message>
        <source>The administrator session is open.</source>
        <translation>La sesión de administrador está abierta.</translation>
    </message>
    <message>
        <source>The administrator session ended: nobody was here.</source>
        <translation>La sesión de administrador terminó: no había nadie.</translation>
    </message>
    <message>
        <source>The administrator session ended.</source>
        <translation>La sesión de administrador terminó.</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>Measure of agreement</source>
        <translation>Medida de concordancia</translation>
    </message>
    <message>
        <source>Agreement of every two maps</source>
        <translation>Concordancia entre cada par de mapas</translation>
    </message>
    <message>
        <source>Rank correlation (Spearman), -1 to 1</source>
        <translation>Correlación de rangos (Spearman), de -1 a 1</translation>
    </message>
    <message>
        <source>Overlap of the top {percent} %: intersection over union, 0 to 1</source>
        <translation>Solapamiento del {percent} % superior: intersección entre unión, de 0 a 1</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>no definido</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>WhyRay is already running but does not answer.</source>
        <translation>WhyRay ya está en ejecución, pero no responde.</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or end it in the task list.</source>
        <translation>Espere un momento y vuelva a intentarlo, o ciérrelo desde la lista de tareas.</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>{what}: this is for the administrator.</source>
        <translation>{what}: esto corresponde al administrador.</translation>
    </message>
    <message>
        <source>The session stays open until you end it, or until nobody has used the program for 15 minutes.</source>
        <translation>La sesión sigue abierta hasta que usted la termine o hasta que nadie use el programa durante 15 minutos.</translation>
    </message>
    <message>
        <source>Administrator password</source>
        <translation>Contraseña de administrador</translation>
    </message>
    <message>
        <source>Lost? On the command line: whyray administrator reset</source>
        <translation>¿La ha perdido? En la línea de comandos: whyray administrator reset</translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Rotated 90° clockwise</source>
        <translation>Rotada 90° a la derecha</translation>
    </message>
    <message>
        <source>Rotated 180°</source>
        <translation>Rotada 180°</translation>
    </message>
    <message>
        <source>Rotated 90° counter-clockwise</source>
        <translation>Rotada 90° a la izquierda</translation>
    </message>
    <message>
        <source>Flipped left to right</source>
        <translation>Volteada izquierda-derecha</translation>
    </message>
    <message>
        <source>Flipped top to bottom</source>
        <translation>Volteada arriba-abajo</translation>
    </message>
    <message>
        <source>Flipped and rotated 90° clockwise</source>
        <translation>Volteada y rotada 90° a la derecha</translation>
    </message>
    <message>
        <source>Flipped and rotated 90° counter-clockwise</source>
        <translation>Volteada y rotada 90° a la izquierda</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Batch</source>
        <translation>Procesamiento por lotes</translation>
    </message>
    <message>
        <source>A batch is under way.</source>
        <translation>Hay un lote en curso.</translation>
    </message>
    <message>
        <source>What is finished is kept, and the batch can be gone on with later.</source>
        <translation>Lo terminado se conserva, y el lote se puede reanudar más tarde.</translation>
    </message>
    <message>
        <source>Stop it and quit</source>
        <translation>Detener y salir</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Dejar en marcha</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Opening the model ...</source>
        <translation>Abriendo el modelo ...</translation>
    </message>
    <message>
        <source>Looking for images ...</source>
        <translation>Buscando imágenes ...</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Pausing: files under way are finished</source>
        <translation>Pausando: se terminan los archivos en curso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Stopping ...</source>
        <translation>Deteniendo ...</translation>
    </message>
    <message>
        <source>Writing the tables ...</source>
        <translation>Escribiendo las tablas ...</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Stopped: what is finished is kept</source>
        <translation>Detenido: lo terminado se conserva</translation>
    </message>
    <message>
        <source>Could not go on</source>
        <translation>No se pudo continuar</translation>
    </message>
    <message>
        <source>{done} of {found} done</source>
        <translation>{done} de {found} listos</translation>
    </message>
    <message>
        <source>{count} of them earlier</source>
        <translation>{count} de ellos ya antes</translation>
    </message>
    <message>
        <source>{count} scored</source>
        <translation>{count} puntuados</translation>
    </message>
    <message>
        <source>{count} refused</source>
        <translation>{count} rechazados</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fallidos</translation>
    </message>
    <message>
        <source>{rate} files per second, {time} left</source>
        <translation>{rate} archivos por segundo, quedan {time}</translation>
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
        <translation>Un informe PDF por imagen</translation>
    </message>
    <message>
        <source>Pseudonyms instead of patients, studies and file names</source>
        <translation>Seudónimos en lugar de pacientes, estudios y nombres de archivo</translation>
    </message>
    <message>
        <source>Letters that are burned into the pictures are not removed.</source>
        <translation>Las letras incrustadas en las imágenes no se eliminan.</translation>
    </message>
    <message>
        <source>left empty: they get no score</source>
        <translation>si se deja vacío: sin puntuación</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, versión {version}</translation>
    </message>
    <message>
        <source>Folder of the images</source>
        <translation>Carpeta de las imágenes</translation>
    </message>
    <message>
        <source>Folder of the results</source>
        <translation>Carpeta de los resultados</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Methods that make pictures</source>
        <translation>Métodos que generan imágenes</translation>
    </message>
    <message>
        <source>Why refused images are scored</source>
        <translation>Por qué se puntúan las imágenes rechazadas</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Pictures by</source>
        <translation>Generar imágenes con</translation>
    </message>
    <message>
        <source>Score refused images because</source>
        <translation>Puntuar imágenes rechazadas porque</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Elegir...</translation>
    </message>
</context>
<context>
    <name>BatchWindow</name>
    <message>
        <source>Batch</source>
        <translation>Procesamiento por lotes</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Reintentar fallidos</translation>
    </message>
    <message>
        <source>Open results</source>
        <translation>Abrir resultados</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Goes on, and tries the files once more that failed</source>
        <translation>Continúa y vuelve a intentar los archivos que fallaron</translation>
    </message>
    <message>
        <source>Scores every image of a folder and of the folders below it, and writes tables, a page of figures and, where wanted, pictures and reports.</source>
        <translation>Puntúa todas las imágenes de una carpeta y de sus subcarpetas, y escribe tablas, una página de resumen con gráficos y, si se desea, imágenes e informes.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Look for new images</source>
        <translation>Buscar imágenes nuevas</translation>
    </message>
    <message>
        <source>The batch in this folder is finished. Only images that have come or changed since would be done.</source>
        <translation>El lote de esta carpeta está terminado. Solo se harían las imágenes nuevas o modificadas desde entonces.</translation>
    </message>
    <message>
        <source>A batch was begun in this folder. Go on does what is missing or has changed since.</source>
        <translation>En esta carpeta se empezó un lote. «Reanudar» hace lo que falta o lo que ha cambiado desde entonces.</translation>
    </message>
    <message>
        <source>(hidden)</source>
        <translation>(oculto)</translation>
    </message>
    <message>
        <source>The results are in {folder}</source>
        <translation>Los resultados están en {folder}</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Verdad</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Images on which the models differ, and a fixed sample</source>
        <translation>Imágenes en las que difieren los modelos y una muestra fija</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Image {number}</source>
        <translation>Imagen {number}</translation>
    </message>
    <message>
        <source>without {finding}</source>
        <translation>sin {finding}</translation>
    </message>
</context>
<context>
    <name>CellSize</name>
    <message>
        <source>Size of a picture</source>
        <translation>Tamaño de una imagen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Change password</source>
        <translation>Cambiar contraseña</translation>
    </message>
    <message>
        <source>The key that signs models stays the same; sessions elsewhere end.</source>
        <translation>La clave que firma modelos sigue siendo la misma; las sesiones en otros equipos terminan.</translation>
    </message>
    <message>
        <source>Current administrator password</source>
        <translation>Contraseña de administrador actual</translation>
    </message>
    <message>
        <source>New administrator password</source>
        <translation>Nueva contraseña de administrador</translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>Over the radiograph</source>
        <translation>Sobre la radiografía</translation>
    </message>
    <message>
        <source>What the strongest cell saw</source>
        <translation>Lo que vio la celda más intensa</translation>
    </message>
    <message>
        <source>The frame is the receptive field: nothing outside it changed that cell</source>
        <translation>El marco es el campo receptivo: nada fuera de él cambió esa celda</translation>
    </message>
    <message>
        <source>{layer}, channel {number}</source>
        <translation>{layer}, canal {number}</translation>
    </message>
    <message>
        <source>mean {mean}, SD {deviation}, least {least}, greatest {greatest}</source>
        <translation>media {mean}, DE {deviation}, mínimo {least}, máximo {greatest}</translation>
    </message>
    <message>
        <source>{layer} has only {count} channels</source>
        <translation>{layer} solo tiene {count} canales</translation>
    </message>
    <message>
        <source>Strongest at row {row}, column {column}: {value}. A cell of this layer sees {width} x {height} pixels of the network&apos;s input.</source>
        <translation>Máximo en la fila {row}, columna {column}: {value}. Una celda de esta capa ve {width} x {height} píxeles de la entrada de la red.</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Epoch {number}</source>
        <translation>Época {number}</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>mejor época</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>best: {number}</source>
        <translation>mejor: {number}</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Are these images fit for it?</source>
        <translation>¿Sirven estas imágenes?</translation>
    </message>
    <message>
        <source>Every image is read once: what cannot be read, what is there twice, whose images they are, and whether something else than the disease tells the classes apart.</source>
        <translation>Cada imagen se lee una vez: qué no se puede leer, qué está repetido, de quién son las imágenes y si algo distinto de la enfermedad delata la clase.</translation>
    </message>
    <message>
        <source>Looking at every image: {percent} %</source>
        <translation>Revisando todas las imágenes: {percent} %</translation>
    </message>
    <message>
        <source>Starting ...</source>
        <translation>Iniciando ...</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Revisar de nuevo</translation>
    </message>
    <message>
        <source>Nothing speaks against training on these images.</source>
        <translation>Nada impide entrenar con estas imágenes.</translation>
    </message>
    <message>
        <source>These images can be trained on. Please read what follows.</source>
        <translation>Se puede entrenar con estas imágenes. Lea lo que sigue.</translation>
    </message>
    <message>
        <source>Training on these images makes no sense yet.</source>
        <translation>Entrenar con estas imágenes aún no tiene sentido.</translation>
    </message>
    <message>
        <source>This must be mended</source>
        <translation>Esto hay que corregirlo</translation>
    </message>
    <message>
        <source>This you should know</source>
        <translation>Esto debe saberlo</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Progreso de la revisión</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Detener la revisión</translation>
    </message>
    <message>
        <source>Images by class and part</source>
        <translation>Imágenes por clase y parte</translation>
    </message>
    <message>
        <source>Training images are learned from; validation images tell when to stop and where the operating point lies. The test images are locked: no training ever sees them, so that every model of this clinic is measured on the same untouched images. All images of a patient are in one part.</source>
        <translation>De las imágenes de entrenamiento se aprende; las de validación indican cuándo parar y dónde está el punto de operación. Las imágenes de prueba están bloqueadas: ningún entrenamiento las ve, para que todos los modelos de este centro se midan con las mismas imágenes intactas. Todas las imágenes de un paciente están en una sola parte.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Test (locked)</source>
        <translation>Prueba (bloqueada)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>{images} images of {patients} patients.</source>
        <translation>{images} imágenes de {patients} pacientes.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read and are left out</source>
        <translation>
            <numerusform>No se puede leer %n archivo y se omite</numerusform>
            <numerusform>No se pueden leer %n archivos y se omiten</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of tables cannot be used</source>
        <translation>
            <numerusform>No se puede usar %n fila de tablas</numerusform>
            <numerusform>No se pueden usar %n filas de tablas</numerusform>
        </translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of equal or nearly equal images</source>
        <translation>
            <numerusform>%n par de imágenes iguales o casi iguales</numerusform>
            <numerusform>%n pares de imágenes iguales o casi iguales</numerusform>
        </translation>
    </message>
    <message>
        <source>The same as</source>
        <translation>Igual que</translation>
    </message>
    <message>
        <source>Differs in</source>
        <translation>Difiere en</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) with images in several parts</source>
        <translation>
            <numerusform>%n paciente con imágenes en varias partes</numerusform>
            <numerusform>%n pacientes con imágenes en varias partes</numerusform>
        </translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>part</source>
        <translation>parte</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>paciente</translation>
    </message>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Guardar la lista</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Explain further classes too, then go through the maps</source>
        <translation>Explicar también otras clases y recorrer después los mapas</translation>
    </message>
    <message>
        <source>Classes to explain</source>
        <translation>Clases que explicar</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Map of the class before</source>
        <translation>Mapa de la clase anterior</translation>
    </message>
    <message>
        <source>Map of the next class</source>
        <translation>Mapa de la clase siguiente</translation>
    </message>
    <message>
        <source>Several classes ({count})</source>
        <translation>Varias clases ({count})</translation>
    </message>
    <message>
        <source>Several classes</source>
        <translation>Varias clases</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} de {count}</translation>
    </message>
    <message>
        <source>{ready} of {count} ready</source>
        <translation>{ready} de {count} listas</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;DICOM</source>
        <translation>&amp;DICOM</translation>
    </message>
    <message>
        <source>&amp;Administrator</source>
        <translation>&amp;Administrador</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Imagen</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Rotate and flip</source>
        <translation>&amp;Rotar y voltear</translation>
    </message>
    <message>
        <source>&amp;Greys</source>
        <translation>&amp;Grises</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>M&amp;easure</source>
        <translation>Me&amp;dición</translation>
    </message>
    <message>
        <source>Mas&amp;ks</source>
        <translation>&amp;Máscaras</translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation>E&amp;xplicación</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Open files...</source>
        <translation>Abrir archivos...</translation>
    </message>
    <message>
        <source>Open DICOM, JPEG, PNG, TIFF, BMP or WEBP files</source>
        <translation>Abre archivos DICOM, JPEG, PNG, TIFF, BMP o WEBP</translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation>Abrir carpeta...</translation>
    </message>
    <message>
        <source>Open every image in a folder and the folders below it</source>
        <translation>Abre todas las imágenes de una carpeta y de sus subcarpetas</translation>
    </message>
    <message>
        <source>Forget this list</source>
        <translation>Olvidar esta lista</translation>
    </message>
    <message>
        <source>Empty the list of recent files</source>
        <translation>Vacía la lista de archivos recientes</translation>
    </message>
    <message>
        <source>Watch a folder...</source>
        <translation>Vigilar una carpeta...</translation>
    </message>
    <message>
        <source>Open new images of a folder as they arrive; again to stop</source>
        <translation>Abre las imágenes nuevas de una carpeta según llegan; otra vez para parar</translation>
    </message>
    <message>
        <source>Worklist...</source>
        <translation>Lista de trabajo...</translation>
    </message>
    <message>
        <source>Every study that was opened here: search, sort, read again</source>
        <translation>Todos los estudios abiertos aquí: buscar, ordenar, volver a leer</translation>
    </message>
    <message>
        <source>Mark study as read</source>
        <translation>Marcar estudio como leído</translation>
    </message>
    <message>
        <source>The worklist then shows the study on screen as read</source>
        <translation>La lista de trabajo muestra entonces como leído el estudio en pantalla</translation>
    </message>
    <message>
        <source>Forget this study...</source>
        <translation>Olvidar este estudio...</translation>
    </message>
    <message>
        <source>Remove what is known of it, with marks and decisions</source>
        <translation>Elimina lo que se sabe de él, con marcas y decisiones</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Imagen siguiente</translation>
    </message>
    <message>
        <source>Show the next file of the list</source>
        <translation>Muestra el archivo siguiente de la lista</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>Imagen anterior</translation>
    </message>
    <message>
        <source>Show the file before this one</source>
        <translation>Muestra el archivo anterior a este</translation>
    </message>
    <message>
        <source>Next study</source>
        <translation>Estudio siguiente</translation>
    </message>
    <message>
        <source>Show the first image of the next study in the list</source>
        <translation>Muestra la primera imagen del estudio siguiente de la lista</translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation>Estudio anterior</translation>
    </message>
    <message>
        <source>Show the first image of the study before</source>
        <translation>Muestra la primera imagen del estudio anterior</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Fotograma siguiente</translation>
    </message>
    <message>
        <source>Show and score the next frame of this file</source>
        <translation>Muestra y puntúa el fotograma siguiente de este archivo</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Fotograma anterior</translation>
    </message>
    <message>
        <source>Show and score the frame before this one</source>
        <translation>Muestra y puntúa el fotograma anterior a este</translation>
    </message>
    <message>
        <source>Play frames</source>
        <translation>Reproducir fotogramas</translation>
    </message>
    <message>
        <source>Play the frames at the file&apos;s pace; the last is scored</source>
        <translation>Reproduce los fotogramas al ritmo del archivo; se puntúa el último</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Read the file on screen once more</source>
        <translation>Lee de nuevo el archivo en pantalla</translation>
    </message>
    <message>
        <source>Report...</source>
        <translation>Informe...</translation>
    </message>
    <message>
        <source>Write, save as PDF or print the report of this image</source>
        <translation>Escribe, guarda como PDF o imprime el informe de esta imagen</translation>
    </message>
    <message>
        <source>Save view...</source>
        <translation>Guardar vista...</translation>
    </message>
    <message>
        <source>Save what is on screen as PNG or JPEG</source>
        <translation>Guarda lo que se ve en pantalla como PNG o JPEG</translation>
    </message>
    <message>
        <source>Save view without marks...</source>
        <translation>Guardar vista sin marcas...</translation>
    </message>
    <message>
        <source>Save the image alone: no heatmap, marks or words</source>
        <translation>Guarda solo la imagen: sin mapa de calor, marcas ni textos</translation>
    </message>
    <message>
        <source>Save result as JSON...</source>
        <translation>Guardar resultado como JSON...</translation>
    </message>
    <message>
        <source>Save scores, checks and facts of the maps for programs</source>
        <translation>Guarda puntuaciones, controles y datos de los mapas para programas</translation>
    </message>
    <message>
        <source>Save map as NPY...</source>
        <translation>Guardar mapa como NPY...</translation>
    </message>
    <message>
        <source>Save the signed numbers of the map on screen for NumPy</source>
        <translation>Guarda para NumPy los números con signo del mapa en pantalla</translation>
    </message>
    <message>
        <source>Save or send results as DICOM...</source>
        <translation>Guardar o enviar resultados como DICOM...</translation>
    </message>
    <message>
        <source>Picture, report, findings and maps as objects of the image&apos;s own study</source>
        <translation>Imagen, informe, hallazgos y mapas como objetos del propio estudio de la imagen</translation>
    </message>
    <message>
        <source>Send images...</source>
        <translation>Enviar imágenes...</translation>
    </message>
    <message>
        <source>Send open DICOM files as they are to a DICOM node</source>
        <translation>Envía los archivos DICOM abiertos, tal cual, a un nodo DICOM</translation>
    </message>
    <message>
        <source>Save de-identified copy...</source>
        <translation>Guardar copia desidentificada...</translation>
    </message>
    <message>
        <source>Copies of open DICOM images without names in their headers</source>
        <translation>Copias de las imágenes DICOM abiertas sin nombres en la cabecera</translation>
    </message>
    <message>
        <source>DICOM nodes...</source>
        <translation>Nodos DICOM...</translation>
    </message>
    <message>
        <source>Archives and workstations to send to, and their answer</source>
        <translation>Archivos PACS y estaciones a los que enviar, y su respuesta</translation>
    </message>
    <message>
        <source>Receive images</source>
        <translation>Recibir imágenes</translation>
    </message>
    <message>
        <source>Let DICOM peers send images here while the window is open; again to stop</source>
        <translation>Permite que otros equipos DICOM envíen imágenes mientras la ventana está abierta; otra vez para parar</translation>
    </message>
    <message>
        <source>Delete received images that were read...</source>
        <translation>Eliminar imágenes recibidas ya leídas...</translation>
    </message>
    <message>
        <source>What nobody has marked as read or reported stays</source>
        <translation>Se conserva lo que nadie ha marcado como leído o informado</translation>
    </message>
    <message>
        <source>Copy view</source>
        <translation>Copiar vista</translation>
    </message>
    <message>
        <source>Copy what is on screen as a picture</source>
        <translation>Copia lo que se ve en pantalla como imagen</translation>
    </message>
    <message>
        <source>Copy view without marks</source>
        <translation>Copiar vista sin marcas</translation>
    </message>
    <message>
        <source>Copy the image alone: no heatmap, marks or words</source>
        <translation>Copia solo la imagen: sin mapa de calor, marcas ni textos</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Copy the facts of what is on screen, no patient data</source>
        <translation>Copia los datos de lo que se ve en pantalla, sin datos del paciente</translation>
    </message>
    <message>
        <source>Close image</source>
        <translation>Cerrar imagen</translation>
    </message>
    <message>
        <source>Take the file on screen off the list</source>
        <translation>Quita de la lista el archivo en pantalla</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>Cerrar estudio</translation>
    </message>
    <message>
        <source>Take all files of the study on screen off the list</source>
        <translation>Quita de la lista todos los archivos del estudio en pantalla</translation>
    </message>
    <message>
        <source>Batch...</source>
        <translation>Procesar por lotes...</translation>
    </message>
    <message>
        <source>Score every image of a folder into tables and pictures</source>
        <translation>Puntúa todas las imágenes de una carpeta, en tablas e imágenes</translation>
    </message>
    <message>
        <source>Begin administrator session...</source>
        <translation>Iniciar sesión de administrador...</translation>
    </message>
    <message>
        <source>Record-keeping settings, network and models can be changed</source>
        <translation>Permite cambiar los ajustes de registro, red y modelos</translation>
    </message>
    <message>
        <source>End administrator session</source>
        <translation>Terminar sesión de administrador</translation>
    </message>
    <message>
        <source>From now on the password is asked for again</source>
        <translation>A partir de ahora se vuelve a pedir la contraseña</translation>
    </message>
    <message>
        <source>Set or change administrator password...</source>
        <translation>Definir o cambiar contraseña de administrador...</translation>
    </message>
    <message>
        <source>Settings...</source>
        <translation>Configuración...</translation>
    </message>
    <message>
        <source>Appearance, mouse, heatmap, files</source>
        <translation>Apariencia, ratón, mapa de calor, archivos</translation>
    </message>
    <message>
        <source>Keyboard shortcuts...</source>
        <translation>Atajos de teclado...</translation>
    </message>
    <message>
        <source>Give commands other keys</source>
        <translation>Asigna otras teclas a los comandos</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>End WhyRay</source>
        <translation>Cierra WhyRay</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Show the whole image</source>
        <translation>Muestra la imagen completa</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Show one image pixel per screen pixel</source>
        <translation>Muestra un píxel de la imagen por cada píxel de la pantalla</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Magnify</source>
        <translation>Amplía la imagen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation>Reduce la imagen</translation>
    </message>
    <message>
        <source>Window and level</source>
        <translation>Ventana y nivel</translation>
    </message>
    <message>
        <source>Left drag changes contrast (sideways) and brightness</source>
        <translation>El arrastre izquierdo cambia el contraste (horizontal) y el brillo</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Mover</translation>
    </message>
    <message>
        <source>Left drag moves the image</source>
        <translation>El arrastre izquierdo mueve la imagen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Left drag up or down zooms about the pressed point</source>
        <translation>El arrastre izquierdo arriba o abajo amplía o reduce en torno al punto pulsado</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Recorrer</translation>
    </message>
    <message>
        <source>Left drag up or down goes through frames, or images</source>
        <translation>El arrastre izquierdo arriba o abajo recorre los fotogramas, o las imágenes</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Lupa</translation>
    </message>
    <message>
        <source>Enlarge what lies under the pointer, without the heatmap</source>
        <translation>Amplía lo que está bajo el puntero, sin el mapa de calor</translation>
    </message>
    <message>
        <source>Rotate clockwise</source>
        <translation>Rotar a la derecha</translation>
    </message>
    <message>
        <source>A quarter turn to the right; the model never sees it</source>
        <translation>Un cuarto de vuelta a la derecha; el modelo nunca lo ve</translation>
    </message>
    <message>
        <source>Rotate counter-clockwise</source>
        <translation>Rotar a la izquierda</translation>
    </message>
    <message>
        <source>A quarter turn to the left; the model never sees it</source>
        <translation>Un cuarto de vuelta a la izquierda; el modelo nunca lo ve</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>Voltear izquierda-derecha</translation>
    </message>
    <message>
        <source>A mirror image: the heart seems to lie on the other side</source>
        <translation>Imagen en espejo: el corazón parece estar en el otro lado</translation>
    </message>
    <message>
        <source>Flip top to bottom</source>
        <translation>Voltear arriba-abajo</translation>
    </message>
    <message>
        <source>Swap top and bottom; the model never sees it</source>
        <translation>Intercambia arriba y abajo; el modelo nunca lo ve</translation>
    </message>
    <message>
        <source>Corner text: full, short, none</source>
        <translation>Texto de las esquinas: completo, breve, ninguno</translation>
    </message>
    <message>
        <source>The corners say less, or all again; also a tap on Space</source>
        <translation>Las esquinas dicen menos, o de nuevo todo; también con un toque de Espacio</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>Swap light and dark on screen; the model never sees it</source>
        <translation>Intercambia claro y oscuro en pantalla; el modelo nunca lo ve</translation>
    </message>
    <message>
        <source>As the file asks</source>
        <translation>Según el archivo</translation>
    </message>
    <message>
        <source>The window or LUT that the file asks for</source>
        <translation>La ventana o la LUT que pide el archivo</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Rango completo</translation>
    </message>
    <message>
        <source>From the smallest to the largest value, without any LUT</source>
        <translation>Del valor mínimo al máximo, sin ninguna LUT</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automática</translation>
    </message>
    <message>
        <source>Fits the film alone: borders and burned-in marks left out</source>
        <translation>Se ajusta solo a la radiografía: sin bordes ni marcas incrustadas</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Pulmón</translation>
    </message>
    <message>
        <source>Vessels and markings of the lungs; what is dense is white</source>
        <translation>Vasos y trama pulmonar; lo denso se ve blanco</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastino</translation>
    </message>
    <message>
        <source>Behind the heart and below the domes; lungs are black</source>
        <translation>Detrás del corazón y bajo las cúpulas; los pulmones se ven negros</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Hueso</translation>
    </message>
    <message>
        <source>Ribs, clavicles and spine with more contrast</source>
        <translation>Costillas, clavículas y columna con más contraste</translation>
    </message>
    <message>
        <source>Tubes and lines</source>
        <translation>Tubos y vías</translation>
    </message>
    <message>
        <source>Catheters, tubes and wires before the mediastinum</source>
        <translation>Catéteres, tubos y cables proyectados sobre el mediastino</translation>
    </message>
    <message>
        <source>Low contrast</source>
        <translation>Bajo contraste</translation>
    </message>
    <message>
        <source>Everything at once, flat, nothing cut off</source>
        <translation>Todo a la vez, plano, sin recortar nada</translation>
    </message>
    <message>
        <source>First window of the file</source>
        <translation>Primera ventana del archivo</translation>
    </message>
    <message>
        <source>The first window or LUT that the file offers</source>
        <translation>La primera ventana o LUT que ofrece el archivo</translation>
    </message>
    <message>
        <source>Second window of the file</source>
        <translation>Segunda ventana del archivo</translation>
    </message>
    <message>
        <source>The second window or LUT that the file offers</source>
        <translation>La segunda ventana o LUT que ofrece el archivo</translation>
    </message>
    <message>
        <source>Third window of the file</source>
        <translation>Tercera ventana del archivo</translation>
    </message>
    <message>
        <source>The third window or LUT that the file offers</source>
        <translation>La tercera ventana o LUT que ofrece el archivo</translation>
    </message>
    <message>
        <source>Equalise contrast</source>
        <translation>Ecualizar contraste</translation>
    </message>
    <message>
        <source>CLAHE for the eye; the model and measurements never see it</source>
        <translation>CLAHE para la vista; el modelo y las mediciones nunca lo ven</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Back to the window, greys and place that the file asks for</source>
        <translation>Vuelve a la ventana, los grises y la posición que pide el archivo</translation>
    </message>
    <message>
        <source>One pane</source>
        <translation>Un visor</translation>
    </message>
    <message>
        <source>Show the focused image alone</source>
        <translation>Muestra solo la imagen activa</translation>
    </message>
    <message>
        <source>Two panes</source>
        <translation>Dos visores</translation>
    </message>
    <message>
        <source>Show the image and its prior, or its other view</source>
        <translation>Muestra la imagen y su previa, o su otra proyección</translation>
    </message>
    <message>
        <source>Four panes</source>
        <translation>Cuatro visores</translation>
    </message>
    <message>
        <source>Show both views of a study above those of its prior</source>
        <translation>Muestra las dos proyecciones de un estudio encima de las del previo</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Visor siguiente</translation>
    </message>
    <message>
        <source>Let keys and panels mean the next pane</source>
        <translation>Las teclas y los paneles pasan al visor siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Visor anterior</translation>
    </message>
    <message>
        <source>Let keys and panels mean the pane before</source>
        <translation>Las teclas y los paneles pasan al visor anterior</translation>
    </message>
    <message>
        <source>Focused pane alone</source>
        <translation>Solo el visor activo</translation>
    </message>
    <message>
        <source>Let the focused pane cover the others, or show them again</source>
        <translation>El visor activo tapa a los demás, o se muestran de nuevo</translation>
    </message>
    <message>
        <source>Compare with prior</source>
        <translation>Comparar con la previa</translation>
    </message>
    <message>
        <source>Show the same patient&apos;s earlier image in the same view beside this one</source>
        <translation>Muestra junto a esta la imagen anterior del mismo paciente en la misma proyección</translation>
    </message>
    <message>
        <source>Same image, other explanation</source>
        <translation>Misma imagen, otra explicación</translation>
    </message>
    <message>
        <source>Show this image once more, explained in its own way</source>
        <translation>Muestra esta imagen otra vez, explicada de otra manera</translation>
    </message>
    <message>
        <source>Same image, other model</source>
        <translation>Misma imagen, otro modelo</translation>
    </message>
    <message>
        <source>Show this image once more, scored by another model</source>
        <translation>Muestra esta imagen otra vez, puntuada por otro modelo</translation>
    </message>
    <message>
        <source>Link zoom and position</source>
        <translation>Enlazar zoom y posición</translation>
    </message>
    <message>
        <source>Zoom and move all panes together, or each for itself</source>
        <translation>Amplía y mueve todos los visores juntos, o cada uno por su cuenta</translation>
    </message>
    <message>
        <source>Link window</source>
        <translation>Enlazar ventana</translation>
    </message>
    <message>
        <source>Window all panes together, or each for itself</source>
        <translation>Ajusta la ventana de todos los visores juntos, o de cada uno por su cuenta</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Fill the screen, or go back</source>
        <translation>Ocupa toda la pantalla, o vuelve</translation>
    </message>
    <message>
        <source>Privacy mode</source>
        <translation>Modo de privacidad</translation>
    </message>
    <message>
        <source>Mask names, numbers and dates of patients on screen</source>
        <translation>Oculta en pantalla nombres, números y fechas de los pacientes</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Tema claro</translation>
    </message>
    <message>
        <source>Light panes; the image area stays black</source>
        <translation>Paneles claros; el área de imagen sigue negra</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Use the language of the system, or English</source>
        <translation>Usa el idioma del sistema, o el inglés</translation>
    </message>
    <message>
        <source>Use English in the whole window</source>
        <translation>Usa el inglés en toda la ventana</translation>
    </message>
    <message>
        <source>Use German in the whole window</source>
        <translation>Usa el alemán en toda la ventana</translation>
    </message>
    <message>
        <source>Use Spanish in the whole window</source>
        <translation>Usa el español en toda la ventana</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Measure a distance, with where its millimetres come from</source>
        <translation>Mide una distancia e indica de dónde proceden sus milímetros</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Measure the angle between two arms</source>
        <translation>Mide el ángulo entre dos lados</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Ángulo de Cobb</translation>
    </message>
    <message>
        <source>Measure the angle between two end plates</source>
        <translation>Mide el ángulo entre dos platillos vertebrales</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Índice cardiotorácico</translation>
    </message>
    <message>
        <source>Widest heart over widest inner thorax; defined for PA</source>
        <translation>Anchura máxima del corazón entre la del tórax interno; definido para PA</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>Mean, spread, extremes and area inside of an ellipse</source>
        <translation>Media, dispersión, extremos y área dentro de una elipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Mean, spread, extremes and area inside of a rectangle</source>
        <translation>Media, dispersión, extremos y área dentro de un rectángulo</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polígono</translation>
    </message>
    <message>
        <source>Mean, spread, extremes and area inside of a polygon</source>
        <translation>Media, dispersión, extremos y área dentro de un polígono</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flecha</translation>
    </message>
    <message>
        <source>Point at something; a double click writes beside it</source>
        <translation>Señala algo; con un doble clic se escribe al lado</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Write on the image</source>
        <translation>Escribe sobre la imagen</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Imagen clave</translation>
    </message>
    <message>
        <source>Mark the image on screen as a key image, or no longer</source>
        <translation>Marca la imagen en pantalla como imagen clave, o deja de hacerlo</translation>
    </message>
    <message>
        <source>Calibrate...</source>
        <translation>Calibrar...</translation>
    </message>
    <message>
        <source>Draw something of known length to measure in millimetres</source>
        <translation>Dibuje algo de longitud conocida para medir en milímetros</translation>
    </message>
    <message>
        <source>Forget calibration</source>
        <translation>Olvidar calibración</translation>
    </message>
    <message>
        <source>Measure with the pixel size of the file again</source>
        <translation>Vuelve a medir con el tamaño de píxel del archivo</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take back the last mark, window drag, turn or flip</source>
        <translation>Deshace la última marca, ventana, rotación o volteo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Vuelve a hacer lo que se deshizo</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>Eliminar marca</translation>
    </message>
    <message>
        <source>Take the selected mark away; undo brings it back</source>
        <translation>Quita la marca seleccionada; deshacer la recupera</translation>
    </message>
    <message>
        <source>Delete all marks</source>
        <translation>Eliminar todas las marcas</translation>
    </message>
    <message>
        <source>Take all marks of this image away; undo brings them back</source>
        <translation>Quita todas las marcas de esta imagen; deshacer las recupera</translation>
    </message>
    <message>
        <source>Marks on / off</source>
        <translation>Ver/ocultar marcas</translation>
    </message>
    <message>
        <source>Show or hide everything that was drawn</source>
        <translation>Muestra u oculta todo lo dibujado</translation>
    </message>
    <message>
        <source>Export marks...</source>
        <translation>Exportar marcas...</translation>
    </message>
    <message>
        <source>Write the marks of this image and their values as JSON</source>
        <translation>Escribe en JSON las marcas de esta imagen y sus valores</translation>
    </message>
    <message>
        <source>Mask brush</source>
        <translation>Pincel de máscara</translation>
    </message>
    <message>
        <source>Paint where a finding or an organ lies; Alt erases</source>
        <translation>Pinta dónde está un hallazgo o un órgano; Alt borra</translation>
    </message>
    <message>
        <source>Mask eraser</source>
        <translation>Borrador de máscara</translation>
    </message>
    <message>
        <source>Take pixels out of the mask; Alt paints</source>
        <translation>Quita píxeles de la máscara; Alt pinta</translation>
    </message>
    <message>
        <source>Mask polygon</source>
        <translation>Polígono de máscara</translation>
    </message>
    <message>
        <source>Add what a polygon encloses to the mask</source>
        <translation>Añade a la máscara lo que encierra un polígono</translation>
    </message>
    <message>
        <source>Use mark as mask</source>
        <translation>Usar marca como máscara</translation>
    </message>
    <message>
        <source>Add the selected ellipse, rectangle or polygon to the mask</source>
        <translation>Añade a la máscara la elipse, el rectángulo o el polígono seleccionado</translation>
    </message>
    <message>
        <source>Thicker brush</source>
        <translation>Pincel más grueso</translation>
    </message>
    <message>
        <source>A larger mask brush; also Alt and the wheel</source>
        <translation>Un pincel de máscara mayor; también con Alt y la rueda</translation>
    </message>
    <message>
        <source>Thinner brush</source>
        <translation>Pincel más fino</translation>
    </message>
    <message>
        <source>A smaller mask brush; also Alt and the wheel</source>
        <translation>Un pincel de máscara menor; también con Alt y la rueda</translation>
    </message>
    <message>
        <source>Masks on / off</source>
        <translation>Ver/ocultar máscaras</translation>
    </message>
    <message>
        <source>Show or hide the masks that were drawn</source>
        <translation>Muestra u oculta las máscaras dibujadas</translation>
    </message>
    <message>
        <source>Show lung and heart fields</source>
        <translation>Mostrar campos pulmonares y corazón</translation>
    </message>
    <message>
        <source>The outlines that an installed model for masks finds</source>
        <translation>Los contornos que detecta un modelo de máscaras instalado</translation>
    </message>
    <message>
        <source>Delete mask</source>
        <translation>Eliminar máscara</translation>
    </message>
    <message>
        <source>Take the mask in hand away; undo brings it back</source>
        <translation>Quita la máscara en uso; deshacer la recupera</translation>
    </message>
    <message>
        <source>Export masks...</source>
        <translation>Exportar máscaras...</translation>
    </message>
    <message>
        <source>Write the masks of this image as PNG of its own size</source>
        <translation>Escribe las máscaras de esta imagen como PNG de su mismo tamaño</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Compute the heatmap that the pickers ask for</source>
        <translation>Calcula el mapa de calor elegido en el panel</translation>
    </message>
    <message>
        <source>Test this map</source>
        <translation>Probar este mapa</translation>
    </message>
    <message>
        <source>How far can it be believed? Each test beside its control</source>
        <translation>¿Hasta qué punto se puede confiar en él? Cada prueba junto a su control</translation>
    </message>
    <message>
        <source>Test this map thoroughly</source>
        <translation>Probar este mapa a fondo</translation>
    </message>
    <message>
        <source>The same with many more runs of the model: minutes</source>
        <translation>Lo mismo con muchas más ejecuciones del modelo: minutos</translation>
    </message>
    <message>
        <source>Open masks...</source>
        <translation>Abrir máscaras...</translation>
    </message>
    <message>
        <source>Where finding and lungs lie, to test maps against</source>
        <translation>Dónde están el hallazgo y los pulmones, para contrastar los mapas</translation>
    </message>
    <message>
        <source>What every layer saw...</source>
        <translation>Lo que vio cada capa...</translation>
    </message>
    <message>
        <source>The feature maps of every layer for this image</source>
        <translation>Los mapas de características de cada capa para esta imagen</translation>
    </message>
    <message>
        <source>Compare explanations...</source>
        <translation>Comparar explicaciones...</translation>
    </message>
    <message>
        <source>Methods, models, classes and layers side by side</source>
        <translation>Métodos, modelos, clases y capas en paralelo</translation>
    </message>
    <message>
        <source>Next class</source>
        <translation>Clase siguiente</translation>
    </message>
    <message>
        <source>Explain the next class; of several, the next chosen one</source>
        <translation>Explica la clase siguiente; si hay varias elegidas, la próxima de ellas</translation>
    </message>
    <message>
        <source>Previous class</source>
        <translation>Clase anterior</translation>
    </message>
    <message>
        <source>Explain the class before</source>
        <translation>Explica la clase anterior</translation>
    </message>
    <message>
        <source>Heatmap on / off</source>
        <translation>Ver/ocultar mapa de calor</translation>
    </message>
    <message>
        <source>Show or hide the heatmap</source>
        <translation>Muestra u oculta el mapa de calor</translation>
    </message>
    <message>
        <source>Superpixels on / off</source>
        <translation>Ver/ocultar superpíxeles</translation>
    </message>
    <message>
        <source>Green (+) and red (-) superpixels, or colours again</source>
        <translation>Superpíxeles verdes (+) y rojos (-), o de nuevo colores</translation>
    </message>
    <message>
        <source>Contours on / off</source>
        <translation>Ver/ocultar contornos</translation>
    </message>
    <message>
        <source>Lines of equal value, or colours again</source>
        <translation>Líneas de igual valor, o de nuevo colores</translation>
    </message>
    <message>
        <source>Boxes on / off</source>
        <translation>Ver/ocultar recuadros</translation>
    </message>
    <message>
        <source>Boxes around regions over the threshold, or colours again</source>
        <translation>Recuadros en torno a las regiones sobre el umbral, o de nuevo colores</translation>
    </message>
    <message>
        <source>Findings together on / off</source>
        <translation>Ver/ocultar hallazgos juntos</translation>
    </message>
    <message>
        <source>All findings that were explained, each in its own colour</source>
        <translation>Todos los hallazgos explicados, cada uno en su color</translation>
    </message>
    <message>
        <source>Denser heatmap</source>
        <translation>Mapa de calor más denso</translation>
    </message>
    <message>
        <source>Raise the heatmap&apos;s opacity</source>
        <translation>Aumenta la opacidad del mapa de calor</translation>
    </message>
    <message>
        <source>Thinner heatmap</source>
        <translation>Mapa de calor más tenue</translation>
    </message>
    <message>
        <source>Lower the heatmap&apos;s opacity</source>
        <translation>Reduce la opacidad del mapa de calor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>End drawing, work or tool, one per press; then reset</source>
        <translation>Termina dibujo, tarea o herramienta, uno por pulsación; después restablece</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>Ya he mirado</translation>
    </message>
    <message>
        <source>Show what the model says about this image</source>
        <translation>Muestra lo que dice el modelo sobre esta imagen</translation>
    </message>
    <message>
        <source>Accept finding</source>
        <translation>Aceptar hallazgo</translation>
    </message>
    <message>
        <source>I see the explained finding too; again: take it back</source>
        <translation>Yo también veo el hallazgo explicado; otra vez: lo retira</translation>
    </message>
    <message>
        <source>Reject finding</source>
        <translation>Rechazar hallazgo</translation>
    </message>
    <message>
        <source>I do not see the explained finding; again: take it back</source>
        <translation>No veo el hallazgo explicado; otra vez: lo retira</translation>
    </message>
    <message>
        <source>Score refused image...</source>
        <translation>Puntuar imagen rechazada...</translation>
    </message>
    <message>
        <source>Give a reason and see the score, marked on every output</source>
        <translation>Indique un motivo y vea la puntuación, señalada en todo resultado</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Segundo lector</translation>
    </message>
    <message>
        <source>Hide what the model says until I have looked</source>
        <translation>Oculta lo que dice el modelo hasta que yo haya mirado</translation>
    </message>
    <message>
        <source>Pause scoring in the background</source>
        <translation>Pausar puntuación en segundo plano</translation>
    </message>
    <message>
        <source>Let the images that nobody looks at wait for their scores; again to go on</source>
        <translation>Deja esperar las puntuaciones de las imágenes que nadie mira; otra vez para reanudar</translation>
    </message>
    <message>
        <source>Model card...</source>
        <translation>Ficha del modelo...</translation>
    </message>
    <message>
        <source>What the model is for and not for, and how it was measured</source>
        <translation>Para qué sirve y para qué no sirve el modelo, y cómo se midió</translation>
    </message>
    <message>
        <source>Compare two models...</source>
        <translation>Comparar dos modelos...</translation>
    </message>
    <message>
        <source>All open images, those first that two models part about</source>
        <translation>Todas las imágenes abiertas, primero aquellas en que discrepan dos modelos</translation>
    </message>
    <message>
        <source>Retrain the model...</source>
        <translation>Reentrenar el modelo...</translation>
    </message>
    <message>
        <source>Train a new model on images of this clinic, and compare it</source>
        <translation>Entrena un modelo nuevo con imágenes de este centro y lo compara</translation>
    </message>
    <message>
        <source>Monitoring...</source>
        <translation>Seguimiento...</translation>
    </message>
    <message>
        <source>Scores and agreement with readers by month and version</source>
        <translation>Puntuaciones y concordancia con los lectores por mes y versión</translation>
    </message>
    <message>
        <source>Recalibrate for this site...</source>
        <translation>Recalibrar para este centro...</translation>
    </message>
    <message>
        <source>Fit probabilities and operating points to confirmed cases of this site</source>
        <translation>Ajusta probabilidades y puntos de operación a casos confirmados de este centro</translation>
    </message>
    <message>
        <source>Models...</source>
        <translation>Modelos...</translation>
    </message>
    <message>
        <source>Every model: make one active, go back, retire, export</source>
        <translation>Todos los modelos: activar, volver atrás, retirar, exportar</translation>
    </message>
    <message>
        <source>Import model file...</source>
        <translation>Importar archivo de modelo...</translation>
    </message>
    <message>
        <source>Take a .whyray or .onnx model in as a candidate</source>
        <translation>Incorpora un modelo .whyray u .onnx como candidato</translation>
    </message>
    <message>
        <source>Take a model bundle folder in as a candidate</source>
        <translation>Incorpora una carpeta de paquete de modelo como candidato</translation>
    </message>
    <message>
        <source>Import model folder...</source>
        <translation>Importar carpeta de modelo...</translation>
    </message>
    <message>
        <source>Asks for the current password first, where there is one</source>
        <translation>Pide antes la contraseña actual, si la hay</translation>
    </message>
    <message>
        <source>Find a command...</source>
        <translation>Buscar un comando...</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation>Escriba unas letras de lo que quiere hacer</translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation>Teclas y gestos</translation>
    </message>
    <message>
        <source>Show every key and mouse gesture</source>
        <translation>Muestra todas las teclas y los gestos del ratón</translation>
    </message>
    <message>
        <source>System...</source>
        <translation>Sistema...</translation>
    </message>
    <message>
        <source>Versions, processor and memory; no patient data</source>
        <translation>Versiones, procesador y memoria; sin datos de pacientes</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Abrir carpeta de registros</translation>
    </message>
    <message>
        <source>Show the folder of the log files</source>
        <translation>Muestra la carpeta de los archivos de registro</translation>
    </message>
    <message>
        <source>About WhyRay</source>
        <translation>Acerca de WhyRay</translation>
    </message>
    <message>
        <source>Versions, purpose and licences</source>
        <translation>Versiones, finalidad y licencias</translation>
    </message>
    <message>
        <source>Hold Q</source>
        <translation>Mantener Q</translation>
    </message>
    <message>
        <source>Hide the heatmap while held</source>
        <translation>Oculta el mapa de calor mientras se mantiene</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Tap: corner text; hold and drag: move the image</source>
        <translation>Toque: texto de las esquinas; mantener y arrastrar: mover la imagen</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Arrastre izquierdo</translation>
    </message>
    <message>
        <source>The tool in hand; window: sideways width, up level</source>
        <translation>La herramienta en uso; ventana: horizontal, ancho; arriba, nivel</translation>
    </message>
    <message>
        <source>Ctrl or Shift, Alt</source>
        <translation>Ctrl o Mayús, Alt</translation>
    </message>
    <message>
        <source>While the window is dragged: coarse, fine</source>
        <translation>Al arrastrar la ventana: grueso, fino</translation>
    </message>
    <message>
        <source>Ctrl + left drag</source>
        <translation>Ctrl + arrastre izquierdo</translation>
    </message>
    <message>
        <source>Window from the rectangle</source>
        <translation>Ventana a partir del rectángulo</translation>
    </message>
    <message>
        <source>Shift + left drag</source>
        <translation>Mayús + arrastre izquierdo</translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation>Mover la imagen</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Arrastre central</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Arrastre derecho</translation>
    </message>
    <message>
        <source>Zoom about the pressed point</source>
        <translation>Zoom en torno al punto pulsado</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Zoom at the pointer; several frames: next frame</source>
        <translation>Zoom en el puntero; con varios fotogramas: fotograma siguiente</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + rueda</translation>
    </message>
    <message>
        <source>Zoom at the pointer, always</source>
        <translation>Zoom en el puntero, siempre</translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation>Mayús + rueda</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Opacidad del mapa de calor</translation>
    </message>
    <message>
        <source>Alt + wheel</source>
        <translation>Alt + rueda</translation>
    </message>
    <message>
        <source>With a mask brush or eraser: its size</source>
        <translation>Con pincel o borrador de máscara: su tamaño</translation>
    </message>
    <message>
        <source>Two fingers</source>
        <translation>Dos dedos</translation>
    </message>
    <message>
        <source>Zoom and move</source>
        <translation>Zoom y mover</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Only the image, or back</source>
        <translation>Solo la imagen, o volver</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>Open files or folders, anywhere in the window</source>
        <translation>Abre archivos o carpetas, en cualquier lugar de la ventana</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>an open file</source>
        <translation>un archivo abierto</translation>
    </message>
    <message>
        <source>a file that could not be opened</source>
        <translation>un archivo que no se pudo abrir</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>una imagen</translation>
    </message>
    <message>
        <source>an image with several frames</source>
        <translation>una imagen con varios fotogramas</translation>
    </message>
    <message>
        <source>a file that offers a window</source>
        <translation>un archivo que ofrezca una ventana</translation>
    </message>
    <message>
        <source>a file that offers two windows</source>
        <translation>un archivo que ofrezca dos ventanas</translation>
    </message>
    <message>
        <source>a file that offers three windows</source>
        <translation>un archivo que ofrezca tres ventanas</translation>
    </message>
    <message>
        <source>a score</source>
        <translation>una puntuación</translation>
    </message>
    <message>
        <source>a score of an image from a DICOM file</source>
        <translation>una puntuación de una imagen de un archivo DICOM</translation>
    </message>
    <message>
        <source>an image that the input checks refused</source>
        <translation>una imagen rechazada por los controles de entrada</translation>
    </message>
    <message>
        <source>an image whose scores wait until the reader has looked</source>
        <translation>una imagen cuyas puntuaciones esperen a que el lector haya mirado</translation>
    </message>
    <message>
        <source>a heatmap</source>
        <translation>un mapa de calor</translation>
    </message>
    <message>
        <source>a map made of superpixels</source>
        <translation>un mapa hecho de superpíxeles</translation>
    </message>
</context>
<context>
    <name>CompanyBar</name>
    <message>
        <source>These images do not say whether they are of one patient. Check before comparing.</source>
        <translation>Estas imágenes no indican si son del mismo paciente. Compruébelo antes de comparar.</translation>
    </message>
    <message>
        <source>Different patients are on screen. Colours and names above the panes tell them apart.</source>
        <translation>Hay pacientes distintos en pantalla. Los colores y nombres sobre los visores los distinguen.</translation>
    </message>
</context>
<context>
    <name>CompareChoices</name>
    <message>
        <source>Each method&apos;s default layer</source>
        <translation>Capa por defecto de cada método</translation>
    </message>
    <message>
        <source>Through the layers: some, early to late</source>
        <translation>Por las capas: algunas, de la primera a la última</translation>
    </message>
    <message>
        <source>Through the layers: last of each size</source>
        <translation>Por las capas: la última de cada tamaño</translation>
    </message>
    <message>
        <source>Through the layers: all</source>
        <translation>Por las capas: todas</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Number of layers</source>
        <translation>Número de capas</translation>
    </message>
    <message>
        <source> layers</source>
        <translation> capas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Métodos</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
</context>
<context>
    <name>CompareWindow</name>
    <message>
        <source>Maps</source>
        <translation>Mapas</translation>
    </message>
    <message>
        <source>Difference from the reference, by rank</source>
        <translation>Diferencia con la comparación, por rangos</translation>
    </message>
    <message>
        <source>Difference, by share of the greatest value</source>
        <translation>Diferencia, como fracción del valor máximo</translation>
    </message>
    <message>
        <source>Each its own scale</source>
        <translation>Cada uno en su escala</translation>
    </message>
    <message>
        <source>One scale per method</source>
        <translation>Una escala por método</translation>
    </message>
    <message>
        <source>One scale for all</source>
        <translation>Una escala para todos</translation>
    </message>
    <message>
        <source>Compare explanations</source>
        <translation>Comparar explicaciones</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>Escala de los colores</translation>
    </message>
    <message>
        <source>Evidence against too</source>
        <translation>También evidencia en contra</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Guardar...</translation>
    </message>
    <message>
        <source>All maps with captions as PNG, their agreement as CSV</source>
        <translation>Todos los mapas con leyenda como PNG, su concordancia como CSV</translation>
    </message>
    <message>
        <source>Size of a map</source>
        <translation>Tamaño de un mapa</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Progreso de la comparación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>Guardado en {folder}.</translation>
    </message>
    <message>
        <source>Tick methods, classes and models, then press Compare. A click on a map makes it the reference; a double click shows it in the pane.</source>
        <translation>Marque métodos, clases y modelos y pulse «Comparar». Un clic en un mapa lo convierte en el mapa de comparación; un doble clic lo muestra en el visor.</translation>
    </message>
    <message>
        <source>Scoring with the chosen models ...</source>
        <translation>Puntuando con los modelos elegidos ...</translation>
    </message>
    <message>
        <source>Map {number} of {count}</source>
        <translation>Mapa {number} de {count}</translation>
    </message>
</context>
<context>
    <name>ComparisonCharts</name>
    <message>
        <source>ROC curves; circles: operating points</source>
        <translation>Curvas ROC; círculos: puntos de operación</translation>
    </message>
    <message>
        <source>1 - specificity</source>
        <translation>1 - especificidad</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Calibration; on the dotted line it is right</source>
        <translation>Calibración; sobre la línea de puntos es correcta</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>{model}: area {area}</source>
        <translation>{model}: área {area}</translation>
    </message>
    <message>
        <source>{model}: error {error}</source>
        <translation>{model}: error {error}</translation>
    </message>
    <message>
        <source>It needs images with the finding and without it.</source>
        <translation>Hacen falta imágenes con el hallazgo y sin él.</translation>
    </message>
</context>
<context>
    <name>Conventions</name>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signo</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Cambio de tamaño</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normalización</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Colocación</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>Eigen smoothing</source>
        <translation>Suavizado eigen</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Fusión</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Baseline score</source>
        <translation>Puntuación de la referencia</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Sesgos</translation>
    </message>
    <message>
        <source>Caveat</source>
        <translation>Salvedad</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Coalitions</source>
        <translation>Coaliciones</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Completitud</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Estimación</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hecho por</translation>
    </message>
    <message>
        <source>Mask resize</source>
        <translation>Tamaño de máscara</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Solapamiento</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Trayectoria</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Trayectorias</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Procesamiento</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Punto de comparación</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Resto</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Muestreo</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Estabilidad</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Suma</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Ventanas</translation>
    </message>
</context>
<context>
    <name>Corners</name>
    <message>
        <source>identity not in file</source>
        <translation>sin identidad en el archivo</translation>
    </message>
    <message>
        <source>Patient masked</source>
        <translation>Paciente oculto</translation>
    </message>
    <message>
        <source>ID {number}</source>
        <translation>ID {number}</translation>
    </message>
    <message>
        <source>{age} y</source>
        <translation>{age} años</translation>
    </message>
    <message>
        <source>left</source>
        <translation>izquierda</translation>
    </message>
    <message>
        <source>right</source>
        <translation>derecha</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>ambos lados</translation>
    </message>
    <message>
        <source>M</source>
        <comment>sex: male</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>F</source>
        <comment>sex: female</comment>
        <translation>F</translation>
    </message>
    <message>
        <source>O</source>
        <comment>sex: other</comment>
        <translation>O</translation>
    </message>
    <message>
        <source>frame {number} of {count}</source>
        <translation>fotograma {number} de {count}</translation>
    </message>
    <message>
        <source>zoom {percent} %</source>
        <translation>zoom {percent} %</translation>
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
        <translation>Invertida</translation>
    </message>
    <message>
        <source>Lossy</source>
        <translation>Con pérdida</translation>
    </message>
    <message>
        <source>Pixels not square</source>
        <translation>Píxeles no cuadrados</translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation>Notas: {count}</translation>
    </message>
</context>
<context>
    <name>DecisionRow</name>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>I see this finding too</source>
        <translation>Yo también veo este hallazgo</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>I do not see this finding</source>
        <translation>No veo este hallazgo</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Comment on {finding}</source>
        <translation>Comentario sobre {finding}</translation>
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
        <translation>Detener</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save and send</source>
        <translation>Guardar y enviar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>No other study of this patient in this view is among the open files.</source>
        <translation>No hay ningún otro estudio de este paciente en esta proyección entre los archivos abiertos.</translation>
    </message>
    <message>
        <source>There is only one model. Import another one first.</source>
        <translation>Solo hay un modelo. Importe otro primero.</translation>
    </message>
    <message>
        <source>The history is off: it is not remembered what was read.</source>
        <translation>El historial está desactivado: no se recuerda qué se ha leído.</translation>
    </message>
    <message>
        <source>Marked as read.</source>
        <translation>Marcado como leído.</translation>
    </message>
    <message>
        <source>There is no model yet. Import one first.</source>
        <translation>Aún no hay ningún modelo. Importe uno primero.</translation>
    </message>
    <message>
        <source>Importing {name} ...</source>
        <translation>Importando {name} ...</translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) in the watched folder.</source>
        <translation>
            <numerusform>%n archivo nuevo en la carpeta vigilada.</numerusform>
            <numerusform>%n archivos nuevos en la carpeta vigilada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Se guardó {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) received from the network.</source>
        <translation>
            <numerusform>%n imagen recibida de la red.</numerusform>
            <numerusform>%n imágenes recibidas de la red.</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported {name}; it is a candidate until it is made active.</source>
        <translation>Se importó {name}; es candidato hasta que se active.</translation>
    </message>
    <message>
        <source>{name} is the active model now.</source>
        <translation>{name} es ahora el modelo activo.</translation>
    </message>
    <message>
        <source>only local files and folders can be opened. Received: {names}</source>
        <translation>solo se pueden abrir archivos y carpetas locales. Recibido: {names}</translation>
    </message>
    <message>
        <source>Save the file on this computer first, then open it.</source>
        <translation>Guarde primero el archivo en este equipo y luego ábralo.</translation>
    </message>
</context>
<context>
    <name>DicomDialogs</name>
    <message>
        <source>Send images</source>
        <translation>Enviar imágenes</translation>
    </message>
    <message>
        <source>The files as they are, with names and without results. Only DICOM files can be sent. Nothing is sent before the button is pressed.</source>
        <translation>Los archivos tal cual, con nombres y sin resultados. Solo se pueden enviar archivos DICOM. No se envía nada antes de pulsar el botón.</translation>
    </message>
    <message>
        <source>De-identified copies</source>
        <translation>Copias desidentificadas</translation>
    </message>
    <message>
        <source>Copies whose headers no longer tell whose they are (basic profile of the DICOM standard, PS3.15): names, numbers, dates and private entries are taken out, patients and studies get pseudonyms that stay the same on this computer.</source>
        <translation>Copias cuyas cabeceras ya no revelan de quién son (perfil básico del estándar DICOM, PS3.15): se quitan nombres, números, fechas y entradas privadas; los pacientes y los estudios reciben seudónimos que no cambian en este equipo.</translation>
    </message>
    <message>
        <source>Results as DICOM</source>
        <translation>Resultados como DICOM</translation>
    </message>
    <message>
        <source>Objects of the image&apos;s own study, in new series, marked as made by software, for research and unverified. The image itself is not changed. Nothing is written or sent before the button is pressed.</source>
        <translation>Objetos del propio estudio de la imagen, en series nuevas, señalados como creados por software, para investigación y sin verificar. La imagen en sí no se modifica. No se escribe ni se envía nada antes de pulsar el botón.</translation>
    </message>
</context>
<context>
    <name>DicomKinds</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>The image with the map painted on it; every viewer shows it (Secondary Capture).</source>
        <translation>La imagen con el mapa pintado encima; la muestra cualquier visor (Secondary Capture).</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>The printed report as a document (Encapsulated PDF).</source>
        <translation>El informe impreso como documento (Encapsulated PDF).</translation>
    </message>
    <message>
        <source>Findings as data</source>
        <translation>Hallazgos como datos</translation>
    </message>
    <message>
        <source>Every finding with its probability, for archives and programs (Structured Report).</source>
        <translation>Cada hallazgo con su probabilidad, para archivos PACS y programas (Structured Report).</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Contornos</translation>
    </message>
    <message>
        <source>Lines around strong regions, shown over the original image (Presentation State).</source>
        <translation>Líneas en torno a las regiones intensas, sobre la imagen original (Presentation State).</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Strong regions of the maps as masks on the image (Segmentation).</source>
        <translation>Regiones intensas de los mapas como máscaras sobre la imagen (Segmentation).</translation>
    </message>
    <message>
        <source>Numbers of the maps</source>
        <translation>Números de los mapas</translation>
    </message>
    <message>
        <source>The signed values themselves, for research (Parametric Map).</source>
        <translation>Los propios valores con signo, para investigación (Parametric Map).</translation>
    </message>
    <message>
        <source>Not possible: {reason}.</source>
        <translation>No es posible: {reason}.</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop to open</source>
        <translation>Suelte para abrir</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>&apos;baselines&apos; (all pictures of absence), a folder of images (100 at most, evenly spaced by name), or a .npy file of network inputs (N, ...)</source>
        <translation>referencias (&apos;baselines&apos;: todas las imágenes de ausencia), una carpeta de imágenes (100 como máximo, espaciadas uniformemente por nombre) o un archivo .npy de entradas de red (N, ...)</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no feature map: {why}</source>
        <translation>&apos;{name}&apos; no es un mapa de características: {why}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is the same for an image and its baseline.</source>
        <translation>&apos;{name}&apos; es igual para una imagen y su referencia.</translation>
    </message>
    <message>
        <source>&apos;{score}&apos; of shape {list} has no single axis of classes.</source>
        <translation>&apos;{score}&apos;, de forma {list}, no tiene un único eje de clases.</translation>
    </message>
    <message>
        <source>(x - x&apos;) * mean of d(logit)/dx over the straight path from baseline x&apos; to x; at a layer, the same with its activations</source>
        <translation>(x - x&apos;) * media de d(logit)/dx en la trayectoria recta desde la referencia x&apos; hasta x; en una capa, lo mismo con sus activaciones</translation>
    </message>
    <message>
        <source>(x - x&apos;) * multiplier, slopes of secants in place of gradients (rescale rule)</source>
        <translation>(x - x&apos;) * multiplicador, pendientes de secantes en lugar de gradientes (regla rescale)</translation>
    </message>
    <message>
        <source>(y - y without the feature map) / |y|: the paper divides by y, which for a negative score would turn evidence for the class into evidence against it</source>
        <translation>(y - y sin el mapa de características) / |y|: el artículo divide entre y, lo que con una puntuación negativa convertiría la evidencia a favor de la clase en evidencia en contra</translation>
    </message>
    <message>
        <source>, fading to nothing at twice that size</source>
        <translation>, desvaneciéndose hasta cero al doble de ese tamaño</translation>
    </message>
    <message>
        <source>--classes {text}: a list of names is needed</source>
        <translation>--classes {text}: se necesita una lista de nombres</translation>
    </message>
    <message>
        <source>--classes {text}: {error}</source>
        <translation>--classes {text}: {error}</translation>
    </message>
    <message>
        <source>--size {text}: HEIGHTxWIDTH is needed, e.g. 224x224</source>
        <translation>--size {text}: se necesita ALTOxANCHO, p. ej. 224x224</translation>
    </message>
    <message>
        <source>0 in the network&apos;s own units</source>
        <translation>0 en las unidades propias de la red</translation>
    </message>
    <message>
        <source>0 or more where activations are: weights are never negative</source>
        <translation>0 o más donde hay activaciones: los pesos nunca son negativos</translation>
    </message>
    <message>
        <source>0 or more where activations are; only gradients that speak for the class count</source>
        <translation>0 o más donde hay activaciones; solo cuentan los gradientes a favor de la clase</translation>
    </message>
    <message>
        <source>1 everywhere</source>
        <translation>1 en todas partes</translation>
    </message>
    <message>
        <source>1 forward</source>
        <translation>1 pasada adelante</translation>
    </message>
    <message>
        <source>1 forward + 1 backward</source>
        <translation>1 pasada adelante + 1 atrás</translation>
    </message>
    <message>
        <source>1 forward + 1 backward of the tail behind the layer</source>
        <translation>1 pasada adelante + 1 atrás de la cola tras la capa</translation>
    </message>
    <message>
        <source>1 forward + 1 backward, for the image and each baseline</source>
        <translation>1 pasada adelante + 1 atrás, para la imagen y cada referencia</translation>
    </message>
    <message>
        <source>1 forward + 1 backward, to the input and every bias</source>
        <translation>1 pasada adelante + 1 atrás, hasta la entrada y cada sesgo</translation>
    </message>
    <message>
        <source>1 forward per feature map, + 2</source>
        <translation>1 pasada adelante por mapa de características, + 2</translation>
    </message>
    <message>
        <source>1 forward per mask, + 1; stops when converged</source>
        <translation>1 pasada adelante por máscara, + 1; se detiene al converger</translation>
    </message>
    <message>
        <source>1 forward per window, + 1</source>
        <translation>1 pasada adelante por ventana, + 1</translation>
    </message>
    <message>
        <source>1 forward, + the tail behind the layer once per feature map</source>
        <translation>1 pasada adelante, + la cola tras la capa una vez por mapa de características</translation>
    </message>
    <message>
        <source>1 forward, + the tail behind the layer once per place, for all classes</source>
        <translation>1 pasada adelante, + la cola tras la capa una vez por lugar, para todas las clases</translation>
    </message>
    <message>
        <source>1 forward, for the score that is told beside it</source>
        <translation>1 pasada adelante, para la puntuación que se indica al lado</translation>
    </message>
    <message>
        <source>1 or 3 channels</source>
        <translation>1 o 3 canales</translation>
    </message>
    <message>
        <source>1 pass</source>
        <translation>1 pasada</translation>
    </message>
    <message>
        <source>18 to 39 years</source>
        <translation>18 a 39 años</translation>
    </message>
    <message>
        <source>2 baselines x steps x (1 forward + 1 backward), and the segmentation</source>
        <translation>2 referencias x pasos x (1 pasada adelante + 1 atrás), y la segmentación</translation>
    </message>
    <message>
        <source>2 forward + 2 backward</source>
        <translation>2 pasadas adelante + 2 atrás</translation>
    </message>
    <message>
        <source>40 to 59 years</source>
        <translation>40 a 59 años</translation>
    </message>
    <message>
        <source>60 to 74 years</source>
        <translation>60 a 74 años</translation>
    </message>
    <message>
        <source>75 years and older</source>
        <translation>75 años o más</translation>
    </message>
    <message>
        <source>; not defined for, and true gradient at: {counted}</source>
        <translation>; no definido, y con el gradiente verdadero, en: {counted}</translation>
    </message>
    <message>
        <source>; sums hold only up to the rounding of {quantisers} quantisers</source>
        <translation>; las sumas solo se cumplen salvo el redondeo de {quantisers} cuantizadores</translation>
    </message>
    <message>
        <source>; the way is linear, so they equal the gradient</source>
        <translation>; el recorrido es lineal, por lo que equivalen al gradiente</translation>
    </message>
    <message>
        <source>A DICOM sequence holds something that is no item.</source>
        <translation>Una secuencia DICOM contiene algo que no es un elemento.</translation>
    </message>
    <message>
        <source>A box of the JPEG 2000 file has no length.</source>
        <translation>Una caja del archivo JPEG 2000 no tiene longitud.</translation>
    </message>
    <message>
        <source>A class is known to the active model alone.</source>
        <translation>Solo el modelo activo conoce una de las clases.</translation>
    </message>
    <message>
        <source>A class is known to the new model alone.</source>
        <translation>Solo el modelo nuevo conoce una de las clases.</translation>
    </message>
    <message>
        <source>A class with fewer than {least:.0f} images of either kind decides nothing.</source>
        <translation>Una clase con menos de {least:.0f} imágenes de cualquiera de los dos tipos no decide nada.</translation>
    </message>
    <message>
        <source>A control for comparison, not an explanation</source>
        <translation>Un control para comparar, no una explicación</translation>
    </message>
    <message>
        <source>A graded map has the greys 255, 128, 64, 32 and 0 alone; this one has {grey}.</source>
        <translation>Un mapa graduado solo tiene los grises 255, 128, 64, 32 y 0; este tiene {grey}.</translation>
    </message>
    <message>
        <source>A graph cannot tell how pixels must be scaled (0..1, -1..1, 0..255 ...).</source>
        <translation>Un grafo no puede indicar cómo deben escalarse los píxeles (0..1, -1..1, 0..255 ...).</translation>
    </message>
    <message>
        <source>A heart border lies outside of the thorax.</source>
        <translation>Un borde cardíaco queda fuera del tórax.</translation>
    </message>
    <message>
        <source>A key is 64 hex digits, as `whyray models show` tells it.</source>
        <translation>Una clave son 64 cifras hexadecimales, como las muestra `whyray models show`.</translation>
    </message>
    <message>
        <source>A look-up table of the file is damaged and was left out.</source>
        <translation>Una tabla LUT del archivo está dañada y se omitió.</translation>
    </message>
    <message>
        <source>A look-up table of {bits} bits holds larger values; taken as {needed}.</source>
        <translation>Una tabla LUT de {bits} bits contiene valores mayores; se tomó como de {needed}.</translation>
    </message>
    <message>
        <source>A loss of area under the ROC curve cannot be ruled out: {value:+.3f}</source>
        <translation>No se puede descartar una pérdida de área bajo la curva ROC: {value:+.3f}</translation>
    </message>
    <message>
        <source>A mask has two dimensions; this file has {shape}.</source>
        <translation>Una máscara tiene dos dimensiones; este archivo tiene {shape}.</translation>
    </message>
    <message>
        <source>A model has no operating point.</source>
        <translation>Un modelo no tiene punto de operación.</translation>
    </message>
    <message>
        <source>A pixel {ratio:.3g} times as high as wide makes no sense.</source>
        <translation>Un píxel {ratio:.3g} veces más alto que ancho no tiene sentido.</translation>
    </message>
    <message>
        <source>A sentence of a few words is long and easily kept in mind.</source>
        <translation>Una frase de unas pocas palabras es larga y fácil de recordar.</translation>
    </message>
    <message>
        <source>A window of width {width:g} was left out.</source>
        <translation>Se omitió una ventana de ancho {width:g}.</translation>
    </message>
    <message>
        <source>AP view: the heart is enlarged; the ratio is defined for PA only.</source>
        <translation>Proyección AP: el corazón aparece agrandado; el índice solo está definido para PA.</translation>
    </message>
    <message>
        <source>Ablation-CAM</source>
        <translation>Ablation-CAM</translation>
    </message>
    <message>
        <source>Activate one of the models by its id.</source>
        <translation>Active uno de los modelos por su identificador.</translation>
    </message>
    <message>
        <source>Active now: {name}, version {version}.</source>
        <translation>Activo ahora: {name}, versión {version}.</translation>
    </message>
    <message>
        <source>Add /tls to the node, and name the authority of its certificate.</source>
        <translation>Añada /tls al nodo e indique la autoridad de su certificado.</translation>
    </message>
    <message>
        <source>Against their answers the sensitivity is {sensitivity}, the specificity {specificity}.</source>
        <translation>Frente a sus respuestas, la sensibilidad es {sensitivity} y la especificidad {specificity}.</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algoritmo</translation>
    </message>
    <message>
        <source>All masks of an image must have the same number of pixels.</source>
        <translation>Todas las máscaras de una imagen deben tener el mismo número de píxeles.</translation>
    </message>
    <message>
        <source>All pixels of the image are equal.</source>
        <translation>Todos los píxeles de la imagen son iguales.</translation>
    </message>
    <message>
        <source>All {count} shuffled maps were beaten.</source>
        <translation>Se superaron los {count} mapas mezclados.</translation>
    </message>
    <message>
        <source>Allowed: {allowed}.</source>
        <translation>Permitido: {allowed}.</translation>
    </message>
    <message>
        <source>Another class, likeness of the map</source>
        <translation>Otra clase, semejanza del mapa</translation>
    </message>
    <message>
        <source>Another seed gives a somewhat other picture.</source>
        <translation>Otra semilla da una imagen algo distinta.</translation>
    </message>
    <message>
        <source>Another seed gives another picture: ask for more samples.</source>
        <translation>Otra semilla da otra imagen: pida más muestras.</translation>
    </message>
    <message>
        <source>Another seed gives the same picture.</source>
        <translation>Otra semilla da la misma imagen.</translation>
    </message>
    <message>
        <source>Answer: {names}.</source>
        <translation>Responda: {names}.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Around it: {quoted}.</source>
        <translation>Por fuera: {quoted}.</translation>
    </message>
    <message>
        <source>Ask its administrator for the port of its TLS connections.</source>
        <translation>Pida a su administrador el puerto de sus conexiones TLS.</translation>
    </message>
    <message>
        <source>Ask its maker for an export with the standard&apos;s operators only.</source>
        <translation>Pida a su autor una exportación solo con los operadores del estándar.</translation>
    </message>
    <message>
        <source>Ask its maker for an export without random parts.</source>
        <translation>Pida a su autor una exportación sin partes aleatorias.</translation>
    </message>
    <message>
        <source>Ask its maker for the bundle again, or take its signature.json out.</source>
        <translation>Pida de nuevo el paquete a su autor o quite su signature.json.</translation>
    </message>
    <message>
        <source>Ask the archive to send the image uncompressed (Explicit VR Little Endian).</source>
        <translation>Pida al archivo (PACS) que envíe la imagen sin comprimir (Explicit VR Little Endian).</translation>
    </message>
    <message>
        <source>Ask the peer&apos;s administrator.</source>
        <translation>Consulte al administrador del otro equipo.</translation>
    </message>
    <message>
        <source>At least one criterion that was fixed before speaks against it.</source>
        <translation>Al menos un criterio fijado de antemano habla en contra.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Batch: {model}</source>
        <translation>Lote: {model}</translation>
    </message>
    <message>
        <source>Begin an administrator session first.</source>
        <translation>Inicie primero una sesión de administrador.</translation>
    </message>
    <message>
        <source>Behind the heart and below the domes; lungs turn black</source>
        <translation>Detrás del corazón y bajo las cúpulas; los pulmones se vuelven negros</translation>
    </message>
    <message>
        <source>Blue - red (signed)</source>
        <translation>Azul - rojo (con signo)</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Desenfoque</translation>
    </message>
    <message>
        <source>Blur integrated gradients</source>
        <translation>Gradientes integrados por desenfoque</translation>
    </message>
    <message>
        <source>Both give the same probabilities.</source>
        <translation>Ambos dan las mismas probabilidades.</translation>
    </message>
    <message>
        <source>Both models give the same probabilities on all {images} images.</source>
        <translation>Ambos modelos dan las mismas probabilidades en las {images} imágenes.</translation>
    </message>
    <message>
        <source>By the criteria that were fixed before. A person decides: nothing is promoted by itself.</source>
        <translation>Según los criterios fijados de antemano. Decide una persona: nada se adopta por sí solo.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Catheters, tubes and wires before the mediastinum</source>
        <translation>Catéteres, tubos y cables proyectados sobre el mediastino</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Celdas</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>Centrado</translation>
    </message>
    <message>
        <source>Change it: whyray administrator change-password, or in the window.</source>
        <translation>Cámbiela: whyray administrator change-password, o en la ventana.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Check how it was made.</source>
        <translation>Compruebe cómo se hizo.</translation>
    </message>
    <message>
        <source>Check that the folder exists, may be written to, and that the disk is not full.</source>
        <translation>Compruebe que la carpeta existe, que se puede escribir en ella y que el disco no está lleno.</translation>
    </message>
    <message>
        <source>Check that the folder may be written to and that the disk is not full.</source>
        <translation>Compruebe que se puede escribir en la carpeta y que el disco no está lleno.</translation>
    </message>
    <message>
        <source>Check that this is the model you expect.</source>
        <translation>Compruebe que es el modelo que espera.</translation>
    </message>
    <message>
        <source>Check the clocks of both computers.</source>
        <translation>Compruebe los relojes de ambos equipos.</translation>
    </message>
    <message>
        <source>Checking its files</source>
        <translation>Comprobando sus archivos</translation>
    </message>
    <message>
        <source>Choose 0 to {shape}.</source>
        <translation>Elija de 0 a {shape}.</translation>
    </message>
    <message>
        <source>Choose a .onnx file.</source>
        <translation>Elija un archivo .onnx.</translation>
    </message>
    <message>
        <source>Choose a folder that holds one folder per class, or a table with the columns path and label.</source>
        <translation>Elija una carpeta que contenga una carpeta por clase, o una tabla con las columnas path y label.</translation>
    </message>
    <message>
        <source>Choose a layer from the model&apos;s list (&apos;whyray layers&apos;).</source>
        <translation>Elija una capa de la lista del modelo (&apos;whyray layers&apos;).</translation>
    </message>
    <message>
        <source>Choose a layer from the model&apos;s list.</source>
        <translation>Elija una capa de la lista del modelo.</translation>
    </message>
    <message>
        <source>Choose a layer that the whole network passes through.</source>
        <translation>Elija una capa por la que pase toda la red.</translation>
    </message>
    <message>
        <source>Choose a method that needs no gradient, such as occlusion.</source>
        <translation>Elija un método que no necesite gradiente, como la oclusión.</translation>
    </message>
    <message>
        <source>Choose a method that works on the image itself, such as saliency.</source>
        <translation>Elija un método que trabaje sobre la propia imagen, como la saliencia.</translation>
    </message>
    <message>
        <source>Choose a method that works on the input.</source>
        <translation>Elija un método que trabaje sobre la entrada.</translation>
    </message>
    <message>
        <source>Choose an earlier layer.</source>
        <translation>Elija una capa anterior.</translation>
    </message>
    <message>
        <source>Choose another layer or method.</source>
        <translation>Elija otra capa u otro método.</translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation>Elija otro método.</translation>
    </message>
    <message>
        <source>Choose another style, or a method on superpixels such as lime.</source>
        <translation>Elija otro estilo, o un método sobre superpíxeles, como lime.</translation>
    </message>
    <message>
        <source>Choose fewer background rows, a later layer, or the network&apos;s input.</source>
        <translation>Elija menos filas de fondo, una capa posterior o la entrada de la red.</translation>
    </message>
    <message>
        <source>Choose one of: {MODES}.</source>
        <translation>Elija una de estas opciones: {MODES}.</translation>
    </message>
    <message>
        <source>Choose one of: {STYLES}.</source>
        <translation>Elija una de estas opciones: {STYLES}.</translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation>Elija una de estas opciones: {choices}.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Cierre otros programas y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Colour image: values are its luma.</source>
        <translation>Imagen en color: los valores son su luma.</translation>
    </message>
    <message>
        <source>Compactness</source>
        <translation>Compacidad</translation>
    </message>
    <message>
        <source>Completeness gap</source>
        <translation>Déficit de completitud</translation>
    </message>
    <message>
        <source>Complexity</source>
        <translation>Complejidad</translation>
    </message>
    <message>
        <source>Control: centre</source>
        <translation>Control: centro</translation>
    </message>
    <message>
        <source>Control: chance</source>
        <translation>Control: azar</translation>
    </message>
    <message>
        <source>Control: constant</source>
        <translation>Control: constante</translation>
    </message>
    <message>
        <source>Control: edges</source>
        <translation>Control: bordes</translation>
    </message>
    <message>
        <source>Copy or export it again, or unpack it and open the folder.</source>
        <translation>Cópielo o expórtelo de nuevo, o descomprímalo y abra la carpeta.</translation>
    </message>
    <message>
        <source>Copy or export the file again.</source>
        <translation>Copie o exporte de nuevo el archivo.</translation>
    </message>
    <message>
        <source>Copy the file again.</source>
        <translation>Copie de nuevo el archivo.</translation>
    </message>
    <message>
        <source>DICOM object of unknown kind</source>
        <translation>Objeto DICOM de tipo desconocido</translation>
    </message>
    <message>
        <source>DICOM sequences are nested deeper than {MAX_DEPTH}.</source>
        <translation>Las secuencias DICOM están anidadas a más de {MAX_DEPTH} niveles.</translation>
    </message>
    <message>
        <source>Decoding needed more than {memory_bytes} MB and was stopped.</source>
        <translation>La decodificación necesitaba más de {memory_bytes} MB y se detuvo.</translation>
    </message>
    <message>
        <source>Decoding took longer than {timeout_s:g} s and was stopped.</source>
        <translation>La decodificación tardó más de {timeout_s:g} s y se detuvo.</translation>
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
        <translation>DeepLIFT no puede seguir imágenes y referencias a través del operador {op_type} (nodo &apos;{node}&apos;): sus filas no son las de imágenes sueltas en su orden.</translation>
    </message>
    <message>
        <source>DeepLIFT defines none for it</source>
        <translation>DeepLIFT no define ninguna para él</translation>
    </message>
    <message>
        <source>DeepLIFT explains the image or a layer, not stored numbers.</source>
        <translation>DeepLIFT explica la imagen o una capa, no números almacenados.</translation>
    </message>
    <message>
        <source>DeepLIFT has no rule for operator {op_type} (node &apos;{node_name}&apos;): {reason}.</source>
        <translation>DeepLIFT no tiene regla para el operador {op_type} (nodo &apos;{node_name}&apos;): {reason}.</translation>
    </message>
    <message>
        <source>DeepLIFT needs a free batch size, and this model&apos;s is fixed at {batch}: images and their baselines share one batch.</source>
        <translation>DeepLIFT necesita un tamaño de lote libre y el de este modelo está fijado en {batch}: las imágenes y sus referencias comparten un lote.</translation>
    </message>
    <message>
        <source>DeepLIFT rescale multipliers: rows 0..N-1 are images, rows N..2N-1 their baselines</source>
        <translation>Multiplicadores de la regla rescale de DeepLIFT: las filas 0..N-1 son imágenes; las filas N..2N-1, sus referencias</translation>
    </message>
    <message>
        <source>Deletion and insertion</source>
        <translation>Supresión e inserción</translation>
    </message>
    <message>
        <source>Deletion area</source>
        <translation>Área de supresión</translation>
    </message>
    <message>
        <source>Designs</source>
        <translation>Diseños</translation>
    </message>
    <message>
        <source>Do not rely on this map: it fails tests that a true explanation passes.</source>
        <translation>No confíe en este mapa: no supera pruebas que una explicación verdadera supera.</translation>
    </message>
    <message>
        <source>Dose maps and parametric maps are no radiographs.</source>
        <translation>Los mapas de dosis y los mapas paramétricos no son radiografías.</translation>
    </message>
    <message>
        <source>Drop in confidence, important parts hidden</source>
        <translation>Caída de confianza, partes importantes ocultas</translation>
    </message>
    <message>
        <source>Drop in confidence, important parts kept</source>
        <translation>Caída de confianza, partes importantes visibles</translation>
    </message>
    <message>
        <source>E[f(x M) M] / E[M] - E[f(x M)] over random masks M</source>
        <translation>E[f(x M) M] / E[M] - E[f(x M)] sobre máscaras aleatorias M</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Bordes</translation>
    </message>
    <message>
        <source>Eigen smoothing</source>
        <translation>Suavizado eigen</translation>
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
        <translation>Grad-CAM elemento a elemento</translation>
    </message>
    <message>
        <source>End it and begin one with the password; a group opens no key.</source>
        <translation>Termínela e inicie una con la contraseña; un grupo no abre ninguna clave.</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Evaluaciones</translation>
    </message>
    <message>
        <source>Everything at once, flat, nothing cut off</source>
        <translation>Todo a la vez, plano, sin recortar nada</translation>
    </message>
    <message>
        <source>Expected gradients</source>
        <translation>Gradientes esperados</translation>
    </message>
    <message>
        <source>Explain a later layer, or choose a method that needs no gradient.</source>
        <translation>Explique una capa posterior, o elija un método que no necesite gradiente.</translation>
    </message>
    <message>
        <source>Explain a later layer, or use the plain gradient or integrated gradients.</source>
        <translation>Explique una capa posterior, o use el gradiente simple o los gradientes integrados.</translation>
    </message>
    <message>
        <source>Explain layer &apos;{nearest}&apos; or a later one, or choose a method that needs no gradient.</source>
        <translation>Explique la capa &apos;{nearest}&apos; o una posterior, o elija un método que no necesite gradiente.</translation>
    </message>
    <message>
        <source>Explain single images with them, or choose another value.</source>
        <translation>Explique con ellos imágenes sueltas o elija otro valor.</translation>
    </message>
    <message>
        <source>Export a smaller model, or one in half precision.</source>
        <translation>Exporte un modelo más pequeño, o uno en media precisión.</translation>
    </message>
    <message>
        <source>Export it again with standard operators only; other programs could not run it.</source>
        <translation>Expórtelo de nuevo solo con operadores estándar; otros programas no podrían ejecutarlo.</translation>
    </message>
    <message>
        <source>Export the frame of interest as a single image.</source>
        <translation>Exporte el fotograma de interés como imagen única.</translation>
    </message>
    <message>
        <source>Export the model again with a newer exporter.</source>
        <translation>Exporte de nuevo el modelo con un exportador más reciente.</translation>
    </message>
    <message>
        <source>Export the model again with opset {OLDEST_OPSET} or later.</source>
        <translation>Exporte de nuevo el modelo con opset {OLDEST_OPSET} o posterior.</translation>
    </message>
    <message>
        <source>Export the model again with the activation along the class axis.</source>
        <translation>Exporte de nuevo el modelo con la activación a lo largo del eje de clases.</translation>
    </message>
    <message>
        <source>Export the model again without model-local functions.</source>
        <translation>Exporte de nuevo el modelo sin funciones locales del modelo.</translation>
    </message>
    <message>
        <source>Export the model again, or choose another file.</source>
        <translation>Exporte de nuevo el modelo, o elija otro archivo.</translation>
    </message>
    <message>
        <source>Export the model again.</source>
        <translation>Exporte de nuevo el modelo.</translation>
    </message>
    <message>
        <source>Export the model with the image as its only input.</source>
        <translation>Exporte el modelo con la imagen como única entrada.</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>Fewest</source>
        <translation>Mínimo</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Relleno</translation>
    </message>
    <message>
        <source>Fraction</source>
        <translation>Fracción</translation>
    </message>
    <message>
        <source>Free room on the disk.</source>
        <translation>Libere espacio en el disco.</translation>
    </message>
    <message>
        <source>Free some space, or unpack it elsewhere and open the folder.</source>
        <translation>Libere espacio, o descomprímalo en otro lugar y abra la carpeta.</translation>
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
        <translation>nodos de Gauss-Legendre por fila de fondo</translation>
    </message>
    <message>
        <source>Gauss-Legendre nodes per path</source>
        <translation>nodos de Gauss-Legendre por trayectoria</translation>
    </message>
    <message>
        <source>Gauss-Legendre nodes to begin with</source>
        <translation>nodos de Gauss-Legendre al comenzar</translation>
    </message>
    <message>
        <source>Gaussian about the middle, its standard deviation a quarter of each side</source>
        <translation>gaussiana en torno al centro, su desviación estándar es un cuarto de cada lado</translation>
    </message>
    <message>
        <source>Gaussian, standard deviation {sigma:.6g} in the network&apos;s units, {sigma_2:g} of the image&apos;s range</source>
        <translation>gaussiano, desviación estándar {sigma:.6g} en las unidades de la red, {sigma_2:g} del rango de la imagen</translation>
    </message>
    <message>
        <source>Give the new one another id, or remove the old one first.</source>
        <translation>Dé al nuevo otro id, o elimine primero el antiguo.</translation>
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
        <translation>Guided back-propagation y DeconvNet están definidos en rectificadores (ReLU, ReLU6), y no hay ninguno en el recorrido de &apos;{score}&apos; a {name}: {found}.</translation>
    </message>
    <message>
        <source>Guided backprop</source>
        <translation>Guided backprop</translation>
    </message>
    <message>
        <source>Guided integrated gradients</source>
        <translation>Gradientes integrados guiados</translation>
    </message>
    <message>
        <source>Hardly better than random: {beaten} of {count} shuffled maps were beaten.</source>
        <translation>Apenas mejor que el azar: se superaron {beaten} de {count} mapas permutados.</translation>
    </message>
    <message>
        <source>HiResCAM</source>
        <translation>HiResCAM</translation>
    </message>
    <message>
        <source>Hiding what the map calls important costs more of the score</source>
        <translation>Ocultar lo que el mapa considera importante cuesta más puntuación</translation>
    </message>
    <message>
        <source>Highest scores</source>
        <translation>Puntuaciones más altas</translation>
    </message>
    <message>
        <source>Histogram of the probabilities of {name}</source>
        <translation>Histograma de las probabilidades de {name}</translation>
    </message>
    <message>
        <source>How far the map gathers in few places; 0 is an even map, 1 a single point.</source>
        <translation>Hasta qué punto el mapa se concentra en pocos lugares; 0 es un mapa uniforme, 1 un único punto.</translation>
    </message>
    <message>
        <source>How it was made</source>
        <translation>Cómo se hizo</translation>
    </message>
    <message>
        <source>If it is genuine, unpack it and open the folder.</source>
        <translation>Si es auténtico, descomprímalo y abra la carpeta.</translation>
    </message>
    <message>
        <source>If the file is genuine, export it again at a lower resolution.</source>
        <translation>Si el archivo es auténtico, expórtelo de nuevo con menor resolución.</translation>
    </message>
    <message>
        <source>Images that one of the models has seen are left out.</source>
        <translation>Se omiten las imágenes que uno de los modelos ya ha visto.</translation>
    </message>
    <message>
        <source>Images that the input checks refused were scored all the same, on request: {reason}</source>
        <translation>Las imágenes rechazadas por los controles de entrada se puntuaron igualmente, a petición: {reason}</translation>
    </message>
    <message>
        <source>Import the model again.</source>
        <translation>Importe de nuevo el modelo.</translation>
    </message>
    <message>
        <source>Import the model into WhyRay, which frees a fixed batch where the graph allows it, or export it with a free batch.</source>
        <translation>Importe el modelo en WhyRay, que libera un lote fijo donde el grafo lo permite, o expórtelo con un lote libre.</translation>
    </message>
    <message>
        <source>In nats: over how many places the map is spread; an even map has the most.</source>
        <translation>En nats: en cuántos lugares se reparte el mapa; un mapa uniforme tiene el máximo.</translation>
    </message>
    <message>
        <source>Infidelity, share unexplained</source>
        <translation>Infidelidad, fracción no explicada</translation>
    </message>
    <message>
        <source>Input checks</source>
        <translation>Controles de entrada</translation>
    </message>
    <message>
        <source>Input x gradient</source>
        <translation>Entrada x gradiente</translation>
    </message>
    <message>
        <source>Input, SHA-256 of the recipe</source>
        <translation>Entrada, SHA-256 de la receta</translation>
    </message>
    <message>
        <source>Insertion area</source>
        <translation>Área de inserción</translation>
    </message>
    <message>
        <source>Install WhyRay again.</source>
        <translation>Instale de nuevo WhyRay.</translation>
    </message>
    <message>
        <source>Install the trainer, or use whyray compare-bundles where it is installed.</source>
        <translation>Instale el entrenador o use whyray compare-bundles donde esté instalado.</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Gradientes integrados</translation>
    </message>
    <message>
        <source>It answers and lets us in.</source>
        <translation>Responde y nos admite.</translation>
    </message>
    <message>
        <source>It cannot be told which axis of the input {shape} holds the channels.</source>
        <translation>No se puede saber qué eje de la entrada {shape} contiene los canales.</translation>
    </message>
    <message>
        <source>It does not gather where it should: the model may follow something else than the finding.</source>
        <translation>No se concentra donde debería: el modelo quizá siga algo distinto del hallazgo.</translation>
    </message>
    <message>
        <source>It ends in {count} logits: softmax (one of them) or sigmoid (each alone)?</source>
        <translation>Termina en {count} logits: ¿softmax (uno de ellos) o sigmoid (cada uno por separado)?</translation>
    </message>
    <message>
        <source>It is probably made to do harm.</source>
        <translation>Probablemente se creó para causar daño.</translation>
    </message>
    <message>
        <source>It is switched off here. Update the graphics driver or use the CPU.</source>
        <translation>Aquí está desactivada. Actualice el controlador gráfico o use la CPU.</translation>
    </message>
    <message>
        <source>It needs finite numbers of shape (N, {map}), N &gt; 0.</source>
        <translation>Necesita números finitos de forma (N, {map}), N &gt; 0.</translation>
    </message>
    <message>
        <source>Its administrator has to renew it.</source>
        <translation>Su administrador debe renovarlo.</translation>
    </message>
    <message>
        <source>Its options: {choices}.</source>
        <translation>Sus opciones: {choices}.</translation>
    </message>
    <message>
        <source>Jet (legacy)</source>
        <translation>Jet (antiguo)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Visibilidad</translation>
    </message>
    <message>
        <source>Keep the active model, and compare again with more images that neither model has seen.</source>
        <translation>Mantenga el modelo activo y compare de nuevo con más imágenes que ninguno de los modelos haya visto.</translation>
    </message>
    <message>
        <source>Keeping and hiding</source>
        <translation>Mostrar y ocultar</translation>
    </message>
    <message>
        <source>Kernel width</source>
        <translation>Ancho del núcleo</translation>
    </message>
    <message>
        <source>KernelSHAP</source>
        <translation>KernelSHAP</translation>
    </message>
    <message>
        <source>Known methods: {known}.</source>
        <translation>Métodos conocidos: {known}.</translation>
    </message>
    <message>
        <source>Known models: {known}.</source>
        <translation>Modelos conocidos: {known}.</translation>
    </message>
    <message>
        <source>Known: {known}.</source>
        <translation>Conocidos: {known}.</translation>
    </message>
    <message>
        <source>L(i,j) = logit of the tail fed with A kept at (i,j), else 0</source>
        <translation>L(i,j) = logit de la cola alimentada con A conservada en (i,j), si no 0</translation>
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
        <translation>Capas</translation>
    </message>
    <message>
        <source>Leave the class out and feed the seed.</source>
        <translation>Omita la clase y proporcione la semilla.</translation>
    </message>
    <message>
        <source>Leave the layer out, or choose a method such as grad-cam.</source>
        <translation>Omita la capa o elija un método como grad-cam.</translation>
    </message>
    <message>
        <source>Look at fewer layers, or close other programs.</source>
        <translation>Examine menos capas, o cierre otros programas.</translation>
    </message>
    <message>
        <source>Make another one active first.</source>
        <translation>Active primero otro.</translation>
    </message>
    <message>
        <source>Making a bundle of it</source>
        <translation>Creando un paquete</translation>
    </message>
    <message>
        <source>Making it the active model</source>
        <translation>Activándolo</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <source>Masks are pictures, NIfTI files or DICOM segmentations (SEG).</source>
        <translation>Las máscaras son imágenes, archivos NIfTI o segmentaciones DICOM (SEG).</translation>
    </message>
    <message>
        <source>Max distance</source>
        <translation>Distancia máx.</translation>
    </message>
    <message>
        <source>Max steps</source>
        <translation>Pasos máx.</translation>
    </message>
    <message>
        <source>Max-sensitivity to noise</source>
        <translation>Sensibilidad máxima al ruido</translation>
    </message>
    <message>
        <source>Millimetres at the detector: the body lies before it, so true sizes are smaller.</source>
        <translation>Milímetros en el detector: el cuerpo está delante de él, por lo que los tamaños reales son menores.</translation>
    </message>
    <message>
        <source>Millimetres: calibrated by hand; they hold for the depth of that object.</source>
        <translation>Milímetros: calibrados a mano; valen para la profundidad de ese objeto.</translation>
    </message>
    <message>
        <source>Millimetres: calibrated, as the file says.</source>
        <translation>Milímetros: calibrados, según el archivo.</translation>
    </message>
    <message>
        <source>Millimetres: estimated in the patient from the magnification that the file states.</source>
        <translation>Milímetros: estimados en el paciente a partir de la magnificación que indica el archivo.</translation>
    </message>
    <message>
        <source>Model, SHA-256</source>
        <translation>Modelo, SHA-256</translation>
    </message>
    <message>
        <source>More images are decided rightly, McNemar&apos;s p below {p:.2f}.</source>
        <translation>Se deciden bien más imágenes, p de McNemar inferior a {p:.2f}.</translation>
    </message>
    <message>
        <source>More maps fail the tests of trust: {old} became {new} of {cases}.</source>
        <translation>Más mapas no superan las pruebas de confianza: de {old} se pasó a {new} de {cases}.</translation>
    </message>
    <message>
        <source>More of the maps lies outside the lungs: {old:.0%} became {new:.0%}, on {cases} images.</source>
        <translation>Una parte mayor de los mapas cae fuera de los pulmones: de {old:.0%} se pasó a {new:.0%}, en {cases} imágenes.</translation>
    </message>
    <message>
        <source>Name PEM files: the certificate, and its private key without a password.</source>
        <translation>Indique archivos PEM: el certificado y su clave privada sin contraseña.</translation>
    </message>
    <message>
        <source>Name a bundle folder or a .whyray file.</source>
        <translation>Indique una carpeta de paquete o un archivo .whyray.</translation>
    </message>
    <message>
        <source>Name a certificate with its key, issued by an authority that the peer believes, and check that it has not expired.</source>
        <translation>Indique un certificado con su clave, emitido por una autoridad en la que confíe el otro equipo, y compruebe que no ha caducado.</translation>
    </message>
    <message>
        <source>Name every output once, in order.</source>
        <translation>Nombre cada salida una vez, en orden.</translation>
    </message>
    <message>
        <source>Name one by its digest: {choices}.</source>
        <translation>Indique uno por su huella: {choices}.</translation>
    </message>
    <message>
        <source>Name the certificate of the authority that issued the peer&apos;s one.</source>
        <translation>Indique el certificado de la autoridad que emitió el del otro equipo.</translation>
    </message>
    <message>
        <source>Name the file of the authority, or let peers connect without one.</source>
        <translation>Indique el archivo de la autoridad o permita que otros equipos se conecten sin ella.</translation>
    </message>
    <message>
        <source>Name the files of a certificate and its key, or receive without TLS.</source>
        <translation>Indique los archivos de un certificado y de su clave, o reciba sin TLS.</translation>
    </message>
    <message>
        <source>Name the layers to fuse, separated by commas.</source>
        <translation>Nombre las capas que fusionar, separadas por comas.</translation>
    </message>
    <message>
        <source>Nearest: {fromkeys}. &apos;whyray layers&apos; lists all {count}.</source>
        <translation>Más próximas: {fromkeys}. &apos;whyray layers&apos; muestra las {count}.</translation>
    </message>
    <message>
        <source>Neither is shown to be better here, and no criterion speaks against the new one. Keeping the active model is the simple choice.</source>
        <translation>No se demuestra que ninguno sea mejor aquí, y ningún criterio habla en contra del nuevo. Lo más sencillo es mantener el modelo activo.</translation>
    </message>
    <message>
        <source>No class has {least:.0f} images with it and {least:.0f} without.</source>
        <translation>Ninguna clase tiene {least:.0f} imágenes con ella y {least:.0f} sin ella.</translation>
    </message>
    <message>
        <source>No clear difference between the two models</source>
        <translation>Sin diferencia clara entre los dos modelos</translation>
    </message>
    <message>
        <source>No gradient rule for operator {op_type} (node &apos;{node_name}&apos;).</source>
        <translation>No hay regla de gradiente para el operador {op_type} (nodo &apos;{node_name}&apos;).</translation>
    </message>
    <message>
        <source>No gradient through operator {op_type} (node &apos;{node_name}&apos;): {reason}.</source>
        <translation>No hay gradiente a través del operador {op_type} (nodo &apos;{node_name}&apos;): {reason}.</translation>
    </message>
    <message>
        <source>No model is active.</source>
        <translation>No hay ningún modelo activo.</translation>
    </message>
    <message>
        <source>No month&apos;s scores differ from the reference more than chance explains; {count} of {all} months had enough studies to be compared.</source>
        <translation>En ningún mes difieren las puntuaciones de la referencia más de lo que explica el azar; {count} de {all} meses tenían estudios suficientes para compararse.</translation>
    </message>
    <message>
        <source>No output of the model looks like class scores (one number per class for each image).</source>
        <translation>Ninguna salida del modelo parece contener puntuaciones de clase (un número por clase para cada imagen).</translation>
    </message>
    <message>
        <source>No pixel of the image lies in the region.</source>
        <translation>Ningún píxel de la imagen cae en la región.</translation>
    </message>
    <message>
        <source>No test could be made on this map.</source>
        <translation>No se pudo hacer ninguna prueba con este mapa.</translation>
    </message>
    <message>
        <source>Nobody is let in by password until it is restored from a backup or given up: whyray administrator reset.</source>
        <translation>Nadie puede entrar con contraseña hasta que se restaure de una copia de seguridad o se renuncie a ella: whyray administrator reset.</translation>
    </message>
    <message>
        <source>Noise that no eye sees changes the map by more than the map itself.</source>
        <translation>Un ruido imperceptible cambia el mapa más que el propio mapa.</translation>
    </message>
    <message>
        <source>Noise that no eye sees changes the map visibly.</source>
        <translation>Un ruido imperceptible cambia visiblemente el mapa.</translation>
    </message>
    <message>
        <source>Noise that no eye sees hardly changes the map.</source>
        <translation>Un ruido imperceptible apenas cambia el mapa.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguno.</translation>
    </message>
    <message>
        <source>Not better than random.</source>
        <translation>No mejor que el azar.</translation>
    </message>
    <message>
        <source>Not defined for this map.</source>
        <translation>No definido para este mapa.</translation>
    </message>
    <message>
        <source>Not measured in the quick look: every map of this method takes {count} runs of the model.</source>
        <translation>No medido en el examen rápido: cada mapa de este método necesita {count} ejecuciones del modelo.</translation>
    </message>
    <message>
        <source>Nothing is drawn at random in this method.</source>
        <translation>Este método no sortea nada al azar.</translation>
    </message>
    <message>
        <source>Nothing tells which images the active model was trained on.</source>
        <translation>No consta con qué imágenes se entrenó el modelo activo.</translation>
    </message>
    <message>
        <source>Nothing tells which images the new model was trained on.</source>
        <translation>No consta con qué imágenes se entrenó el modelo nuevo.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nada.</translation>
    </message>
    <message>
        <source>Number of Frames in the header is not one whole number.</source>
        <translation>Number of Frames en la cabecera no es un único número entero.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the model: {first_line}</source>
        <translation>ONNX Runtime no puede cargar el modelo: {first_line}</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Oclusión</translation>
    </message>
    <message>
        <source>Of several classes, the area of one falls by more than {margin:.2f}, its whole interval below 0.</source>
        <translation>Con varias clases, el área de una baja más de {margin:.2f}, con todo su intervalo por debajo de 0.</translation>
    </message>
    <message>
        <source>One name per output.</source>
        <translation>Un nombre por salida.</translation>
    </message>
    <message>
        <source>One of the two maps is constant.</source>
        <translation>Uno de los dos mapas es constante.</translation>
    </message>
    <message>
        <source>Only a plain file name in the model&apos;s own folder is read. Save the model again as one file.</source>
        <translation>Solo se lee un nombre de archivo simple en la propia carpeta del modelo. Guarde de nuevo el modelo como un solo archivo.</translation>
    </message>
    <message>
        <source>Open the folder that the DICOMDIR lies in.</source>
        <translation>Abra la carpeta que contiene el DICOMDIR.</translation>
    </message>
    <message>
        <source>Other patients, another device or another way of working do this as well as a fault; whether the model has become worse only answers of readers can tell.</source>
        <translation>Otros pacientes, otro aparato u otro modo de trabajo causan esto igual que una avería; si el modelo ha empeorado solo lo dicen las respuestas de los lectores.</translation>
    </message>
    <message>
        <source>Other seed, rank correlation</source>
        <translation>Otra semilla, correlación de rangos</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>PartitionSHAP</source>
        <translation>PartitionSHAP</translation>
    </message>
    <message>
        <source>Parts of the image are coloured; only its brightness is looked at.</source>
        <translation>Partes de la imagen están en color; solo se considera su brillo.</translation>
    </message>
    <message>
        <source>Probabilities fit better (Brier score): {value:+.4f}</source>
        <translation>Las probabilidades se ajustan mejor (puntuación de Brier): {value:+.4f}</translation>
    </message>
    <message>
        <source>Probabilities fit worse (Brier score): {value:+.4f}</source>
        <translation>Las probabilidades se ajustan peor (puntuación de Brier): {value:+.4f}</translation>
    </message>
    <message>
        <source>Put &apos;{location}&apos; into the same folder as the model, under this name.</source>
        <translation>Ponga &apos;{location}&apos; en la misma carpeta que el modelo, con este nombre.</translation>
    </message>
    <message>
        <source>Put the file itself beside the model.</source>
        <translation>Ponga el propio archivo junto al modelo.</translation>
    </message>
    <message>
        <source>RISE</source>
        <translation>RISE</translation>
    </message>
    <message>
        <source>ROAD, combined</source>
        <translation>ROAD, combinado</translation>
    </message>
    <message>
        <source>R^2 {r_squared:.4f} of the weighted ridge regression on {count} samples</source>
        <translation>R^2 {r_squared:.4f} de la regresión ridge ponderada sobre {count} muestras</translation>
    </message>
    <message>
        <source>Random parts hidden</source>
        <translation>Partes aleatorias ocultas</translation>
    </message>
    <message>
        <source>ReLU, then half-pixel bilinear</source>
        <translation>ReLU, después bilineal de medio píxel</translation>
    </message>
    <message>
        <source>Read the map with doubt: some tests failed, see below.</source>
        <translation>Lea el mapa con reservas: fallaron algunas pruebas, véanse abajo.</translation>
    </message>
    <message>
        <source>Read them, or forget them in the worklist.</source>
        <translation>Léalos u olvídelos en la lista de trabajo.</translation>
    </message>
    <message>
        <source>Readers answered {count} of {scores} scores and agree with {share}.</source>
        <translation>Los lectores respondieron a {count} de {scores} puntuaciones y coinciden con el {share}.</translation>
    </message>
    <message>
        <source>Readers answered {count} of {scores} scores: too few to tell how far they agree.</source>
        <translation>Los lectores respondieron a {count} de {scores} puntuaciones: muy pocas para saber hasta qué punto coinciden.</translation>
    </message>
    <message>
        <source>ReciproCAM</source>
        <translation>ReciproCAM</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Punto de comparación</translation>
    </message>
    <message>
        <source>Referring physician</source>
        <translation>Médico remitente</translation>
    </message>
    <message>
        <source>Removal without a trace (ROAD)</source>
        <translation>Eliminación sin rastro (ROAD)</translation>
    </message>
    <message>
        <source>Removing important pixels without a trace lowers the score more</source>
        <translation>Eliminar sin rastro los píxeles importantes reduce más la puntuación</translation>
    </message>
    <message>
        <source>Removing what the map calls important lowers the score faster</source>
        <translation>Quitar lo que el mapa considera importante reduce más rápido la puntuación</translation>
    </message>
    <message>
        <source>Rescale Slope is 0; 1 was used instead.</source>
        <translation>Rescale Slope es 0; se usó 1 en su lugar.</translation>
    </message>
    <message>
        <source>Research use - not for diagnosis</source>
        <translation>Solo para investigación - no apto para diagnóstico</translation>
    </message>
    <message>
        <source>Research use - not for diagnosis. Scores say how a model ranks images; nobody has looked at them.</source>
        <translation>Solo para investigación - no apto para diagnóstico. Las puntuaciones dicen cómo ordena un modelo las imágenes; nadie las ha mirado.</translation>
    </message>
    <message>
        <source>Restore the file from a backup, or see: whyray administrator reset.</source>
        <translation>Restaure el archivo de una copia de seguridad, o vea: whyray administrator reset.</translation>
    </message>
    <message>
        <source>Results name models by their id. Give this one another id.</source>
        <translation>Los resultados nombran los modelos por su identificador. Dé otro a este.</translation>
    </message>
    <message>
        <source>Retire it instead.</source>
        <translation>En su lugar, retírelo.</translation>
    </message>
    <message>
        <source>Ribs, clavicles and spine with more contrast</source>
        <translation>Costillas, clavículas y columna con más contraste</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>Ridge</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Saliencia</translation>
    </message>
    <message>
        <source>Sampled Shapley</source>
        <translation>Shapley por muestreo</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Save it with numpy.save in the layout and units that the model&apos;s recipe states.</source>
        <translation>Guárdelo con numpy.save en la disposición y las unidades que indica la receta del modelo.</translation>
    </message>
    <message>
        <source>Save the image with 16 bits per pixel.</source>
        <translation>Guarde la imagen con 16 bits por píxel.</translation>
    </message>
    <message>
        <source>Save the model again as one file (onnx.save, save_as_external_data=False).</source>
        <translation>Guarde de nuevo el modelo como un solo archivo (onnx.save, save_as_external_data=False).</translation>
    </message>
    <message>
        <source>Scaling by mean and deviation needs the deviation per channel, of greys 0..1.</source>
        <translation>El escalado por media y desviación necesita la desviación por canal, en grises 0..1.</translation>
    </message>
    <message>
        <source>Scaling by mean and deviation needs the mean per channel, of greys 0..1.</source>
        <translation>El escalado por media y desviación necesita la media por canal, en grises 0..1.</translation>
    </message>
    <message>
        <source>Score-CAM</source>
        <translation>Score-CAM</translation>
    </message>
    <message>
        <source>Scored on a reader&apos;s word although refused: {count}.</source>
        <translation>Puntuadas a petición de un lector aunque rechazadas: {count}.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmentos</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Selección</translation>
    </message>
    <message>
        <source>Sensitivity at the operating point falls by more than {margin:.2f}.</source>
        <translation>La sensibilidad en el punto de operación baja más de {margin:.2f}.</translation>
    </message>
    <message>
        <source>Sensitivity-n</source>
        <translation>Sensitivity-n</translation>
    </message>
    <message>
        <source>Set one: whyray administrator set-password, or in the window.</source>
        <translation>Defina una: whyray administrator set-password, o en la ventana.</translation>
    </message>
    <message>
        <source>Showing only what the map calls important raises the score faster</source>
        <translation>Mostrar solo lo que el mapa considera importante aumenta más rápido la puntuación</translation>
    </message>
    <message>
        <source>Shrikumar et al. 2017, arXiv:1704.02685</source>
        <translation>Shrikumar et al. 2017, arXiv:1704.02685</translation>
    </message>
    <message>
        <source>Shuffled weights, likeness of the map</source>
        <translation>Pesos permutados, semejanza del mapa</translation>
    </message>
    <message>
        <source>Sigma</source>
        <translation>Sigma</translation>
    </message>
    <message>
        <source>Sign it with the site&apos;s key, or trust the key of its maker.</source>
        <translation>Fírmelo con la clave del centro o confíe en la clave de su autor.</translation>
    </message>
    <message>
        <source>Slowest files</source>
        <translation>Archivos más lentos</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Lado mínimo</translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <translation>SmoothGrad</translation>
    </message>
    <message>
        <source>SmoothGrad squared</source>
        <translation>SmoothGrad al cuadrado</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>Sobol indices</source>
        <translation>Índices de Sobol</translation>
    </message>
    <message>
        <source>Some characters of the header could not be read.</source>
        <translation>No se pudieron leer algunos caracteres de la cabecera.</translation>
    </message>
    <message>
        <source>Some header values do not follow the DICOM standard.</source>
        <translation>Algunos valores de la cabecera no siguen el estándar DICOM.</translation>
    </message>
    <message>
        <source>Sparseness</source>
        <translation>Concentración</translation>
    </message>
    <message>
        <source>Specificity at the operating point falls by more than {margin:.2f}.</source>
        <translation>La especificidad en el punto de operación baja más de {margin:.2f}.</translation>
    </message>
    <message>
        <source>Springenberg et al. 2015, arXiv:1412.6806</source>
        <translation>Springenberg et al. 2015, arXiv:1412.6806</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Estabilidad</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>Sums of the map</source>
        <translation>Sumas del mapa</translation>
    </message>
    <message>
        <source>Take a smaller model, or export it in half precision.</source>
        <translation>Use un modelo más pequeño, o expórtelo en media precisión.</translation>
    </message>
    <message>
        <source>Taking it in</source>
        <translation>Incorporándolo</translation>
    </message>
    <message>
        <source>That is of the images they chose to answer, {looked} of them looked at before the scores were seen; of all images it may be otherwise.</source>
        <translation>Esto se refiere a las imágenes que quisieron responder, {looked} de ellas miradas antes de ver las puntuaciones; en el conjunto de imágenes puede ser distinto.</translation>
    </message>
    <message>
        <source>The 16-bit PNG file is damaged.</source>
        <translation>El archivo PNG de 16 bits está dañado.</translation>
    </message>
    <message>
        <source>The Brier score falls by more than {margin:.3f}, its whole interval below 0.</source>
        <translation>La puntuación de Brier baja más de {margin:.3f}, con todo su intervalo por debajo de 0.</translation>
    </message>
    <message>
        <source>The Brier score rises by more than {margin:.3f}, its whole interval above 0.</source>
        <translation>La puntuación de Brier sube más de {margin:.3f}, con todo su intervalo por encima de 0.</translation>
    </message>
    <message>
        <source>The DICOM file ends before its header is complete.</source>
        <translation>El archivo DICOM termina antes de que su cabecera esté completa.</translation>
    </message>
    <message>
        <source>The DICOM file ends inside its file meta information.</source>
        <translation>El archivo DICOM termina dentro de su metainformación de archivo.</translation>
    </message>
    <message>
        <source>The DICOM file is damaged.</source>
        <translation>El archivo DICOM está dañado.</translation>
    </message>
    <message>
        <source>The DICOM file is no segmentation.</source>
        <translation>El archivo DICOM no es una segmentación.</translation>
    </message>
    <message>
        <source>The DICOM header cannot be read.</source>
        <translation>No se puede leer la cabecera DICOM.</translation>
    </message>
    <message>
        <source>The DICOM header has more than {MAX_ELEMENTS:,} elements.</source>
        <translation>La cabecera DICOM tiene más de {MAX_ELEMENTS:,} elementos.</translation>
    </message>
    <message>
        <source>The DICOM header is damaged.</source>
        <translation>La cabecera DICOM está dañada.</translation>
    </message>
    <message>
        <source>The JPEG 2000 data declare impossible sizes.</source>
        <translation>Los datos JPEG 2000 declaran tamaños imposibles.</translation>
    </message>
    <message>
        <source>The JPEG 2000 data declare {tiles:,} tiles.</source>
        <translation>Los datos JPEG 2000 declaran {tiles:,} teselas.</translation>
    </message>
    <message>
        <source>The JPEG 2000 data end before their sizes.</source>
        <translation>Los datos JPEG 2000 terminan antes de indicar sus tamaños.</translation>
    </message>
    <message>
        <source>The JPEG 2000 file ends before its pixels.</source>
        <translation>El archivo JPEG 2000 termina antes de sus píxeles.</translation>
    </message>
    <message>
        <source>The JPEG data are damaged before their frame header.</source>
        <translation>Los datos JPEG están dañados antes de la cabecera de fotograma.</translation>
    </message>
    <message>
        <source>The JPEG data end before their frame header.</source>
        <translation>Los datos JPEG terminan antes de la cabecera de fotograma.</translation>
    </message>
    <message>
        <source>The JPEG data have no frame header.</source>
        <translation>Los datos JPEG no tienen cabecera de fotograma.</translation>
    </message>
    <message>
        <source>The NIfTI file is damaged: {error}</source>
        <translation>El archivo NIfTI está dañado: {error}</translation>
    </message>
    <message>
        <source>The ONNX model breaks the rules of its format.</source>
        <translation>El modelo ONNX incumple las reglas de su formato.</translation>
    </message>
    <message>
        <source>The VOI LUT function {clean_text!r} is unknown.</source>
        <translation>La función VOI LUT {clean_text!r} es desconocida.</translation>
    </message>
    <message>
        <source>The answer is right, and the map lies where the finding is.</source>
        <translation>La respuesta es correcta, y el mapa está donde está el hallazgo.</translation>
    </message>
    <message>
        <source>The answer is right, but the map lies elsewhere: the model may follow something that only comes along with the finding.</source>
        <translation>La respuesta es correcta, pero el mapa está en otro lugar: el modelo quizá siga algo que solo acompaña al hallazgo.</translation>
    </message>
    <message>
        <source>The answer is wrong although the map lies where the finding is: the model looks at the right place and may need more training.</source>
        <translation>La respuesta es errónea aunque el mapa está donde está el hallazgo: el modelo mira en el lugar correcto y quizá necesite más entrenamiento.</translation>
    </message>
    <message>
        <source>The answer is wrong, and the map lies elsewhere.</source>
        <translation>La respuesta es errónea, y el mapa está en otro lugar.</translation>
    </message>
    <message>
        <source>The archive could not be unpacked: {reason}.</source>
        <translation>No se pudo descomprimir el archivo comprimido: {reason}.</translation>
    </message>
    <message>
        <source>The archive holds {count} files; at most {most} are read.</source>
        <translation>El archivo comprimido contiene {count} archivos; se leen {most} como máximo.</translation>
    </message>
    <message>
        <source>The archive is damaged or of a kind that is not read.</source>
        <translation>El archivo comprimido está dañado o es de un tipo que no se lee.</translation>
    </message>
    <message>
        <source>The archive is locked with a password.</source>
        <translation>El archivo comprimido está protegido con contraseña.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than anybody would send and was stopped.</source>
        <translation>El archivo comprimido ocupa, una vez descomprimido, más de lo que nadie enviaría, y se detuvo.</translation>
    </message>
    <message>
        <source>The archive&apos;s table of contents is larger than any genuine one.</source>
        <translation>El índice del archivo comprimido es mayor que el de cualquiera auténtico.</translation>
    </message>
    <message>
        <source>The area of a subgroup falls by more than {margin:.2f}, its whole interval below 0, with {least:.0f} images or more of either kind.</source>
        <translation>El área de un subgrupo baja más de {margin:.2f}, con todo su intervalo por debajo de 0, con {least:.0f} imágenes o más de cada tipo.</translation>
    </message>
    <message>
        <source>The area under the ROC curve falls by more than {margin:.2f}.</source>
        <translation>El área bajo la curva ROC baja más de {margin:.2f}.</translation>
    </message>
    <message>
        <source>The area under the ROC curve is clearly larger: {value:+.3f}</source>
        <translation>El área bajo la curva ROC es claramente mayor: {value:+.3f}</translation>
    </message>
    <message>
        <source>The area under the ROC curve is clearly smaller: {value:+.3f}</source>
        <translation>El área bajo la curva ROC es claramente menor: {value:+.3f}</translation>
    </message>
    <message>
        <source>The area under the ROC curve is smaller: {value:+.3f}</source>
        <translation>El área bajo la curva ROC es menor: {value:+.3f}</translation>
    </message>
    <message>
        <source>The batch was stopped: {left} of {found} files are not done. It can be gone on with.</source>
        <translation>El lote se detuvo: faltan {left} de {found} archivos. Se puede reanudar.</translation>
    </message>
    <message>
        <source>The body part is {body}, not the chest.</source>
        <translation>La región anatómica es {body}, no el tórax.</translation>
    </message>
    <message>
        <source>The bundle was altered or copied incompletely; import it again from its source.</source>
        <translation>El paquete se modificó o se copió de forma incompleta; impórtelo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>The bundle was made by another version or altered; import it again or ask its maker.</source>
        <translation>El paquete se creó con otra versión o se modificó; impórtelo de nuevo o consulte a su autor.</translation>
    </message>
    <message>
        <source>The bundle&apos;s class list does not fit its network; import it again.</source>
        <translation>La lista de clases del paquete no corresponde a su red; impórtelo de nuevo.</translation>
    </message>
    <message>
        <source>The colour palette of the image is incomplete or damaged.</source>
        <translation>La paleta de colores de la imagen está incompleta o dañada.</translation>
    </message>
    <message>
        <source>The compressed NIfTI file is damaged.</source>
        <translation>El archivo NIfTI comprimido está dañado.</translation>
    </message>
    <message>
        <source>The compressed NIfTI file unpacks to more than an image may take.</source>
        <translation>El archivo NIfTI comprimido ocupa, una vez descomprimido, más de lo que puede ocupar una imagen.</translation>
    </message>
    <message>
        <source>The compressed pixel data are damaged.</source>
        <translation>Los datos de píxeles comprimidos están dañados.</translation>
    </message>
    <message>
        <source>The compressed pixels are missing.</source>
        <translation>Faltan los píxeles comprimidos.</translation>
    </message>
    <message>
        <source>The compressed pixels are no JPEG 2000 data.</source>
        <translation>Los píxeles comprimidos no son datos JPEG 2000.</translation>
    </message>
    <message>
        <source>The compressed pixels are no JPEG data.</source>
        <translation>Los píxeles comprimidos no son datos JPEG.</translation>
    </message>
    <message>
        <source>The compressed pixels are no {name} data.</source>
        <translation>Los píxeles comprimidos no son datos {name}.</translation>
    </message>
    <message>
        <source>The compressed pixels have {components} colour components, the header says {samples}.</source>
        <translation>Los píxeles comprimidos tienen {components} componentes de color; la cabecera dice {samples}.</translation>
    </message>
    <message>
        <source>The compressed pixels have {precision} bits, the header allows {bits}.</source>
        <translation>Los píxeles comprimidos tienen {precision} bits; la cabecera permite {bits}.</translation>
    </message>
    <message>
        <source>The compressed pixels say {width} x {height}, the header says {columns} x {rows}.</source>
        <translation>Los píxeles comprimidos dicen {width} x {height}; la cabecera dice {columns} x {rows}.</translation>
    </message>
    <message>
        <source>The decoder could not be started: {strerror}.</source>
        <translation>No se pudo iniciar el decodificador: {strerror}.</translation>
    </message>
    <message>
        <source>The decoder crashed on this file.</source>
        <translation>El decodificador falló con este archivo.</translation>
    </message>
    <message>
        <source>The decoder gave another number of pixels than the header says.</source>
        <translation>El decodificador devolvió un número de píxeles distinto del que dice la cabecera.</translation>
    </message>
    <message>
        <source>The decoder gave colour as {ndim} axes of {dtype}.</source>
        <translation>El decodificador devolvió color como {ndim} ejes de {dtype}.</translation>
    </message>
    <message>
        <source>The decoder gave {ndim} axes of {dtype}.</source>
        <translation>El decodificador devolvió {ndim} ejes de {dtype}.</translation>
    </message>
    <message>
        <source>The deflated data set ends before it is complete.</source>
        <translation>El conjunto de datos comprimido (deflate) termina antes de estar completo.</translation>
    </message>
    <message>
        <source>The deflated data set grows beyond {MAX_FILE_BYTES} MB.</source>
        <translation>El conjunto de datos comprimido (deflate) supera {MAX_FILE_BYTES} MB al expandirse.</translation>
    </message>
    <message>
        <source>The deflated data set is damaged.</source>
        <translation>El conjunto de datos comprimido (deflate) está dañado.</translation>
    </message>
    <message>
        <source>The exported model is not the trained one.</source>
        <translation>El modelo exportado no es el entrenado.</translation>
    </message>
    <message>
        <source>The exported new model differs from the trained one by {error:.2g} ({limit:.2g} is allowed).</source>
        <translation>El nuevo modelo exportado difiere del entrenado en {error:.2g} (se permite {limit:.2g}).</translation>
    </message>
    <message>
        <source>The file could not be decoded.</source>
        <translation>No se pudo decodificar el archivo.</translation>
    </message>
    <message>
        <source>The file could not be read: {reason}.</source>
        <translation>No se pudo leer el archivo: {reason}.</translation>
    </message>
    <message>
        <source>The file does not name its {count} classes.</source>
        <translation>El archivo no nombra sus {count} clases.</translation>
    </message>
    <message>
        <source>The file does not say that it is a radiograph.</source>
        <translation>El archivo no dice que sea una radiografía.</translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was worked out.</source>
        <translation>El archivo no indica su sintaxis de transferencia; se ha deducido.</translation>
    </message>
    <message>
        <source>The file does not state the view: the ratio is defined for PA only.</source>
        <translation>El archivo no indica la proyección: el índice solo está definido para PA.</translation>
    </message>
    <message>
        <source>The file ends inside a DICOM element.</source>
        <translation>El archivo termina dentro de un elemento DICOM.</translation>
    </message>
    <message>
        <source>The file ends inside its compressed pixels.</source>
        <translation>El archivo termina dentro de sus píxeles comprimidos.</translation>
    </message>
    <message>
        <source>The file ends inside its compressed pixels: {count:,} of {length:,} bytes of a fragment are there.</source>
        <translation>El archivo termina dentro de sus píxeles comprimidos: hay {count:,} de {length:,} bytes de un fragmento.</translation>
    </message>
    <message>
        <source>The file ends inside {what}: {max:,} of {length:,} bytes are there.</source>
        <translation>El archivo termina dentro de {what}: hay {max:,} de {length:,} bytes.</translation>
    </message>
    <message>
        <source>The file grew beyond the limit while it was read.</source>
        <translation>El archivo creció por encima del límite mientras se leía.</translation>
    </message>
    <message>
        <source>The file has no DICOM preamble.</source>
        <translation>El archivo no tiene preámbulo DICOM.</translation>
    </message>
    <message>
        <source>The file has {size:.0f} MB; at most {MAX_FILE_BYTES} are read.</source>
        <translation>El archivo tiene {size:.0f} MB; se leen {MAX_FILE_BYTES} como máximo.</translation>
    </message>
    <message>
        <source>The file has {there:,} bytes of pixels, the header needs {needed:,}.</source>
        <translation>El archivo tiene {there:,} bytes de píxeles; la cabecera exige {needed:,}.</translation>
    </message>
    <message>
        <source>The file holds no network.</source>
        <translation>El archivo no contiene ninguna red.</translation>
    </message>
    <message>
        <source>The file holds {count} frames; only one is looked at.</source>
        <translation>El archivo contiene {count} fotogramas; solo se examina uno.</translation>
    </message>
    <message>
        <source>The file holds {n_frames} images; the first is shown.</source>
        <translation>El archivo contiene {n_frames} imágenes; se muestra la primera.</translation>
    </message>
    <message>
        <source>The file is damaged in a way that WhyRay does not understand.</source>
        <translation>El archivo está dañado de un modo que WhyRay no reconoce.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>El archivo está vacío.</translation>
    </message>
    <message>
        <source>The file is nested too deep.</source>
        <translation>El archivo tiene demasiados niveles de anidamiento.</translation>
    </message>
    <message>
        <source>The file may be damaged, need files beside it, or need a newer WhyRay.</source>
        <translation>El archivo puede estar dañado, necesitar otros archivos junto a él o necesitar un WhyRay más reciente.</translation>
    </message>
    <message>
        <source>The file states no pixel size: lengths are in pixels.</source>
        <translation>El archivo no indica el tamaño de píxel: las longitudes están en píxeles.</translation>
    </message>
    <message>
        <source>The file was altered or damaged; the image is shown without these decisions.</source>
        <translation>El archivo se modificó o está dañado; la imagen se muestra sin estas decisiones.</translation>
    </message>
    <message>
        <source>The file was damaged or comes from a newer version; it is left as it is, and new marks on this image are not kept.</source>
        <translation>El archivo estaba dañado o procede de una versión más reciente; se deja como está, y las marcas nuevas de esta imagen no se conservan.</translation>
    </message>
    <message>
        <source>The folder of masks cannot be read: {error}</source>
        <translation>No se puede leer la carpeta de máscaras: {error}</translation>
    </message>
    <message>
        <source>The frames differ in {keyword}; the values of the first frame are used for all.</source>
        <translation>Los fotogramas difieren en {keyword}; se usan los valores del primero para todos.</translation>
    </message>
    <message>
        <source>The functions inside this model cannot be opened.</source>
        <translation>No se pueden abrir las funciones internas de este modelo.</translation>
    </message>
    <message>
        <source>The gradient model would be larger than one ONNX file can hold (2 GB).</source>
        <translation>El modelo de gradiente sería mayor de lo que cabe en un archivo ONNX (2 GB).</translation>
    </message>
    <message>
        <source>The graph leaves the input&apos;s height and width open ({shape}).</source>
        <translation>El grafo deja abiertos el alto y el ancho de la entrada ({shape}).</translation>
    </message>
    <message>
        <source>The graph leaves the number of input channels open ({shape}).</source>
        <translation>El grafo deja abierto el número de canales de entrada ({shape}).</translation>
    </message>
    <message>
        <source>The header has no Photometric Interpretation: the file is incomplete.</source>
        <translation>La cabecera no tiene Photometric Interpretation: el archivo está incompleto.</translation>
    </message>
    <message>
        <source>The header has no {name}: the file is incomplete or holds no image.</source>
        <translation>La cabecera no tiene {name}: el archivo está incompleto o no contiene ninguna imagen.</translation>
    </message>
    <message>
        <source>The image file ends before its pixels do.</source>
        <translation>El archivo de imagen termina antes que sus píxeles.</translation>
    </message>
    <message>
        <source>The image has only {width} x {height} pixels.</source>
        <translation>La imagen solo tiene {width} x {height} píxeles.</translation>
    </message>
    <message>
        <source>The image has text burned into its pixels.</source>
        <translation>La imagen tiene texto incrustado en sus píxeles.</translation>
    </message>
    <message>
        <source>The image has too many pixels.</source>
        <translation>La imagen tiene demasiados píxeles.</translation>
    </message>
    <message>
        <source>The image has very little contrast.</source>
        <translation>La imagen tiene muy poco contraste.</translation>
    </message>
    <message>
        <source>The image is a secondary capture: its greys may have been altered.</source>
        <translation>La imagen es una captura secundaria: sus grises pueden estar alterados.</translation>
    </message>
    <message>
        <source>The image is coloured; radiographs are grey.</source>
        <translation>La imagen está en color; las radiografías son grises.</translation>
    </message>
    <message>
        <source>The image is raw (FOR PROCESSING); models are trained on images FOR PRESENTATION.</source>
        <translation>La imagen está sin procesar (FOR PROCESSING); los modelos se entrenan con imágenes FOR PRESENTATION.</translation>
    </message>
    <message>
        <source>The image may be outside what the model can take; try another model.</source>
        <translation>La imagen puede estar fuera de lo que admite el modelo; pruebe otro modelo.</translation>
    </message>
    <message>
        <source>The image needs more memory than it may have.</source>
        <translation>La imagen necesita más memoria de la permitida.</translation>
    </message>
    <message>
        <source>The image says it has {frames} frames of {width} x {height} pixels.</source>
        <translation>La imagen dice tener {frames} fotogramas de {width} x {height} píxeles.</translation>
    </message>
    <message>
        <source>The image says it has {width} x {height} pixels; at most {MAX_PIXELS:,} are read.</source>
        <translation>La imagen dice tener {width} x {height} píxeles; se leen {MAX_PIXELS:,} como máximo.</translation>
    </message>
    <message>
        <source>The image was compressed with loss.</source>
        <translation>La imagen se comprimió con pérdida.</translation>
    </message>
    <message>
        <source>The map adds up to the score, within 5 %.</source>
        <translation>El mapa suma la puntuación, con un margen del 5 %.</translation>
    </message>
    <message>
        <source>The map does not add up to the score: ask for more steps.</source>
        <translation>El mapa no suma la puntuación: pida más pasos.</translation>
    </message>
    <message>
        <source>The map does not quite add up to the score.</source>
        <translation>El mapa no suma del todo la puntuación.</translation>
    </message>
    <message>
        <source>The map foretells better by how much hidden parts change the score</source>
        <translation>El mapa predice mejor cuánto cambian la puntuación las partes ocultas</translation>
    </message>
    <message>
        <source>The map foretells better which hidden parts lower the score</source>
        <translation>El mapa predice mejor qué partes ocultas reducen la puntuación</translation>
    </message>
    <message>
        <source>The map is empty, so nothing can change in proportion to it.</source>
        <translation>El mapa está vacío, así que nada puede cambiar en proporción a él.</translation>
    </message>
    <message>
        <source>The map of &apos;{name}&apos; is another.</source>
        <translation>El mapa de &apos;{name}&apos; es otro.</translation>
    </message>
    <message>
        <source>The map of &apos;{name}&apos; is empty.</source>
        <translation>El mapa de &apos;{name}&apos; está vacío.</translation>
    </message>
    <message>
        <source>The map of &apos;{name}&apos; is the same: it is not about this class.</source>
        <translation>El mapa de &apos;{name}&apos; es el mismo: no trata de esta clase.</translation>
    </message>
    <message>
        <source>The map of &apos;{name}&apos; looks similar.</source>
        <translation>El mapa de &apos;{name}&apos; se parece.</translation>
    </message>
    <message>
        <source>The map passed the tests that could be made on this image.</source>
        <translation>El mapa superó las pruebas que se pudieron hacer en esta imagen.</translation>
    </message>
    <message>
        <source>The midline does not lie between the heart borders.</source>
        <translation>La línea media no queda entre los bordes cardíacos.</translation>
    </message>
    <message>
        <source>The modality is {modality}, not plain radiography.</source>
        <translation>La modalidad es {modality}, no radiografía simple.</translation>
    </message>
    <message>
        <source>The model has no class {index}; it has {shape}.</source>
        <translation>El modelo no tiene la clase {index}; tiene {shape}.</translation>
    </message>
    <message>
        <source>The model has no layer &apos;{wanted}&apos;.</source>
        <translation>El modelo no tiene la capa &apos;{wanted}&apos;.</translation>
    </message>
    <message>
        <source>The model has no tensor &apos;{name}&apos;.</source>
        <translation>El modelo no tiene el tensor &apos;{name}&apos;.</translation>
    </message>
    <message>
        <source>The model has {count} inputs; exactly one (the image) is needed.</source>
        <translation>El modelo tiene {count} entradas; se necesita exactamente una (la imagen).</translation>
    </message>
    <message>
        <source>The model is written for operator set {opset_of} and cannot be brought to {OLDEST_OPSET}.</source>
        <translation>El modelo está escrito para el conjunto de operadores {opset_of} y no se puede llevar a {OLDEST_OPSET}.</translation>
    </message>
    <message>
        <source>The model uses operators outside the ONNX standard: {foreign}.</source>
        <translation>El modelo usa operadores ajenos al estándar ONNX: {foreign}.</translation>
    </message>
    <message>
        <source>The model&apos;s {op_type} normalises over the images of a batch, not the classes.</source>
        <translation>{op_type} del modelo normaliza sobre las imágenes de un lote, no sobre las clases.</translation>
    </message>
    <message>
        <source>The network cannot be cut at {quoted}: </source>
        <translation>No se puede cortar la red en {quoted}: </translation>
    </message>
    <message>
        <source>The network has one output; there is no other class to compare with.</source>
        <translation>La red tiene una sola salida; no hay otra clase con la que comparar.</translation>
    </message>
    <message>
        <source>The network stores no weights that could be shuffled.</source>
        <translation>La red no almacena pesos que se puedan permutar.</translation>
    </message>
    <message>
        <source>The patient&apos;s age is not in the file; the model is for patients of {span}.</source>
        <translation>La edad del paciente no consta en el archivo; el modelo es para pacientes de {span}.</translation>
    </message>
    <message>
        <source>The photometric interpretation {clean_text!r} is not supported.</source>
        <translation>La interpretación fotométrica {clean_text!r} no se admite.</translation>
    </message>
    <message>
        <source>The picture does not look like a frontal chest film (likeness {percent} %).</source>
        <translation>La imagen no parece una radiografía frontal de tórax (semejanza {percent} %).</translation>
    </message>
    <message>
        <source>The picture is an unusual frontal chest film, if it is one (likeness {percent} %).</source>
        <translation>La imagen es una radiografía frontal de tórax poco habitual, si es que lo es (semejanza {percent} %).</translation>
    </message>
    <message>
        <source>The picture looks like a chest film that lies on its side or upside down (likeness to a frontal chest film {percent} %).</source>
        <translation>La imagen parece una radiografía de tórax tumbada o invertida (semejanza con una radiografía frontal de tórax {percent} %).</translation>
    </message>
    <message>
        <source>The picture looks like a chest film with black and white swapped (likeness to a frontal chest film {percent} %).</source>
        <translation>La imagen parece una radiografía de tórax con blanco y negro intercambiados (semejanza con una radiografía frontal de tórax {percent} %).</translation>
    </message>
    <message>
        <source>The picture looks like a lateral view, not a frontal one (likeness to a frontal chest film {percent} %).</source>
        <translation>La imagen parece una proyección lateral, no frontal (semejanza con una radiografía frontal de tórax {percent} %).</translation>
    </message>
    <message>
        <source>The pixel spacing {numbers} makes no sense and was left out.</source>
        <translation>El espaciado de píxeles {numbers} no tiene sentido y se omitió.</translation>
    </message>
    <message>
        <source>The pixels ({name}) could not be decoded; they are damaged.</source>
        <translation>Los píxeles ({name}) no se pudieron decodificar; están dañados.</translation>
    </message>
    <message>
        <source>The pixels are coded as {name}; WhyRay has no decoder for this transfer syntax.</source>
        <translation>Los píxeles están codificados como {name}; WhyRay no tiene decodificador para esta sintaxis de transferencia.</translation>
    </message>
    <message>
        <source>The pixels are compressed, but the transfer syntax says they are not.</source>
        <translation>Los píxeles están comprimidos, pero la sintaxis de transferencia dice que no.</translation>
    </message>
    <message>
        <source>The pixels are incomplete: {there:,} of {needed:,} bytes are there.</source>
        <translation>Los píxeles están incompletos: hay {there:,} de {needed:,} bytes.</translation>
    </message>
    <message>
        <source>The pixels are not square ({height:.3g} high, {width:.3g} wide); the image is shown with its true proportions.</source>
        <translation>Los píxeles no son cuadrados ({height:.3g} de alto, {width:.3g} de ancho); la imagen se muestra con sus proporciones reales.</translation>
    </message>
    <message>
        <source>The share of maps that fail the tests of trust rises by more than {margin:.2f}, on {least:.0f} images or more, and not by chance (p below {p:.2f}).</source>
        <translation>La proporción de mapas que no superan las pruebas de confianza sube más de {margin:.2f}, con {least:.0f} imágenes o más, y no por azar (p inferior a {p:.2f}).</translation>
    </message>
    <message>
        <source>Write TITLE@HOST:PORT, e.g. PACS@192.168.1.20:104; add /tls for encryption.</source>
        <translation>Escriba TÍTULO@HOST:PUERTO, p. ej. PACS@192.168.1.20:104; añada /tls para cifrar.</translation>
    </message>
    <message>
        <source>Write the host as the certificate names it, or have it renewed.</source>
        <translation>Escriba el equipo tal como lo nombra el certificado o haga que lo renueven.</translation>
    </message>
    <message>
        <source>a connection was refused: {reason}</source>
        <translation>se rechazó una conexión: {reason}</translation>
    </message>
    <message>
        <source>a different model with the id {id!r} was already here</source>
        <translation>ya había aquí otro modelo con el identificador {id!r}</translation>
    </message>
    <message>
        <source>a key was named without its certificate</source>
        <translation>se indicó una clave sin su certificado</translation>
    </message>
    <message>
        <source>a layer was named, and none of the methods looks at one</source>
        <translation>se indicó una capa y ninguno de los métodos la usa</translation>
    </message>
    <message>
        <source>a session that was opened without the password cannot sign</source>
        <translation>una sesión abierta sin contraseña no puede firmar</translation>
    </message>
    <message>
        <source>age</source>
        <translation>edad</translation>
    </message>
    <message>
        <source>an image was refused: the disk is nearly full; make room for more</source>
        <translation>se rechazó una imagen: el disco está casi lleno; libere espacio para recibir más</translation>
    </message>
    <message>
        <source>max-abs</source>
        <translation>máx. abs.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>mean attribution over the new pixels of each region, in the order of the whole segments&apos; means</source>
        <translation>atribución media sobre los píxeles nuevos de cada región, en el orden de las medias de los segmentos completos</translation>
    </message>
    <message>
        <source>mean attribution over the new pixels of each region, in the order of these means</source>
        <translation>atribución media sobre los píxeles nuevos de cada región, en el orden de estas medias</translation>
    </message>
    <message>
        <source>{what}: {method}, class {name}</source>
        <translation>{what}: {method}, clase {name}</translation>
    </message>
    <message>
        <source>{what}: {method}, layer {layer}, class {name}</source>
        <translation>{what}: {method}, capa {layer}, clase {name}</translation>
    </message>
    <message>
        <source>The pixels have 32 bits or are floating point numbers; WhyRay reads 8 and 16 bits.</source>
        <translation>Los píxeles tienen 32 bits o son números de coma flotante; WhyRay lee 8 y 16 bits.</translation>
    </message>
    <message>
        <source> (95 % interval {low:+.3f} to {high:+.3f})</source>
        <translation> (intervalo del 95 %: {low:+.3f} a {high:+.3f})</translation>
    </message>
    <message>
        <source>({name}, {time})</source>
        <translation>({name}, {time})</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 año</translation>
    </message>
    <message>
        <source>A map shows where the model was sensitive, not where disease is. A region can be highlighted for the wrong reason; an absent highlight does not clear a region.</source>
        <translation>Un mapa muestra dónde fue sensible el modelo, no dónde hay enfermedad. Una región puede resaltarse por un motivo erróneo; la ausencia de resalte no descarta nada en una región.</translation>
    </message>
    <message>
        <source>A mask covers the whole image; its sides have the same proportion.</source>
        <translation>Una máscara cubre toda la imagen; sus lados guardan la misma proporción.</translation>
    </message>
    <message>
        <source>A new one was begun. Studies appear in it as they are opened; decisions and marks are not lost, they lie in files of their own.</source>
        <translation>Se empezó una nueva. Los estudios aparecen en ella según se abren; las decisiones y las marcas no se pierden, están en archivos propios.</translation>
    </message>
    <message>
        <source>A printed copy is not controlled.</source>
        <translation>Una copia impresa no es una copia controlada.</translation>
    </message>
    <message>
        <source>AI analysis of a chest radiograph - not a diagnosis</source>
        <translation>Análisis con IA de una radiografía de tórax - no es un diagnóstico</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Número de acceso</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>All {images} test images were used to train one of the models.</source>
        <translation>Las {images} imágenes de prueba se usaron para entrenar uno de los modelos.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Another program may use the port; choose another one.</source>
        <translation>Quizá otro programa use el puerto; elija otro.</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flecha</translation>
    </message>
    <message>
        <source>Ask for the same again to go on, or choose another folder.</source>
        <translation>Pida de nuevo lo mismo para continuar, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Ask its administrator to allow {title}, and check the peer&apos;s title.</source>
        <translation>Pida a su administrador que permita {title} y compruebe el título AE del otro equipo.</translation>
    </message>
    <message>
        <source>Ask whoever made the file for a complete copy.</source>
        <translation>Pida una copia completa a quien creó el archivo.</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Can the map be believed?</source>
        <translation>¿Se puede confiar en el mapa?</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Índice cardiotorácico</translation>
    </message>
    <message>
        <source>Check host, port and network; is the peer running?</source>
        <translation>Compruebe el equipo, el puerto y la red; ¿está en marcha el otro equipo?</translation>
    </message>
    <message>
        <source>Check that it is on and connected.</source>
        <translation>Compruebe que esté encendida y conectada.</translation>
    </message>
    <message>
        <source>Check that its folder exists and may be written to.</source>
        <translation>Compruebe que su carpeta existe y que se puede escribir en ella.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Compruebe la ruta.</translation>
    </message>
    <message>
        <source>Choose a PNG or JPEG picture of at most 5 MB.</source>
        <translation>Elija una imagen PNG o JPEG de 5 MB como máximo.</translation>
    </message>
    <message>
        <source>Choose a method and a model at least.</source>
        <translation>Elija al menos un método y un modelo.</translation>
    </message>
    <message>
        <source>Choose a model that scores; this one is used for lung and heart fields.</source>
        <translation>Elija un modelo que puntúe; este se usa para campos pulmonares y corazón.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .png or .jpg.</source>
        <translation>Elija un nombre que termine en .png o .jpg.</translation>
    </message>
    <message>
        <source>Choose another folder for the results.</source>
        <translation>Elija otra carpeta para los resultados.</translation>
    </message>
    <message>
        <source>Choose another folder for them; one inside is fine.</source>
        <translation>Elija otra carpeta para ellos; puede ser una subcarpeta.</translation>
    </message>
    <message>
        <source>Choose another folder; two different images share one UID.</source>
        <translation>Elija otra carpeta; dos imágenes distintas comparten un UID.</translation>
    </message>
    <message>
        <source>Choose one of: {kinds}.</source>
        <translation>Elija una de estas opciones: {kinds}.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Elija una de estas opciones: {known}.</translation>
    </message>
    <message>
        <source>Close the image and open it again.</source>
        <translation>Cierre la imagen y vuelva a abrirla.</translation>
    </message>
    <message>
        <source>Close the other program; what was opened meanwhile is not in the worklist.</source>
        <translation>Cierre el otro programa; lo que se abrió entretanto no está en la lista de trabajo.</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Ángulo de Cobb</translation>
    </message>
    <message>
        <source>Computed with</source>
        <translation>Calculado con</translation>
    </message>
    <message>
        <source>Connecting ...</source>
        <translation>Conectando ...</translation>
    </message>
    <message>
        <source>De-identified: names, numbers, dates and places were left out. Free text was searched for the patient&apos;s name and numbers only, and text burned into the pixels was not removed.</source>
        <translation>Desidentificado: se omitieron nombres, números, fechas y lugares. En el texto libre solo se buscaron el nombre y los números del paciente, y el texto incrustado en los píxeles no se eliminó.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>Encapsulated PDF (report)</source>
        <translation>PDF encapsulado (informe)</translation>
    </message>
    <message>
        <source>Explain a finding first.</source>
        <translation>Explique primero un hallazgo.</translation>
    </message>
    <message>
        <source>Explained with</source>
        <translation>Explicado con</translation>
    </message>
    <message>
        <source>Export a report or a picture instead.</source>
        <translation>Exporte en su lugar un informe o una imagen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>File, SHA-256</source>
        <translation>Archivo, SHA-256</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Findings of the model</source>
        <translation>Hallazgos del modelo</translation>
    </message>
    <message>
        <source>Findings that the model does not list were not looked for.</source>
        <translation>No se buscaron hallazgos ajenos a la lista del modelo.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Destinado a</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Fotograma</translation>
    </message>
    <message>
        <source>Frequencies hold for the mixture of the data they were measured on, not for this clinic&apos;s.</source>
        <translation>Las frecuencias valen para la composición de los datos con los que se midieron, no para la de esta clínica.</translation>
    </message>
    <message>
        <source>Give both, or leave the report preliminary.</source>
        <translation>Indique ambos datos, o deje el informe como preliminar.</translation>
    </message>
    <message>
        <source>Go on with it (--resume), or choose another folder.</source>
        <translation>Reanude el lote (--resume), o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Go on with that version, or choose another folder.</source>
        <translation>Continúe con esa versión, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>How it is compared: the reference are the first {reference} studies that a version scored here; each month is compared with it where the reference has {least_reference} studies and the month {least}. A movement is spoken of where a two-sample Kolmogorov-Smirnov test, corrected for all months and findings of the version (Holm), has p below 0.05 and the population stability index, less what chance alone gives, is 0.10 or more (0.25: much). Of a study with several images the first one counts. Studies that the library has forgotten are in no figure.</source>
        <translation>Cómo se compara: la referencia son los primeros {reference} estudios que una versión valoró aquí; cada mes se compara con ella si la referencia tiene {least_reference} estudios y el mes {least}. Se habla de un cambio cuando una prueba de Kolmogórov-Smirnov de dos muestras, corregida para todos los meses y hallazgos de la versión (Holm), da p menor que 0,05 y el índice de estabilidad poblacional (PSI), descontado lo que da el azar por sí solo, es 0,10 o más (0,25: mucho). De un estudio con varias imágenes cuenta la primera. Los estudios que la biblioteca ha olvidado no figuran en ninguna cifra.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Images of</source>
        <translation>Imágenes de</translation>
    </message>
    <message>
        <source>Impression of the reader</source>
        <translation>Conclusión del lector</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Input checks: {verdict}</source>
        <translation>Controles de entrada: {verdict}</translation>
    </message>
    <message>
        <source>Install any font, for instance Noto Sans or DejaVu Sans.</source>
        <translation>Instale una fuente, por ejemplo Noto Sans o DejaVu Sans.</translation>
    </message>
    <message>
        <source>It has 1 to 16 plain characters without a backslash.</source>
        <translation>Tiene de 1 a 16 caracteres simples sin barra invertida.</translation>
    </message>
    <message>
        <source>It is looked at again. Connect the drive or choose another one.</source>
        <translation>Se volverá a mirar. Conecte la unidad o elija otra.</translation>
    </message>
    <message>
        <source>It is not known whether the probabilities are calibrated: read them as an order only.</source>
        <translation>No se sabe si las probabilidades están calibradas: interprételas solo como un orden.</translation>
    </message>
    <message>
        <source>It is set aside at the next start and made anew; nothing is deleted.</source>
        <translation>En el siguiente inicio se aparta y se crea de nuevo; no se elimina nada.</translation>
    </message>
    <message>
        <source>It was made anew from the backup {name}; later studies appear as they are opened. Decisions and marks are not lost, they lie in files of their own.</source>
        <translation>Se creó de nuevo a partir de la copia de seguridad {name}; los estudios posteriores aparecen según se abren. Las decisiones y las marcas no se pierden, están en archivos propios.</translation>
    </message>
    <message>
        <source>Its weights can be looked at.</source>
        <translation>Se pueden ver sus pesos.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Letters: side of the patient, as the file says.</source>
        <translation>Letras: lado del paciente, según el archivo.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Lines at {levels} of the map&apos;s greatest value, evidence for the class only; {kind}</source>
        <translation>Líneas al {levels} del valor máximo del mapa, solo evidencia a favor de la clase; {kind}</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Creado con</translation>
    </message>
    <message>
        <source>Make room on the disk; what is in the library already is safe.</source>
        <translation>Libere espacio en el disco; lo que ya está en la biblioteca está a salvo.</translation>
    </message>
    <message>
        <source>Map minus reference, each divided by its own greatest magnitude: red more than in the reference, blue less</source>
        <translation>Mapa menos mapa de comparación, cada uno dividido entre su mayor magnitud: rojo, más que en el de comparación; azul, menos</translation>
    </message>
    <message>
        <source>Map minus reference, each place by its rank in its own map (lowest 0, highest 1): red ranks higher than in the reference, blue lower</source>
        <translation>Mapa menos mapa de comparación, cada lugar por su rango en su propio mapa (mínimo 0, máximo 1): rojo, rango más alto que en el de comparación; azul, más bajo</translation>
    </message>
    <message>
        <source>Measurements of the reader</source>
        <translation>Mediciones del lector</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Much of the map lies outside the lungs.</source>
        <translation>Gran parte del mapa está fuera de los pulmones.</translation>
    </message>
    <message>
        <source>Name the classes to compare: {one} has {names}; {other} has {others}.</source>
        <translation>Indique las clases que comparar: {one} tiene {names}; {other} tiene {others}.</translation>
    </message>
    <message>
        <source>Names and other words that are part of the picture itself were not removed. Look at every image before you pass it on.</source>
        <translation>Los nombres y otras palabras que forman parte de la propia imagen no se eliminaron. Mire cada imagen antes de entregarla.</translation>
    </message>
    <message>
        <source>Network, SHA-256</source>
        <translation>Red, SHA-256</translation>
    </message>
    <message>
        <source>No font of this computer has the characters {codes}; ? stands for them.</source>
        <translation>Ninguna fuente de este equipo tiene los caracteres {codes}; en su lugar aparece ?.</translation>
    </message>
    <message>
        <source>No listed finding reached its operating point. This does not exclude disease.</source>
        <translation>Ningún hallazgo de la lista alcanzó su punto de operación. Esto no descarta enfermedad.</translation>
    </message>
    <message>
        <source>No mask of {name}: {percent} % of the image is not plausible ({least} to {most} % would be).</source>
        <translation>Sin máscara ({name}): el {percent} % de la imagen no es plausible (lo sería del {least} al {most} %).</translation>
    </message>
    <message>
        <source>No mask was chosen.</source>
        <translation>No se eligió ninguna máscara.</translation>
    </message>
    <message>
        <source>None of the {images} test images can be read.</source>
        <translation>No se puede leer ninguna de las {images} imágenes de prueba.</translation>
    </message>
    <message>
        <source>None of these models has such a class.</source>
        <translation>Ninguno de estos modelos tiene esa clase.</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>No destinado a</translation>
    </message>
    <message>
        <source>Not scored: the input checks refused this image.</source>
        <translation>Sin puntuar: los controles de entrada rechazaron esta imagen.</translation>
    </message>
    <message>
        <source>Not tested: no explanation was made.</source>
        <translation>Sin probar: no se hizo ninguna explicación.</translation>
    </message>
    <message>
        <source>Not tested: nobody has tested on this image how true the map is to what the model does.</source>
        <translation>Sin probar: nadie ha probado en esta imagen hasta qué punto el mapa es fiel a lo que hace el modelo.</translation>
    </message>
    <message>
        <source>Only images are de-identified.</source>
        <translation>Solo se desidentifican imágenes.</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>Punto de operación</translation>
    </message>
    <message>
        <source>Operating point of {name}</source>
        <translation>Punto de operación de {name}</translation>
    </message>
    <message>
        <source>Order of the pixels (AUC)</source>
        <translation>Orden de los píxeles (AUC)</translation>
    </message>
    <message>
        <source>Ordinary pictures hold no header that names a patient; copy them as is.</source>
        <translation>Las imágenes corrientes no tienen cabecera que nombre a un paciente; cópielas tal cual.</translation>
    </message>
    <message>
        <source>Original and explanation</source>
        <translation>Original y explicación</translation>
    </message>
    <message>
        <source>Original, greys and orientation as in the file, neither turned nor flipped.</source>
        <translation>Original, grises y orientación como en el archivo, sin rotar ni voltear.</translation>
    </message>
    <message>
        <source>Other findings</source>
        <translation>Otros hallazgos</translation>
    </message>
    <message>
        <source>Others: {list}.</source>
        <translation>Otros: {list}.</translation>
    </message>
    <message>
        <source>PRELIMINARY - not verified by a reader</source>
        <translation>PRELIMINAR - no verificado por un lector</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Página {number} de {count}</translation>
    </message>
    <message>
        <source>Parametric Map (numbers)</source>
        <translation>Mapa paramétrico (números)</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>ID del paciente</translation>
    </message>
    <message>
        <source>Patient and study</source>
        <translation>Paciente y estudio</translation>
    </message>
    <message>
        <source>Patient: {name}; ID: {number}</source>
        <translation>Paciente: {name}; ID: {number}</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Tamaño de píxel</translation>
    </message>
    <message>
        <source>Pixels of the finding rank above the others.</source>
        <translation>Los píxeles del hallazgo van por delante de los demás.</translation>
    </message>
    <message>
        <source>Pixels of the finding rank little above the others.</source>
        <translation>Los píxeles del hallazgo van apenas por delante de los demás.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polígono</translation>
    </message>
    <message>
        <source>Preparing ...</source>
        <translation>Preparando ...</translation>
    </message>
    <message>
        <source>Presentation state (outlines)</source>
        <translation>Estado de presentación (contornos)</translation>
    </message>
    <message>
        <source>Probabilities: {method}.</source>
        <translation>Probabilidades: {method}.</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>REFUSED by the input checks, scored on request: {reason}</source>
        <translation>RECHAZADA por los controles de entrada, puntuada a petición: {reason}</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Lector</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Report {id}, made {time}</source>
        <translation>Informe {id}, creado: {time}</translation>
    </message>
    <message>
        <source>Research use - not for diagnosis. A qualified reader must review the image.</source>
        <translation>Solo para investigación - no apto para diagnóstico. Un lector cualificado debe revisar la imagen.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or delete it: pseudonyms will then be new ones.</source>
        <translation>Restáurela de una copia de seguridad o bórrela: los seudónimos serán entonces nuevos.</translation>
    </message>
    <message>
        <source>Results are filed as DICOM objects only for images that came as DICOM.</source>
        <translation>Los resultados solo se archivan como objetos DICOM para imágenes que llegaron como DICOM.</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>DE</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Secondary Capture (picture)</source>
        <translation>Secondary Capture (imagen)</translation>
    </message>
    <message>
        <source>Segmentation (regions)</source>
        <translation>Segmentación (regiones)</translation>
    </message>
    <message>
        <source>Sending ...</source>
        <translation>Enviando ...</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Share of the map in the finding</source>
        <translation>Parte del mapa dentro del hallazgo</translation>
    </message>
    <message>
        <source>Share of the map outside the lungs</source>
        <translation>Parte del mapa fuera de los pulmones</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>Structured report (TID 1500)</source>
        <translation>Informe estructurado (TID 1500)</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Fecha del estudio</translation>
    </message>
    <message>
        <source>Tests of the map</source>
        <translation>Pruebas del mapa</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>The file does not say which side of the patient is where.</source>
        <translation>El archivo no indica dónde está cada lado del paciente.</translation>
    </message>
    <message>
        <source>The file has no {missing}: nothing can be filed beside it.</source>
        <translation>El archivo no tiene {missing}: no se puede archivar nada junto a él.</translation>
    </message>
    <message>
        <source>The file holds no image; the words of such objects cannot be cleaned safely.</source>
        <translation>El archivo no contiene ninguna imagen; el texto de tales objetos no se puede depurar con seguridad.</translation>
    </message>
    <message>
        <source>The file says that words are burned into its picture.</source>
        <translation>El archivo dice que hay texto incrustado en su imagen.</translation>
    </message>
    <message>
        <source>The finding fills what the network saw.</source>
        <translation>El hallazgo ocupa todo lo que vio la red.</translation>
    </message>
    <message>
        <source>The folder cannot be listed: {reason}.</source>
        <translation>No se puede leer el contenido de la carpeta: {reason}.</translation>
    </message>
    <message>
        <source>The input checks refuse this image for {model}.</source>
        <translation>La comprobación de entrada rechaza esta imagen para {model}.</translation>
    </message>
    <message>
        <source>The interval of the change of the area reaches below -{margin:.2f} and not only below 0.</source>
        <translation>El intervalo del cambio del área llega por debajo de -{margin:.2f} y no está solo por debajo de 0.</translation>
    </message>
    <message>
        <source>The listed finding is at or above its operating point.</source>
        <translation>El hallazgo de la lista alcanza su punto de operación.</translation>
    </message>
    <message>
        <source>The map avoids the lungs: the model may follow something else.</source>
        <translation>El mapa evita los pulmones: el modelo quizá siga otra cosa.</translation>
    </message>
    <message>
        <source>The map does not prefer the finding.</source>
        <translation>El mapa no da preferencia al hallazgo.</translation>
    </message>
    <message>
        <source>The map does not prefer the lungs: the model may follow something else.</source>
        <translation>El mapa no da preferencia a los pulmones: el modelo quizá siga otra cosa.</translation>
    </message>
    <message>
        <source>The map gathers in the finding.</source>
        <translation>El mapa se concentra en el hallazgo.</translation>
    </message>
    <message>
        <source>The map hardly prefers the finding.</source>
        <translation>El mapa apenas prefiere el hallazgo.</translation>
    </message>
    <message>
        <source>The map has no positive part in or outside the lungs.</source>
        <translation>El mapa no tiene parte positiva ni dentro ni fuera de los pulmones.</translation>
    </message>
    <message>
        <source>The map has no positive part.</source>
        <translation>El mapa no tiene parte positiva.</translation>
    </message>
    <message>
        <source>The map lies elsewhere than the finding.</source>
        <translation>El mapa está en otro lugar que el hallazgo.</translation>
    </message>
    <message>
        <source>The map lies in the lungs.</source>
        <translation>El mapa está en los pulmones.</translation>
    </message>
    <message>
        <source>The maps of the two models were not compared: figures alone do not show what they look at.</source>
        <translation>No se compararon los mapas de los dos modelos: las cifras por sí solas no muestran en qué se fijan.</translation>
    </message>
    <message>
        <source>The maps were not compared.</source>
        <translation>No se compararon los mapas.</translation>
    </message>
    <message>
        <source>The mask has {width} x {height} pixels, the image {image_width} x {image_height}.</source>
        <translation>La máscara tiene {width} x {height} píxeles; la imagen, {image_width} x {image_height}.</translation>
    </message>
    <message>
        <source>The masks differ in size.</source>
        <translation>Las máscaras difieren en tamaño.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>El modelo</translation>
    </message>
    <message>
        <source>The model looks for: {names}.</source>
        <translation>El modelo busca: {names}.</translation>
    </message>
    <message>
        <source>The models cannot be compared: their classes exclude each other and are others ({old} against {new}), so their probabilities mean different things.</source>
        <translation>Los modelos no se pueden comparar: sus clases se excluyen entre sí y son distintas ({old} frente a {new}), por lo que sus probabilidades significan cosas diferentes.</translation>
    </message>
    <message>
        <source>The models have no class in common: {old} against {new}. Classes are matched by name. Where they mean the same, tick that on the page Images and train again.</source>
        <translation>Los modelos no tienen ninguna clase en común: {old} frente a {new}. Las clases se emparejan por nombre. Si significan lo mismo, márquelo en la página Imágenes y vuelva a entrenar.</translation>
    </message>
    <message>
        <source>The models know {known}, but the test images are labelled {found}.</source>
        <translation>Los modelos conocen {known}, pero las imágenes de prueba están etiquetadas como {found}.</translation>
    </message>
    <message>
        <source>The new model fails its self-test.</source>
        <translation>El modelo nuevo no supera su autoprueba.</translation>
    </message>
    <message>
        <source>The new model is not recommended</source>
        <translation>No se recomienda el modelo nuevo</translation>
    </message>
    <message>
        <source>The new model is recommended</source>
        <translation>Se recomienda el modelo nuevo</translation>
    </message>
    <message>
        <source>The new model misses its stored self-test output by {error:.2g} ({limit:.2g} is allowed).</source>
        <translation>El modelo nuevo se desvía de su salida de autoprueba guardada en {error:.2g} (se permite {limit:.2g}).</translation>
    </message>
    <message>
        <source>The patient is {age} old; the model is for patients of {span}.</source>
        <translation>El paciente tiene {age}; el modelo es para pacientes de {span}.</translation>
    </message>
    <message>
        <source>The pixels have {allocated} bits each; WhyRay reads 1, 8 and 16.</source>
        <translation>Los píxeles tienen {allocated} bits cada uno; WhyRay lee 1, 8 y 16.</translation>
    </message>
    <message>
        <source>The program is not affected and the model is not used. Ask its maker.</source>
        <translation>El programa no se ve afectado y el modelo no se usa. Consulte a su autor.</translation>
    </message>
    <message>
        <source>The program is not affected. The file is probably damaged or made to do harm.</source>
        <translation>El programa no se ve afectado. El archivo probablemente está dañado o se creó para causar daño.</translation>
    </message>
    <message>
        <source>The score &apos;{score}&apos; does not depend on &apos;{tensor}&apos;.</source>
        <translation>La puntuación &apos;{score}&apos; no depende de &apos;{tensor}&apos;.</translation>
    </message>
    <message>
        <source>The score does not depend on &apos;{name}&apos;.</source>
        <translation>La puntuación no depende de &apos;{name}&apos;.</translation>
    </message>
    <message>
        <source>The score hardly reacts to this test, so it tells nothing.</source>
        <translation>La puntuación apenas reacciona a esta prueba, así que no dice nada.</translation>
    </message>
    <message>
        <source>The segmentation is damaged: {error}</source>
        <translation>La segmentación está dañada: {error}</translation>
    </message>
    <message>
        <source>The segmentation is stored in a compressed form.</source>
        <translation>La segmentación está guardada en forma comprimida.</translation>
    </message>
    <message>
        <source>The shapes inside this model contradict each other.</source>
        <translation>Las formas internas de este modelo se contradicen entre sí.</translation>
    </message>
    <message>
        <source>The share of the maps outside the lungs rises by more than {margin:.2f} on average, its whole interval above 0, on {least:.0f} images or more.</source>
        <translation>La parte de los mapas fuera de los pulmones sube de media más de {margin:.2f}, con todo su intervalo por encima de 0, con {least:.0f} imágenes o más.</translation>
    </message>
    <message>
        <source>The sides are {aspect:.2f} to 1, unusual for a chest film.</source>
        <translation>La relación entre los lados es {aspect:.2f} a 1, inusual en una radiografía de tórax.</translation>
    </message>
    <message>
        <source>The trial could not be started: {strerror}.</source>
        <translation>No se pudo iniciar la prueba: {strerror}.</translation>
    </message>
    <message>
        <source>The view is lateral ({view}), not frontal.</source>
        <translation>La proyección es lateral ({view}), no frontal.</translation>
    </message>
    <message>
        <source>The view is lateral, not frontal.</source>
        <translation>La proyección es lateral, no frontal.</translation>
    </message>
    <message>
        <source>The view is {view}; the model has learned from {known} films.</source>
        <translation>La proyección es {view}; el modelo ha aprendido de radiografías {known}.</translation>
    </message>
    <message>
        <source>The view position {view} is not PA or AP.</source>
        <translation>La proyección {view} no es PA ni AP.</translation>
    </message>
    <message>
        <source>The wait is kept over restarts, and moving the clock does not end it.</source>
        <translation>La espera se mantiene tras reiniciar, y cambiar el reloj no la acorta.</translation>
    </message>
    <message>
        <source>The watched folder cannot be read.</source>
        <translation>No se puede leer la carpeta vigilada.</translation>
    </message>
    <message>
        <source>The whole interval of the change of the area under the ROC curve lies above 0.</source>
        <translation>Todo el intervalo del cambio del área bajo la curva ROC está por encima de 0.</translation>
    </message>
    <message>
        <source>The whole interval of the change of the area under the ROC curve lies below 0, with {least:.0f} images or more with the finding and without it.</source>
        <translation>Todo el intervalo del cambio del área bajo la curva ROC está por debajo de 0, con {least:.0f} imágenes o más con el hallazgo y sin él.</translation>
    </message>
    <message>
        <source>The {upper} file is damaged.</source>
        <translation>El archivo {upper} está dañado.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>No existe ese archivo.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk to unpack the archive.</source>
        <translation>No hay espacio suficiente en el disco para descomprimir el archivo.</translation>
    </message>
    <message>
        <source>These images cannot tell which model is better</source>
        <translation>Estas imágenes no permiten saber qué modelo es mejor</translation>
    </message>
    <message>
        <source>They are candidates now: make active what shall be used. {active}</source>
        <translation>Ahora son candidatos: active el que se deba usar. {active}</translation>
    </message>
    <message>
        <source>This file is damaged inside the archive.</source>
        <translation>Este archivo está dañado dentro del archivo comprimido.</translation>
    </message>
    <message>
        <source>This file is locked or packed in a way that is not read.</source>
        <translation>Este archivo está protegido o comprimido de un modo que no se lee.</translation>
    </message>
    <message>
        <source>This file of the archive unpacks to more than an image can be.</source>
        <translation>Este archivo, una vez descomprimido, ocupa más de lo que puede ocupar una imagen.</translation>
    </message>
    <message>
        <source>This image has no score that could be explained.</source>
        <translation>Esta imagen no tiene ninguna puntuación que explicar.</translation>
    </message>
    <message>
        <source>This is a DICOMDIR, the table of contents of a medium, not an image.</source>
        <translation>Esto es un DICOMDIR, el índice de un soporte, no una imagen.</translation>
    </message>
    <message>
        <source>This is a folder or a device, not a file.</source>
        <translation>Esto es una carpeta o un dispositivo, no un archivo.</translation>
    </message>
    <message>
        <source>This is no DICOM file.</source>
        <translation>Esto no es un archivo DICOM.</translation>
    </message>
    <message>
        <source>This is no image that WhyRay knows.</source>
        <translation>Esto no es una imagen que WhyRay conozca.</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>Esto no es un archivo DICOM.</translation>
    </message>
    <message>
        <source>This is not an ONNX model, or the file is cut off.</source>
        <translation>Esto no es un modelo ONNX, o el archivo está truncado.</translation>
    </message>
    <message>
        <source>This method does not promise that its map adds up.</source>
        <translation>Este método no promete que su mapa sume la puntuación.</translation>
    </message>
    <message>
        <source>This model comes without operating points: read the scores as an order only.</source>
        <translation>Este modelo no incluye puntos de operación: interprete las puntuaciones solo como un orden.</translation>
    </message>
    <message>
        <source>This network has no feature maps between image and score to draw a CAM from.</source>
        <translation>Esta red no tiene mapas de características entre la imagen y la puntuación con los que trazar un CAM.</translation>
    </message>
    <message>
        <source>This {upper} file is damaged or of a rare kind.</source>
        <translation>Este archivo {upper} está dañado o es de un tipo poco común.</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolerancia</translation>
    </message>
    <message>
        <source>Too few images: {finding} has {positives} with it and {negatives} without.</source>
        <translation>Muy pocas imágenes: {finding} tiene {positives} con el hallazgo y {negatives} sin él.</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <source>Transparent parts of the image are shown black.</source>
        <translation>Las partes transparentes de la imagen se muestran en negro.</translation>
    </message>
    <message>
        <source>Trying it in a process of its own</source>
        <translation>Probándolo en un proceso aparte</translation>
    </message>
    <message>
        <source>UNVERIFIED</source>
        <translation>SIN VERIFICAR</translation>
    </message>
    <message>
        <source>UTF-8 with a byte order mark; texts that a spreadsheet would run as a formula have an apostrophe in front</source>
        <translation>UTF-8 con marca de orden de bytes; los textos que una hoja de cálculo ejecutaría como fórmula llevan un apóstrofo delante</translation>
    </message>
    <message>
        <source>Unpack it with its password and open the folder.</source>
        <translation>Descomprímalo con su contraseña y abra la carpeta.</translation>
    </message>
    <message>
        <source>Unpack the archive and open the folder.</source>
        <translation>Descomprima el archivo y abra la carpeta.</translation>
    </message>
    <message>
        <source>Unreadable data after the pixels were left out.</source>
        <translation>Se omitieron datos ilegibles después de los píxeles.</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Sobremuestreo</translation>
    </message>
    <message>
        <source>Use a classification model whose output has the shape (images, classes).</source>
        <translation>Use un modelo de clasificación cuya salida tenga la forma (imágenes, clases).</translation>
    </message>
    <message>
        <source>Use the plain gradient or integrated gradients.</source>
        <translation>Use el gradiente simple o los gradientes integrados.</translation>
    </message>
    <message>
        <source>Use the plain gradient, or an earlier layer.</source>
        <translation>Use el gradiente simple, o una capa anterior.</translation>
    </message>
    <message>
        <source>VERIFIED by {name}, {role}, {time}</source>
        <translation>VERIFICADO por: {name}, {role}, {time}</translation>
    </message>
    <message>
        <source>VarGrad</source>
        <translation>VarGrad</translation>
    </message>
    <message>
        <source>Versions and origins</source>
        <translation>Versiones y procedencia</translation>
    </message>
    <message>
        <source>Vessels and markings of the lungs; what is dense turns white</source>
        <translation>Vasos y trama pulmonar; lo denso se vuelve blanco</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Proyección</translation>
    </message>
    <message>
        <source>View {view}: the ratio is defined for PA only.</source>
        <translation>Proyección {view}: el índice solo está definido para PA.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or choose another folder.</source>
        <translation>Espere a que termine, o elija otra carpeta.</translation>
    </message>
    <message>
        <source>What failed</source>
        <translation>Qué falló</translation>
    </message>
    <message>
        <source>What the map calls important carries more of the score</source>
        <translation>Lo que el mapa considera importante aporta más puntuación</translation>
    </message>
    <message>
        <source>Where the model was sensitive</source>
        <translation>Dónde fue sensible el modelo</translation>
    </message>
    <message>
        <source>Whether scores move cannot be told yet: no month after the reference of {count} studies has {least}.</source>
        <translation>Aún no se puede saber si las puntuaciones se desplazan: ningún mes posterior a la referencia de {count} estudios tiene {least}.</translation>
    </message>
    <message>
        <source>Whether scores move cannot be told yet: {count} of {least} studies for a reference.</source>
        <translation>Aún no se puede saber si las puntuaciones se desplazan: {count} de {least} estudios para una referencia.</translation>
    </message>
    <message>
        <source>Which images the active model was trained on is not known: if it has seen these, it looks better here than it is.</source>
        <translation>No se sabe con qué imágenes se entrenó el modelo activo: si ha visto estas, aquí parece mejor de lo que es.</translation>
    </message>
    <message>
        <source>Which images the new model was trained on is not known: it may have seen these.</source>
        <translation>No se sabe con qué imágenes se entrenó el modelo nuevo: puede haber visto estas.</translation>
    </message>
    <message>
        <source>WhyRay reads DICOM, JPEG, PNG, TIFF, BMP and WEBP files.</source>
        <translation>WhyRay lee archivos DICOM, JPEG, PNG, TIFF, BMP y WEBP.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>With shuffled weights a part of the map stays.</source>
        <translation>Con pesos permutados queda una parte del mapa.</translation>
    </message>
    <message>
        <source>With shuffled weights nothing is left of the map.</source>
        <translation>Con pesos permutados no queda nada del mapa.</translation>
    </message>
    <message>
        <source>With shuffled weights the map is another: it shows what was learned.</source>
        <translation>Con pesos permutados el mapa es otro: muestra lo aprendido.</translation>
    </message>
    <message>
        <source>With shuffled weights the map stays: it does not show what the network learned.</source>
        <translation>Con pesos permutados el mapa permanece: no muestra lo que aprendió la red.</translation>
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
        <translation>Aún no ha mirado la imagen.</translation>
    </message>
    <message>
        <source>Zeiler and Fergus 2014, arXiv:1311.2901</source>
        <translation>Zeiler y Fergus 2014, arXiv:1311.2901</translation>
    </message>
    <message>
        <source>a bundle holds exactly {CONTENTS}. Received: {names}</source>
        <translation>un paquete contiene exactamente {CONTENTS}. Recibido: {names}</translation>
    </message>
    <message>
        <source>a calibration curve has rising knots and never falls</source>
        <translation>una curva de calibración tiene nodos crecientes y nunca desciende</translation>
    </message>
    <message>
        <source>a calibration curve needs as many knots both ways, all from 0 to 1</source>
        <translation>una curva de calibración necesita el mismo número de nodos en ambos sentidos, todos de 0 a 1</translation>
    </message>
    <message>
        <source>a complement exactly for one-neuron binary models</source>
        <translation>un complemento exactamente en los modelos binarios de una neurona</translation>
    </message>
    <message>
        <source>a control, for comparison</source>
        <translation>un control, para comparar</translation>
    </message>
    <message>
        <source>a different model with the id {id!r} is already here</source>
        <translation>ya existe aquí un modelo distinto con el id {id!r}</translation>
    </message>
    <message>
        <source>a feature map is removed by setting it to 0</source>
        <translation>un mapa de características se elimina poniéndolo a 0</translation>
    </message>
    <message>
        <source>a fit of {FITS}</source>
        <translation>un ajuste de entre {FITS}</translation>
    </message>
    <message>
        <source>a known interpolation</source>
        <translation>una interpolación conocida</translation>
    </message>
    <message>
        <source>a known scaling</source>
        <translation>un escalado conocido</translation>
    </message>
    <message>
        <source>a layout of {LAYOUTS}</source>
        <translation>una disposición de entre {LAYOUTS}</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>a logarithm mixes its inputs</source>
        <translation>un logaritmo mezcla sus entradas</translation>
    </message>
    <message>
        <source>a norm mixes its inputs</source>
        <translation>una norma mezcla sus entradas</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>a number of parts</source>
        <translation>un número de partes</translation>
    </message>
    <message>
        <source>a pad value in 0..1</source>
        <translation>un valor de relleno en 0..1</translation>
    </message>
    <message>
        <source>a product mixes its inputs</source>
        <translation>un producto mezcla sus entradas</translation>
    </message>
    <message>
        <source>a score from changed activations at {tensor} is NaN or infinite</source>
        <translation>una puntuación a partir de activaciones modificadas en {tensor} es NaN o infinita</translation>
    </message>
    <message>
        <source>a score or an activation at {name} is NaN or infinite, so there is no explanation</source>
        <translation>una puntuación o una activación en {name} es NaN o infinita, por lo que no hay explicación</translation>
    </message>
    <message>
        <source>a second output flows into the score</source>
        <translation>una segunda salida contribuye a la puntuación</translation>
    </message>
    <message>
        <source>a softmax mixes its inputs</source>
        <translation>un softmax mezcla sus entradas</translation>
    </message>
    <message>
        <source>a task of {TASKS}</source>
        <translation>una tarea de entre {TASKS}</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texto</translation>
    </message>
    <message>
        <source>a verified report needs the reader&apos;s name and role</source>
        <translation>un informe verificado necesita el nombre y la función del lector</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>about how many superpixels</source>
        <translation>cuántos superpíxeles, aproximadamente</translation>
    </message>
    <message>
        <source>about {duration} to {duration_2}: {passes}</source>
        <translation>de {duration} a {duration_2}, aprox.: {passes}</translation>
    </message>
    <message>
        <source>about {duration}: {passes}</source>
        <translation>aprox. {duration}: {passes}</translation>
    </message>
    <message>
        <source>about {low:g} to {high:g} s: {passes}</source>
        <translation>de {low:g} a {high:g} s, aprox.: {passes}</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>accepted with warnings</source>
        <translation>aceptado con avisos</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>activación</translation>
    </message>
    <message>
        <source>adaptive; pixels move as a whole, all channels together</source>
        <translation>adaptativa; los píxeles se mueven enteros, con todos los canales a la vez</translation>
    </message>
    <message>
        <source>adding superpixels in random order</source>
        <translation>añadiendo superpíxeles en orden aleatorio</translation>
    </message>
    <message>
        <source>adding up the layers</source>
        <translation>sumando las capas</translation>
    </message>
    <message>
        <source>an activation of {ACTIVATIONS}</source>
        <translation>una activación de entre {ACTIVATIONS}</translation>
    </message>
    <message>
        <source>an even map</source>
        <translation>un mapa uniforme</translation>
    </message>
    <message>
        <source>an id of a-z, 0-9, dot and dash</source>
        <translation>un id de a-z, 0-9, punto y guion</translation>
    </message>
    <message>
        <source>an image larger than the limit was refused</source>
        <translation>se rechazó una imagen mayor que el límite</translation>
    </message>
    <message>
        <source>an image was not understood: {reason}</source>
        <translation>no se entendió una imagen: {reason}</translation>
    </message>
    <message>
        <source>an image was refused: too many in one minute</source>
        <translation>se rechazó una imagen: demasiadas en un minuto</translation>
    </message>
    <message>
        <source>an old copy cannot be deleted: {why}</source>
        <translation>no se puede eliminar una copia antigua: {why}</translation>
    </message>
    <message>
        <source>an order only</source>
        <translation>solo un orden</translation>
    </message>
    <message>
        <source>another batch is writing into this folder</source>
        <translation>otro lote está escribiendo en esta carpeta</translation>
    </message>
    <message>
        <source>another image with the same SOP Instance UID is there already</source>
        <translation>ya hay otra imagen con el mismo SOP Instance UID</translation>
    </message>
    <message>
        <source>another path goes around it (skip connection or branch)</source>
        <translation>otro camino la rodea (conexión de salto o rama)</translation>
    </message>
    <message>
        <source>another program is changing the administrator&apos;s file</source>
        <translation>otro programa está modificando el archivo del administrador</translation>
    </message>
    <message>
        <source>answered, but the score or its operating point is not known</source>
        <translation>respondido, pero se desconoce la puntuación o su punto de operación</translation>
    </message>
    <message>
        <source>archives, not opened</source>
        <translation>archivos comprimidos, no abiertos</translation>
    </message>
    <message>
        <source>area</source>
        <translation>área</translation>
    </message>
    <message>
        <source>argmin_phi sum_z w(z) (score(z) - score(0) - phi.z)^2 with sum phi = score(1) - score(0), w = (M-1) / (C(M,k) k (M-k))</source>
        <translation>argmin_phi sum_z w(z) (score(z) - score(0) - phi.z)^2 con sum phi = score(1) - score(0), w = (M-1) / (C(M,k) k (M-k))</translation>
    </message>
    <message>
        <source>at most so many superpixels get a weight</source>
        <translation>máximo de superpíxeles que reciben un peso</translation>
    </message>
    <message>
        <source>at or above</source>
        <translation>alcanzado</translation>
    </message>
    <message>
        <source>at {where}</source>
        <translation>en {where}</translation>
    </message>
    <message>
        <source>attention multiplies activations with activations under a softmax</source>
        <translation>la atención multiplica activaciones por activaciones bajo un softmax</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automática</translation>
    </message>
    <message>
        <source>averaged over the windows that hide a pixel, as far as they hide it</source>
        <translation>promediado sobre las ventanas que ocultan un píxel, en la medida en que lo ocultan</translation>
    </message>
    <message>
        <source>averaging hides the places: HiResCAM at this layer shows something else</source>
        <translation>el promedio oculta los lugares: HiResCAM muestra otra cosa en esta capa</translation>
    </message>
    <message>
        <source>background rows x steps x (1 forward + 1 backward), steps doubled</source>
        <translation>filas de fondo x pasos x (1 pasada adelante + 1 atrás), pasos duplicados</translation>
    </message>
    <message>
        <source>baselines</source>
        <translation>referencias</translation>
    </message>
    <message>
        <source>before processing the terms add up to {total:.6g} of {score:.6g}</source>
        <translation>antes del procesamiento los términos suman {total:.6g} de {score:.6g}</translation>
    </message>
    <message>
        <source>before processing the terms miss the score by {value:.2g} % of it: this network is not piecewise linear, or it adds what is not stored</source>
        <translation>antes del procesamiento, a los términos les falta el {value:.2g} % de la puntuación: esta red no es lineal por tramos, o suma algo que no está almacenado</translation>
    </message>
    <message>
        <source>below</source>
        <translation>no alcanzado</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>bilineal</translation>
    </message>
    <message>
        <source>black</source>
        <translation>negro</translation>
    </message>
    <message>
        <source>black-and-white</source>
        <translation>blanco y negro</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>azul</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>desenfoque</translation>
    </message>
    <message>
        <source>bone</source>
        <translation>hueso</translation>
    </message>
    <message>
        <source>both ends of the path</source>
        <translation>los dos extremos de la trayectoria</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>ambos lados</translation>
    </message>
    <message>
        <source>boxes of a recursive halving across the longer side, largest share first</source>
        <translation>recuadros de una división recursiva a través del lado más largo, primero la mayor contribución</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>calibrado</translation>
    </message>
    <message>
        <source>cannot be read: {strerror}</source>
        <translation>no se puede leer: {strerror}</translation>
    </message>
    <message>
        <source>cannot listen at {host}:{port}: {reason}</source>
        <translation>no se puede recibir en {host}:{port}: {reason}</translation>
    </message>
    <message>
        <source>cells along a side</source>
        <translation>celdas por lado</translation>
    </message>
    <message>
        <source>cells of the coarse grid along a side</source>
        <translation>celdas por lado de la cuadrícula gruesa</translation>
    </message>
    <message>
        <source>certificate and key do not belong together</source>
        <translation>el certificado y la clave no se corresponden</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>azar</translation>
    </message>
    <message>
        <source>chance that a cell is shown</source>
        <translation>probabilidad de que se muestre una celda</translation>
    </message>
    <message>
        <source>channels cannot be sorted by {order!r}</source>
        <translation>los canales no se pueden ordenar por {order!r}</translation>
    </message>
    <message>
        <source>channels whose activations cancel out (sum below 1e-6 of the sum of magnitudes) have weight 0</source>
        <translation>los canales cuyas activaciones se cancelan (suma inferior a 1e-6 de la suma de magnitudes) tienen peso 0</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>control</translation>
    </message>
    <message>
        <source>choosing regions</source>
        <translation>eligiendo regiones</translation>
    </message>
    <message>
        <source>coalitions at most; all are scored where there are no more (up to 12 superpixels)</source>
        <translation>coaliciones como máximo; se puntúan todas cuando no hay más (hasta 12 superpíxeles)</translation>
    </message>
    <message>
        <source>column-major indices are not supported</source>
        <translation>no se admiten índices contados por columnas</translation>
    </message>
    <message>
        <source>commented, but neither accepted nor rejected</source>
        <translation>comentado, pero ni aceptado ni rechazado</translation>
    </message>
    <message>
        <source>complement of the only neuron: its score is minus that neuron&apos;s logit</source>
        <translation>complemento de la única neurona: su puntuación es menos el logit de esa neurona</translation>
    </message>
    <message>
        <source>computed by</source>
        <translation>calculado con</translation>
    </message>
    <message>
        <source>constant map</source>
        <translation>mapa constante</translation>
    </message>
    <message>
        <source>copies of another file</source>
        <translation>copias de otro archivo</translation>
    </message>
    <message>
        <source>could not be deleted: {strerror}</source>
        <translation>no se pudo eliminar: {strerror}</translation>
    </message>
    <message>
        <source>could not be written: {reason}</source>
        <translation>no se pudo escribir: {reason}</translation>
    </message>
    <message>
        <source>could not be written: {strerror}</source>
        <translation>no se pudo escribir: {strerror}</translation>
    </message>
    <message>
        <source>cutting the picture into superpixels</source>
        <translation>dividiendo la imagen en superpíxeles</translation>
    </message>
    <message>
        <source>d(logit)/dx with R_in = [A &gt; 0] [R &gt; 0] R at every rectifier</source>
        <translation>d(logit)/dx con R_in = [A &gt; 0] [R &gt; 0] R en cada rectificador</translation>
    </message>
    <message>
        <source>d(logit)/dx with R_in = [R &gt; 0] R at every rectifier</source>
        <translation>d(logit)/dx con R_in = [R &gt; 0] R en cada rectificador</translation>
    </message>
    <message>
        <source>d(logit)/dx, largest magnitude over channels, or their signed sum</source>
        <translation>d(logit)/dx, mayor magnitud entre los canales, o su suma con signo</translation>
    </message>
    <message>
        <source>decompressed, since the peer does not take its compression</source>
        <translation>descomprimida, pues el otro equipo no acepta su compresión</translation>
    </message>
    <message>
        <source>design {number} of {count}</source>
        <translation>diseño {number} de {count}</translation>
    </message>
    <message>
        <source>designs x (cells^2 + 2) forward, + 1</source>
        <translation>diseños x (celdas^2 + 2) pasadas adelante, + 1</translation>
    </message>
    <message>
        <source>deviations &gt; 0</source>
        <translation>desviaciones &gt; 0</translation>
    </message>
    <message>
        <source>difference of logits: {name} minus {name_2}</source>
        <translation>diferencia de logits: {name} menos {name_2}</translation>
    </message>
    <message>
        <source>distance between windows; 0: half a window</source>
        <translation>distancia entre ventanas; 0: media ventana</translation>
    </message>
    <message>
        <source>distinct class names</source>
        <translation>nombres de clase distintos</translation>
    </message>
    <message>
        <source>distinct structures</source>
        <translation>estructuras distintas</translation>
    </message>
    <message>
        <source>dividing the picture</source>
        <translation>dividiendo la imagen</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudosa</translation>
    </message>
    <message>
        <source>drawing the masks</source>
        <translation>generando las máscaras</translation>
    </message>
    <message>
        <source>each map on its own scale: strengths cannot be compared</source>
        <translation>cada mapa en su propia escala: las intensidades no se pueden comparar</translation>
    </message>
    <message>
        <source>element {name}</source>
        <translation>el elemento {name}</translation>
    </message>
    <message>
        <source>empty-layer</source>
        <translation>capa vacía</translation>
    </message>
    <message>
        <source>equalised</source>
        <translation>ecualizada</translation>
    </message>
    <message>
        <source>every output depends on all inputs</source>
        <translation>cada salida depende de todas las entradas</translation>
    </message>
    <message>
        <source>every place alone scores on the same side of 0, as an empty layer does; reference=empty-layer shows which places add to that</source>
        <translation>cada lugar por sí solo puntúa en el mismo lado de 0, igual que una capa vacía; el punto de comparación «capa vacía» (reference=empty-layer) muestra qué lugares contribuyen a ello</translation>
    </message>
    <message>
        <source>evidence for the class; evidence against it is not painted</source>
        <translation>evidencia a favor de la clase; la evidencia en contra no se pinta</translation>
    </message>
    <message>
        <source>excludes nothing</source>
        <translation>no descarta nada</translation>
    </message>
    <message>
        <source>explained by</source>
        <translation>explicado con</translation>
    </message>
    <message>
        <source>explained with {method}</source>
        <translation>explicado con {method}</translation>
    </message>
    <message>
        <source>explaining</source>
        <translation>explicación</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>no superada</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>rápido</translation>
    </message>
    <message>
        <source>fast ranks the segments once, before any is chosen</source>
        <translation>rápido (fast) ordena los segmentos una sola vez, antes de elegir ninguno</translation>
    </message>
    <message>
        <source>feature maps used, those with the largest deviation; 0 for all</source>
        <translation>mapas de características usados, los de mayor desviación; 0 para todos</translation>
    </message>
    <message>
        <source>female</source>
        <translation>femenino</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>files per second</source>
        <translation>archivos por segundo</translation>
    </message>
    <message>
        <source>files that are no images</source>
        <translation>archivos que no son imágenes</translation>
    </message>
    <message>
        <source>first principal component of the weighted feature maps instead of their sum</source>
        <translation>primera componente principal de los mapas de características ponderados en lugar de su suma</translation>
    </message>
    <message>
        <source>first principal component of the weighted feature maps, centred; its sign is that of its correlation with their sum</source>
        <translation>primera componente principal de los mapas de características ponderados, centrada; su signo es el de su correlación con la suma de estos</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>volteo</translation>
    </message>
    <message>
        <source>flipped pictures have the heart on the wrong side: the network may not know them</source>
        <translation>las imágenes volteadas tienen el corazón en el lado contrario: la red puede no conocerlas</translation>
    </message>
    <message>
        <source>for example</source>
        <translation>por ejemplo</translation>
    </message>
    <message>
        <source>forward tail from {tensor}</source>
        <translation>recorrido hacia delante desde {tensor}</translation>
    </message>
    <message>
        <source>forward to {tensors}</source>
        <translation>recorrido hacia delante hasta {tensors}</translation>
    </message>
    <message>
        <source>forward_selection</source>
        <translation>selección hacia delante</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontrados</translation>
    </message>
    <message>
        <source>found in the folder of models</source>
        <translation>encontrado en la carpeta de modelos</translation>
    </message>
    <message>
        <source>full</source>
        <translation>completo</translation>
    </message>
    <message>
        <source>full range</source>
        <translation>rango completo</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>gradiente</translation>
    </message>
    <message>
        <source>greedily the segment whose new pixels have the highest mean IG</source>
        <translation>de forma voraz, el segmento cuyos píxeles nuevos tienen el mayor IG medio</translation>
    </message>
    <message>
        <source>green</source>
        <translation>verde</translation>
    </message>
    <message>
        <source>guided backprop x ReLU(Grad-CAM) upsampled to the input</source>
        <translation>guided backprop x ReLU(Grad-CAM) ampliado a la entrada</translation>
    </message>
    <message>
        <source>half precision: gradients hold about three digits, and below 6e-8 they are 0</source>
        <translation>media precisión: los gradientes tienen unas tres cifras, y por debajo de 6e-8 son 0</translation>
    </message>
    <message>
        <source>half-pixel bilinear, brought to 0..1 afterwards</source>
        <translation>bilineal de medio píxel, llevado después a 0..1</translation>
    </message>
    <message>
        <source>half-pixel bilinear, the map spans the whole network input</source>
        <translation>bilineal de medio píxel; el mapa abarca toda la entrada de la red</translation>
    </message>
    <message>
        <source>heart</source>
        <translation>corazón</translation>
    </message>
    <message>
        <source>highest_weights</source>
        <translation>pesos más altos</translation>
    </message>
    <message>
        <source>how cells become pixels of a mask</source>
        <translation>cómo se convierten las celdas en píxeles de una máscara</translation>
    </message>
    <message>
        <source>how far a pixel may be from the straight path, as a share of it</source>
        <translation>cuánto puede alejarse un píxel de la trayectoria recta, como fracción de ella</translation>
    </message>
    <message>
        <source>how near a sample must be to count (cosine distance)</source>
        <translation>cuán próxima debe estar una muestra para contar (distancia coseno)</translation>
    </message>
    <message>
        <source>how the channels of a pixel become one number</source>
        <translation>cómo se convierten en un número los canales de un píxel</translation>
    </message>
    <message>
        <source>how those are chosen; auto: forward selection up to 6, else the highest weights</source>
        <translation>cómo se eligen; auto: selección hacia delante hasta 6, si no los pesos más altos</translation>
    </message>
    <message>
        <source>images</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>in the reference</source>
        <translation>en la referencia</translation>
    </message>
    <message>
        <source>independent uniform numbers in [-1, 1] at every pixel</source>
        <translation>números uniformes independientes en [-1, 1] en cada píxel</translation>
    </message>
    <message>
        <source>input size 1..4096</source>
        <translation>un tamaño de entrada de 1..4096</translation>
    </message>
    <message>
        <source>integral of d(logit)/dx along a path of the flattest slopes</source>
        <translation>integral de d(logit)/dx a lo largo de una trayectoria de las pendientes más suaves</translation>
    </message>
    <message>
        <source>integral of d(logit)/dx along the picture&apos;s own Gaussian blurs</source>
        <translation>integral de d(logit)/dx a lo largo de los desenfoques gaussianos de la propia imagen</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>gradientes integrados</translation>
    </message>
    <message>
        <source>it came with the program</source>
        <translation>venía con el programa</translation>
    </message>
    <message>
        <source>it came with version {program}</source>
        <translation>venía con la versión {program}</translation>
    </message>
    <message>
        <source>it could not be sent: {reason}</source>
        <translation>no se pudo enviar: {reason}</translation>
    </message>
    <message>
        <source>it crops and resizes at once</source>
        <translation>recorta y redimensiona a la vez</translation>
    </message>
    <message>
        <source>it divides every place by its neighbours</source>
        <translation>divide cada lugar entre sus vecinos</translation>
    </message>
    <message>
        <source>it does not follow the entry before: one was exchanged</source>
        <translation>no sigue a la entrada anterior: una se ha sustituido</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>está dañada</translation>
    </message>
    <message>
        <source>it is in training mode</source>
        <translation>está en modo de entrenamiento</translation>
    </message>
    <message>
        <source>it is no entry of an audit</source>
        <translation>no es una entrada de un registro de auditoría</translation>
    </message>
    <message>
        <source>it is one place only, an intermediate step, or not between the image and the score</source>
        <translation>es un único lugar, un paso intermedio, o no está entre la imagen y la puntuación</translation>
    </message>
    <message>
        <source>it is quantised in blocks</source>
        <translation>está cuantizado por bloques</translation>
    </message>
    <message>
        <source>it is the database of another program</source>
        <translation>es la base de datos de otro programa</translation>
    </message>
    <message>
        <source>it repeats its input along an axis</source>
        <translation>repite su entrada a lo largo de un eje</translation>
    </message>
    <message>
        <source>it was altered while it was looked at</source>
        <translation>se modificó mientras se revisaba</translation>
    </message>
    <message>
        <source>it was made by a newer version (schema {version})</source>
        <translation>la creó una versión más reciente (esquema {version})</translation>
    </message>
    <message>
        <source>its border is computed when the model runs</source>
        <translation>su borde se calcula al ejecutar el modelo</translation>
    </message>
    <message>
        <source>its border is mirrored or repeated and cropped at once</source>
        <translation>su borde se refleja o se repite y a la vez se recorta</translation>
    </message>
    <message>
        <source>its condition follows the image</source>
        <translation>su condición depende de la imagen</translation>
    </message>
    <message>
        <source>its content does not fit its hash: it was altered</source>
        <translation>su contenido no corresponde a su hash: se modificó</translation>
    </message>
    <message>
        <source>its element type is unknown</source>
        <translation>se desconoce el tipo de sus elementos</translation>
    </message>
    <message>
        <source>its input {missing} (&apos;{x}&apos;) has no gradient rule</source>
        <translation>su entrada {missing} (&apos;{x}&apos;) no tiene regla de gradiente</translation>
    </message>
    <message>
        <source>its norm follows the image</source>
        <translation>su norma depende de la imagen</translation>
    </message>
    <message>
        <source>its number is {found}: entries are missing</source>
        <translation>su número es {found}: faltan entradas</translation>
    </message>
    <message>
        <source>its output size is given, which its places are not counted in</source>
        <translation>se le da un tamaño de salida en el que no están contados sus lugares</translation>
    </message>
    <message>
        <source>its pixels</source>
        <translation>sus píxeles</translation>
    </message>
    <message>
        <source>its shape is not known</source>
        <translation>se desconoce su forma</translation>
    </message>
    <message>
        <source>its shape is {numbers}; a map needs channels, rows and columns</source>
        <translation>su forma es {numbers}; un mapa necesita canales, filas y columnas</translation>
    </message>
    <message>
        <source>its sizes keep the aspect ratio</source>
        <translation>sus tamaños mantienen la relación de aspecto</translation>
    </message>
    <message>
        <source>its statistics follow the image</source>
        <translation>sus estadísticas dependen de la imagen</translation>
    </message>
    <message>
        <source>its updates are combined by {reduction}</source>
        <translation>sus actualizaciones se combinan mediante {reduction}</translation>
    </message>
    <message>
        <source>its weights (&apos;{name}&apos;) are said to lie in &apos;{location}&apos;, which is not a file beside the model</source>
        <translation>sus pesos (&apos;{name}&apos;) deberían estar en &apos;{location}&apos;, que no es un archivo junto al modelo</translation>
    </message>
    <message>
        <source>its weights are in the file &apos;{location}&apos;, which is missing beside it</source>
        <translation>sus pesos están en el archivo &apos;{location}&apos;, que falta junto a él</translation>
    </message>
    <message>
        <source>its weights&apos; file &apos;{location}&apos; is a link or no ordinary file, and is not read</source>
        <translation>el archivo de sus pesos, &apos;{location}&apos;, es un enlace o no es un archivo normal, y no se lee</translation>
    </message>
    <message>
        <source>its weights&apos; file &apos;{name}&apos; cannot be read: {strerror}</source>
        <translation>no se puede leer el archivo de sus pesos, &apos;{name}&apos;: {strerror}</translation>
    </message>
    <message>
        <source>its weights&apos; file &apos;{name}&apos; is cut off: &apos;{tensor}&apos; needs {offset} bytes, {size} are there</source>
        <translation>el archivo de sus pesos, &apos;{name}&apos;, está truncado: &apos;{tensor}&apos; necesita {offset} bytes y hay {size}</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>ya se conoce</translation>
    </message>
    <message>
        <source>label of the training data: &quot;{definition}&quot;</source>
        <translation>etiqueta de los datos de entrenamiento: «{definition}»</translation>
    </message>
    <message>
        <source>larger than {limit} MB</source>
        <translation>mayor de {limit} MB</translation>
    </message>
    <message>
        <source>largest magnitude over channels</source>
        <translation>mayor magnitud entre los canales</translation>
    </message>
    <message>
        <source>lasso_path</source>
        <translation>camino lasso</translation>
    </message>
    <message>
        <source>last of each resolution</source>
        <translation>la última de cada resolución</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>capa {layer}</translation>
    </message>
    <message>
        <source>layer {name}</source>
        <translation>capa {name}</translation>
    </message>
    <message>
        <source>layers to fuse, separated by commas, or &apos;last of each resolution&apos;; empty: one layer</source>
        <translation>capas que fusionar, separadas por comas, o &apos;last of each resolution&apos; (la última de cada resolución); vacío: una capa</translation>
    </message>
    <message>
        <source>left</source>
        <translation>izquierda</translation>
    </message>
    <message>
        <source>listing</source>
        <translation>listado</translation>
    </message>
    <message>
        <source>loading {what}</source>
        <translation>cargando {what}</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>looking at {name}</source>
        <translation>examinando {name}</translation>
    </message>
    <message>
        <source>looking for images</source>
        <translation>buscando imágenes</translation>
    </message>
    <message>
        <source>low contrast</source>
        <translation>bajo contraste</translation>
    </message>
    <message>
        <source>lung</source>
        <translation>pulmón</translation>
    </message>
    <message>
        <source>magnitude of the 3 x 3 Sobel gradient of the input picture</source>
        <translation>magnitud del gradiente de Sobel 3 x 3 de la imagen de entrada</translation>
    </message>
    <message>
        <source>magnitude only, never negative: how much a pixel matters, not in which direction</source>
        <translation>solo magnitud, nunca negativa: cuánto importa un píxel, no en qué dirección</translation>
    </message>
    <message>
        <source>magnitudes, brought to 0..1 over all places and channels of a layer, stretched bilinearly, added up over channels and layers</source>
        <translation>magnitudes, llevadas a 0..1 sobre todos los lugares y canales de una capa, estiradas bilinealmente y sumadas sobre canales y capas</translation>
    </message>
    <message>
        <source>magnitudes: evidence for and against the class look alike</source>
        <translation>magnitudes: la evidencia a favor y en contra de la clase se ve igual</translation>
    </message>
    <message>
        <source>male</source>
        <translation>masculino</translation>
    </message>
    <message>
        <source>manifest.json cannot be used: {error!r}</source>
        <translation>manifest.json no se puede usar: {error!r}</translation>
    </message>
    <message>
        <source>manifest.json is no JSON: {error}</source>
        <translation>manifest.json no es JSON: {error}</translation>
    </message>
    <message>
        <source>manifest.json is not the one that the folder is named by: it was altered</source>
        <translation>manifest.json no es el que da nombre a la carpeta: se modificó</translation>
    </message>
    <message>
        <source>masks and maps are filed for images of one frame only</source>
        <translation>las máscaras y los mapas solo se archivan para imágenes de un fotograma</translation>
    </message>
    <message>
        <source>masks at most</source>
        <translation>máscaras como máximo</translation>
    </message>
    <message>
        <source>masks hide behind {unit}</source>
        <translation>las máscaras ocultan con {unit}</translation>
    </message>
    <message>
        <source>masks to compare with</source>
        <translation>máscaras de comparación</translation>
    </message>
    <message>
        <source>max</source>
        <translation>máx</translation>
    </message>
    <message>
        <source>mean of the raw maps of {count} moved pictures, put back in place at the input&apos;s resolution; places outside a moved picture do not count</source>
        <translation>media de los mapas sin procesar de {count} imágenes desplazadas, devueltos a su sitio a la resolución de la entrada; los lugares fuera de una imagen desplazada no cuentan</translation>
    </message>
    <message>
        <source>mean of {count} layers ({name}), each divided by its own largest magnitude, at the finest resolution</source>
        <translation>media de {count} capas ({name}), cada una dividida entre su mayor magnitud, a la resolución más fina</translation>
    </message>
    <message>
        <source>mean over background images x&apos; of (x - x&apos;) * mean of d(logit)/dx on the path from x&apos; to x</source>
        <translation>media sobre imágenes de fondo x&apos; de (x - x&apos;) * media de d(logit)/dx en la trayectoria de x&apos; a x</translation>
    </message>
    <message>
        <source>mean over moved pictures, put back in place</source>
        <translation>media sobre imágenes desplazadas, devueltas a su sitio</translation>
    </message>
    <message>
        <source>mean over noise of (d(logit)/dx)^2 at x + noise</source>
        <translation>media sobre el ruido de (d(logit)/dx)^2 en x + ruido</translation>
    </message>
    <message>
        <source>mean over noise of d(logit)/dx at x + noise</source>
        <translation>media sobre el ruido de d(logit)/dx en x + ruido</translation>
    </message>
    <message>
        <source>mean over random orders of score(before i, and i) - score(before i)</source>
        <translation>media sobre ordenaciones aleatorias de puntuación(antes de i, e i) - puntuación(antes de i)</translation>
    </message>
    <message>
        <source>mean over the windows that hold a pixel of f(x) - f(x, hidden)</source>
        <translation>media sobre las ventanas que contienen un píxel de f(x) - f(x, oculto)</translation>
    </message>
    <message>
        <source>mean scores</source>
        <translation>puntuaciones medias</translation>
    </message>
    <message>
        <source>mean {mean:.3f}</source>
        <translation>media {mean:.3f}</translation>
    </message>
    <message>
        <source>means</source>
        <translation>significa</translation>
    </message>
    <message>
        <source>measurable, but small</source>
        <translation>medible, pero pequeño</translation>
    </message>
    <message>
        <source>measuring how fast the model runs</source>
        <translation>midiendo la velocidad del modelo</translation>
    </message>
    <message>
        <source>measuring the way</source>
        <translation>midiendo el recorrido</translation>
    </message>
    <message>
        <source>mediastinum</source>
        <translation>mediastino</translation>
    </message>
    <message>
        <source>mid-grey</source>
        <translation>gris medio</translation>
    </message>
    <message>
        <source>midline to one border</source>
        <translation>línea media a un borde</translation>
    </message>
    <message>
        <source>midline to other border</source>
        <translation>línea media al otro borde</translation>
    </message>
    <message>
        <source>min</source>
        <translation>mín</translation>
    </message>
    <message>
        <source>minus the mean score of all masked pictures</source>
        <translation>menos la puntuación media de todas las imágenes enmascaradas</translation>
    </message>
    <message>
        <source>mm as the file states them, calibrated</source>
        <translation>mm según el archivo, calibrados</translation>
    </message>
    <message>
        <source>mm at the detector</source>
        <translation>mm en el detector</translation>
    </message>
    <message>
        <source>mm calibrated by hand</source>
        <translation>mm calibrados a mano</translation>
    </message>
    <message>
        <source>mm estimated in the patient</source>
        <translation>mm estimados en el paciente</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>model file, SHA-256</source>
        <translation>archivo del modelo, SHA-256</translation>
    </message>
    <message>
        <source>model {model}</source>
        <translation>modelo {model}</translation>
    </message>
    <message>
        <source>most in a bar: {count}</source>
        <translation>máximo por barra: {count}</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>desplazado</translation>
    </message>
    <message>
        <source>moved much</source>
        <translation>muy desplazado</translation>
    </message>
    <message>
        <source>named as in the files</source>
        <translation>nombrado como en los archivos</translation>
    </message>
    <message>
        <source>named structures</source>
        <translation>estructuras con nombre</translation>
    </message>
    <message>
        <source>named structures exactly for segmentation</source>
        <translation>estructuras con nombre exactamente en la segmentación</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>más próximo</translation>
    </message>
    <message>
        <source>network-zero</source>
        <translation>cero de la red</translation>
    </message>
    <message>
        <source>never negative: evidence against the class is left out by definition</source>
        <translation>nunca negativa: la evidencia en contra de la clase se omite por definición</translation>
    </message>
    <message>
        <source>new pixels that a segment must bring, of 224 x 224</source>
        <translation>píxeles nuevos que debe aportar un segmento, de 224 x 224</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>no ONNX model</source>
        <translation>no es un modelo ONNX</translation>
    </message>
    <message>
        <source>no activation function at all</source>
        <translation>ninguna función de activación</translation>
    </message>
    <message>
        <source>no administrator password was set yet</source>
        <translation>aún no se ha definido ninguna contraseña de administrador</translation>
    </message>
    <message>
        <source>no authority that is believed vouches for the caller</source>
        <translation>ninguna autoridad de confianza responde del equipo que llama</translation>
    </message>
    <message>
        <source>no authority that is believed vouches for {node}</source>
        <translation>ninguna autoridad de confianza responde de {node}</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>sin evidencia</translation>
    </message>
    <message>
        <source>no image was read</source>
        <translation>no se leyó ninguna imagen</translation>
    </message>
    <message>
        <source>no map with positive evidence: there is no region to file</source>
        <translation>ningún mapa con evidencia a favor: no hay ninguna región que archivar</translation>
    </message>
    <message>
        <source>no method has the id {wanted!r}</source>
        <translation>ningún método tiene el id {wanted!r}</translation>
    </message>
    <message>
        <source>no model has the id {wanted!r}</source>
        <translation>ningún modelo tiene el id {wanted!r}</translation>
    </message>
    <message>
        <source>no operating point</source>
        <translation>sin punto de operación</translation>
    </message>
    <message>
        <source>no override has the id {wanted!r}</source>
        <translation>ninguna variante tiene el id {wanted!r}</translation>
    </message>
    <message>
        <source>no positive evidence</source>
        <translation>sin evidencia a favor</translation>
    </message>
    <message>
        <source>no such bundle</source>
        <translation>no existe ese paquete</translation>
    </message>
    <message>
        <source>no unknown recipe entries ({unknown})</source>
        <translation>que no haya entradas desconocidas ({unknown})</translation>
    </message>
    <message>
        <source>node &apos;{node}&apos; folds the images of a batch between other axes</source>
        <translation>el nodo &apos;{node}&apos; mezcla las imágenes de un lote con otros ejes</translation>
    </message>
    <message>
        <source>nodes that doubling never exceeds</source>
        <translation>número de nodos que la duplicación nunca supera</translation>
    </message>
    <message>
        <source>noisy images at most</source>
        <translation>imágenes con ruido como máximo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>ninguno elegido</translation>
    </message>
    <message>
        <source>none of {count} files in {name!r} can be used: {named}</source>
        <translation>ninguno de los {count} archivos de {name!r} se puede usar: {named}</translation>
    </message>
    <message>
        <source>none written</source>
        <translation>sin redactar</translation>
    </message>
    <message>
        <source>none: a control, made without the model and without the class</source>
        <translation>ninguno: un control, hecho sin el modelo y sin la clase</translation>
    </message>
    <message>
        <source>none: all coalitions were scored, these are the Shapley values</source>
        <translation>ninguno: se puntuaron todas las coaliciones; estos son los valores de Shapley</translation>
    </message>
    <message>
        <source>none; an empty layer scores {empty:.6g}, and so does a place without effect</source>
        <translation>ninguna; una capa vacía puntúa {empty:.6g}, igual que un lugar sin efecto</translation>
    </message>
    <message>
        <source>none; done for display only, after resizing</source>
        <translation>ninguna; solo se hace para mostrar, después de cambiar el tamaño</translation>
    </message>
    <message>
        <source>none; pixels of the network input</source>
        <translation>ninguno; píxeles de la entrada de la red</translation>
    </message>
    <message>
        <source>none; superpixels at the resolution of the network input</source>
        <translation>ninguno; superpíxeles a la resolución de la entrada de la red</translation>
    </message>
    <message>
        <source>not a readable bundle: {error}</source>
        <translation>no es un paquete legible: {error}</translation>
    </message>
    <message>
        <source>not better than a centred spot on phantoms</source>
        <translation>no mejor que una mancha centrada en fantomas</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>sin comprobar</translation>
    </message>
    <message>
        <source>not converged: the standard error is {share:.1%} of the map&apos;s spread after {samples} samples</source>
        <translation>no converge: el error estándar es el {share:.1%} de la dispersión del mapa tras {samples} muestras</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>no definido</translation>
    </message>
    <message>
        <source>not every finding was answered</source>
        <translation>no se respondió a todos los hallazgos</translation>
    </message>
    <message>
        <source>not in file</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>not known to be calibrated</source>
        <translation>no consta que esté calibrado</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>sin medir</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviado</translation>
    </message>
    <message>
        <source>not sent: the connection was lost</source>
        <translation>no enviado: se perdió la conexión</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>not the active model</source>
        <translation>no es el modelo activo</translation>
    </message>
    <message>
        <source>not the first image of its file</source>
        <translation>no es la primera imagen de su archivo</translation>
    </message>
    <message>
        <source>nothing is known of the lives of {count} model(s) in the folder of models</source>
        <translation>no se sabe nada del historial de {count} modelo(s) de la carpeta de modelos</translation>
    </message>
    <message>
        <source>nothing that both maps saw</source>
        <translation>ninguna zona que vieran ambos mapas</translation>
    </message>
    <message>
        <source>nothing to count</source>
        <translation>nada que contar</translation>
    </message>
    <message>
        <source>nothing was computed</source>
        <translation>no se calculó nada</translation>
    </message>
    <message>
        <source>of all superpixels: score minus that of the baseline, {ends:.6g}</source>
        <translation>de todos los superpíxeles: puntuación menos la de la referencia, {ends:.6g}</translation>
    </message>
    <message>
        <source>of the whole superpixel, shown at each of its pixels; not divided by its area</source>
        <translation>del superpíxel completo, mostrado en cada uno de sus píxeles; no dividido entre su área</translation>
    </message>
    <message>
        <source>of which</source>
        <translation>de ellos</translation>
    </message>
    <message>
        <source>on the input</source>
        <translation>sobre la entrada</translation>
    </message>
    <message>
        <source>one JSON object</source>
        <translation>un objeto JSON</translation>
    </message>
    <message>
        <source>one calibration curve per class</source>
        <translation>una curva de calibración por clase</translation>
    </message>
    <message>
        <source>one forward per coalition, at most the samples</source>
        <translation>una pasada adelante por coalición, como máximo las muestras</translation>
    </message>
    <message>
        <source>one forward per picture, at most the evaluations</source>
        <translation>una pasada adelante por imagen, como máximo las evaluaciones</translation>
    </message>
    <message>
        <source>one forward per sample, at most</source>
        <translation>una pasada adelante por muestra, como máximo</translation>
    </message>
    <message>
        <source>one mean per channel</source>
        <translation>una media por canal</translation>
    </message>
    <message>
        <source>one of its inputs follows the image in steps, without a gradient</source>
        <translation>una de sus entradas sigue a la imagen por escalones, sin gradiente</translation>
    </message>
    <message>
        <source>one scale for all; methods have different units, weak ones look empty</source>
        <translation>una escala para todos; los métodos tienen unidades distintas, los débiles parecen vacíos</translation>
    </message>
    <message>
        <source>one scale for each method of each model</source>
        <translation>una escala para cada método de cada modelo</translation>
    </message>
    <message>
        <source>only the administrator can sign</source>
        <translation>solo el administrador puede firmar</translation>
    </message>
    <message>
        <source>only {counted}</source>
        <translation>solo {counted}</translation>
    </message>
    <message>
        <source>or a folder of images, or a .npy file</source>
        <translation>o una carpeta de imágenes, o un archivo .npy</translation>
    </message>
    <message>
        <source>or an image file</source>
        <translation>o un archivo de imagen</translation>
    </message>
    <message>
        <source>orders at most, each with its reverse</source>
        <translation>ordenaciones como máximo, cada una con su inversa</translation>
    </message>
    <message>
        <source>other</source>
        <translation>otro</translation>
    </message>
    <message>
        <source>over the map: score minus that of the baseline, {ends:.6g}</source>
        <translation>sobre el mapa: puntuación menos la de la referencia, {ends:.6g}</translation>
    </message>
    <message>
        <source>packages</source>
        <translation>paquetes</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>pares</translation>
    </message>
    <message>
        <source>pairs of random masks; a power of 2 is best</source>
        <translation>pares de máscaras aleatorias; lo mejor es una potencia de 2</translation>
    </message>
    <message>
        <source>passes model randomisation poorly: much of the map are edges of the image, which a network with random weights draws too (Adebayo et al. 2018, Nie et al. 2018)</source>
        <translation>supera mal la aleatorización del modelo: gran parte del mapa son bordes de la imagen, que también dibuja una red con pesos aleatorios (Adebayo et al. 2018, Nie et al. 2018)</translation>
    </message>
    <message>
        <source>patients</source>
        <translation>pacientes</translation>
    </message>
    <message>
        <source>peers cannot be asked for certificates without an authority to believe</source>
        <translation>no se pueden pedir certificados a otros equipos sin una autoridad en la que confiar</translation>
    </message>
    <message>
        <source>per pixel; boxes that were not divided are spread evenly over their pixels</source>
        <translation>por píxel; los recuadros que no se dividieron se reparten por igual entre sus píxeles</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>picture of absence that differences are taken from</source>
        <translation>imagen de ausencia respecto de la que se toman las diferencias</translation>
    </message>
    <message>
        <source>picture of absence that the path starts from</source>
        <translation>imagen de ausencia en la que empieza la trayectoria</translation>
    </message>
    <message>
        <source>picture shown inside the window</source>
        <translation>imagen mostrada dentro de la ventana</translation>
    </message>
    <message>
        <source>picture shown where a mask hides</source>
        <translation>imagen mostrada donde oculta una máscara</translation>
    </message>
    <message>
        <source>picture that the integrated gradients start from</source>
        <translation>imagen de la que parten los gradientes integrados</translation>
    </message>
    <message>
        <source>pictures are written as PNG or JPEG.</source>
        <translation>las imágenes se escriben como PNG o JPEG.</translation>
    </message>
    <message>
        <source>pictures scored at most</source>
        <translation>imágenes puntuadas como máximo</translation>
    </message>
    <message>
        <source>pictures scored, the whole one included</source>
        <translation>imágenes puntuadas, incluida la completa</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>píxeles</translation>
    </message>
    <message>
        <source>pixels in no chosen region show their own mean</source>
        <translation>los píxeles fuera de las regiones elegidas muestran su propia media</translation>
    </message>
    <message>
        <source>plausible areas in 0..1</source>
        <translation>áreas plausibles en 0..1</translation>
    </message>
    <message>
        <source>points on the path to begin with</source>
        <translation>puntos de la trayectoria al comenzar</translation>
    </message>
    <message>
        <source>points that doubling never exceeds</source>
        <translation>número de puntos que la duplicación nunca supera</translation>
    </message>
    <message>
        <source>poor local fit (R^2 {r_squared:.2f}): the weights do not describe the model</source>
        <translation>ajuste local deficiente (R^2 {r_squared:.2f}): los pesos no describen el modelo</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>preparando</translation>
    </message>
    <message>
        <source>preparing the guided way back</source>
        <translation>preparando el retorno guiado</translation>
    </message>
    <message>
        <source>preparing the way back</source>
        <translation>preparando el retorno</translation>
    </message>
    <message>
        <source>presentation states are for grey images only</source>
        <translation>los estados de presentación son solo para imágenes en grises</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>probabilidades</translation>
    </message>
    <message>
        <source>projection of A * d(logit)/d(A), centred over places, on its first principal component</source>
        <translation>proyección de A * d(logit)/d(A), centrada sobre los lugares, en su primera componente principal</translation>
    </message>
    <message>
        <source>projection of the activations, centred over places, on their first principal component</source>
        <translation>proyección de las activaciones, centradas sobre los lugares, en su primera componente principal</translation>
    </message>
    <message>
        <source>psi(x * d(logit)/dx) + sum over layers of psi(b * d(logit)/db), psi = magnitude, each layer to 0..1, stretched over the input</source>
        <translation>psi(x * d(logit)/dx) + suma sobre las capas de psi(b * d(logit)/db), psi = magnitud, cada capa a 0..1, estirada sobre la entrada</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>rank correlation {agreement:.3f} of weights from both halves of the samples</source>
        <translation>correlación de rangos {agreement:.3f} de los pesos de ambas mitades de las muestras</translation>
    </message>
    <message>
        <source>rank correlation {number}, overlap of the top {share:.0%} {overlap:.2f}</source>
        <translation>correlación de rangos {number}, solapamiento del {share:.0%} superior {overlap:.2f}</translation>
    </message>
    <message>
        <source>reader: {decision} {comment}</source>
        <translation>lector: {decision} {comment}</translation>
    </message>
    <message>
        <source>readers disagree</source>
        <translation>los lectores no coinciden</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lectura</translation>
    </message>
    <message>
        <source>reading {name} ({number} of {count})</source>
        <translation>leyendo {name} ({number} de {count})</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motivo</translation>
    </message>
    <message>
        <source>rectifiers by the variant&apos;s rule: {counted}</source>
        <translation>rectificadores según la regla de la variante: {counted}</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rojo</translation>
    </message>
    <message>
        <source>red for the class, blue against it</source>
        <translation>rojo a favor de la clase, azul en contra</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>refused by the input checks</source>
        <translation>rechazados por los controles de entrada</translation>
    </message>
    <message>
        <source>refused of those read</source>
        <translation>rechazados de los leídos</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>relative gap of the sum under which no more steps are taken</source>
        <translation>diferencia relativa de la suma por debajo de la cual no se dan más pasos</translation>
    </message>
    <message>
        <source>relative within this image, not a probability</source>
        <translation>relativa dentro de esta imagen, no es una probabilidad</translation>
    </message>
    <message>
        <source>removed (de-identified)</source>
        <translation>eliminado (desidentificado)</translation>
    </message>
    <message>
        <source>replaced by pseudonyms; letters burned into the pictures were not removed</source>
        <translation>sustituidos por seudónimos; no se quitaron los textos grabados en las imágenes</translation>
    </message>
    <message>
        <source>report</source>
        <translation>informe</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>informes</translation>
    </message>
    <message>
        <source>results are not filed as {kind!r}</source>
        <translation>los resultados no se archivan como {kind!r}</translation>
    </message>
    <message>
        <source>ridge weights w of score(z) ~ w0 + w.z, samples z weighted by sqrt(exp(-d(z)^2/width^2))</source>
        <translation>pesos ridge w de puntuación(z) ~ w0 + w.z, muestras z ponderadas por sqrt(exp(-d(z)^2/ancho^2))</translation>
    </message>
    <message>
        <source>right</source>
        <translation>derecha</translation>
    </message>
    <message>
        <source>rows refer to others that are gone</source>
        <translation>hay filas que remiten a otras que faltan</translation>
    </message>
    <message>
        <source>running back to the input</source>
        <translation>recorriendo de vuelta hasta la entrada</translation>
    </message>
    <message>
        <source>running forward and back</source>
        <translation>recorriendo hacia delante y de vuelta</translation>
    </message>
    <message>
        <source>running image and baseline side by side</source>
        <translation>ejecutando la imagen y la referencia en paralelo</translation>
    </message>
    <message>
        <source>running image and baselines</source>
        <translation>ejecutando la imagen y las referencias</translation>
    </message>
    <message>
        <source>running to {name} and back</source>
        <translation>recorriendo hasta {name} y de vuelta</translation>
    </message>
    <message>
        <source>sample {done} of at most {most}</source>
        <translation>muestra {done} de {most} como máximo</translation>
    </message>
    <message>
        <source>samples x (1 forward + 1 backward), fewer when converged</source>
        <translation>muestras x (1 pasada adelante + 1 atrás), menos si converge</translation>
    </message>
    <message>
        <source>saved as {file}</source>
        <translation>guardado como {file}</translation>
    </message>
    <message>
        <source>schema version {SCHEMA_VERSION}</source>
        <translation>la versión de esquema {SCHEMA_VERSION}</translation>
    </message>
    <message>
        <source>score</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>score of an empty layer, {empty:.6g}, is subtracted</source>
        <translation>se resta la puntuación de una capa vacía, {empty:.6g}</translation>
    </message>
    <message>
        <source>score that is subtracted: none, or that of a layer without any activation</source>
        <translation>puntuación que se resta: ninguna, o la de una capa sin ninguna activación</translation>
    </message>
    <message>
        <source>scored</source>
        <translation>puntuados</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>scoring both ends</source>
        <translation>puntuando ambos extremos</translation>
    </message>
    <message>
        <source>scoring coalitions of superpixels</source>
        <translation>puntuando coaliciones de superpíxeles</translation>
    </message>
    <message>
        <source>scoring picture and baseline</source>
        <translation>puntuando la imagen y la referencia</translation>
    </message>
    <message>
        <source>scoring pictures</source>
        <translation>puntuando imágenes</translation>
    </message>
    <message>
        <source>scoring the image</source>
        <translation>puntuando la imagen</translation>
    </message>
    <message>
        <source>scoring {samples} pictures of {players} superpixels</source>
        <translation>puntuando {samples} imágenes de {players} superpíxeles</translation>
    </message>
    <message>
        <source>scrambled Sobol sequence, Jansen&apos;s estimator of total-order indices</source>
        <translation>secuencia de Sobol aleatorizada, estimador de Jansen de los índices de orden total</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>semilla {seed}</translation>
    </message>
    <message>
        <source>segments at {done} of {count} scales</source>
        <translation>segmentos en {done} de {count} escalas</translation>
    </message>
    <message>
        <source>self-normalised: sum of f M over sum of M; {mean}</source>
        <translation>autonormalizada: suma de f M entre suma de M; {mean}</translation>
    </message>
    <message>
        <source>sensitivity {sensitivity:.0%}, specificity {specificity:.0%} ({where})</source>
        <translation>sensibilidad {sensitivity:.0%}, especificidad {specificity:.0%} ({where})</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>sexo</translation>
    </message>
    <message>
        <source>share of the picture after which to stop</source>
        <translation>fracción de la imagen tras la cual detenerse</translation>
    </message>
    <message>
        <source>share of the pixels with the flattest slopes that move first</source>
        <translation>fracción de los píxeles con las pendientes más suaves que se mueven primero</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>nítido</translation>
    </message>
    <message>
        <source>shifts</source>
        <translation>desplazamientos</translation>
    </message>
    <message>
        <source>shifts+rotations</source>
        <translation>desplazamientos+rotaciones</translation>
    </message>
    <message>
        <source>side of the hidden square; 0: a seventh of the longer side</source>
        <translation>lado del cuadrado oculto; 0: un séptimo del lado más largo</translation>
    </message>
    <message>
        <source>sides up to this are not divided</source>
        <translation>los lados de hasta este tamaño no se dividen</translation>
    </message>
    <message>
        <source>signature.json cannot be used: {error}</source>
        <translation>no se puede usar signature.json: {error}</translation>
    </message>
    <message>
        <source>signature.json is malformed</source>
        <translation>signature.json está mal formado</translation>
    </message>
    <message>
        <source>signature.json is of an unknown kind</source>
        <translation>signature.json es de un tipo desconocido</translation>
    </message>
    <message>
        <source>signed sum, so that the map adds up</source>
        <translation>suma con signo, para que el mapa sume el total</translation>
    </message>
    <message>
        <source>signed sum: the gradient by the grey value that all channels repeat</source>
        <translation>suma con signo: el gradiente respecto del valor de gris que repiten todos los canales</translation>
    </message>
    <message>
        <source>signed; positive places add to the score of an empty layer</source>
        <translation>con signo; los lugares positivos suman a la puntuación de una capa vacía</translation>
    </message>
    <message>
        <source>signed; positive values speak for the class</source>
        <translation>con signo; los valores positivos hablan a favor de la clase</translation>
    </message>
    <message>
        <source>signed; positive values speak for the class, clipping is left to the display</source>
        <translation>con signo; los valores positivos hablan a favor de la clase, el recorte se deja a la visualización</translation>
    </message>
    <message>
        <source>signed; positive values speak for the class, the paper&apos;s ReLU is applied on display</source>
        <translation>con signo; los valores positivos hablan a favor de la clase, la ReLU del artículo se aplica al mostrar</translation>
    </message>
    <message>
        <source>signed; positive values: a brighter pixel raises the score</source>
        <translation>con signo; valores positivos: un píxel más claro aumenta la puntuación</translation>
    </message>
    <message>
        <source>signed; positive weights speak for the class</source>
        <translation>con signo; los pesos positivos hablan a favor de la clase</translation>
    </message>
    <message>
        <source>signed; the score that a place alone gives</source>
        <translation>con signo; la puntuación que da un lugar por sí solo</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>suave</translation>
    </message>
    <message>
        <source>soft windows fade towards their edges: a sharp edge can be a finding of its own</source>
        <translation>las ventanas suaves se desvanecen hacia los bordes: un borde nítido puede ser un hallazgo por sí mismo</translation>
    </message>
    <message>
        <source>softmax over the feature maps of the logits of masked pictures</source>
        <translation>softmax sobre los mapas de características de los logits de las imágenes enmascaradas</translation>
    </message>
    <message>
        <source>something went wrong: {reason}</source>
        <translation>algo falló: {reason}</translation>
    </message>
    <message>
        <source>source</source>
        <translation>origen</translation>
    </message>
    <message>
        <source>speaks against it</source>
        <translation>en contra</translation>
    </message>
    <message>
        <source>speaks for the map</source>
        <translation>a favor del mapa</translation>
    </message>
    <message>
        <source>squared per channel, then summed</source>
        <translation>al cuadrado por canal, después sumados</translation>
    </message>
    <message>
        <source>squareness of the superpixels, against likeness of greys</source>
        <translation>regularidad de los superpíxeles frente a semejanza de grises</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>fase</translation>
    </message>
    <message>
        <source>standard deviation of the noise, share of the image&apos;s range</source>
        <translation>desviación estándar del ruido, fracción del rango de la imagen</translation>
    </message>
    <message>
        <source>standard error per superpixel: mean {mean:.3g}, largest {max:.3g}, from {value} orders in {count} reversed pairs</source>
        <translation>error estándar por superpíxel: medio {mean:.3g}, máximo {max:.3g}, a partir de {value} ordenaciones en {count} pares invertidos</translation>
    </message>
    <message>
        <source>standard error, share of the map&apos;s spread, at which no more are taken</source>
        <translation>error estándar, como fracción de la dispersión del mapa, con el que no se toman más</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>estable</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>paso {step} de {steps}</translation>
    </message>
    <message>
        <source>steps of the path</source>
        <translation>pasos de la trayectoria</translation>
    </message>
    <message>
        <source>steps x (1 forward + 1 backward), one after the other, + 1 of each</source>
        <translation>pasos x (1 pasada adelante + 1 atrás), uno tras otro, + 1 de cada</translation>
    </message>
    <message>
        <source>steps x (1 forward + 1 backward), steps doubled until the map adds up</source>
        <translation>pasos x (1 pasada adelante + 1 atrás), los pasos se duplican hasta que el mapa suma el total</translation>
    </message>
    <message>
        <source>stop when the error is this share of the map&apos;s spread; 0 never</source>
        <translation>se detiene cuando el error es esta fracción de la dispersión del mapa; 0 nunca</translation>
    </message>
    <message>
        <source>stops when the error between halves is below this share of the largest value; 0 never</source>
        <translation>se detiene cuando el error entre mitades es inferior a esta fracción del valor máximo; 0 nunca</translation>
    </message>
    <message>
        <source>stops when the largest standard error is below this share of the largest value; 0 never</source>
        <translation>se detiene cuando el mayor error estándar es inferior a esta fracción del valor máximo; 0 nunca</translation>
    </message>
    <message>
        <source>stops when the rank correlation of weights from both halves reaches this; 0 never</source>
        <translation>se detiene cuando la correlación de rangos de los pesos de ambas mitades alcanza este valor; 0 nunca</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>almacenado</translation>
    </message>
    <message>
        <source>stored with a warning</source>
        <translation>almacenado con una advertencia</translation>
    </message>
    <message>
        <source>stored; the peer changed some values</source>
        <translation>almacenado; el otro equipo cambió algunos valores</translation>
    </message>
    <message>
        <source>stored; the peer finds that the data set does not fit its kind</source>
        <translation>almacenado; según el otro equipo, los datos no corresponden a su clase</translation>
    </message>
    <message>
        <source>stored; the peer left some elements out</source>
        <translation>almacenado; el otro equipo omitió algunos elementos</translation>
    </message>
    <message>
        <source>straight-through through {quantisers} QuantizeLinear nodes</source>
        <translation>paso directo (straight-through) a través de {quantisers} nodos QuantizeLinear</translation>
    </message>
    <message>
        <source>strength of the ridge regression</source>
        <translation>intensidad de la regresión ridge</translation>
    </message>
    <message>
        <source>stretched over the input, every cell on the centre of its receptive field</source>
        <translation>estirado sobre la entrada, cada celda en el centro de su campo receptivo</translation>
    </message>
    <message>
        <source>stretched over the input; the centres of the cells&apos; receptive fields lie up to {distance:.1f} input pixels ({share:.0f} % of its width) from there</source>
        <translation>estirado sobre la entrada; los centros de los campos receptivos de las celdas están hasta a {distance:.1f} píxeles de la entrada ({share:.0f} % de su ancho) de ese lugar</translation>
    </message>
    <message>
        <source>stretched over the input; where its cells look cannot be told from the graph</source>
        <translation>estirado sobre la entrada; el grafo no permite saber dónde miran sus celdas</translation>
    </message>
    <message>
        <source>strongest blur, its sigma as a share of the longer side</source>
        <translation>desenfoque máximo, su sigma como fracción del lado más largo</translation>
    </message>
    <message>
        <source>subtract the mean score of all masked pictures</source>
        <translation>restar la puntuación media de todas las imágenes enmascaradas</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>suma</translation>
    </message>
    <message>
        <source>sum_k A_k * d(logit)/d(A_k), element by element</source>
        <translation>sum_k A_k * d(logit)/d(A_k), elemento a elemento</translation>
    </message>
    <message>
        <source>sum_k max(A_k * d(logit)/d(A_k), 0), element by element</source>
        <translation>sum_k max(A_k * d(logit)/d(A_k), 0), elemento a elemento</translation>
    </message>
    <message>
        <source>sum_k max(d(logit)/d(A_k), 0) * A_k, element by element</source>
        <translation>sum_k max(d(logit)/d(A_k), 0) * A_k, elemento a elemento</translation>
    </message>
    <message>
        <source>sum_k softmax_k(s) A_k, s_k = logit of x * M_k, M_k = A_k stretched over x, in 0..1</source>
        <translation>sum_k softmax_k(s) A_k, s_k = logit de x * M_k, M_k = A_k estirado sobre x, en 0..1</translation>
    </message>
    <message>
        <source>sum_k w_k A_k, w_k = (y - y with A_k = 0) / |y|, y = logit</source>
        <translation>sum_k w_k A_k, w_k = (y - y con A_k = 0) / |y|, y = logit</translation>
    </message>
    <message>
        <source>sum_k w_k A_k, w_k = mean over positions of d(logit)/d(A_k)</source>
        <translation>sum_k w_k A_k, w_k = media sobre las posiciones de d(logit)/d(A_k)</translation>
    </message>
    <message>
        <source>sum_k w_k A_k, w_k = sum of alpha * max(g, 0), alpha = g^2 / (2 g^2 + g^3 sum(A_k)), g = d(logit)/d(A_k)</source>
        <translation>sum_k w_k A_k, w_k = suma de alpha * max(g, 0), alpha = g^2 / (2 g^2 + g^3 sum(A_k)), g = d(logit)/d(A_k)</translation>
    </message>
    <message>
        <source>sum_k w_k A_k, w_k = sum(A_k * d(logit)/d(A_k)) / sum(A_k)</source>
        <translation>sum_k w_k A_k, w_k = sum(A_k * d(logit)/d(A_k)) / sum(A_k)</translation>
    </message>
    <message>
        <source>superpixels, samples and scores by WhyRay, local fit by the package lime</source>
        <translation>superpíxeles, muestras y puntuaciones de WhyRay, ajuste local del paquete lime</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>tablas</translation>
    </message>
    <message>
        <source>taken over from an earlier version</source>
        <translation>tomado de una versión anterior</translation>
    </message>
    <message>
        <source>taken over from the settings</source>
        <translation>tomado de la configuración</translation>
    </message>
    <message>
        <source>takes input of shape {shape}; WhyRay needs a batch of pictures (4 axes)</source>
        <translation>recibe una entrada de forma {shape}; WhyRay necesita un lote de imágenes (4 ejes)</translation>
    </message>
    <message>
        <source>that of its correlation with the sum over channels of activation x gradient; the map has mean 0, so 0 is the average place and not the absence of evidence</source>
        <translation>el de su correlación con la suma sobre los canales de activación x gradiente; el mapa tiene media 0, así que 0 es el lugar medio y no la ausencia de evidencia</translation>
    </message>
    <message>
        <source>that of its correlation with the summed activations; the map has mean 0, and negative values are places that the layer answers less</source>
        <translation>el de su correlación con las activaciones sumadas; el mapa tiene media 0, y los valores negativos son lugares a los que la capa responde menos</translation>
    </message>
    <message>
        <source>the activations of {count} baselines at this layer need {needed:.1f} GB of memory</source>
        <translation>las activaciones de {count} referencias en esta capa necesitan {needed:.1f} GB de memoria</translation>
    </message>
    <message>
        <source>the active model {id} cannot be used and was taken out of use: {why}</source>
        <translation>el modelo activo {id} no se puede usar y se puso fuera de uso: {why}</translation>
    </message>
    <message>
        <source>the active model {id} is not here any more</source>
        <translation>el modelo activo {id} ya no está aquí</translation>
    </message>
    <message>
        <source>the administrator password is wrong</source>
        <translation>la contraseña de administrador no es correcta</translation>
    </message>
    <message>
        <source>the administrator&apos;s file cannot be read: {why}</source>
        <translation>no se puede leer el archivo del administrador: {why}</translation>
    </message>
    <message>
        <source>the administrator&apos;s file was damaged or altered</source>
        <translation>el archivo del administrador está dañado o se modificó</translation>
    </message>
    <message>
        <source>the administrator&apos;s folder cannot be used: {why}</source>
        <translation>no se puede usar la carpeta del administrador: {why}</translation>
    </message>
    <message>
        <source>the batch in this folder was asked for something else: {names}</source>
        <translation>al lote de esta carpeta se le pidió otra cosa: {names}</translation>
    </message>
    <message>
        <source>the batch was begun by another version of WhyRay</source>
        <translation>el lote lo empezó otra versión de WhyRay</translation>
    </message>
    <message>
        <source>the bundle could not be written: {strerror}</source>
        <translation>no se pudo escribir el paquete: {strerror}</translation>
    </message>
    <message>
        <source>the caller does not believe our certificate</source>
        <translation>el equipo que llama no confía en nuestro certificado</translation>
    </message>
    <message>
        <source>the caller does not speak TLS</source>
        <translation>el equipo que llama no usa TLS</translation>
    </message>
    <message>
        <source>the caller shows no certificate</source>
        <translation>el equipo que llama no presenta certificado</translation>
    </message>
    <message>
        <source>the caller speaks an outdated TLS</source>
        <translation>el equipo que llama usa un TLS obsoleto</translation>
    </message>
    <message>
        <source>the caller&apos;s certificate has expired</source>
        <translation>el certificado del equipo que llama ha caducado</translation>
    </message>
    <message>
        <source>the certificate of {node} has expired</source>
        <translation>el certificado de {node} ha caducado</translation>
    </message>
    <message>
        <source>the certificate of {node} is not believed: {reason}</source>
        <translation>no se confía en el certificado de {node}: {reason}</translation>
    </message>
    <message>
        <source>the certificate of {node} is not valid yet</source>
        <translation>el certificado de {node} aún no es válido</translation>
    </message>
    <message>
        <source>the certificate of {node} names another host</source>
        <translation>el certificado de {node} nombra otro equipo</translation>
    </message>
    <message>
        <source>the comparison cannot be saved: {reason}</source>
        <translation>no se puede guardar la comparación: {reason}</translation>
    </message>
    <message>
        <source>the comparison cannot be written: {error}</source>
        <translation>no se puede escribir la comparación: {error}</translation>
    </message>
    <message>
        <source>the comparison ended early (status {status})</source>
        <translation>la comparación terminó antes de tiempo (estado {status})</translation>
    </message>
    <message>
        <source>the comparison left no result</source>
        <translation>la comparación no dejó ningún resultado</translation>
    </message>
    <message>
        <source>the connection was lost before the peer answered</source>
        <translation>se perdió la conexión antes de la respuesta</translation>
    </message>
    <message>
        <source>the decisions about this image cannot be read: {why}</source>
        <translation>no se pueden leer las decisiones sobre esta imagen: {why}</translation>
    </message>
    <message>
        <source>the decisions cannot be deleted: {why}</source>
        <translation>no se pueden eliminar las decisiones: {why}</translation>
    </message>
    <message>
        <source>the digest of the file is not known</source>
        <translation>se desconoce la huella del archivo</translation>
    </message>
    <message>
        <source>the entry of its weight &apos;{name}&apos; contradicts itself</source>
        <translation>la entrada de su peso &apos;{name}&apos; se contradice</translation>
    </message>
    <message>
        <source>the evidence cannot be written: {reason}</source>
        <translation>no se puede escribir la documentación justificativa: {reason}</translation>
    </message>
    <message>
        <source>the feature maps of all layers need {size:.1f} GB</source>
        <translation>los mapas de características de todas las capas necesitan {size:.1f} GB</translation>
    </message>
    <message>
        <source>the figures of localisation cannot be read: %s</source>
        <translation>no se pueden leer las cifras de localización: %s</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>no se puede leer el archivo</translation>
    </message>
    <message>
        <source>the file has changed since it was read: its results may not fit it any more</source>
        <translation>el archivo cambió desde que se leyó: sus resultados quizá ya no le correspondan</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>el archivo ya no está</translation>
    </message>
    <message>
        <source>the file lies in an archive</source>
        <translation>el archivo está dentro de un archivo comprimido</translation>
    </message>
    <message>
        <source>the file was changed</source>
        <translation>el archivo se modificó</translation>
    </message>
    <message>
        <source>the files of {id} are gone or were altered</source>
        <translation>los archivos de {id} faltan o se modificaron</translation>
    </message>
    <message>
        <source>the folder cannot be made: {reason}</source>
        <translation>no se puede crear la carpeta: {reason}</translation>
    </message>
    <message>
        <source>the folder cannot be made: {strerror}</source>
        <translation>no se puede crear la carpeta: {strerror}</translation>
    </message>
    <message>
        <source>the folder cannot be made: {why}</source>
        <translation>no se puede crear la carpeta: {why}</translation>
    </message>
    <message>
        <source>the folder cannot be read: {reason}</source>
        <translation>no se puede leer la carpeta: {reason}</translation>
    </message>
    <message>
        <source>the folder holds no folders that could be classes</source>
        <translation>la carpeta no contiene carpetas que puedan ser clases</translation>
    </message>
    <message>
        <source>the folder holds something else under the name of a batch&apos;s journal</source>
        <translation>la carpeta contiene otra cosa con el nombre del registro de un lote</translation>
    </message>
    <message>
        <source>the folder holds the results of a batch already</source>
        <translation>la carpeta ya contiene los resultados de un lote</translation>
    </message>
    <message>
        <source>the folder is empty</source>
        <translation>la carpeta está vacía</translation>
    </message>
    <message>
        <source>the font cannot be used</source>
        <translation>no se puede usar la fuente</translation>
    </message>
    <message>
        <source>the gradient by its variance is not offered</source>
        <translation>no se ofrece el gradiente respecto de su varianza</translation>
    </message>
    <message>
        <source>the graph contradicts a free batch size: {error}</source>
        <translation>el grafo contradice un tamaño de lote libre: {error}</translation>
    </message>
    <message>
        <source>the graph does not tell everything that WhyRay must know</source>
        <translation>el grafo no indica todo lo que WhyRay debe saber</translation>
    </message>
    <message>
        <source>the graph ends in {activation}, the manifest says {expected}</source>
        <translation>el grafo termina en {activation}, el manifiesto dice {expected}</translation>
    </message>
    <message>
        <source>the image size is not fixed in the model</source>
        <translation>el tamaño de imagen no está fijado en el modelo</translation>
    </message>
    <message>
        <source>the input must be float32 {expected}. Received: {dtype} {shape}</source>
        <translation>la entrada debe ser float32 {expected}. Recibido: {dtype} {shape}</translation>
    </message>
    <message>
        <source>the key for pseudonyms cannot be kept: {reason}</source>
        <translation>no se puede guardar la clave de los seudónimos: {reason}</translation>
    </message>
    <message>
        <source>the key for pseudonyms is damaged</source>
        <translation>la clave de los seudónimos está dañada</translation>
    </message>
    <message>
        <source>the layer cannot be written: {error}</source>
        <translation>no se puede escribir la capa: {error}</translation>
    </message>
    <message>
        <source>the layer {name}</source>
        <translation>la capa {name}</translation>
    </message>
    <message>
        <source>the layer {name} is NaN or infinite for this image</source>
        <translation>la capa {name} es NaN o infinita para esta imagen</translation>
    </message>
    <message>
        <source>the library cannot be used: {why}</source>
        <translation>no se puede usar la biblioteca: {why}</translation>
    </message>
    <message>
        <source>the library cannot grow: the disk is full</source>
        <translation>la biblioteca no puede crecer: el disco está lleno</translation>
    </message>
    <message>
        <source>the library could not be used ({why}) and was set aside</source>
        <translation>la biblioteca no se pudo usar ({why}) y se apartó</translation>
    </message>
    <message>
        <source>the library is damaged</source>
        <translation>la biblioteca está dañada</translation>
    </message>
    <message>
        <source>the library is in use by another program</source>
        <translation>la biblioteca está en uso por otro programa</translation>
    </message>
    <message>
        <source>the library was set aside; which model is active was read from its audit</source>
        <translation>la biblioteca se apartó; qué modelo está activo se leyó de su registro de auditoría</translation>
    </message>
    <message>
        <source>the list cannot be written: {reason}</source>
        <translation>no se puede escribir la lista: {reason}</translation>
    </message>
    <message>
        <source>the list of axes</source>
        <translation>la lista de ejes</translation>
    </message>
    <message>
        <source>the logo cannot be read: {why}</source>
        <translation>no se puede leer el logotipo: {why}</translation>
    </message>
    <message>
        <source>the logo is no picture that can be printed</source>
        <translation>el logotipo no es una imagen que se pueda imprimir</translation>
    </message>
    <message>
        <source>the manifest lists {files} instead of {described}</source>
        <translation>el manifiesto enumera {files} en lugar de {described}</translation>
    </message>
    <message>
        <source>the manifest needs {what}. Received: {received}</source>
        <translation>el manifiesto necesita {what}. Recibido: {received}</translation>
    </message>
    <message>
        <source>the map&apos;s sum misses the change of the score by {gap:.1%}, more than the tolerance</source>
        <translation>la suma del mapa difiere del cambio de la puntuación en {gap:.1%}, más que la tolerancia</translation>
    </message>
    <message>
        <source>the map&apos;s sum misses the change of the score by {gap:.1%}: numbers are too close to tell</source>
        <translation>la suma del mapa difiere del cambio de la puntuación en {gap:.1%}: los números están demasiado próximos para saberlo</translation>
    </message>
    <message>
        <source>the map&apos;s sum misses the change of the score by {gap:.1%}; take more steps</source>
        <translation>la suma del mapa difiere del cambio de la puntuación en {gap:.1%}; use más pasos</translation>
    </message>
    <message>
        <source>the marks cannot be deleted: {why}</source>
        <translation>no se pueden eliminar las marcas: {why}</translation>
    </message>
    <message>
        <source>the marks on this image cannot be read: {why}</source>
        <translation>no se pueden leer las marcas de esta imagen: {why}</translation>
    </message>
    <message>
        <source>the mask could not be encoded as PNG</source>
        <translation>no se pudo codificar la máscara como PNG</translation>
    </message>
    <message>
        <source>the model answers the same image differently every time</source>
        <translation>el modelo responde cada vez de forma distinta a la misma imagen</translation>
    </message>
    <message>
        <source>the model could not be deleted: {strerror}</source>
        <translation>no se pudo eliminar el modelo: {strerror}</translation>
    </message>
    <message>
        <source>the model could not be run: {first_line}</source>
        <translation>no se pudo ejecutar el modelo: {first_line}</translation>
    </message>
    <message>
        <source>the model crashed when it was tried</source>
        <translation>el modelo falló al probarlo</translation>
    </message>
    <message>
        <source>the model gives no masks</source>
        <translation>el modelo no da máscaras</translation>
    </message>
    <message>
        <source>the model needed more than {memory} MB when it was tried</source>
        <translation>el modelo necesitó más de {memory} MB al probarlo</translation>
    </message>
    <message>
        <source>the model returned NaN or infinity, so there are no masks</source>
        <translation>el modelo devolvió NaN o infinito, por lo que no hay máscaras</translation>
    </message>
    <message>
        <source>the model returned NaN or infinity, so there is no score</source>
        <translation>el modelo devolvió NaN o infinito, por lo que no hay puntuación</translation>
    </message>
    <message>
        <source>the model returned {shape} for {count} structures</source>
        <translation>el modelo devolvió {shape} para {count} estructuras</translation>
    </message>
    <message>
        <source>the model returned {shape} numbers for {width} classes</source>
        <translation>el modelo devolvió {shape} números para {width} clases</translation>
    </message>
    <message>
        <source>the model {id} misses its stored self-test output by {error:.2g}</source>
        <translation>el modelo {id} se desvía de su salida de autoprueba guardada en {error:.2g}</translation>
    </message>
    <message>
        <source>the model&apos;s class for none of its findings</source>
        <translation>clase del modelo para ninguno de sus hallazgos</translation>
    </message>
    <message>
        <source>the name of the file cannot stand in a table</source>
        <translation>el nombre del archivo no puede figurar en una tabla</translation>
    </message>
    <message>
        <source>the network brings its own training along</source>
        <translation>la red trae consigo su propio entrenamiento</translation>
    </message>
    <message>
        <source>the network has {count} nodes</source>
        <translation>la red tiene {count} nodos</translation>
    </message>
    <message>
        <source>the network holds operators that are not allowed: {names}</source>
        <translation>la red contiene operadores no permitidos: {names}</translation>
    </message>
    <message>
        <source>the network input holds NaN or infinity</source>
        <translation>la entrada de la red contiene NaN o infinito</translation>
    </message>
    <message>
        <source>the network stores weights sparsely</source>
        <translation>la red almacena pesos de forma dispersa</translation>
    </message>
    <message>
        <source>the network&apos;s branches are nested too deeply</source>
        <translation>las ramas de la red están anidadas a demasiada profundidad</translation>
    </message>
    <message>
        <source>the network&apos;s input</source>
        <translation>la entrada de la red</translation>
    </message>
    <message>
        <source>the output &apos;{name}&apos; keeps the fixed shape {out}</source>
        <translation>la salida &apos;{name}&apos; mantiene la forma fija {out}</translation>
    </message>
    <message>
        <source>the password may have at most {count} characters</source>
        <translation>la contraseña puede tener como máximo {count} caracteres</translation>
    </message>
    <message>
        <source>the password needs at least {count} characters</source>
        <translation>la contraseña necesita al menos {count} caracteres</translation>
    </message>
    <message>
        <source>the peer does not allow it</source>
        <translation>el otro equipo no lo permite</translation>
    </message>
    <message>
        <source>the peer does not know the operation</source>
        <translation>el otro equipo no conoce la operación</translation>
    </message>
    <message>
        <source>the peer does not take this kind of object</source>
        <translation>el otro equipo no acepta esta clase de objeto</translation>
    </message>
    <message>
        <source>the peer does not understand the data set</source>
        <translation>el otro equipo no entiende los datos</translation>
    </message>
    <message>
        <source>the peer failed while processing</source>
        <translation>el otro equipo falló al procesarlo</translation>
    </message>
    <message>
        <source>the peer finds that the data set does not fit its kind</source>
        <translation>según el otro equipo, los datos no corresponden a su clase</translation>
    </message>
    <message>
        <source>the peer finds the instance&apos;s UID invalid</source>
        <translation>según el otro equipo, el UID de la instancia no es válido</translation>
    </message>
    <message>
        <source>the peer finds the message malformed</source>
        <translation>según el otro equipo, el mensaje está mal formado</translation>
    </message>
    <message>
        <source>the peer got the same message twice</source>
        <translation>el otro equipo recibió dos veces el mismo mensaje</translation>
    </message>
    <message>
        <source>the peer holds this instance already</source>
        <translation>el otro equipo ya tiene esta instancia</translation>
    </message>
    <message>
        <source>the peer is out of resources</source>
        <translation>al otro equipo le faltan recursos</translation>
    </message>
    <message>
        <source>the peer knows no such instance</source>
        <translation>el otro equipo no conoce esa instancia</translation>
    </message>
    <message>
        <source>the peer refused</source>
        <translation>el otro equipo lo rechazó</translation>
    </message>
    <message>
        <source>the picture itself, blurred with sigma {sigma:.3g} px, edges mirrored</source>
        <translation>la propia imagen, desenfocada con sigma {sigma:.3g} px, bordes reflejados</translation>
    </message>
    <message>
        <source>the picture&apos;s edges</source>
        <translation>los bordes de la imagen</translation>
    </message>
    <message>
        <source>the plan of a retraining is damaged: {reason}</source>
        <translation>el plan de un reentrenamiento está dañado: {reason}</translation>
    </message>
    <message>
        <source>the printer cannot be reached.</source>
        <translation>no se puede acceder a la impresora.</translation>
    </message>
    <message>
        <source>the private key is protected by a password</source>
        <translation>la clave privada está protegida con contraseña</translation>
    </message>
    <message>
        <source>the rank of &apos;{tensor}&apos; is unknown</source>
        <translation>se desconoce el rango de &apos;{tensor}&apos;</translation>
    </message>
    <message>
        <source>the recalibration ended early (status {status})</source>
        <translation>la recalibración terminó antes de tiempo (estado {status})</translation>
    </message>
    <message>
        <source>the recipe cannot be used: {error}</source>
        <translation>no se puede usar la receta: {error}</translation>
    </message>
    <message>
        <source>the recipe needs {what}. Received: {received}</source>
        <translation>la receta necesita {what}. Recibido: {received}</translation>
    </message>
    <message>
        <source>the report could not be drawn.</source>
        <translation>no se pudo dibujar el informe.</translation>
    </message>
    <message>
        <source>the results cannot go where the images are</source>
        <translation>los resultados no pueden estar donde están las imágenes</translation>
    </message>
    <message>
        <source>the same map for every class: it shows what the layer sees, not why</source>
        <translation>el mismo mapa para todas las clases: muestra qué ve la capa, no por qué</translation>
    </message>
    <message>
        <source>the same map, shuffled</source>
        <translation>el mismo mapa, permutado</translation>
    </message>
    <message>
        <source>the same scale on every image, not a probability</source>
        <translation>la misma escala en todas las imágenes, no es una probabilidad</translation>
    </message>
    <message>
        <source>the score is 0, so weights are drops of the score, not shares of it</source>
        <translation>la puntuación es 0, por lo que los pesos son descensos de la puntuación, no fracciones de ella</translation>
    </message>
    <message>
        <source>the score or a bias&apos;s share of it is NaN or infinite, so there is no explanation</source>
        <translation>la puntuación o la contribución de un sesgo a ella es NaN o infinita, por lo que no hay explicación</translation>
    </message>
    <message>
        <source>the shape of a tensor before it is needed behind it and is not known.</source>
        <translation>la forma de un tensor anterior a él hace falta después y se desconoce.</translation>
    </message>
    <message>
        <source>the signature does not fit the manifest: one of the two was altered</source>
        <translation>la firma no corresponde al manifiesto: uno de los dos se modificó</translation>
    </message>
    <message>
        <source>the site&apos;s signing key does not open: its file was altered</source>
        <translation>la clave de firma del centro no se abre: su archivo se modificó</translation>
    </message>
    <message>
        <source>the table cannot be read: {reason}</source>
        <translation>no se puede leer la tabla: {reason}</translation>
    </message>
    <message>
        <source>the table does not say which image has which class</source>
        <translation>la tabla no indica qué clase tiene cada imagen</translation>
    </message>
    <message>
        <source>the table has no rows</source>
        <translation>la tabla no tiene filas</translation>
    </message>
    <message>
        <source>the training side is not installed here, and it measures the models</source>
        <translation>la parte de entrenamiento, que es la que mide los modelos, no está instalada aquí</translation>
    </message>
    <message>
        <source>the trial of the model took longer than {seconds:g} s and was stopped</source>
        <translation>la prueba del modelo duró más de {seconds:g} s y se detuvo</translation>
    </message>
    <message>
        <source>the weights beside this model are larger than one ONNX file can hold (2 GB)</source>
        <translation>los pesos junto a este modelo son mayores de lo que cabe en un archivo ONNX (2 GB)</translation>
    </message>
    <message>
        <source>the {name} does not hold network inputs of this model</source>
        <translation>la opción &apos;{name}&apos; no contiene entradas de red de este modelo</translation>
    </message>
    <message>
        <source>the {name} holds {count} network inputs; one is needed</source>
        <translation>la opción &apos;{name}&apos; contiene {count} entradas de red; se necesita una</translation>
    </message>
    <message>
        <source>the {name} {name_2!r} cannot be read: {reason}</source>
        <translation>no se puede leer {name_2!r} (opción &apos;{name}&apos;): {reason}</translation>
    </message>
    <message>
        <source>the {what} at {tensor} is NaN or infinite, so there is no explanation</source>
        <translation>el valor &apos;{what}&apos; en {tensor} es NaN o infinito, por lo que no hay explicación</translation>
    </message>
    <message>
        <source>there is an active model already</source>
        <translation>ya hay un modelo activo</translation>
    </message>
    <message>
        <source>there is an administrator password already</source>
        <translation>ya hay una contraseña de administrador</translation>
    </message>
    <message>
        <source>there is no colour map {name!r}</source>
        <translation>no existe el mapa de colores {name!r}</translation>
    </message>
    <message>
        <source>there is no earlier active model to go back to</source>
        <translation>no hay ningún modelo activo anterior al que volver</translation>
    </message>
    <message>
        <source>there is no map to file</source>
        <translation>no hay ningún mapa que archivar</translation>
    </message>
    <message>
        <source>there is no map to file as a picture</source>
        <translation>no hay ningún mapa que archivar como imagen</translation>
    </message>
    <message>
        <source>there is no map to outline</source>
        <translation>no hay ningún mapa que contornear</translation>
    </message>
    <message>
        <source>there is no map yet: explain a finding first</source>
        <translation>aún no hay ningún mapa: explique primero un hallazgo</translation>
    </message>
    <message>
        <source>there is no noise (sigma is 0, or the image is flat): every sample is the image itself</source>
        <translation>no hay ruido (sigma es 0, o la imagen es plana): cada muestra es la propia imagen</translation>
    </message>
    <message>
        <source>there is no overlay mode {mode!r}</source>
        <translation>no existe el modo de superposición {mode!r}</translation>
    </message>
    <message>
        <source>there is no port {port}</source>
        <translation>no existe el puerto {port}</translation>
    </message>
    <message>
        <source>there is no report to file</source>
        <translation>no hay ningún informe que archivar</translation>
    </message>
    <message>
        <source>there is no status {status!r}</source>
        <translation>no existe el estado {status!r}</translation>
    </message>
    <message>
        <source>there is no structured report to file</source>
        <translation>no hay ningún informe estructurado que archivar</translation>
    </message>
    <message>
        <source>there is no style {style!r}</source>
        <translation>no existe el estilo {style!r}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>no existe ese archivo</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>no existe ese archivo o carpeta</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>no existe esa carpeta</translation>
    </message>
    <message>
        <source>this computer has no font to write a report with.</source>
        <translation>este equipo no tiene ninguna fuente para escribir un informe.</translation>
    </message>
    <message>
        <source>this is no certificate or key in PEM form</source>
        <translation>esto no es un certificado ni una clave en formato PEM</translation>
    </message>
    <message>
        <source>this is no complete DICOM file</source>
        <translation>no es un archivo DICOM completo</translation>
    </message>
    <message>
        <source>this method works on the network&apos;s input; the chosen layer was not used</source>
        <translation>este método trabaja sobre la entrada de la red; la capa elegida no se usó</translation>
    </message>
    <message>
        <source>this model has no class {wanted!r}</source>
        <translation>este modelo no tiene la clase {wanted!r}</translation>
    </message>
    <message>
        <source>this network has no spatial layer, so it has no class activation map</source>
        <translation>esta red no tiene ninguna capa espacial, por lo que no tiene mapa de activación de clase</translation>
    </message>
    <message>
        <source>this network has no spatial layer, so it has no feature maps</source>
        <translation>esta red no tiene ninguna capa espacial, así que no tiene mapas de características</translation>
    </message>
    <message>
        <source>this network leaves the sizes of its feature maps free</source>
        <translation>esta red deja libres los tamaños de sus mapas de características</translation>
    </message>
    <message>
        <source>this site does not trust the key that signed {id}</source>
        <translation>este centro no confía en la clave que firmó {id}</translation>
    </message>
    <message>
        <source>this site wants signed models, and {id} is unsigned</source>
        <translation>este centro exige modelos firmados y {id} no está firmado</translation>
    </message>
    <message>
        <source>thorax</source>
        <translation>tórax</translation>
    </message>
    <message>
        <source>thresholds between 0 and 1</source>
        <translation>umbrales entre 0 y 1</translation>
    </message>
    <message>
        <source>thresholds in 0..1</source>
        <translation>umbrales en 0..1</translation>
    </message>
    <message>
        <source>to receive with TLS, a certificate of our own is needed</source>
        <translation>para recibir con TLS hace falta un certificado propio</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>muy pocos para saberlo</translation>
    </message>
    <message>
        <source>too many wrong administrator passwords; the next one is taken in {seconds} s</source>
        <translation>demasiadas contraseñas erróneas; la siguiente se admite dentro de {seconds} s</translation>
    </message>
    <message>
        <source>total-order Sobol index of every cell of a mask (Jansen)</source>
        <translation>índice de Sobol de orden total de cada celda de una máscara (Jansen)</translation>
    </message>
    <message>
        <source>trapezoidal rule along the path</source>
        <translation>regla del trapecio a lo largo de la trayectoria</translation>
    </message>
    <message>
        <source>tubes and lines</source>
        <translation>tubos y vías</translation>
    </message>
    <message>
        <source>two forwards per superpixel and pair of orders, at most</source>
        <translation>dos pasadas adelante por superpíxel y par de ordenaciones, como máximo</translation>
    </message>
    <message>
        <source>two of its inputs follow the image</source>
        <translation>dos de sus entradas dependen de la imagen</translation>
    </message>
    <message>
        <source>under 18 years</source>
        <translation>menos de 18 años</translation>
    </message>
    <message>
        <source>under a second: {passes}</source>
        <translation>menos de un segundo: {passes}</translation>
    </message>
    <message>
        <source>unknown answer {unknown!r}</source>
        <translation>respuesta desconocida {unknown!r}</translation>
    </message>
    <message>
        <source>unrelated maps</source>
        <translation>mapas sin relación</translation>
    </message>
    <message>
        <source>unsigned: shares of the score&apos;s variance, for or against the class alike</source>
        <translation>sin signo: fracciones de la varianza de la puntuación, a favor o en contra de la clase por igual</translation>
    </message>
    <message>
        <source>unstable (rank correlation {agreement:.2f} between halves of the samples): take more</source>
        <translation>inestable (correlación de rangos {agreement:.2f} entre mitades de las muestras): use más</translation>
    </message>
    <message>
        <source>up to {passes:,} passes</source>
        <translation>hasta {passes:,} pasadas</translation>
    </message>
    <message>
        <source>value(half) = mean of its gain without and with the other half, in every context in turn</source>
        <translation>valor(mitad) = media de su ganancia sin y con la otra mitad, en cada contexto por turno</translation>
    </message>
    <message>
        <source>variance over noise of d(logit)/dx at x + noise</source>
        <translation>varianza sobre el ruido de d(logit)/dx en x + ruido</translation>
    </message>
    <message>
        <source>variance per channel (divided by the samples), then summed</source>
        <translation>varianza por canal (dividida entre las muestras), después sumada</translation>
    </message>
    <message>
        <source>variant of {paper}</source>
        <translation>variante de {paper}</translation>
    </message>
    <message>
        <source>view</source>
        <translation>proyección</translation>
    </message>
    <message>
        <source>warned about</source>
        <translation>con advertencias</translation>
    </message>
    <message>
        <source>what a cell of {name} sees cannot be told from the graph</source>
        <translation>el grafo no permite saber qué ve una celda de {name}</translation>
    </message>
    <message>
        <source>what is shown instead of absent parts</source>
        <translation>lo que se muestra en lugar de las partes ausentes</translation>
    </message>
    <message>
        <source>what is shown instead of absent superpixels</source>
        <translation>lo que se muestra en lugar de los superpíxeles ausentes</translation>
    </message>
    <message>
        <source>what masks hide behind; the paper&apos;s is 0 in the network&apos;s own units</source>
        <translation>con qué ocultan las máscaras; en el artículo es 0 en las unidades propias de la red</translation>
    </message>
    <message>
        <source>what to do</source>
        <translation>qué hacer</translation>
    </message>
    <message>
        <source>white</source>
        <translation>blanco</translation>
    </message>
    <message>
        <source>window {number}</source>
        <translation>ventana {number}</translation>
    </message>
    <message>
        <source>without exp(y), which cancels after normalisation; alphas not normalised; alpha is 0 where its denominator vanishes</source>
        <translation>sin exp(y), que se cancela tras la normalización; alfas sin normalizar; alpha es 0 donde se anula su denominador</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>escritura</translation>
    </message>
    <message>
        <source>writing the gradients of all biases</source>
        <translation>escribiendo los gradientes de todos los sesgos</translation>
    </message>
    <message>
        <source>x * d(logit)/dx, summed over channels, x in the network&apos;s units</source>
        <translation>x * d(logit)/dx, sumado sobre los canales, x en las unidades de la red</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>sí o no</translation>
    </message>
    <message>
        <source>zero in the network&apos;s own units, whatever grey that is</source>
        <translation>cero en las unidades propias de la red, sea cual sea ese gris</translation>
    </message>
    <message>
        <source>{MOST_ROWS} of {count} background files were used, evenly spaced by name</source>
        <translation>se usaron {MOST_ROWS} de {count} archivos de fondo, espaciados uniformemente por nombre</translation>
    </message>
    <message>
        <source>{SELF_TEST} cannot be read: {error}</source>
        <translation>no se puede leer {SELF_TEST}: {error}</translation>
    </message>
    <message>
        <source>{above} of {count} listed findings at or above the operating point.</source>
        <translation>{above} de {count} hallazgos de la lista alcanzan el punto de operación.</translation>
    </message>
    <message>
        <source>{above} of {images} ({percent:.1f} %) at or above the operating point {point:.3f}</source>
        <translation>{above} de {images} ({percent:.1f} %) alcanzan el punto de operación {point:.3f}</translation>
    </message>
    <message>
        <source>{against} (-) against, {supports} (+) for the class; {kind}</source>
        <translation>{against} (-) en contra, {supports} (+) a favor de la clase; {kind}</translation>
    </message>
    <message>
        <source>{age:g} years</source>
        <translation>{age:g} años</translation>
    </message>
    <message>
        <source>{age} on</source>
        <translation>{age} o más</translation>
    </message>
    <message>
        <source>{baseline} picture in display space, through the model&apos;s scaling</source>
        <translation>imagen ({baseline}) en el espacio de visualización, con el escalado del modelo</translation>
    </message>
    <message>
        <source>{baseline}, as displayed</source>
        <translation>{baseline}, tal como se muestra</translation>
    </message>
    <message>
        <source>{class_count} outputs for the {count} classes of the manifest</source>
        <translation>{class_count} salidas para las {count} clases del manifiesto</translation>
    </message>
    <message>
        <source>{count} images found</source>
        <translation>{count} imágenes encontradas</translation>
    </message>
    <message>
        <source>{count} maps are too many: choose fewer.</source>
        <translation>{count} mapas son demasiados: elija menos.</translation>
    </message>
    <message>
        <source>{count} masks</source>
        <translation>{count} máscaras</translation>
    </message>
    <message>
        <source>{count} model runs</source>
        <translation>{count} ejecuciones del modelo</translation>
    </message>
    <message>
        <source>{count} more in errors.csv.</source>
        <translation>{count} más en errors.csv.</translation>
    </message>
    <message>
        <source>{count} of {count_2} feature maps</source>
        <translation>{count} de {count_2} mapas de características</translation>
    </message>
    <message>
        <source>{count} of {frames} frames are there.</source>
        <translation>Hay {count} de {frames} fotogramas.</translation>
    </message>
    <message>
        <source>{count} of {total} background files could not be read: {named}</source>
        <translation>no se pudieron leer {count} de {total} archivos de fondo: {named}</translation>
    </message>
    <message>
        <source>{count} of {total} background rows are the explained image itself: they say nothing about it and weaken the map; choose a background without it</source>
        <translation>{count} de {total} filas de fondo son la propia imagen explicada: no dicen nada sobre ella y debilitan el mapa; elija un fondo sin ella</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} ordenaciones</translation>
    </message>
    <message>
        <source>{count} received studies were not opened for {days} days and nobody has read them; they are kept</source>
        <translation>{count} estudios recibidos no se han abierto en {days} días y nadie los ha leído; se conservan</translation>
    </message>
    <message>
        <source>{count} rows: {kind}</source>
        <translation>{count} filas: {kind}</translation>
    </message>
    <message>
        <source>{count} weights of this model are kept in a separate file (&apos;{location}&apos;).</source>
        <translation>{count} pesos de este modelo se guardan en un archivo aparte (&apos;{location}&apos;).</translation>
    </message>
    <message>
        <source>{count}, of which {count_2} have places and are drawn</source>
        <translation>{count}, de los cuales {count_2} tienen lugar y se dibujan</translation>
    </message>
    <message>
        <source>{done} masks</source>
        <translation>{done} máscaras</translation>
    </message>
    <message>
        <source>{done} of {count} images</source>
        <translation>{done} de {count} imágenes</translation>
    </message>
    <message>
        <source>{done} of {count} masks</source>
        <translation>{done} de {count} máscaras</translation>
    </message>
    <message>
        <source>{done} of {count} places</source>
        <translation>{done} de {count} lugares</translation>
    </message>
    <message>
        <source>{done} of {count} windows</source>
        <translation>{done} de {count} ventanas</translation>
    </message>
    <message>
        <source>{done} of {masks} masks</source>
        <translation>{done} de {masks} máscaras</translation>
    </message>
    <message>
        <source>{error:.3g} per superpixel, half the difference between halves of the draws</source>
        <translation>{error:.3g} por superpíxel, la mitad de la diferencia entre las mitades de los sorteos</translation>
    </message>
    <message>
        <source>{failed} failed while running and is off until restart: {first_line}</source>
        <translation>{failed} falló durante la ejecución y queda desactivada hasta reiniciar: {first_line}</translation>
    </message>
    <message>
        <source>{fill}, defined as a picture</source>
        <translation>{fill}, definido como imagen</translation>
    </message>
    <message>
        <source>{finding} is known to the active model alone.</source>
        <translation>Solo el modelo activo conoce {finding}.</translation>
    </message>
    <message>
        <source>{finding} is known to the new model alone.</source>
        <translation>Solo el modelo nuevo conoce {finding}.</translation>
    </message>
    <message>
        <source>{finding} is not judged: {positives} images with it and {negatives} without are too few.</source>
        <translation>{finding} no se valora: {positives} imágenes con el hallazgo y {negatives} sin él son muy pocas.</translation>
    </message>
    <message>
        <source>{finding}, {attribute} {group}: the area under the ROC curve is clearly smaller: {value:+.3f}</source>
        <translation>{finding}, {attribute} {group}: el área bajo la curva ROC es claramente menor: {value:+.3f}</translation>
    </message>
    <message>
        <source>{finding}: more images are decided rightly: {only_new_right} only by the new model, {only_old_right} only by the active one (McNemar p = {p:.2g}).</source>
        <translation>{finding}: se deciden bien más imágenes: {only_new_right} solo con el modelo nuevo, {only_old_right} solo con el activo (p de McNemar = {p:.2g}).</translation>
    </message>
    <message>
        <source>{finding}: one of the models has no operating point, so decisions are not compared.</source>
        <translation>{finding}: uno de los modelos no tiene punto de operación, por lo que no se comparan las decisiones.</translation>
    </message>
    <message>
        <source>{finding}: sensitivity at the operating point falls from {old:.3f} to {new:.3f}</source>
        <translation>{finding}: la sensibilidad en el punto de operación baja de {old:.3f} a {new:.3f}</translation>
    </message>
    <message>
        <source>{finding}: specificity at the operating point falls from {old:.3f} to {new:.3f}</source>
        <translation>{finding}: la especificidad en el punto de operación baja de {old:.3f} a {new:.3f}</translation>
    </message>
    <message>
        <source>{finding}: the area under the ROC curve is clearly smaller: {value:+.3f}</source>
        <translation>{finding}: el área bajo la curva ROC es claramente menor: {value:+.3f}</translation>
    </message>
    <message>
        <source>{flag} {text}: numbers separated by commas are needed</source>
        <translation>{flag} {text}: se necesitan números separados por comas</translation>
    </message>
    <message>
        <source>{frames} frames of {width} x {height} pixels need more than {MAX_DECODED_BYTES} MB.</source>
        <translation>{frames} fotogramas de {width} x {height} píxeles necesitan más de {MAX_DECODED_BYTES} MB.</translation>
    </message>
    <message>
        <source>{free} MB are free on this disk, a retraining needs {needed} MB to begin</source>
        <translation>hay {free} MB libres en este disco; un reentrenamiento necesita {needed} MB para empezar</translation>
    </message>
    <message>
        <source>{high:g}{unit} or less</source>
        <translation>{high:g}{unit} o menos</translation>
    </message>
    <message>
        <source>{id} came with the program</source>
        <translation>{id} venía con el programa</translation>
    </message>
    <message>
        <source>{id} came with the program and cannot be deleted</source>
        <translation>{id} venía con el programa y no se puede eliminar</translation>
    </message>
    <message>
        <source>{id} could not be used: {reason}</source>
        <translation>no se pudo usar {id}: {reason}</translation>
    </message>
    <message>
        <source>{id} gives masks, no scores</source>
        <translation>{id} da máscaras, no puntuaciones</translation>
    </message>
    <message>
        <source>{id} gives scores, no masks</source>
        <translation>{id} da puntuaciones, no máscaras</translation>
    </message>
    <message>
        <source>{id} is the active model</source>
        <translation>{id} es el modelo activo</translation>
    </message>
    <message>
        <source>{id} was deleted</source>
        <translation>se eliminó {id}</translation>
    </message>
    <message>
        <source>{images} images of {patients} patients were left out: one of the models was trained with them.</source>
        <translation>Se omitieron {images} imágenes de {patients} pacientes: uno de los modelos se entrenó con ellas.</translation>
    </message>
    <message>
        <source>{key!r} is no public key</source>
        <translation>{key!r} no es una clave pública</translation>
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
        <translation>{lost} canales cuyas activaciones se cancelan no tienen peso</translation>
    </message>
    <message>
        <source>{low:.2f} to {high:.2f}: {count}</source>
        <translation>{low:.2f} a {high:.2f}: {count}</translation>
    </message>
    <message>
        <source>{low:g} to {high:g} years</source>
        <translation>{low:g} a {high:g} años</translation>
    </message>
    <message>
        <source>{low:g} to {high:g}{unit}</source>
        <translation>{low:g} a {high:g}{unit}</translation>
    </message>
    <message>
        <source>{message}. {hint}</source>
        <translation>{message}. {hint}</translation>
    </message>
    <message>
        <source>{method}: a batch takes no options that name files</source>
        <translation>{method}: un lote no admite opciones que nombren archivos</translation>
    </message>
    <message>
        <source>{months}: a difference that is measurable, but small.</source>
        <translation>{months}: una diferencia medible, pero pequeña.</translation>
    </message>
    <message>
        <source>{month}: the scores are higher than in the reference: the median by {points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.</source>
        <translation>{month}: las puntuaciones son más altas que en la referencia: la mediana en {points:.0f} puntos, {count} estudios, p {p}, estabilidad {stability:.2f}.</translation>
    </message>
    <message>
        <source>{month}: the scores are lower than in the reference: the median by {points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.</source>
        <translation>{month}: las puntuaciones son más bajas que en la referencia: la mediana en {points:.0f} puntos, {count} estudios, p {p}, estabilidad {stability:.2f}.</translation>
    </message>
    <message>
        <source>{month}: the scores are much higher than in the reference: the median by {points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.</source>
        <translation>{month}: las puntuaciones son mucho más altas que en la referencia: la mediana en {points:.0f} puntos, {count} estudios, p {p}, estabilidad {stability:.2f}.</translation>
    </message>
    <message>
        <source>{month}: the scores are much lower than in the reference: the median by {points:.0f} points, {count} studies, p {p}, stability {stability:.2f}.</source>
        <translation>{month}: las puntuaciones son mucho más bajas que en la referencia: la mediana en {points:.0f} puntos, {count} estudios, p {p}, estabilidad {stability:.2f}.</translation>
    </message>
    <message>
        <source>{name}, version {version}: {count} images since {day}; the input checks refused {refused} of them ({percent:.0f} %).</source>
        <translation>{name}, versión {version}: {count} imágenes desde el {day}; los controles de entrada rechazaron {refused} de ellas ({percent:.0f} %).</translation>
    </message>
    <message>
        <source>{node} answers: {words}</source>
        <translation>{node} responde: {words}</translation>
    </message>
    <message>
        <source>{node} cannot be reached</source>
        <translation>no se puede acceder a {node}</translation>
    </message>
    <message>
        <source>{node} did not answer in time</source>
        <translation>{node} no respondió a tiempo</translation>
    </message>
    <message>
        <source>{node} does not accept our certificate, or asks for one</source>
        <translation>{node} no acepta nuestro certificado o pide uno</translation>
    </message>
    <message>
        <source>{node} does not speak TLS</source>
        <translation>{node} no usa TLS</translation>
    </message>
    <message>
        <source>{node} refuses the connection</source>
        <translation>{node} rechaza la conexión</translation>
    </message>
    <message>
        <source>{node} speaks TLS only</source>
        <translation>{node} solo usa TLS</translation>
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
        <translation>{percent:.0f} % ({low:.0f} a {high:.0f} %; {hits} de {trials})</translation>
    </message>
    <message>
        <source>{percent:.1f} %</source>
        <translation>{percent:.1f} %</translation>
    </message>
    <message>
        <source>{scored} of {done} files scored by {name} {version}</source>
        <translation>{scored} de {done} archivos puntuados con {name} {version}</translation>
    </message>
    <message>
        <source>{share} % of the map outside the lungs (an even map: {even} %).</source>
        <translation>{share} % del mapa fuera de los pulmones (un mapa uniforme: {even} %).</translation>
    </message>
    <message>
        <source>{text!r} is no DICOM node</source>
        <translation>{text!r} no es un nodo DICOM</translation>
    </message>
    <message>
        <source>{text} (status {number})</source>
        <translation>{text} (estado {number})</translation>
    </message>
    <message>
        <source>{title!r} is no application entity title</source>
        <translation>{title!r} no es un título AE</translation>
    </message>
    <message>
        <source>{value:.3g}</source>
        <translation>{value:.3g}</translation>
    </message>
    <message>
        <source>{verdict} (D {distance:.2f}, p {p}, stability {stability:.2f})</source>
        <translation>{verdict} (D {distance:.2f}, p {p}, estabilidad {stability:.2f})</translation>
    </message>
    <message>
        <source>{wanted!r} may mean several models</source>
        <translation>{wanted!r} puede referirse a varios modelos</translation>
    </message>
    <message>
        <source>{width:.4g} x {height:.4g} mm; {meaning}</source>
        <translation>{width:.4g} x {height:.4g} mm; {meaning}</translation>
    </message>
    <message>
        <source>{width} x {height} pixels, channels: {channels}, fit {fit}, interpolation {how}, scaling {scaling}</source>
        <translation>{width} x {height} píxeles, canales: {channels}, ajuste {fit}, interpolación {how}, escalado {scaling}</translation>
    </message>
    <message>
        <source>{width} x {height} pixels, {bits} bit</source>
        <translation>{width} x {height} píxeles, {bits} bits</translation>
    </message>
    <message>
        <source>{words}. {caution}</source>
        <translation>{words}. {caution}</translation>
    </message>
    <message>
        <source>{words}; saved as {file}</source>
        <translation>{words}; guardado como {file}</translation>
    </message>
    <message>
        <source>{words}; {note}</source>
        <translation>{words}; {note}</translation>
    </message>
    <message>
        <source>{years:.0f} years</source>
        <translation>{years:.0f} años</translation>
    </message>
    <message>
        <source>{years:g} years or more</source>
        <translation>{years:g} años o más</translation>
    </message>
    <message>
        <source>{low:g}{unit} or more</source>
        <translation>{low:g}{unit} o más</translation>
    </message>
    <message>
        <source>{meaning} than a shuffled map does.</source>
        <translation>{meaning}, frente a un mapa permutado.</translation>
    </message>
    <message>
        <source>{method} has no option {name!r}</source>
        <translation>{method} no tiene la opción {name!r}</translation>
    </message>
    <message>
        <source>{method} has no superpixels to draw</source>
        <translation>{method} no tiene superpíxeles que dibujar</translation>
    </message>
    <message>
        <source>{method}: the option {name} is {value!r}</source>
        <translation>{method}: la opción {name} es {value!r}</translation>
    </message>
    <message>
        <source>{minutes:,} min</source>
        <translation>{minutes:,} min</translation>
    </message>
    <message>
        <source>{min} enumerated, {drawn} drawn in complements</source>
        <translation>{min} enumeradas, {drawn} sorteadas con sus complementarias</translation>
    </message>
    <message>
        <source>{months:.0f} months</source>
        <translation>{months:.0f} meses</translation>
    </message>
    <message>
        <source>{name!r} cannot be used: {message}</source>
        <translation>{name!r} no se puede usar: {message}</translation>
    </message>
    <message>
        <source>{names} class names for a model with {outputs} outputs</source>
        <translation>{names} nombres de clase para un modelo con {outputs} salidas</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); it was left out.</source>
        <translation>{name} no se puede leer ({why}); se omitió.</translation>
    </message>
    <message>
        <source>{name} in the header is not one whole number.</source>
        <translation>{name} en la cabecera no es un único número entero.</translation>
    </message>
    <message>
        <source>{name} is larger than allowed</source>
        <translation>{name} es mayor de lo permitido</translation>
    </message>
    <message>
        <source>{name} is no model for checking pictures</source>
        <translation>{name} no es un modelo para comprobar imágenes</translation>
    </message>
    <message>
        <source>{name} is not the file that the manifest describes (its hash differs)</source>
        <translation>{name} no es el archivo que describe el manifiesto (su hash difiere)</translation>
    </message>
    <message>
        <source>{name} rather than {name_2}</source>
        <translation>{name} en lugar de {name_2}</translation>
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
        <translation>{name}, versión {version} ({id})</translation>
    </message>
    <message>
        <source>{name}: the file holds no image.</source>
        <translation>{name}: el archivo no contiene ninguna imagen.</translation>
    </message>
    <message>
        <source>{name}: the pixels are floating point numbers, which no radiograph has.</source>
        <translation>{name}: los píxeles son números de coma flotante, lo que no tiene ninguna radiografía.</translation>
    </message>
    <message>
        <source>{name}: {light}. {sentence}</source>
        <translation>{name}: {light}. {sentence}</translation>
    </message>
    <message>
        <source>{name}: {probability}; {standing} (operating point {point})</source>
        <translation>{name}: {probability}; {standing} (punto de operación {point})</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} de {count}</translation>
    </message>
    <message>
        <source>{one} and {other} have no class of the same name</source>
        <translation>{one} y {other} no tienen ninguna clase del mismo nombre</translation>
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
        <translation>{photometric} y la forma de presentación {shape} se contradicen; los valores bajos se muestran claros.</translation>
    </message>
    <message>
        <source>{players} SLIC superpixels of the picture as shown</source>
        <translation>{players} superpíxeles SLIC de la imagen tal como se muestra</translation>
    </message>
    <message>
        <source>{quoted} is not computed from it.</source>
        <translation>{quoted} no se calcula a partir de ella.</translation>
    </message>
    <message>
        <source>{runs} pictures</source>
        <translation>{runs} imágenes</translation>
    </message>
    <message>
        <source>{samples} samples per pixel do not fit {photometric}.</source>
        <translation>{samples} muestras por píxel no corresponden a {photometric}.</translation>
    </message>
    <message>
        <source>{seconds:g} s</source>
        <translation>{seconds:g} s</translation>
    </message>
    <message>
        <source>{share:.0%} of the image are fully black or fully white.</source>
        <translation>El {share:.0%} de la imagen es totalmente negro o totalmente blanco.</translation>
    </message>
    <message>
        <source>{side} x {side} px, {apart} px apart</source>
        <translation>{side} x {side} px, cada {apart} px</translation>
    </message>
    <message>
        <source>{standing}; unsure ({low} to {high} %)</source>
        <translation>{standing}; dudoso (del {low} al {high} %)</translation>
    </message>
    <message>
        <source>{starts}, one per baseline</source>
        <translation>{starts}, una por referencia</translation>
    </message>
    <message>
        <source>{steps} Gauss-Legendre nodes on each path</source>
        <translation>{steps} nodos de Gauss-Legendre en cada trayectoria</translation>
    </message>
    <message>
        <source>{steps} steps</source>
        <translation>{steps} pasos</translation>
    </message>
    <message>
        <source>{steps} steps per path</source>
        <translation>{steps} pasos por trayectoria</translation>
    </message>
    <message>
        <source>{steps}, midpoint rule, sigma = {sigma:.3g} px x (1 - t)^2</source>
        <translation>{steps}, regla del punto medio, sigma = {sigma:.3g} px x (1 - t)^2</translation>
    </message>
    <message>
        <source>{stop} of {samples} pictures</source>
        <translation>{stop} de {samples} imágenes</translation>
    </message>
    <message>
        <source>{stop} of {total} coalitions</source>
        <translation>{stop} de {total} coaliciones</translation>
    </message>
    <message>
        <source>{stored} stored bits up to bit {high} do not fit in {allocated} bits.</source>
        <translation>{stored} bits almacenados hasta el bit {high} no caben en {allocated} bits.</translation>
    </message>
    <message>
        <source>{stream_bytes:,} bytes of run-length data are too few for {frame_bytes:,} of pixels.</source>
        <translation>{stream_bytes:,} bytes de datos run-length son demasiado pocos para {frame_bytes:,} de píxeles.</translation>
    </message>
    <message>
        <source>{taken} taken, {allowed} allowed</source>
        <translation>{taken} tomadas, {allowed} permitidas</translation>
    </message>
    <message>
        <source>{unit} {value}</source>
        <translation>{unit} {value}</translation>
    </message>
    <message>
        <source>{wanted} was asked for but cannot be used here (no device, driver or library)</source>
        <translation>se pidió {wanted}, pero no se puede usar aquí (sin dispositivo, controlador o biblioteca)</translation>
    </message>
    <message>
        <source>{what} is not constant</source>
        <translation>{what} no es constante</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>This file cannot be opened</source>
        <translation>Este archivo no se puede abrir</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Close image</source>
        <translation>Cerrar imagen</translation>
    </message>
</context>
<context>
    <name>ExpertPage</name>
    <message>
        <source>All options of the training</source>
        <translation>Todas las opciones del entrenamiento</translation>
    </message>
    <message>
        <source>For experts. What differs from the chosen preset is marked. The explanations are the trainer&apos;s own and in English.</source>
        <translation>Para expertos. Se señala lo que difiere del ajuste elegido. Las explicaciones son del propio entrenador y están en inglés.</translation>
    </message>
    <message>
        <source>Search in names and explanations</source>
        <translation>Buscar en nombres y explicaciones</translation>
    </message>
    <message>
        <source>Search options</source>
        <translation>Buscar opciones</translation>
    </message>
    <message>
        <source>Only changed ones</source>
        <translation>Solo las cambiadas</translation>
    </message>
    <message>
        <source>All as in the preset</source>
        <translation>Todas como en el ajuste</translation>
    </message>
    <message>
        <source>Asking the trainer ...</source>
        <translation>Consultando al entrenador ...</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>No option fits.</source>
        <translation>Ninguna opción coincide.</translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>Explain without being asked</source>
        <translation>Explicar automáticamente</translation>
    </message>
    <message>
        <source>Scores at or above their operating point are explained at once, if that is quick</source>
        <translation>Las puntuaciones que alcanzan su punto de operación se explican enseguida, si es rápido</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>Contornos</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Recuadros</translation>
    </message>
    <message>
        <source>Superpixels: + green, - red</source>
        <translation>Superpíxeles: + verde, - rojo</translation>
    </message>
    <message>
        <source>Every value in its colour</source>
        <translation>Cada valor en su color</translation>
    </message>
    <message>
        <source>Lines of equal value</source>
        <translation>Líneas de igual valor</translation>
    </message>
    <message>
        <source>A box around each region that reaches the threshold</source>
        <translation>Un recuadro en torno a cada región que alcanza el umbral</translation>
    </message>
    <message>
        <source>Green superpixels (+) speak for the class, red ones (-) against it; their borders are drawn. For maps made of superpixels. Key: Shift+S</source>
        <translation>Los superpíxeles verdes (+) hablan a favor de la clase, los rojos (-) en contra; se dibujan sus bordes. Para mapas hechos de superpíxeles. Tecla: Mayús+S</translation>
    </message>
    <message>
        <source>Blue - red paints evidence against the class (blue, -) and for it (red, +)</source>
        <translation>Azul - rojo pinta la evidencia en contra de la clase (azul, -) y a favor (rojo, +)</translation>
    </message>
    <message>
        <source>Show the heatmap (G; hold Q to hide)</source>
        <translation>Mapa de calor (G; Q para ocultar)</translation>
    </message>
    <message>
        <source>All explained findings together</source>
        <translation>Todos los hallazgos juntos</translation>
    </message>
    <message>
        <source>Findings explained in the same way, each as lines in a colour of its own</source>
        <translation>Hallazgos explicados del mismo modo, cada uno con líneas de su propio color</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>No heatmap yet: press Explain or F5.</source>
        <translation>Aún sin mapa de calor: pulse Explicar o F5.</translation>
    </message>
    <message>
        <source>Heatmaps are hidden until you have looked.</source>
        <translation>Los mapas de calor están ocultos hasta que usted haya mirado.</translation>
    </message>
    <message>
        <source>Without a score there is nothing to explain.</source>
        <translation>Sin puntuación no hay nada que explicar.</translation>
    </message>
    <message>
        <source>After scoring, a heatmap can show where the model was sensitive.</source>
        <translation>Tras puntuar, un mapa de calor puede mostrar dónde fue sensible el modelo.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
</context>
<context>
    <name>ExportedView</name>
    <message>
        <source>Refused by the input checks, scored all the same: {reason}</source>
        <translation>Rechazada por los controles de entrada y puntuada igualmente: {reason}</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Patient, study and device appear here.</source>
        <translation>Aquí aparecen el paciente, el estudio y el equipo.</translation>
    </message>
    <message>
        <source>not in file</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>masked</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Fotogramas</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Tamaño de píxel</translation>
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
        <translation>ocurrió algo inesperado ({kind})</translation>
    </message>
    <message>
        <source>This is a fault of WhyRay. Copy the details and send them to its makers.</source>
        <translation>Es un fallo de WhyRay. Copie los detalles y envíelos a sus autores.</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Figures of both models</source>
        <translation>Cifras de ambos modelos</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Save list...</source>
        <translation>Guardar lista...</translation>
    </message>
    <message>
        <source>All rows as a table (CSV)</source>
        <translation>Todas las filas como tabla (CSV)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Hidden while patients are masked</source>
        <translation>Oculto mientras los pacientes están ocultos</translation>
    </message>
</context>
<context>
    <name>FilePrompts</name>
    <message>
        <source>Radiographs (*.dcm *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.zip DICOMDIR)</source>
        <translation>Radiografías (*.dcm *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.zip DICOMDIR)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open radiographs</source>
        <translation>Abrir radiografías</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagen PNG (*.png)</translation>
    </message>
    <message>
        <source>JPEG picture (*.jpg *.jpeg)</source>
        <translation>Imagen JPEG (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Guardar la vista</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Documento PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Guardar el resultado</translation>
    </message>
    <message>
        <source>Result (*.json)</source>
        <translation>Resultado (*.json)</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Guardar el mapa</translation>
    </message>
    <message>
        <source>NumPy array (*.npy)</source>
        <translation>Matriz NumPy (*.npy)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Guardar la tabla</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Elegir una tabla</translation>
    </message>
    <message>
        <source>Folder to write to</source>
        <translation>Carpeta de destino</translation>
    </message>
    <message>
        <source>Export marks</source>
        <translation>Exportar marcas</translation>
    </message>
    <message>
        <source>Marks (*.json)</source>
        <translation>Marcas (*.json)</translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation>Calibrar</translation>
    </message>
    <message>
        <source>True length of what was drawn, in millimetres:</source>
        <translation>Longitud real de lo dibujado, en milímetros:</translation>
    </message>
    <message>
        <source>Images (*.dcm *.dicom *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.npy)</source>
        <translation>Imágenes (*.dcm *.dicom *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.npy)</translation>
    </message>
    <message>
        <source>Own image</source>
        <translation>Imagen propia</translation>
    </message>
    <message>
        <source>Network inputs</source>
        <translation>Entradas de red</translation>
    </message>
    <message>
        <source>Arrays (*.npy)</source>
        <translation>Matrices (*.npy)</translation>
    </message>
    <message>
        <source>Masks (*.png *.tif *.tiff *.bmp *.nii *.nii.gz *.dcm)</source>
        <translation>Máscaras (*.png *.tif *.tiff *.bmp *.nii *.nii.gz *.dcm)</translation>
    </message>
    <message>
        <source>Open masks</source>
        <translation>Abrir máscaras</translation>
    </message>
    <message>
        <source>Folder for the masks</source>
        <translation>Carpeta para las máscaras</translation>
    </message>
    <message>
        <source>Import model</source>
        <translation>Importar modelo</translation>
    </message>
    <message>
        <source>Models (*.whyray *.onnx)</source>
        <translation>Modelos (*.whyray *.onnx)</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n study(s)?</source>
        <translation>
            <numerusform>¿Olvidar %n estudio?</numerusform>
            <numerusform>¿Olvidar %n estudios?</numerusform>
        </translation>
    </message>
    <message>
        <source>Its place in the worklist, scores, marks, decisions and comments are removed for good, and its images are closed. Files that came from the network are deleted; all other image files stay where they are. The audit keeps that an image with this key was forgotten.</source>
        <translation>Su lugar en la lista de trabajo, las puntuaciones, las marcas, las decisiones y los comentarios se borran definitivamente, y sus imágenes se cierran. Los archivos que llegaron por la red se eliminan; todos los demás archivos de imagen se quedan donde están. En el registro de auditoría consta que se olvidó una imagen con esta clave.</translation>
    </message>
    <message>
        <source>Received images</source>
        <translation>Imágenes recibidas</translation>
    </message>
    <message>
        <source>Delete the received images that were read?</source>
        <translation>¿Eliminar las imágenes recibidas ya leídas?</translation>
    </message>
    <message>
        <source>Their files are deleted and their images are closed; the worklist keeps what is known of them. What nobody has marked as read or reported stays. Make sure that the images are in the archive.</source>
        <translation>Sus archivos se eliminan y sus imágenes se cierran; la lista de trabajo conserva lo que se sabe de ellas. Lo que nadie ha marcado como leído o informado se conserva. Asegúrese de que las imágenes están en el archivo PACS.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Import model folder</source>
        <translation>Importar carpeta de modelo</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search name, ID, study, date, file ...</source>
        <translation>Buscar nombre, ID, estudio, fecha, archivo ...</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>Buscar en la lista de trabajo</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Lector</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Puntuación mínima</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Puntuación máxima</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>any finding</source>
        <translation>cualquier hallazgo</translation>
    </message>
    <message>
        <source>any reader</source>
        <translation>cualquier lector</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>any status</source>
        <translation>cualquier estado</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Fecha del estudio</translation>
    </message>
</context>
<context>
    <name>FiltersPage</name>
    <message>
        <source>A filter is dead over a set of images if none of them ever lifts its channel above zero behind the rectifier. On these images it could be pruned without any change.</source>
        <translation>Un filtro está muerto en un conjunto de imágenes si ninguna eleva nunca su canal por encima de cero tras el rectificador. Para estas imágenes podría podarse sin ningún cambio.</translation>
    </message>
    <message>
        <source>Layers behind a rectifier</source>
        <translation>Capas tras un rectificador</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Muertos</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Cuáles</translation>
    </message>
    <message>
        <source>Over the open images</source>
        <translation>En imágenes abiertas</translation>
    </message>
    <message>
        <source>Over a folder...</source>
        <translation>En una carpeta...</translation>
    </message>
    <message>
        <source>Only layers that could be pruned</source>
        <translation>Solo capas con filtros muertos</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Guardar...</translation>
    </message>
    <message>
        <source>All layers with their dead channels as CSV</source>
        <translation>Todas las capas con sus canales muertos como CSV</translation>
    </message>
    <message>
        <source>Progress of the images</source>
        <translation>Progreso de las imágenes</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>What was found so far stays</source>
        <translation>Lo encontrado hasta ahora se conserva</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>Guardado como {path}.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>Nothing was found: no image, or no rectifier.</source>
        <translation>No se encontró nada: ninguna imagen o ningún rectificador.</translation>
    </message>
    <message numerus="yes">
        <source>{model}, %n image(s): </source>
        <translation>
            <numerusform>{model}, %n imagen: </numerusform>
            <numerusform>{model}, %n imágenes: </numerusform>
        </translation>
    </message>
    <message>
        <source>every channel behind a rectifier fired.</source>
        <translation>todos los canales tras un rectificador se activaron.</translation>
    </message>
    <message>
        <source>{dead} of {channels} channels never fired. {count} of {layers} layers could be pruned: {names}</source>
        <translation>{dead} de {channels} canales no se activaron nunca. {count} de {layers} capas podrían podarse: {names}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read:</source>
        <translation>
            <numerusform>No se pudo leer %n archivo:</numerusform>
            <numerusform>No se pudieron leer %n archivos:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Atelectasis</source>
        <translation>Atelectasia</translation>
    </message>
    <message>
        <source>Cardiomegaly</source>
        <translation>Cardiomegalia</translation>
    </message>
    <message>
        <source>Effusion</source>
        <translation>Derrame</translation>
    </message>
    <message>
        <source>Infiltration</source>
        <translation>Infiltración</translation>
    </message>
    <message>
        <source>Infiltrate</source>
        <translation>Infiltrado</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>Masa</translation>
    </message>
    <message>
        <source>Nodule</source>
        <translation>Nódulo</translation>
    </message>
    <message>
        <source>Pneumonia</source>
        <translation>Neumonía</translation>
    </message>
    <message>
        <source>Pneumothorax</source>
        <translation>Neumotórax</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Consolidación</translation>
    </message>
    <message>
        <source>Edema</source>
        <translation>Edema</translation>
    </message>
    <message>
        <source>Oedema</source>
        <translation>Edema</translation>
    </message>
    <message>
        <source>Emphysema</source>
        <translation>Enfisema</translation>
    </message>
    <message>
        <source>Fibrosis</source>
        <translation>Fibrosis</translation>
    </message>
    <message>
        <source>Pleural thickening</source>
        <translation>Engrosamiento pleural</translation>
    </message>
    <message>
        <source>Hernia</source>
        <translation>Hernia</translation>
    </message>
    <message>
        <source>Enlarged cardiomediastinum</source>
        <translation>Ensanchamiento cardiomediastínico</translation>
    </message>
    <message>
        <source>Lung opacity</source>
        <translation>Opacidad pulmonar</translation>
    </message>
    <message>
        <source>Lung lesion</source>
        <translation>Lesión pulmonar</translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation>Derrame pleural</translation>
    </message>
    <message>
        <source>Pleural other</source>
        <translation>Otra alteración pleural</translation>
    </message>
    <message>
        <source>Fracture</source>
        <translation>Fractura</translation>
    </message>
    <message>
        <source>Rib fracture</source>
        <translation>Fractura costal</translation>
    </message>
    <message>
        <source>Support devices</source>
        <translation>Dispositivos de soporte</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Sin hallazgos</translation>
    </message>
    <message>
        <source>No opacity</source>
        <translation>Sin opacidad</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation>Anormal</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Ground-glass opacity</source>
        <translation>Vidrio deslustrado</translation>
    </message>
    <message>
        <source>Granuloma</source>
        <translation>Granuloma</translation>
    </message>
    <message>
        <source>Tuberculosis</source>
        <translation>Tuberculosis</translation>
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
        <translation>Neumonía bacteriana</translation>
    </message>
    <message>
        <source>Viral pneumonia</source>
        <translation>Neumonía vírica</translation>
    </message>
    <message>
        <source>Paediatric pneumonia</source>
        <translation>Neumonía pediátrica</translation>
    </message>
    <message>
        <source>Aortic enlargement</source>
        <translation>Dilatación aórtica</translation>
    </message>
    <message>
        <source>Calcification</source>
        <translation>Calcificación</translation>
    </message>
    <message>
        <source>Interstitial lung disease</source>
        <translation>Enfermedad pulmonar intersticial</translation>
    </message>
    <message>
        <source>Pulmonary fibrosis</source>
        <translation>Fibrosis pulmonar</translation>
    </message>
    <message>
        <source>Lung tumour</source>
        <translation>Tumor pulmonar</translation>
    </message>
    <message>
        <source>Scoliosis</source>
        <translation>Escoliosis</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Open a radiograph to see its scores here.</source>
        <translation>Abra una radiografía para ver aquí sus puntuaciones.</translation>
    </message>
    <message>
        <source>This file could not be opened, so there is no score.</source>
        <translation>No se pudo abrir este archivo, así que no hay puntuación.</translation>
    </message>
    <message>
        <source>Frames are playing; the one that stays will be scored.</source>
        <translation>Los fotogramas se están reproduciendo; se puntuará aquel en el que se detenga.</translation>
    </message>
    <message>
        <source>No model is installed. Import one from the Model menu.</source>
        <translation>No hay ningún modelo instalado. Importe uno desde el menú Modelo.</translation>
    </message>
    <message>
        <source>Loading the model ...</source>
        <translation>Cargando el modelo ...</translation>
    </message>
    <message>
        <source>Scoring ...</source>
        <translation>Puntuando ...</translation>
    </message>
    <message>
        <source>Waiting for the image ...</source>
        <translation>Esperando la imagen ...</translation>
    </message>
    <message>
        <source>Look at the image first</source>
        <translation>Mire primero la imagen</translation>
    </message>
    <message>
        <source>Scores and heatmaps are hidden until you have read the image yourself.</source>
        <translation>Las puntuaciones y los mapas de calor están ocultos hasta que usted haya leído la imagen.</translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation>Ya he mirado</translation>
    </message>
    <message>
        <source>Shows what the model says and notes the time</source>
        <translation>Muestra lo que dice el modelo y anota la hora</translation>
    </message>
    <message>
        <source>Scored on request although refused. Do not rely on it.</source>
        <translation>Puntuada a petición aunque fue rechazada. No confíe en ella.</translation>
    </message>
    <message>
        <source>Reason given: {reason}</source>
        <translation>Motivo indicado: {reason}</translation>
    </message>
    <message>
        <source>The rest to 100 % is the model&apos;s &quot;{name}&quot;.</source>
        <translation>El resto hasta el 100 % es «{name}» del modelo.</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Su decisión</translation>
    </message>
    <message>
        <source>Score anyway...</source>
        <translation>Puntuar igualmente...</translation>
    </message>
    <message>
        <source>Asks for a reason, then shows the score marked on every output</source>
        <translation>Pide un motivo y muestra la puntuación, señalada en todo resultado</translation>
    </message>
    <message>
        <source>{name}, version {version}. Scored in {time}.</source>
        <translation>{name}, versión {version}. Puntuado en {time}.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>What the model is for and not for, and how it was measured</source>
        <translation>Para qué sirve y para qué no sirve el modelo, y cómo se midió</translation>
    </message>
    <message>
        <source>There is no score</source>
        <translation>No hay puntuación</translation>
    </message>
</context>
<context>
    <name>GreysPanel</name>
    <message>
        <source>Greys</source>
        <translation>Grises</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Windows by purpose, and what the file itself offers</source>
        <translation>Ventanas por finalidad, y lo que ofrece el propio archivo</translation>
    </message>
    <message>
        <source>Level: the value in the middle of the window</source>
        <translation>Nivel: el valor en el centro de la ventana</translation>
    </message>
    <message>
        <source>Width: how many values lie between black and white</source>
        <translation>Ancho: cuántos valores hay entre el negro y el blanco</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>Equalise contrast</source>
        <translation>Ecualizar contraste</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>Colour images are shown as they are; they have no window.</source>
        <translation>Las imágenes en color se muestran tal cual; no tienen ventana.</translation>
    </message>
    <message>
        <source>Equalised for the eye: equal greys no longer mean equal values.</source>
        <translation>Ecualizada para la vista: grises iguales ya no significan valores iguales.</translation>
    </message>
    <message>
        <source>File: LUT {name}</source>
        <translation>Archivo: LUT {name}</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation>Archivo: {name}</translation>
    </message>
    <message>
        <source>Without the file&apos;s LUT</source>
        <translation>Sin la LUT del archivo</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Equalised</source>
        <translation>Ecualizada</translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation>Teclas y gestos</translation>
    </message>
    <message>
        <source>Mouse and holding</source>
        <translation>Ratón y teclas mantenidas</translation>
    </message>
</context>
<context>
    <name>HistogramBar</name>
    <message>
        <source>Histogram and window</source>
        <translation>Histograma y ventana</translation>
    </message>
    <message>
        <source>Drag the handles, or the part between them. Arrow keys: left and right move the window, up and down change its width</source>
        <translation>Arrastre los tiradores, o la parte entre ellos. Teclas de flecha: izquierda y derecha mueven la ventana, arriba y abajo cambian su ancho</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>De {low} a {high}</translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>Sample</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>A synthetic radiograph, no patient</source>
        <translation>Una radiografía sintética, sin paciente</translation>
    </message>
    <message>
        <source>Patient {letter}</source>
        <translation>Paciente {letter}</translation>
    </message>
    <message>
        <source>Panes with this letter and colour show one patient</source>
        <translation>Los visores con esta letra y este color muestran al mismo paciente</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Previa</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actual</translation>
    </message>
    <message>
        <source>The model of this pane</source>
        <translation>El modelo de este visor</translation>
    </message>
    <message>
        <source>{name} (identity not in file)</source>
        <translation>{name} (sin identidad en el archivo)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n día antes</numerusform>
            <numerusform>%n días antes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) before</source>
        <translation>
            <numerusform>%n mes antes</numerusform>
            <numerusform>%n meses antes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) before</source>
        <translation>
            <numerusform>%n año antes</numerusform>
            <numerusform>%n años antes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Contrast equalised, for the eye only</source>
        <translation>Contraste ecualizado, solo para la vista</translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message>
        <source>Which images shall it learn from?</source>
        <translation>¿De qué imágenes debe aprender?</translation>
    </message>
    <message>
        <source>Choose folders in which every class has a folder of its own (for example NORMAL and PNEUMONIA), or a table (CSV) that says which image has which class. Several are taken together. Nothing is copied or changed, and nothing leaves this computer. Folders can also be dropped here.</source>
        <translation>Elija carpetas en las que cada clase tenga su propia carpeta (por ejemplo, NORMAL y PNEUMONIA) o una tabla (CSV) que indique la clase de cada imagen. Si son varias, se usan juntas. No se copia ni se cambia nada, y nada sale de este equipo. También se pueden soltar carpetas aquí.</translation>
    </message>
    <message>
        <source>Add folder...</source>
        <translation>Añadir carpeta...</translation>
    </message>
    <message>
        <source>A folder that holds one folder for every class</source>
        <translation>Una carpeta que contiene una carpeta por clase</translation>
    </message>
    <message>
        <source>Add table (CSV)...</source>
        <translation>Añadir tabla (CSV)...</translation>
    </message>
    <message>
        <source>A table with the columns path and label; patient_id and split are used where they are there</source>
        <translation>Una tabla con las columnas path y label; patient_id y split se usan si las hay</translation>
    </message>
    <message>
        <source>Table of labelled images</source>
        <translation>Tabla de imágenes etiquetadas</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>No folder and no table chosen yet.</source>
        <translation>Aún no se ha elegido ninguna carpeta ni tabla.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Leaves these images out; nothing is deleted</source>
        <translation>Omite estas imágenes; no se elimina nada</translation>
    </message>
    <message>
        <source>Looking ...</source>
        <translation>Revisando ...</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n imagen</numerusform>
            <numerusform>%n imágenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n clase</numerusform>
            <numerusform>%n clases</numerusform>
        </translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>divided into training and test already</source>
        <translation>ya dividido en entrenamiento y prueba</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>{label} is what the active model calls {finding}</source>
        <translation>{label} es lo que el modelo activo llama {finding}</translation>
    </message>
    <message>
        <source>Only models with the same finding can be compared with each other</source>
        <translation>Solo se pueden comparar entre sí modelos con el mismo hallazgo</translation>
    </message>
    <message>
        <source>There is one class only. A model needs images with and without the finding.</source>
        <translation>Solo hay una clase. Un modelo necesita imágenes con el hallazgo y sin él.</translation>
    </message>
    <message>
        <source>Which of the two is the finding that the model shall find?</source>
        <translation>¿Cuál de las dos es el hallazgo que debe encontrar el modelo?</translation>
    </message>
    <message>
        <source>More than two classes: the model tells them apart, one of them for every image. Where several findings are named for one image, each is found on its own.</source>
        <translation>Más de dos clases: el modelo las distingue, una de ellas por imagen. Si una imagen lleva varios hallazgos, cada uno se busca por separado.</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} imágenes</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>is the finding: the model gives its probability</source>
        <translation>es el hallazgo: el modelo da su probabilidad</translation>
    </message>
    <message>
        <source>is everything else: the finding is absent</source>
        <translation>es todo lo demás: el hallazgo está ausente</translation>
    </message>
</context>
<context>
    <name>InboxRow</name>
    <message>
        <source>Received images: counting ...</source>
        <translation>Imágenes recibidas: contando ...</translation>
    </message>
    <message>
        <source>Delete images already read...</source>
        <translation>Borrar las imágenes ya leídas...</translation>
    </message>
    <message>
        <source>No received images are kept.</source>
        <translation>No se conservan imágenes recibidas.</translation>
    </message>
    <message numerus="yes">
        <source>Received images: %n file(s), {size} MB; {read} of them read.</source>
        <translation>
            <numerusform>Imágenes recibidas: %n archivo, {size} MB; {read} leídos.</numerusform>
            <numerusform>Imágenes recibidas: %n archivos, {size} MB; {read} leídos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InquiryPickers</name>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Rather than</source>
        <translation>En lugar de</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Highest finding</source>
        <translation>Hallazgo más alto</translation>
    </message>
    <message>
        <source>(no comparison)</source>
        <translation>(sin comparación)</translation>
    </message>
    <message>
        <source>Default: {layer}</source>
        <translation>Por defecto: {layer}</translation>
    </message>
    <message>
        <source>A control, for comparison: it does not look at the model.</source>
        <translation>Un control, para comparar: no mira el modelo.</translation>
    </message>
    <message>
        <source>The same map for every class.</source>
        <translation>El mismo mapa para todas las clases.</translation>
    </message>
    <message>
        <source>The network&apos;s input</source>
        <translation>La entrada de la red</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Looking for images in {name} ...</source>
        <translation>Buscando imágenes en {name} ...</translation>
    </message>
    <message>
        <source>{found} new images among {count} files.</source>
        <translation>{found} imágenes nuevas entre {count} archivos.</translation>
    </message>
</context>
<context>
    <name>KernelCard</name>
    <message>
        <source>mean {mean}, SD {deviation}, least {least}, greatest {greatest}</source>
        <translation>media {mean}, DE {deviation}, mínimo {least}, máximo {greatest}</translation>
    </message>
    <message>
        <source>{share} % of the layer&apos;s weights are near zero: at most {threshold} of the greatest magnitude, {greatest}.</source>
        <translation>El {share} % de los pesos de la capa está cerca de cero: como máximo {threshold} veces la mayor magnitud, {greatest}.</translation>
    </message>
    <message>
        <source>{count} weights, {biases} biases</source>
        <translation>{count} pesos, {biases} sesgos</translation>
    </message>
    <message>
        <source>{layer}, filter {number}</source>
        <translation>{layer}, filtro {number}</translation>
    </message>
    <message>
        <source>{layer}, input {source} to output {output}</source>
        <translation>{layer}, entrada {source} a salida {output}</translation>
    </message>
</context>
<context>
    <name>LayerWindow</name>
    <message>
        <source>by number</source>
        <translation>por número</translation>
    </message>
    <message>
        <source>by mean</source>
        <translation>por media</translation>
    </message>
    <message>
        <source>by deviation</source>
        <translation>por desviación</translation>
    </message>
    <message>
        <source>by greatest value</source>
        <translation>por valor máximo</translation>
    </message>
    <message>
        <source>by gradient x activation</source>
        <translation>por gradiente x activación</translation>
    </message>
    <message>
        <source>What every layer saw</source>
        <translation>Lo que vio cada capa</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Mapas de características</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Dead filters</source>
        <translation>Filtros muertos</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Findings together, each on its own scale; not a probability</source>
        <translation>Hallazgos juntos, cada uno en su escala; no es una probabilidad</translation>
    </message>
</context>
<context>
    <name>LibraryCard</name>
    <message>
        <source>Cases of the library that readers confirmed or corrected</source>
        <translation>Casos de la biblioteca que los lectores confirmaron o corrigieron</translation>
    </message>
    <message>
        <source>The images stay where they are; patients stand in the table as pseudonyms</source>
        <translation>Las imágenes se quedan donde están; los pacientes figuran en la tabla como seudónimos</translation>
    </message>
    <message>
        <source>A case counts where a reader accepted or rejected what the model said of it (Model &gt; Accept finding, Reject finding) and no other reader disagreed. What nobody answered does not count.</source>
        <translation>Un caso cuenta si un lector aceptó o rechazó lo que dijo el modelo (Modelo &gt; Aceptar hallazgo, Rechazar hallazgo) y ningún otro lector discrepó. Lo que nadie respondió no cuenta.</translation>
    </message>
    <message>
        <source>Asking the library ...</source>
        <translation>Consultando la biblioteca ...</translation>
    </message>
    <message>
        <source>The library knows no such case of this model&apos;s findings yet.</source>
        <translation>La biblioteca aún no tiene casos así de los hallazgos de este modelo.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n caso</numerusform>
            <numerusform>%n casos</numerusform>
        </translation>
    </message>
    <message>
        <source>{finding}: {present} with, {absent} without</source>
        <translation>{finding}: {present} con, {absent} sin</translation>
    </message>
    <message>
        <source>Left out: {reasons}</source>
        <translation>Omitidos: {reasons}</translation>
    </message>
</context>
<context>
    <name>LibraryKeeping</name>
    <message numerus="yes">
        <source>%n received file(s) deleted ({size} MB), {left} kept.</source>
        <translation>
            <numerusform>Se eliminó %n archivo recibido ({size} MB), se conservan {left}.</numerusform>
            <numerusform>Se eliminaron %n archivos recibidos ({size} MB), se conservan {left}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forgotten. Databases that were set aside may still name it: {names}</source>
        <translation>Olvidado. Las bases de datos apartadas aún pueden contener datos de ello: {names}</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Olvidado.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Marks written to {name}.</source>
        <translation>Marcas escritas en {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n mask(s) written to {name}.</source>
        <translation>
            <numerusform>%n máscara escrita en {name}.</numerusform>
            <numerusform>%n máscaras escritas en {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Shown in place of the image:</source>
        <translation>Mostrado en lugar de la imagen:</translation>
    </message>
    <message>
        <source>Please note: {flags}.</source>
        <translation>Tenga en cuenta: {flags}.</translation>
    </message>
    <message>
        <source>{width} x {height} cells, enlarged to the image.</source>
        <translation>{width} x {height} celdas, ampliadas a la imagen.</translation>
    </message>
    <message>
        <source>Explained {score}: {value}.</source>
        <translation>Valor explicado, {score}: {value}.</translation>
    </message>
    <message>
        <source>{passes} model runs in {time}.</source>
        <translation>{passes} ejecuciones del modelo en {time}.</translation>
    </message>
    <message>
        <source>Preliminary.</source>
        <translation>Preliminar.</translation>
    </message>
</context>
<context>
    <name>MapPair</name>
    <message>
        <source>Making the map ...</source>
        <translation>Creando el mapa ...</translation>
    </message>
    <message>
        <source>active model</source>
        <translation>modelo activo</translation>
    </message>
    <message>
        <source>new model</source>
        <translation>modelo nuevo</translation>
    </message>
    <message>
        <source>decides rightly</source>
        <translation>decide bien</translation>
    </message>
    <message>
        <source>decides wrongly</source>
        <translation>decide mal</translation>
    </message>
    <message>
        <source>{share} % outside the lungs (an even map {even} %)</source>
        <translation>{share} % fuera de los pulmones (un mapa uniforme, {even} %)</translation>
    </message>
</context>
<context>
    <name>MapsPage</name>
    <message>
        <source>Layers, early to late</source>
        <translation>Capas, de la primera a la última</translation>
    </message>
    <message>
        <source>What the grid shows</source>
        <translation>Qué muestra la cuadrícula</translation>
    </message>
    <message>
        <source>All channels of the layer</source>
        <translation>Todos los canales de la capa</translation>
    </message>
    <message>
        <source>One channel in all layers</source>
        <translation>Un canal en todas las capas</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Order of the channels</source>
        <translation>Orden de los canales</translation>
    </message>
    <message>
        <source>One scale for all</source>
        <translation>Una escala para todos</translation>
    </message>
    <message>
        <source>Channels with the same brightness have the same value; else each its own</source>
        <translation>Los canales con el mismo brillo tienen el mismo valor; si no, cada uno su escala</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Guardar...</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>Guardado en {folder}.</translation>
    </message>
    <message>
        <source>The pictures as PNG, numbers per layer as CSV</source>
        <translation>Las imágenes como PNG, las cifras de cada capa como CSV</translation>
    </message>
    <message>
        <source>The grid as PNG, all values as NPY, numbers per channel as CSV</source>
        <translation>La cuadrícula como PNG, todos los valores como NPY, las cifras de cada canal como CSV</translation>
    </message>
    <message>
        <source>Running the network ...</source>
        <translation>Ejecutando la red ...</translation>
    </message>
    <message>
        <source>Open an image and score it: its layers are shown here.</source>
        <translation>Abra una imagen y puntúela: aquí se muestran sus capas.</translation>
    </message>
    <message>
        <source>Computing the gradient ...</source>
        <translation>Calculando el gradiente ...</translation>
    </message>
    <message>
        <source>{count} channels, {height} x {width}</source>
        <translation>{count} canales, {height} x {width}</translation>
    </message>
    <message>
        <source>Channels of the layer</source>
        <translation>Canales de la capa</translation>
    </message>
    <message>
        <source>Channel {number}</source>
        <translation>Canal {number}</translation>
    </message>
    <message>
        <source>only {count} channels</source>
        <translation>solo {count} canales</translation>
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
        <translation>Deshecho: {what}</translation>
    </message>
    <message>
        <source>Nothing to undo on this image.</source>
        <translation>No hay nada que deshacer en esta imagen.</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rehecho: {what}</translation>
    </message>
    <message>
        <source>Nothing to redo on this image.</source>
        <translation>No hay nada que rehacer en esta imagen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Eliminar todo</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Imagen clave</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Length</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Ángulo de Cobb</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>Índice cardiotorácico</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polígono</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flecha</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>calibrado</translation>
    </message>
    <message>
        <source>est. in the patient</source>
        <translation>est. en el paciente</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>en el detector</translation>
    </message>
    <message>
        <source>calibrated by hand</source>
        <translation>calibrado a mano</translation>
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
        <translation>Longitud: arrastre de un extremo al otro</translation>
    </message>
    <message>
        <source>Click the other end</source>
        <translation>Haga clic en el otro extremo</translation>
    </message>
    <message>
        <source>Angle: drag along the first arm to the vertex</source>
        <translation>Ángulo: arrastre por el primer lado hasta el vértice</translation>
    </message>
    <message>
        <source>Click the vertex</source>
        <translation>Haga clic en el vértice</translation>
    </message>
    <message>
        <source>Click the end of the second arm</source>
        <translation>Haga clic en el extremo del segundo lado</translation>
    </message>
    <message>
        <source>Cobb angle: drag along the first end plate</source>
        <translation>Ángulo de Cobb: arrastre por el primer platillo vertebral</translation>
    </message>
    <message>
        <source>Click the end of the first line</source>
        <translation>Haga clic en el extremo de la primera línea</translation>
    </message>
    <message>
        <source>Drag along the second end plate</source>
        <translation>Arrastre por el segundo platillo vertebral</translation>
    </message>
    <message>
        <source>Click the end of the second line</source>
        <translation>Haga clic en el extremo de la segunda línea</translation>
    </message>
    <message>
        <source>Ratio: drag across the thorax, inner wall to inner wall</source>
        <translation>Índice: arrastre a través del tórax, de pared interna a pared interna</translation>
    </message>
    <message>
        <source>Click the other inner wall</source>
        <translation>Haga clic en la otra pared interna</translation>
    </message>
    <message>
        <source>Click the midline (spinous processes)</source>
        <translation>Haga clic en la línea media (apófisis espinosas)</translation>
    </message>
    <message>
        <source>Click the heart border farthest to the left</source>
        <translation>Haga clic en el borde cardíaco más a la izquierda</translation>
    </message>
    <message>
        <source>Click the heart border farthest to the right</source>
        <translation>Haga clic en el borde cardíaco más a la derecha</translation>
    </message>
    <message>
        <source>Ellipse: drag from corner to corner</source>
        <translation>Elipse: arrastre de esquina a esquina</translation>
    </message>
    <message>
        <source>Click the other corner</source>
        <translation>Haga clic en la otra esquina</translation>
    </message>
    <message>
        <source>Rectangle: drag from corner to corner</source>
        <translation>Rectángulo: arrastre de esquina a esquina</translation>
    </message>
    <message>
        <source>Polygon: click corner after corner</source>
        <translation>Polígono: haga clic en cada vértice</translation>
    </message>
    <message>
        <source>Click the next corner</source>
        <translation>Haga clic en el vértice siguiente</translation>
    </message>
    <message>
        <source>Next corner; double click or Enter ends it</source>
        <translation>Vértice siguiente; doble clic o Intro para terminar</translation>
    </message>
    <message>
        <source>Arrow: drag from the tip away</source>
        <translation>Flecha: arrastre desde la punta hacia fuera</translation>
    </message>
    <message>
        <source>Click where the arrow starts</source>
        <translation>Haga clic donde empieza la flecha</translation>
    </message>
    <message>
        <source>Text: click where it shall stand</source>
        <translation>Texto: haga clic donde debe ir</translation>
    </message>
    <message>
        <source>Calibration: drag along something of known length</source>
        <translation>Calibración: arrastre a lo largo de algo de longitud conocida</translation>
    </message>
    <message>
        <source>heart {heart} / thorax {thorax}</source>
        <translation>corazón {heart} / tórax {thorax}</translation>
    </message>
    <message>
        <source>CTR {ratio}</source>
        <translation>ICT {ratio}</translation>
    </message>
    <message>
        <source>mean {mean}  SD {sd}</source>
        <translation>media {mean}  DE {sd}</translation>
    </message>
    <message>
        <source>min {least}  max {greatest}</source>
        <translation>mín {least}  máx {greatest}</translation>
    </message>
</context>
<context>
    <name>MarksLayer</name>
    <message>
        <source>★ Key image</source>
        <translation>★ Imagen clave</translation>
    </message>
    <message>
        <source>Marks hidden</source>
        <translation>Marcas ocultas</translation>
    </message>
    <message>
        <source>Move: {name}</source>
        <translation>Mover: {name}</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texto</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Marks on this image</source>
        <translation>Marcas de esta imagen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marcas</translation>
    </message>
</context>
<context>
    <name>MaskCommands</name>
    <message>
        <source>Select an ellipse, a rectangle or a polygon first.</source>
        <translation>Seleccione primero una elipse, un rectángulo o un polígono.</translation>
    </message>
    <message>
        <source>No model for lung and heart fields is installed. Import one, or draw masks.</source>
        <translation>No hay ningún modelo de campos pulmonares y corazón instalado. Importe uno, o dibuje máscaras.</translation>
    </message>
    <message>
        <source>There is no mask on this image yet.</source>
        <translation>Aún no hay ninguna máscara en esta imagen.</translation>
    </message>
</context>
<context>
    <name>Masks</name>
    <message>
        <source>lesion</source>
        <translation>lesión</translation>
    </message>
    <message>
        <source>lungs</source>
        <translation>pulmones</translation>
    </message>
    <message>
        <source>left lung</source>
        <translation>pulmón izquierdo</translation>
    </message>
    <message>
        <source>right lung</source>
        <translation>pulmón derecho</translation>
    </message>
    <message>
        <source>heart</source>
        <translation>corazón</translation>
    </message>
    <message>
        <source>Mask: {name}</source>
        <translation>Máscara: {name}</translation>
    </message>
    <message>
        <source>Delete mask: {name}</source>
        <translation>Eliminar máscara: {name}</translation>
    </message>
</context>
<context>
    <name>MasksLayer</name>
    <message>
        <source>Masks hidden</source>
        <translation>Máscaras ocultas</translation>
    </message>
    <message>
        <source>Brush: {name}   Alt: erase   Alt + wheel: size</source>
        <translation>Pincel: {name}   Alt: borrar   Alt + rueda: tamaño</translation>
    </message>
    <message>
        <source>Eraser: {name}   Alt: paint   Alt + wheel: size</source>
        <translation>Borrador: {name}   Alt: pintar   Alt + rueda: tamaño</translation>
    </message>
    <message>
        <source>Mask of {name}: click corners; double click or Enter ends it</source>
        <translation>Máscara ({name}): haga clic en los vértices; doble clic o Intro para terminar</translation>
    </message>
</context>
<context>
    <name>MasksPanel</name>
    <message>
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Estructura</translation>
    </message>
    <message>
        <source>What is drawn. Lungs and lesion are used to test maps; any other word makes a mask of a finding of that name</source>
        <translation>Qué se dibuja. Pulmones y lesión sirven para probar mapas; cualquier otra palabra crea una máscara del hallazgo con ese nombre</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Width of the brush in image pixels: Alt + up, Alt + down, Alt + wheel</source>
        <translation>Ancho del pincel en píxeles de la imagen: Alt + arriba, Alt + abajo, Alt + rueda</translation>
    </message>
    <message>
        <source>Masks on this image</source>
        <translation>Máscaras de esta imagen</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportar...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Lung and heart fields</source>
        <translation>Campos pulmonares y corazón</translation>
    </message>
    <message>
        <source>{percent} % of the image</source>
        <translation>{percent} % de la imagen</translation>
    </message>
    <message>
        <source>No model for lung and heart fields is installed.</source>
        <translation>No hay ningún modelo de campos pulmonares y corazón instalado.</translation>
    </message>
    <message>
        <source>Found by {model}: {names}.</source>
        <translation>Detectado por {model}: {names}.</translation>
    </message>
</context>
<context>
    <name>MissingPage</name>
    <message>
        <source>Training is not installed on this computer</source>
        <translation>El entrenamiento no está instalado en este equipo</translation>
    </message>
    <message>
        <source>Everything else of WhyRay works without it: the trainer is a part of its own, because it is large and few workstations need it.</source>
        <translation>Todo lo demás de WhyRay funciona sin él: el entrenador es una parte aparte, porque es grande y pocas estaciones de trabajo lo necesitan.</translation>
    </message>
    <message>
        <source>The README says more, in the section &quot;Retraining at the clinic&quot;.</source>
        <translation>El README explica más en la sección «Retraining at the clinic».</translation>
    </message>
</context>
<context>
    <name>ModelBar</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Active model</source>
        <translation>Modelo activo</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importar...</translation>
    </message>
    <message>
        <source>Import a model: bundle folder, .whyray or .onnx file</source>
        <translation>Importar un modelo: carpeta de paquete, archivo .whyray u .onnx</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, versión {version}</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>sin modelo</translation>
    </message>
    <message>
        <source>Samples are scored by the phantom model</source>
        <translation>Los ejemplos los puntúa el modelo de fantoma</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>inutilizable</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>ONNX Runtime computes on: {name}</source>
        <translation>ONNX Runtime calcula en: {name}</translation>
    </message>
</context>
<context>
    <name>ModelCardDialog</name>
    <message>
        <source>Model card: {name}</source>
        <translation>Ficha del modelo: {name}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Network, SHA-256</source>
        <translation>Red, SHA-256</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Area under the ROC curve</source>
        <translation>Área bajo la curva ROC</translation>
    </message>
    <message>
        <source>Average precision</source>
        <translation>Precisión media</translation>
    </message>
    <message>
        <source>Brier score (0 is best)</source>
        <translation>Puntuación de Brier (0 es lo mejor)</translation>
    </message>
    <message>
        <source>Calibration error (0 is best)</source>
        <translation>Error de calibración (0 es lo mejor)</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Especificidad</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Exactitud equilibrada</translation>
    </message>
    <message>
        <source>Positive predictive value</source>
        <translation>Valor predictivo positivo</translation>
    </message>
    <message>
        <source>Negative predictive value</source>
        <translation>Valor predictivo negativo</translation>
    </message>
    <message>
        <source>now right</source>
        <translation>ahora bien</translation>
    </message>
    <message>
        <source>now wrong</source>
        <translation>ahora mal</translation>
    </message>
    <message>
        <source>same decision</source>
        <translation>misma decisión</translation>
    </message>
    <message>
        <source>fixed sample</source>
        <translation>muestra fija</translation>
    </message>
    <message>
        <source>passed the tests</source>
        <translation>superó las pruebas</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudosa</translation>
    </message>
    <message>
        <source>fails the tests</source>
        <translation>no supera las pruebas</translation>
    </message>
    <message>
        <source>could not be tested</source>
        <translation>no se pudo probar</translation>
    </message>
    <message>
        <source>speaks against</source>
        <translation>en contra</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>no se puede saber</translation>
    </message>
    <message>
        <source>speaks for</source>
        <translation>a favor</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>observación</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
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
        <translation>Decisiones en los puntos de operación: {new} imágenes son correctas solo con el modelo nuevo, {old} solo con el activo (McNemar, exacta: {p}).</translation>
    </message>
    <message>
        <source>Maps of a fixed sample of {cases} images: with the active model {old} fail the quick tests of trust, with the new one {new}.</source>
        <translation>Mapas de una muestra fija de {cases} imágenes: con el modelo activo, {old} no superan las pruebas rápidas de confianza; con el nuevo, {new}.</translation>
    </message>
    <message>
        <source>Outside the lungs lie on average {old} % of the active model&apos;s maps and {new} % of the new one&apos;s ({cases} images).</source>
        <translation>Fuera de los pulmones queda de media el {old} % de los mapas del modelo activo y el {new} % de los del nuevo ({cases} imágenes).</translation>
    </message>
    <message>
        <source>Where the lungs are is not known here, so it is not told how much lies outside: that needs a model for lung fields.</source>
        <translation>Aquí no se sabe dónde están los pulmones, por lo que no se indica cuánto queda fuera: para eso hace falta un modelo de campos pulmonares.</translation>
    </message>
</context>
<context>
    <name>ModelForm</name>
    <message>
        <source>ImageNet mean and deviation</source>
        <translation>media y desviación de ImageNet</translation>
    </message>
    <message>
        <source>0 .. 255 less ImageNet&apos;s mean, blue first (Keras&apos; ResNet50 to 152)</source>
        <translation>0 .. 255 menos la media de ImageNet, azul primero (ResNet50 a 152 de Keras)</translation>
    </message>
    <message>
        <source>another mean and deviation</source>
        <translation>otra media y otra desviación</translation>
    </message>
    <message>
        <source>-1024 .. 1024 (TorchXRayVision)</source>
        <translation>-1024 .. 1024 (TorchXRayVision)</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Acerca de este modelo</translation>
    </message>
    <message>
        <source>{name} does not say everything. Answer as its maker would: a wrong answer gives wrong scores.</source>
        <translation>{name} no lo dice todo. Responda como lo haría su autor: una respuesta errónea da puntuaciones erróneas.</translation>
    </message>
    <message>
        <source>Class names, separated by commas</source>
        <translation>Nombres de clase, separados por comas</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activación</translation>
    </message>
    <message>
        <source>Pixel scaling</source>
        <translation>Escalado de píxeles</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Desviación</translation>
    </message>
    <message>
        <source>Height x width</source>
        <translation>Alto x ancho</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>sigmoid: each class alone</source>
        <translation>sigmoid: cada clase por separado</translation>
    </message>
    <message>
        <source>softmax: one of them</source>
        <translation>softmax: una de ellas</translation>
    </message>
    <message>
        <source>left empty: class 0, class 1, ...</source>
        <translation>si se deja vacío: class 0, class 1, ...</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>elija</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Area under the ROC curve</source>
        <translation>Área bajo la curva ROC</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>{state}, unusable</source>
        <translation>{state}, inutilizable</translation>
    </message>
    <message>
        <source>active</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>candidato</translation>
    </message>
    <message>
        <source>former</source>
        <translation>anterior</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>eliminado</translation>
    </message>
    <message>
        <source>available</source>
        <translation>disponible</translation>
    </message>
    <message>
        <source>came with WhyRay</source>
        <translation>incluido en WhyRay</translation>
    </message>
    <message>
        <source>signed by this site</source>
        <translation>firmado por este centro</translation>
    </message>
    <message>
        <source>signed, key trusted</source>
        <translation>firmado, clave de confianza</translation>
    </message>
    <message>
        <source>signed, key unknown</source>
        <translation>firmado, clave desconocida</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>sin firma</translation>
    </message>
    <message>
        <source>Made active</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Gone back</source>
        <translation>Se volvió atrás</translation>
    </message>
    <message>
        <source>The active one was unusable</source>
        <translation>El activo era inutilizable</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminado</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportado</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmado</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>test set</source>
        <translation>conjunto de prueba</translation>
    </message>
    <message>
        <source>this site&apos;s test set</source>
        <translation>conjunto de prueba de este centro</translation>
    </message>
    <message>
        <source>validation set</source>
        <translation>conjunto de validación</translation>
    </message>
    <message>
        <source>{name} is retired.</source>
        <translation>{name} está retirado.</translation>
    </message>
    <message>
        <source>{name} is deleted; its results stay readable.</source>
        <translation>{name} se eliminó; sus resultados siguen siendo legibles.</translation>
    </message>
    <message>
        <source>{name} was exported.</source>
        <translation>{name} se exportó.</translation>
    </message>
    <message>
        <source>{name} is signed.</source>
        <translation>{name} está firmado.</translation>
    </message>
    <message>
        <source>Models that {name} signed are trusted now.</source>
        <translation>Ahora se confía en los modelos firmados por {name}.</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} a {high})</translation>
    </message>
    <message>
        <source>{value}, {set} of {count} images</source>
        <translation>{value}, {set} de {count} imágenes</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, versión {version}</translation>
    </message>
    <message>
        <source>Passed: its stored output came out again (off by {error} at most); one image takes {milliseconds} ms on the processor.</source>
        <translation>Superada: volvió a dar su salida guardada (desviación máxima {error}); una imagen tarda {milliseconds} ms en el procesador.</translation>
    </message>
    <message>
        <source>Replaced by another one</source>
        <translation>Sustituido por otro</translation>
    </message>
    <message>
        <source>WhyRay itself</source>
        <translation>El propio WhyRay</translation>
    </message>
</context>
<context>
    <name>ModelsWindow</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Import...</source>
        <translation>Importar...</translation>
    </message>
    <message>
        <source>The active model scores all images of your own. An imported model is a candidate: it changes nothing until somebody makes it active.</source>
        <translation>El modelo activo valora todas las imágenes propias. Un modelo importado es un candidato: no cambia nada hasta que alguien lo active.</translation>
    </message>
    <message>
        <source>Import a model file as a candidate</source>
        <translation>Importar un archivo de modelo como candidato</translation>
    </message>
    <message>
        <source>Make active...</source>
        <translation>Activar...</translation>
    </message>
    <message>
        <source>Try it and use it from now on</source>
        <translation>Lo prueba y lo usa a partir de ahora</translation>
    </message>
    <message>
        <source>Go back...</source>
        <translation>Volver atrás...</translation>
    </message>
    <message>
        <source>Make the model active again that the active one replaced</source>
        <translation>Activa de nuevo el modelo al que sustituyó el activo</translation>
    </message>
    <message>
        <source>Retire...</source>
        <translation>Retirar...</translation>
    </message>
    <message>
        <source>Take it out of use; its files stay</source>
        <translation>Lo pone fuera de uso; sus archivos se quedan</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Eliminar...</translation>
    </message>
    <message>
        <source>Delete its files; results stay readable</source>
        <translation>Elimina sus archivos; los resultados siguen siendo legibles</translation>
    </message>
    <message>
        <source>Export...</source>
        <translation>Exportar...</translation>
    </message>
    <message>
        <source>Write it as one file</source>
        <translation>Lo escribe como un solo archivo</translation>
    </message>
    <message>
        <source>Sign...</source>
        <translation>Firmar...</translation>
    </message>
    <message>
        <source>This site vouches for it with its key</source>
        <translation>Este centro responde de él con su clave</translation>
    </message>
    <message>
        <source>Trust its key...</source>
        <translation>Confiar en su clave...</translation>
    </message>
    <message>
        <source>Models that are signed with the same key may become active</source>
        <translation>Los modelos firmados con la misma clave podrán activarse</translation>
    </message>
    <message>
        <source>Model card...</source>
        <translation>Ficha del modelo...</translation>
    </message>
    <message>
        <source>What it is for and how it was measured</source>
        <translation>Para qué sirve y cómo se midió</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <source>Go back to the model before</source>
        <translation>Volver al modelo anterior</translation>
    </message>
    <message>
        <source>{name} becomes the active model again. It is tried first.</source>
        <translation>{name} vuelve a ser el modelo activo. Antes se prueba.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver atrás</translation>
    </message>
    <message>
        <source>Retire a model</source>
        <translation>Retirar un modelo</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>{name} is not offered any more. Its files and results stay.</source>
        <translation>{name} deja de ofrecerse. Sus archivos y resultados se quedan.</translation>
    </message>
    <message>
        <source>Delete a model</source>
        <translation>Eliminar un modelo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>The files of {name} are deleted. Results it gave stay readable.</source>
        <translation>Se eliminan los archivos de {name}. Los resultados que dio siguen siendo legibles.</translation>
    </message>
    <message>
        <source>Sign a model</source>
        <translation>Firmar un modelo</translation>
    </message>
    <message>
        <source>This site vouches for {name}: whoever trusts its key may use it.</source>
        <translation>Este centro responde de {name}: quien confíe en su clave puede usarlo.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signo</translation>
    </message>
    <message>
        <source>Trust a key</source>
        <translation>Confiar en una clave</translation>
    </message>
    <message>
        <source>{owner} signed this model, as its signature says. Compare the key with what they tell you on another way before you trust it.</source>
        <translation>{owner} firmó este modelo, según su firma. Compare la clave con lo que le comuniquen por otra vía antes de confiar en ella.</translation>
    </message>
    <message>
        <source>An unnamed maker</source>
        <translation>Un fabricante sin nombre</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confiar</translation>
    </message>
    <message>
        <source>Export a model</source>
        <translation>Exportar un modelo</translation>
    </message>
    <message>
        <source>Model (*.whyray)</source>
        <translation>Modelo (*.whyray)</translation>
    </message>
    <message>
        <source>{name} is the active model now.</source>
        <translation>{name} es ahora el modelo activo.</translation>
    </message>
</context>
<context>
    <name>Monitoring</name>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Median score</source>
        <translation>Puntuación mediana</translation>
    </message>
    <message>
        <source>Against the reference</source>
        <translation>Frente a la referencia</translation>
    </message>
    <message>
        <source>At or above the point</source>
        <translation>Alcanzan el punto</translation>
    </message>
    <message>
        <source>Readers agree</source>
        <translation>Lectores de acuerdo</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Especificidad</translation>
    </message>
    <message>
        <source>Median age</source>
        <translation>Edad mediana</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Proyección</translation>
    </message>
    <message>
        <source>age</source>
        <translation>edad</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>color</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>modalidad</translation>
    </message>
    <message>
        <source>body part</source>
        <translation>parte del cuerpo</translation>
    </message>
    <message>
        <source>lateral view</source>
        <translation>proyección lateral</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>demasiado pequeña</translation>
    </message>
    <message>
        <source>one grey</source>
        <translation>un solo gris</translation>
    </message>
    <message>
        <source>black and white swapped</source>
        <translation>blanco y negro intercambiados</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>girada</translation>
    </message>
    <message>
        <source>looks lateral</source>
        <translation>parece lateral</translation>
    </message>
    <message>
        <source>no chest film</source>
        <translation>no es radiografía de tórax</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, versión {version}</translation>
    </message>
    <message>
        <source>{month}: {count} scores, median {median}, half of them from {low} to {high}, nine in ten from {least} to {most}. {drift}</source>
        <translation>{month}: {count} puntuaciones, mediana {median}, la mitad de {low} a {high}, nueve de cada diez de {least} a {most}. {drift}</translation>
    </message>
    <message>
        <source>{percent} ({hits} of {trials})</source>
        <translation>{percent} ({hits} de {trials})</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
</context>
<context>
    <name>MonitoringWindow</name>
    <message>
        <source>Monitoring</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Line: median. Box: half of the scores. Thin line: nine in ten. Dashes: operating point. Triangle: moved against the reference.</source>
        <translation>Línea: mediana. Caja: la mitad de las puntuaciones. Línea fina: nueve de cada diez. Guiones: punto de operación. Triángulo: desplazado frente a la referencia.</translation>
    </message>
    <message>
        <source>Dot: share. Line: its 95 % interval.</source>
        <translation>Punto: proporción. Línea: su intervalo del 95 %.</translation>
    </message>
    <message>
        <source>At or above the operating point</source>
        <translation>Alcanzan el punto de operación</translation>
    </message>
    <message>
        <source>Readers agree with the model</source>
        <translation>Los lectores coinciden con el modelo</translation>
    </message>
    <message>
        <source>Of the images that readers answered. Dot: share. Line: its 95 % interval.</source>
        <translation>De las imágenes que respondieron los lectores. Punto: proporción. Línea: su intervalo del 95 %.</translation>
    </message>
    <message>
        <source>Refused by the input checks</source>
        <translation>Rechazadas por los controles de entrada</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Revisar de nuevo</translation>
    </message>
    <message>
        <source>Save as table...</source>
        <translation>Guardar como tabla...</translation>
    </message>
    <message>
        <source>Recalibrate...</source>
        <translation>Recalibrar...</translation>
    </message>
    <message>
        <source>Fit probabilities and operating points to confirmed cases of this site</source>
        <translation>Ajusta probabilidades y puntos de operación a casos confirmados de este centro</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Finding</source>
        <translation>&amp;Hallazgo</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Versión</translation>
    </message>
    <message>
        <source>Looking through the library ...</source>
        <translation>Revisando la biblioteca ...</translation>
    </message>
    <message>
        <source>There is nothing to look at: the history is off, so no score is remembered. It is switched on in the settings, under Worklist and history.</source>
        <translation>No hay nada que ver: el historial está desactivado, así que no se recuerda ninguna puntuación. Se activa en la configuración, en «Lista de trabajo e historial».</translation>
    </message>
    <message>
        <source>There is nothing to look at yet. Months appear here as soon as images of your own were scored.</source>
        <translation>Aún no hay nada que ver. Los meses aparecen aquí en cuanto se puntúan imágenes propias.</translation>
    </message>
    <message>
        <source>Recalibrate for this site</source>
        <translation>Recalibrar para este centro</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Se guardó {name}.</translation>
    </message>
</context>
<context>
    <name>MonthChart</name>
    <message>
        <source>{month}: nothing</source>
        <translation>{month}: nada</translation>
    </message>
</context>
<context>
    <name>MonthTable</name>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
</context>
<context>
    <name>NodesDialog</name>
    <message>
        <source>DICOM nodes</source>
        <translation>Nodos DICOM</translation>
    </message>
    <message>
        <source>Asking ...</source>
        <translation>Preguntando ...</translation>
    </message>
    <message>
        <source>Our own title</source>
        <translation>Título AE propio</translation>
    </message>
    <message>
        <source>The AE title that we call ourselves; the node&apos;s administrator must allow it</source>
        <translation>El título AE con el que se presenta WhyRay; el administrador del nodo debe permitirlo</translation>
    </message>
    <message>
        <source>New node, as TITLE@HOST:PORT</source>
        <translation>Nodo nuevo, como TÍTULO@HOST:PUERTO</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Encrypted: the node must show a certificate that names its host. Authority, our own certificate and key are in the settings, DICOM network</source>
        <translation>Cifrado: el nodo debe presentar un certificado que nombre su equipo. La autoridad y nuestro certificado con su clave están en Configuración, Red DICOM</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Archives and workstations that images and results can be sent to. Nothing is sent from here; a test only asks whether the node is there and lets us in.</source>
        <translation>Archivos PACS y estaciones a los que se pueden enviar imágenes y resultados. Desde aquí no se envía nada; una prueba solo pregunta si el nodo está y acepta la conexión.</translation>
    </message>
    <message>
        <source>New node</source>
        <translation>Nodo nuevo</translation>
    </message>
    <message>
        <source>No node is named yet.</source>
        <translation>Aún no hay ningún nodo indicado.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Test {node}</source>
        <translation>Probar {node}</translation>
    </message>
    <message>
        <source>Remove {node}</source>
        <translation>Quitar {node}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>OpinionsWindow</name>
    <message>
        <source>Two models on all open images</source>
        <translation>Dos modelos en todas las imágenes abiertas</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Progreso de la comparación</translation>
    </message>
    <message>
        <source>Images, disagreement first</source>
        <translation>Imágenes, primero las discrepancias</translation>
    </message>
    <message>
        <source>First model</source>
        <translation>Primer modelo</translation>
    </message>
    <message>
        <source>Second model</source>
        <translation>Segundo modelo</translation>
    </message>
    <message>
        <source>Class of the first model</source>
        <translation>Clase del primer modelo</translation>
    </message>
    <message>
        <source>Class of the second model</source>
        <translation>Clase del segundo modelo</translation>
    </message>
    <message>
        <source>Classes of the same name</source>
        <translation>Clases del mismo nombre</translation>
    </message>
    <message>
        <source>Images that the models decide otherwise at their own operating points come first, then those with the greatest difference. Click an image to see it with both models.</source>
        <translation>Primero van las imágenes en las que los modelos deciden distinto en sus propios puntos de operación; después, las de mayor diferencia. Haga clic en una imagen para verla con ambos modelos.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} puntos</translation>
    </message>
    <message>
        <source>no operating point</source>
        <translation>sin punto de operación</translation>
    </message>
    <message>
        <source>decided otherwise</source>
        <translation>decisión distinta</translation>
    </message>
    <message>
        <source>same decision</source>
        <translation>misma decisión</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>changed</source>
        <translation>cambiada</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>The preset&apos;s value again</source>
        <translation>De nuevo el valor del ajuste</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>A number is wanted.</source>
        <translation>Se espera un número.</translation>
    </message>
    <message>
        <source>Allowed: {range}</source>
        <translation>Permitido: {range}</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Reset to defaults</source>
        <translation>Valores por defecto</translation>
    </message>
    <message>
        <source>Options ({count} changed)</source>
        <translation>Opciones ({count} cambiadas)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Own image...</source>
        <translation>Imagen propia...</translation>
    </message>
    <message>
        <source>Folder of images...</source>
        <translation>Carpeta de imágenes...</translation>
    </message>
    <message>
        <source>Array file (.npy)...</source>
        <translation>Archivo de matriz (.npy)...</translation>
    </message>
    <message>
        <source>{name}, default {value}</source>
        <translation>{name}, por defecto {value}</translation>
    </message>
</context>
<context>
    <name>OutcomeList</name>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>What became of each</source>
        <translation>Qué pasó con cada uno</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copiar lista</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n listo</numerusform>
            <numerusform>%n listos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallido</numerusform>
            <numerusform>%n fallidos</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>Score a refused image</source>
        <translation>Puntuar una imagen rechazada</translation>
    </message>
    <message>
        <source>The input checks refused this image:</source>
        <translation>Los controles de entrada rechazaron esta imagen:</translation>
    </message>
    <message>
        <source>Its scores mean nothing for a patient. The reason is kept with the image and stands on every picture, file and report made of it.</source>
        <translation>Sus puntuaciones no significan nada para un paciente. El motivo se guarda con la imagen y figura en cada imagen, archivo e informe que se haga de ella.</translation>
    </message>
    <message>
        <source>Why do you want the score?</source>
        <translation>¿Por qué quiere la puntuación?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Score anyway</source>
        <translation>Puntuar igualmente</translation>
    </message>
</context>
<context>
    <name>OverrideStrip</name>
    <message>
        <source>Scored although the input checks refused it. Reason given: {reason}</source>
        <translation>Puntuada aunque los controles de entrada la rechazaron. Motivo indicado: {reason}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Escriba lo que quiere hacer</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Comandos encontrados</translation>
    </message>
    <message>
        <source>{command} (on)</source>
        <translation>{command} (activado)</translation>
    </message>
    <message>
        <source>Needs {what}</source>
        <translation>Requiere {what}</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Radiograph</source>
        <translation>Radiografía</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>The pages as they will be printed</source>
        <translation>Las páginas tal como se imprimirán</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Página {number}</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>The password is being checked</source>
        <translation>Comprobando la contraseña</translation>
    </message>
    <message>
        <source>Too many wrong passwords. The next one is taken in {time}.</source>
        <translation>Demasiadas contraseñas erróneas. La siguiente se admite dentro de {time}.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show what was typed: {name}</source>
        <translation>Mostrar lo escrito: {name}</translation>
    </message>
    <message>
        <source>The caps lock seems to be on.</source>
        <translation>Parece que el bloqueo de mayúsculas está activado.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
</context>
<context>
    <name>PathLabel</name>
    <message>
        <source>(hidden while patients are masked)</source>
        <translation>(oculto mientras los pacientes están ocultos)</translation>
    </message>
</context>
<context>
    <name>ProgressView</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Progreso del lote</translation>
    </message>
    <message>
        <source>Files that failed</source>
        <translation>Archivos que fallaron</translation>
    </message>
    <message>
        <source>Failed file</source>
        <translation>Archivo fallido</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
</context>
<context>
    <name>PromotionDialog</name>
    <message>
        <source>Promote the new model</source>
        <translation>Adoptar el modelo nuevo</translation>
    </message>
    <message>
        <source>{new} takes the place of {old} for every image that is scored from now on. It is tried first in a process of its own. Results of the old model stay as they are, and you can go back to it.</source>
        <translation>{new} sustituye a {old} para todas las imágenes que se puntúen a partir de ahora. Antes se prueba en un proceso aparte. Los resultados del modelo anterior no cambian, y se puede volver a él.</translation>
    </message>
    <message>
        <source>I have read this and promote it all the same</source>
        <translation>He leído esto y lo adopto igualmente</translation>
    </message>
    <message>
        <source>Why (stands in the history of the model)</source>
        <translation>Por qué (figura en el historial del modelo)</translation>
    </message>
    <message>
        <source>Why the model is promoted</source>
        <translation>Por qué se adopta el modelo</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Adoptar</translation>
    </message>
    <message>
        <source>Keep the active model</source>
        <translation>Mantener el modelo activo</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Why (stands in the model&apos;s history)</source>
        <translation>Por qué (figura en el historial del modelo)</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>Recalibration</name>
    <message>
        <source>On patients held out of the fit the new probabilities are nearer to the truth.</source>
        <translation>En pacientes excluidos del ajuste, las nuevas probabilidades se acercan más a la verdad.</translation>
    </message>
    <message>
        <source>On patients held out of the fit no clear difference was found. There is little reason to exchange the model.</source>
        <translation>En pacientes excluidos del ajuste no se halló una diferencia clara. Hay pocos motivos para cambiar el modelo.</translation>
    </message>
    <message>
        <source>On patients held out of the fit the new probabilities are further from the truth. Keep the model as it is.</source>
        <translation>En pacientes excluidos del ajuste, las nuevas probabilidades se alejan más de la verdad. Deje el modelo como está.</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>equilibrado</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>sensible</translation>
    </message>
    <message>
        <source>specific</source>
        <translation>específico</translation>
    </message>
    <message>
        <source>The trainer is not installed here. It is installed with the training side, or beside this program as whyray-trainer.</source>
        <translation>El entrenador no está instalado aquí. Se instala con la parte de entrenamiento o junto a este programa como whyray-trainer.</translation>
    </message>
    <message>
        <source>There is no case whose file is there and can be read.</source>
        <translation>No hay ningún caso cuyo archivo esté disponible y se pueda leer.</translation>
    </message>
    <message>
        <source>Too few patients: {counts}. {least} with the finding and {least} without are needed; with fewer the new figures would be chance ({source}). Confirm more cases first.</source>
        <translation>Muy pocos pacientes: {counts}. Se necesitan {least} con el hallazgo y {least} sin él; con menos, las cifras nuevas serían azar ({source}). Confirme antes más casos.</translation>
    </message>
    <message>
        <source>{finding}: the scores rank these cases the wrong way round, and no calibration mends that. Look at the labels; if they are right, the model does not fit these images.</source>
        <translation>{finding}: las puntuaciones ordenan estos casos al revés, y ninguna calibración lo corrige. Revise las etiquetas; si son correctas, el modelo no sirve para estas imágenes.</translation>
    </message>
    <message>
        <source>The model knows {known}; the cases are labelled {found}. Name them alike.</source>
        <translation>El modelo conoce {known}; los casos están etiquetados como {found}. Nómbrelos igual.</translation>
    </message>
    <message>
        <source>{finding}: {present} with, {absent} without</source>
        <translation>{finding}: {present} con, {absent} sin</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>un archivo</translation>
    </message>
    <message>
        <source>Probabilities are now frequencies among these cases ({shares}). Where readers answer images with a finding more often than others, they are too high for the clinic&apos;s mix.</source>
        <translation>Las probabilidades son ahora frecuencias entre estos casos ({shares}). Si los lectores responden más a menudo a imágenes con un hallazgo que a otras, son demasiado altas para la mezcla de la clínica.</translation>
    </message>
    <message>
        <source>{finding} stays as it was: {present} patients with it, {absent} without; {least} are needed.</source>
        <translation>{finding} queda como estaba: {present} pacientes con él, {absent} sin él; se necesitan {least}.</translation>
    </message>
    <message>
        <source>{file} could not be read and was left out.</source>
        <translation>{file} no se pudo leer y se omitió.</translation>
    </message>
    <message>
        <source>A row of {file} cannot be used: {reason}</source>
        <translation>Una fila de {file} no se puede usar: {reason}</translation>
    </message>
    <message>
        <source>{finding}: Brier score (0 is best)</source>
        <translation>{finding}: puntuación de Brier (0 es lo mejor)</translation>
    </message>
    <message>
        <source>{finding}: calibration error (0 is best)</source>
        <translation>{finding}: error de calibración (0 es lo mejor)</translation>
    </message>
    <message>
        <source>{finding}: mean probability; {frequency} have it</source>
        <translation>{finding}: probabilidad media; {frequency} lo tienen</translation>
    </message>
    <message>
        <source>{finding}, {point} point: from</source>
        <translation>{finding}, punto {point}: desde</translation>
    </message>
    <message>
        <source>{finding}, {point}: sensitivity</source>
        <translation>{finding}, {point}: sensibilidad</translation>
    </message>
    <message>
        <source>{finding}, {point}: specificity</source>
        <translation>{finding}, {point}: especificidad</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} a {high})</translation>
    </message>
    <message>
        <source>{finding}: the Brier score changes by {value} ({low} to {high}); below 0 is better.</source>
        <translation>{finding}: la puntuación de Brier cambia en {value} ({low} a {high}); por debajo de 0 es mejor.</translation>
    </message>
</context>
<context>
    <name>RecalibrationWindow</name>
    <message>
        <source>Recalibration</source>
        <translation>Recalibración</translation>
    </message>
    <message>
        <source>Cases of the library</source>
        <translation>Casos de la biblioteca</translation>
    </message>
    <message>
        <source>A table of my own (CSV)</source>
        <translation>Una tabla propia (CSV)</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Elegir...</translation>
    </message>
    <message>
        <source>Recalibrate</source>
        <translation>Recalibrar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Import as candidate</source>
        <translation>Importar como candidato</translation>
    </message>
    <message>
        <source>Open models...</source>
        <translation>Abrir modelos...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Fits probabilities and operating points anew to cases that readers of this site have confirmed or corrected. The network stays as it is: images are ranked as before, and maps are the same. The new version is a candidate; it changes nothing until somebody makes it active.</source>
        <translation>Ajusta de nuevo probabilidades y puntos de operación a casos que los lectores de este centro han confirmado o corregido. La red no cambia: las imágenes se ordenan como antes y los mapas son los mismos. La nueva versión es candidata; no cambia nada hasta que alguien la active.</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, versión {version}</translation>
    </message>
    <message>
        <source>Asking the library ...</source>
        <translation>Consultando la biblioteca ...</translation>
    </message>
    <message>
        <source>The library knows no case of this model&apos;s findings yet.</source>
        <translation>La biblioteca aún no tiene casos de los hallazgos de este modelo.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n caso</numerusform>
            <numerusform>%n casos</numerusform>
        </translation>
    </message>
    <message>
        <source>{finding}: {present} patients with, {absent} without</source>
        <translation>{finding}: {present} pacientes con, {absent} sin</translation>
    </message>
    <message>
        <source>left out: {count} ({why})</source>
        <translation>omitidos: {count} ({why})</translation>
    </message>
    <message>
        <source>{version}: fitted on {images} images of {patients} patients.</source>
        <translation>{version}: ajustada con {images} imágenes de {patients} pacientes.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After, held out</source>
        <translation>Después, excluidos</translation>
    </message>
    <message>
        <source>Figures before and after</source>
        <translation>Cifras antes y después</translation>
    </message>
    <message>
        <source>Recalibrated for this site with {images} cases</source>
        <translation>Recalibrado para este centro con {images} casos</translation>
    </message>
    <message>
        <source>Trying the new version ...</source>
        <translation>Probando la nueva versión ...</translation>
    </message>
    <message>
        <source>{name} is a candidate now. It is made active in the window of models.</source>
        <translation>{name} es ahora candidato. Se activa en la ventana de modelos.</translation>
    </message>
</context>
<context>
    <name>ReceivingSign</name>
    <message>
        <source>Receiving at {address}</source>
        <translation>Recepción en {address}</translation>
    </message>
    <message>
        <source>DICOM peers can send images to {title} at {address}. They join the list without changing what is on screen. Settings &gt; DICOM network turns this off.</source>
        <translation>Otros equipos DICOM pueden enviar imágenes a {title} en {address}. Se añaden a la lista sin cambiar lo que hay en pantalla. Se desactiva en Configuración &gt; Red DICOM.</translation>
    </message>
    <message>
        <source>Connections are encrypted (TLS).</source>
        <translation>Las conexiones están cifradas (TLS).</translation>
    </message>
    <message>
        <source>Connections are not encrypted.</source>
        <translation>Las conexiones no están cifradas.</translation>
    </message>
</context>
<context>
    <name>ReliabilityChart</name>
    <message>
        <source>Probability against frequency</source>
        <translation>Probabilidad frente a frecuencia</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>after, on held-out patients</source>
        <translation>después, en pacientes excluidos</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frecuencia</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Save PDF...</source>
        <translation>Guardar PDF...</translation>
    </message>
    <message>
        <source>Print...</source>
        <translation>Imprimir...</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Saving ...</source>
        <translation>Guardando ...</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Se guardó {name}.</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>What you see. The program writes nothing here.</source>
        <translation>Lo que usted ve. El programa no escribe nada aquí.</translation>
    </message>
    <message>
        <source>Impression</source>
        <translation>Conclusión</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>Preliminar</translation>
    </message>
    <message>
        <source>Verified by the reader</source>
        <translation>Verificado por el lector</translation>
    </message>
    <message>
        <source>e.g. radiologist</source>
        <translation>p. ej. radiólogo, radióloga</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Lector</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>A verified report needs the reader&apos;s name and role.</source>
        <translation>Un informe verificado necesita el nombre y la función del lector.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Pages of details</source>
        <translation>Páginas de detalles</translation>
    </message>
    <message>
        <source>Other findings, every test of the map, versions and options</source>
        <translation>Otros hallazgos, todas las pruebas del mapa, versiones y opciones</translation>
    </message>
    <message>
        <source>Lines instead of colours</source>
        <translation>Líneas en lugar de colores</translation>
    </message>
    <message>
        <source>Can be read from grey printers and copies</source>
        <translation>Se puede leer en impresiones en grises y en copias</translation>
    </message>
    <message>
        <source>Without names, numbers and dates</source>
        <translation>Sin nombres, números ni fechas</translation>
    </message>
    <message>
        <source>Text burned into the pixels stays; look at the picture before you give it away</source>
        <translation>El texto incrustado en los píxeles permanece; mire la imagen antes de entregarla</translation>
    </message>
</context>
<context>
    <name>RestSign</name>
    <message>
        <source>Click to go on.</source>
        <translation>Haga clic para reanudar.</translation>
    </message>
    <message>
        <source>{done} of {total} processed, paused</source>
        <translation>{done} de {total} procesadas, en pausa</translation>
    </message>
    <message>
        <source>{done} of {total} processed</source>
        <translation>{done} de {total} procesadas</translation>
    </message>
    <message>
        <source>Click to let it rest.</source>
        <translation>Haga clic para pausar.</translation>
    </message>
    <message>
        <source>The open images that nobody looks at are scored behind everything else, for the order of the worklist. Settings &gt; Reading turns this off.</source>
        <translation>Las imágenes abiertas que nadie mira se puntúan después de todo lo demás, para el orden de la lista de trabajo. Se desactiva en Configuración &gt; Lectura.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>The new model beside the active one</source>
        <translation>El modelo nuevo junto al activo</translation>
    </message>
    <message>
        <source>Open a finished training to see what came of it.</source>
        <translation>Abra un entrenamiento terminado para ver qué resultó.</translation>
    </message>
    <message>
        <source>This model is the active one.</source>
        <translation>Este modelo es el activo.</translation>
    </message>
    <message>
        <source>There is no active model, or this training left no test images.</source>
        <translation>No hay modelo activo, o este entrenamiento no dejó imágenes de prueba.</translation>
    </message>
    <message>
        <source>Measuring both models on the same images ...</source>
        <translation>Midiendo ambos modelos con las mismas imágenes ...</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Progreso de la comparación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Promote...</source>
        <translation>Adoptar...</translation>
    </message>
    <message>
        <source>Keep the active model</source>
        <translation>Mantener el modelo activo</translation>
    </message>
    <message>
        <source>Compare the maps</source>
        <translation>Comparar los mapas</translation>
    </message>
    <message>
        <source>Where both models look, on a fixed sample and where they differ; takes minutes</source>
        <translation>Dónde miran ambos modelos, en una muestra fija y donde difieren; tarda minutos</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Guardar...</translation>
    </message>
    <message>
        <source>The page as HTML, figures and cases as CSV</source>
        <translation>La página como HTML, cifras y casos como CSV</translation>
    </message>
    <message>
        <source>Method of the maps</source>
        <translation>Método de los mapas</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Subgroups</source>
        <translation>Subgrupos</translation>
    </message>
    <message>
        <source>Images on which they differ</source>
        <translation>Imágenes en las que difieren</translation>
    </message>
    <message>
        <source>The models decide alike on every image, and no probability moved much.</source>
        <translation>Los modelos deciden igual en todas las imágenes, y ninguna probabilidad cambió mucho.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>{new} beside {old}, on {images} images of {patients} patients.</source>
        <translation>{new} junto a {old}, con {images} imágenes de {patients} pacientes.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could not be read.</source>
        <translation>
            <numerusform>No se pudo leer %n imagen.</numerusform>
            <numerusform>No se pudieron leer %n imágenes.</numerusform>
        </translation>
    </message>
    <message>
        <source>All classes (mean)</source>
        <translation>Todas las clases (media)</translation>
    </message>
    <message>
        <source>Below each value: its 95 % interval, over patients. Differences are paired.</source>
        <translation>Bajo cada valor: su intervalo del 95 %, por pacientes. Las diferencias son pareadas.</translation>
    </message>
    <message>
        <source>Subgroups: area under the ROC curve, {finding}</source>
        <translation>Subgrupos: área bajo la curva ROC, {finding}</translation>
    </message>
    <message>
        <source>Making and testing the maps of both ...</source>
        <translation>Creando y probando los mapas de ambos ...</translation>
    </message>
    <message>
        <source>Making the maps ...</source>
        <translation>Creando los mapas ...</translation>
    </message>
    <message>
        <source>Promote the new model</source>
        <translation>Adoptar el modelo nuevo</translation>
    </message>
    <message>
        <source>Trying the new model ...</source>
        <translation>Probando el modelo nuevo ...</translation>
    </message>
    <message>
        <source>{name} is the active model now.</source>
        <translation>{name} es ahora el modelo activo.</translation>
    </message>
    <message>
        <source>The active model stays. The new one remains in the list of trainings.</source>
        <translation>El modelo activo se mantiene. El nuevo sigue en la lista de entrenamientos.</translation>
    </message>
    <message>
        <source>Folder for the comparison</source>
        <translation>Carpeta para la comparación</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>Guardado en {folder}.</translation>
    </message>
</context>
<context>
    <name>Retraining</name>
    <message>
        <source>{name} names a trainer that is not there: {path}</source>
        <translation>{name} indica un entrenador que no existe: {path}</translation>
    </message>
    <message>
        <source>Training is a separate part of WhyRay, because it is large. Install “WhyRay Trainer” on this computer, from where WhyRay itself was obtained, and open this window again. Reading and explaining images does not need it.</source>
        <translation>El entrenamiento es una parte separada de WhyRay, porque es grande. Instale «WhyRay Trainer» en este equipo, desde donde obtuvo el propio WhyRay, y abra de nuevo esta ventana. Para leer y explicar imágenes no hace falta.</translation>
    </message>
    <message>
        <source>the trainer is not installed</source>
        <translation>el entrenador no está instalado</translation>
    </message>
    <message>
        <source>the trainer has ended without an answer</source>
        <translation>el entrenador terminó sin responder</translation>
    </message>
    <message>
        <source>Try again; if it happens again, install the trainer anew.</source>
        <translation>Inténtelo de nuevo; si se repite, vuelva a instalar el entrenador.</translation>
    </message>
    <message>
        <source>No labelled radiographs were found.</source>
        <translation>No se encontraron radiografías etiquetadas.</translation>
    </message>
    <message>
        <source>Choose a folder that holds one folder per class, or a table with the columns path and label.</source>
        <translation>Elija una carpeta que contenga una carpeta por clase, o una tabla con las columnas path y label.</translation>
    </message>
    <message>
        <source>No image has a label.</source>
        <translation>Ninguna imagen tiene etiqueta.</translation>
    </message>
    <message>
        <source>Give a table that names the class of every image.</source>
        <translation>Indique una tabla que nombre la clase de cada imagen.</translation>
    </message>
    <message>
        <source>All images are {label}: there is nothing to tell apart.</source>
        <translation>Todas las imágenes son {label}: no hay nada que distinguir.</translation>
    </message>
    <message>
        <source>Add images of the other class.</source>
        <translation>Añada imágenes de la otra clase.</translation>
    </message>
    <message>
        <source>No image shows {label}.</source>
        <translation>Ninguna imagen muestra {label}.</translation>
    </message>
    <message>
        <source>Add images of that class.</source>
        <translation>Añada imágenes de esa clase.</translation>
    </message>
    <message>
        <source>Only {images} images of {patients} patients show {label}.</source>
        <translation>Solo {images} imágenes de {patients} pacientes muestran {label}.</translation>
    </message>
    <message>
        <source>At least {least_images} images of {least_patients} patients are needed to learn and to measure anything; some hundreds are better. Add images of that class.</source>
        <translation>Hacen falta al menos {least_images} imágenes de {least_patients} pacientes para aprender y medir algo; mejor algunos cientos. Añada imágenes de esa clase.</translation>
    </message>
    <message>
        <source>No image of the {split} part shows {label}.</source>
        <translation>Ninguna imagen de la parte de {split} muestra {label}.</translation>
    </message>
    <message>
        <source>Every class needs patients for training, validation and test; add images of it.</source>
        <translation>Cada clase necesita pacientes para entrenamiento, validación y prueba; añada imágenes suyas.</translation>
    </message>
    <message>
        <source>The same picture stands in two classes: {files}.</source>
        <translation>La misma imagen está en dos clases: {files}.</translation>
    </message>
    <message>
        <source>Decide which is right, and remove the other file.</source>
        <translation>Decida cuál es la correcta y quite el otro archivo.</translation>
    </message>
    <message>
        <source>A patient has images both for training and for measuring.</source>
        <translation>Un paciente tiene imágenes tanto para entrenar como para medir.</translation>
    </message>
    <message>
        <source>The figures would be too good. Keep all images of a patient in one part.</source>
        <translation>Las cifras serían demasiado buenas. Deje todas las imágenes de un paciente en una sola parte.</translation>
    </message>
    <message>
        <source>None of the {count} images can be read.</source>
        <translation>No se puede leer ninguna de las {count} imágenes.</translation>
    </message>
    <message>
        <source>Check that these are radiographs, and that you may read the folder.</source>
        <translation>Compruebe que son radiografías y que puede leer la carpeta.</translation>
    </message>
    <message>
        <source>Files that cannot be read: {count}.</source>
        <translation>Archivos que no se pueden leer: {count}.</translation>
    </message>
    <message>
        <source>Files that cannot be read and are left out: {count}.</source>
        <translation>Archivos que no se pueden leer y se omiten: {count}.</translation>
    </message>
    <message>
        <source>The check names them.</source>
        <translation>La revisión los nombra.</translation>
    </message>
    <message>
        <source>Rows of the tables that cannot be used and are left out: {count}.</source>
        <translation>Filas de las tablas que no se pueden usar y se omiten: {count}.</translation>
    </message>
    <message>
        <source>Patients with images in several parts: {count}. The figures would be too good.</source>
        <translation>Pacientes con imágenes en varias partes: {count}. Las cifras serían demasiado buenas.</translation>
    </message>
    <message>
        <source>Images that are, or nearly are, in two parts: {count}. The figures would be too good.</source>
        <translation>Imágenes que están, o casi, en dos partes: {count}. Las cifras serían demasiado buenas.</translation>
    </message>
    <message>
        <source>Pairs of equal or nearly equal images in different classes: {count}.</source>
        <translation>Pares de imágenes iguales o casi iguales en clases distintas: {count}.</translation>
    </message>
    <message>
        <source>Pairs of equal or nearly equal images of different patients: {count}. Perhaps one person under two ids.</source>
        <translation>Pares de imágenes iguales o casi iguales de pacientes distintos: {count}. Quizá una persona con dos identificadores.</translation>
    </message>
    <message>
        <source>Images that are there more than once and are used once: {images}.</source>
        <translation>Imágenes repetidas que se usan una sola vez: {images}.</translation>
    </message>
    <message>
        <source>Images without a label: {count}.</source>
        <translation>Imágenes sin etiqueta: {count}.</translation>
    </message>
    <message>
        <source>Few images show {label}: {images}.</source>
        <translation>Pocas imágenes muestran {label}: {images}.</translation>
    </message>
    <message>
        <source>Images that are not learned from, because their patients are in the locked test set: {images}.</source>
        <translation>Imágenes de las que no se aprende porque sus pacientes están en el conjunto de prueba bloqueado: {images}.</translation>
    </message>
    <message>
        <source>Images that are called test but were learned from before: {images}. They cannot measure anything and are learned from again.</source>
        <translation>Imágenes designadas como de prueba, pero de las que ya se aprendió: {images}. No pueden medir nada y se vuelve a aprender de ellas.</translation>
    </message>
    <message>
        <source>Images of the locked test set that are not where they were: {images}.</source>
        <translation>Imágenes del conjunto de prueba bloqueado que no están donde estaban: {images}.</translation>
    </message>
    <message>
        <source>Images in the locked test set of this clinic: {images}. Images of new patients that join it: {fresh}.</source>
        <translation>Imágenes del conjunto de prueba bloqueado de este centro: {images}. Imágenes de pacientes nuevos que se le suman: {fresh}.</translation>
    </message>
    <message>
        <source>Images of the locked test set that have other classes and are left out: {images}.</source>
        <translation>Imágenes del conjunto de prueba bloqueado que tienen otras clases y se omiten: {images}.</translation>
    </message>
    <message>
        <source>Images that the starting model has learned from already: {images}.</source>
        <translation>Imágenes de las que el modelo de partida ya ha aprendido: {images}.</translation>
    </message>
    <message>
        <source>Images of which it is not known whose they are: {images}. Each counts as another patient.</source>
        <translation>Imágenes de las que no se sabe de quién son: {images}. Cada una cuenta como otro paciente.</translation>
    </message>
    <message>
        <source>Images that are left out for their view ({views}): {images}.</source>
        <translation>Imágenes que se omiten por su proyección ({views}): {images}.</translation>
    </message>
    <message>
        <source>Files that are named more than once: {count} ({files}).</source>
        <translation>Archivos nombrados más de una vez: {count} ({files}).</translation>
    </message>
    <message>
        <source>Remove or mend them.</source>
        <translation>Quítelos o corríjalos.</translation>
    </message>
    <message>
        <source>It is not clear what is to be told apart: {labels}.</source>
        <translation>No está claro qué hay que distinguir: {labels}.</translation>
    </message>
    <message>
        <source>Go back and choose which class is the finding.</source>
        <translation>Vuelva atrás y elija qué clase es el hallazgo.</translation>
    </message>
    <message>
        <source>Going on from a model keeps its network; another one was chosen.</source>
        <translation>Continuar desde un modelo conserva su red; se eligió otra.</translation>
    </message>
    <message>
        <source>Begin from nothing to change the network.</source>
        <translation>Empiece de cero para cambiar la red.</translation>
    </message>
    <message>
        <source>The trainer cannot go on from this model: it does not know its network.</source>
        <translation>El entrenador no puede continuar desde este modelo: no conoce su red.</translation>
    </message>
    <message>
        <source>Begin from nothing, or choose another model.</source>
        <translation>Empiece de cero o elija otro modelo.</translation>
    </message>
    <message>
        <source>There is no model to go on from.</source>
        <translation>No hay ningún modelo desde el que continuar.</translation>
    </message>
    <message>
        <source>Choose a model, or begin from nothing.</source>
        <translation>Elija un modelo o empiece de cero.</translation>
    </message>
    <message>
        <source>The locked test set was altered.</source>
        <translation>El conjunto de prueba bloqueado se modificó.</translation>
    </message>
    <message>
        <source>Restore it from a backup.</source>
        <translation>Restáurelo de una copia de seguridad.</translation>
    </message>
    <message>
        <source>There is too little room on the disk.</source>
        <translation>No hay espacio suficiente en el disco.</translation>
    </message>
    <message>
        <source>Free some room. What was learned so far is safe.</source>
        <translation>Libere espacio. Lo aprendido hasta ahora está a salvo.</translation>
    </message>
    <message>
        <source>Another training is running on this computer.</source>
        <translation>Hay otro entrenamiento en marcha en este equipo.</translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it, then go on.</source>
        <translation>Espere a que termine o cancélelo, y luego reanude.</translation>
    </message>
    <message>
        <source>The last words of the trainer: {output}</source>
        <translation>Las últimas palabras del entrenador: {output}</translation>
    </message>
    <message>
        <source>The trainer was stopped.</source>
        <translation>El entrenador se detuvo.</translation>
    </message>
    <message>
        <source>The training was cancelled.</source>
        <translation>El entrenamiento se canceló.</translation>
    </message>
    <message>
        <source>No images were chosen.</source>
        <translation>No se eligieron imágenes.</translation>
    </message>
    <message>
        <source>Add a folder or a table.</source>
        <translation>Añada una carpeta o una tabla.</translation>
    </message>
    <message>
        <source>It is not clear what is to be told apart.</source>
        <translation>No está claro qué hay que distinguir.</translation>
    </message>
    <message>
        <source>Decide which class is right.</source>
        <translation>Decida qué clase es la correcta.</translation>
    </message>
    <message>
        <source>That is too few to learn it well or to measure it; {least} are few.</source>
        <translation>Son muy pocas para aprenderlo bien o medirlo; {least} ya son pocas.</translation>
    </message>
    <message>
        <source>Only {images} images of the {split} part show {label}: the sensitivity moves by {points} points with every single one.</source>
        <translation>Solo {images} imágenes de la parte de {split} muestran {label}: la sensibilidad varía {points} puntos con cada una.</translation>
    </message>
    <message>
        <source>Shortcut: classes with one {fact} only, where others have others: {classes}.</source>
        <translation>Atajo: clases con un solo valor de «{fact}», mientras otras tienen otros: {classes}.</translation>
    </message>
    <message>
        <source>The model may learn that instead of the disease. Add images that break the link.</source>
        <translation>El modelo puede aprender eso en lugar de la enfermedad. Añada imágenes que rompan esa relación.</translation>
    </message>
    <message>
        <source>Shortcut: the {fact} alone tells the class of {guessed} % of the images (the most frequent class: {always} %).</source>
        <translation>Atajo: el dato «{fact}» por sí solo revela la clase del {guessed} % de las imágenes (la clase más frecuente: {always} %).</translation>
    </message>
    <message>
        <source>Bring them back, or the new model is measured on fewer images.</source>
        <translation>Devuélvalas a su sitio o el modelo nuevo se medirá con menos imágenes.</translation>
    </message>
    <message>
        <source>They are never used to measure.</source>
        <translation>Nunca se usan para medir.</translation>
    </message>
    <message>
        <source>The starting model does not tell which images it has learned from; some of them may be in the test set.</source>
        <translation>El modelo de partida no dice de qué imágenes ha aprendido; algunas pueden estar en el conjunto de prueba.</translation>
    </message>
    <message>
        <source>Its own figures may then be too good.</source>
        <translation>Sus propias cifras pueden ser entonces demasiado buenas.</translation>
    </message>
    <message>
        <source>If patients have several images, some are learned from and measured on, and the figures are too good. Name the patients in a table, column patient_id.</source>
        <translation>Si hay pacientes con varias imágenes, se aprende de unas y se mide con otras, y las cifras son demasiado buenas. Indique los pacientes en una tabla, columna patient_id.</translation>
    </message>
    <message>
        <source>A folder or table of images cannot be used: {file}</source>
        <translation>No se puede usar una carpeta o tabla de imágenes: {file}</translation>
    </message>
    <message>
        <source>Check that it is there and may be read; a table needs the columns path and label.</source>
        <translation>Compruebe que existe y se puede leer; una tabla necesita las columnas path y label.</translation>
    </message>
    <message>
        <source>Something unexpected happened in the trainer ({kind}).</source>
        <translation>Ocurrió algo inesperado en el entrenador ({kind}).</translation>
    </message>
    <message>
        <source>Letting it go on may help; the last lines of the log tell more.</source>
        <translation>Reanudarlo puede ayudar; las últimas líneas del registro dicen más.</translation>
    </message>
    <message>
        <source>The classes are others than those of the starting model ({before}): {now}. Its last layer goes on from what it knows of those.</source>
        <translation>Las clases son distintas de las del modelo de partida ({before}): {now}. Su última capa parte de lo que sabe de aquellas.</translation>
    </message>
    <message>
        <source>The classes are others than those of the starting model ({before}): {now}. Its last layer starts anew.</source>
        <translation>Las clases son distintas de las del modelo de partida ({before}): {now}. Su última capa empieza de nuevo.</translation>
    </message>
    <message>
        <source>A model with other classes cannot be compared with the active one.</source>
        <translation>Un modelo con otras clases no se puede comparar con el activo.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validación</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>source</source>
        <translation>origen</translation>
    </message>
    <message>
        <source>view</source>
        <translation>proyección</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>sexo</translation>
    </message>
    <message>
        <source>age</source>
        <translation>edad</translation>
    </message>
    <message>
        <source>kind of file</source>
        <translation>tipo de archivo</translation>
    </message>
    <message>
        <source>size of the image</source>
        <translation>tamaño de la imagen</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>color</translation>
    </message>
    <message>
        <source>(hidden while patients are masked)</source>
        <translation>(oculto mientras los pacientes están ocultos)</translation>
    </message>
    <message>
        <source>Cancel the training of &quot;{name}&quot;?</source>
        <translation>¿Cancelar el entrenamiento de «{name}»?</translation>
    </message>
    <message>
        <source>What was learned up to the last finished round is kept, and the training can be gone on with later.</source>
        <translation>Lo aprendido hasta la última ronda terminada se conserva, y el entrenamiento se puede reanudar más tarde.</translation>
    </message>
    <message>
        <source>Cancel training</source>
        <translation>Cancelar entrenamiento</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Dejarlo seguir</translation>
    </message>
    <message>
        <source>Delete the training of &quot;{name}&quot;?</source>
        <translation>¿Eliminar el entrenamiento de «{name}»?</translation>
    </message>
    <message>
        <source>Its curves, its log and its result are removed for good. A model that was taken into use stays.</source>
        <translation>Sus curvas, su registro y su resultado se eliminan definitivamente. Un modelo que se puso en uso se conserva.</translation>
    </message>
    <message>
        <source>It is running and will be ended first.</source>
        <translation>Está en marcha y antes se terminará.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Visibilidad</translation>
    </message>
    <message>
        <source>Retraining</source>
        <translation>Reentrenamiento</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} a {high})</translation>
    </message>
    <message>
        <source>comes later</source>
        <translation>más tarde</translation>
    </message>
    <message>
        <source>to be filled in</source>
        <translation>por completar</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>done, with warnings</source>
        <translation>hecho, con advertencias</translation>
    </message>
    <message>
        <source>must be mended</source>
        <translation>debe corregirse</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpido</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Starting the trainer ...</source>
        <translation>Iniciando el entrenador ...</translation>
    </message>
    <message>
        <source>Reading the images ...</source>
        <translation>Leyendo las imágenes ...</translation>
    </message>
    <message>
        <source>Learning from the images</source>
        <translation>Aprendiendo de las imágenes</translation>
    </message>
    <message>
        <source>Making its percentages true, and choosing its operating points ...</source>
        <translation>Calibrando sus porcentajes y eligiendo sus puntos de operación ...</translation>
    </message>
    <message>
        <source>Writing the model and proving that it computes the same ...</source>
        <translation>Escribiendo el modelo y comprobando que calcula lo mismo ...</translation>
    </message>
    <message>
        <source>Measuring on the untouched test images ...</source>
        <translation>Midiendo con las imágenes de prueba intactas ...</translation>
    </message>
    <message>
        <source>Writing the new model ...</source>
        <translation>Escribiendo el modelo nuevo ...</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>Prueba rápida</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>A fondo</translation>
    </message>
    <message>
        <source>Few rounds. Shows whether the images are any good; rarely the best model.</source>
        <translation>Pocas rondas. Muestra si las imágenes sirven; rara vez da el mejor modelo.</translation>
    </message>
    <message>
        <source>As many rounds as help; stops by itself when nothing gets better.</source>
        <translation>Tantas rondas como ayuden; se detiene solo cuando nada mejora.</translation>
    </message>
    <message>
        <source>Many slow rounds with more variety of the images. For the night.</source>
        <translation>Muchas rondas lentas con más variedad de las imágenes. Para la noche.</translation>
    </message>
    <message>
        <source>Stopping as soon as it can ...</source>
        <translation>Deteniéndose lo antes posible ...</translation>
    </message>
    <message>
        <source>Paused: it uses no processor until you go on.</source>
        <translation>En pausa: no usa el procesador hasta que usted lo reanude.</translation>
    </message>
    <message>
        <source>Something ended the training: the computer was switched off, or the trainer was stopped. Go on continues after the last finished round.</source>
        <translation>Algo interrumpió el entrenamiento: se apagó el equipo o se detuvo el entrenador. «Reanudar» continúa tras la última ronda terminada.</translation>
    </message>
    <message>
        <source>You cancelled it. Go on continues where it stopped.</source>
        <translation>Usted lo canceló. «Reanudar» continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>The new model is ready. See the result: only who promotes it puts it to use.</source>
        <translation>El modelo nuevo está listo. Vea el resultado: solo se usa si se promueve.</translation>
    </message>
    <message>
        <source>The training could not go on.</source>
        <translation>El entrenamiento no pudo continuar.</translation>
    </message>
    <message>
        <source>{done} rounds (epochs), the best was {best}</source>
        <translation>{done} rondas (épocas), la mejor fue la {best}</translation>
    </message>
    <message>
        <source>Round (epoch) {current} of at most {planned}</source>
        <translation>Ronda (época) {current} de {planned} como máximo</translation>
    </message>
    <message>
        <source>about {time} left, often less</source>
        <translation>tiempo restante aprox.: {time}, a menudo menos</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>menos de un minuto</translation>
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
        <translation>{days} días</translation>
    </message>
    <message>
        <source>goes on from that model</source>
        <translation>continúa desde ese modelo</translation>
    </message>
    <message>
        <source>learns everything anew</source>
        <translation>aprende todo de nuevo</translation>
    </message>
</context>
<context>
    <name>RetrainingSign</name>
    <message>
        <source>The training of {name} is finished.</source>
        <translation>El entrenamiento de {name} ha terminado.</translation>
    </message>
    <message>
        <source>The training of {name} was cancelled.</source>
        <translation>El entrenamiento de {name} se canceló.</translation>
    </message>
    <message>
        <source>The training of {name} was interrupted.</source>
        <translation>El entrenamiento de {name} se interrumpió.</translation>
    </message>
    <message>
        <source>The training of {name} has failed.</source>
        <translation>El entrenamiento de {name} ha fallado.</translation>
    </message>
    <message>
        <source>Retraining starts</source>
        <translation>Empieza el reentrenamiento</translation>
    </message>
    <message>
        <source>Retraining {share} %</source>
        <translation>Reentrenamiento {share} %</translation>
    </message>
    <message>
        <source>Retraining paused</source>
        <translation>Reentrenamiento en pausa</translation>
    </message>
    <message>
        <source>A new model is ready</source>
        <translation>Hay un modelo nuevo</translation>
    </message>
    <message>
        <source>Retraining failed</source>
        <translation>El reentrenamiento falló</translation>
    </message>
    <message>
        <source>Retraining was interrupted</source>
        <translation>El reentrenamiento se interrumpió</translation>
    </message>
    <message>
        <source>Click to see it.</source>
        <translation>Haga clic para verlo.</translation>
    </message>
</context>
<context>
    <name>RetrainingWindow</name>
    <message>
        <source>Retrain the model</source>
        <translation>Reentrenar el modelo</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>Entrenamientos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What was filled in is kept until WhyRay ends; a training goes on</source>
        <translation>Lo completado se conserva hasta que termine WhyRay; un entrenamiento sigue en marcha</translation>
    </message>
    <message>
        <source>Check the images</source>
        <translation>Revisar las imágenes</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Iniciar entrenamiento</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ver el resultado</translation>
    </message>
    <message>
        <source>no case of the library is left whose file is there and unaltered</source>
        <translation>no queda ningún caso de la biblioteca cuyo archivo esté disponible y sin modificar</translation>
    </message>
    <message>
        <source>Add a folder or a table of images.</source>
        <translation>Añada una carpeta o una tabla de imágenes.</translation>
    </message>
    <message>
        <source>Looking for the files of the library&apos;s cases</source>
        <translation>Buscando los archivos de los casos de la biblioteca</translation>
    </message>
    <message>
        <source>Cancel training</source>
        <translation>Cancelar entrenamiento</translation>
    </message>
    <message>
        <source>Go on with the training</source>
        <translation>Reanudar el entrenamiento</translation>
    </message>
    <message>
        <source>Delete training</source>
        <translation>Eliminar entrenamiento</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>All trainings</source>
        <translation>Entrenamientos</translation>
    </message>
    <message>
        <source>Deleting a training never removes a model that was taken into use.</source>
        <translation>Eliminar un entrenamiento nunca quita un modelo que se puso en uso.</translation>
    </message>
    <message>
        <source>There is no training yet. The steps at the left lead to the first one.</source>
        <translation>Aún no hay ningún entrenamiento. Los pasos de la izquierda llevan al primero.</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Modelo nuevo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>AUC (test)</source>
        <translation>AUC (prueba)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ver el resultado</translation>
    </message>
    <message>
        <source>Delete...</source>
        <translation>Eliminar...</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Nuevo entrenamiento</translation>
    </message>
    <message>
        <source>Its curves, figures and log</source>
        <translation>Sus curvas, cifras y registro</translation>
    </message>
    <message>
        <source>Continues after the last finished round</source>
        <translation>Continúa tras la última ronda terminada</translation>
    </message>
    <message>
        <source>Removes its folder: curves, log and unused result</source>
        <translation>Elimina su carpeta: curvas, registro y resultado no usado</translation>
    </message>
</context>
<context>
    <name>Samples</name>
    <message>
        <source>Ground-glass opacity</source>
        <translation>Vidrio deslustrado</translation>
    </message>
    <message>
        <source>A haze in both lungs; the vessels stay visible through it.</source>
        <translation>Una opacidad tenue en ambos pulmones; los vasos siguen visibles a través de ella.</translation>
    </message>
    <message>
        <source>Consolidation</source>
        <translation>Consolidación</translation>
    </message>
    <message>
        <source>Dense, ragged area in the left lung with open bronchi. Stored as MONOCHROME1 (inverted).</source>
        <translation>Área densa e irregular en el pulmón izquierdo con bronquios permeables. Guardada como MONOCHROME1 (invertida).</translation>
    </message>
    <message>
        <source>Pleural effusion</source>
        <translation>Derrame pleural</translation>
    </message>
    <message>
        <source>Fluid at the base of the left lung; the angle and the dome are hidden.</source>
        <translation>Líquido en la base del pulmón izquierdo; el seno y la cúpula están borrados.</translation>
    </message>
    <message>
        <source>Single nodule</source>
        <translation>Nódulo único</translation>
    </message>
    <message>
        <source>One ball in the left lung.</source>
        <translation>Una esfera en el pulmón izquierdo.</translation>
    </message>
    <message>
        <source>Two nodules</source>
        <translation>Dos nódulos</translation>
    </message>
    <message>
        <source>One ball in each lung, both under 4.5 cm.</source>
        <translation>Una esfera en cada pulmón, ambas de menos de 4,5 cm.</translation>
    </message>
    <message>
        <source>Clear lungs</source>
        <translation>Pulmones despejados</translation>
    </message>
    <message>
        <source>No opacity was drawn.</source>
        <translation>No se dibujó ninguna opacidad.</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>calibrated</source>
        <translation>calibrado</translation>
    </message>
    <message>
        <source>estimated in the patient</source>
        <translation>estimado en el paciente</translation>
    </message>
    <message>
        <source>calibrated by hand</source>
        <translation>calibrado a mano</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>en el detector</translation>
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
        <translation>Propia de cada imagen</translation>
    </message>
    <message>
        <source>Same for all, up to</source>
        <translation>Igual para todas, hasta</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>Escala de los colores</translation>
    </message>
    <message>
        <source>A fixed scale lets images be compared; only maps of one method can be</source>
        <translation>Una escala fija permite comparar imágenes; solo son comparables los mapas de un mismo método</translation>
    </message>
    <message>
        <source>Value of the last colour</source>
        <translation>Valor del último color</translation>
    </message>
</context>
<context>
    <name>ScopePicker</name>
    <message>
        <source>Which images</source>
        <translation>Qué imágenes</translation>
    </message>
    <message>
        <source>The image on screen</source>
        <translation>La imagen en pantalla</translation>
    </message>
    <message numerus="yes">
        <source>%n open image(s) of this study</source>
        <translation>
            <numerusform>%n imagen abierta de este estudio</numerusform>
            <numerusform>%n imágenes abiertas de este estudio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n open image(s)</source>
        <translation>
            <numerusform>La %n imagen abierta</numerusform>
            <numerusform>Las %n imágenes abiertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Image {number}</source>
        <translation>Imagen {number}</translation>
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
        <translation>Terminar sesión</translation>
    </message>
    <message>
        <source>Ends the administrator session</source>
        <translation>Termina la sesión de administrador</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Administrator (by group)</source>
        <translation>Administrador (por grupo)</translation>
    </message>
    <message>
        <source>Record-keeping settings, network and models can be changed. The session ends by itself after 15 minutes without a key or a click.</source>
        <translation>Se pueden cambiar los ajustes de registro, red y modelos. La sesión termina sola tras 15 minutos sin teclas ni clics.</translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <source>Set password</source>
        <translation>Definir contraseña</translation>
    </message>
    <message>
        <source>{what}: this is for the administrator, and no password was set yet.</source>
        <translation>{what}: esto corresponde al administrador, y aún no se ha definido ninguna contraseña.</translation>
    </message>
    <message>
        <source>With this password the DICOM network, record-keeping settings and models are changed on this computer. It also opens the key that signs models trained here.</source>
        <translation>Con esta contraseña se cambian en este equipo la red DICOM, los ajustes de registro y los modelos. También abre la clave que firma los modelos entrenados aquí.</translation>
    </message>
    <message>
        <source>It is a guard against mistakes, not against somebody who owns the disk. Nobody can tell it to you again: write it down and lock it away.</source>
        <translation>Protege contra errores, no contra quien tenga el disco en su poder. Nadie podrá decírsela de nuevo: anótela y guárdela bajo llave.</translation>
    </message>
    <message>
        <source>New administrator password</source>
        <translation>Nueva contraseña de administrador</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Image and mouse</source>
        <translation>Imagen y ratón</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicación</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Worklist and history</source>
        <translation>Lista de trabajo e historial</translation>
    </message>
    <message>
        <source>DICOM network</source>
        <translation>Red DICOM</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Contour</source>
        <translation>Contorno</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Recuadros</translation>
    </message>
    <message>
        <source>Superpixels</source>
        <translation>Superpíxeles</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequeño</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Start with names and dates masked</source>
        <translation>Iniciar con nombres y fechas ocultos</translation>
    </message>
    <message>
        <source>Wheel over an image of one frame</source>
        <translation>Rueda sobre una imagen de un fotograma</translation>
    </message>
    <message>
        <source>Zooms</source>
        <translation>Amplía y reduce</translation>
    </message>
    <message>
        <source>Goes to the next image</source>
        <translation>Pasa a la imagen siguiente</translation>
    </message>
    <message>
        <source>Zoom and move all panes together</source>
        <translation>Ampliar y mover todos los visores juntos</translation>
    </message>
    <message>
        <source>Window all panes together</source>
        <translation>Ajustar la ventana de todos los visores juntos</translation>
    </message>
    <message>
        <source>Dragging up brightens instead of darkens</source>
        <translation>Arrastrar hacia arriba aclara en lugar de oscurecer</translation>
    </message>
    <message>
        <source>Measuring tools stay in hand after a mark</source>
        <translation>Las herramientas de medición siguen activas tras una marca</translation>
    </message>
    <message>
        <source>Enlargement of the magnifier</source>
        <translation>Aumento de la lupa</translation>
    </message>
    <message>
        <source>Frames per second where the file does not say</source>
        <translation>Fotogramas por segundo si el archivo no lo indica</translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation>Colores del mapa de calor</translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation>Opacidad del mapa de calor</translation>
    </message>
    <message>
        <source>Weaker evidence is not painted</source>
        <translation>La evidencia más débil no se pinta</translation>
    </message>
    <message>
        <source>How the map is drawn</source>
        <translation>Cómo se dibuja el mapa</translation>
    </message>
    <message>
        <source>Explain at once when a score reaches its operating point</source>
        <translation>Explicar enseguida cuando una puntuación alcanza su punto de operación</translation>
    </message>
    <message>
        <source>Hide what the model says until I have looked</source>
        <translation>Ocultar lo que dice el modelo hasta que yo haya mirado</translation>
    </message>
    <message>
        <source>Score in the background what nobody looks at</source>
        <translation>Puntuar en segundo plano lo que nadie mira</translation>
    </message>
    <message>
        <source>All open images</source>
        <translation>Todas las abiertas</translation>
    </message>
    <message>
        <source>Received images only</source>
        <translation>Solo las recibidas</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Find lung and heart fields, with a model for masks</source>
        <translation>Detectar campos pulmonares y corazón, con un modelo de máscaras</translation>
    </message>
    <message>
        <source>Use a graphics processor where there really is one</source>
        <translation>Usar un procesador gráfico donde realmente lo haya</translation>
    </message>
    <message>
        <source>Only activate models that are signed by a trusted key</source>
        <translation>Activar solo modelos firmados por una clave de confianza</translation>
    </message>
    <message>
        <source>Paper of reports</source>
        <translation>Papel de los informes</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Name of the clinic on reports</source>
        <translation>Nombre de la clínica en los informes</translation>
    </message>
    <message>
        <source>Logo on reports (PNG or JPEG)</source>
        <translation>Logotipo en los informes (PNG o JPEG)</translation>
    </message>
    <message>
        <source>Name of the reader</source>
        <translation>Nombre del lector</translation>
    </message>
    <message>
        <source>Role of the reader</source>
        <translation>Función del lector</translation>
    </message>
    <message>
        <source>Lines instead of colours, safe on grey printers</source>
        <translation>Líneas en lugar de colores, seguro en impresoras en grises</translation>
    </message>
    <message>
        <source>Add pages of details to reports</source>
        <translation>Añadir páginas de detalles a los informes</translation>
    </message>
    <message>
        <source>Folder whose new images are opened; empty: none</source>
        <translation>Carpeta cuyas imágenes nuevas se abren; vacío: ninguna</translation>
    </message>
    <message>
        <source>Remember the files that were opened last</source>
        <translation>Recordar los últimos archivos abiertos</translation>
    </message>
    <message>
        <source>Memory for decoded images, in MB</source>
        <translation>Memoria para imágenes decodificadas, en MB</translation>
    </message>
    <message>
        <source>Remember studies for the worklist, and log what is done</source>
        <translation>Recordar los estudios para la lista de trabajo y registrar lo que se hace</translation>
    </message>
    <message>
        <source>Days after which a study that was not opened again is forgotten at the next start, with its marks and decisions; 0: never</source>
        <translation>Días tras los que un estudio no abierto de nuevo se olvida en el siguiente inicio, con sus marcas y decisiones; 0: nunca</translation>
    </message>
    <message>
        <source>Our own title (AE title), as DICOM peers know us</source>
        <translation>Título AE propio, con el que otros equipos DICOM conocen a WhyRay</translation>
    </message>
    <message>
        <source>DICOM nodes to send to, as TITLE@HOST:PORT, with /tls at the end where they speak TLS; several with a blank between</source>
        <translation>Nodos DICOM a los que enviar, como TÍTULO@HOST:PUERTO, con /tls al final si usan TLS; varios separados por un espacio</translation>
    </message>
    <message>
        <source>Receive images from DICOM peers while the window is open</source>
        <translation>Recibir imágenes de otros equipos DICOM mientras la ventana está abierta</translation>
    </message>
    <message>
        <source>Address to receive at; 127.0.0.1: from this computer only, 0.0.0.0: from the network</source>
        <translation>Dirección de recepción; 127.0.0.1: solo desde este equipo, 0.0.0.0: desde la red</translation>
    </message>
    <message>
        <source>Port to receive at</source>
        <translation>Puerto de recepción</translation>
    </message>
    <message>
        <source>Titles that may connect to us, with commas between; empty: any</source>
        <translation>Títulos AE que pueden conectarse, separados por comas; vacío: cualquiera</translation>
    </message>
    <message>
        <source>Group of the operating system whose members need no administrator password; empty: none</source>
        <translation>Grupo del sistema operativo cuyos miembros no necesitan contraseña de administrador; vacío: ninguno</translation>
    </message>
    <message>
        <source>Receive over encrypted connections (TLS) only</source>
        <translation>Recibir solo por conexiones cifradas (TLS)</translation>
    </message>
    <message>
        <source>Peers that send to us over TLS must show a certificate of the authority</source>
        <translation>Los equipos que nos envían por TLS deben presentar un certificado de la autoridad</translation>
    </message>
    <message>
        <source>TLS: authority that vouches for peers (PEM file); empty: those of the system, where we call</source>
        <translation>TLS: autoridad que responde de los otros equipos (archivo PEM); vacío: las del sistema, cuando llamamos nosotros</translation>
    </message>
    <message>
        <source>TLS: our own certificate (PEM file)</source>
        <translation>TLS: nuestro propio certificado (archivo PEM)</translation>
    </message>
    <message>
        <source>TLS: its key, without a password (PEM file); empty: in the same file</source>
        <translation>TLS: su clave, sin contraseña (archivo PEM); vacío: en el mismo archivo</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Buscar una opción</translation>
    </message>
    <message>
        <source>No setting has such a name.</source>
        <translation>Ninguna opción se llama así.</translation>
    </message>
    <message>
        <source>Unlock...</source>
        <translation>Desbloquear...</translation>
    </message>
    <message>
        <source>Unlock: {group}</source>
        <translation>Desbloquear: {group}</translation>
    </message>
    <message>
        <source>Only the administrator changes these settings</source>
        <translation>Solo el administrador cambia estos ajustes</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Elegir...</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key)</source>
        <translation>Certificados y claves (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Valores por defecto</translation>
    </message>
    <message>
        <source>Of locked settings nothing is changed</source>
        <translation>De los ajustes bloqueados no se cambia nada</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Buscar un comando</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Press the key</source>
        <translation>Pulse la tecla</translation>
    </message>
    <message>
        <source>Click here, then press the key</source>
        <translation>Haga clic aquí y pulse la tecla</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Usar esta tecla</translation>
    </message>
    <message>
        <source>Use it too</source>
        <translation>Usarla también</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Sin teclas</translation>
    </message>
    <message>
        <source>Default keys</source>
        <translation>Teclas por defecto</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>All keys to their defaults</source>
        <translation>Restablecer todas las teclas</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>This is no key that can be used.</source>
        <translation>Esta tecla no se puede usar.</translation>
    </message>
    <message>
        <source>Press one key, not a sequence.</source>
        <translation>Pulse una sola tecla, no una secuencia.</translation>
    </message>
    <message>
        <source>{key} is needed to move through the window.</source>
        <translation>{key} se necesita para desplazarse por la ventana.</translation>
    </message>
    <message>
        <source>{key} does something while it is held.</source>
        <translation>{key} hace algo mientras se mantiene pulsada.</translation>
    </message>
    <message>
        <source>{key} already means: {command}. Take it away there first.</source>
        <translation>{key} ya significa: {command}. Quítela primero allí.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>How shall it be trained?</source>
        <translation>¿Cómo se debe entrenar?</translation>
    </message>
    <message>
        <source>The choices that are set already fit most clinics. The new model never replaces the active one by itself.</source>
        <translation>Las opciones ya elegidas sirven para la mayoría de los centros. El modelo nuevo nunca sustituye por sí solo al activo.</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Modelo nuevo</translation>
    </message>
    <message>
        <source>the same network as the active model</source>
        <translation>la misma red que el modelo activo</translation>
    </message>
    <message>
        <source>{name}, {millions} million weights</source>
        <translation>{name}, {millions} millones de pesos</translation>
    </message>
    <message>
        <source>Measuring how long this takes on this computer ...</source>
        <translation>Midiendo cuánto tarda esto en este equipo ...</translation>
    </message>
    <message>
        <source>On this computer {time}: at most {epochs} rounds (epochs) over {images} images. Stops earlier where nothing gets better; takes longer while others use it.</source>
        <translation>En este equipo, {time}: como máximo {epochs} rondas (épocas) sobre {images} imágenes. Se detiene antes si nada mejora; tarda más si otros programas lo usan.</translation>
    </message>
    <message>
        <source>It needs {disk} of disk and {memory} GB of memory.</source>
        <translation>Necesita {disk} de disco y {memory} GB de memoria.</translation>
    </message>
    <message>
        <source>Only {free} GB of memory are free: close other programs first.</source>
        <translation>Solo hay {free} GB de memoria libres: cierre antes otros programas.</translation>
    </message>
    <message>
        <source>The time could not be measured: {reason}</source>
        <translation>No se pudo medir el tiempo: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) changed</source>
        <translation>
            <numerusform>%n opción cambiada</numerusform>
            <numerusform>%n opciones cambiadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting point</source>
        <translation>Punto de partida</translation>
    </message>
    <message>
        <source>Go on from the active model</source>
        <translation>Continuar desde el modelo activo</translation>
    </message>
    <message>
        <source>Begin from nothing</source>
        <translation>Empezar de cero</translation>
    </message>
    <message>
        <source>Go on from another model</source>
        <translation>Continuar desde otro modelo</translation>
    </message>
    <message>
        <source>It forgets all that the active model knows. Needs many more images and much more time; other classes are possible.</source>
        <translation>Olvida todo lo que sabe el modelo activo. Necesita muchas más imágenes y mucho más tiempo; permite otras clases.</translation>
    </message>
    <message>
        <source>It must tell the same classes as your images.</source>
        <translation>Debe distinguir las mismas clases que sus imágenes.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Another model</source>
        <translation>Otro modelo</translation>
    </message>
    <message>
        <source>How thorough</source>
        <translation>Minuciosidad</translation>
    </message>
    <message>
        <source>All options...</source>
        <translation>Todas las opciones...</translation>
    </message>
    <message>
        <source>For experts: every option of the training</source>
        <translation>Para expertos: todas las opciones del entrenamiento</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Nombre del modelo nuevo</translation>
    </message>
    <message>
        <source>As readers will see it beside every result.</source>
        <translation>Tal como lo verán los lectores junto a cada resultado.</translation>
    </message>
    <message>
        <source>Recommended: it keeps what {name} knows and learns what is different here. Needs the fewest images and the least time. Where your images have other classes, the two models cannot be compared.</source>
        <translation>Recomendado: conserva lo que sabe {name} y aprende lo que aquí es distinto. Necesita menos imágenes y menos tiempo. Si sus imágenes tienen otras clases, los dos modelos no se pueden comparar.</translation>
    </message>
    <message>
        <source>the active model</source>
        <translation>el modelo activo</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, versión {version}</translation>
    </message>
    <message>
        <source>There is no other model</source>
        <translation>No hay otro modelo</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>aprox. {time}</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
</context>
<context>
    <name>StudyTable</name>
    <message>
        <source>Studies</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>Click sorts, dragging moves or widens a column, a right click fits them again</source>
        <translation>Un clic ordena, arrastrar mueve o ensancha una columna, un clic derecho las vuelve a ajustar</translation>
    </message>
    <message>
        <source>Fit columns again</source>
        <translation>Reajustar columnas</translation>
    </message>
</context>
<context>
    <name>SubgroupTable</name>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Subgroups</source>
        <translation>Subgrupos</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
</context>
<context>
    <name>SystemDialog</name>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Nothing of this tells about patients.</source>
        <translation>Nada de esto revela datos de pacientes.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
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
        <translation>Proveedores presentes</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Hilos del procesador</translation>
    </message>
    <message>
        <source>Memory free</source>
        <translation>Memoria libre</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>Pantallas</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>User folder</source>
        <translation>Carpeta del usuario</translation>
    </message>
    <message>
        <source>Active model</source>
        <translation>Modelo activo</translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation>Calcula en</translation>
    </message>
    <message>
        <source>{width} x {height}, scaled {ratio}</source>
        <translation>{width} x {height}, escala {ratio}</translation>
    </message>
</context>
<context>
    <name>TargetForm</name>
    <message>
        <source>Into a folder</source>
        <translation>En una carpeta</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Elegir...</translation>
    </message>
    <message>
        <source>To a DICOM node</source>
        <translation>A un nodo DICOM</translation>
    </message>
    <message>
        <source>DICOM node</source>
        <translation>Nodo DICOM</translation>
    </message>
    <message>
        <source>Nodes...</source>
        <translation>Nodos...</translation>
    </message>
    <message>
        <source>none is named yet</source>
        <translation>aún ninguno indicado</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Words of the mark</source>
        <translation>Texto de la marca</translation>
    </message>
    <message>
        <source>Type, then Enter</source>
        <translation>Escriba y pulse Intro</translation>
    </message>
</context>
<context>
    <name>ThumbnailStrip</name>
    <message>
        <source>Open images</source>
        <translation>Imágenes abiertas</translation>
    </message>
</context>
<context>
    <name>TileBoard</name>
    <message>
        <source>computing ...</source>
        <translation>calculando ...</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>{number}  {name}</source>
        <translation>{number}  {name}</translation>
    </message>
    <message>
        <source>the reference</source>
        <translation>mapa de comparación</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>no definido</translation>
    </message>
    <message>
        <source>nothing that both saw</source>
        <translation>ninguna zona común</translation>
    </message>
    <message>
        <source>ranks {ranks}, top {percent} % {overlap}</source>
        <translation>rangos {ranks}, {percent} % superior {overlap}</translation>
    </message>
    <message>
        <source>{layer}: ±{high}</source>
        <translation>{layer}: ±{high}</translation>
    </message>
    <message>
        <source>{layer}: {low} to {high}</source>
        <translation>{layer}: {low} a {high}</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Progress of the training</source>
        <translation>Progreso del entrenamiento</translation>
    </message>
    <message>
        <source>No training</source>
        <translation>Sin entrenamiento</translation>
    </message>
    <message>
        <source>Start one, or open one of the list of all trainings.</source>
        <translation>Inicie uno o abra uno de la lista de todos los entrenamientos.</translation>
    </message>
    <message>
        <source>You may close this window, and WhyRay too; the training goes on.</source>
        <translation>Puede cerrar esta ventana, y también WhyRay; el entrenamiento continúa.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Leaves the computer to others until you go on</source>
        <translation>Deja el equipo libre para otras tareas hasta que usted lo reanude</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Continues after the last finished round</source>
        <translation>Continúa tras la última ronda terminada</translation>
    </message>
    <message>
        <source>Cancel training...</source>
        <translation>Cancelar entrenamiento...</translation>
    </message>
    <message>
        <source>Ends it; what was learned so far is kept</source>
        <translation>Lo termina; lo aprendido hasta ahora se conserva</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ver el resultado</translation>
    </message>
    <message>
        <source>The new model beside the active one</source>
        <translation>El modelo nuevo junto al activo</translation>
    </message>
    <message>
        <source>Error (loss): lower is better</source>
        <translation>Error (pérdida): cuanto más bajo, mejor</translation>
    </message>
    <message>
        <source>Where the error on validation rises while that on training falls, the model learns the training images by heart</source>
        <translation>Si el error en validación sube mientras baja el de entrenamiento, el modelo se aprende de memoria las imágenes de entrenamiento</translation>
    </message>
    <message>
        <source>On validation: higher is better</source>
        <translation>En validación: cuanto más alto, mejor</translation>
    </message>
    <message>
        <source>AUC: how well ill and healthy are told apart, 0.5 is chance. Sensitivity: share of the ill that are found</source>
        <translation>AUC: lo bien que se distinguen enfermos y sanos, 0,5 es el azar. Sensibilidad: proporción de enfermos detectados</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Ver registro</translation>
    </message>
    <message>
        <source>Log of the training</source>
        <translation>Registro del entrenamiento</translation>
    </message>
    <message>
        <source>Hide log</source>
        <translation>Ocultar registro</translation>
    </message>
    <message>
        <source>When that is mended, Go on continues after the last finished round.</source>
        <translation>Una vez corregido, «Reanudar» continúa tras la última ronda terminada.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validación</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilidad</translation>
    </message>
    <message>
        <source>The first figures come after the first round.</source>
        <translation>Las primeras cifras llegan tras la primera ronda.</translation>
    </message>
    <message>
        <source>Best round so far: {number}, AUC {auc}, sensitivity {recall} (at 0.5), error {loss}. These are on validation images; the result is measured on the test images.</source>
        <translation>Mejor ronda hasta ahora: {number}, AUC {auc}, sensibilidad {recall} (a 0,5), error {loss}. Son valores de las imágenes de validación; el resultado se mide en las imágenes de prueba.</translation>
    </message>
    <message>
        <source>This you should know</source>
        <translation>Esto debe saberlo</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>passed</source>
        <translation>superada</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudosa</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>no superada</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>sin probar</translation>
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
        <translation>¿Se puede confiar en el mapa?</translation>
    </message>
    <message>
        <source>Test this map</source>
        <translation>Probar este mapa</translation>
    </message>
    <message>
        <source>Hides, swaps and perturbs what the map calls important, and asks again. J</source>
        <translation>Oculta, intercambia y altera lo que el mapa considera importante, y vuelve a preguntar. J</translation>
    </message>
    <message>
        <source>Test thoroughly</source>
        <translation>Probar a fondo</translation>
    </message>
    <message>
        <source>The same with many more runs of the model: minutes</source>
        <translation>Lo mismo con muchas más ejecuciones del modelo: minutos</translation>
    </message>
    <message>
        <source>Masks...</source>
        <translation>Máscaras...</translation>
    </message>
    <message>
        <source>Masks of where finding and lungs lie (PNG, NIfTI, DICOM SEG; NAME__lungs.png): tests then tell whether the map lies there</source>
        <translation>Máscaras del hallazgo y de los pulmones (PNG, NIfTI, DICOM SEG; NOMBRE__lungs.png): las pruebas dicen entonces si el mapa está ahí</translation>
    </message>
    <message>
        <source>Progress of the tests</source>
        <translation>Progreso de las pruebas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Masks: opened</source>
        <translation>Máscaras: abiertas</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>A map can look right and mean nothing. Tests take some seconds.</source>
        <translation>Un mapa puede parecer correcto y no significar nada. Las pruebas tardan unos segundos.</translation>
    </message>
    <message>
        <source>Explain a score first.</source>
        <translation>Explique primero una puntuación.</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>The criteria, fixed before anything was measured</source>
        <translation>Los criterios, fijados antes de medir nada</translation>
    </message>
</context>
<context>
    <name>ViewHistory</name>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Turn or flip</source>
        <translation>Rotar o voltear</translation>
    </message>
</context>
<context>
    <name>WeightHistogram</name>
    <message>
        <source>Histogram of the weights</source>
        <translation>Histograma de los pesos</translation>
    </message>
    <message>
        <source>Weights by value, zero in the middle; heights are square roots of counts</source>
        <translation>Pesos por valor, cero en el centro; las alturas son raíces cuadradas de los recuentos</translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation>De {low} a {high}</translation>
    </message>
</context>
<context>
    <name>WeightsPage</name>
    <message>
        <source>Layers with weights, early to late</source>
        <translation>Capas con pesos, de la primera a la última</translation>
    </message>
    <message>
        <source>Kernels of the layer</source>
        <translation>Núcleos de la capa</translation>
    </message>
    <message>
        <source>Output channel</source>
        <translation>Canal de salida</translation>
    </message>
    <message>
        <source>One scale for all</source>
        <translation>Una escala para todos</translation>
    </message>
    <message>
        <source>Kernels of the same brightness have the same weights</source>
        <translation>Los núcleos con el mismo brillo tienen los mismos pesos</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Guardar...</translation>
    </message>
    <message>
        <source>The pictures as PNG, the kernel as NPY, the histogram as CSV</source>
        <translation>Las imágenes como PNG, el núcleo como NPY, el histograma como CSV</translation>
    </message>
    <message>
        <source>Saved in {folder}.</source>
        <translation>Guardado en {folder}.</translation>
    </message>
    <message>
        <source>{share} % near zero</source>
        <translation>{share} % cerca de cero</translation>
    </message>
    <message>
        <source>outputs x inputs per group x height x width</source>
        <translation>salidas x entradas por grupo x alto x ancho</translation>
    </message>
    <message>
        <source>Filter {number}</source>
        <translation>Filtro {number}</translation>
    </message>
    <message>
        <source>Input {number}</source>
        <translation>Entrada {number}</translation>
    </message>
    <message>
        <source>The weights of the model are shown here once it is open.</source>
        <translation>Los pesos del modelo se muestran aquí en cuanto está abierto.</translation>
    </message>
    <message>
        <source>All filters of the first layer. Middle grey is zero, light positive.</source>
        <translation>Todos los filtros de la primera capa. El gris medio es cero; lo claro, positivo.</translation>
    </message>
    <message>
        <source>Every filter has one kernel. Blue is negative, red is positive.</source>
        <translation>Cada filtro tiene un núcleo. El azul es negativo; el rojo, positivo.</translation>
    </message>
    <message>
        <source>One kernel per input channel. Blue is negative, red is positive.</source>
        <translation>Un núcleo por canal de entrada. El azul es negativo; el rojo, positivo.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Drop chest radiographs here</source>
        <translation>Suelte aquí radiografías de tórax</translation>
    </message>
    <message>
        <source>DICOM, JPEG, PNG, TIFF - files or whole folders. They are scored and explained on this computer and leave it only when you send them.</source>
        <translation>DICOM, JPEG, PNG, TIFF - archivos o carpetas enteras. Se puntúan y se explican en este equipo y solo salen de él si usted los envía.</translation>
    </message>
    <message>
        <source>Open files...</source>
        <translation>Abrir archivos...</translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation>Abrir carpeta...</translation>
    </message>
    <message>
        <source>No administrator password was set on this computer. It guards the DICOM network, record-keeping settings and models against mistakes.</source>
        <translation>En este equipo no se ha definido ninguna contraseña de administrador. Protege de errores la red DICOM, los ajustes de registro y los modelos.</translation>
    </message>
    <message>
        <source>Set password...</source>
        <translation>Definir contraseña...</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Or try a sample (synthetic radiographs, scored by the phantom model)</source>
        <translation>O pruebe un ejemplo (radiografías sintéticas, puntuadas por el modelo de fantoma)</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Arrastre izquierdo</translation>
    </message>
    <message>
        <source>window and level</source>
        <translation>ventana y nivel</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>zoom en el puntero</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Arrastre central</translation>
    </message>
    <message>
        <source>move</source>
        <translation>mover</translation>
    </message>
    <message>
        <source>PgUp / PgDn</source>
        <translation>RePág / AvPág</translation>
    </message>
    <message>
        <source>previous / next image</source>
        <translation>imagen anterior / siguiente</translation>
    </message>
    <message>
        <source>G, hold Q</source>
        <translation>G, mantener Q</translation>
    </message>
    <message>
        <source>heatmap off, peek without it</source>
        <translation>quitar el mapa de calor, mirar sin él</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>all keys and gestures</source>
        <translation>todas las teclas y gestos</translation>
    </message>
</context>
<context>
    <name>WindowShell</name>
    <message>
        <source>The log files are in {folder}</source>
        <translation>Los archivos de registro están en {folder}</translation>
    </message>
    <message>
        <source>Look at the image first; then its report can be written.</source>
        <translation>Mire primero la imagen; después se puede escribir su informe.</translation>
    </message>
    <message>
        <source>There is nothing to report yet: this image has no score.</source>
        <translation>Aún no hay nada que informar: esta imagen no tiene puntuación.</translation>
    </message>
    <message>
        <source>DICOM nodes</source>
        <translation>Nodos DICOM</translation>
    </message>
    <message>
        <source>The administrator password is set.</source>
        <translation>La contraseña de administrador está definida.</translation>
    </message>
    <message>
        <source>Details copied.</source>
        <translation>Detalles copiados.</translation>
    </message>
    <message>
        <source>The view was copied.</source>
        <translation>Se copió la vista.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Se guardó {name}.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Explanation</source>
        <translation>Explicación</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>ID del paciente</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Age (years)</source>
        <translation>Edad (años)</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Fecha del estudio</translation>
    </message>
    <message>
        <source>Study time</source>
        <translation>Hora del estudio</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>Número de acceso</translation>
    </message>
    <message>
        <source>Referring physician</source>
        <translation>Médico remitente</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>Modalidad</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>Región anatómica</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Proyección</translation>
    </message>
    <message>
        <source>Laterality</source>
        <translation>Lateralidad</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institución</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Fabricante</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Estación</translation>
    </message>
    <message>
        <source>Image facts</source>
        <translation>Datos de la imagen</translation>
    </message>
    <message>
        <source>{width} x {height}, {bits} bit</source>
        <translation>{width} x {height}, {bits} bits</translation>
    </message>
    <message>
        <source>{width} x {height} mm ({origin})</source>
        <translation>{width} x {height} mm ({origin})</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} de {total}</translation>
    </message>
    <message>
        <source>frame {n} of {count}</source>
        <translation>fotograma {n} de {count}</translation>
    </message>
    <message>
        <source>x {x}  y {y}</source>
        <translation>x {x}  y {y}</translation>
    </message>
    <message>
        <source>stored {value}</source>
        <translation>almacenado {value}</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>valor {value}</translation>
    </message>
    <message>
        <source>shown {value}</source>
        <translation>mostrado {value}</translation>
    </message>
    <message>
        <source>{finding} {value}</source>
        <translation>{finding} {value}</translation>
    </message>
    <message>
        <source>Image {number}</source>
        <translation>Imagen {number}</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>no se puede abrir</translation>
    </message>
    <message>
        <source>opening ...</source>
        <translation>abriendo ...</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation>aún sin puntuar</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>sin mirar</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>refused: {score}</source>
        <translation>rechazada: {score}</translation>
    </message>
    <message>
        <source>own: {name}</source>
        <translation>propia: {name}</translation>
    </message>
    <message>
        <source>Research use - not for diagnosis. A qualified reader must review the image.</source>
        <translation>Solo para investigación - no apto para diagnóstico. Un lector cualificado debe revisar la imagen.</translation>
    </message>
    <message>
        <source>no operating point chosen for this class</source>
        <translation>clase sin punto de operación elegido</translation>
    </message>
    <message>
        <source>at or above its operating point ({point} %)</source>
        <translation>alcanza su punto de operación ({point} %)</translation>
    </message>
    <message>
        <source>below its operating point ({point} %)</source>
        <translation>bajo su punto de operación ({point} %)</translation>
    </message>
    <message>
        <source>Unsure: between the sensitive ({low} %) and the specific ({high} %) operating point.</source>
        <translation>Dudoso: entre el punto de operación sensible ({low} %) y el específico ({high} %).</translation>
    </message>
    <message>
        <source>This model comes without operating points: read the scores as an order only.</source>
        <translation>Este modelo no incluye puntos de operación: interprete las puntuaciones solo como un orden.</translation>
    </message>
    <message>
        <source>No listed finding reached its operating point. This does not exclude disease.</source>
        <translation>Ningún hallazgo de la lista alcanzó su punto de operación. Esto no descarta enfermedad.</translation>
    </message>
    <message>
        <source>{above} of {count} listed findings at or above the operating point.</source>
        <translation>{above} de {count} hallazgos de la lista alcanzan el punto de operación.</translation>
    </message>
    <message>
        <source>The listed finding is at or above its operating point.</source>
        <translation>El hallazgo de la lista alcanza su punto de operación.</translation>
    </message>
    <message>
        <source>The input checks refused this image</source>
        <translation>Los controles de entrada rechazaron esta imagen</translation>
    </message>
    <message>
        <source>Input checks passed</source>
        <translation>Controles de entrada superados</translation>
    </message>
    <message>
        <source>Input checks: please note</source>
        <translation>Controles de entrada: avisos</translation>
    </message>
    <message>
        <source>Not scored: this image does not fit the model</source>
        <translation>Sin puntuar: esta imagen no se ajusta al modelo</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>menos de 1 ms</translation>
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
        <translation>Muestra dónde fue sensible el modelo, no dónde hay enfermedad. Una región puede resaltarse por un motivo erróneo; la ausencia de resalte no descarta nada en una región.</translation>
    </message>
    <message>
        <source>The map has no positive part in or outside the lungs.</source>
        <translation>El mapa no tiene parte positiva ni dentro ni fuera de los pulmones.</translation>
    </message>
    <message>
        <source>{share} % of the map outside the lungs (an even map: {even} %).</source>
        <translation>{share} % del mapa fuera de los pulmones (un mapa uniforme: {even} %).</translation>
    </message>
    <message>
        <source>Lungs as drawn here.</source>
        <translation>Pulmones según lo dibujado aquí.</translation>
    </message>
    <message>
        <source>Lungs from the mask that was opened.</source>
        <translation>Pulmones según la máscara abierta.</translation>
    </message>
    <message>
        <source>Lungs from the phantom&apos;s exact mask.</source>
        <translation>Pulmones según la máscara exacta del fantoma.</translation>
    </message>
    <message>
        <source>Lungs found by {model}.</source>
        <translation>Pulmones detectados por {model}.</translation>
    </message>
    <message>
        <source>Class activation maps</source>
        <translation>Mapas de activación de clase</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>Gradientes</translation>
    </message>
    <message>
        <source>Perturbation</source>
        <translation>Perturbación</translation>
    </message>
    <message>
        <source>Controls (explain nothing)</source>
        <translation>Controles (no explican nada)</translation>
    </message>
</context>
<context>
    <name>Worklist</name>
    <message>
        <source>any date</source>
        <translation>cualquier fecha</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>últimos 7 días</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>últimos 30 días</translation>
    </message>
    <message>
        <source>last 365 days</source>
        <translation>últimos 365 días</translation>
    </message>
    <message>
        <source>from ... to ...</source>
        <translation>desde ... hasta ...</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>Preliminar</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Patient or file</source>
        <translation>Paciente o archivo</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>ID del paciente</translation>
    </message>
    <message>
        <source>Study date</source>
        <translation>Fecha del estudio</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Lector</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Última apertura</translation>
    </message>
    <message>
        <source>The model&apos;s order: findings at or above their operating point first, then by score; what is not scored comes last. A low place excludes no disease.</source>
        <translation>Orden del modelo: primero los hallazgos que alcanzan su punto de operación, después por puntuación; lo no puntuado va al final. Un puesto bajo no descarta enfermedad.</translation>
    </message>
    <message>
        <source>Second reader: what the model says counts, also for the order, only where you have looked.</source>
        <translation>Segundo lector: lo que dice el modelo solo cuenta, también para el orden, donde usted ya ha mirado.</translation>
    </message>
    <message>
        <source>Study {number}</source>
        <translation>Estudio {number}</translation>
    </message>
    <message>
        <source>no operating point</source>
        <translation>sin punto de operación</translation>
    </message>
    <message>
        <source>at or above its operating point</source>
        <translation>alcanza su punto de operación</translation>
    </message>
    <message>
        <source>below its operating point</source>
        <translation>bajo su punto de operación</translation>
    </message>
    <message>
        <source>The input checks refused it.</source>
        <translation>Los controles de entrada lo rechazaron.</translation>
    </message>
    <message>
        <source>made by {name} version {version}, not the active model</source>
        <translation>de {name} versión {version}, que no es el modelo activo</translation>
    </message>
    <message>
        <source>made by {name} version {version}</source>
        <translation>de {name} versión {version}</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>sin mirar</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} imágenes</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>sin puntuar</translation>
    </message>
</context>
<context>
    <name>WorklistWindow</name>
    <message>
        <source>Worklist</source>
        <translation>Lista de trabajo</translation>
    </message>
    <message>
        <source>Model&apos;s order</source>
        <translation>Orden del modelo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Forget...</source>
        <translation>Olvidar...</translation>
    </message>
    <message>
        <source>Remove what is known of the chosen studies, with marks and decisions</source>
        <translation>Elimina lo que se sabe de los estudios elegidos, con marcas y decisiones</translation>
    </message>
    <message>
        <source>Forget study</source>
        <translation>Olvidar estudio</translation>
    </message>
    <message numerus="yes">
        <source>%n study(s)</source>
        <translation>
            <numerusform>%n estudio</numerusform>
            <numerusform>%n estudios</numerusform>
        </translation>
    </message>
    <message>
        <source>{found} of {total} studies</source>
        <translation>{found} de {total} estudios</translation>
    </message>
    <message>
        <source>The library cannot be used for now.</source>
        <translation>La biblioteca no se puede usar por ahora.</translation>
    </message>
    <message>
        <source>{count} - the history is off, nothing is added</source>
        <translation>{count} - el historial está desactivado, no se añade nada</translation>
    </message>
    <message>
        <source>No study yet. What you open appears here.</source>
        <translation>Aún no hay estudios. Lo que abra aparecerá aquí.</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marcar como no leído</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) no longer there.</source>
        <translation>
            <numerusform>%n archivo ya no está.</numerusform>
            <numerusform>%n archivos ya no están.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) no longer there:</source>
        <translation>
            <numerusform>%n archivo ya no está:</numerusform>
            <numerusform>%n archivos ya no están:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_EmptyPage</name>
    <message>
        <source>Empty. Click here, then choose an image of the list.</source>
        <translation>Vacío. Haga clic aquí y elija una imagen de la lista.</translation>
    </message>
</context>
<context>
    <name>_NewPassword</name>
    <message>
        <source>New password again</source>
        <translation>Repita la contraseña nueva</translation>
    </message>
    <message>
        <source>At least {count} characters. A sentence of a few words is easily kept in mind.</source>
        <translation>Al menos {count} caracteres. Una frase de unas pocas palabras es fácil de recordar.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no coinciden.</translation>
    </message>
    <message>
        <source>Long enough. Longer is better.</source>
        <translation>Longitud suficiente. Más larga es mejor.</translation>
    </message>
    <message>
        <source>A good length.</source>
        <translation>Buena longitud.</translation>
    </message>
</context>
<context>
    <name>_OpeningPage</name>
    <message>
        <source>Opening {name} ...</source>
        <translation>Abriendo {name} ...</translation>
    </message>
</context>
<context>
    <name>_PasswordCounts</name>
    <message numerus="yes">
        <source>The password is wrong. %n more attempt(s) before a wait.</source>
        <translation>
            <numerusform>La contraseña no es correcta. Queda %n intento antes de una espera.</numerusform>
            <numerusform>La contraseña no es correcta. Quedan %n intentos antes de una espera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) are needed.</source>
        <translation>
            <numerusform>Falta %n carácter.</numerusform>
            <numerusform>Faltan %n caracteres.</numerusform>
        </translation>
    </message>
</context>
</TS>
