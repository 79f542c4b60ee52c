import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vitest/config'

/** Where the pages under development find the server. */
const { process } = globalThis as { process?: { env: Record<string, string | undefined> } }
const SERVER = process?.env.YIZHI_SERVER ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [
    vue(),
    // Only Element Plus is taken in by name; our own components are imported where they are used.
    Components({ dirs: [], dts: 'src/element.d.ts', resolvers: [ElementPlusResolver()] }),
  ],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  define: { __INTLIFY_JIT_COMPILATION__: true, __VUE_I18N_LEGACY_API__: false },
  server: { port: 5173, proxy: { '/api': { target: SERVER, changeOrigin: true } } },
  build: { target: 'es2022', chunkSizeWarningLimit: 1200, assetsInlineLimit: 0 },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    // The first form loads the whole component library; on a busy machine that takes longer than the default 5 s.
    testTimeout: 60_000,
    server: { deps: { inline: ['element-plus'] } },
  },
})
