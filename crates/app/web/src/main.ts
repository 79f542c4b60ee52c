import 'element-plus/es/components/message/style/css'
import 'element-plus/es/components/message-box/style/css'
import './styles/tokens.css'
import './styles/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { sweepDrafts } from './composables/useDraft'
import { i18n, setLocale } from './locales/i18n'
import { router } from './router'
import { keepPocket } from './search/keep'

sweepDrafts()
keepPocket()
setLocale(i18n.global.locale.value)
createApp(App).use(i18n).use(router).mount('#app')
