/** Where something in a file says whose it is. */
export type ClueKind =
  /** The line 填报单位：…, the title of a table, the names of sheet and file. */
  | 'line'
  | 'title'
  | 'sheetName'
  | 'fileName'
  /** A person in the lines below who has sent figures of the unit before. */
  | 'person'
  /** The layout of a table is remembered of the unit. */
  | 'layout'
  /** The unit answers for all that the sheet reports on. */
  | 'subjects'
  /** Another sheet of the same file is the unit's. */
  | 'otherSheet'

/** One word of whose a sheet is, as it stands there; the cell, where there is one ("A2"). */
export interface Clue {
  readonly kind: ClueKind
  readonly text: string
  readonly cell?: string | undefined
}

/** A unit that a sheet may be of, and all that says so; the strongest clue first. */
export interface Candidate {
  /** The unit's id. */
  readonly unit: string
  readonly clues: readonly Clue[]
}

/** Why a person has to say whose a sheet is. */
export type Doubt =
  /** One place names several units, as 填报单位：市司法局、市交通运输局. */
  | 'several'
  /** Two places name different units. */
  | 'disagree'
  /** A unit is named that answers for nothing of what the sheet reports. */
  | 'notTheirs'
  /** A bureau of a county is named, which is no unit of the register. */
  | 'bureau'
  /** No name: only what is in the sheet, or who filled it in, points to the unit. */
  | 'unnamed'
  /** Nothing points to any unit. */
  | 'unknown'

/** Whose a sheet is. */
export interface Match {
  /** The unit's id; null until a person has chosen one. */
  readonly unit: string | null
  /** Named in the sheet itself ('sure'), by the names of sheet or file ('likely'), or not settled ('open'). */
  readonly confidence: 'sure' | 'likely' | 'open'
  /** Null where the unit is settled. */
  readonly doubt: Doubt | null
  /** The likeliest first; none where nothing points to any unit. */
  readonly candidates: readonly Candidate[]
}
