import type { ReportDocument } from './reportDocument.ts'

/** The report as plain text, a paragraph a line: title, an empty line, the blocks. Ends with a line break. */
export function reportText(document: ReportDocument): string {
  const { letterhead } = document
  const lines = [document.title, '']
  if (letterhead && letterhead.addressee !== '') lines.push(`${letterhead.addressee}：`)
  for (const block of document.blocks) {
    if ('text' in block) lines.push(block.text)
    else lines.push(`${block.label}${block.paragraphs[0] ?? ''}`, ...block.paragraphs.slice(1))
  }
  if (letterhead) lines.push('', letterhead.issuer, letterhead.date)
  return `${lines.join('\n')}\n`
}
