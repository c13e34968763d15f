<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About WhyRay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores chest radiographs with a local model and shows why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL, version 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active model: {name}, version {version}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AbsenceStrip</name>
    <message>
        <source>{name}: no picture yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the first {shown} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AcceptanceDialog</name>
    <message>
        <source>Before you begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhyRay is for research and teaching. It is no medical device, and nothing it shows may be the ground of a diagnosis or of a treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores can be wrong in both directions. A heatmap shows where the model was sensitive, not where disease is; an absent highlight does not clear a region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images are read and computed on this computer only. Whoever opens them is responsible for the right to do so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>WhyRay is already running but does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again, or end it in the task list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Badges</name>
    <message>
        <source>Rotated 90° clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotated 180°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotated 90° counter-clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flipped left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flipped top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flipped and rotated 90° clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flipped and rotated 90° counter-clockwise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Explain further classes too, then go through the maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes to explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the class before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of the next class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several classes ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ready} of {count} ready</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rotate and flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Greys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;easure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open DICOM, JPEG, PNG, TIFF, BMP or WEBP files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open every image in a folder and the folders below it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the list of recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open new images of a folder as they arrive; again to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the next file of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the file before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first image of the next study in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first image of the study before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show and score the next frame of this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show and score the frame before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the file on screen once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save view...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what is on screen as PNG or JPEG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save view without marks...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the image alone: no heatmap, marks or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what is on screen as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy view without marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the image alone: no heatmap, marks or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the facts of what is on screen, no patient data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the file on screen off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all files of the study on screen off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance, mouse, heatmap, files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give commands other keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End WhyRay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1:1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one image pixel per screen pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window and level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag changes contrast (sideways) and brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag moves the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag up or down zooms about the pressed point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag up or down goes through frames, or images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge what lies under the pointer, without the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter turn to the right; the model never sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate counter-clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter turn to the left; the model never sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mirror image: the heart seems to lie on the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap top and bottom; the model never sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corner text: full, short, none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corners say less, or all again; also a tap on Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap light and dark on screen; the model never sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the file asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window or LUT that the file asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the smallest to the largest value, without any LUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits the film alone: borders and burned-in marks left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vessels and markings of the lungs; what is dense is white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the heart and below the domes; lungs are black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ribs, clavicles and spine with more contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tubes and lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catheters, tubes and wires before the mediastinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything at once, flat, nothing cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First window of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first window or LUT that the file offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second window of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second window or LUT that the file offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third window of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The third window or LUT that the file offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equalise contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLAHE for the eye; the model and measurements never see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the window, greys and place that the file asks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the focused image alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the image and its prior, or its other view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four panes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show both views of a study above those of its prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let keys and panels mean the next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let keys and panels mean the pane before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focused pane alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the focused pane cover the others, or show them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the same patient&apos;s earlier image in the same view beside this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same image, other explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this image once more, explained in its own way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same image, other model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this image once more, scored by another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link zoom and position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move all panes together, or each for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window all panes together, or each for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the screen, or go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask names, numbers and dates of patients on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light panes; the image area stays black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure a distance, with where its millimetres come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the angle between two arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the angle between two end plates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widest heart over widest inner thorax; defined for PA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean, spread, extremes and area inside of an ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean, spread, extremes and area inside of a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean, spread, extremes and area inside of a polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at something; a double click writes beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write on the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the image on screen as a key image, or no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrate...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw something of known length to measure in millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure with the pixel size of the file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last mark, window drag, turn or flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected mark away; undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all marks of this image away; undo brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks on / off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide everything that was drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export marks...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the marks of this image and their values as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the heatmap that the pickers ask for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the next class; of several, the next chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the class before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap on / off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superpixels on / off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green (+) and red (-) superpixels, or colours again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contours on / off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of equal value, or colours again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes on / off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes around regions over the threshold, or colours again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings together on / off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All findings that were explained, each in its own colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denser heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the heatmap&apos;s opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thinner heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the heatmap&apos;s opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End drawing, work or tool, one per press; then reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the model says about this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I see the explained finding too; again: take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not see the explained finding; again: take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score refused image...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason and see the score, marked on every output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what the model says until I have looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import model file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a .whyray or .onnx model and make it the active one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import model folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a model bundle folder and make it the active one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every key and mouse gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, processor and memory; no patient data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder of the log files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About WhyRay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions, purpose and licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the heatmap while held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap: corner text; hold and drag: move the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tool in hand; window: sideways width, up level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl or Shift, Alt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the window is dragged: coarse, fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window from the rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom about the pressed point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer; several frames: next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom at the pointer, always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two fingers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the image, or back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files or folders, anywhere in the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompanyBar</name>
    <message>
        <source>These images do not say whether they are of one patient. Check before comparing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different patients are on screen. Colours and names above the panes tell them apart.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecisionRow</name>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I see this finding too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not see this finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on {finding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verdict}: {finding}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>No other study of this patient in this view is among the open files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one model. Import another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {name} ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) in the watched folder.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Imported {name}; it is now the active model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only local files and folders can be opened. Received: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the file on this computer first, then open it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop to open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>&apos;baselines&apos; (all pictures of absence), a folder of images (100 at most, evenly spaced by name), or a .npy file of network inputs (N, ...)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is no feature map: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is the same for an image and its baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{score}&apos; of shape {list} has no single axis of classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(y - y without the feature map) / |y|: the paper divides by y, which for a negative score would turn evidence for the class into evidence against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, fading to nothing at twice that size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--classes {text}: a list of names is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--classes {text}: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size {text}: HEIGHTxWIDTH is needed, e.g. 224x224</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 in the network&apos;s own units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 or more where activations are: weights are never negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 or more where activations are; only gradients that speak for the class count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 or 3 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; not defined for, and true gradient at: {counted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; sums hold only up to the rounding of {quantisers} quantisers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the way is linear, so they equal the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A DICOM sequence holds something that is no item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A box of the JPEG 2000 file has no length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A control for comparison, not an explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A graph cannot tell how pixels must be scaled (0..1, -1..1, 0..255 ...).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A heart border lies outside of the thorax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A look-up table of the file is damaged and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A look-up table of {bits} bits holds larger values; taken as {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A window of width {width:g} was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AP view: the heart is enlarged; the ratio is defined for PA only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pixels of the image are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the archive to send the image uncompressed (Explicit VR Little Endian).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind the heart and below the domes; lungs turn black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue - red (signed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catheters, tubes and wires before the mediastinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists, may be written to, and that the disk is not full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder may be written to and that the disk is not full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose 0 to {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a .onnx file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a layer from the model&apos;s list (&apos;whyray layers&apos;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a layer from the model&apos;s list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a layer that the whole network passes through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a method that needs no gradient, such as occlusion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a method that works on the image itself, such as saliency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a method that works on the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an earlier layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another layer or method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another style, or a method on superpixels such as lime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose fewer background rows, a later layer, or the network&apos;s input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {MODES}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {STYLES}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour image: values are its luma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or export it again, or unpack it and open the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or export the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM object of unknown kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM sequences are nested deeper than {MAX_DEPTH}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding needed more than {memory_bytes} MB and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding took longer than {timeout_s:g} s and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeepLIFT cannot follow images and baselines through operator {op_type} (node &apos;{node}&apos;): its rows are not those of single images in their order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeepLIFT defines none for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeepLIFT explains the image or a layer, not stored numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeepLIFT has no rule for operator {op_type} (node &apos;{node_name}&apos;): {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeepLIFT needs a free batch size, and this model&apos;s is fixed at {batch}: images and their baselines share one batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeepLIFT rescale multipliers: rows 0..N-1 are images, rows N..2N-1 their baselines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose maps and parametric maps are no radiographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything at once, flat, nothing cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain a later layer, or choose a method that needs no gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain a later layer, or use the plain gradient or integrated gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain layer &apos;{nearest}&apos; or a later one, or choose a method that needs no gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a smaller model, or one in half precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again with standard operators only; other programs could not run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the frame of interest as a single image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model again with a newer exporter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model again with opset {OLDEST_OPSET} or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model again with the activation along the class axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model again without model-local functions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model again, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the model with the image as its only input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or unpack it elsewhere and open the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GPU (Core ML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauss-Legendre nodes per background row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauss-Legendre nodes per path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauss-Legendre nodes to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian, standard deviation {sigma:.6g} in the network&apos;s units, {sigma_2:g} of the image&apos;s range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new one another id, or remove the old one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guided back-propagation and DeconvNet are defined at rectifiers (ReLU, ReLU6), and there are none on the way from &apos;{score}&apos; to {name}: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is genuine, unpack it and open the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the file is genuine, export it again at a lower resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the model into WhyRay, which frees a fixed batch where the graph allows it, or export it with a free batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install WhyRay again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be told which axis of the input {shape} holds the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends in {count} logits: softmax (one of them) or sigmoid (each alone)?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is probably made to do harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is switched off here. Update the graphics driver or use the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs finite numbers of shape (N, {map}), N &gt; 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known methods: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known models: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LUT {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the class out and feed the seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Millimetres at the detector: the body lies before it, so true sizes are smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Millimetres: calibrated by hand; they hold for the depth of that object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Millimetres: calibrated, as the file says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Millimetres: estimated in the patient from the magnification that the file states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a bundle folder or a .whyray file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name every output once, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the layers to fuse, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest: {fromkeys}. &apos;whyray layers&apos; lists all {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient rule for operator {op_type} (node &apos;{node_name}&apos;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gradient through operator {op_type} (node &apos;{node_name}&apos;): {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No output of the model looks like class scores (one number per class for each image).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pixel of the image lies in the region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of Frames in the header is not one whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the model: {first_line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One name per output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a plain file name in the model&apos;s own folder is read. Save the model again as one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder that the DICOMDIR lies in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put &apos;{location}&apos; into the same folder as the model, under this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the file itself beside the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R^2 {r_squared:.4f} of the weighted ridge regression on {count} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, then half-pixel bilinear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescale Slope is 0; 1 was used instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research use - not for diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ribs, clavicles and spine with more contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it with numpy.save in the layout and units that the model&apos;s recipe states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the image with 16 bits per pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the model again as one file (onnx.save, save_as_external_data=False).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling by mean and deviation needs the deviation per channel, of greys 0..1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling by mean and deviation needs the mean per channel, of greys 0..1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrikumar et al. 2017, arXiv:1704.02685</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some characters of the header could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some header values do not follow the DICOM standard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Springenberg et al. 2015, arXiv:1412.6806</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a smaller model, or export it in half precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 16-bit PNG file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file ends before its header is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file ends inside its file meta information.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM header cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM header has more than {MAX_ELEMENTS:,} elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM header is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JPEG 2000 data declare impossible sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JPEG 2000 data declare {tiles:,} tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JPEG 2000 data end before their sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JPEG 2000 file ends before its pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JPEG data are damaged before their frame header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JPEG data end before their frame header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JPEG data have no frame header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ONNX model breaks the rules of its format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VOI LUT function {clean_text!r} is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive could not be unpacked: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive holds {count} files; at most {most} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged or of a kind that is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is locked with a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive unpacks to more than anybody would send and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s table of contents is larger than any genuine one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body part is {body}, not the chest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle was altered or copied incompletely; import it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle was made by another version or altered; import it again or ask its maker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle&apos;s class list does not fit its network; import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The colour palette of the image is incomplete or damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed pixel data are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed pixels are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed pixels are no JPEG 2000 data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed pixels are no JPEG data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed pixels are no {name} data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed pixels have {components} colour components, the header says {samples}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed pixels have {precision} bits, the header allows {bits}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed pixels say {width} x {height}, the header says {columns} x {rows}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder could not be started: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder crashed on this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder gave another number of pixels than the header says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder gave colour as {ndim} axes of {dtype}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder gave {ndim} axes of {dtype}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deflated data set ends before it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deflated data set grows beyond {MAX_FILE_BYTES} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deflated data set is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not name its {count} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not say that it is a radiograph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not state its transfer syntax; it was worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not state the view: the ratio is defined for PA only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends inside a DICOM element.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends inside its compressed pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends inside its compressed pixels: {count:,} of {length:,} bytes of a fragment are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends inside {what}: {max:,} of {length:,} bytes are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file grew beyond the limit while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no DICOM preamble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {size:.0f} MB; at most {MAX_FILE_BYTES} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has {there:,} bytes of pixels, the header needs {needed:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds {count} frames; only one is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds {n_frames} images; the first is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged in a way that WhyRay does not understand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is nested too deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may be damaged, need files beside it, or need a newer WhyRay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file states no pixel size: lengths are in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was altered or damaged; the image is shown without these decisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was damaged or comes from a newer version; it is left as it is, and new marks on this image are not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The frames differ in {keyword}; the values of the first frame are used for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The functions inside this model cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient model would be larger than one ONNX file can hold (2 GB).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph leaves the input&apos;s height and width open ({shape}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph leaves the number of input channels open ({shape}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header has no Photometric Interpretation: the file is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header has no {name}: the file is incomplete or holds no image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image file ends before its pixels do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has only {width} x {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has text burned into its pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has too many pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image has very little contrast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is a secondary capture: its greys may have been altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is coloured; radiographs are grey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image is raw (FOR PROCESSING); models are trained on images FOR PRESENTATION.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image may be outside what the model can take; try another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image needs more memory than it may have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image says it has {frames} frames of {width} x {height} pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image says it has {width} x {height} pixels; at most {MAX_PIXELS:,} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image was compressed with loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The midline does not lie between the heart borders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The modality is {modality}, not plain radiography.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no class {index}; it has {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no layer &apos;{wanted}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no tensor &apos;{name}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has {count} inputs; exactly one (the image) is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is written for operator set {opset_of} and cannot be brought to {OLDEST_OPSET}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model uses operators outside the ONNX standard: {foreign}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s {op_type} normalises over the images of a batch, not the classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot be cut at {quoted}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient is {age:g} years old; the model is for patients of {span}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient&apos;s age is not in the file; the model is for patients of {span}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photometric interpretation {clean_text!r} is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture does not look like a frontal chest film (likeness {percent} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is an unusual frontal chest film, if it is one (likeness {percent} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture looks like a chest film that lies on its side or upside down (likeness to a frontal chest film {percent} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture looks like a chest film with black and white swapped (likeness to a frontal chest film {percent} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture looks like a lateral view, not a frontal one (likeness to a frontal chest film {percent} %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixel spacing {numbers} makes no sense and was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels ({name}) could not be decoded; they are damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels are coded as {name}; WhyRay has no decoder for this transfer syntax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels are compressed, but the transfer syntax says they are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels are incomplete: {there:,} of {needed:,} bytes are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels are not square ({ratio:g} : {ratio_2:g}) but are shown so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels have 32 bits or are floating point numbers; WhyRay reads 8 and 16 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels have {allocated} bits each; WhyRay reads 1, 8 and 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is not affected. The file is probably damaged or made to do harm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score &apos;{score}&apos; does not depend on &apos;{tensor}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score does not depend on &apos;{name}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shapes inside this model contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sides are {aspect:.2f} to 1, unusual for a chest film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view is lateral ({view}), not frontal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view is lateral, not frontal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view is {view}; the model has learned from {known} films.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view position {view} is not PA or AP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {upper} file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room on the disk to unpack the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is damaged inside the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is locked or packed in a way that is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file of the archive unpacks to more than an image can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a DICOMDIR, the table of contents of a medium, not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder or a device, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no image that WhyRay knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an ONNX model, or the file is cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network has no feature maps between image and score to draw a CAM from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {upper} file is damaged or of a rare kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent parts of the image are shown black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack it with its password and open the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpack the archive and open the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable data after the pixels were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a classification model whose output has the shape (images, classes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the plain gradient or integrated gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the plain gradient, or an earlier layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vessels and markings of the lungs; what is dense turns white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View {view}: the ratio is defined for PA only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the model was sensitive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WhyRay reads DICOM, JPEG, PNG, TIFF, BMP and WEBP files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeiler and Fergus 2014, arXiv:1311.2901</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bundle holds exactly {CONTENTS}. Received: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a calibration curve has rising knots and never falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a calibration curve needs as many knots both ways, all from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a complement exactly for one-neuron binary models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a different model with the id {id!r} is already here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a feature map is removed by setting it to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fit of {FITS}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a known interpolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a known scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layout of {LAYOUTS}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a logarithm mixes its inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a norm mixes its inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pad value in 0..1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a product mixes its inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a score from changed activations at {tensor} is NaN or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a score or an activation at {name} is NaN or infinite, so there is no explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a second output flows into the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a softmax mixes its inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a task of {TASKS}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about how many superpixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {duration} to {duration_2}: {passes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {low:g} to {high:g} s: {passes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adaptive; pixels move as a whole, all channels together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding superpixels in random order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding up the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an activation of {ACTIVATIONS}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an id of a-z, 0-9, dot and dash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another path goes around it (skip connection or branch)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most so many superpixels get a weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention multiplies activations with activations under a softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>averaged over the windows that hide a pixel, as far as they hide it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>averaging hides the places: HiResCAM at this layer shows something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before processing the terms add up to {total:.6g} of {score:.6g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before processing the terms miss the score by {value:.2g} % of it: this network is not piecewise linear, or it adds what is not stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both ends of the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boxes of a recursive halving across the longer side, largest share first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells along a side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cells of the coarse grid along a side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chance that a cell is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choosing regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coalitions at most; all are scored where there are no more (up to 12 superpixels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complement of the only neuron: its score is minus that neuron&apos;s logit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be written: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cutting the picture into superpixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>design {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deviations &gt; 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference of logits: {name} minus {name_2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance between windows; 0: half a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distinct class names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dividing the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing the masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every output depends on all inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every place alone scores on the same side of 0, as an empty layer does; reference=empty-layer shows which places add to that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast ranks the segments once, before any is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feature maps used, those with the largest deviation; 0 for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first principal component of the weighted feature maps instead of their sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first principal component of the weighted feature maps, centred; its sign is that of its correlation with their sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flipped pictures have the heart on the wrong side: the network may not know them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward tail from {tensor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forward to {tensors}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half precision: gradients hold about three digits, and below 6e-8 they are 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half-pixel bilinear, brought to 0..1 afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half-pixel bilinear, the map spans the whole network input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how cells become pixels of a mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far a pixel may be from the straight path, as a share of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how near a sample must be to count (cosine distance)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how the channels of a pixel become one number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how those are chosen; auto: forward selection up to 6, else the highest weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input size 1..4096</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it divides every place by its neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is one place only, an intermediate step, or not between the image and the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it repeats its input along an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its condition follows the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its element type is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its input {missing} (&apos;{x}&apos;) has no gradient rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its norm follows the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its shape is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its shape is {numbers}; a map needs channels, rows and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its statistics follow the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights (&apos;{name}&apos;) are said to lie in &apos;{location}&apos;, which is not a file beside the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights are in the file &apos;{location}&apos;, which is missing beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights&apos; file &apos;{location}&apos; is a link or no ordinary file, and is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights&apos; file &apos;{name}&apos; cannot be read: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its weights&apos; file &apos;{name}&apos; is cut off: &apos;{tensor}&apos; needs {offset} bytes, {size} are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger than {limit} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest magnitude over channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last of each resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking at {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magnitude only, never negative: how much a pixel matters, not in which direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magnitudes, brought to 0..1 over all places and channels of a layer, stretched bilinearly, added up over channels and layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>magnitudes: evidence for and against the class look alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest.json cannot be used: {error!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manifest.json is no JSON: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masks at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masks hide behind {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masks to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean attribution over the new pixels of each region, in the order of </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the raw maps of {count} moved pictures, put back in place at the input&apos;s resolution; places outside a moved picture do not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of {count} layers ({name}), each divided by its own largest magnitude, at the finest resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean over moved pictures, put back in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring how fast the model runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mediastinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minus the mean score of all masked pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new pixels that a segment must bring, of 224 x 224</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ONNX model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no activation function at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no method has the id {wanted!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model has the id {wanted!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no positive evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no unknown recipe entries ({unknown})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>node &apos;{node}&apos; folds the images of a batch between other axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nodes that doubling never exceeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy images at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of {count} files in {name!r} can be used: {named}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: a control, made without the model and without the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: all coalitions were scored, these are the Shapley values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; an empty layer scores {empty:.6g}, and so does a place without effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; done for display only, after resizing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; pixels of the network input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; superpixels at the resolution of the network input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a readable bundle: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not better than a centred spot on phantoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not converged: the standard error is {share:.1%} of the map&apos;s spread after {samples} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of all superpixels: score minus that of the baseline, {ends:.6g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the whole superpixel, shown at each of its pixels; not divided by its area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one calibration curve per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one mean per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of its inputs follows the image in steps, without a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>orders at most, each with its reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the map: score minus that of the baseline, {ends:.6g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pairs of random masks; a power of 2 is best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes model randomisation poorly: much of the map are edges of the image, which a network with random weights draws too (Adebayo et al. 2018, Nie et al. 2018)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per pixel; boxes that were not divided are spread evenly over their pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture of absence that differences are taken from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture of absence that the path starts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture shown inside the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture shown where a mask hides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture that the integrated gradients start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures scored at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures scored, the whole one included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels in no chosen region show their own mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points on the path to begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points that doubling never exceeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poor local fit (R^2 {r_squared:.2f}): the weights do not describe the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing the guided way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preparing the way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank correlation {agreement:.3f} of weights from both halves of the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading {name} ({number} of {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rectifiers by the variant&apos;s rule: {counted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative gap of the sum under which no more steps are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relative within this image, not a probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running back to the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running forward and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running image and baseline side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running image and baselines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running to {name} and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample {done} of at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema version {SCHEMA_VERSION}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score of an empty layer, {empty:.6g}, is subtracted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score that is subtracted: none, or that of a layer without any activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scoring both ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scoring coalitions of superpixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scoring picture and baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scoring the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scoring {samples} pictures of {players} superpixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scrambled Sobol sequence, Jansen&apos;s estimator of total-order indices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segments at {done} of {count} scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>self-normalised: sum of f M over sum of M; {mean}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the picture after which to stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the pixels with the flattest slopes that move first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side of the hidden square; 0: a seventh of the longer side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sides up to this are not divided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed sum, so that the map adds up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed sum: the gradient by the grey value that all channels repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed; positive places add to the score of an empty layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed; positive values speak for the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed; positive values speak for the class, clipping is left to the display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed; positive values speak for the class, the paper&apos;s ReLU is applied on display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed; positive values: a brighter pixel raises the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed; positive weights speak for the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed; the score that a place alone gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>soft windows fade towards their edges: a sharp edge can be a finding of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax over the feature maps of the logits of masked pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squared per channel, then summed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squareness of the superpixels, against likeness of greys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the noise, share of the image&apos;s range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard error per superpixel: mean {mean:.3g}, largest {max:.3g}, from {value} orders in {count} reversed pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard error, share of the map&apos;s spread, at which no more are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps of the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop when the error is this share of the map&apos;s spread; 0 never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops when the error between halves is below this share of the largest value; 0 never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops when the largest standard error is below this share of the largest value; 0 never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops when the rank correlation of weights from both halves reaches this; 0 never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight-through through {quantisers} QuantizeLinear nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strength of the ridge regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretched over the input, every cell on the centre of its receptive field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretched over the input; the centres of the cells&apos; receptive fields lie up to {distance:.1f} input pixels ({share:.0f} % of its width) from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stretched over the input; where its cells look cannot be told from the graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strongest blur, its sigma as a share of the longer side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subtract the mean score of all masked pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superpixels, samples and scores by WhyRay, local fit by the package lime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes input of shape {shape}; WhyRay needs a batch of pictures (4 axes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the activations of {count} baselines at this layer need {needed:.1f} GB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundle could not be written: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the decisions about this image cannot be read: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry of its weight &apos;{name}&apos; contradicts itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the figures of localisation cannot be read: %s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the graph contradicts a free batch size: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the graph does not tell everything that WhyRay must know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the graph ends in {activation}, the manifest says {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the image size is not fixed in the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the input must be float32 {expected}. Received: {dtype} {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layer {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list of axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the manifest lists {files} instead of {described}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the manifest needs {what}. Received: {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the map&apos;s sum misses the change of the score by {gap:.1%}, more than the tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the map&apos;s sum misses the change of the score by {gap:.1%}: numbers are too close to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the map&apos;s sum misses the change of the score by {gap:.1%}; take more steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the marks cannot be deleted: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the marks on this image cannot be read: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model could not be run: {first_line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model returned NaN or infinity, so there is no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model returned {shape} numbers for {width} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the model {id} misses its stored self-test output by {error:.2g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network input holds NaN or infinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network&apos;s input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output &apos;{name}&apos; keeps the fixed shape {out}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture itself, blurred with sigma {sigma:.3g} px, edges mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rank of &apos;{tensor}&apos; is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recipe cannot be used: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the recipe needs {what}. Received: {received}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same map for every class: it shows what the layer sees, not why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same scale on every image, not a probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the score is 0, so weights are drops of the score, not shares of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the score or a bias&apos;s share of it is NaN or infinite, so there is no explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the shape of a tensor before it is needed behind it and is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights beside this model are larger than one ONNX file can hold (2 GB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole segments&apos; means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {name} does not hold network inputs of this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {name} holds {count} network inputs; one is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {name} {name_2!r} cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {what} at {tensor} is NaN or infinite, so there is no explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no colour map {name!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no noise (sigma is 0, or the image is flat): every sample is the image itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no overlay mode {mode!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no style {style!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this method works on the network&apos;s input; the chosen layer was not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this model has no class {wanted!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this network has no spatial layer, so it has no class activation map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this network leaves the sizes of its feature maps free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thresholds in 0..1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trapezoidal rule along the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tubes and lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two of its inputs follow the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown answer {unknown!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsigned: shares of the score&apos;s variance, for or against the class alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unstable (rank correlation {agreement:.2f} between halves of the samples): take more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {passes:,} passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variance per channel (divided by the samples), then summed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is shown instead of absent parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is shown instead of absent superpixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what masks hide behind; the paper&apos;s is 0 in the network&apos;s own units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>writing the gradients of all biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero in the network&apos;s own units, whatever grey that is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{MOST_ROWS} of {count} background files were used, evenly spaced by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{SELF_TEST} cannot be read: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{against} (-) against, {supports} (+) for the class; {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{baseline} picture in display space, through the model&apos;s scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{class_count} outputs for the {count} classes of the manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {count_2} feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {frames} frames are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} background files could not be read: {named}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} background rows are the explained image itself: they say nothing about it and weaken the map; choose a background without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} weights of this model are kept in a separate file (&apos;{location}&apos;).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}, of which {count_2} have places and are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {count} masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {masks} masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error:.3g} per superpixel, half the difference between halves of the draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failed} failed while running and is off until restart: {first_line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fill}, defined as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{flag} {text}: numbers separated by commas are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frames} frames of {width} x {height} pixels need more than {MAX_DECODED_BYTES} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} ({sum})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lost} channels whose activations cancel out have no weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low:g} to {high:g} years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low:g} years on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} has no superpixels to draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{min} enumerated, {drawn} drawn in complements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name!r} cannot be used: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} class names for a model with {outputs} outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}); it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in the header is not one whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is larger than allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no model for checking pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not the file that the manifest describes (its hash differs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} rather than {name_2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the file holds no image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the pixels are floating point numbers, which no radiograph has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photometric} and the presentation shape {shape} contradict each other; small values are shown bright.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{players} SLIC superpixels of the picture as shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quoted} is not computed from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quoted} {value} around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{runs} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{samples} samples per pixel do not fit {photometric}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share:.0%} of the image are fully black or fully white.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{starts}, one per baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} Gauss-Legendre nodes on each path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps} steps per path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{steps}, midpoint rule, sigma = {sigma:.3g} px x (1 - t)^2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stop} of {samples} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stop} of {total} coalitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stored} stored bits up to bit {high} do not fit in {allocated} bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stream_bytes:,} bytes of run-length data are too few for {frame_bytes:,} of pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wanted} was asked for but cannot be used here (no device, driver or library)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is not constant</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>This file cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExplanationPanel</name>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain without being asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores at or above their operating point are explained at once, if that is quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superpixels: + green, - red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every value in its colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of equal value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A box around each region that reaches the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green superpixels (+) speak for the class, red ones (-) against it; their borders are drawn. For maps made of superpixels. Key: Shift+S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue - red paints evidence against the class (blue, -) and for it (red, +)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the heatmap (G; hold Q to hide)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All explained findings together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings explained in the same way, each as lines in a colour of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No heatmap yet: press Explain or F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a score there is nothing to explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After scoring, a heatmap can show where the model was sensitive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportedView</name>
    <message>
        <source>Refused by the input checks, scored all the same: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Patient, study and device appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilePrompts</name>
    <message>
        <source>Radiographs (*.dcm *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.zip DICOMDIR)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open radiographs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True length of what was drawn, in millimetres:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images (*.dcm *.dicom *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.npy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrays (*.npy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.whyray *.onnx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import model folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Open a radiograph to see its scores here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file could not be opened, so there is no score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed. Import one from the Model menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the model ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the image ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the image first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores and heatmaps are hidden until you have read the image yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what the model says and notes the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored on request although refused. Do not rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason given: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest to 100 % is the model&apos;s &quot;{name}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score anyway...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for a reason, then shows the score marked on every output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, version {version}. Scored in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no score</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GreysPanel</name>
    <message>
        <source>Greys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows by purpose, and what the file itself offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level: the value in the middle of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width: how many values lie between black and white</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equalise contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour images are shown as they are; they have no window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equalised for the eye: equal greys no longer mean equal values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: LUT {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the file&apos;s LUT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equalised</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpSheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouse and holding</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistogramBar</name>
    <message>
        <source>Histogram and window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the handles, or the part between them. Arrow keys: left and right move the window, up and down change its width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A synthetic radiograph, no patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panes with this letter and colour show one patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model of this pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (identity not in file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Contrast equalised, for the eye only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InquiryPickers</name>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rather than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no comparison)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default: {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A control, for comparison: it does not look at the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same map for every class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Looking for images in {name} ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} new images among {count} files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Findings together, each on its own scale; not a probability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks written to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Shown in place of the image:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please note: {flags}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} x {height} cells, enlarged to the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explained {score}: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{passes} model runs in {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preliminary.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message>
        <source>Undone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo on this image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo on this image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>est. in the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} mm²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} px²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length: drag from end to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the other end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle: drag along the first arm to the vertex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the vertex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the end of the second arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cobb angle: drag along the first end plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the end of the first line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag along the second end plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the end of the second line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio: drag across the thorax, inner wall to inner wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the other inner wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the midline (spinous processes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the heart border farthest to the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the heart border farthest to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ellipse: drag from corner to corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the other corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle: drag from corner to corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polygon: click corner after corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the next corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next corner; double click or Enter ends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow: drag from the tip away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click where the arrow starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text: click where it shall stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration: drag along something of known length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heart {heart} / thorax {thorax}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CTR {ratio}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean {mean}  SD {sd}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min {least}  max {greatest}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksLayer</name>
    <message>
        <source>★ Key image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Marks on this image</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelBar</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model: bundle folder, .whyray or .onnx file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples are scored by the phantom model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unusable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX Runtime computes on: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelForm</name>
    <message>
        <source>About this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not say everything. Answer as its maker would: a wrong answer gives wrong scores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class names, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height x width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left empty: class 0, class 1, ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>please choose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Reset to defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options ({count} changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own image...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of images...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Array file (.npy)...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverrideDialog</name>
    <message>
        <source>Score a refused image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input checks refused this image:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its scores mean nothing for a patient. The reason is kept with the image and stands on every picture, file and report made of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why do you want the score?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score anyway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverrideStrip</name>
    <message>
        <source>Scored although the input checks refused it. Reason given: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{command} (on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Radiograph</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated in the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calibrated by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length}, {origin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} cm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScalePicker</name>
    <message>
        <source>Each image&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same for all, up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed scale lets images be compared; only maps of one method can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the last colour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>{menu}: {command}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superpixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with names and dates masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel over an image of one frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zooms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to the next image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move all panes together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window all panes together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dragging up brightens instead of darkens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring tools stay in hand after a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlargement of the magnifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the heatmap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weaker evidence is not painted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the map is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain at once when a score reaches its operating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what the model says until I have looked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a graphics processor where there really is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder whose new images are opened; empty: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember the files that were opened last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for decoded images, in MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting has such a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click here, then press the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys to their defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>This is no key that can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press one key, not a sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is needed to move through the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} does something while it is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} already means: {command}. Take it away there first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemDialog</name>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this tells about patients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemFacts</name>
    <message>
        <source>WhyRay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Words of the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThumbnailStrip</name>
    <message>
        <source>Open images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewHistory</name>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn or flip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Drop chest radiographs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DICOM, JPEG, PNG, TIFF - files or whole folders. They are scored and explained on this computer and never leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or try a sample (synthetic radiographs, scored by the phantom model)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window and level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp / PgDn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous / next image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>G, hold Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heatmap off, peek without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all keys and gestures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowShell</name>
    <message>
        <source>The log files are in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame {n} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x {x}  y {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{finding} {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening ...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored: refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Research use - not for diagnosis. A qualified reader must review the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no operating point chosen for this class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at or above its operating point ({point} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below its operating point ({point} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model comes without operating points: read the scores as an order only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No listed finding reached its operating point. This does not exclude disease.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{above} of {count} listed findings at or above the operating point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The listed finding is at or above its operating point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input checks refused this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input checks passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input checks: please note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored: this image does not fit the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{s} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows where the model was sensitive, not where disease is. A region can be highlighted for the wrong reason; an absent highlight does not clear a region.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_EmptyPage</name>
    <message>
        <source>Empty. Click here, then choose an image of the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OpeningPage</name>
    <message>
        <source>Opening {name} ...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
