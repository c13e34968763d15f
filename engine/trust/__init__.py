"""Whether an explanation is to be believed: what can be measured of it, beside a control's number.

case (one explanation under examination) -> probes (experiments with the model) -> figures -> panel.
With masks of where a finding truly lies: `located`, and `verdicts` over a data set.
"""
