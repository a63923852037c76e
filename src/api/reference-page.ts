import { html, raw } from 'hono/html';
import { STATUS_OF, TITLE_OF } from '../errors.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  const?: unknown;
  format?: string;
  default?: unknown;
}
interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description: string;
  schema: Schema;
  example?: unknown;
}
interface Content {
  content?: Record<string, { schema?: Schema; example?: unknown }>;
  description?: string;
  $ref?: string;
}
interface Call {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters: Parameter[];
  requestBody?: Content;
  security: unknown[];
  responses: Record<string, Content>;
}
interface Described {
  paths: Record<string, Record<string, Call>>;
  tags: { name: string; description: string }[];
  components: { schemas: Record<string, Schema> };
}

/** The reference as one page without scripts, made of the OpenAPI document; nothing is asked of anybody else. */
export function referencePage(document: Record<string, unknown>, host: string): string {
  const { paths, tags, components } = document as unknown as Described;
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ path, method: method.toUpperCase(), ...call })),
  );
  const page = html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Readout API reference</title>
<style>${raw(STYLE)}</style>
<header><h1>Readout API</h1>
<p>Public, without a key, from any page. Lists come in pages: follow <code>next</code>. Errors are
<a href="#errors">problem documents</a>. The same as <a href="${host}/openapi.json">OpenAPI 3.1</a>.</p></header>
<nav><ul>${tags.map(({ name }) => html`<li><a href="#about-${name.toLowerCase()}">${name}</a></li>`)}
<li><a href="#shapes">Shapes</a></li><li><a href="#errors">Errors</a></li></ul></nav>
<main>
${tags.map(
  ({
    name,
    description,
  }) => html`<section id="about-${name.toLowerCase()}"><h2>${name}</h2><p>${description}</p>
${calls.filter((it) => it.tags.includes(name)).map((it) => callSection(it, host))}</section>`,
)}
<section id="shapes"><h2>Shapes</h2>${Object.entries(components.schemas).map(
    ([name, schema]) => html`<h3 id="shape-${name}">${name}</h3>${membersOf(schema)}`,
  )}</section>
<section id="errors"><h2>Errors</h2>
<p>Every error is an <a href="#shape-Problem">RFC 9457 problem</a>, <code>application/problem+json</code>; its
<code>detail</code> names what is wrong.</p>
<dl>${Object.entries(STATUS_OF).map(
    ([code, status]) =>
      html`<dt id="error-${code.replaceAll('_', '-')}">${status}</dt><dd>${TITLE_OF[code as keyof typeof STATUS_OF]}</dd>`,
  )}</dl></section>
</main></html>`;
  return String(page);
}

function callSection(it: Call & { path: string; method: string }, host: string) {
  const body = Object.values(it.requestBody?.content ?? {})[0];
  return html`<article id="${it.operationId}"><h3><code>${it.method} ${it.path}</code></h3>
<p>${it.summary}. ${it.description === `${it.summary}.` ? '' : it.description}
${it.security.length > 0 ? html`<strong>Needs the token.</strong>` : ''}</p>
${
  it.parameters.length === 0
    ? ''
    : html`<table><thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead><tbody>${it.parameters.map(
        (
          one,
        ) => html`<tr><th scope="row"><code>${one.name}</code> <small>${one.in}${one.required ? ', required' : ''}</small></th>
<td>${one.description} <small>${kindOf(one.schema)}${one.example === undefined ? '' : `, as in ${one.example}`}</small></td></tr>`,
      )}</tbody></table>`
}
${body?.example === undefined ? '' : html`<p>Body:</p><pre>${JSON.stringify(body.example, null, 2)}</pre>`}
<ul>${Object.entries(it.responses).map(([status, answer]) => {
    const content = Object.values(answer.content ?? {})[0];
    return html`<li><code>${status}</code> ${
      answer.$ref ? html`<a href="#shape-Problem">problem</a>` : answer.description
    } ${content?.schema ? html`<small>${kindOf(content.schema)}</small>` : ''}</li>`;
  })}</ul>
${it.method === 'GET' && !it.path.includes('{') ? html`<p><a href="${host}${it.path}">Try it</a></p>` : ''}
</article>`;
}

type Html = ReturnType<typeof html>;

function membersOf(schema: Schema): Html | string {
  if (schema.properties === undefined) return html`<p>${kindOf(schema)}</p>`;
  return html`<table><tbody>${Object.entries(schema.properties).map(
    ([name, member]) => html`<tr><th scope="row"><code>${name}</code></th><td>${kindOf(member)}</td></tr>`,
  )}</tbody></table>`;
}

/** A schema in a few words; names of shapes link to them. */
function kindOf(schema: Schema): Html | string {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return html`<a href="#shape-${name}">${name}</a>`;
  }
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) {
    return html`${either.map((it, i) => html`${i > 0 ? ' or ' : ''}${kindOf(it)}`)}`;
  }
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.items !== undefined) return html`list of ${kindOf(schema.items)}`;
  if (schema.properties !== undefined) {
    return html`{ ${Object.entries(schema.properties).map(
      ([name, it], i) => html`${i > 0 ? ', ' : ''}${name}: ${kindOf(it)}`,
    )} }`;
  }
  return `${schema.type ?? 'anything'}${schema.format ? ` (${schema.format})` : ''}`;
}

export const STYLE = `
:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;overflow-wrap:anywhere;background:light-dark(#fbfaf6,#161513);color:light-dark(#1d1b18,#ece7dc)}
a{color:light-dark(#0a5a58,#74cbc4)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}
article{border-top:1px solid #8888;margin-top:1.5rem}h3 code{font-size:1.1em}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-top:1px solid #8884}
th[scope=row]{font-weight:500}th,td{min-width:4rem}pre{white-space:pre-wrap;background:#8882;padding:.75rem}small{opacity:.8}
`;
