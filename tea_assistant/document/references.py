"""Resolves the references in prose against an application."""

from collections.abc import Callable

from tea_assistant.figures.publication import published
from tea_assistant.figures.published_text import published_text
from tea_assistant.model.application import Application
from tea_assistant.model.layout import evidence_file
from tea_assistant.prose.render import render
from tea_assistant.prose.resolver import Resolver, Target


def resolver(application: Application, address: Callable[[str], str]) -> Resolver:
    """Return what looks up figures and measures; `address` says where a measure's entry stands.

    Figures are those that readers may see.
    """
    publication = published(application)

    def figure(indicator: str, form: str) -> str | None:
        return published_text(publication, indicator, form)

    def evidence(target: str) -> Target | None:
        found = application.dossier.evidence.get(target)
        return Target(found.title or found.id, address(found.id)) if found else None

    return Resolver(figure, evidence)


def resolve_prose(text: str, application: Application) -> str:
    """Render a single text as the document will show it; measures link to their files in the dossier."""
    return render(text, resolver(application, evidence_file))
