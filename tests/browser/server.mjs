// The real program on a free port of loopback, with its own trial database in its own folder.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const program = process.env.YIZHI_BIN ?? join(root, 'target/debug/yizhi')

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}

/** Starts the server; answers its address and how to stop it. The clock begins on a Monday of July 2026. */
export async function startServer({ clock = '2026-07-20T09:00:00+08:00' } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'yizhi-browser-'))
  const port = await freePort()
  const args = ['serve', '--trial', '--data', data, '--port', String(port), '--clock', clock]
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  child.stderr.on('data', (text) => { log += text })
  const url = `http://127.0.0.1:${port}`
  await new Promise((up, down) => {
    child.once('error', down)
    child.once('exit', (code) => down(new Error(`the server ended with ${code}: ${log}`)))
    createInterface({ input: child.stdout }).on('line', (line) => { if (line.startsWith('listening on')) up() })
  })
  for (let tries = 0; ; tries += 1) {
    const alive = await fetch(`${url}/api/health`).then((answer) => answer.ok, () => false)
    if (alive) break
    if (tries > 100) throw new Error(`the server does not answer: ${log}`)
    await new Promise((later) => setTimeout(later, 100))
  }
  return {
    url,
    log: () => log,
    async stop() {
      if (child.exitCode !== null || child.signalCode) return
      child.removeAllListeners('exit')
      child.kill('SIGTERM')
      await once(child, 'exit')
      await rm(data, { recursive: true, force: true })
    },
  }
}
