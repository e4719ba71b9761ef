import { h, render } from 'preact'
import { App } from './app.ts'
import { paintFirst } from './theme.ts'

// The token has become a cookie; in the address it would stay in the history.
if (location.search !== '') history.replaceState(undefined, '', `/${location.hash}`)

paintFirst()
const place = document.querySelector('#app')
if (place !== null) render(h(App, null), place)
