"""Last page: the new model beside the active one, and a person's decision."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QWidget,
)

from desktop.findings import finding_text
from desktop.jobs.desk import Desk
from desktop.jobs.evidence import NEW, OLD, SIDES, CaseSeen, key_of
from desktop.jobs.model_comparison import LOOKING, MEASURING
from desktop.jobs.model_comparison_tasks import Judgement
from desktop.language import in_words
from desktop.retraining.run_folder import RunView
from desktop.state.workspace import display_name
from desktop.views.retraining.case_table import CaseTable
from desktop.views.retraining.comparison_charts import ComparisonCharts
from desktop.views.retraining.comparison_export import save_comparison
from desktop.views.retraining.figure_table import FigureTable
from desktop.views.retraining.map_pair import MapPair
from desktop.views.retraining.page import Page
from desktop.views.retraining.promotion_dialog import ask_promotion
from desktop.views.retraining.subgroup_table import SubgroupTable
from desktop.views.retraining.verdict_card import VerdictCard
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.errors import WhyRayError
