"""Articles are read by several processes at once; one process, which has the case, hands out the tasks.

In: tasks, each a step of the analysis of one article with the persons that the case knows, or clauses to encode. Out:
what is found, in the order of the tasks whatever the timing, so that a case is the same however many processes read it.
Workers never open the case. `Workforce` decides whether processes pay; `tasks` says what one is, `schedule` who does
which, `pool` and `worker` start the processes and talk to them, `process` is what they run, `resources` how many there
may be.
"""

from workbench.work.workers.tasks import AnyTask, Broken, Result, Task
from workbench.work.workers.workforce import Workforce

__all__ = ["AnyTask", "Broken", "Result", "Task", "Workforce"]
