// The filter above a chronology: it hides rows, says how many are left, and keeps itself in the
// fragment of the address, so that a link leads to the filtered table.
"use strict";

(() => {
  const form = document.querySelector("form.mp-filter");
  const table = form && document.getElementById(form.dataset.rows);
  if (!table) return;
  const rows = [...table.tBodies[0].rows];
  // The marks of the drawing stand in the order of the rows that have a date.
  const marks = document.querySelectorAll(".mp-timeline a");
  const dated = rows.filter((row) => row.dataset.years);
  const markOf = (row) => marks[dated.indexOf(row)];
  const told = form.querySelector("output");
  const names = ["type", "topic", "from", "to"];

  const chosen = () =>
    Object.fromEntries(names.map((name) => [name, form.elements[name].value.trim()]));

  // A group of types stands for all that it holds.
  const types = () => {
    const option = form.elements.type.selectedOptions[0];
    const group = option.value.startsWith("any:") ? [...option.parentElement.children] : [option];
    return group.map(({ value }) => value);
  };

  // The link to its term says of which type a row is.
  const typeOf = (row) =>
    row.querySelector('a[href*="milestone-type.html#term-"]').hash.slice("#term-".length);

  const have = (words, wanted) =>
    !wanted[0] || words.split(" ").some((word) => wanted.includes(word));

  // A milestone lies in a period if it may: an end that nobody knows is no reason to leave it out.
  const lies = (years, from, to) => {
    if (!from && !to) return true;
    if (!years) return false;
    const [first, last = first] = years.split(" ");
    const began = first === "-" || !to || Number(first) <= Number(to);
    return began && (last === "-" || !from || Number(last) >= Number(from));
  };

  const year = (text) => (/^[0-9]{4}$/.test(text) ? text : "");

  const show = () => {
    const { topic, from, to } = chosen();
    const wanted = types();
    let count = 0;
    for (const row of rows) {
      const { topic: topics, years } = row.dataset;
      const fits =
        have(typeOf(row), wanted) && have(topics, [topic]) && lies(years, year(from), year(to));
      row.hidden = !fits;
      markOf(row)?.classList.toggle("mp-faded", !fits);
      count += fits;
    }
    told.textContent = `${count} of ${rows.length} milestones shown`;
  };

  const keep = () => {
    const given = Object.entries(chosen()).filter(([, value]) => value);
    const fragment = given.length ? `#${new URLSearchParams(given)}` : location.pathname;
    history.replaceState(null, "", fragment);
  };

  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    if (!names.some((name) => given.has(name))) return false;
    for (const name of names) form.elements[name].value = given.get(name) ?? "";
    return true;
  };

  const changed = () => {
    show();
    keep();
  };

  // The row says what a mark is and where it leads; written at each, it would add a tenth to the page.
  const name = (row) => {
    const mark = markOf(row);
    if (!mark) return;
    mark.setAttribute("href", row.querySelector("a").getAttribute("href"));
    mark.setAttribute("tabindex", "-1");
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = [...row.cells].slice(0, 2).map((cell) => cell.textContent).join(": ");
    mark.prepend(title);
  };

  rows.forEach(name);
  form.hidden = false;
  const isGiven = read();
  show();
  if (isGiven) form.scrollIntoView();
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("hashchange", () => read() && show());
})();
