"""A consumer that changes a table, sleeps, and is found halfway by a kill."""

import os
import time
import uuid

from lms.outbox.models import TaskAttempt
from lms.outbox.public import Message, subscribe
from tests.integration.outbox.slow.tasks import write

TOPIC = "slow.happened"


@subscribe(TOPIC)
def change_slowly(message: Message) -> None:
    """Add a row, then take as long as SLOW_SECONDS says: all in the transaction of the delivery."""
    TaskAttempt.objects.create(task_id=uuid.uuid4())
    write(os.environ["SLOW_FILE"], "begin")
    time.sleep(float(os.environ["SLOW_SECONDS"]))
    write(os.environ["SLOW_FILE"], "end")
