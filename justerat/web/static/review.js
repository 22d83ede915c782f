// A place is chosen by drawing a box on the picture of the page; the form's own field says the same in numbers.
"use strict";

(() => {
  const paper = document.getElementById("paper");
  const field = document.getElementById("ruta");
  const drawn = document.getElementById("drawn");
  if (!paper || !field || !drawn) return;
  const width = Number(paper.dataset.width);
  const height = Number(paper.dataset.height);
  let from = null;

  function point(event) {
    const box = paper.getBoundingClientRect();
    const x = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1) * width;
    const y = Math.min(Math.max((event.clientY - box.top) / box.height, 0), 1) * height;
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  }

  function show() {
    const edges = field.value.split(",").map(Number);
    const good = edges.length === 4 && edges.every((edge) => Number.isFinite(edge));
    const [x0, y0, x1, y1] = good ? edges : [0, 0, 0, 0];
    drawn.setAttribute("x", String(Math.min(x0, x1)));
    drawn.setAttribute("y", String(Math.min(y0, y1)));
    drawn.setAttribute("width", String(Math.abs(x1 - x0)));
    drawn.setAttribute("height", String(Math.abs(y1 - y0)));
  }

  paper.classList.add("drawable");
  paper.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    paper.setPointerCapture(event.pointerId);
    from = point(event);
  });
  paper.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = point(event);
    field.value = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])].join(",");
    show();
  });
  ["pointerup", "pointercancel"].forEach((name) => paper.addEventListener(name, () => { from = null; }));
  field.addEventListener("input", show);
  show();
})();
