import type { Language } from '@ziping/diagnostics'
import { html, type Reply } from './respond.ts'

/** The page itself: everything in it is drawn by its program. */
export function startPage(language: Language): Reply {
  return html(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>ziping</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/app.css">
</head>
<body>
<div id="app"></div>
<script type="module" src="/assets/app.js"></script>
</body>
</html>
`)
}

/** What is shown to who comes without the token. */
export function refusal(language: Language, status: number): Reply {
  const said =
    language === 'en'
      ? [
          'This address does not open the preview',
          'Open the whole address that ziping preview shows in the terminal, with its token.',
        ]
      : [
          '从这个网址打不开预览',
          '请打开终端里 ziping preview 显示的完整网址（带 token 的那一个）。',
        ]
  return html(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>ziping</title></head><body><main><h1>${said[0]}</h1><p>${said[1]}</p></main></body></html>\n`,
    status,
  )
}
