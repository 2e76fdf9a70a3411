/** Small things every page needs: the jump key, drop-down filters that close, names for the editor and its buttons. */
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable=true]")

addEventListener("keydown", (event) => {
  if (event.key === "/" && !typing(event.target) && !event.ctrlKey && !event.metaKey) {
    event.preventDefault()
    document.getElementById("nr-jump")?.focus()
  }
  if (event.key === "Escape") {
    for (const filter of document.querySelectorAll(".nr-filter[open]")) {
      filter.open = false
      filter.querySelector("summary").focus()
    }
  }
})

addEventListener("click", (event) => {
  for (const filter of document.querySelectorAll(".nr-filter[open]")) {
    if (!filter.contains(event.target)) filter.open = false
  }
})

// The editor may be ready before this module is: name what stands, then whatever comes.
const nameEditors = () => {
  for (const text of document.querySelectorAll(".prose-editor .ProseMirror")) {
    const label = document.querySelector(`label[for="${text.closest(".prose-editor").querySelector("textarea")?.id}"]`)
    text.setAttribute("aria-multiline", "true")
    if (!label || text.hasAttribute("aria-labelledby")) continue
    label.id ||= `label_${label.htmlFor}`
    text.setAttribute("aria-labelledby", label.id)
    label.addEventListener("click", () => text.focus())
  }
  for (const button of document.querySelectorAll(".prose-menubar__button[title]")) button.setAttribute("aria-label", button.title)
}
document.addEventListener("prose-editor:ready", nameEditors)
nameEditors()
