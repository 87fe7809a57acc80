"""Workbench: who said what, where each country stands, and which outlet tells it differently."""

import os

# onnxruntime from 1.29 on reports home. Its import alone writes a lasting id and an upload queue into the user's cache
# and looks up its collector's address; only this, set before the import and inherited by child processes, stops it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.1.0"
