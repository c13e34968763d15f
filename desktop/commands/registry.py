"""The table of commands. Menus, toolbar, shortcuts, the palette and the help sheet come from it.

Adding a command means adding one row here and one function in a module beside it. A person may
give every command other keys (`desktop.commands.shortcuts`); the keys here are the first ones.
"""

from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.commands import (
    application,
    decisions,
    files,
    greys,
    hands,
    languages,
    lists,
    looking,
    marks,
    panes,
)
from desktop.commands.command import Command, Gesture, Needs, translated
from desktop.state.marks import CALIBRATE
from desktop.state.tool import PAN, SCROLL, WINDOW, ZOOM
from engine.measure.mark import (
    ANGLE,
    ARROW,
    COBB,
    CTR,
    ELLIPSE,
    LENGTH,
    POLYGON,
    RECTANGLE,
    TEXT,
)

__all__ = ["COMMANDS", "GESTURES", "HELD_KEYS", "MENUS", "PEEK_KEY", "translated"]

# QT_TRANSLATE_NOOP marks the strings for lupdate; they are translated when shown. A key with a
# slash is a submenu. Menus without commands are not shown.
MENUS: dict[str, str] = {
    "file": QT_TRANSLATE_NOOP("Commands", "&File"),
    "file/recent": QT_TRANSLATE_NOOP("Commands", "Open &recent"),
    "image": QT_TRANSLATE_NOOP("Commands", "&Image"),
    "image/tools": QT_TRANSLATE_NOOP("Commands", "&Tools"),
    "image/turn": QT_TRANSLATE_NOOP("Commands", "&Rotate and flip"),
    "image/greys": QT_TRANSLATE_NOOP("Commands", "&Greys"),
    "view": QT_TRANSLATE_NOOP("Commands", "&View"),
    "view/language": QT_TRANSLATE_NOOP("Commands", "&Language"),
    "marks": QT_TRANSLATE_NOOP("Commands", "M&easure"),
    "map": QT_TRANSLATE_NOOP("Commands", "E&xplanation"),
    "model": QT_TRANSLATE_NOOP("Commands", "&Model"),
    "help": QT_TRANSLATE_NOOP("Commands", "&Help"),
}

