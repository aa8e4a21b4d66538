// What a query finds among the names and texts of the site, in whatever script they are.
"use strict";

globalThis.milepost = globalThis.milepost ?? {};

(() => {
  // Accents, and the characters without width that part Khmer words in some texts and not in others.
  const UNSEEN = /[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g;
  const PLAIN = new Map([["đ", "d"], ["ł", "l"], ["ø", "o"], ["“", '"'], ["”", '"'], ["‘", "'"], ["’", "'"]]);
  const EDGES = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;
  const SPELT = /[\p{Script=Latin}\p{N}]/u;
  const ENDINGS = ["ies", "ing", "ed", "es", "s", "y", "e"];
  const SHORTEST_STEM = 4;
  const [IN_NAMED, IN_TEXTS, BY_STEM, IN_NAMES, HAS_WORDS, BEGINS, WHOLE_NAME] = [1, 2, 3, 4, 2, 5, 10];

  // A text without what readers do not tell apart: case, width, accents, kinds of dash and quote.
  function fold(text) {
    const bare = text.normalize("NFKD").replace(UNSEEN, "").toLowerCase();
    return bare.replace(/[đłø“”‘’]/g, (c) => PLAIN.get(c)).replace(/[\u2010-\u2015]/g, "-").replace(/\s+/g, " ");
  }

  // The terms of a query: words between spaces, and what stands in quotation marks as it stands.
  function terms(query) {
    const parts = fold(query).match(/"[^"]+"|\S+/g) ?? [];
    const found = parts.map((part) => part.replace(EDGES, "")).filter(Boolean);
    return [...new Set(found)];
  }

  // An English word without its ending, so that embassies find an embassy.
  function stem(term) {
    if (!/^[a-z]+$/.test(term)) return term;
    const fits = (ending) => term.endsWith(ending) && term.length - ending.length >= SHORTEST_STEM;
    const ending = ENDINGS.find(fits);
    return ending ? term.slice(0, -ending.length) : term;
  }

  // Where a term stands in a folded text, or -1. Words that are spelt with letters between spaces
  // are found from their beginning; in Japanese and Khmer nothing shows where a word begins.
  function position(text, term) {
    let at = text.indexOf(term);
    if (!SPELT.test(term[0])) return at;
    while (at > 0 && SPELT.test(text[at - 1])) at = text.indexOf(term, at + 1);
    return at;
  }

  const pairs = (flat) => Array.from({ length: flat.length / 2 }, (_, i) => flat.slice(2 * i, 2 * i + 2));

  // The entries of the site from the rows of its two files; without the second, by name alone.
  function entries(names, texts) {
    return names.rows.map(([page, kind, year, flat], i) => {
      const [named, others] = texts?.[i] ?? [[], []];
      const id = page.slice(page.search(/[^/]*$/)).replace("#term-", "/");
      const entry = { page, id, kind, year, named, names: pairs(flat), texts: pairs(others) };
      entry.called = [...entry.names.map(([, text]) => fold(text)), fold(id)];
      entry.told = entry.texts.map(([, text]) => fold(text));
      return entry;
    });
  }

  const holds = (texts, term) => texts.some((text) => position(text, term) >= 0);

  // How well each entry answers to one term; 0 where it does not.
  function scores(all, term) {
    const short = stem(term);
    const own = all.map((entry) => {
      if (holds(entry.called, term)) return IN_NAMES;
      if (short !== term && holds(entry.called, short)) return BY_STEM;
      return 0;
    });
    return all.map((entry, i) => {
      if (own[i]) return own[i];
      if (holds(entry.told, short)) return IN_TEXTS;
      return entry.named.some((place) => own[place]) ? IN_NAMED : 0;
    });
  }

  // How well the names of an entry answer to a whole query: those that have it as words of their
  // own or begin with it, the more the less else they say, and above all those that are it. Terms
  // only lead to what is told with them.
  function asWhole(entry, whole) {
    const begun = entry.called.filter((name) => name.startsWith(whole));
    if (begun.includes(whole)) return WHOLE_NAME;
    if (entry.page.includes("#")) return 0;
    const having = entry.called.filter((name) => ` ${name} `.includes(` ${whole} `));
    const share = (weight, names) => names.map((name) => (weight * whole.length) / name.length);
    return Math.max(0, ...share(HAS_WORDS, having), ...share(BEGINS, begun));
  }

  // The entries that hold every term of a query, the best first, then by kind and the latest first.
  function find(all, query) {
    const wanted = terms(query);
    if (!wanted.length) return [];
    const each = wanted.map((term) => scores(all, term));
    const whole = fold(query).trim();
    const found = all.flatMap((entry, i) => {
      if (each.some((found) => !found[i])) return [];
      const sum = each.reduce((total, found) => total + found[i], 0);
      return [{ entry, score: sum + asWhole(entry, whole) }];
    });
    const order = (a, b) => b.score - a.score || a.entry.kind - b.entry.kind
      || Number(b.entry.year) - Number(a.entry.year) || (a.entry.page < b.entry.page ? -1 : 1);
    return found.sort(order).map(({ entry }) => entry);
  }

  // A text as [before, match, after] around the first of the terms; null where it holds none.
  // The folded text may be shorter or longer, so each of its characters is traced to its origin.
  function around(text, wanted) {
    const origin = [];
    let folded = "";
    let at = 0;
    for (const character of text) {
      const piece = fold(character);
      for (let i = 0; i < piece.length; i += 1) origin.push(at);
      folded += piece;
      at += character.length;
    }
    const places = wanted.flatMap((term) => [term, stem(term)]).map((term) => [position(folded, term), term.length]);
    const [start, length] = places.find(([place]) => place >= 0) ?? [-1, 0];
    if (start < 0) return null;
    const end = origin[start + length] ?? text.length;
    return [text.slice(0, origin[start]), text.slice(origin[start], end), text.slice(end)];
  }

  Object.assign(milepost, { search: { fold, terms, stem, entries, find, around } });
})();
