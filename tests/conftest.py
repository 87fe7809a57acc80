"""What holds for every test: how long something takes decides nothing."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("workbench", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("workbench")
