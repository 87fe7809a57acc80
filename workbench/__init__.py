"""Workbench: who said what, where each country stands, and which outlet tells it differently."""

__version__ = "0.1.0"
