import { declaration, val, wordNamespace, xml } from './xml.ts'

/** The schema wants these in this order. */
export function settingsPart(): string {
  const compatibility = [
    ['compatibilityMode', 15],
    ['overrideTableStyleFontSizeAndJustification', 1],
    ['enableOpenTypeFeatures', 1],
    ['doNotFlipMirrorIndents', 1],
    ['differentiateMultirowTableHeaders', 1],
  ] as const
  return (
    declaration +
    xml('w:settings', { 'xmlns:w': wordNamespace }, [
      xml('w:zoom', { 'w:percent': 100 }),
      xml('w:mirrorMargins'),
      xml('w:bordersDoNotSurroundHeader'),
      xml('w:bordersDoNotSurroundFooter'),
      val('w:defaultTabStop', 480),
      xml('w:evenAndOddHeaders'),
      val('w:drawingGridVerticalSpacing', 156),
      val('w:displayHorizontalDrawingGridEvery', 0),
      val('w:displayVerticalDrawingGridEvery', 2),
      // Chromium does not squeeze punctuation either: with it, lines would break elsewhere.
      val('w:characterSpacingControl', 'doNotCompress'),
      xml('w:compat', {}, [
        // A line ended by hand is not stretched to the margin.
        xml('w:doNotExpandShiftReturn'),
        ...compatibility.map(([name, value]) =>
          xml('w:compatSetting', {
            'w:name': name,
            'w:uri': 'http://schemas.microsoft.com/office/word',
            'w:val': value,
          }),
        ),
      ]),
      xml('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
      xml('w:clrSchemeMapping', {
        'w:bg1': 'light1',
        'w:t1': 'dark1',
        'w:bg2': 'light2',
        'w:t2': 'dark2',
        'w:accent1': 'accent1',
        'w:accent2': 'accent2',
        'w:accent3': 'accent3',
        'w:accent4': 'accent4',
        'w:accent5': 'accent5',
        'w:accent6': 'accent6',
        'w:hyperlink': 'hyperlink',
        'w:followedHyperlink': 'followedHyperlink',
      }),
      val('w:decimalSymbol', '.'),
      val('w:listSeparator', ','),
    ])
  )
}
