import type { ColumnRole, ColumnsReading, OpenColumns, OpenKind } from '../../record/openColumns.ts'
import { columnWith, type Decided, exchanges } from './decideColumns.ts'
import { isRole, type Role, type ValueColumn } from './valueColumn.ts'
import type { Assignment } from './weighColumns.ts'

/** What a decision left open, told of every group that it holds for; nothing where one reading is clearly the best. */
export function openColumns(groups: readonly (readonly ValueColumn[])[], { chosen, rivals }: Decided): readonly OpenColumns[] {
  const [first] = groups
  if (!first || rivals.length === 0) return []
  const readings = [chosen, ...rivals].map(({ roles }) => roles)
  const differing = first.flatMap(({ column }, i) => (new Set(readings.map((roles) => roles.get(column))).size > 1 ? [i] : []))
  const rolesOf = (members: readonly ValueColumn[], roles: Assignment): ColumnsReading =>
    differing.flatMap((i) => {
      const [model, one] = [first[i], members[i]]
      return model && one
        ? [
            roleOf(
              one,
              roles.get(model.column),
              readings.map((other) => other.get(model.column)),
            ),
          ]
        : []
    })
  return [{ kind: kindOf(readings), groups: groups.map((members) => readings.map((roles) => rolesOf(members, roles))) }]
}

type Assigned = ReturnType<Assignment['get']>

/** A column that a reading does not store keeps its field, or is known as what another reading takes it for. */
function roleOf({ column, recognized }: ValueColumn, role: Assigned, others: readonly Assigned[]): ColumnRole {
  if (role !== undefined && isRole(role)) return { column, field: role, aside: false }
  const field = recognized.field ?? others.find((other): other is Role => other !== undefined && isRole(other)) ?? 'cumulative'
  return { column, field, aside: true }
}

function kindOf([taken, ...others]: readonly Assignment[]): OpenKind {
  if (!taken || others.some((roles) => exchanges(taken, roles))) return 'exchanged'
  return others.some((roles) => columnWith(roles, 'cumulative') !== columnWith(taken, 'cumulative')) ? 'figure' : 'target'
}
