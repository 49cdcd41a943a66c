"""Two small instruments, the second with everything that can become of the first."""

from collections.abc import Mapping, Sequence

from tea_assistant.model.action_field import ActionField, Criterion
from tea_assistant.model.catalogue import Catalogue, Part, PartKind


def catalogue(name: str, fields: Mapping[str, Mapping[str, Sequence[str]]]) -> Catalogue:
    """Make a catalogue from its fields, their criteria, and what each criterion replaces."""
    return Catalogue(
        name,
        parts=tuple(Part(field, PartKind.ACTION_FIELD) for field in fields),
        fields={
            field: ActionField(
                field,
                title=f"Feld {field}",
                criteria=tuple(
                    Criterion(c, title=f"Aktivität {c}", replaces=tuple(replaces))
                    for c, replaces in own.items()
                ),
            )
            for field, own in fields.items()
        },
    )


OLD = catalogue(
    "alt",
    {
        "hf1": {"hf1-eins": (), "hf1-zwei": (), "hf1-drei": ()},
        "hf2": {"hf2-mentoring": (), "hf2-coaching": ()},
        "hf3": {"hf3-allein": ()},
    },
)
NEW = catalogue(
    "neu",
    {
        "af1": {
            "af1-plan": ("alt/hf1", "alt/hf1-eins"),
            "af1-bericht": ("alt/hf1-zwei",),
            "af1-frisch": (),
        },
        "af2": {
            "af2-foerderung": ("alt/hf2", "alt/hf2-mentoring", "alt/hf2-coaching"),
            "af2-fuehrung": ("alt/hf1-zwei", "fremd/hf1-eins"),
        },
    },
)
