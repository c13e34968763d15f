"""Things that tests share: toy models, synthetic files, numeric references."""
