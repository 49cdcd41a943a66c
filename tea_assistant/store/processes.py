"""Tells whether a process of this computer is still running."""

import os
import sys

_STILL_ACTIVE = 259
_MAY_ASK = 0x1000
"""Windows: the right to ask a process for little more than whether it runs."""


def is_running(process: int) -> bool:
    """Tell whether there is a process of a number; one that may not be asked about counts as running."""
    if process <= 0:
        return False
    return _runs_on_windows(process) if sys.platform == "win32" else _runs(process)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    except OverflowError:
        return False
    return True


def _runs_on_windows(process: int) -> bool:
    if sys.platform != "win32":
        return False
    # There, a signal would end the process instead of asking.
    import ctypes  # noqa: PLC0415 (only Windows has what is asked of it)

    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(_MAY_ASK, False, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    try:
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    finally:
        kernel.CloseHandle(handle)
    return code.value == _STILL_ACTIVE
