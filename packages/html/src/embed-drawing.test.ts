import { describe, expect, it } from 'vitest'
import { embedDrawing } from './embed-drawing.ts'

const size = { width: 200, height: 100 }
const around = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200">${inner}</svg>`

describe('embedDrawing', () => {
  it('shows the drawing in its own coordinates at the size of the book', () => {
    const prologue = '<?xml version="1.0"?>\n'
    expect(embedDrawing(prologue + around('<path d="M0 0"/>'), 'd1-', size)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" width="200pt" height="100pt" aria-hidden="true"><path d="M0 0"/></svg>',
    )
  })

  it('renames ids wherever they are named', () => {
    const svg = around(
      '<style>#m .node{fill:#fff}#zz{}</style><g id="m"><use href="#m"/><path marker-end="url(#m)" fill="#fff"/></g>',
    )
    const own = embedDrawing(svg, 'd2-', size)
    expect(own).toContain('<style>#d2-m .node{fill:#fff}#zz{}</style>')
    expect(own).toContain(
      '<g id="d2-m"><use href="#d2-m"/><path marker-end="url(#d2-m)" fill="#fff"/>',
    )
  })

  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT href="#x"/>',
    '<foreignObject><p>x</p></foreignObject>',
    '<g onload="x()"/>',
    '<g\nonclick = x()/>',
    '<a href="http://x/"><text>x</text></a>',
    "<use xlink:href='//x/y.svg#z'/>",
    '<use href=http://x/y.svg />',
    '<image href="data:image/png;base64,AAAA"/>',
    '<style>@import "http://x"</style>',
    '<rect fill="url(http://x)"/>',
    '<animate attributeName="href" to="javascript:x"/>',
  ])('refuses %s', (inner) => {
    expect(embedDrawing(around(inner), 'd1-', size)).toBeUndefined()
  })

  it('lets words pass that only look like that', () => {
    expect(embedDrawing(around('<text>on = 1, href="x"</text>'), 'd1-', size)).toBeDefined()
  })

  it('refuses what is no drawing, or goes on behind it', () => {
    expect(embedDrawing('<p>x</p>', 'd1-', size)).toBeUndefined()
    expect(embedDrawing(`${around('')}<script>x</script>`, 'd1-', size)).toBeUndefined()
  })
})
