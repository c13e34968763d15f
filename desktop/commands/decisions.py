"""Commands about what the reader decides: looked, overridden, accepted, rejected."""

from desktop.commands.context import Context
from engine.decisions import ACCEPTED, OPEN, REJECTED


def score_anyway(context: Context) -> None:
    """Shows the score of a refused image once a reason is given."""
    item = context.desk.state.workspace.current
    if item is None or item.is_hidden or not item.is_refused or item.is_overridden:
        return
    reason = context.prompts.ask_override(item.reading.admission)
    if reason:
        context.desk.records.override(reason)


def reveal(context: Context) -> None:
    """Shows what the model says, now that the reader has looked."""
    context.desk.records.reveal()


def toggle_second_reader(context: Context) -> None:
    """Hides the model's answers until the reader has looked, or no longer."""
    context.desk.records.toggle_second_reader()


def is_second_reader(context: Context) -> bool:
    """Whether answers wait for the reader."""
    return context.desk.records.is_second_reader


def accept_finding(context: Context) -> None:
    """The reader sees the finding too; once more takes that back."""
    _decide(context, ACCEPTED)


def reject_finding(context: Context) -> None:
    """The reader does not see the finding; once more takes that back."""
    _decide(context, REJECTED)


def _decide(context: Context, verdict: str) -> None:
    """About the class that is explained, else the one that stands out most."""
    item = context.desk.state.workspace.current
    if item is None or item.reading is None or item.is_score_withheld:
        return
    prediction = item.reading.prediction
    findings = [score.target.name for score in prediction.scores if score.target.sign > 0]
    asked = context.desk.state.inquiry.inquiry.target
    finding = asked if asked in findings else prediction.best().target.name
    known = item.decision_about(finding)
    is_again = known is not None and known.verdict == verdict
    context.desk.records.decide(finding, verdict=OPEN if is_again else verdict)


def toggle_scoring(context: Context) -> None:
    """Lets the images that nobody looks at wait for their scores, or goes on with them."""
    context.desk.catching_up.toggle_pause()


def is_scoring_paused(context: Context) -> bool:
    """Whether they wait."""
    return context.desk.catching_up.is_paused
