from __future__ import annotations

from pathlib import Path

import pytest

from models.source import MediaType, Source
from pipeline.batch.pages import QUICK, File, PageQueue
from pipeline.batch.work import ReadPages


def file_of(pages: int, name: str = "a", *, is_quick: bool = False) -> File:
    source = Source(Path(name), name * 64, 1, MediaType.PDF)
    return File(Path(name), source, pages, set(range(1, pages + 1)), is_quick=is_quick)


def taken(queue: PageQueue) -> list[ReadPages]:
    tasks: list[ReadPages] = []
    while task := queue.next():
        tasks.append(task)
    return tasks


@pytest.mark.parametrize(
    ("pages", "workers", "sizes"),
    [
        (1, 2, [1]),
        (2, 2, [1, 1]),
        (3, 2, [1, 1, 1]),
        (6, 2, [2, 1, 1, 1, 1]),
        (12, 2, [3, 3, 2, 1, 1, 1, 1]),
        (30, 2, [4, 4, 4, 4, 4, 3, 2, 2, 1, 1, 1]),
        (5, 1, [3, 1, 1]),
        (5, 16, [1] * 5),
    ],
)
def test_pieces_are_large_at_first_and_small_at_the_end(pages: int, workers: int, sizes: list[int]) -> None:
    queue = PageQueue(4, workers)
    queue.add(file_of(pages))
    tasks = taken(queue)
    assert [len(task.numbers) for task in tasks] == sizes
    assert [number for task in tasks for number in task.numbers] == list(range(1, pages + 1))


def test_pages_that_need_no_recognition_come_in_larger_pieces() -> None:
    queue = PageQueue(4, 2)
    queue.add(file_of(2_000, is_quick=True))
    assert max(len(task.numbers) for task in taken(queue)) == 4 * QUICK


def test_what_is_tried_again_comes_first_and_alone() -> None:
    queue = PageQueue(4, 1)
    queue.add(file_of(10))
    first = queue.next()
    assert first is not None
    queue.add_again(first, first.numbers, 0)
    queue.add_again(first, (2,), 1)
    again = taken(queue)[:5]
    assert [(task.numbers, task.attempt) for task in again] == [
        ((1,), 0), ((2,), 0), ((3,), 0), ((4,), 0), ((2,), 1),
    ]  # fmt: skip


def test_a_file_that_is_dropped_is_read_no_more_and_counts_no_more() -> None:
    queue = PageQueue(4, 1)
    dropped, kept = file_of(100), file_of(3, "b")
    queue.add(dropped)
    queue.add(kept)
    first = queue.next()
    assert first is not None
    queue.add_again(first, first.numbers, 1)
    queue.drop(dropped)
    assert [(task.path.name, task.numbers) for task in taken(queue)] == [("b", (1, 2)), ("b", (3,))]
