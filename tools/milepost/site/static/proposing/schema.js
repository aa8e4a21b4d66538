// The dataset's own schemas, checked in the browser: the part of JSON Schema 2020-12 that they use.
// A keyword that is not known here is an error, so that a schema cannot outgrow this in silence.
"use strict";

globalThis.milepost = globalThis.milepost ?? {};

(() => {
  const NOTES = new Set(["$schema", "$id", "$defs", "$comment", "title", "description", "examples"]);
  // RFC 3986: a scheme, the characters of an address, and one fragment at most.
  const PART = "(?:[A-Za-z0-9\\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*";
  const ADDRESS = new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:${PART}(?:#${PART})?$`, "u");
  const isDay = (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toJSON().startsWith(text);
  };
  const FORMATS = { uri: (text) => ADDRESS.test(text), date: isDay };

  const isObject = (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const isNumber = (value) => typeof value === "number";
  const isText = (value) => typeof value === "string";
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const TYPES = {
    object: isObject,
    array: Array.isArray,
    string: isText,
    boolean: (value) => typeof value === "boolean",
    number: isNumber,
    integer: Number.isInteger,
  };

  // Keywords of a single value: whether the value breaks what is wanted. Lengths are in code points.
  const BREAKS = {
    type: (wanted, value) => !TYPES[wanted](value),
    enum: (wanted, value) => !wanted.some((choice) => same(choice, value)),
    const: (wanted, value) => !same(wanted, value),
    pattern: (wanted, value) => isText(value) && !new RegExp(wanted, "u").test(value),
    format: (wanted, value) => isText(value) && !FORMATS[wanted](value),
    maxLength: (wanted, value) => isText(value) && [...value].length > wanted,
    minItems: (wanted, value) => Array.isArray(value) && value.length < wanted,
    maxItems: (wanted, value) => Array.isArray(value) && value.length > wanted,
    uniqueItems: (wanted, value) =>
      wanted && Array.isArray(value) && new Set(value.map((v) => JSON.stringify(v))).size < value.length,
    minProperties: (wanted, value) => isObject(value) && Object.keys(value).length < wanted,
    minimum: (wanted, value) => isNumber(value) && value < wanted,
    maximum: (wanted, value) => isNumber(value) && value > wanted,
  };

  // Keywords that lead to parts of the value; each returns the names that it has looked at.
  const LEADS = {
    $ref: (walk, wanted, value, at) => {
      const [schema, home] = target(walk.documents, wanted, walk.home);
      return validate({ ...walk, home }, schema, value, at);
    },
    properties: (walk, wanted, value, at) => {
      const names = isObject(value) ? Object.keys(wanted).filter((name) => Object.hasOwn(value, name)) : [];
      names.forEach((name) => validate(walk, wanted[name], value[name], [...at, name]));
      return names;
    },
    patternProperties: (walk, wanted, value, at) => {
      const looked = [];
      for (const [pattern, schema] of Object.entries(wanted)) {
        const names = isObject(value) ? Object.keys(value) : [];
        for (const name of names.filter((name) => new RegExp(pattern, "u").test(name))) {
          validate(walk, schema, value[name], [...at, name]);
          looked.push(name);
        }
      }
      return looked;
    },
    items: (walk, wanted, value, at) => {
      if (Array.isArray(value)) {
        value.forEach((member, place) => validate(walk, wanted, member, [...at, place]));
      }
      return [];
    },
    required: (walk, wanted, value, at) => {
      const missing = isObject(value) ? wanted.filter((name) => !Object.hasOwn(value, name)) : [];
      missing.forEach((name) => walk.found.push({ keyword: "required", at, wanted: name }));
      return [];
    },
    unevaluatedProperties: () => [],
  };

  function validate(walk, schema, value, at) {
    const looked = new Set();
    for (const [keyword, wanted] of Object.entries(schema)) {
      if (LEADS[keyword]) {
        LEADS[keyword](walk, wanted, value, at).forEach((name) => looked.add(name));
      } else if (BREAKS[keyword]) {
        if (BREAKS[keyword](wanted, value)) walk.found.push({ keyword, at, wanted });
      } else if (!NOTES.has(keyword) && !keyword.startsWith("x-")) {
        throw new Error(`the schema has a keyword that this page does not know: ${keyword}`);
      }
    }
    if (schema.unevaluatedProperties === false && isObject(value)) {
      for (const name of Object.keys(value).filter((name) => !looked.has(name))) {
        walk.found.push({ keyword: "unevaluatedProperties", at: [...at, name], wanted: false });
      }
    }
    return looked;
  }

  function target(documents, reference, home) {
    const [file, pointer] = reference.split("#");
    const name = file.replace(".schema.json", "") || home;
    const steps = (pointer ?? "").split("/").slice(1);
    return [steps.reduce((schema, step) => schema[step], documents[name]), name];
  }

  // A schema merged with what its references lead to, and the document that it then stands in.
  function dereferenced(documents, schema, home) {
    let merged = schema;
    let here = home;
    while (merged.$ref) {
      const { $ref, ...beside } = merged;
      const [found, name] = target(documents, $ref, here);
      merged = { ...found, ...beside };
      here = name;
    }
    return [merged, here];
  }

  // Every broken keyword of a value: {keyword, at, wanted}; `at` is the path of keys and positions.
  function breaches(documents, kind, value) {
    const walk = { documents, home: kind, found: [] };
    validate(walk, documents[kind], value, []);
    return walk.found;
  }

  Object.assign(milepost, { breaches, dereferenced });
})();
