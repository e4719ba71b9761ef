import type { PinnedPackage } from '@ziping/pdf'

/** The converter and what it imports; taken from the user’s npm registry, to the byte. */
export const converterPins: readonly PinnedPackage[] = [
  {
    name: 'sharp',
    version: '0.35.5',
    integrity:
      'sha512-Ywn4OnzGukp7CDMrp08RQ50YKmuwG47brZgIVPTvBaaAfQlRlygrRqSrxdCiL9M+LlzLBiJ68IR1QqvzHyjC7g==',
  },
  {
    name: '@img/colour',
    version: '1.1.0',
    integrity:
      'sha512-Td76q7j57o/tLVdgS746cYARfSyxk8iEfRxewL9h4OMzYhbW4TAcppl0mT4eyqXddh6L/jwoM75mo7ixa/pCeQ==',
  },
  {
    name: 'detect-libc',
    version: '2.1.2',
    integrity:
      'sha512-Btj2BOOO83o3WyH59e8MgXsxEQVcarkUOpEYrubB0urwnN10yQ364rsiByU11nZlqWYZm05i/of7io4mzihBtQ==',
  },
  {
    name: 'semver',
    version: '7.8.6',
    integrity:
      'sha512-9lpSSU4Mly3mrtruwLs1eLK6+gzbzqeBFwRNjIjE+9LuDpWdYctrQlQ3ej1Ilgi7gknpsTRnPoLP8DpCHqHIJw==',
  },
]

/** Its machine code, by system; a library under the LGPL, which is why ziping does not bring it along. */
export const systemPins: Readonly<Record<string, readonly PinnedPackage[]>> = {
  'linux-x64': [
    {
      name: '@img/sharp-linux-x64',
      version: '0.35.5',
      integrity:
        'sha512-SxFtLTeJInhAA9Q836kux2vZNeOBQEx658qvbboZScr0wIARym3IcGmW7KpVD5sbVg0Ojy+udFQdayYIZyoNog==',
    },
    {
      name: '@img/sharp-libvips-linux-x64',
      version: '1.3.4',
      integrity:
        'sha512-GJ//SSXbnwSDes02umB3nDJLFcQzw8a18V8fyhqr6tV515tOEMdImjjxj1AoafMRz56F3PHgftnj1QEKSU1zkw==',
    },
  ],
  'linux-arm64': [
    {
      name: '@img/sharp-linux-arm64',
      version: '0.35.5',
      integrity:
        'sha512-LYVx5JTsOM2CBzmxreh+nl64/3H6Xb09iSLknqH47z2T2DFFxDeFLP5y4dJwe6H7uGQlHPyEEtIqyo3DYsRwdQ==',
    },
    {
      name: '@img/sharp-libvips-linux-arm64',
      version: '1.3.4',
      integrity:
        'sha512-Y3dgX/6lE2QhQb+Gxy0WZxfg9MEm/JBjamZpS2IklP7xIQoKN4hzAm7KcMVGtaVDt3neE9OKBC7vAfonA/Lr1A==',
    },
  ],
  'linuxmusl-x64': [
    {
      name: '@img/sharp-linuxmusl-x64',
      version: '0.35.5',
      integrity:
        'sha512-4KOphqB035HrVdqLZfCgMzzERrQkkzOwRhl4OAkRO1YCldbaFjySXMaK534Mo0V+LndnlJk+sbUyLeU0ULyD1A==',
    },
    {
      name: '@img/sharp-libvips-linuxmusl-x64',
      version: '1.3.4',
      integrity:
        'sha512-6zXKeE/p39I1AmA3cJG35eyBGNqNddLnUXjhwBnsGjFPWqf5VKkDBEqaEkPDoTEtkxwi2vv8Tcr2mDyP4So7Fg==',
    },
  ],
  'linuxmusl-arm64': [
    {
      name: '@img/sharp-linuxmusl-arm64',
      version: '0.35.5',
      integrity:
        'sha512-9HbMclmI1zlNkFRs3z9/eBtDjfD0sGlrX1z6b1qwmiFY5ElDLh4BC0LPBdVp7z1DXFiKlIcznf+ZlsuZzLxQqg==',
    },
    {
      name: '@img/sharp-libvips-linuxmusl-arm64',
      version: '1.3.4',
      integrity:
        'sha512-hvulFwtjUcagsis6BBxHwGFwWoNZjgYmULGVrZcyfNbjA8hKILbRxGg15/7w5HDyXHXUos/j6baAWqnCyQ2DWA==',
    },
  ],
  'darwin-x64': [
    {
      name: '@img/sharp-darwin-x64',
      version: '0.35.5',
      integrity:
        'sha512-+BR255RhDlpygUpOc/Jdt1nT6DQ3XG/ERo5wbcdOf5Q320dKtPCKPLR1LJs9VGXRaMa8l1uUa0tkCNOXiAxZUw==',
    },
    {
      name: '@img/sharp-libvips-darwin-x64',
      version: '1.3.4',
      integrity:
        'sha512-iR2OKH80yi0U+dUplyh3/xdpFvps6YkCwsXenIJxqxR1v9o+xtKTGbS9H7cps+2Vxjc8B1j96p75NmTGjIhtpQ==',
    },
  ],
  'darwin-arm64': [
    {
      name: '@img/sharp-darwin-arm64',
      version: '0.35.5',
      integrity:
        'sha512-QRUlFQ0WxvdWyqqG/WtI3iupfD5rBzmCHXSdPsY91sAtVtTo7Q4cb6zOccZ3gqEqkr0f1As1ehLqmEpDsRf+lg==',
    },
    {
      name: '@img/sharp-libvips-darwin-arm64',
      version: '1.3.4',
      integrity:
        'sha512-5R89nBYiRdUlSWJxPhO+GVtaXzXSxKnRu/xqMn3KTA3L9EB9Oy/P+Nn2f2vlhPuUdy/Zusb2DarbyTpGCfEDuw==',
    },
  ],
  'win32-x64': [
    {
      name: '@img/sharp-win32-x64',
      version: '0.35.5',
      integrity:
        'sha512-x76eH0vEiHlcMQu8Y8IenntaACtddpT6W0wmXtWrnKcnKI7ME5DdgqhAD6SEWOEl1v2zDvkZDhFA9KnURwpfqg==',
    },
  ],
  'win32-arm64': [
    {
      name: '@img/sharp-win32-arm64',
      version: '0.35.5',
      integrity:
        'sha512-X4t7g+7ZA5DKblCBEXGjUqqemj4vczING/5viFwAL8h4N3qYeyjwdCvRLHi4EdOUI+2Z7UFlp1VM+p/AuEtm6Q==',
    },
  ],
}
