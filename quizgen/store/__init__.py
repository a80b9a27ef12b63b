"""Where attempts are kept: one journal a sitting, on this computer only."""
