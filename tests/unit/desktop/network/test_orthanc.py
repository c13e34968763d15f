"""A second real archive, Orthanc: what we send is there as we made it, what it sends arrives."""

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from collections import Counter

import numpy as np
import pydicom
import pytest
from pynetdicom import AE
from pynetdicom.sop_class import (
    StudyRootQueryRetrieveInformationModelMove,
)

from desktop.network.node import Node
from desktop.network.receiving import Door, Receiver
from desktop.network.sending import echo, send
from engine.report.dicom_objects.registry import KINDS
from tests.unit.engine.report.test_dicom_objects import files, film, issue, manifest  # noqa: F401

# SOP class of each kind, PS3.4 B.5.
CLASSES = {
    "sc": "1.2.840.10008.5.1.4.1.1.7",
    "pdf": "1.2.840.10008.5.1.4.1.1.104.1",
    "sr": "1.2.840.10008.5.1.4.1.1.88.34",
    "gsps": "1.2.840.10008.5.1.4.1.1.11.1",
    "seg": "1.2.840.10008.5.1.4.1.1.66.4",
    "pm": "1.2.840.10008.5.1.4.1.1.30",
}
pytestmark = pytest.mark.filterwarnings(
    "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning",
    "ignore:Exception in thread .*run_reactor:pytest.PytestUnhandledThreadExceptionWarning",
)


def _free_ports(count):
    holders = [socket.socket() for _ in range(count)]
    try:
        for holder in holders:
            holder.bind(("127.0.0.1", 0))
        return [holder.getsockname()[1] for holder in holders]
    finally:
        for holder in holders:
            holder.close()


class Orthanc:
    """A running one: its DICOM node and its REST interface."""

    def __init__(self, node, http_port):
        self.node = node
        self._base = f"http://127.0.0.1:{http_port}"

    def get(self, path):
        with urllib.request.urlopen(self._base + path, timeout=20.0) as answer:
            return answer.read()

    def told(self, path):
        return json.loads(self.get(path))

    def post(self, path, plain):
        request = urllib.request.Request(self._base + path, json.dumps(plain).encode())
        with urllib.request.urlopen(request, timeout=60.0) as answer:
            return json.loads(answer.read())

    def instance(self, uid):
        """Its own number for an instance."""
        query = {"Level": "Instance", "Query": {"SOPInstanceUID": uid}}
        (found,) = self.post("/tools/find", query)
        return found


@pytest.fixture(scope="module")
def receiver(tmp_path_factory):
    arrived, refused = [], []
    door = Door(port=0, callers=("ORTHANC",))
    made = Receiver(tmp_path_factory.mktemp("in"), arrived.append, refused.append, door)
    made.start()
    made.arrived, made.refused = arrived, refused
    yield made
    made.stop()


