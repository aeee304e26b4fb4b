import { PROBLEM_STATUS } from '../../../shared/wire/problem.ts'
import type { Ask } from '../../http/context.ts'
import type { Refusal } from '../../http/problem.ts'
import { SECURITY_HEADERS } from '../../http/securityHeaders.ts'

/** What a person sees after signing in at the city's provider: a code to type into the pane; without script. */
export const signInCodePage = (c: Ask, code: string, seconds: number): Response =>
  show(
    c,
    200,
    '登录码',
    `<p>统一认证已通过。请把下面的登录码填入 Excel 窗格的“邀请码”一栏：</p><p><code id="code">${code}</code></p>
<p>登录码${Math.floor(seconds / 60)}分钟内有效，只能用一次。不要把它发给别人。填好后请关闭本页。</p>`,
  )

/** What a person sees whom the provider's answer does not sign in. */
export const signInFailedPage = (c: Ask, { code, more }: Refusal): Response =>
  show(
    c,
    PROBLEM_STATUS[code],
    '没有登录成功',
    more.detail === 'account'
      ? '<p>统一认证已通过，但您的身份还没有与本系统的账号关联。请联系管理员。</p>'
      : '<p>这次登录没有完成，或者已经过期。请回到 Excel 窗格，再点一次“单位统一认证登录”。</p>',
  )

function show(c: Ask, status: number, title: string, body: string): Response {
  const policy = (SECURITY_HEADERS['Content-Security-Policy'] ?? '').replace(
    "default-src 'none'",
    "default-src 'none'; style-src 'unsafe-inline'",
  )
  c.header('Content-Security-Policy', policy)
  c.header('Cache-Control', 'no-store')
  return c.html(page(title, body), status as 200)
}

const page = (
  title: string,
  body: string,
): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>body{font:16px/1.7 "Segoe UI","Microsoft YaHei UI",sans-serif;max-width:32rem;margin:15vh auto 0;padding:0 1rem;color:#242424;background:#fff}
h1{font-size:1.25rem}code{font:1.25rem Consolas,monospace;user-select:all}@media(prefers-color-scheme:dark){body{background:#1f1f1f;color:#eee}}</style></head><body>
<h1>${title}</h1>${body}</body></html>`
