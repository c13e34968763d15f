"""Texts cross from the decoding child whole, and hostile ones not at all."""

import io
import json
from pathlib import Path
from struct import pack

import pytest

from engine.errors import UnreadableFile, UnsafeImage
from engine.images.wire import MAGIC, WireError, receive_radiograph, send_error
from engine.language import Said, said


def _crossed(error):
    stream = io.BytesIO()
    send_error(stream, error)
    stream.seek(0)
    with pytest.raises(UnreadableFile) as caught:
        receive_radiograph(stream, Path("a.dcm"))
    return caught.value


def test_a_text_keeps_its_template_and_fields():
    error = _crossed(UnreadableFile(said("{there:,} of {needed:,}", there=10_000, needed=20_000)))
    assert error.message == "10,000 of 20,000"
    assert isinstance(error.message, Said)
    assert error.message.template == "{there:,} of {needed:,}"
    assert error.file == Path("a.dcm")


def test_texts_in_texts_keep_their_templates():
    inner = said("{n} bytes", n=3)
    error = _crossed(UnreadableFile(said("Not read: {what}", what=inner) + said(" (end)")))
    assert error.message == "Not read: 3 bytes (end)"
    assert error.message.fields["part_0"].fields["what"].template == "{n} bytes"


def test_texts_in_texts_without_end_are_refused():
    text = {"template": "x", "fields": {}}
    for _ in range(20):
        text = {"template": "{a}", "fields": {"a": text}}
    answer = {"error": "UnsafeImage", "message": text, "hint": "", "details": {}}
    body = json.dumps(answer).encode()
    with pytest.raises(WireError):
        receive_radiograph(io.BytesIO(pack("<4sL", MAGIC, len(body)) + body), Path("a.dcm"))


def test_a_text_without_a_template_crosses_as_it_is():
    message = _crossed(UnreadableFile("{odd} text")).message
    assert message == "{odd} text"
    assert not isinstance(message, Said)


@pytest.mark.parametrize(
    "template", ["{a.__class__}", "{a[0]}", "{a:>999999999}", "{}", "{b}", "{a:{a}}", "{a"]
)
def test_a_template_that_reaches_further_than_its_fields_is_refused(template):
    text = {"template": template, "fields": {"a": 1}}
    answer = {"error": "UnsafeImage", "message": text, "hint": "", "details": {}}
    body = json.dumps(answer).encode()
    stream = io.BytesIO(pack("<4sL", MAGIC, len(body)) + body)
    with pytest.raises(WireError):
        receive_radiograph(stream, Path("a.dcm"))


def test_the_kind_of_the_error_crosses_too():
    stream = io.BytesIO()
    send_error(stream, UnsafeImage("too large"))
    stream.seek(0)
    with pytest.raises(UnsafeImage):
        receive_radiograph(stream, Path("a.dcm"))
