"""The command line: one file per subcommand, heavy imports inside."""
