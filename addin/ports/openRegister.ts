import type { Register } from '../../shared/register/register.ts'

/** The year's register as the city shows it to anybody, without duties, county targets and plans. */
export interface OpenRegister {
  /** Null where the city shows none, or it cannot be reached. */
  read(): Promise<Register | null>
}
