"""PDF files of reports, read back and drawn by other programs."""

import sys
import threading
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from desktop import glyphs
from desktop.printing import pdf
from desktop.printing.letterhead import read_letterhead
from desktop.printing.pages import PAPERS, Pages
from desktop.printing.pdf import pdf_bytes
from desktop.printing.preview import page_pictures
from desktop.printing.printer import print_report, printer_for
from engine.errors import OutputError, RequestError
from engine.files import atomic_write
from engine.images.radiograph import Facts
from engine.report.compose import report_of
from engine.report.content import VERIFIED, Letterhead
from engine.report.request import Look
from tests.support.reports import (
    FACTS,
    FIVE,
    measured,
    reading,
    refused,
    wishes,
    with_tests,
)

RESEARCH = "Research use - not for diagnosis. A qualified reader must review the image."
NAMES = {
    "Arabic": ("بن علي^أحمد", "أحمد"),
    "Hebrew": ("כהן^דוד", "כהן"),
    "Chinese": ("Zhang^Xiaoming=张^晓明", "晓明"),
    "Japanese": ("Yamada^Tarou=山田^太郎=やまだ^たろう", "山田"),
    "Korean": ("Hong^Gildong=洪^吉洞=홍^길동", "길동"),
    "Greek": ("Παπαδόπουλος^Γιώργος", "Παπαδόπουλος"),
    "Cyrillic": ("Иванов^Иван", "Иванов"),
    "German": ("Müßig^Jörg", "Müßig, Jörg"),
}


def full():
    return with_tests(measured(reading(FIVE, explained=3)))


def report(given=None, **changes):
    return report_of(reading() if given is None else given, wishes(**changes))


def test_one_page_by_default(page_count, qapp):
    for paper in PAPERS:
        assert page_count(pdf_bytes(report(full(), impression="a\nb"), paper=paper)) == 1


def test_details_follow_from_the_second_page_on(qapp, page_count, words_of):
    data = pdf_bytes(report(full()), has_details=True)
    assert page_count(data) >= 2
    words = words_of(data)
    for wanted in ("Tests of the map", "The score falls quickly.", "cd" * 32, "class Effusion"):
        assert wanted in words


def test_the_research_line_and_the_patient_stand_on_every_page(qapp, page_count, poppler):
    data = pdf_bytes(report(full()), has_details=True)
    for number in range(1, page_count(data) + 1):
        page = poppler("pdftotext", data, "-layout", "-f", str(number), "-l", str(number))
        words = " ".join(page.split())
        assert RESEARCH in words
        assert "Patient: Mustermann, Erika Dr.; ID: ID-4711" in words
        assert f"Page {number} of" in words


@pytest.mark.parametrize("language", sorted(NAMES))
def test_names_come_out_as_they_went_in(qapp, words_of, language):
    name, wanted = NAMES[language]
    if not all(glyphs.is_shown(character) for character in name):
        pytest.skip(f"no font of this computer has {language} letters")
    words = words_of(pdf_bytes(report(reading(facts=replace(FACTS, patient_name=name)))))
    # Programs differ in the order in which they give letters that run from right to left.
    assert wanted in words or wanted[::-1] in words
    assert "No font" not in words


@pytest.mark.parametrize(
    "name",
    ["शर्मा^राम", "\U00012000\U00012001^X", "ခိုင်^မာ"],
    ids=["devanagari", "cuneiform", "burmese"],
)
def test_what_no_font_has_is_named_instead_of_drawn_as_a_box(qapp, words_of, name):
    if all(glyphs.is_shown(character) for character in name):
        pytest.skip("a font of this computer has these letters")
    words = words_of(pdf_bytes(report(reading(facts=replace(FACTS, patient_name=name)))))
    code = f"U+{max(ord(character) for character in name):04X}"
    assert "No font of this computer has the characters" in words
    assert code in words
    assert "?" in words


