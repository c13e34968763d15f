"""The names of classes that chest models are known to have, in the language in use.

A class keeps its model's own name wherever it is stored, compared or written to a file; only what
is shown goes through here. A name that nobody has listed is shown as its model calls it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Findings"

# ChestX-ray14, CheXpert, PadChest and MIMIC-CXR share most of them; the rest are those of common
# single-task models and of the phantom.
FINDINGS = (
    QT_TRANSLATE_NOOP("Findings", "Atelectasis"),
    QT_TRANSLATE_NOOP("Findings", "Cardiomegaly"),
    QT_TRANSLATE_NOOP("Findings", "Effusion"),
    QT_TRANSLATE_NOOP("Findings", "Infiltration"),
    QT_TRANSLATE_NOOP("Findings", "Infiltrate"),
    QT_TRANSLATE_NOOP("Findings", "Mass"),
    QT_TRANSLATE_NOOP("Findings", "Nodule"),
    QT_TRANSLATE_NOOP("Findings", "Pneumonia"),
    QT_TRANSLATE_NOOP("Findings", "Pneumothorax"),
    QT_TRANSLATE_NOOP("Findings", "Consolidation"),
    QT_TRANSLATE_NOOP("Findings", "Edema"),
    QT_TRANSLATE_NOOP("Findings", "Oedema"),
    QT_TRANSLATE_NOOP("Findings", "Emphysema"),
    QT_TRANSLATE_NOOP("Findings", "Fibrosis"),
    QT_TRANSLATE_NOOP("Findings", "Pleural thickening"),
    QT_TRANSLATE_NOOP("Findings", "Hernia"),
    QT_TRANSLATE_NOOP("Findings", "Enlarged cardiomediastinum"),
    QT_TRANSLATE_NOOP("Findings", "Lung opacity"),
    QT_TRANSLATE_NOOP("Findings", "Lung lesion"),
    QT_TRANSLATE_NOOP("Findings", "Pleural effusion"),
    QT_TRANSLATE_NOOP("Findings", "Pleural other"),
    QT_TRANSLATE_NOOP("Findings", "Fracture"),
    QT_TRANSLATE_NOOP("Findings", "Rib fracture"),
    QT_TRANSLATE_NOOP("Findings", "Support devices"),
    QT_TRANSLATE_NOOP("Findings", "No finding"),
    QT_TRANSLATE_NOOP("Findings", "No opacity"),
    QT_TRANSLATE_NOOP("Findings", "Normal"),
    QT_TRANSLATE_NOOP("Findings", "Abnormal"),
    QT_TRANSLATE_NOOP("Findings", "Opacity"),
    QT_TRANSLATE_NOOP("Findings", "Ground-glass opacity"),
    QT_TRANSLATE_NOOP("Findings", "Granuloma"),
    QT_TRANSLATE_NOOP("Findings", "Tuberculosis"),
    QT_TRANSLATE_NOOP("Findings", "COVID-19"),
    QT_TRANSLATE_NOOP("Findings", "COVID"),
    QT_TRANSLATE_NOOP("Findings", "Bacterial pneumonia"),
    QT_TRANSLATE_NOOP("Findings", "Viral pneumonia"),
    QT_TRANSLATE_NOOP("Findings", "Paediatric pneumonia"),
    QT_TRANSLATE_NOOP("Findings", "Aortic enlargement"),
    QT_TRANSLATE_NOOP("Findings", "Calcification"),
    QT_TRANSLATE_NOOP("Findings", "Interstitial lung disease"),
    QT_TRANSLATE_NOOP("Findings", "Pulmonary fibrosis"),
    QT_TRANSLATE_NOOP("Findings", "Lung tumour"),
    QT_TRANSLATE_NOOP("Findings", "Scoliosis"),
)  # fmt: skip


def finding_text(name: str) -> str:
    """A class of a model for people.

    Args:
        name: as the model calls it, e.g. ``Pleural_Thickening``.
    """
    known = _BY_KEY.get(_key(name))
    return name if known is None else QCoreApplication.translate(CONTEXT, known)


def _key(name: str) -> str:
    return " ".join(name.replace("_", " ").replace("-", " ").casefold().split())


_BY_KEY: Mapping[str, str] = MappingProxyType({_key(name): name for name in FINDINGS})
