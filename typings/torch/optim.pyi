from collections.abc import Iterable

from torch import Tensor

class AdamW:
    param_groups: list[dict[str, float]]
    def __init__(
        self, params: Iterable[Tensor], *, betas: tuple[float, float], weight_decay: float, fused: bool
    ) -> None: ...
    def zero_grad(self, set_to_none: bool = ...) -> None: ...
    def step(self) -> None: ...
