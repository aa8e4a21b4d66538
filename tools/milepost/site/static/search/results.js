// The page of results: every page that holds a query, with the place where it does.
"use strict";

(() => {
  const AT_ONCE = 25;
  const ROOM = 70;
  const { loaded, names, address, element, told } = milepost.suggest;
  const form = document.getElementById("mp-search-page");
  const input = form.elements.q;
  const status = document.getElementById("mp-search-status");
  const results = document.getElementById("mp-search-results");
  const more = document.getElementById("mp-search-more");
  let everything = null;
  let rest = [];

  async function entries() {
    await names();
    await loaded("texts.js");
    return milepost.search.entries(milepost.names, milepost.texts);
  }

  // The last characters of a text, or the first, without half a word where spaces show words.
  const ending = (text) => (text.length > ROOM ? `…${text.slice(-ROOM).replace(/^\S{0,20}\s/, "")}` : text);
  const beginning = (text) => (text.length > ROOM ? `${text.slice(0, ROOM).replace(/\s\S{0,20}$/, "")}…` : text);

  // The text that answers a query: of the entry itself, else a name of something that it names.
  function snippet(all, entry, wanted) {
    const linked = entry.named.flatMap((place) => all[place].names);
    for (const [language, text] of [...entry.names.slice(1), ...entry.texts, ...linked]) {
      const parts = milepost.search.around(text, wanted);
      if (parts) {
        const [before, match, after] = parts;
        const mark = element("mark", {}, match);
        return [element("p", { lang: language, dir: "auto" }, ending(before), mark, beginning(after))];
      }
    }
    return [];
  }

  function result(all, entry, wanted) {
    const [language, text] = entry.names[0];
    const link = element("a", { href: address(entry.page), lang: language, dir: "auto" }, text);
    const about = element("span", { class: "mp-quiet" }, told(entry));
    return element("li", {}, link, " ", about, ...snippet(all, entry, wanted));
  }

  function say(words, values = {}) {
    const filled = status.dataset[words].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    status.textContent = filled;
  }

  function show(all, wanted) {
    const next = rest.splice(0, AT_ONCE).map((entry) => result(all, entry, wanted));
    results.append(...next);
    more.hidden = !rest.length;
    return next[0];
  }

  async function search() {
    const query = input.value;
    everything ??= entries();
    const all = await everything;
    if (query !== input.value) return;
    const wanted = milepost.search.terms(query);
    rest = milepost.search.find(all, query);
    results.replaceChildren();
    const count = rest.length;
    if (wanted.length) say(count ? (count > 1 ? "some" : "one") : "none", { count, query });
    else status.textContent = "";
    show(all, wanted);
    more.onclick = () => show(all, wanted).querySelector("a").focus();
  }

  document.getElementById("mp-search-without-scripts").hidden = true;
  form.hidden = false;
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    search();
  });
  if (input.value) {
    say("busy");
    search().catch(() => say("broken"));
  }
})();
