// The form on the page: its rows, its answers, what is amiss in them, and the files they make.
"use strict";

(() => {
  const { data } = milepost;
  const form = document.getElementById("proposal");
  const summary = document.getElementById("proposal-summary");
  const output = document.getElementById("proposal-files");
  // Longer addresses are refused by many servers.
  const LONGEST_ADDRESS = 8000;
  // Where an answer of an evidence entry, a person or a place stands in the files.
  const identifier = milepost.mint(new Set(data.identifiers));
  let rows = 0;

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const isNew = () => form.elements["source-is"].value === "new";
  const members = (list) => form.querySelector(`[data-members="${list}"] .mp-members`);

  function steps(path, language) {
    return path.split("/").map((step) => {
      if (step === "@") return language || "en";
      return /^[0-9]+$/u.test(step) ? Number(step) : step;
    });
  }

  // A name that was typed out becomes the name by which the record is known.
  function resolved(control, text) {
    const list = control.list;
    if (!list || !text) return text;
    const options = list.dataset.kinds.split(" ").flatMap((kind) => data.known[kind] ?? []);
    if (options.some(([id]) => id === text)) return text;
    const found = options.filter(([, name]) => name.toLowerCase() === text.toLowerCase());
    return found.length === 1 ? found[0][0] : text;
  }

  function answer(control) {
    if (control.type === "checkbox") return control.checked ? true : undefined;
    const text = milepost.plain(control.value);
    if (!text) return undefined;
    if (control.type === "number") return Number(text);
    // An address with letters of other scripts is written with their codes.
    if (/^https?:/u.test(text)) return text.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
    return resolved(control, text);
  }

  // The answers of one group as a part of a record; `skip` leaves out the steps of its list.
  function answers(group, skip, language) {
    const record = {};
    for (const control of group.querySelectorAll("[data-path]")) {
      const value = answer(control);
      if (value !== undefined) {
        milepost.put(record, steps(control.dataset.path, language).slice(skip), value);
      }
    }
    return record;
  }

  function group(name) {
    return form.querySelector(`[data-record="${name}"]`);
  }

  function repeated(list, skip) {
    return [...members(list).children].map((row) => answers(row, skip));
  }

  function collected() {
    const language = milepost.plain(document.getElementById("f-source-language").value);
    const milestone = answers(group("milestone"), 0);
    for (const list of ["stages", "actors", "quantities"]) {
      const filled = repeated(list, 2);
      if (filled.length) milestone[list] = filled;
    }
    const source = isNew() ? answers(group("source"), 0, language) : null;
    const cited = isNew() ? source.id : answer(document.getElementById("f-entry-source"));
    const entry = { ...(cited ? { source: cited } : {}), ...answers(group("entry"), 0) };
    return {
      milestone,
      source,
      entry: { locator: {}, ...entry },
      people: repeated("people", 0),
      places: repeated("places", 0),
    };
  }

  // The control that a finding is about: by its path in the file, else the nearest above it.
  function controlOf({ file, at }, files) {
    const [kind, path] = [file.kind, at.filter((step) => step !== "").join("/")];
    if (kind === "milestone" && at[0] === "evidence") return inEntry(at.slice(2));
    if (kind === "milestone" && members(at[0])) return inRow(at[0], at[1] ?? 0, at.slice(2));
    if (kind === "milestone") return nearest(group("milestone"), path);
    if (kind === "source") return nearest(group("source"), path);
    const list = kind === "person" ? "people" : "places";
    const place = files.filter((other) => other.kind === kind).indexOf(file);
    return nearest(members(list).children[place], path);
  }

  function inEntry(at) {
    if (at[0] === "source") return document.getElementById(isNew() ? "f-source-id" : "f-entry-source");
    // Without a single claim there is nothing that the source is cited for: a date is missing.
    if (at[0] === "says" || at.length === 0) return members("stages").querySelector("[data-path$=date]");
    return nearest(group("entry"), at.join("/"));
  }

  function inRow(list, place, at) {
    const row = members(list).children[place];
    return row ? nearest(row, [list, 0, ...at].join("/")) : form.querySelector(`[data-members="${list}"] .mp-add`);
  }

  function nearest(scope, path) {
    const controls = [...scope.querySelectorAll("[data-path]")];
    const own = (control) => control.dataset.path.replace("@", "");
    return (
      controls.find((c) => own(c) === path) ??
      controls.find((c) => own(c).startsWith(`${path}/`) || path.startsWith(own(c))) ??
      controls[0]
    );
  }

  function clear() {
    for (const note of form.querySelectorAll(".mp-amiss")) note.remove();
    for (const control of form.querySelectorAll("[aria-invalid]")) {
      control.removeAttribute("aria-invalid");
      control.setAttribute("aria-describedby", `${control.id}-help`);
    }
    summary.hidden = true;
    summary.replaceChildren();
    output.hidden = true;
    output.querySelector(".mp-files").replaceChildren();
  }

  // One note beside each control, and a summary with a link to each.
  function tell(findings, files) {
    const list = make("ul");
    const told = new Set();
    for (const finding of findings) {
      const control = controlOf(finding, files);
      if (told.has(control)) continue;
      told.add(control);
      const note = make("p", { className: "mp-amiss", id: `${control.id}-amiss`, textContent: finding.message });
      control.before(note);
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", `${control.id}-help ${note.id}`);
      const label = control.labels?.[0]?.firstChild.textContent.trim() ?? control.textContent;
      const row = control.closest(".mp-member")?.querySelector(".mp-number").textContent;
      const link = make("a", { href: `#${control.id}`, textContent: row ? `${row}, ${label}` : label });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        control.focus();
      });
      list.append(make("li", {}, link, `: ${finding.message}`));
    }
    const count = told.size === 1 ? "One thing is" : `${told.size} things are`;
    summary.replaceChildren(make("p", { textContent: `${count} still to be put right:` }), list);
    summary.hidden = false;
    summary.focus();
  }

  function download(file, text) {
    const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = make("a", { href: url, download: file.path.split("/").at(-1) });
    link.click();
    URL.revokeObjectURL(url);
  }

  function shown(file) {
    const text = milepost.encode(file.record);
    const name = file.path.split("/").at(-1);
    const save = make("button", { type: "button", textContent: `Download ${name}` });
    save.addEventListener("click", () => download(file, text));
    const copy = make("button", { type: "button", textContent: `Copy ${name}` });
    const said = make("span", { className: "mp-quiet" });
    said.setAttribute("role", "status");
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      said.textContent = " Copied.";
    });
    const actions = make("p", {}, save, " ", copy, said);
    if (data.newFile) actions.append(" ", opened(file, text));
    const code = make("pre", { textContent: text, tabIndex: 0 });
    code.setAttribute("role", "region");
    code.setAttribute("aria-label", file.path);
    return make("section", { className: "mp-file" }, make("h3", { textContent: file.path }), actions, code);
  }

  function opened(file, text) {
    const asked = new URLSearchParams({ filename: file.path, value: text });
    const whole = `${data.newFile}?${asked}`;
    const bare = `${data.newFile}?${new URLSearchParams({ filename: file.path })}`;
    const fits = whole.length <= LONGEST_ADDRESS;
    const words = fits ? "Open in the repository" : "Open in the repository, and paste the copied text";
    return make("a", { className: "reference external", rel: "noopener noreferrer", href: fits ? whole : bare, textContent: words });
  }

  function submitted(event) {
    event.preventDefault();
    clear();
    const files = milepost.files(data.documents, collected(), identifier);
    const findings = milepost.findings(data, files);
    if (findings.length) {
      tell(findings, files);
      return;
    }
    output.querySelector(".mp-files").replaceChildren(...files.map(shown));
    output.hidden = false;
    document.getElementById("proposal-files-title").focus();
  }

  function numbered(fieldset) {
    const rowsOf = [...fieldset.querySelectorAll(".mp-member")];
    rowsOf.forEach((row, place) => {
      const number = row.querySelector(".mp-number");
      number.dataset.once = number.dataset.once ?? number.textContent;
      const once = number.dataset.once;
      number.textContent = `${once[0].toUpperCase()}${once.slice(1)} ${place + 1}`;
    });
    const least = Number(fieldset.querySelector(".mp-members").dataset.least);
    for (const row of rowsOf) row.querySelector(".mp-remove").hidden = rowsOf.length <= least;
  }

  function add(fieldset) {
    rows += 1;
    const row = fieldset.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const element of row.querySelectorAll("[id], [for], [aria-describedby]")) {
      for (const name of ["id", "for", "aria-describedby"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replaceAll("#", String(rows)));
      }
    }
    row.querySelector(".mp-remove").addEventListener("click", () => {
      row.remove();
      numbered(fieldset);
      fieldset.querySelector(".mp-add").focus();
    });
    fieldset.querySelector(".mp-members").append(row);
    numbered(fieldset);
    return row;
  }

  function chosen() {
    document.getElementById("proposal-known").hidden = isNew();
    group("source").hidden = !isNew();
  }

  function begin() {
    for (const list of document.querySelectorAll("datalist[data-kinds]")) {
      const known = list.dataset.kinds.split(" ").flatMap((kind) => data.known[kind] ?? []);
      list.append(...known.map(([id, name]) => make("option", { value: id, label: name })));
    }
    for (const fieldset of form.querySelectorAll("[data-members]")) {
      const button = fieldset.querySelector(".mp-add");
      button.id = `f-add-${fieldset.dataset.members}`;
      button.addEventListener("click", () => add(fieldset).querySelector("[data-path]").focus());
      const least = Number(fieldset.querySelector(".mp-members").dataset.least);
      for (let i = 0; i < least; i += 1) add(fieldset);
    }
    for (const radio of form.elements["source-is"]) radio.addEventListener("change", chosen);
    form.addEventListener("submit", submitted);
    chosen();
    document.getElementById("proposal-without-scripts").hidden = true;
    form.hidden = false;
  }

  begin();
})();
