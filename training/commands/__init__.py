"""The subcommands of ``python -m training``, one file each, and the table that names them."""

from training.commands import architectures, dataset, phantom, train

# name -> module with SUMMARY, add_arguments(parser) and run(arguments, events) -> exit status
COMMANDS = {
    "architectures": architectures,
    "dataset": dataset,
    "phantom": phantom,
    "train": train,
}
