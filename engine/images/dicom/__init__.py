"""DICOM files: structure scan, header, pixels, grey scale, facts."""
