"""The card of a content check: what it tells apart, and how often it errs, set by set."""

from engine.bundle.manifest import Manifest

LIMITS = (
    "Unusual films (one lung removed, great masses, prostheses, much of neck or abdomen) may be"
    " refused: few films taught it.",
    "It has never seen a real side view, knee, hand or skull in training, only drawings of them.",
    "Films on their side and swapped greys are told from upright films by how chests look; where a"
    " whole film is white or black there is nothing to see.",
    "Left and right are not told apart: a mirrored film passes.",
    "Slices of a CT that run like a frontal film can pass; in DICOM files the modality refuses"
    " them.",
)


def write_card(manifest: Manifest) -> str:
    """Markdown."""
    data = manifest.training_data
    classes = "\n".join(f"- **{entry.name}**: {entry.definition}" for entry in manifest.classes)
    limits = "\n".join(f"- {limit}" for limit in (*LIMITS, *data["remarks"]))
    points = manifest.classes[0].operating_point, *manifest.classes[0].other_points
    thresholds = ", ".join(f"{point.name} below {point.threshold:g}" for point in points)
    sections = (
        f"# {manifest.name} (version {manifest.version})",
        f"`{manifest.id}`, made {manifest.created}. For research and teaching; not a medical"
        " device.",
        f"## What it is for\n\n{manifest.purpose}",
        f"## What it is not for\n\n{manifest.not_for}",
        f"## What it tells apart\n\n{classes}",
        f"## Thresholds\n\nOf the probability of a frontal chest film: {thresholds}.",
        f"## How often pictures pass\n\n{_rates(manifest)}",
        f"## Limits\n\n{limits}",
        f"## Data\n\n{data['population']} {_counts(data['counts'])}\n\n{data['source']}",
        f"## Licence of the weights\n\n{manifest.licence}",
        f"## Made again by\n\n`{manifest.reproduce}`",
    )
    return "\n\n".join(sections) + "\n"


def _counts(counts: dict[str, dict[str, int]]) -> str:
    return (
        f"{counts['drawn']['pictures']:,} pictures were made of {counts['train']['films']} films,"
        f" {counts['train']['phantoms']} synthetic films, {counts['photo']['pictures']} photographs"
        f" and textures, and drawings; {counts['val']['films']} other films were for watching the"
        " training."
    )


def _rates(manifest: Manifest) -> str:
    """A table; pictures of these sets took no part in training unless their name says so."""
    rows = manifest.metrics["rates"]
    if not rows:
        return "Nothing was measured."
    lines = [
        "| set | should | pictures | passed | with a doubt | rate | 95 % interval |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        should = "pass" if row["should_pass"] else "be refused"
        lines.append(
            f"| {row['set']} | {should} | {row['images']} | {row['passed']} | {row['doubted']} |"
            f" {row['rate']:.3f} | {row['low']:.3f} to {row['high']:.3f} |"
        )
    return "\n".join(lines)
