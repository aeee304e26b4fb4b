import { mainCell, type Place } from '../../flow/place.ts'
import { usePane } from './usePane.ts'

/** The cell that a row is shown at, and the way to it; nothing where the row has none. */
export function CellButton({ place }: { place: Place }) {
  const { actions, texts } = usePane()
  const cell = mainCell(place.cells)
  if (cell === undefined) return null
  return (
    <button type="button" class="cell" title={texts.check.goTo(cell)} onClick={() => void actions.select(place.sheet, cell)}>
      {cell}
    </button>
  )
}
