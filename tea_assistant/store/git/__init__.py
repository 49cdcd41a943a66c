"""The system's git: running it, wording what it refuses, and reading commits, trees and conflicts."""
