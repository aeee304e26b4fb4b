import type { ComponentChildren } from 'preact'
import { useEscape } from '../focus/useEscape.ts'

/** A form that was opened below what it is about; Escape closes it. */
export function EditBox({ close, children }: { close: () => void; children: ComponentChildren }) {
  const box = useEscape<HTMLDivElement>(close)
  return (
    <div class="edit" ref={box}>
      {children}
    </div>
  )
}
