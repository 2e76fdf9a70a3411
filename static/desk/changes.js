/** J and K, and two buttons: to the next change of a comparison and back, with the focus on it. */
const bar = document.querySelector("[data-walk]")
const calm = matchMedia("(prefers-reduced-motion: reduce)")
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable=true]")
let here = null

// What a narrow window does not show side by side is in the page as well: only what is seen counts.
const seen = () => [...document.querySelectorAll("[data-change]")].filter((change) => change.checkVisibility())

function step(by) {
  const changes = seen()
  if (!changes.length) return
  const from = changes.indexOf(document.activeElement?.closest("[data-change]") ?? here)
  const to = from < 0 ? (by > 0 ? 0 : changes.length - 1) : (from + by + changes.length) % changes.length
  here = changes[to]
  here.focus({ preventScroll: true })
  here.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" })
  bar.querySelector("[data-place]").textContent = `${to + 1} of ${changes.length}`
}

if (bar) {
  bar.hidden = false
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]")
    if (button) step(Number(button.dataset.step))
  })
  addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const by = { j: 1, k: -1 }[event.key.toLowerCase()]
    if (!by) return
    event.preventDefault()
    step(by)
  })
}
