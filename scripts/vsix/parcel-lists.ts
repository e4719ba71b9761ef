/** What the parcel’s own lists tell of the extension. */
export interface Told {
  readonly name: string
  readonly publisher: string
  readonly version: string
  readonly displayName: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly categories: readonly string[]
  readonly engine: string
  readonly kinds: readonly string[]
}

/** `[Content_Types].xml` of the Open Packaging Conventions: a type for every ending in the parcel. */
export function contentTypes(names: readonly string[]): string {
  const endings = new Set(names.map((name) => /\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? ''))
  const known: Readonly<Record<string, string>> = {
    json: 'application/json',
    vsixmanifest: 'text/xml',
    xml: 'text/xml',
    md: 'text/markdown',
    txt: 'text/plain',
    png: 'image/png',
    svg: 'image/svg+xml',
    js: 'application/javascript',
    mjs: 'application/javascript',
    cjs: 'application/javascript',
    css: 'text/css',
    wasm: 'application/wasm',
  }
  const defaults = [...endings]
    .filter((ending) => ending !== '')
    .toSorted()
    .map(
      (ending) =>
        `<Default Extension=".${ending}" ContentType="${known[ending.toLowerCase()] ?? 'application/octet-stream'}"/>`,
    )
  // A file without an ending is named by itself.
  const others = names
    .filter((name) => !/\.[A-Za-z0-9]+$/.test(name))
    .map((name) => `<Override PartName="/${escaped(name)}" ContentType="text/plain"/>`)
  return `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[...defaults, ...others].join('')}</Types>
`
}

/** `extension.vsixmanifest`: what a gallery shows, and an editor reads before it installs. */
export function vsixManifest(told: Told): string {
  const property = (id: string, value: string): string =>
    `<Property Id="Microsoft.VisualStudio.${id}" Value="${escaped(value)}"/>`
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${told.name}" Version="${told.version}" Publisher="${told.publisher}"/>
    <DisplayName>${escaped(told.displayName)}</DisplayName>
    <Description xml:space="preserve">${escaped(told.description)}</Description>
    <Tags>${escaped(told.keywords.join(','))}</Tags>
    <Categories>${escaped(told.categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
      ${property('Code.Engine', told.engine)}
      ${property('Code.ExtensionDependencies', '')}
      ${property('Code.ExtensionPack', '')}
      ${property('Code.ExtensionKind', told.kinds.join(','))}
      ${property('Code.ExecutesCode', 'true')}
      ${property('Services.GitHubFlavoredMarkdown', 'true')}
    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/icon.png</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/readme.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Icons.Default" Path="extension/icon.png" Addressable="true"/>
  </Assets>
</PackageManifest>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.codePointAt(0)};`)
}