@pytest.fixture(scope="module")
def orthanc(tmp_path_factory, receiver):
    program = shutil.which("Orthanc", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
    if program is None:
        pytest.skip("Orthanc (Debian's orthanc) is not installed")
    folder = tmp_path_factory.mktemp("orthanc")
    dicom_port, http_port = _free_ports(2)
    settings = {
        "Name": "test", "StorageDirectory": str(folder), "IndexDirectory": str(folder),
        "HttpPort": http_port, "DicomPort": dicom_port, "DicomAet": "ORTHANC",
        "RemoteAccessAllowed": False, "AuthenticationEnabled": False, "Plugins": [],
        "DicomCheckCalledAet": True, "DicomAlwaysAllowMove": True,
        "DicomModalities": {"whyray": ["WHYRAY", "127.0.0.1", receiver.port]},
    }  # fmt: skip
    (folder / "settings.json").write_text(json.dumps(settings))
    log = (folder / "log").open("wb")
    peer = subprocess.Popen([program, str(folder / "settings.json")], stdout=log, stderr=log)
    made = Orthanc(Node("ORTHANC", "127.0.0.1", dicom_port), http_port)
    for _ in range(300):
        try:
            made.told("/system")
            break
        except OSError:
            assert peer.poll() is None, (folder / "log").read_text()
            time.sleep(0.1)
    yield made
    peer.terminate()
    peer.wait(30.0)
    log.close()


@pytest.fixture(scope="module")
def stored(orthanc, files, film, tmp_path_factory):  # noqa: F811
    """The film and every object made from it, sent; by kind."""
    folder = tmp_path_factory.mktemp("out")
    named = {"film": [film]}
    for kind, made in files.items():
        named[kind] = [folder / f"{kind}-{number}.dcm" for number in range(len(made))]
        for path, data in zip(named[kind], made, strict=True):
            path.write_bytes(data)
    paths = [path for group in named.values() for path in group]
    results = list(send(paths, orthanc.node))
    assert [(sent.path.name, sent.words) for sent in results if not sent.is_stored] == []
    return named


def test_it_answers(orthanc):
    echo(orthanc.node)


def test_every_kind_of_object_is_there_byte_for_byte_in_the_films_own_study(orthanc, stored):
    assert set(stored) == {"film", *(kind.id for kind in KINDS)}
    (study,) = orthanc.told("/studies")
    told = orthanc.told(f"/studies/{study}")
    assert told["MainDicomTags"]["StudyInstanceUID"] == "1.2.3"
    assert told["PatientMainDicomTags"]["PatientName"].startswith("Ångström")
    count = sum(len(group) for group in stored.values())
    assert len(orthanc.told(f"/studies/{study}/instances")) == count

    for kind, group in stored.items():
        for path in group:
            ours = pydicom.dcmread(path)
            number = orthanc.instance(str(ours.SOPInstanceUID))
            theirs = pydicom.dcmread(pydicom.filebase.DicomBytesIO(
                orthanc.get(f"/instances/{number}/file")
            ))  # fmt: skip
            assert theirs == ours, kind
            tags = orthanc.told(f"/instances/{number}/simplified-tags")
            if kind in CLASSES:
                assert tags["SOPClassUID"] == CLASSES[kind]
                assert tags["SeriesInstanceUID"] != "1.2.3.1"
                assert tags["Manufacturer"]


def test_its_own_decoders_see_our_pictures_and_our_document(orthanc, stored):
    (picture,), (document,) = stored["sc"][:1], stored["pdf"]
    ours = pydicom.dcmread(picture)
    number = orthanc.instance(str(ours.SOPInstanceUID))
    shown = orthanc.get(f"/instances/{number}/frames/0/preview")
    assert shown.startswith(b"\x89PNG")
    height, width = int.from_bytes(shown[20:24]), int.from_bytes(shown[16:20])
    assert (height, width) == (ours.Rows, ours.Columns)

    pdf = orthanc.get(f"/instances/{orthanc.instance(_uid(document))}/pdf")
    assert pdf.startswith(b"%PDF")
    for kind in ("seg", "pm"):
        header = pydicom.dcmread(stored[kind][0], stop_before_pixels=True)
        frames = orthanc.told(f"/instances/{orthanc.instance(_uid(stored[kind][0]))}/frames")
        assert len(frames) == int(header.NumberOfFrames)


def test_what_it_pushes_arrives_with_us(orthanc, stored, receiver):
    uid = _uid(stored["film"][0])
    done = orthanc.post("/modalities/whyray/store", orthanc.instance(uid))
    assert done["FailedInstancesCount"] == 0
    (path,) = {path for path in receiver.arrived if path.name == f"{uid}.dcm"}
    assert np.array_equal(
        pydicom.dcmread(path).pixel_array, pydicom.dcmread(stored["film"][0]).pixel_array
    )


def test_what_somebody_has_it_move_arrives(orthanc, stored, receiver):
    """C-MOVE with us as its destination."""
    entity = AE(ae_title="SOMEBODY")
    entity.add_requested_context(StudyRootQueryRetrieveInformationModelMove)
    calling = entity.associate(orthanc.node.host, orthanc.node.port, ae_title=orthanc.node.title)
    assert calling.is_established
    before = Counter(receiver.arrived)
    wanted = pydicom.Dataset()
    wanted.QueryRetrieveLevel, wanted.StudyInstanceUID = "SERIES", "1.2.3"
    wanted.SeriesInstanceUID = "1.2.3.1"
    answers = list(
        calling.send_c_move(wanted, "WHYRAY", StudyRootQueryRetrieveInformationModelMove)
    )
    calling.release()
    assert answers[-1][0].Status == 0x0000
    assert Counter(receiver.arrived) - before == Counter(
        [next(path for path in receiver.arrived if path.name == "1.2.3.1.1.dcm")]
    )


def _uid(path):
    return str(pydicom.dcmread(path, stop_before_pixels=True).SOPInstanceUID)