def test_markup_is_drawn_letter_by_letter(qapp, words_of):
    evil = "<table><tr><td>" * 18
    given = measured(reading(facts=replace(FACTS, patient_name="DOE^<img src=x>")))
    words = words_of(pdf_bytes(report(given, impression=f"{evil} &lt;")))
    assert "DOE, <img src" in words or "DOE / <img" in words or "<img src" in words
    assert "<table><tr><td>" in words
    assert "&lt;" in words
    assert "<b>see</b> prior" in words


def test_fonts_are_embedded(qapp, poppler):
    rows = poppler("pdffonts", pdf_bytes(report(full()))).splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows)


def test_the_same_report_gives_the_same_bytes(qapp):
    assert pdf_bytes(report(full())) == pdf_bytes(report(full()))
    assert b"CreationDate" not in pdf_bytes(report())
    assert b"ModDate" not in pdf_bytes(report())


def test_no_name_stands_in_the_properties_of_the_file(qapp, poppler):
    told = poppler("pdfinfo", pdf_bytes(report()))
    assert "Mustermann" not in told
    assert "film" not in told


def test_deidentified_pages_hold_no_name_number_or_date(qapp, words_of):
    data = pdf_bytes(report(full(), is_deidentified=True), has_details=True)
    words = words_of(data)
    for secret in ("Mustermann", "4711", "2026-03", "A-77", "Nordklinik", "film.dcm", "1961"):
        assert secret not in words
    assert "removed (de-identified)" in words
    assert "text burned into the pixels was not removed" in words


def test_the_painted_picture_never_stands_alone(qapp, pictures_of):
    (page,) = pictures_of(pdf_bytes(report()))
    pixels = np.asarray(page).astype(int)
    coloured = np.ptp(pixels, axis=2) > 60
    half = pixels.shape[1] // 2
    assert coloured[:, half:].sum() > 500
    assert coloured[:, :half].sum() == 0
    dark = pixels.max(axis=2) < 40  # the lungs
    assert dark[:, :half].sum() > 2000


def test_contours_print_on_grey_paper(qapp, pictures_of):
    (page,) = pictures_of(pdf_bytes(report(look=Look(is_contour=True))))
    assert np.ptp(np.asarray(page).astype(int), axis=2).max() < 30


def test_a_refused_image_is_shown_without_a_map(qapp, pictures_of, words_of):
    data = pdf_bytes(report(refused(reading())))
    assert "Not scored: the input checks refused this image." in words_of(data)
    (page,) = pictures_of(data)
    pixels = np.asarray(page).astype(int)
    half = pixels.shape[1] // 2
    assert (pixels.max(axis=2) < 40)[100:, half:].sum() < 2000


def test_an_override_stands_at_the_top(qapp, words_of):
    words = words_of(pdf_bytes(report(refused(reading(), "asked by the ward"))))
    assert words.index("REFUSED by the input checks") < words.index("Findings of the model")


def test_missing_facts_are_printed_as_missing(qapp, words_of):
    words = words_of(pdf_bytes(report(reading(facts=Facts()))))
    assert words.count("not in file") >= 11


def test_long_texts_go_on_to_the_next_page_and_are_not_lost(qapp, page_count, words_of):
    lines = "\n".join(f"line {number} of the impression" for number in range(120))
    data = pdf_bytes(report(full(), impression=lines))
    assert page_count(data) >= 2
    words = words_of(data)
    for number in (0, 60, 119):
        assert f"line {number} of the impression" in words


def test_one_endless_word_is_broken(qapp, words_of):
    data = pdf_bytes(report(impression="x" * 400))
    assert words_of(data).count("x" * 50) >= 1


def test_only_unsigned_reports_carry_the_mark(qapp, words_of):
    assert "UNVERIFIED" in words_of(pdf_bytes(report()))
    signed = report(status=VERIFIED, reader="Dr. Who", role="radiologist")
    words = words_of(pdf_bytes(signed))
    assert "UNVERIFIED" not in words
    assert "VERIFIED by Dr. Who, radiologist" in words


