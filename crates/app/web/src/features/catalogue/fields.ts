import type { FieldCount } from '@/api/contract'

export interface FieldGroup { department: string; fields: FieldCount[]; items: number }

/** Fields under the department that handed them over, in the order of the list. */
export function byDepartment(fields: readonly FieldCount[]): FieldGroup[] {
  const groups = new Map<string, FieldCount[]>()
  for (const field of fields) groups.set(field.department, [...(groups.get(field.department) ?? []), field])
  return [...groups].map(([department, members]) => ({ department, fields: members, items: members.reduce((sum, { items }) => sum + items, 0) }))
}
