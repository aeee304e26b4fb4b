import type { OpenApi, Operation } from '../../domain/openApi.ts'
import type { Ask } from '../../http/context.ts'
import { SECURITY_HEADERS } from '../../http/securityHeaders.ts'

/** The OpenAPI document as a page to read: no script, no outside address. */
export function docsPage(c: Ask, document: OpenApi): Response | Promise<Response> {
  const policy = (SECURITY_HEADERS['Content-Security-Policy'] ?? '').replace(
    "default-src 'none'",
    "default-src 'none'; style-src 'unsafe-inline'",
  )
  return c.html(page(document), 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' })
}

/** Headings, lists and tables; all that comes from the contract is escaped. */
function page({ info, paths }: OpenApi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(info.title)} API</title><style>${STYLE}</style></head><body>
<h1>${text(info.title)} API, protocol ${text(info.version)}</h1>
<p>The same as <a href="/v1/openapi.json">OpenAPI 3.1</a>. Requests carry <code>Authorization: Bearer …</code>; errors are <code>application/problem+json</code>.</p>
<nav><ul>${operations.map(({ method, path, operation }) => `<li><a href="#${operation.operationId}"><b>${method}</b> ${text(path)}</a> ${text(operation.summary)}</li>`).join('')}</ul></nav>
${operations.map(({ method, path, operation }) => section(method, path, operation)).join('\n')}
</body></html>`
}

function section(method: string, path: string, operation: Operation): string {
  const roles = operation['x-roles']
  const who =
    roles === 'anyone'
      ? 'anyone'
      : Object.entries(roles)
          .map(([role, reach]) => (reach === 'own' ? `${role} (own unit)` : role))
          .join(', ')
  const parameters = operation.parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><td><code>${text(name)}</code></td><td>${place}${required ? ', required' : ''}</td><td><code>${text(JSON.stringify(schema))}</code></td></tr>`,
  )
  return `<section id="${operation.operationId}"><h2><b>${method}</b> ${text(path)}</h2><p>${text(operation.summary)}. Who: ${text(who)}.</p>
${parameters.length > 0 ? `<table>${parameters.join('')}</table>` : ''}
${operation.requestBody ? `<details><summary>Request</summary><pre>${json(operation.requestBody)}</pre></details>` : ''}
<details><summary>Answers</summary><pre>${json(operation.responses)}</pre></details></section>`
}

/** HTML's five. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const text = (raw: string): string => raw.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '')
const json = (value: unknown): string => text(JSON.stringify(value, null, 2))

const STYLE = `body{font:15px/1.5 "Segoe UI","Microsoft YaHei UI",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#242424;background:#fff}
h2{font-size:1rem;border-top:1px solid #ccc;padding-top:1rem}pre,code{font-family:Consolas,monospace;font-size:13px}pre{overflow:auto;background:#f5f5f5;padding:.5rem}
td{vertical-align:top;padding:.1rem .8rem .1rem 0;overflow-wrap:anywhere}nav ul{padding-left:1rem}a{color:#0f548c}
@media(prefers-color-scheme:dark){body{background:#1f1f1f;color:#eee}pre{background:#2b2b2b}a{color:#62abf5}}`
