import { childOf, elementsOf, settingOf, type XmlElement } from '@ziping/office-file'
import { findAll, isOn, numberOf } from './find-in-part.ts'

/** What a paragraph's or a run's properties say, one layer above the other. */
export interface Layers {
  /** From the document's defaults to what is set on the spot. */
  readonly paragraph: readonly XmlElement[]
  readonly run: readonly XmlElement[]
}

export interface ParagraphStyle {
  readonly id: string
  readonly name: string
}

export interface Styles {
  /** The style a paragraph has, its own or the document's usual one. */
  readonly styleOf: (paragraphProperties: XmlElement | undefined) => ParagraphStyle
  readonly layersOf: (paragraphProperties: XmlElement | undefined) => Layers
  /** The layers of a run within a paragraph. */
  readonly runLayers: (
    paragraph: Layers,
    runProperties: XmlElement | undefined,
  ) => readonly XmlElement[]
  readonly fontOf: (
    runLayers: readonly XmlElement[],
    slot: 'eastAsia' | 'ascii',
  ) => string | undefined
}

export function readStyles(root: XmlElement | undefined, theme: XmlElement | undefined): Styles {
  const all = elementsOf(root).filter(({ name }) => name === 'w:style')
  const byId = new Map(all.map((style) => [style.attributes.get('w:styleId') ?? '', style]))
  const usual = all.find(
    (style) =>
      style.attributes.get('w:type') === 'paragraph' &&
      ['1', 'true', 'on'].includes(style.attributes.get('w:default') ?? ''),
  )
  const defaults = childOf(root, 'w:docDefaults')
  const base: Layers = {
    paragraph: present(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
    run: present(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')),
  }
  const styled = (properties: XmlElement | undefined): XmlElement | undefined =>
    byId.get(settingOf(properties, 'w:pStyle') ?? '') ?? usual
  const faces = readTheme(theme)
  const known = new Map<XmlElement | undefined, readonly XmlElement[]>()
  const chain = (style: XmlElement | undefined): readonly XmlElement[] => {
    const found = known.get(style) ?? chainOf(style, byId)
    known.set(style, found)
    return found
  }
  return {
    styleOf: (properties) => {
      const style = styled(properties)
      const id = style?.attributes.get('w:styleId') ?? ''
      return { id, name: settingOf(style, 'w:name') ?? id }
    },
    layersOf: (properties) => {
      const styles = chain(styled(properties))
      return {
        paragraph: [
          ...base.paragraph,
          ...styles.flatMap((style) => present(childOf(style, 'w:pPr'))),
          ...present(properties),
        ],
        run: [...base.run, ...styles.flatMap((style) => present(childOf(style, 'w:rPr')))],
      }
    },
    runLayers: ({ run }, properties) => {
      const character = byId.get(settingOf(properties, 'w:rStyle') ?? '')
      const styles = character === undefined ? [] : chain(character)
      return [
        ...run,
        ...styles.flatMap((style) => present(childOf(style, 'w:rPr'))),
        ...present(properties),
      ]
    },
    fontOf: (layers, slot) => fontOf(layers, slot, faces),
  }
}

/** A style and what it is based on, the basis first; a circle ends where it closes. */
function chainOf(
  style: XmlElement | undefined,
  byId: ReadonlyMap<string, XmlElement>,
): readonly XmlElement[] {
  const found: XmlElement[] = []
  for (
    let one = style;
    one !== undefined && !found.includes(one);
    one = byId.get(settingOf(one, 'w:basedOn') ?? '')
  )
    found.unshift(one)
  return found
}

function present(element: XmlElement | undefined): readonly XmlElement[] {
  return element === undefined ? [] : [element]
}

type Theme = ReadonlyMap<string, string>

/** Faces a theme gives to Chinese and Latin letters, of headings (`major`) and text (`minor`). */
function readTheme(theme: XmlElement | undefined): Theme {
  const faces = new Map<string, string>()
  for (const kind of ['major', 'minor']) {
    const [font] = findAll(theme, `a:${kind}Font`)
    const script = elementsOf(font).find((one) => one.attributes.get('script') === 'Hans')
    const chinese = childOf(font, 'a:ea')?.attributes.get('typeface')
    faces.set(
      `${kind}EastAsia`,
      (chinese === '' ? undefined : chinese) ?? script?.attributes.get('typeface') ?? '',
    )
    const latin = childOf(font, 'a:latin')?.attributes.get('typeface') ?? ''
    for (const slot of ['Ascii', 'HAnsi']) faces.set(`${kind}${slot}`, latin)
  }
  return faces
}

/** In each layer a face of the theme goes before a face by name. */
function fontOf(
  layers: readonly XmlElement[],
  slot: 'eastAsia' | 'ascii',
  theme: Theme,
): string | undefined {
  let found: string | undefined
  for (const layer of layers) {
    const fonts = childOf(layer, 'w:rFonts')
    const themed = theme.get(fonts?.attributes.get(`w:${slot}Theme`) ?? '')
    found = (themed === '' ? undefined : themed) ?? fonts?.attributes.get(`w:${slot}`) ?? found
  }
  return found
}

/** The last layer that has the child decides. */
export function lastSetting(layers: readonly XmlElement[], name: string): string | undefined {
  return layers.map((layer) => settingOf(layer, name)).findLast((value) => value !== undefined)
}

export function lastSwitch(layers: readonly XmlElement[], name: string): boolean {
  const layer = layers.findLast((one) => childOf(one, name) !== undefined)
  return isOn(layer, name)
}

/** The same for an attribute of a child: `w:spacing` may give its line in one layer and its room in another. */
export function lastAttribute(
  layers: readonly XmlElement[],
  name: string,
  attribute: string,
): string | undefined {
  return layers
    .map((layer) => childOf(layer, name)?.attributes.get(attribute))
    .findLast((value) => value !== undefined)
}

/** Points; a file that says nothing means 10. */
export function sizeOf(layers: readonly XmlElement[]): number {
  const layer = layers.findLast((one) => childOf(one, 'w:sz') !== undefined)
  return (numberOf(childOf(layer, 'w:sz'), 'w:val') ?? 20) / 2
}