@pytest.mark.parametrize(("paper", "size"), [("A4", "595 x 842"), ("Letter", "612 x 792")])
def test_the_paper_has_its_size(qapp, poppler, paper, size):
    assert size in poppler("pdfinfo", pdf_bytes(report(), paper=paper))


def test_clinic_and_logo_stand_at_the_top(qapp, tmp_path, pictures_of, words_of):
    Image.new("RGB", (60, 20), (0, 200, 0)).save(tmp_path / "logo.png")
    head = read_letterhead("Klinik <b>Süd</b>", str(tmp_path / "logo.png"))
    data = pdf_bytes(report(letterhead=head))
    assert "Klinik <b>Süd</b>" in words_of(data)
    pixels = np.asarray(pictures_of(data)[0]).astype(int)
    green = (pixels[..., 1] - pixels[..., 0] > 100).nonzero()
    assert green[0].size > 100
    assert green[0].max() < pixels.shape[0] // 8


def test_a_logo_that_is_no_picture_is_refused(qapp, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"no picture")
    with pytest.raises(RequestError, match="no picture"):
        read_letterhead("", str(tmp_path / "logo.png"))
    with pytest.raises(RequestError, match="cannot be read"):
        read_letterhead("", str(tmp_path / "missing.png"))
    assert read_letterhead("", "") == Letterhead()


def test_reports_may_be_made_on_any_thread(qapp):
    made = []
    workers = [
        threading.Thread(target=lambda: made.append(pdf_bytes(report(full())))) for _ in range(3)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(set(made)) == 1
    assert made[0] == pdf_bytes(report(full()))


def test_without_any_font_nothing_is_written(qapp, monkeypatch):
    monkeypatch.setattr(pdf, "is_any_font_here", lambda: False)
    with pytest.raises(OutputError, match="no font"):
        pdf_bytes(report())


@pytest.mark.skipif(sys.platform == "win32", reason="files cannot be limited there")
def test_a_disk_that_ends_in_the_middle_leaves_the_old_file_and_no_other(qapp, tmp_path):
    import resource

    path = tmp_path / "out" / "report.pdf"
    path.parent.mkdir()
    path.write_bytes(b"old")
    data = pdf_bytes(report())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(data) // 2, limits[1]))
    try:
        with pytest.raises(OutputError, match="could not be written"):
            atomic_write(path, data)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [p.name for p in path.parent.iterdir()] == ["report.pdf"]
    assert path.read_bytes() == b"old"


def test_screen_and_paper_show_the_same_pages(qapp, pictures_of):
    content = report(full())
    pages = Pages(content, "A4", has_details=True)
    shown = page_pictures(pages, 413)
    printed = pictures_of(pdf_bytes(content, has_details=True))
    assert len(shown) == len(printed) == pages.count
    for picture, other in zip(shown, printed, strict=True):
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1)
        ours = Image.fromarray(rows[:, : grey.width()].copy())
        # Letters are smoothed differently, so blocks are compared.
        blocks = [
            np.asarray(page.convert("L").resize((40, 56), Image.Resampling.BOX), float)
            for page in (ours, other)
        ]
        assert np.abs(blocks[0] - blocks[1]).mean() < 6.0


def test_a_printer_gets_the_same_pages(qapp, tmp_path, page_count, words_of):
    content = report(full())
    printer = printer_for("Letter")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_report(content, printer, paper="Letter", has_details=True)
    data = (tmp_path / "printed.pdf").read_bytes()
    assert page_count(data) == Pages(content, "Letter", has_details=True).count
    assert words_of(data) == words_of(pdf_bytes(content, paper="Letter", has_details=True))


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_reached_is_named(qapp, tmp_path):
    printer = printer_for("A4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(OutputError, match="printer cannot be reached"):
        print_report(report(), printer, paper="A4", has_details=False)
