import { ref } from 'vue'

/** Before sign-in the only sign of a trial database is that it lists its accounts. */
export const trialKnown = ref(false)
