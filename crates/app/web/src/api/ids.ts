import { v7 as uuid } from 'uuid'

/** An id made by the client, so that sending twice cannot make two. */
export const newId = (): string => uuid()
