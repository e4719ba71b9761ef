// The launcher's sentences: what happened and what to do, Chinese first. Nobody is shown a stack trace.
export class BootFailure extends Error {
  constructor(code, zh, en, detail) {
    super(en)
    this.code = code
    this.zh = zh
    this.detail = detail
  }
}

/** Says what is being set up, on stderr: stdout belongs to the command. */
export function say(zh, en) {
  process.stderr.write(`ziping：${zh} · ${en}\n`)
}

export function usage() {
  return new BootFailure(
    'usage',
    '用法：node scripts/boot.mjs ziping <命令> …，或 run <脚本> …，或 exec <程序> …，或 link',
    'Usage: node scripts/boot.mjs ziping <command> … | run <script> … | exec <program> … | link',
  )
}

/** Also in what npm says of itself. */
const stackFrame = /^(?:npm \w+)?\s*at .*[:(<]/

export function explain(error) {
  const failure = error instanceof BootFailure ? error : translated(error)
  const lines = (failure.detail ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !stackFrame.test(line))
  const quoted = lines
    .slice(-12)
    .map((line) => `    ${line}\n`)
    .join('')
  return `ziping：${failure.zh}\nziping: ${failure.message}\n${quoted}`
}

function translated(error) {
  const known = {
    ENOSPC: diskFull,
    EDQUOT: diskFull,
    EROFS: readOnly,
    EACCES: readOnly,
    EPERM: readOnly,
  }
  return (known[error?.code] ?? unexpected)(error)
}

export function notStarted(program, error) {
  return new BootFailure(
    'not-started',
    `不能启动 ${program}。请删除 .cache 文件夹后重试。`,
    `${program} cannot be started. Delete the folder .cache and try again.`,
    error.message,
  )
}

function diskFull(error) {
  return new BootFailure(
    'disk-full',
    '磁盘已满，没有装完。请腾出至少 1 GB 空间后重新运行；.cache 文件夹可以放心删除。',
    'The disk is full and set-up stopped. Free at least 1 GB and run again; the folder .cache may be deleted safely.',
    error.message,
  )
}

function readOnly(error) {
  return new BootFailure(
    'read-only',
    '这个文件夹不能写入，而 ziping 还没有装好（或源文件已更新）。请由有写权限的人先运行一次：node scripts/boot.mjs ziping --version',
    'This folder cannot be written to, and ziping is not set up in it yet (or its sources have changed). Let someone who may write here run once: node scripts/boot.mjs ziping --version',
    error.message,
  )
}

function unexpected(error) {
  return new BootFailure(
    'unexpected',
    '启动时遇到意外。请删除 .cache 文件夹后重试；仍然不行，请把下面的内容告诉维护者。',
    'Starting failed unexpectedly. Delete the folder .cache and try again; if that does not help, show the maintainers what follows.',
    String(error?.message ?? error),
  )
}

/** What npm or pnpm said when it could not fetch or install. */
export function fetchFailure(what, output) {
  const [code, zh, en] = causes.find(([, , , sign]) => sign.test(output)) ?? unknownCause
  return new BootFailure(
    code,
    `没能取得${what.zh}：${zh}`,
    `Could not get ${what.en}: ${en}`,
    output,
  )
}

const causes = [
  [
    'integrity',
    '下载的内容与 scripts/boot.lock.json（或 pnpm-lock.yaml）记录的校验值不一致，已停止，下载的内容没有被运行。请换一个可信的 npm 软件源（npm config set registry <地址>）后重试；仍不一致请勿使用，并告诉维护者。',
    'what was downloaded does not match the checksum in scripts/boot.lock.json (or pnpm-lock.yaml). Stopped; nothing of it was run. Try again with an npm registry you trust (npm config set registry <address>); if it still differs, do not use it and tell the maintainers.',
    /EINTEGRITY|INTEGRITY|checksum/i,
  ],
  [
    'disk-full',
    '磁盘已满。请腾出至少 1 GB 空间后重新运行。',
    'the disk is full. Free at least 1 GB and run again.',
    /ENOSPC|EDQUOT|No space left|os error (?:28|112)\b/i,
  ],
  [
    'no-network',
    '连不上 npm 软件源。请检查网络；单位内网请向管理员要代理或镜像地址，用 npm config set proxy <地址> 或 npm config set registry <地址> 设置，运行 npm ping 通过后重试。',
    'the npm registry cannot be reached. Check the network; behind a firewall ask for the proxy or mirror, set it with npm config set proxy <address> or npm config set registry <address>, and try again once npm ping works.',
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|NO_OFFLINE|tcp connect error|dns error|timed out|META_FETCH_FAIL|FETCH_ERROR/i,
  ],
  [
    'certificate',
    '软件源的证书不被信任，多半是单位的网络代理所致。请向管理员要根证书，用 npm config set cafile <文件> 设置后重试。',
    'the certificate of the registry is not trusted, most often because of a company proxy. Ask for its root certificate, set it with npm config set cafile <file>, and try again.',
    /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|certificate/i,
  ],
  [
    'not-on-registry',
    '当前的 npm 软件源没有这个版本，或不允许访问。请换一个完整的软件源（npm config set registry <地址>）后重试。',
    'the configured npm registry does not have this version, or refuses access. Choose a complete registry (npm config set registry <address>) and try again.',
    /E404|E401|E403|ETARGET|FETCH_40[134]|NO_MATCHING_VERSION/,
  ],
  [
    'lockfile',
    'pnpm-lock.yaml 与各 package.json 不一致。修改依赖之后请运行 node scripts/boot.mjs exec pnpm install --no-frozen-lockfile 并提交 pnpm-lock.yaml。',
    'pnpm-lock.yaml does not agree with the package.json files. After a change of dependencies run pnpm install and commit pnpm-lock.yaml.',
    /OUTDATED_LOCKFILE|frozen-lockfile/,
  ],
]

const unknownCause = ['fetch', '原因见下。', 'the reason follows.']
