STGTY_STORAGE: int
STGTY_STREAM: int

class OleDirectoryEntry:
    name: str
    entry_type: int
    kids: list[OleDirectoryEntry]
