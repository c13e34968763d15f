"""The window of monitoring: what models said month after month, and how far readers agreed."""
