import type { Topic } from '@ziping/award'
import { normalizeTitle } from '@ziping/report'

/** Whether a text touches a topic: by its name or words, by a part of its name, or not at all. */
export type TopicState = 'present' | 'hinted' | 'absent'

/** Words that every report is full of: having one says nothing. */
const everywhere = new Set(['质量', '管理', '组织', '主要', '关键', '工作', '内容', '企业'])

/** `text` is normalized as titles are. A topic of the notice has words; one that is only named has none. */
export function topicState(topic: Pick<Topic, 'title' | 'words'>, text: string): TopicState {
  const names = [topic.title, ...topic.title.split('或'), ...topic.words].map(normalizeTitle)
  if (names.some((name) => name !== '' && text.includes(name))) return 'present'
  if (topic.words.length > 0) return 'absent'
  // “我是谁” is a heading; that it is not used as such says little of what is written.
  if (topic.title.includes('我')) return 'hinted'
  return partsOf(topic.title).some((part) => text.includes(part)) ? 'hinted' : 'absent'
}

/** `竞争环境和战略挑战` → 竞争, 环境, 战略, 挑战; `可推广性` → 推广. */
function partsOf(title: string): readonly string[] {
  return title
    .split(/[和与及或、的]|^可|性$/u)
    .flatMap((part) => (part.length > 3 ? pairsOf(part) : [part]))
    .filter((part) => part.length > 1 && !everywhere.has(part))
}

function pairsOf(part: string): readonly string[] {
  const pairs: string[] = []
  for (let i = 0; i + 2 <= part.length; i += 2) pairs.push(part.slice(i, i + 2))
  return pairs
}
