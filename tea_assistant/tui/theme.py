"""The colours of the app: dark, light, and with high contrast."""

from textual.theme import Theme

DARK = Theme(
    name="tea-dunkel",
    primary="#b7a2f2",
    secondary="#7fc8bf",
    accent="#f2c078",
    warning="#f2c078",
    error="#ff9a94",
    success="#93d6a1",
    foreground="#e9e6f2",
    background="#17151f",
    surface="#1f1c29",
    panel="#2b2738",
    dark=True,
    variables={
        "text-muted": "#b0abc1",
        "block-cursor-background": "#433962",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#2b2738",
        "border": "#b7a2f2",
        "border-blurred": "#3a3450",
        "footer-key-foreground": "#f2c078",
        "footer-background": "#2b2738",
        "input-selection-background": "#b7a2f2 40%",
        "scrollbar": "#4a4068",
        "scrollbar-hover": "#6a5c94",
        "scrollbar-background": "#211e2c",
    },
)
LIGHT = Theme(
    name="tea-hell",
    primary="#5a3aa6",
    secondary="#00635b",
    accent="#7a4200",
    warning="#7a4200",
    error="#a81c14",
    success="#1b6334",
    foreground="#1d1a28",
    background="#fbfafe",
    surface="#f3f1f9",
    panel="#e6e1f1",
    dark=False,
    variables={
        "text-muted": "#57526a",
        "block-cursor-background": "#d6caf6",
        "block-cursor-foreground": "#120f1c",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#e6e1f1",
        "border": "#5a3aa6",
        "border-blurred": "#c9c1dd",
        "footer-key-foreground": "#7a4200",
        "footer-background": "#e6e1f1",
        "input-selection-background": "#5a3aa6 30%",
        "scrollbar": "#b3a5d9",
        "scrollbar-hover": "#8f7cc4",
        "scrollbar-background": "#ece8f5",
    },
)
CONTRAST = Theme(
    name="tea-kontrast",
    primary="#ffe14d",
    secondary="#7df9ff",
    accent="#ffe14d",
    warning="#ffd24d",
    error="#ffb3ae",
    success="#9dffb0",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "text-muted": "#e0e0e0",
        "text-disabled": "#d0d0d0",
        "block-cursor-background": "#002b66",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#333333",
        "border": "#ffffff",
        "border-blurred": "#b8b8b8",
        "footer-key-foreground": "#ffe14d",
        "footer-background": "#1c1c1c",
        "input-selection-background": "#ffe14d 40%",
        "scrollbar": "#b8b8b8",
        "scrollbar-hover": "#ffffff",
        "scrollbar-background": "#1c1c1c",
    },
)
THEMES = (DARK, LIGHT, CONTRAST)
"""The first is what the app begins with."""
TITLES = {DARK.name: "dunkel", LIGHT.name: "hell", CONTRAST.name: "hoher Kontrast"}
"""How people call them."""


def following(name: str) -> str:
    """Return the name of the theme that comes after one."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
