import type { ReportBlock, ReportDocument } from '../reportDocument.ts'
import { reportLines } from '../reportText.ts'
import type { ParsedCategory, ParsedReport, ParsedTask, Part } from './parseReport.ts'

/** A task of the document by its blocks. */
type Block = Extract<ReportBlock, { readonly task: string }>
interface Placed<B extends ReportBlock = ReportBlock> {
  readonly line: number
  readonly block: B
}

/**
 * A report that we wrote, by its own blocks: whose a paragraph is is known, and not guessed from its shape. A unit's text
 * may have 三、… or 主要责任单位：… on lines of its own. Lines are those of `reportText`.
 */
export function parsedDocument(document: ReportDocument): ParsedReport {
  const { lines, starts } = reportLines(document)
  const opening: Part[] = []
  const categories: (ParsedCategory & { readonly tasks: ParsedTask[] })[] = []
  const blocks = document.blocks.map((block, index): Placed => ({ line: starts[index] ?? 0, block }))
  const byTask = Map.groupBy(blocks.filter(isOfTask), ({ block }) => block.task)
  for (const { line, block } of blocks) {
    if (block.kind === 'opening') opening.push({ line, text: block.text })
    if (block.kind === 'category') {
      const [numeral = '', ...title] = block.text.split('、')
      categories.push({ line, text: block.text, numeral, title: title.join('、'), tasks: [] })
    }
    if (block.kind === 'task') categories.at(-1)?.tasks.push(taskOf(block, byTask.get(block.task) ?? []))
  }
  return { lines, opening, categories }
}

const isOfTask = (placed: Placed): placed is Placed<Block> => 'task' in placed.block

function taskOf({ task: id, label }: Block, blocks: readonly Placed<Block>[]): ParsedTask {
  const partsOf = (kind: Block['kind']): readonly Part[] =>
    blocks
      .filter(({ block }) => block.kind === kind)
      .flatMap(({ line, block }) =>
        block.paragraphs.map((text, index) => {
          const ours = block.ours?.[index]
          return { line: line + index, text, ...(ours === undefined ? {} : { ours }) }
        }),
      )
  const [task = { line: 0, text: '' }] = partsOf('task')
  const number = /\d+/.exec(label)
  return {
    id,
    number: number ? Number(number[0]) : null,
    labelled: true,
    inline: false,
    task,
    units: partsOf('units')[0] ?? null,
    progress: partsOf('progress'),
  }
}
