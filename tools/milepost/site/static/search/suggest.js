// The search boxes: names that hold what is typed are offered below, by keyboard and by mouse.
"use strict";

globalThis.milepost = globalThis.milepost ?? {};

(() => {
  const MOST = 8;
  const here = document.currentScript;
  const root = document.documentElement.dataset.content_root;
  let known = null;

  function added(made) {
    return new Promise((resolve, reject) => {
      made.onload = resolve;
      made.onerror = reject;
      document.head.append(made);
    });
  }

  // A script and not a request for data, which pages that are opened as files may not make.
  const loaded = (name) => added(element("script", { src: beside(name) }));
  const beside = (name) => new URL(name, here.src).href;

  async function named() {
    const matching = milepost.search ?? loaded("matching.js");
    await Promise.all([matching, loaded("names.js"), added(element("link", { rel: "stylesheet", href: beside("search.css") }))]);
    return milepost.search.entries(milepost.names);
  }

  const names = () => (known ??= named());

  // The address of a page, from that of the page which is shown.
  function address(page) {
    const [name, anchor] = page.split("#");
    return `${root}${name}.html${anchor ? `#${anchor}` : ""}`;
  }

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  // The name of an entry that a query is about: the first that holds a term, else its first.
  function shown(entry, query) {
    const wanted = milepost.search.terms(query);
    return entry.names.find(([, text]) => milepost.search.around(text, wanted)) ?? entry.names[0];
  }

  // Many sources have the same label, and their identifiers tell them apart.
  function told(entry) {
    const kind = milepost.names.kinds[entry.kind];
    return [kind, entry.year, kind === "Source" && entry.id].filter(Boolean).join(", ");
  }

  function option(entry, query, id) {
    const [language, text] = shown(entry, query);
    const name = element("span", { lang: language, dir: "auto" }, text);
    const made = element("li", { role: "option", id, "aria-selected": "false" }, name, " ");
    made.append(element("span", { class: "mp-quiet" }, told(entry)));
    made.dataset.href = address(entry.page);
    return made;
  }

  function combobox(input, number) {
    const id = `mp-suggestions-${number}`;
    const list = element("ul", { role: "listbox", id, class: "mp-suggestions", "aria-label": input.getAttribute("aria-label") });
    list.hidden = true;
    input.form.classList.add("mp-suggests");
    input.form.append(list);
    const state = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false", autocomplete: "off" };
    for (const [name, value] of Object.entries(state)) input.setAttribute(name, value);
    let chosen = -1;

    function choose(place) {
      const options = [...list.children];
      chosen = place;
      options.forEach((made, i) => made.setAttribute("aria-selected", String(i === place)));
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", options[place].id);
      options[place]?.scrollIntoView({ block: "nearest" });
    }

    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    }

    async function offer() {
      const query = input.value;
      const all = await names();
      // What was typed meanwhile is answered by a later call.
      if (query !== input.value) return;
      const found = milepost.search.find(all, query).slice(0, MOST);
      list.replaceChildren(...found.map((entry, i) => option(entry, query, `${id}-${i}`)));
      choose(-1);
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(found.length > 0));
    }

    function move(step) {
      const number = list.children.length;
      // One place more than there are options: the box itself, with what was typed.
      if (!list.hidden && number) choose(((chosen + 1 + step + number + 1) % (number + 1)) - 1);
    }

    const keys = {
      ArrowDown: () => (list.hidden ? offer() : move(1)),
      ArrowUp: () => move(-1),
      Escape: () => (list.hidden ? (input.value = "") : close()),
      Enter: () => location.assign(list.children[chosen].dataset.href),
    };
    input.addEventListener("keydown", (event) => {
      const acts = event.key in keys && !event.isComposing && (event.key !== "Enter" || chosen >= 0);
      if (!acts) return;
      event.preventDefault();
      keys[event.key]();
    });
    input.addEventListener("focus", () => names().catch(() => {}));
    input.addEventListener("input", offer);
    input.addEventListener("blur", close);
    // The press would take the focus from the box, and with it the list, before the click.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const made = event.target.closest("[role=option]");
      if (made) location.assign(made.dataset.href);
    });
  }

  const boxes = "form:not(#mp-search-page) input[name=q]:not([role])";
  document.querySelectorAll(boxes).forEach(combobox);
  // Somebody has begun to type before this script was there.
  if (document.activeElement?.matches("[role=combobox]")) document.activeElement.dispatchEvent(new Event("input"));
  Object.assign(milepost, { suggest: { loaded, names, address, element, shown, told } });
})();
