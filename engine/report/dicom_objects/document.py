"""Encapsulated PDF: the report as a document of the study (PS3.3 A.45.1)."""

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence
from pydicom.uid import EncapsulatedPDFStorage

from engine.errors import RequestError
from engine.language import said
from engine.report.dicom_objects.issue import Issue


def encapsulated_pdf(issue: Issue) -> list[Dataset]:
    """The report's PDF, unverified.

    Raises:
        RequestError: no report was made.
    """
    if issue.pdf is None:
        raise RequestError(said("there is no report to file"))
    made = issue.document(EncapsulatedPDFStorage, issue.series(1))
    del made.PatientOrientation
    made.Modality = "DOC"
    made.ConversionType = "WSD"
    made.AcquisitionDateTime = ""
    made.BurnedInAnnotation = "YES"
    made.DocumentTitle = "Chest radiograph: scores and explanations by software, not verified"
    made.VerificationFlag = "UNVERIFIED"
    made.ConceptNameCodeSequence = Sequence([_title()])
    made.SourceInstanceSequence = issue.references()
    made.MIMETypeOfEncapsulatedDocument = "application/pdf"
    made.EncapsulatedDocumentLength = len(issue.pdf)
    made.EncapsulatedDocument = issue.pdf + b"\0" * (len(issue.pdf) % 2)
    return [issue.finish(made, "AI report (research)")]


def _title() -> Dataset:
    """A title that does not claim to be a final report (LOINC)."""
    code = Dataset()
    code.CodeValue = "18748-4"
    code.CodingSchemeDesignator = "LN"
    code.CodeMeaning = "Diagnostic imaging report"
    return code
