"""Dialogs that give results and images away as DICOM, and the sign that images are received."""
