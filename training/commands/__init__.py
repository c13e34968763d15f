"""The subcommands of ``python -m training``, one file each, and the table that names them."""

from training.commands import (
    architectures,
    content_check,
    convert,
    crossvalidate,
    dataset,
    evaluate,
    fields,
    options,
    phantom,
    preview_augmentation,
    repeat,
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
    "convert": convert,
    "content-check": content_check,
    "fields": fields,
    "options": options,
    "architectures": architectures,
    "dataset": dataset,
    "phantom": phantom,
    "preview-augmentation": preview_augmentation,
}
