"""The terminal user interface: screens and widgets over a session, and nothing that decides."""
