import type { Me, Role } from '@/api/contract'

/** Which console stands in front of whom. This is a choice of view, not a right: the server refuses what is not permitted. */
export interface Console { name: string; roles: readonly Role[] }

export const CONSOLES: readonly Console[] = [
  { name: 'work', roles: ['officer'] },
  { name: 'board', roles: ['captain'] },
  { name: 'approvals', roles: ['reviewer', 'head', 'finance'] },
  { name: 'referrals', roles: ['department'] },
  { name: 'cases', roles: ['supervisor', 'officer', 'captain', 'reviewer', 'head', 'finance'] },
  { name: 'links', roles: ['supervisor', 'captain', 'head'] },
  { name: 'leads', roles: ['officer', 'captain', 'supervisor', 'head'] },
  { name: 'catalogue', roles: ['officer', 'captain', 'supervisor', 'reviewer', 'head', 'finance', 'department'] },
  { name: 'events', roles: ['supervisor'] },
]

export const consolesOf = (me: Me): Console[] =>
  CONSOLES.filter((console) => console.roles.some((role) => me.person.roles.includes(role)))

export const homeOf = (me: Me): string => consolesOf(me)[0]?.name ?? 'inbox'
