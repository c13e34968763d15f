"""What is said of a model's life, in the language in use."""

from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from desktop.jobs.model_tasks import SHIPPED, Auc, Described
from desktop.language import figure, in_words, translate
from engine.bundle.signature import BY_SITE, BY_TRUSTED, BY_UNKNOWN, UNSIGNED
from engine.bundle.store import StoredModel
from engine.images.text import clean_text
from engine.library import audit
from engine.library.models import ACTIVE, CANDIDATE, DELETED, FORMER, RETIRED, Change
from engine.registry.trial import Trial

CONTEXT = "Models"
STATES = {
    ACTIVE: QT_TRANSLATE_NOOP("Models", "active"),
    CANDIDATE: QT_TRANSLATE_NOOP("Models", "candidate"),
    FORMER: QT_TRANSLATE_NOOP("Models", "former"),
    RETIRED: QT_TRANSLATE_NOOP("Models", "retired"),
    DELETED: QT_TRANSLATE_NOOP("Models", "deleted"),
    "": QT_TRANSLATE_NOOP("Models", "available"),
}
SIGNATURES = {
    SHIPPED: QT_TRANSLATE_NOOP("Models", "came with WhyRay"),
    BY_SITE: QT_TRANSLATE_NOOP("Models", "signed by this site"),
    BY_TRUSTED: QT_TRANSLATE_NOOP("Models", "signed, key trusted"),
    BY_UNKNOWN: QT_TRANSLATE_NOOP("Models", "signed, key unknown"),
    UNSIGNED: QT_TRANSLATE_NOOP("Models", "unsigned"),
    "": "",
}
EVENTS = {
    audit.MODEL_IMPORTED: QT_TRANSLATE_NOOP("Models", "Imported"),
    audit.MODEL_ACTIVATED: QT_TRANSLATE_NOOP("Models", "Made active"),
    audit.MODEL_ROLLED_BACK: QT_TRANSLATE_NOOP("Models", "Gone back"),
    audit.MODEL_FELL_BACK: QT_TRANSLATE_NOOP("Models", "The active one was unusable"),
    audit.MODEL_RETIRED: QT_TRANSLATE_NOOP("Models", "Retired"),
    audit.MODEL_DELETED: QT_TRANSLATE_NOOP("Models", "Deleted"),
    audit.MODEL_EXPORTED: QT_TRANSLATE_NOOP("Models", "Exported"),
    audit.MODEL_SIGNED: QT_TRANSLATE_NOOP("Models", "Signed"),
    audit.MODEL_REFUSED: QT_TRANSLATE_NOOP("Models", "Refused"),
}
_SETS = {
    "test": QT_TRANSLATE_NOOP("Models", "test set"),
    "site_test": QT_TRANSLATE_NOOP("Models", "this site's test set"),
    "validation": QT_TRANSLATE_NOOP("Models", "validation set"),
}
ENDED = {
    "retired": QT_TRANSLATE_NOOP("Models", "{name} is retired."),
    "deleted": QT_TRANSLATE_NOOP("Models", "{name} is deleted; its results stay readable."),
    "exported": QT_TRANSLATE_NOOP("Models", "{name} was exported."),
    "signed": QT_TRANSLATE_NOOP("Models", "{name} is signed."),
    "trusted": QT_TRANSLATE_NOOP("Models", "Models that {name} signed are trusted now."),
}


def state_text(state: str) -> str:
    """Where a model stands."""
    return translate(CONTEXT, STATES[state])


def signature_text(standing: str) -> str:
    """What its signature is worth here."""
    return translate(CONTEXT, SIGNATURES[standing]) if standing else ""


def auc_text(auc: Auc | None) -> str:
    """A measured AUC with its interval, and the set it was measured on."""
    if auc is None:
        return ""
    value = figure(auc.value, ".3f")
    if auc.low is not None and auc.high is not None:
        value = translate("Models", "{value} ({low} to {high})").format(
            value=value, low=figure(auc.low, ".3f"), high=figure(auc.high, ".3f")
        )
    known = _SETS.get(auc.measured_on)
    measured_on = auc.measured_on if known is None else translate(CONTEXT, known)
    if auc.images is None:
        return f"{value}, {measured_on}"
    text = translate("Models", "{value}, {set} of {count} images")
    return text.format(value=value, set=measured_on, count=auc.images)


def named(model: StoredModel) -> str:
    """Its name and version."""
    text = translate("Models", "{name}, version {version}")
    return clean_text(text.format(name=model.name, version=model.version))


def imported_text(row: Described) -> str:
    """When it came and who brought it."""
    if row.life is None or not row.life.imported_at:
        return ""
    when = time_text(row.life.imported_at)
    return when if not row.life.imported_by else f"{when}, {row.life.imported_by}"


def size_text(size: int) -> str:
    """Bytes in kB, MB or GB."""
    return QLocale().formattedDataSize(size, 1) if size else ""


def trial_text(trial: Trial) -> str:
    """What a trial has shown, in a sentence."""
    text = translate(
        "Models",
        "Passed: its stored output came out again (off by {error} at most); one image takes "
        "{milliseconds} ms on the processor.",
    )
    return text.format(
        error=figure(trial.self_test_error, ".1g"),
        milliseconds=figure(1000 * trial.seconds, ".3g"),
    )


def change_cells(change: Change) -> tuple[str, str, str, str]:
    """When, what, who and why."""
    known = EVENTS.get(change.event)
    event = change.event if known is None else translate(CONTEXT, known)
    if change.before == ACTIVE and change.after == FORMER:
        event = translate("Models", "Replaced by another one")
    who = change.by if change.by else translate("Models", "WhyRay itself")
    why = change.reason if change.by else in_words(change.reason)  # the program's own words
    return time_text(change.at), event, who, why


def time_text(at: str) -> str:
    """A moment, UTC, in the local time and the notation of the language."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    return QLocale().toString(moment.replace(tzinfo=None), QLocale.FormatType.ShortFormat)
