"""DICOM over the network: asking a peer, sending to it, receiving from it. Off unless asked for."""
