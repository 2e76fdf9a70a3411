/** Buttons with data-show: find the words a finding quotes in the text and select them; failing that, its paragraph. */
const BLOCKS = "p, h2, h3, li, pre, tr, figcaption, caption"
const calm = matchMedia("(prefers-reduced-motion: reduce)")

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-show]")
  if (!button) return
  const { show, paragraph } = button.dataset
  inFields(show) || inText(show.replace(/^…|…$/g, "").trim(), Number(paragraph))
})

function inFields(words) {
  const field = ["id_headline", "id_standfirst", "id_kicker", "id_dateline"].map((id) => document.getElementById(id)).find((f) => words && f?.value.includes(words))
  if (!field) return false
  const start = field.value.indexOf(words)
  field.focus()
  field.setSelectionRange(start, start + words.length)
  return true
}

function inText(words, paragraph) {
  const text = document.querySelector(".ProseMirror")
  if (!text) return
  const block = blocks(text)[paragraph - 1]
  const range = (block && find(block, words)) || find(text, words) || whole(block)
  if (!range) return
  text.focus({ preventScroll: true })
  getSelection().removeAllRanges()
  getSelection().addRange(range)
  range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" })
}

/** The text blocks in reading order, as the copy desk counts them: a list item's own paragraph is the item. */
const blocks = (text) => [...text.querySelectorAll(BLOCKS)].filter((block) => block.textContent.trim() && !block.parentElement.closest("li, pre, tr"))

function find(root, words) {
  if (!words) return null
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const nodes = []
  let all = ""
  while (walker.nextNode()) {
    nodes.push([all.length, walker.currentNode])
    all += walker.currentNode.data
  }
  const start = all.replaceAll("\u00a0", " ").indexOf(words)
  if (start < 0) return null
  const range = document.createRange()
  range.setStart(...place(nodes, start))
  range.setEnd(...place(nodes, start + words.length, true))
  return range
}

function place(nodes, offset, end = false) {
  const [from, node] = nodes.findLast(([start]) => end ? start < offset : start <= offset)
  return [node, offset - from]
}

function whole(block) {
  if (!block) return null
  const range = document.createRange()
  range.selectNodeContents(block)
  return range
}
