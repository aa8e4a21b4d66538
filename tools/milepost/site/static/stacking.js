// A table wider than a phone: each row becomes a block, and each value stands beside its column.
// What then needs no scrolling is no stop for the keyboard.
"use strict";

(() => {
  const narrow = matchMedia("(max-width: 46rem)");
  const regions = [...document.querySelectorAll(".table-wrapper:has(thead)")];
  const isWide = (region) => region.scrollWidth > region.clientWidth;

  const stack = () => {
    for (const { classList } of regions) classList.remove("mp-stacked");
    // All are measured before one changes, or the browser would lay out the page for each.
    for (const region of narrow.matches ? regions.filter(isWide) : []) {
      const [names, ...rows] = region.firstElementChild.rows;
      for (const { cells } of rows)
        for (const cell of cells) cell.dataset.column = names.cells[cell.cellIndex].textContent;
      region.classList.add("mp-stacked");
    }
  };

  const scrolled = new ResizeObserver((changes) => {
    for (const { target } of changes)
      if (isWide(target)) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
  });
  for (const region of document.querySelectorAll(".mp-scroll, .mp-cited")) scrolled.observe(region);

  narrow.addEventListener("change", stack);
  stack();
})();
