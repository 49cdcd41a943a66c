"""The starter as Windows reads it: a `.lnk` file, which Windows' own script host writes.

What users wrote comes in variables and never stands in the script: nothing of it can run.
"""

import subprocess
from collections.abc import Sequence
from pathlib import Path

_PLACES = """\
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$paths = 'Desktop', 'Programs' | ForEach-Object {
    Join-Path ([Environment]::GetFolderPath($_)) 'TEA Bewerbung.lnk'
}
"""
INSTALL = (
    _PLACES
    + """\
$shell = New-Object -ComObject WScript.Shell
foreach ($path in $paths) {
    $link = $shell.CreateShortcut($path)
    $link.TargetPath = $env:TEA_PROGRAM
    $link.Arguments = $env:TEA_ARGUMENTS
    $link.WorkingDirectory = $env:TEA_FOLDER
    $link.IconLocation = $env:TEA_ICON
    $link.Description = $env:TEA_TITLE
    $link.WindowStyle = [int]$env:TEA_WINDOW
    $link.Save()
    Write-Output $path
}
"""
)
"""Writes the link on the desktop and in the start menu, and says where."""
REMOVE = (
    _PLACES
    + """\
foreach ($path in $paths) {
    if (Test-Path -LiteralPath $path) {
        Remove-Item -LiteralPath $path
        Write-Output $path
    }
}
"""
)
"""Removes both, and says which were there."""


def environment(title: str, command: Sequence[str], folder: Path, icon: Path) -> dict[str, str]:
    """Return the variables that say what the link opens."""
    program, *arguments = command
    return {
        "TEA_TITLE": title,
        "TEA_PROGRAM": program,
        "TEA_ARGUMENTS": subprocess.list2cmdline(arguments),
        "TEA_FOLDER": str(folder),
        "TEA_ICON": str(icon),
    }
