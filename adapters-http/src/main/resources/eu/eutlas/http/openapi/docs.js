// Shows openapi.json. Everything is put in as text, never as markup.
"use strict";

const METHODS = ["get", "post", "put", "patch", "delete"];

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function resolve(api, node) {
  if (!node || !node.$ref) return node;
  return node.$ref.slice(2).split("/").reduce((at, key) => at[key], api);
}

/** A schema as a line of words. */
function words(api, schema) {
  if (!schema) return "";
  if (schema.$ref) return schema.$ref.split("/").pop();
  if (schema.anyOf) return schema.anyOf.map((each) => words(api, each)).join(" or ");
  if (schema.enum) return schema.enum.filter((each) => each !== null).join(" | ");
  if (schema.type === "array") return "list of " + words(api, schema.items);
  const type = [].concat(schema.type).join(" or ");
  const bounds = ["format", "pattern", "minLength", "maxLength", "minimum", "maximum", "default"]
    .filter((key) => key in schema).map((key) => `${key} ${schema[key]}`);
  return bounds.length ? `${type} (${bounds.join(", ")})` : type;
}

/** An example of a schema. */
function example(api, schema, depth = 0) {
  const known = resolve(api, schema);
  if (!known || depth > 6) return null;
  if (known.examples) return known.examples[0];
  if (known.anyOf) return example(api, known.anyOf[0], depth + 1);
  if (known.enum) return known.enum[0];
  const type = [].concat(known.type)[0];
  if (type === "array") return [example(api, known.items, depth + 1)];
  if (type === "object") {
    return Object.fromEntries(Object.entries(known.properties ?? {})
      .map(([key, value]) => [key, example(api, value, depth + 1)]));
  }
  return { string: "text", integer: 1, number: 1.5, boolean: true }[type] ?? null;
}

function table(head, rows) {
  return element("table", {},
    element("thead", {}, element("tr", {}, ...head.map((each) => element("th", { scope: "col" }, each)))),
    element("tbody", {}, ...rows));
}

function row(attributes, ...cells) {
  return element("tr", attributes, ...cells.map((each) => element("td", {}, each)));
}

function code(text) {
  return element("code", {}, text);
}

function content(api, title, described) {
  const parts = [];
  for (const [media, { schema }] of Object.entries(resolve(api, described)?.content ?? {})) {
    parts.push(element("h4", {}, `${title}: ${words(api, schema)} `, code(media)));
    if (media.endsWith("json")) {
      parts.push(element("pre", {}, JSON.stringify(example(api, schema), null, 2)));
    }
  }
  return parts;
}

function route(api, path, method, operation) {
  const open = operation.security.length === 0;
  const details = element("details", { id: operation.operationId },
    element("summary", {}, element("span", { class: "method" }, method.toUpperCase()), code(path),
      ` ${operation.summary}${open ? " (no login)" : ""}`));
  if (operation.parameters.length) {
    details.append(element("h4", {}, "Parameters"), table(["name", "in", "value"],
      operation.parameters.map((each) => row({}, code(each.name), each.in, words(api, each.schema)))));
  }
  details.append(...content(api, "Body", operation.requestBody));
  const problems = [];
  for (const [status, response] of Object.entries(operation.responses)) {
    if (response.$ref) problems.push(status);
    else details.append(element("h4", {}, `Answer ${status}`), ...content(api, "Answer", response));
  }
  details.append(element("p", {}, `Problems: ${problems.join(", ")}`));
  return details;
}

function groups(api) {
  const byTag = new Map();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((each) => each in methods)) {
      const operation = methods[method];
      const tag = operation.tags[0];
      byTag.set(tag, [...(byTag.get(tag) ?? []), route(api, path, method, operation)]);
    }
  }
  return byTag;
}

function show(api) {
  const main = document.getElementById("routes");
  const nav = document.getElementById("groups");
  main.replaceChildren();
  for (const [tag, routes] of groups(api)) {
    nav.append(element("a", { href: `#group-${tag}` }, tag));
    main.append(element("h2", { id: `group-${tag}` }, tag), ...routes);
  }
  nav.append(element("a", { href: "#codes" }, "error codes"));
  main.append(element("h2", { id: "codes" }, "Error codes"), table(["code", "status", "meaning"],
    api["x-error-codes"].map((each) =>
      row({ id: each.code }, code(each.code), String(each.status), each.meaning))));
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
  target?.scrollIntoView();
}

fetch("/api/openapi.json")
  .then((answer) => answer.json())
  .then(show)
  .catch(() => document.getElementById("routes").replaceChildren("The document cannot be read now."));
