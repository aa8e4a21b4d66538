// What is amiss in a proposal, in words: what the schema says, and what the rules say besides.
"use strict";

globalThis.milepost = globalThis.milepost ?? {};

(() => {
  const quoted = (value) => JSON.stringify(value);
  const DAY = /[0-9]{4}-[0-9]{2}-[0-9]{2}/gu;
  const MONTH = /(?<![0-9-])[0-9]{4}-([0-9]{2})(?![0-9])/gu;
  // Invisible, turning and lost characters, by the rule JSN-008; the joiners of Khmer are let through.
  const REFUSED =
    /[\p{Cc}\u00ad\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffd]/u;
  const MESSAGES = {
    required: () => "Please fill this in.",
    enum: (value, wanted) => `${quoted(value)} is not one of ${wanted.join(", ")}.`,
    type: (value) => `${quoted(value)} is not of the right type.`,
    maxLength: (value, wanted) => `This has ${[...value].length} characters, and may have ${wanted}.`,
    minItems: () => "At least one is needed.",
    minProperties: () => "At least one of these is needed.",
    uniqueItems: () => "The same is named twice.",
    minimum: (value, wanted) => `${quoted(value)} is less than ${wanted}.`,
  };

  function valueAt(record, at) {
    return at.reduce((value, step) => value?.[step], record);
  }

  function ofSchema(documents, file) {
    return milepost.breaches(documents, file.kind, file.record).map(({ keyword, at, wanted }) => {
      const value = valueAt(file.record, at);
      const message = MESSAGES[keyword]?.(value, wanted) ?? `${quoted(value)} has not the right form.`;
      return { file, at: keyword === "required" ? [...at, wanted] : at, message };
    });
  }

  // Every text of a record with its path.
  function* texts(value, at = []) {
    if (typeof value === "string") yield [value, at];
    else if (typeof value === "object" && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        yield* texts(inner, [...at, Array.isArray(value) ? Number(name) : name]);
      }
    }
  }

  function ofTexts(file) {
    return [...texts(file.record)]
      .filter(([text]) => REFUSED.test(text))
      .map(([text, at]) => {
        const code = text.match(REFUSED)[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
        return { file, at, message: `There is a character in it that cannot be seen, U+${code}: type it anew.` };
      });
  }

  // Why a date is refused, or an empty text. The whole of EDTF is left to the check of the repository.
  function amiss(date) {
    if (date.includes("/")) {
      return "a/b means that it lasted; write [a..b] for some time within, or use the end of the stage.";
    }
    if (/T|[{}]/u.test(date)) return "A date has no time of day and no braces here.";
    const days = [...date.matchAll(DAY)].map(([day]) => day);
    const wrong = days.find((day) => new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day);
    if (wrong) return `There is no day ${wrong} in the calendar.`;
    const month = [...date.matchAll(MONTH)].find(([, number]) => !(number >= 1 && number <= 12));
    if (month) return `There is no month ${month[1]}.`;
    const plain = /^[0-9X]{4}(-[0-9X]{2}){0,2}[~?%]?$/u.test(date);
    const set = /^\[[0-9X.,~?%-]+\]$/u.test(date);
    return plain || set ? "" : "Write it as 2022-04-23, 2022-04, 1963~ or [1963,1966].";
  }

  function ofDates(file) {
    const stages = file.record.stages ?? [];
    const found = [];
    stages.forEach((stage, place) => {
      for (const name of ["date", "end"]) {
        const message = stage[name] ? amiss(stage[name]) : "";
        if (message) found.push({ file, at: ["stages", place, name], message });
      }
      if (stage.date && stage.end && stage.end.slice(0, 4) < stage.date.slice(0, 4)) {
        found.push({ file, at: ["stages", place, "end"], message: "It ends before it begins." });
      }
    });
    const published = file.kind === "source" && file.record.published ? amiss(file.record.published) : "";
    return published ? [...found, { file, at: ["published"], message: published }] : found;
  }

  function ofStages(file, stagesOf) {
    const stages = file.record.stages ?? [];
    const found = [];
    const allowed = stagesOf[file.record.type] ?? [];
    stages.forEach((stage, place) => {
      if (stage.stage && allowed.length && !allowed.includes(stage.stage)) {
        const message = `This type has no such stage; it has ${allowed.join(", ")}.`;
        found.push({ file, at: ["stages", place, "stage"], message });
      }
    });
    const dated = stages.filter((stage) => stage.date);
    const marked = stages.filter((stage) => stage.headline);
    if ((dated.length > 1 || (!dated.length && stages.length > 1)) && marked.length !== 1) {
      const message = "Mark one stage as the headline: the one whose date stands for the milestone.";
      found.push({ file, at: ["stages", 0, "headline"], message });
    } else if (marked.length && dated.length && !marked[0].date) {
      const place = stages.indexOf(marked[0]);
      found.push({ file, at: ["stages", place, "headline"], message: "This stage has no date." });
    }
    return found;
  }

  function ofSource(file, known) {
    const { record } = file;
    const found = [];
    if (record.id && known.source.has(record.id)) {
      found.push({ file, at: ["id"], message: "A source of this name is recorded already." });
    }
    if (record.published && !record.published_basis) {
      found.push({ file, at: ["published_basis"], message: "Say where the date comes from." });
    }
    if (record.published_basis && !record.published) {
      found.push({ file, at: ["published"], message: "A basis stands here without a date." });
    }
    return found;
  }

  // References to records that are neither known nor part of the proposal.
  function ofNames(documents, file, known) {
    const found = [];
    const look = (schema, value, home, at) => {
      const [whole, here] = milepost.dereferenced(documents, schema, home);
      if (Array.isArray(value)) value.forEach((v, i) => look(whole.items, v, here, [...at, i]));
      else if (typeof value === "object" && value !== null) {
        for (const [name, inner] of Object.entries(value)) {
          if (whole.properties?.[name]) look(whole.properties[name], inner, here, [...at, name]);
        }
      } else if (whole["x-reference"] && !whole["x-reference"].some((k) => known[k]?.has(value))) {
        const kinds = whole["x-reference"].join(", ");
        found.push({ file, at, message: `${quoted(value)} is no known ${kinds}: take one of the list, or add it below.` });
      }
    };
    look(documents[file.kind], file.record, file.kind, []);
    return found;
  }

  // Everything amiss in the files of a proposal: {file, at, message}. `data` is what the page knows.
  function findings(data, files) {
    const known = Object.fromEntries(
      Object.entries(data.known).map(([kind, records]) => [kind, new Set(records.map(([id]) => id))]),
    );
    const twice = files
      .filter(({ kind, record }) => kind !== "milestone" && kind !== "source")
      .filter(({ record }) => data.actors.includes(record.id))
      .map((file) => ({ file, at: ["id"], message: "This name is taken: add something to it." }));
    const own = files.filter(({ kind }) => kind === "source").flatMap((file) => ofSource(file, known));
    for (const { kind, record } of files) known[kind]?.add(record.id);
    const each = files.flatMap((file) => [
      ...ofSchema(data.documents, file),
      ...ofTexts(file),
      ...ofDates(file),
      ...(file.kind === "milestone" ? ofStages(file, data.stagesOf) : []),
      ...ofNames(data.documents, file, known),
    ]);
    return [...twice, ...own, ...each];
  }

  Object.assign(milepost, { amiss, findings });
})();
