"""The subcommands of ``python -m training``, one file each, and the table that names them."""

from training.commands import (
    architectures,
    compare_bundles,
    content_check,
    convert,
    crossvalidate,
    dataset,
    estimate,
    evaluate,
    fields,
    look,
    options,
    phantom,
    preview_augmentation,
    recalibrate,
    repeat,
    retrain,
    search,
    train,
)

# name -> module with SUMMARY, add_arguments(parser) and run(arguments, events) -> exit status
COMMANDS = {
    "train": train,
    "multi": repeat,
    "crossvalidate": crossvalidate,
    "search": search,
    "evaluate": evaluate,
    "compare-bundles": compare_bundles,
    "recalibrate": recalibrate,
    "convert": convert,
    "content-check": content_check,
    "fields": fields,
    "options": options,
    "architectures": architectures,
    "dataset": dataset,
    "retrain": retrain,
    "look": look,
    "estimate": estimate,
    "phantom": phantom,
    "preview-augmentation": preview_augmentation,
}
