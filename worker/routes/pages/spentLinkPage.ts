import type { Ask } from '../../http/context.ts'
import { SECURITY_HEADERS } from '../../http/securityHeaders.ts'

/** What a person sees who opens a document's link a second time, or too late; in the staff's language, without script. */
export const spentLinkPage = (c: Ask): Response =>
  c.html(PAGE, 410, {
    'Content-Security-Policy': (SECURITY_HEADERS['Content-Security-Policy'] ?? '').replace(
      "default-src 'none'",
      "default-src 'none'; style-src 'unsafe-inline'",
    ),
    'Cache-Control': 'no-store',
  })

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>链接已失效</title><style>body{font:16px/1.7 "Segoe UI","Microsoft YaHei UI",sans-serif;max-width:32rem;margin:15vh auto 0;padding:0 1rem;color:#242424;background:#fff}
h1{font-size:1.25rem}@media(prefers-color-scheme:dark){body{background:#1f1f1f;color:#eee}}</style></head><body>
<h1>链接已失效</h1>
<p>文件的链接只能打开一次，并且几分钟内有效：这个链接已经用过，或者已经过期。</p>
<p>请回到 Excel 窗格，在“文件”中再点一次所需的文件。</p>
</body></html>`