COMMANDS: tuple[Command, ...] = (
    Command(
        "open-files", "file",
        QT_TRANSLATE_NOOP("Commands", "Open files..."),
        QT_TRANSLATE_NOOP("Commands", "Open DICOM, JPEG, PNG, TIFF, BMP or WEBP files"),
        files.open_files, ("Ctrl+O",), icon="open",
    ),
    Command(
        "open-folder", "file",
        QT_TRANSLATE_NOOP("Commands", "Open folder..."),
        QT_TRANSLATE_NOOP("Commands", "Open every image in a folder and the folders below it"),
        files.open_folder, ("Ctrl+Shift+O",), icon="folder",
    ),
    Command(
        "forget-recent", "file/recent",
        QT_TRANSLATE_NOOP("Commands", "Forget this list"),
        QT_TRANSLATE_NOOP("Commands", "Empty the list of recent files"),
        lists.forget_recent, starts_group=True,
    ),
    Command(
        "watch-folder", "file",
        QT_TRANSLATE_NOOP("Commands", "Watch a folder..."),
        QT_TRANSLATE_NOOP("Commands", "Open new images of a folder as they arrive; again to stop"),
        lists.watch_folder, is_on=lists.is_watching,
    ),
    Command(
        "next-image", "file",
        QT_TRANSLATE_NOOP("Commands", "Next image"),
        QT_TRANSLATE_NOOP("Commands", "Show the next file of the list"),
        files.next_image, ("PgDown", "Right"), Needs.ITEM, starts_group=True,
    ),
    Command(
        "previous-image", "file",
        QT_TRANSLATE_NOOP("Commands", "Previous image"),
        QT_TRANSLATE_NOOP("Commands", "Show the file before this one"),
        files.previous_image, ("PgUp", "Left"), Needs.ITEM,
    ),
    Command(
        "next-study", "file",
        QT_TRANSLATE_NOOP("Commands", "Next study"),
        QT_TRANSLATE_NOOP("Commands", "Show the first image of the next study in the list"),
        lists.next_study, ("Ctrl+Right",), Needs.ITEM,
    ),
    Command(
        "previous-study", "file",
        QT_TRANSLATE_NOOP("Commands", "Previous study"),
        QT_TRANSLATE_NOOP("Commands", "Show the first image of the study before"),
        lists.previous_study, ("Ctrl+Left",), Needs.ITEM,
    ),
    Command(
        "next-frame", "file",
        QT_TRANSLATE_NOOP("Commands", "Next frame"),
        QT_TRANSLATE_NOOP("Commands", "Show and score the next frame of this file"),
        files.next_frame, ("Ctrl+PgDown",), Needs.FRAMES,
    ),
    Command(
        "previous-frame", "file",
        QT_TRANSLATE_NOOP("Commands", "Previous frame"),
        QT_TRANSLATE_NOOP("Commands", "Show and score the frame before this one"),
        files.previous_frame, ("Ctrl+PgUp",), Needs.FRAMES,
    ),
    Command(
        "play-frames", "file",
        QT_TRANSLATE_NOOP("Commands", "Play frames"),
        QT_TRANSLATE_NOOP("Commands", "Play the frames at the file's pace; the last is scored"),
        files.play_frames, ("Shift+P",), Needs.FRAMES, is_on=files.are_frames_playing,
    ),
    Command(
        "retry", "file",
        QT_TRANSLATE_NOOP("Commands", "Try again"),
        QT_TRANSLATE_NOOP("Commands", "Read the file on screen once more"),
        files.retry, ("Ctrl+R",), Needs.FAILURE, starts_group=True,
    ),
    Command(
        "save-view", "file",
        QT_TRANSLATE_NOOP("Commands", "Save view..."),
        QT_TRANSLATE_NOOP("Commands", "Save what is on screen as PNG or JPEG"),
        application.save_view, ("Ctrl+E",), Needs.IMAGE, starts_group=True,
    ),
    Command(
        "save-clean-view", "file",
        QT_TRANSLATE_NOOP("Commands", "Save view without marks..."),
        QT_TRANSLATE_NOOP("Commands", "Save the image alone: no heatmap, marks or words"),
        application.save_clean_view, ("Ctrl+Shift+E",), Needs.IMAGE,
    ),
    Command(
        "copy-view", "file",
        QT_TRANSLATE_NOOP("Commands", "Copy view"),
        QT_TRANSLATE_NOOP("Commands", "Copy what is on screen as a picture"),
        application.copy_view, ("Ctrl+C",), Needs.IMAGE,
    ),
    Command(
        "copy-clean-view", "file",
        QT_TRANSLATE_NOOP("Commands", "Copy view without marks"),
        QT_TRANSLATE_NOOP("Commands", "Copy the image alone: no heatmap, marks or words"),
        application.copy_clean_view, ("Ctrl+Alt+C",), Needs.IMAGE,
    ),
    Command(
        "copy-details", "file",
        QT_TRANSLATE_NOOP("Commands", "Copy details"),
        QT_TRANSLATE_NOOP("Commands", "Copy the facts of what is on screen, no patient data"),
        application.copy_details, ("Ctrl+Shift+C",), Needs.ITEM,
    ),
    Command(
        "close-image", "file",
        QT_TRANSLATE_NOOP("Commands", "Close image"),
        QT_TRANSLATE_NOOP("Commands", "Take the file on screen off the list"),
        files.close_image, ("Ctrl+W",), Needs.ITEM,
    ),
    Command(
        "close-study", "file",
        QT_TRANSLATE_NOOP("Commands", "Close study"),
        QT_TRANSLATE_NOOP("Commands", "Take all files of the study on screen off the list"),
        lists.close_study, ("Ctrl+Shift+W",), Needs.ITEM,
    ),
    Command(
        "settings", "file",
        QT_TRANSLATE_NOOP("Commands", "Settings..."),
        QT_TRANSLATE_NOOP("Commands", "Appearance, mouse, heatmap, files"),
        application.show_settings, ("Ctrl+,",), starts_group=True,
    ),
    Command(
        "shortcuts", "file",
        QT_TRANSLATE_NOOP("Commands", "Keyboard shortcuts..."),
        QT_TRANSLATE_NOOP("Commands", "Give commands other keys"),
        application.show_shortcuts,
    ),
    Command(
        "quit", "file",
        QT_TRANSLATE_NOOP("Commands", "Quit"),
        QT_TRANSLATE_NOOP("Commands", "End WhyRay"),
        application.leave, ("Ctrl+Q",), starts_group=True,
    ),
    Command(
        "fit", "image",
        QT_TRANSLATE_NOOP("Commands", "Fit"),
        QT_TRANSLATE_NOOP("Commands", "Show the whole image"),
        looking.fit, ("F", "Ctrl+0"), Needs.IMAGE, icon="fit",
    ),
    Command(
        "one-to-one", "image",
        QT_TRANSLATE_NOOP("Commands", "1:1"),
        QT_TRANSLATE_NOOP("Commands", "Show one image pixel per screen pixel"),
        looking.one_to_one, ("Ctrl+1",), Needs.IMAGE, icon="one-to-one",
    ),
    Command(
        "zoom-in", "image",
        QT_TRANSLATE_NOOP("Commands", "Zoom in"),
        QT_TRANSLATE_NOOP("Commands", "Magnify"),
        looking.zoom_in, ("+", "="), Needs.IMAGE,
    ),
    Command(
        "zoom-out", "image",
        QT_TRANSLATE_NOOP("Commands", "Zoom out"),
        QT_TRANSLATE_NOOP("Commands", "Make smaller"),
        looking.zoom_out, ("-",), Needs.IMAGE,
    ),
    Command(
        "tool-window", "image/tools",
        QT_TRANSLATE_NOOP("Commands", "Window and level"),
        QT_TRANSLATE_NOOP("Commands", "Left drag changes contrast (sideways) and brightness"),
        partial(hands.take_tool, WINDOW), ("W",), icon="tool-window",
        is_on=partial(hands.has_tool, WINDOW),
    ),
    Command(
        "tool-pan", "image/tools",
        QT_TRANSLATE_NOOP("Commands", "Move"),
        QT_TRANSLATE_NOOP("Commands", "Left drag moves the image"),
        partial(hands.take_tool, PAN), ("T",), icon="tool-pan",
        is_on=partial(hands.has_tool, PAN),
    ),
    Command(
        "tool-zoom", "image/tools",
        QT_TRANSLATE_NOOP("Commands", "Zoom"),
        QT_TRANSLATE_NOOP("Commands", "Left drag up or down zooms about the pressed point"),
        partial(hands.take_tool, ZOOM), ("Z",), icon="tool-zoom",
        is_on=partial(hands.has_tool, ZOOM),
    ),
    Command(
        "tool-scroll", "image/tools",
        QT_TRANSLATE_NOOP("Commands", "Scroll"),
        QT_TRANSLATE_NOOP("Commands", "Left drag up or down goes through frames, or images"),
        partial(hands.take_tool, SCROLL), ("S",), icon="tool-scroll",
        is_on=partial(hands.has_tool, SCROLL),
    ),
    Command(
        "magnifier", "image/tools",
        QT_TRANSLATE_NOOP("Commands", "Magnifier"),
        QT_TRANSLATE_NOOP("Commands", "Enlarge what lies under the pointer, without the heatmap"),
        hands.toggle_magnifier, ("X",), icon="magnifier", starts_group=True,
        is_on=hands.has_magnifier,
    ),
    Command(
        "turn-clockwise", "image/turn",
        QT_TRANSLATE_NOOP("Commands", "Rotate clockwise"),
        QT_TRANSLATE_NOOP("Commands", "A quarter turn to the right; the model never sees it"),
        hands.turn_clockwise, ("R",), Needs.IMAGE,
    ),
    Command(
        "turn-counterclockwise", "image/turn",
        QT_TRANSLATE_NOOP("Commands", "Rotate counter-clockwise"),
        QT_TRANSLATE_NOOP("Commands", "A quarter turn to the left; the model never sees it"),
        hands.turn_counterclockwise, ("Shift+R",), Needs.IMAGE,
    ),
    Command(
        "flip-across", "image/turn",
        QT_TRANSLATE_NOOP("Commands", "Flip left to right"),
        QT_TRANSLATE_NOOP("Commands", "A mirror image: the heart seems to lie on the other side"),
        hands.flip_across, ("H",), Needs.IMAGE, starts_group=True,
    ),
    Command(
        "flip-down", "image/turn",
        QT_TRANSLATE_NOOP("Commands", "Flip top to bottom"),
        QT_TRANSLATE_NOOP("Commands", "Swap top and bottom; the model never sees it"),
        hands.flip_down, ("V",), Needs.IMAGE,
    ),
    Command(
        "text-density", "image",
        QT_TRANSLATE_NOOP("Commands", "Corner text: full, short, none"),
        QT_TRANSLATE_NOOP("Commands", "The corners say less, or all again; also a tap on Space"),
        hands.text_density, (), Needs.IMAGE, starts_group=True,
    ),
    Command(
        "invert", "image",
        QT_TRANSLATE_NOOP("Commands", "Invert"),
        QT_TRANSLATE_NOOP("Commands", "Swap light and dark on screen; the model never sees it"),
        looking.invert, ("I",), Needs.IMAGE, icon="invert", starts_group=True,
    ),
    Command(
        "greys-file", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "As the file asks"),
        QT_TRANSLATE_NOOP("Commands", "The window or LUT that the file asks for"),
        greys.show_default, ("`",), Needs.IMAGE,
    ),
    Command(
        "greys-full", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Full range"),
        QT_TRANSLATE_NOOP("Commands", "From the smallest to the largest value, without any LUT"),
        greys.show_full, ("0",), Needs.IMAGE,
    ),
    Command(
        "greys-automatic", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Automatic"),
        QT_TRANSLATE_NOOP("Commands", "Fits the film alone: borders and burned-in marks left out"),
        greys.show_automatic, ("1",), Needs.IMAGE, starts_group=True,
    ),
    Command(
        "greys-lung", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Lung"),
        QT_TRANSLATE_NOOP("Commands", "Vessels and markings of the lungs; what is dense is white"),
        partial(greys.show_preset, "lung"), ("2",), Needs.IMAGE,
    ),
    Command(
        "greys-mediastinum", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Mediastinum"),
        QT_TRANSLATE_NOOP("Commands", "Behind the heart and below the domes; lungs are black"),
        partial(greys.show_preset, "mediastinum"), ("3",), Needs.IMAGE,
    ),
    Command(
        "greys-bone", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Bone"),
        QT_TRANSLATE_NOOP("Commands", "Ribs, clavicles and spine with more contrast"),
        partial(greys.show_preset, "bone"), ("4",), Needs.IMAGE,
    ),
    Command(
        "greys-lines", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Tubes and lines"),
        QT_TRANSLATE_NOOP("Commands", "Catheters, tubes and wires before the mediastinum"),
        partial(greys.show_preset, "lines"), ("5",), Needs.IMAGE,
    ),
    Command(
        "greys-soft", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Low contrast"),
        QT_TRANSLATE_NOOP("Commands", "Everything at once, flat, nothing cut off"),
        partial(greys.show_preset, "soft"), ("6",), Needs.IMAGE,
    ),
    Command(
        "greys-file-1", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "First window of the file"),
        QT_TRANSLATE_NOOP("Commands", "The first window or LUT that the file offers"),
        partial(greys.show_file_window, 0), ("7",), Needs.WINDOWS, starts_group=True,
    ),
    Command(
        "greys-file-2", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Second window of the file"),
        QT_TRANSLATE_NOOP("Commands", "The second window or LUT that the file offers"),
        partial(greys.show_file_window, 1), ("8",), Needs.TWO_WINDOWS,
    ),
    Command(
        "greys-file-3", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Third window of the file"),
        QT_TRANSLATE_NOOP("Commands", "The third window or LUT that the file offers"),
        partial(greys.show_file_window, 2), ("9",), Needs.THREE_WINDOWS,
    ),
    Command(
        "equalise", "image/greys",
        QT_TRANSLATE_NOOP("Commands", "Equalise contrast"),
        QT_TRANSLATE_NOOP("Commands", "CLAHE for the eye; the model and measurements never see it"),
        greys.equalise, ("Shift+E",), Needs.IMAGE, starts_group=True, is_on=greys.is_equalised,
    ),
    Command(
        "reset", "image",
        QT_TRANSLATE_NOOP("Commands", "Reset"),
        QT_TRANSLATE_NOOP("Commands", "Back to the window, greys and place that the file asks for"),
        looking.reset, ("Backspace",), Needs.IMAGE, icon="reset",
    ),
    Command(
        "one-pane", "view",
        QT_TRANSLATE_NOOP("Commands", "One pane"),
        QT_TRANSLATE_NOOP("Commands", "Show the focused image alone"),
        panes.one_pane, ("Alt+1",), is_on=panes.has_one_pane,
    ),
    Command(
        "two-panes", "view",
        QT_TRANSLATE_NOOP("Commands", "Two panes"),
        QT_TRANSLATE_NOOP("Commands", "Show the image and its prior, or its other view"),
        panes.two_panes, ("Alt+2",), Needs.ITEM, is_on=panes.has_two_panes,
    ),
    Command(
        "four-panes", "view",
        QT_TRANSLATE_NOOP("Commands", "Four panes"),
        QT_TRANSLATE_NOOP("Commands", "Show both views of a study above those of its prior"),
        panes.four_panes, ("Alt+4",), Needs.ITEM, is_on=panes.has_four_panes,
    ),
    Command(
        "next-pane", "view",
        QT_TRANSLATE_NOOP("Commands", "Next pane"),
        QT_TRANSLATE_NOOP("Commands", "Let keys and panels mean the next pane"),
        panes.next_pane, ("F6",),
    ),
    Command(
        "previous-pane", "view",
        QT_TRANSLATE_NOOP("Commands", "Previous pane"),
        QT_TRANSLATE_NOOP("Commands", "Let keys and panels mean the pane before"),
        panes.previous_pane, ("Shift+F6",),
    ),
    Command(
        "maximise-pane", "view",
        QT_TRANSLATE_NOOP("Commands", "Focused pane alone"),
        QT_TRANSLATE_NOOP("Commands", "Let the focused pane cover the others, or show them again"),
        panes.maximise, ("Alt+Return",), is_on=panes.is_maximised,
    ),
    Command(
        "compare-prior", "view",
        QT_TRANSLATE_NOOP("Commands", "Compare with prior"),
        QT_TRANSLATE_NOOP(
            "Commands", "Show the same patient's earlier image in the same view beside this one"
        ),
        panes.compare_with_prior, ("Ctrl+B",), Needs.ITEM, starts_group=True,
    ),
    Command(
        "explain-twice", "view",
        QT_TRANSLATE_NOOP("Commands", "Same image, other explanation"),
        QT_TRANSLATE_NOOP("Commands", "Show this image once more, explained in its own way"),
        panes.explain_twice, ("Ctrl+D",), Needs.IMAGE,
    ),
    Command(
        "ask-other-model", "view",
        QT_TRANSLATE_NOOP("Commands", "Same image, other model"),
        QT_TRANSLATE_NOOP("Commands", "Show this image once more, scored by another model"),
        panes.ask_other_model, ("Ctrl+Shift+D",), Needs.IMAGE,
    ),
    Command(
        "link-places", "view",
        QT_TRANSLATE_NOOP("Commands", "Link zoom and position"),
        QT_TRANSLATE_NOOP("Commands", "Zoom and move all panes together, or each for itself"),
        panes.link_places, ("Ctrl+T",), is_on=panes.are_places_linked, starts_group=True,
    ),
    Command(
        "link-windows", "view",
        QT_TRANSLATE_NOOP("Commands", "Link window"),
        QT_TRANSLATE_NOOP("Commands", "Window all panes together, or each for itself"),
        panes.link_windows, ("Ctrl+Shift+T",), is_on=panes.are_windows_linked,
    ),
    Command(
        "full-screen", "view",
        QT_TRANSLATE_NOOP("Commands", "Full screen"),
        QT_TRANSLATE_NOOP("Commands", "Fill the screen, or go back"),
        application.full_screen, ("F11",), is_on=application.is_full_screen, starts_group=True,
    ),
    Command(
        "privacy", "view",
        QT_TRANSLATE_NOOP("Commands", "Privacy mode"),
        QT_TRANSLATE_NOOP("Commands", "Mask names, numbers and dates of patients on screen"),
        application.toggle_privacy, ("Ctrl+Shift+P",), is_on=application.is_private,
    ),
    Command(
        "light-theme", "view",
        QT_TRANSLATE_NOOP("Commands", "Light theme"),
        QT_TRANSLATE_NOOP("Commands", "Light panes; the image area stays black"),
        application.toggle_theme, is_on=application.is_light,
    ),
    Command(
        "language-system", "view/language",
        QT_TRANSLATE_NOOP("Commands", "As the system"),
        QT_TRANSLATE_NOOP("Commands", "Use the language of the system, or English"),
        partial(languages.speak, "system"), is_on=partial(languages.is_spoken, "system"),
    ),
    Command(
        "language-en", "view/language",
        "English",
        QT_TRANSLATE_NOOP("Commands", "Use English in the whole window"),
        partial(languages.speak, "en"), is_on=partial(languages.is_spoken, "en"),
    ),
    Command(
        "language-de", "view/language",
        "Deutsch",
        QT_TRANSLATE_NOOP("Commands", "Use German in the whole window"),
        partial(languages.speak, "de"), is_on=partial(languages.is_spoken, "de"),
    ),
    Command(
        "language-es", "view/language",
        "Español",
        QT_TRANSLATE_NOOP("Commands", "Use Spanish in the whole window"),
        partial(languages.speak, "es"), is_on=partial(languages.is_spoken, "es"),
    ),
    Command(
        "draw-length", "marks",
        QT_TRANSLATE_NOOP("Commands", "Length"),
        QT_TRANSLATE_NOOP("Commands", "Measure a distance, with where its millimetres come from"),
        partial(hands.take_tool, LENGTH), ("D",), Needs.IMAGE,
        is_on=partial(hands.has_tool, LENGTH),
    ),
    Command(
        "draw-angle", "marks",
        QT_TRANSLATE_NOOP("Commands", "Angle"),
        QT_TRANSLATE_NOOP("Commands", "Measure the angle between two arms"),
        partial(hands.take_tool, ANGLE), ("A",), Needs.IMAGE,
        is_on=partial(hands.has_tool, ANGLE),
    ),
    Command(
        "draw-cobb", "marks",
        QT_TRANSLATE_NOOP("Commands", "Cobb angle"),
        QT_TRANSLATE_NOOP("Commands", "Measure the angle between two end plates"),
        partial(hands.take_tool, COBB), ("Shift+A",), Needs.IMAGE,
        is_on=partial(hands.has_tool, COBB),
    ),
    Command(
        "draw-ratio", "marks",
        QT_TRANSLATE_NOOP("Commands", "Cardiothoracic ratio"),
        QT_TRANSLATE_NOOP("Commands", "Widest heart over widest inner thorax; defined for PA"),
        partial(hands.take_tool, CTR), ("C",), Needs.IMAGE,
        is_on=partial(hands.has_tool, CTR),
    ),
    Command(
        "draw-ellipse", "marks",
        QT_TRANSLATE_NOOP("Commands", "Ellipse"),
        QT_TRANSLATE_NOOP("Commands", "Mean, spread, extremes and area inside of an ellipse"),
        partial(hands.take_tool, ELLIPSE), ("E",), Needs.IMAGE,
        is_on=partial(hands.has_tool, ELLIPSE), starts_group=True,
    ),
    Command(
        "draw-rectangle", "marks",
        QT_TRANSLATE_NOOP("Commands", "Rectangle"),
        QT_TRANSLATE_NOOP("Commands", "Mean, spread, extremes and area inside of a rectangle"),
        partial(hands.take_tool, RECTANGLE), ("U",), Needs.IMAGE,
        is_on=partial(hands.has_tool, RECTANGLE),
    ),
    Command(
        "draw-polygon", "marks",
        QT_TRANSLATE_NOOP("Commands", "Polygon"),
        QT_TRANSLATE_NOOP("Commands", "Mean, spread, extremes and area inside of a polygon"),
        partial(hands.take_tool, POLYGON), ("P",), Needs.IMAGE,
        is_on=partial(hands.has_tool, POLYGON),
    ),
    Command(
        "draw-arrow", "marks",
        QT_TRANSLATE_NOOP("Commands", "Arrow"),
        QT_TRANSLATE_NOOP("Commands", "Point at something; a double click writes beside it"),
        partial(hands.take_tool, ARROW), ("M",), Needs.IMAGE,
        is_on=partial(hands.has_tool, ARROW), starts_group=True,
    ),
    Command(
        "draw-text", "marks",
        QT_TRANSLATE_NOOP("Commands", "Text"),
        QT_TRANSLATE_NOOP("Commands", "Write on the image"),
        partial(hands.take_tool, TEXT), ("B",), Needs.IMAGE,
        is_on=partial(hands.has_tool, TEXT),
    ),
    Command(
        "key-image", "marks",
        QT_TRANSLATE_NOOP("Commands", "Key image"),
        QT_TRANSLATE_NOOP("Commands", "Mark the image on screen as a key image, or no longer"),
        marks.toggle_key, ("K",), Needs.IMAGE, is_on=marks.is_key,
    ),
    Command(
        "calibrate", "marks",
        QT_TRANSLATE_NOOP("Commands", "Calibrate..."),
        QT_TRANSLATE_NOOP("Commands", "Draw something of known length to measure in millimetres"),
        partial(hands.take_tool, CALIBRATE), ("Shift+D",), Needs.IMAGE,
        is_on=partial(hands.has_tool, CALIBRATE), starts_group=True,
    ),
    Command(
        "forget-calibration", "marks",
        QT_TRANSLATE_NOOP("Commands", "Forget calibration"),
        QT_TRANSLATE_NOOP("Commands", "Measure with the pixel size of the file again"),
        marks.forget_calibration, needs=Needs.IMAGE,
    ),
    Command(
        "undo", "marks",
        QT_TRANSLATE_NOOP("Commands", "Undo"),
        QT_TRANSLATE_NOOP("Commands", "Take back the last mark, window drag, turn or flip"),
        marks.undo, ("Ctrl+Z",), Needs.IMAGE, starts_group=True,
    ),
    Command(
        "redo", "marks",
        QT_TRANSLATE_NOOP("Commands", "Redo"),
        QT_TRANSLATE_NOOP("Commands", "Do again what was taken back"),
        marks.redo, ("Ctrl+Y", "Ctrl+Shift+Z"), Needs.IMAGE,
    ),
    Command(
        "delete-mark", "marks",
        QT_TRANSLATE_NOOP("Commands", "Delete mark"),
        QT_TRANSLATE_NOOP("Commands", "Take the selected mark away; undo brings it back"),
        marks.delete, ("Del",), Needs.IMAGE,
    ),
    Command(
        "delete-marks", "marks",
        QT_TRANSLATE_NOOP("Commands", "Delete all marks"),
        QT_TRANSLATE_NOOP("Commands", "Take all marks of this image away; undo brings them back"),
        marks.delete_all, needs=Needs.IMAGE,
    ),
    Command(
        "toggle-marks", "marks",
        QT_TRANSLATE_NOOP("Commands", "Marks on / off"),
        QT_TRANSLATE_NOOP("Commands", "Show or hide everything that was drawn"),
        marks.toggle_visible, ("Ctrl+G",), Needs.IMAGE, is_on=marks.are_visible, starts_group=True,
    ),
    Command(
        "export-marks", "marks",
        QT_TRANSLATE_NOOP("Commands", "Export marks..."),
        QT_TRANSLATE_NOOP("Commands", "Write the marks of this image and their values as JSON"),
        marks.export, needs=Needs.IMAGE,
    ),
    Command(
        "explain", "map",
        QT_TRANSLATE_NOOP("Commands", "Explain"),
        QT_TRANSLATE_NOOP("Commands", "Compute the heatmap that the pickers ask for"),
        looking.explain, ("F5",), Needs.SCORE, icon="explain",
    ),
    Command(
        "test-map", "map",
        QT_TRANSLATE_NOOP("Commands", "Test this map"),
        QT_TRANSLATE_NOOP("Commands", "How far can it be believed? Each test beside its control"),
        looking.test_map, ("J",), Needs.SCORE,
    ),
    Command(
        "test-map-thoroughly", "map",
        QT_TRANSLATE_NOOP("Commands", "Test this map thoroughly"),
        QT_TRANSLATE_NOOP("Commands", "The same with many more runs of the model: minutes"),
        looking.test_map_thoroughly, (), Needs.SCORE,
    ),
    Command(
        "show-layers", "map",
        QT_TRANSLATE_NOOP("Commands", "What every layer saw..."),
        QT_TRANSLATE_NOOP("Commands", "The feature maps of every layer for this image"),
        looking.show_layers, ("O",), Needs.SCORE,
    ),
    Command(
        "next-class", "map",
        QT_TRANSLATE_NOOP("Commands", "Next class"),
        QT_TRANSLATE_NOOP("Commands", "Explain the next class; of several, the next chosen one"),
        looking.next_class, (".",), Needs.SCORE,
    ),
    Command(
        "previous-class", "map",
        QT_TRANSLATE_NOOP("Commands", "Previous class"),
        QT_TRANSLATE_NOOP("Commands", "Explain the class before"),
        looking.previous_class, (",",), Needs.SCORE,
    ),
    Command(
        "toggle-overlay", "map",
        QT_TRANSLATE_NOOP("Commands", "Heatmap on / off"),
        QT_TRANSLATE_NOOP("Commands", "Show or hide the heatmap"),
        looking.toggle_overlay, ("G",), Needs.MAP, icon="overlay",
    ),
    Command(
        "toggle-superpixels", "map",
        QT_TRANSLATE_NOOP("Commands", "Superpixels on / off"),
        QT_TRANSLATE_NOOP("Commands", "Green (+) and red (-) superpixels, or colours again"),
        looking.toggle_superpixels, ("Shift+S",), Needs.REGIONS,
    ),
    Command(
        "toggle-contours", "map",
        QT_TRANSLATE_NOOP("Commands", "Contours on / off"),
        QT_TRANSLATE_NOOP("Commands", "Lines of equal value, or colours again"),
        looking.toggle_contours, ("Shift+L",), Needs.MAP,
    ),
    Command(
        "toggle-boxes", "map",
        QT_TRANSLATE_NOOP("Commands", "Boxes on / off"),
        QT_TRANSLATE_NOOP("Commands", "Boxes around regions over the threshold, or colours again"),
        looking.toggle_boxes, ("Shift+B",), Needs.MAP,
    ),
    Command(
        "toggle-together", "map",
        QT_TRANSLATE_NOOP("Commands", "Findings together on / off"),
        QT_TRANSLATE_NOOP("Commands", "All findings that were explained, each in its own colour"),
        looking.toggle_together, ("Shift+G",), Needs.MAP,
    ),
    Command(
        "more-opacity", "map",
        QT_TRANSLATE_NOOP("Commands", "Denser heatmap"),
        QT_TRANSLATE_NOOP("Commands", "Raise the heatmap's opacity"),
        looking.more_opacity, ("]",), Needs.MAP, starts_group=True,
    ),
    Command(
        "less-opacity", "map",
        QT_TRANSLATE_NOOP("Commands", "Thinner heatmap"),
        QT_TRANSLATE_NOOP("Commands", "Lower the heatmap's opacity"),
        looking.less_opacity, ("[",), Needs.MAP,
    ),
    Command(
        "cancel", "map",
        QT_TRANSLATE_NOOP("Commands", "Cancel"),
        QT_TRANSLATE_NOOP("Commands", "End drawing, work or tool, one per press; then reset"),
        looking.cancel, ("Esc",), starts_group=True,
    ),
    Command(
        "looked", "model",
        QT_TRANSLATE_NOOP("Commands", "I have looked"),
        QT_TRANSLATE_NOOP("Commands", "Show what the model says about this image"),
        decisions.reveal, ("L",), Needs.HIDDEN, starts_group=True,
    ),
    Command(
        "accept-finding", "model",
        QT_TRANSLATE_NOOP("Commands", "Accept finding"),
        QT_TRANSLATE_NOOP("Commands", "I see the explained finding too; again: take it back"),
        decisions.accept_finding, ("Y",), Needs.SCORE,
    ),
    Command(
        "reject-finding", "model",
        QT_TRANSLATE_NOOP("Commands", "Reject finding"),
        QT_TRANSLATE_NOOP("Commands", "I do not see the explained finding; again: take it back"),
        decisions.reject_finding, ("N",), Needs.SCORE,
    ),
    Command(
        "score-anyway", "model",
        QT_TRANSLATE_NOOP("Commands", "Score refused image..."),
        QT_TRANSLATE_NOOP("Commands", "Give a reason and see the score, marked on every output"),
        decisions.score_anyway, (), Needs.REFUSAL,
    ),
    Command(
        "second-reader", "model",
        QT_TRANSLATE_NOOP("Commands", "Second reader"),
        QT_TRANSLATE_NOOP("Commands", "Hide what the model says until I have looked"),
        decisions.toggle_second_reader, ("Ctrl+L",), is_on=decisions.is_second_reader,
    ),
    Command(
        "import-model-file", "model",
        QT_TRANSLATE_NOOP("Commands", "Import model file..."),
        QT_TRANSLATE_NOOP("Commands", "Add a .whyray or .onnx model and make it the active one"),
        files.import_model_file, starts_group=True,
    ),
    Command(
        "import-model-folder", "model",
        QT_TRANSLATE_NOOP("Commands", "Import model folder..."),
        QT_TRANSLATE_NOOP("Commands", "Add a model bundle folder and make it the active one"),
        files.import_model_folder,
    ),
    Command(
        "palette", "help",
        QT_TRANSLATE_NOOP("Commands", "Find a command..."),
        QT_TRANSLATE_NOOP("Commands", "Type a few letters of what you want to do"),
        application.show_palette, ("Ctrl+K",),
    ),
    Command(
        "help", "help",
        QT_TRANSLATE_NOOP("Commands", "Keys and gestures"),
        QT_TRANSLATE_NOOP("Commands", "Show every key and mouse gesture"),
        application.show_help, ("F1",),
    ),
    Command(
        "system", "help",
        QT_TRANSLATE_NOOP("Commands", "System..."),
        QT_TRANSLATE_NOOP("Commands", "Versions, processor and memory; no patient data"),
        application.show_system, starts_group=True,
    ),
    Command(
        "log-folder", "help",
        QT_TRANSLATE_NOOP("Commands", "Open log folder"),
        QT_TRANSLATE_NOOP("Commands", "Show the folder of the log files"),
        application.open_log_folder,
    ),
    Command(
        "about", "help",
        QT_TRANSLATE_NOOP("Commands", "About WhyRay"),
        QT_TRANSLATE_NOOP("Commands", "Versions, purpose and licences"),
        application.show_about,
    ),
)  # fmt: skip

