"""Runs the command line: `python -m tea_assistant`, and `tea`."""

import sys


def main() -> int:
    """Run the command line and return the exit code."""
    try:
        from tea_assistant.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        # Ctrl+C while the program is still being loaded.
        return 130


if __name__ == "__main__":
    sys.exit(main())
