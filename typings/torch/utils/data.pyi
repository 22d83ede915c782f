from collections.abc import Iterator
from typing import Generic, TypeVar

_T = TypeVar("_T")

class IterableDataset(Generic[_T]):
    def __iter__(self) -> Iterator[_T]: ...

class DataLoader(Generic[_T]):
    def __init__(
        self,
        dataset: IterableDataset[_T],
        batch_size: int | None,
        *,
        num_workers: int,
        prefetch_factor: int | None,
        pin_memory: bool,
    ) -> None: ...
    def __iter__(self) -> Iterator[_T]: ...

class WorkerInfo:
    id: int

def get_worker_info() -> WorkerInfo | None: ...
