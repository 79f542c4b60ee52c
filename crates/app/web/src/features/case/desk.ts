import { api } from '@/api/client'
import type { CaseAct, Command } from '@/api/contract'
import type { ActDesk } from '@/features/act/module'
import { CASE_FORMS } from './acts/registry'

export const CASE_DESK: ActDesk = { kind: 'case', forms: CASE_FORMS, send: (id, command) => api.cases.act(id, command as Command<CaseAct>) }
