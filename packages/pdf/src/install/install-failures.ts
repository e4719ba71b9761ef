import { type Failure, failure, type Words, wording } from '@ziping/diagnostics'

export type InstallProblem =
  | 'no-npm'
  | 'offline'
  | 'absent'
  | 'refused'
  | 'altered'
  | 'certificate'
  | 'space'
  | 'permission'
  | 'contents'
  | 'download'
  | 'unknown'

interface Values {
  readonly what: string
  readonly problem: InstallProblem
  readonly detail: string
}

const texts: Readonly<Record<InstallProblem, readonly [string, string, string, string]>> = {
  'no-npm': [
    '没有找到 npm',
    'npm was not found',
    'npm 随 Node.js 一起安装：从 Node.js 官网安装后再运行',
    'It comes with Node.js: install that completely and run again',
  ],
  offline: [
    '连不上软件仓库',
    'the registry cannot be reached',
    '检查网络；单位内网请先设置镜像或代理：npm config set registry 地址，npm config set proxy 地址',
    'Check the network; behind a firewall set a mirror or proxy: npm config set registry …, npm config set proxy …',
  ],
  absent: [
    '软件仓库里没有这一版本',
    'the registry does not have this version',
    '换用完整的镜像：npm config set registry 地址',
    'Choose a complete mirror: npm config set registry …',
  ],
  refused: [
    '软件仓库拒绝访问',
    'the registry refuses access',
    '用 npm login 登录，或换用其他镜像：npm config set registry 地址',
    'Sign in with npm login, or choose another mirror: npm config set registry …',
  ],
  altered: [
    '下载的文件与固定的校验值不符，已弃用',
    'what came is not what was pinned; it was thrown away',
    '可能传输出错，请再运行一次；若再次发生，镜像的内容不可信，请换用其他镜像',
    'Run again in case the transfer failed; if it recurs do not trust that mirror',
  ],
  certificate: [
    '无法验证软件仓库的证书',
    'the certificate of the registry cannot be verified',
    '单位网络使用自己的证书时：npm config set cafile 证书文件',
    'Where your network has its own certificate: npm config set cafile FILE',
  ],
  space: ['磁盘空间不足', 'the disk is full', '清理磁盘后再运行', 'Free some space and run again'],
  permission: [
    '不能写入缓存文件夹',
    'the cache folder cannot be written',
    '检查权限，或用环境变量 ZIPING_CACHE 指定另一个文件夹',
    'Check its permissions, or name another one in ZIPING_CACHE',
  ],
  contents: [
    '下载包的内容与预期不同',
    'the package does not contain what is expected',
    '请报告这个问题',
    'Please report this',
  ],
  download: [
    '连不上下载地址',
    'the download address cannot be reached',
    '检查网络，或用 --mirror 指定镜像；已装有 Chrome 或 Edge 时无需下载',
    'Check the network or name a mirror with --mirror; with Chrome or Edge installed there is no need to fetch',
  ],
  unknown: ['下载没有成功', 'fetching failed', '请再运行一次', 'Run again'],
}

const words = wording<Values>({
  'zh-CN': (values) => say(values, 0, '：', '（', '）'),
  en: (values) => say(values, 1, ': ', ' (', ')'),
})

function say(
  { what, problem, detail }: Values,
  language: 0 | 1,
  colon: string,
  open: string,
  close: string,
): Words {
  const shown = detail === '' ? '' : `${open}${detail}${close}`
  const head = language === 0 ? `${what} 没有装成` : `${what} was not installed`
  return {
    message: `${head}${colon}${texts[problem][language]}${shown}`,
    advice: texts[problem][language === 0 ? 2 : 3],
  }
}

export function installFailure(
  what: string,
  problem: InstallProblem,
  detail = '',
  cause?: unknown,
): Failure {
  return failure('pdf/not-installed', words, { what, problem, detail }, { cause })
}

/** What npm's or the system's own message means. */
export function problemIn(output: string): InstallProblem {
  return signs.find(([, sign]) => sign.test(output))?.[0] ?? 'unknown'
}

const signs: readonly (readonly [InstallProblem, RegExp])[] = [
  ['altered', /EINTEGRITY/],
  ['space', /ENOSPC|EDQUOT/],
  ['permission', /EACCES|EPERM|EROFS/],
  ['certificate', /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|CERT_|ERR_TLS|certificate/i],
  ['refused', /\bE40[13]\b|\b40[137] /],
  ['absent', /\bE404\b|ETARGET|\b404 /],
  [
    'offline',
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENOTCACHED|ENETUNREACH|ERR_SOCKET|ERR_INVALID_URL|network/i,
  ],
]

/** A system error's own code, such as ENOSPC. */
export function codeOf(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return cause instanceof Error ? cause.message : String(cause)
}