# Keys that do something while they are held, and can therefore mean no command.
PEEK_KEY, GRAB_KEY = "Q", "Space"
HELD_KEYS = (PEEK_KEY, GRAB_KEY)
GESTURES: tuple[Gesture, ...] = (
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Hold Q"),
        QT_TRANSLATE_NOOP("Commands", "Hide the heatmap while held"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Space"),
        QT_TRANSLATE_NOOP("Commands", "Tap: corner text; hold and drag: move the image"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Left drag"),
        QT_TRANSLATE_NOOP("Commands", "The tool in hand; window: sideways width, up level"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Ctrl or Shift, Alt"),
        QT_TRANSLATE_NOOP("Commands", "While the window is dragged: coarse, fine"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Ctrl + left drag"),
        QT_TRANSLATE_NOOP("Commands", "Window from the rectangle"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Shift + left drag"),
        QT_TRANSLATE_NOOP("Commands", "Move the image"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Middle drag"),
        QT_TRANSLATE_NOOP("Commands", "Move the image"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Right drag"),
        QT_TRANSLATE_NOOP("Commands", "Zoom about the pressed point"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Wheel"),
        QT_TRANSLATE_NOOP("Commands", "Zoom at the pointer; several frames: next frame"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Ctrl + wheel"),
        QT_TRANSLATE_NOOP("Commands", "Zoom at the pointer, always"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Shift + wheel"),
        QT_TRANSLATE_NOOP("Commands", "Opacity of the heatmap"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Two fingers"),
        QT_TRANSLATE_NOOP("Commands", "Zoom and move"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Double click"),
        QT_TRANSLATE_NOOP("Commands", "Only the image, or back"),
    ),
    Gesture(
        QT_TRANSLATE_NOOP("Commands", "Drop"),
        QT_TRANSLATE_NOOP("Commands", "Open files or folders, anywhere in the window"),
    ),
)  # fmt: skip
