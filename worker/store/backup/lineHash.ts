import { hashOf } from '../../secrets/hashOf.ts'

/** Characters that are hashed at once. */
const BLOCK = 65_536

/** The hash of lines as they come by, of any number of them; equal for equal lines, however they came. */
export interface LineHash {
  /** Takes a line in, without its end. */
  add(line: string): Promise<void>
  /** SHA-256 in hex over all that came. */
  end(): Promise<string>
}

/** A hash of blocks in a chain, since the platform's own takes a whole at once and an export is larger than the memory. */
export function lineHash(): LineHash {
  let hash = ''
  let waiting: string[] = []
  let characters = 0
  const take = async () => {
    hash = await hashOf(`${hash}${waiting.join('\n')}\n`)
    waiting = []
    characters = 0
  }
  return {
    add: async (line) => {
      waiting.push(line)
      characters += line.length
      if (characters >= BLOCK) await take()
    },
    end: async () => {
      await take()
      return hash
    },
  }
}
