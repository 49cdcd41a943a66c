"""Reads how documents look, and reports what can't be had as it is wanted."""

from fractions import Fraction
from pathlib import Path

from tea_assistant.checks.registry import rule
from tea_assistant.document.contrast import READABLE, contrast, is_colour
from tea_assistant.document.theme import Theme, theme_of
from tea_assistant.figures.german import number_text
from tea_assistant.model.finding import Finding
from tea_assistant.model.house_style import HouseStyle, Logo
from tea_assistant.store.logo import read_logo


def house_style(root: Path, style: HouseStyle, findings: list[Finding]) -> Theme:
    """Return the house style of a theme file; adds a finding for what had to be changed or left out."""
    for key, wanted in (("main_colour", style.main_colour), ("accent_colour", style.accent_colour)):
        if is_colour(wanted) and contrast(wanted) < READABLE:
            ratio = number_text(Fraction(contrast(wanted)), 1)
            findings.append(
                rule("TEA442").finding(
                    style.where,
                    (key,),
                    f"{wanted} ist auf weißem Papier schlecht zu lesen (Kontrast {ratio} : 1).",
                    "Das Dokument nimmt einen dunkleren Ton dieser Farbe. Lesbar ist Text ab 4,5 : 1.",
                )
            )
    logo = read_logo(root, style.logo) if style.logo.file else None
    if isinstance(logo, str):
        findings.append(
            rule("TEA443").finding(
                style.where,
                ("logo", "file"),
                f"„{style.logo.file}“: {logo}",
                "Das Titelblatt bleibt ohne Logo.",
            )
        )
    return theme_of(style, logo if isinstance(logo, Logo) else None)
