import type { ChangeLine } from './changeLines.ts'
import { useAdministration } from './useAdministration.ts'

/** "目标：300公里 → 320公里". */
export function ChangeLineItem({ line, name }: { line: ChangeLine; name: string }) {
  const { words, texts } = useAdministration()
  const { before, after } = line
  return (
    <li class="small" data-testid="change-line" data-key={line.key}>
      {name !== '' && `${name}${texts.colon}`}
      {before === null ? after : words.becomes(before, after ?? words.nothing)}
    </li>
  )
}
