"""What came of a sync."""

from msgspec import Struct


class Outcome(Struct, frozen=True):
    """What came of a sync."""

    sent: tuple[str, ...] = ()
    """Files of one's own that were committed."""
    received: tuple[str, ...] = ()
    """Files that came from others, or were merged with theirs."""
    copies: tuple[tuple[str, str], ...] = ()
    """Attachments that both sides changed: the file, and where their version lies."""
    kept: tuple[str, ...] = ()
    """Attachments that one side removed and the other changed: they stay."""
    ignored: tuple[str, ...] = ()
    """Files of the dossier that the repository's rules keep out of it."""
    remote: str = ""
    """With whom the dossier is shared; empty where with nobody."""
    is_pushed: bool = False
    """Whether others have now what is here."""
    is_postponed: bool = False
    """Whether conflicts are left for later: then nothing came in and nothing went out."""
