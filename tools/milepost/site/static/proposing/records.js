// Answers to records: what was filled in, as the files that the dataset would hold.
"use strict";

globalThis.milepost = globalThis.milepost ?? {};

(() => {
  const NO_CLAIMS = new Set(["evidence", "resolutions"]);
  const LANGUAGES = ["en", "ja", "km"];
  const SLUG_LENGTH = 60;

  // Plain text as a record has it: composed, in one line, without space at either end.
  function plain(text) {
    return text.normalize("NFC").replace(/\s+/gu, " ").trim();
  }

  // A readable name: lower-case Latin letters and digits joined by hyphens, empty where none are left.
  function slug(text) {
    const bare = text.normalize("NFKD").replace(/[\u0300-\u036f’']/gu, "").toLowerCase();
    return bare.replace(/[^a-z0-9]+/gu, "-").slice(0, SLUG_LENGTH).replace(/^-+|-+$/gu, "");
  }

  // Put a value at a path of names and positions, making what lies on the way.
  function put(record, path, value) {
    const last = path.at(-1);
    let holder = record;
    path.slice(0, -1).forEach((step, i) => {
      holder[step] = holder[step] ?? (typeof path[i + 1] === "number" ? [] : {});
      holder = holder[step];
    });
    holder[last] = value;
  }

  // The same value with its keys in the order of the schema, languages in that of the dataset.
  function ordered(documents, schema, value, home) {
    const [whole, here] = milepost.dereferenced(documents, schema, home);
    if (Array.isArray(value)) return value.map((v) => ordered(documents, whole.items ?? {}, v, here));
    if (typeof value !== "object" || value === null) return value;
    const known = whole["x-order"] === "languages" ? LANGUAGES : Object.keys(whole.properties ?? {});
    const names = Object.keys(value).sort();
    const sorted = [...known.filter((n) => n in value), ...names.filter((n) => !known.includes(n))];
    const inner = (name) =>
      whole.properties?.[name] ?? Object.values(whole.patternProperties ?? {})[0] ?? {};
    return Object.fromEntries(
      sorted.map((name) => [name, ordered(documents, inner(name), value[name], here)]),
    );
  }

  // Give each member whose natural key has occurred before a key of its own.
  function keyed(members, natural) {
    const seen = new Map();
    return members.map((member) => {
      const count = (seen.get(member[natural]) ?? 0) + 1;
      seen.set(member[natural], count);
      return count > 1 ? { ...member, key: `${member[natural]}-${count}` } : member;
    });
  }

  // Every factual value by its address: what the one source of a proposal is cited for.
  function claims(documents, kind, record) {
    const said = [];
    collect(documents, documents[kind], record, kind, "", said);
    const implied = (claim) =>
      claim.identity && said.some((other) => other !== claim && other.member === claim.member);
    return Object.fromEntries(
      said.filter((claim) => !implied(claim)).map((claim) => [claim.address, claim.text]),
    );
  }

  function collect(documents, schema, value, home, address, said, member = "") {
    const [whole, here] = milepost.dereferenced(documents, schema, home);
    if (Array.isArray(value)) {
      for (const each of value) {
        const name = typeof each === "string" ? each : (each.key ?? each[whole["x-key"]] ?? "");
        collect(documents, whole.items, each, here, `${address}/${name}`, said, member || `${address}/${name}`);
      }
    } else if (typeof value === "object") {
      for (const [name, inner] of Object.entries(value)) {
        if (whole.properties?.[name] && !(address === "" && NO_CLAIMS.has(name))) {
          collect(documents, whole.properties[name], inner, here, `${address}/${name}`, said, member);
        }
      }
    } else if (whole["x-compare"] && typeof value === "string") {
      said.push({ address, text: value, member: member || address, identity: whole["x-identity"] === true });
    }
  }

  // The four digits of the year that a milestone's file is named after, or undated.
  function yearOf(stages) {
    const dated = stages.filter((stage) => stage.date);
    const headline = dated.find((stage) => stage.headline) ?? dated[0];
    const year = (headline?.date ?? "XXXX").match(/[0-9X]{4}/u)?.[0] ?? "XXXX";
    return year === "XXXX" ? "undated" : year.replaceAll("X", "0");
  }

  function encode(record) {
    return `${JSON.stringify(record, null, 2)}\n`;
  }

  function file(documents, kind, folder, name, record) {
    const up = "../".repeat(folder.split("/").length + 1);
    const whole = { $schema: `${up}schema/v1/${kind}.schema.json`, ...record };
    return {
      kind,
      path: `dataset/${folder}/${name}.json`,
      record: ordered(documents, documents[kind], whole, kind),
    };
  }

  // The files of a proposal; `answers` holds milestone, entry, source (null where one is known),
  // people and places, and `identifier` is that of the new milestone.
  function files(documents, answers, identifier) {
    const { milestone, entry, source, people, places } = answers;
    for (const [name, natural] of [["stages", "stage"], ["actors", "actor"], ["quantities", "kind"]]) {
      if (milestone[name]) milestone[name] = keyed(milestone[name], natural);
    }
    const said = { ...entry, says: claims(documents, "milestone", milestone) };
    const dyad = milestone.relationships?.[0] ?? "unknown";
    const name = `${yearOf(milestone.stages ?? [])}-${slug(milestone.title?.en ?? "") || milestone.type}`;
    const whole = { ...milestone, id: identifier, evidence: [said] };
    return [
      ...(source ? [file(documents, "source", "sources", source.id, source)] : []),
      ...people.map((person) => file(documents, "person", "people", person.id, person)),
      ...places.map((place) => file(documents, "place", "places", place.id, place)),
      file(documents, "milestone", `milestones/${dyad}`, name, whole),
    ];
  }

  Object.assign(milepost, { plain, slug, put, ordered, claims, yearOf, encode, files });
})();
