import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { useSession } from '@/composables/useSession'
import { homeOf } from '@/features/shell/consoles'

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: { render: () => null } },
  { path: '/sign-in', name: 'sign-in', component: () => import('@/pages/SignInPage.vue'), meta: { open: true } },
  { path: '/work', name: 'work', component: () => import('@/pages/WorkPage.vue') },
  { path: '/approvals', name: 'approvals', component: () => import('@/pages/ApprovalsPage.vue') },
  { path: '/board', name: 'board', component: () => import('@/pages/BoardPage.vue') },
  { path: '/leads', name: 'leads', component: () => import('@/pages/LeadsPage.vue') },
  { path: '/leads/new', name: 'lead-new', component: () => import('@/pages/LeadNewPage.vue') },
  { path: '/leads/:id', name: 'lead', component: () => import('@/pages/LeadPage.vue'), props: true },
  { path: '/cases', name: 'cases', component: () => import('@/pages/CasesPage.vue') },
  { path: '/cases/new', name: 'case-new', component: () => import('@/pages/CaseNewPage.vue') },
  { path: '/cases/:id', name: 'case', component: () => import('@/pages/CasePage.vue'), props: true },
  { path: '/links', name: 'links', component: () => import('@/pages/LinksPage.vue') },
  { path: '/referrals', name: 'referrals', component: () => import('@/pages/LinksPage.vue') },
  { path: '/links/new', name: 'link-new', component: () => import('@/pages/LinkNewPage.vue') },
  { path: '/links/:id', name: 'link', component: () => import('@/pages/LinkPage.vue'), props: true },
  { path: '/catalogue', name: 'catalogue', component: () => import('@/pages/CataloguePage.vue') },
  { path: '/catalogue/:code', name: 'item', component: () => import('@/pages/ItemPage.vue'), props: true },
  { path: '/statutes', name: 'statutes', component: () => import('@/pages/StatutesPage.vue') },
  { path: '/statutes/:name', name: 'statute', component: () => import('@/pages/StatutePage.vue'), props: true },
  { path: '/boundary', name: 'boundary', component: () => import('@/pages/BoundaryPage.vue') },
  { path: '/editions', name: 'editions', component: () => import('@/pages/EditionsPage.vue') },
  { path: '/editions/:id', name: 'edition', component: () => import('@/pages/EditionPage.vue'), props: true },
  { path: '/learned', name: 'learned', component: () => import('@/pages/LearnedPage.vue') },
  { path: '/events', name: 'events', component: () => import('@/pages/EventsPage.vue') },
  { path: '/inbox', name: 'inbox', component: () => import('@/pages/InboxPage.vue') },
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('@/pages/NotFoundPage.vue'), meta: { open: true } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

const { me, state, load } = useSession()

router.beforeEach(async (to) => {
  if (!state.known) {
    try { await load() } catch { return true /* the shell says that the server cannot be reached */ }
  }
  if (!me.value) return to.meta.open ? true : { name: 'sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
  if (to.name === 'home' || to.name === 'sign-in') return { name: homeOf(me.value) }
  return true
})

/** After an update the parts of the old version are gone: the page is fetched anew, once, and not in a circle. */
const RELOADED = 'yizhi.reloaded'
const AGAIN_AFTER_MS = 10_000
router.onError((error: unknown, to) => {
  if (!/dynamically imported module|module script|preload/i.test(String(error))) return
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0)
  if (Date.now() - last < AGAIN_AFTER_MS) return
  sessionStorage.setItem(RELOADED, String(Date.now()))
  location.assign(to.fullPath)
})
