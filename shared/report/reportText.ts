import type { ReportDocument } from './reportDocument.ts'

/** The report as plain text, a paragraph a line: title, an empty line, the blocks. Ends with a line break. */
export const reportText = (document: ReportDocument): string => reportLines(document).lines.join('\n')

/** The lines of that text, and on which of them (from 1) each block begins. */
export function reportLines({ title, letterhead, blocks }: ReportDocument): {
  readonly lines: readonly string[]
  readonly starts: readonly number[]
} {
  const lines = [title, '']
  const starts: number[] = []
  if (letterhead && letterhead.addressee !== '') lines.push(`${letterhead.addressee}：`)
  for (const block of blocks) {
    starts.push(lines.length + 1)
    if ('text' in block) lines.push(block.text)
    else lines.push(`${block.label}${block.paragraphs[0] ?? ''}`, ...block.paragraphs.slice(1))
  }
  if (letterhead) lines.push('', letterhead.issuer, letterhead.date)
  return { lines: [...lines, ''], starts }
}
