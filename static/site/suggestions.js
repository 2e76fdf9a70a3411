/** Lists what a reader may be about to type under a search field, from the address in its data-suggestions. */

const PAUSE = 150
const field = document.querySelector("[data-suggestions]")
let waiting, asked

field?.addEventListener("input", () => {
  clearTimeout(waiting)
  waiting = setTimeout(suggest, PAUSE)
})

async function suggest() {
  asked?.abort()
  asked = new AbortController()
  try {
    const answer = await fetch(`${field.dataset.suggestions}?q=${encodeURIComponent(field.value)}`, { signal: asked.signal })
    if (answer.ok) show(await answer.json())
  } catch (error) {
    if (error.name !== "AbortError" && !(error instanceof TypeError)) throw error // typed on, or away from the network
  }
}

function show(suggestions) {
  field.list.replaceChildren(...suggestions.map(({ text }) => new Option("", text)))
}
