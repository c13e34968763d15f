"""Results as DICOM objects of the image's own study, one kind per file and one table of kinds."""
