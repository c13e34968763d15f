"""What all objects of one result share: their series, who made them, when, with which model."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import highdicom as hd
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.sr.codedict import codes
from pydicom.uid import ExplicitVRLittleEndian

from engine.bundle.manifest import Manifest
from engine.report.dicom_objects.source import REPEATED
from engine.report.request import Reading

MAKER = "WhyRay"
CREATOR = "WhyRay^"  # as a person's name of one part (PS3.5 6.2.1)
RESEARCH_LINE = "Made by software - research use, not for diagnosis, not verified by a reader"
SERIES_NUMBER = 9001  # behind those of a modality


@dataclass(frozen=True, eq=False)
class Issue:
    """One delivery of results about one image.

    Attributes:
        source: header of the image's file (`read_source`).
        reading: what is known of it.
        created: when, with time zone.
        version: of WhyRay.
        pdf: the report; needed by the document only.
    """

    source: Dataset
    reading: Reading
    created: datetime
    version: str
    pdf: bytes | None = None

    @property
    def manifest(self) -> Manifest:
        """Of the model."""
        return self.reading.manifest

    @property
    def model_digest(self) -> str:
        """Hex SHA-256 of the model's graph and weights."""
        return self.manifest.files["model.onnx"].sha256

    @property
    def device_uid(self) -> str:
        """Device UID (0018,1002): another one for every trained model (IHE AIR 6.5.3.1)."""
        return own_uid(f"device {self.model_digest}")

    @property
    def serial_number(self) -> str:
        """Device serial number: the beginning of the model's digest."""
        return self.model_digest[:16]

    @property
    def software_versions(self) -> str:
        """WhyRay's and the model's, at most 64 characters (LO)."""
        return f"{MAKER} {self.version}, {self.manifest.id} {self.manifest.version}"[:64]

    def series(self, place: int) -> dict[str, Any]:
        """Arguments that highdicom's objects take alike; every object has a series of its own."""
        return {
            "series_instance_uid": str(hd.UID()),
            "series_number": SERIES_NUMBER + place,
            "sop_instance_uid": str(hd.UID()),
            "instance_number": 1,
            "manufacturer": MAKER,
        }

    def instances(self, place: int, count: int) -> list[dict[str, Any]]:
        """The same for several objects of one series."""
        series = self.series(place)
        return [
            series | {"instance_number": number + 1, "sop_instance_uid": str(hd.UID())}
            for number in range(count)
        ]

    def device(self) -> dict[str, Any]:
        """Arguments that name the maker's product."""
        return {
            "manufacturer_model_name": MAKER,
            "software_versions": self.software_versions,
            "device_serial_number": self.serial_number,
        }

    def contributors(self) -> list[hd.ContributingEquipment]:
        """The model as processing equipment (0018,A001)."""
        item = hd.ContributingEquipment(
            manufacturer=MAKER,
            purpose_of_reference=codes.DCM.ProcessingEquipment,
            manufacturer_model_name=self.manifest.id[:64],
            software_versions=self.software_versions,
            device_serial_number=self.serial_number,
            contribution_datetime=self.created,
            contribution_description="Scores and explanation maps; research use",
        )
        item.DeviceUID = self.device_uid
        return [item]

    def document(self, sop_class: str, own: dict[str, Any]) -> FileDataset:
        """An object that highdicom does not make: patient, study, series and maker."""
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = sop_class
        meta.MediaStorageSOPInstanceUID = own["sop_instance_uid"]
        meta.TransferSyntaxUID = ExplicitVRLittleEndian
        made = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
        made.SOPClassUID = sop_class
        made.SOPInstanceUID = own["sop_instance_uid"]
        for word in (*REPEATED, "StudyInstanceUID"):
            setattr(made, word, self.source.get(word))
        made.SeriesInstanceUID = own["series_instance_uid"]
        made.SeriesNumber, made.InstanceNumber = own["series_number"], own["instance_number"]
        made.Manufacturer = made.ManufacturerModelName = MAKER
        made.SoftwareVersions = self.software_versions
        made.DeviceSerialNumber = self.serial_number
        made.ContributingEquipmentSequence = Sequence(self.contributors())
        made.PatientOrientation = ""
        return made

    def finish(self, made: Dataset, description: str) -> Dataset:
        """Dates, names and what every object says of itself."""
        made.SeriesDescription = description[:64]
        made.ContentDate = made.SeriesDate = made.InstanceCreationDate = f"{self.created:%Y%m%d}"
        made.ContentTime = made.SeriesTime = made.InstanceCreationTime = f"{self.created:%H%M%S}"
        made.TimezoneOffsetFromUTC = f"{self.created:%z}"
        made.SpecificCharacterSet = "ISO_IR 192"
        for word in ("StudyDescription", "PatientAge", "IssuerOfPatientID"):
            if self.source.get(word) and word not in made:
                setattr(made, word, self.source.get(word))
        if made.Modality not in ("SR", "DOC"):
            made.BodyPartExamined = "CHEST"
        return made

    def reference(self) -> Dataset:
        """The image, cited (PS3.3 table 10-11)."""
        cited = Dataset()
        cited.ReferencedSOPClassUID = self.source.SOPClassUID
        cited.ReferencedSOPInstanceUID = self.source.SOPInstanceUID
        if int(self.source.get("NumberOfFrames") or 1) > 1:
            cited.ReferencedFrameNumber = self.reading.frame + 1
        return cited

    def references(self) -> Sequence:
        """The image, cited as the only one."""
        return Sequence([self.reference()])


def own_uid(words: str) -> str:
    """A UID that is the same for the same words (root 2.25, PS3.5 B.2)."""
    return f"2.25.{int(hashlib.sha256(f'whyray {words}'.encode()).hexdigest()[:32], 16)}"
