/** A package that is taken from the user's npm registry, and what it must be to the byte. */
export interface PinnedPackage {
  readonly name: string
  readonly version: string
  readonly integrity: string
}

/** Chromium's headless shell for Linux x64, as the one browser that a registry of npm packages carries. */
export const chromiumPin: PinnedPackage = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity:
    'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
}

export interface FontPin extends PinnedPackage {
  /** The files to keep, by the name they get. */
  readonly files: Readonly<Record<string, string>>
}

/**
 * Free fonts (OFL) with plain TrueType outlines. 仿宋 is not among them: there is none to be had. The last has the signs that
 * no Chinese font has, ☑ among them.
 */
export const fontPins: readonly FontPin[] = [
  {
    name: '@expo-google-fonts/noto-serif-sc',
    version: '0.4.3',
    integrity:
      'sha512-fSmUpiSFtSeyHV45/2xUOy5SdfExklQwwMKN3cQjAZAujITHDmSbpMHCVdCMhRqMjQtu0ZRgc29u8A+CU3akfw==',
    files: {
      'NotoSerifSC-Regular.ttf': 'package/400Regular/NotoSerifSC_400Regular.ttf',
      'NotoSerifSC-Bold.ttf': 'package/700Bold/NotoSerifSC_700Bold.ttf',
      'NotoSerifSC-OFL.txt': 'package/LICENSE_FONT',
    },
  },
  {
    name: '@expo-google-fonts/noto-sans-sc',
    version: '0.4.3',
    integrity:
      'sha512-9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ==',
    files: {
      'NotoSansSC-Regular.ttf': 'package/400Regular/NotoSansSC_400Regular.ttf',
      'NotoSansSC-Bold.ttf': 'package/700Bold/NotoSansSC_700Bold.ttf',
      'NotoSansSC-OFL.txt': 'package/LICENSE_FONT',
    },
  },
  {
    name: '@fontsource/lxgw-wenkai',
    version: '5.3.0',
    integrity:
      'sha512-+U5AAOXeaB7o+3G0Qm7I7Djz2Jd1hqNY+kClOZH8bTunyyGa2WxY12LZftt2AqUsxlfxwdQpd75Js1HQIt4H4g==',
    files: {
      'LXGWWenKai-Regular.ttf': 'package/files/lxgw-wenkai-latin-500-normal.woff',
      'LXGWWenKai-OFL.txt': 'package/LICENSE',
    },
  },
  {
    name: '@expo-google-fonts/tinos',
    version: '0.4.2',
    integrity:
      'sha512-MQkfvUO1Aw7UP3jRtWLcjda+udanoL8ecrbkjbc3ZdhSI1iW/Uil4uD8O0eOiIxU2v/FeAT2XjGNiz5oYUlucg==',
    files: {
      'Tinos-Regular.ttf': 'package/400Regular/Tinos_400Regular.ttf',
      'Tinos-Bold.ttf': 'package/700Bold/Tinos_700Bold.ttf',
      'Tinos-Italic.ttf': 'package/400Regular_Italic/Tinos_400Regular_Italic.ttf',
      'Tinos-BoldItalic.ttf': 'package/700Bold_Italic/Tinos_700Bold_Italic.ttf',
      'Tinos-OFL.txt': 'package/LICENSE_FONT',
    },
  },
  {
    name: '@expo-google-fonts/noto-sans-symbols-2',
    version: '0.4.1',
    integrity:
      'sha512-jFymG5s4OLlXpy9E9FQvSXpSnf43BIYcJiPXEHSw6LFNvbahkjmUWb/cj4vsX/KdUksGLTPbjB9iRuu8L3yJ8A==',
    files: {
      'NotoSansSymbols2-Regular.ttf': 'package/400Regular/NotoSansSymbols2_400Regular.ttf',
      'NotoSansSymbols2-OFL.txt': 'package/LICENSE_FONT',
    },
  },
]

/** Chrome for Testing, for systems other than Linux x64; the build that our puppeteer-core was made for. */
export const chromeBuild = '156.0.8078.47'
