import JSZip from 'jszip'
import mammoth from 'mammoth'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DocumentAsk, DocumentLink } from '../../../shared/wire/document.ts'
import { LINK_SECONDS } from '../../../worker/store/links/oneTimeLink.ts'
import { database, NOW, openWorld, PERIOD, send, type World } from '../world.ts'

const REPORT: DocumentAsk = { kind: 'report', format: 'docx' }
const LETTERHEAD = { issuer: '某某办公室', number: '三政办〔2021〕12号', signatory: '张三', addressee: '省政府督查室', date: '2021-06-02' }

describe('documents by a one-time link', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await send(world, 'clerk', [
      { subject: '7.1.a', area: '411202', cumulative: 1_460_000 },
      { subject: '7.1', progressText: '截至5月26日，全市新建农村公路146公里。' },
    ])
  })

  const ask = (who: string, body: unknown, period = PERIOD) => world.ask(who, 'POST', `/v1/periods/${period}/documents`, { body })
  async function link(body: DocumentAsk = REPORT): Promise<DocumentLink> {
    const answer = await ask('coordinator', body)
    expect(answer.status).toBe(200)
    return (await answer.json()) as DocumentLink
  }
  const open = (path: string, headers: Record<string, string> = {}) => world.ask(null, 'GET', path, { headers })
  const bytesOf = async (body: DocumentAsk) => new Uint8Array(await (await open((await link(body)).path)).arrayBuffer())
  const textOf = async (docx: Uint8Array) => (await mammoth.extractRawText({ buffer: docx as Buffer })).value

  it('answers a link that gives a Word file with a Chinese name, to nobody’s cache', async () => {
    const answer = await open((await link()).path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('wordprocessingml')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const disposition = answer.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment; filename="report-2021-05\.docx"; filename\*=UTF-8''[A-Za-z0-9%.]+$/)
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe('三门峡市2021年5月重点民生实事进展情况报告（工作稿）.docx')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const zip = await JSZip.loadAsync(bytes)
    expect(Object.keys(zip.files)).toContain('word/document.xml')
    expect(await textOf(bytes)).toContain('新建农村公路146公里')
  })

  it.each<[DocumentAsk, string]>([
    [REPORT, '进展情况报告（工作稿）.docx'],
    [{ ...REPORT, formal: true }, '进展情况报告.docx'],
    [{ kind: 'circular', format: 'docx' }, '进展情况通报（工作稿）.docx'],
    [{ kind: 'circular', format: 'docx', formal: true }, '进展情况通报.docx'],
    [{ kind: 'sources', format: 'xlsx', formal: true }, '数据来源（正式报告）.xlsx'],
    [{ kind: 'reminders', format: 'text' }, '催办清单.txt'],
  ])('names a draft as one, and nothing else: %j', async (body, end) => {
    const disposition = (await open((await link(body)).path)).headers.get('content-disposition') ?? ''
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(`三门峡市2021年5月重点民生实事${end}`)
  })

  it('gives it once: to the first of two who ask at the same time, and never again', async () => {
    const { path } = await link()
    const answers = await Promise.all([open(path), open(path)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410])
    const again = await open(path)
    expect(again.status).toBe(410)
    expect(again.headers.get('content-type')).toContain('application/problem+json')
    expect(await again.json()).toMatchObject({ code: 'linkSpent' })
  })

  it('says to a browser in a page why there is nothing any more', async () => {
    const page = await open(`/v1/documents/${'x'.repeat(43)}`, { Accept: 'text/html,*/*' })
    expect(page.status).toBe(410)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).toContain('链接已失效')
  })

  it('is in the audit trail twice: that the link was made, and, once somebody opens it, that and from which position', async () => {
    world = await openWorld()
    await send(world, 'clerk', [{ subject: '7.1.c', cumulative: 10_000 }])
    const { path, asOfSeq } = await link()
    const entries = async () =>
      ((await (await world.ask('auditor', 'GET', '/v1/audit?act=document')).json()) as { entries: { act: string; after: object }[] })
        .entries
    expect((await entries()).map(({ act }) => act)).toEqual(['document.link'])
    await send(world, 'clerk', [{ subject: '7.1.c', base: 1, cumulative: 20_000 }])
    expect((await world.ask(null, 'HEAD', path)).status).toBe(405)
    expect((await entries()).length).toBe(1)
    expect((await open(path)).status).toBe(200)
    expect((await open(path)).status).toBe(410)
    expect((await entries())[1]).toMatchObject({
      act: 'document.open',
      object: PERIOD,
      account: 'coordinator',
      by: '督查室',
      after: { asOfSeq: asOfSeq + 1 },
    })
    expect(await entries()).toHaveLength(2)
  })

  it('uses nothing up for HEAD', async () => {
    const { path } = await link()
    expect((await world.ask(null, 'HEAD', path)).status).toBe(405)
    expect((await open(path)).status).toBe(200)
  })

  it('waits for some minutes and no longer', async () => {
    const [first, second] = [await link(), await link()]
    expect(first.expiresAt).toBe(new Date(NOW.getTime() + LINK_SECONDS * 1000).toISOString())
    world.now = new Date(NOW.getTime() + LINK_SECONDS * 1000 - 1)
    expect((await open(first.path)).status).toBe(200)
    world.now = new Date(NOW.getTime() + LINK_SECONDS * 1000)
    expect((await open(second.path)).status).toBe(410)
  })

  it('is worth nothing after who asked for it was signed out, closed or made something else', async () => {
    const changes = [
      "UPDATE tokens SET revoked_at = '2021-05-28' WHERE account = 'coordinator'",
      "UPDATE accounts SET active = 0 WHERE id = 'coordinator'",
      "UPDATE accounts SET role = 'reader' WHERE id = 'coordinator'",
    ]
    for (const change of changes) {
      world = await openWorld()
      const { path } = await link()
      await database.prepare(change).run()
      expect((await open(path)).status, change).toBe(410)
    }
  })

  it.each(['clerk', 'reviewer', 'administrator', 'auditor', 'reader'])('refuses a %s', async (who) => {
    expect((await ask(who, REPORT)).status).toBe(403)
  })

  it.each([
    [{ kind: 'secret', format: 'text' }],
    [{ kind: 'report', format: 'pdf' }],
    [{ kind: 'circular', format: 'xlsx' }],
    [{ kind: 'reminders', format: 'xlsx' }],
    [{ kind: 'reminders', format: 'text', formal: true }],
    [{ ...REPORT, formal: true, demands: '求'.repeat(4001) }],
    [{ ...REPORT, formal: true, date: '2021-02-30' }],
    [{ ...REPORT, formal: true, number: '号'.repeat(81) }],
    [{ ...REPORT, other: 1 }],
    [{ ...REPORT, opening: { asOf: '截至目前', overall: '总体进展顺利' } }],
  ])('refuses %j', async (body) => {
    expect((await ask('coordinator', body)).status).toBe(400)
  })

  it('knows no other period', async () => {
    expect((await ask('coordinator', REPORT, '2021-09')).status).toBe(404)
  })

  it.each<[DocumentAsk]>([
    [REPORT],
    [{ ...REPORT, formal: true, ...LETTERHEAD }],
    [{ kind: 'report', format: 'xlsx' }],
    [{ kind: 'report', format: 'text' }],
    [{ kind: 'circular', format: 'docx' }],
    [{ kind: 'circular', format: 'text' }],
    [
      {
        kind: 'circular',
        format: 'docx',
        formal: true,
        ...LETTERHEAD,
        lead: '现通报如下：',
        demands: '（一）…\n（二）…',
        copyTo: '市委办公室',
      },
    ],
    [{ kind: 'reminders', format: 'text' }],
    [{ kind: 'proposals', format: 'text' }],
    [{ kind: 'proposals', format: 'docx' }],
    [{ kind: 'reminders', format: 'docx' }],
    [{ kind: 'sources', format: 'xlsx' }],
    [{ kind: 'sources', format: 'xlsx', formal: true }],
  ])('writes %j, from the same state the same bytes', async (body) => {
    const first = await bytesOf(body)
    expect(first.length).toBeGreaterThan(body.kind === 'proposals' ? -1 : 100)
    expect(await bytesOf(body)).toEqual(first)
  })

  it('writes another report from another state, and names the position that it stands on', async () => {
    const { asOfSeq } = await link()
    const before = await bytesOf(REPORT)
    await send(world, 'clerk', [{ subject: '7.1.a', area: '411202', base: 1, cumulative: 1_500_000 }])
    const after = await bytesOf(REPORT)
    expect(after).not.toEqual(before)
    expect(await custom(before)).toContain(`>${asOfSeq}<`)
    expect(await custom(after)).toContain(`>${asOfSeq + 1}<`)
  })

  it('puts the letterhead on a formal report, and leaves out who was not accepted', async () => {
    const text = await textOf(await bytesOf({ ...REPORT, formal: true, ...LETTERHEAD }))
    for (const line of Object.values(LETTERHEAD).slice(0, 4)) expect(text).toContain(line)
    expect(text).not.toContain('新建农村公路146公里')
  })

  it('gives each unit’s own text with the link, and as a file with a page for each', async () => {
    const { letters, path } = await link({ kind: 'reminders', format: 'docx' })
    expect(letters.length).toBeGreaterThan(3)
    const names = letters.map(({ name }) => name)
    for (const { name, text } of letters) {
      expect(text.startsWith(`${name}：\n`)).toBe(true)
      for (const other of names) if (other !== name) expect(text).not.toContain(`${other}：`)
    }
    const bytes = new Uint8Array(await (await open(path)).arrayBuffer())
    const xml = (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('text')) ?? ''
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(letters.length - 1)
    const lines = (await textOf(bytes)).split(/\n+/).filter((line) => line !== '')
    expect(lines).toEqual(letters.flatMap(({ text }) => text.split('\n')))
    expect((await link(REPORT)).letters).toEqual([])
  })

  it('tells with the link what the lint says of the report', async () => {
    expect((await link()).remarks.length).toBeGreaterThan(0)
    expect((await link({ kind: 'circular', format: 'text' })).remarks).toEqual([])
  })

  it('keeps no ticket in the clear, logs none, and records who asked for what', async () => {
    const { path } = await link()
    await open(path)
    const ticket = path.split('/').at(-1) as string
    const { results } = await database.prepare('SELECT * FROM document_links').all()
    expect(results).toHaveLength(1)
    expect(JSON.stringify(results) + JSON.stringify(world.lines)).not.toContain(ticket)
    const trail = await database.prepare("SELECT account, object FROM audit WHERE act = 'document.link'").all()
    expect(trail.results).toEqual([{ account: 'coordinator', object: PERIOD }])
  })

  const custom = async (docx: Uint8Array) => (await (await JSZip.loadAsync(docx)).file('docProps/custom.xml')?.async('text')) ?? ''
})
