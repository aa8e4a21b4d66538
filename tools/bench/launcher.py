"""A small process that starts a command and prints what it took, as JSON.

Linux counts the memory of the process that starts a command towards the peak of the command, and
the bench itself holds a lot. It stands alone: it is run as a file, and imports nothing of ours.
"""

import json
import os
import sys
import time


def main(words: list[str]) -> str:
    """Run a command with its output dropped; return exit code, CPU and wall time, and peak.

    Times are in seconds. The CPU time is that of the command and of all that it waited for; the
    peak, in kibibytes, is that of the largest of them.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    silent = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (1, 2)]
    began = time.perf_counter()
    process = os.posix_spawnp(words[0], words, os.environ, file_actions=silent)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    return json.dumps({"code": code, "cpu": cpu, "wall": wall, "peak": usage.ru_maxrss})


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]))
