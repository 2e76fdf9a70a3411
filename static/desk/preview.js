/** The reader's page beside the story's form: the form is posted into a frame, as it is typed, and nothing is saved. */
const panel = document.getElementById("nr-preview-panel")
const WIDTHS = { phone: 390, desktop: 1280 }
const KEPT = "nr-preview-width"

if (panel) {
  const toggle = document.getElementById("nr-preview-toggle")
  const refresh = document.getElementById("nr-preview-refresh")
  const frame = panel.querySelector("iframe")
  const stage = frame.parentElement
  const narrow = matchMedia("(max-width: 1099px)")
  let scrolled = 0

  const fit = () => {
    const width = WIDTHS[panel.dataset.width]
    const scale = Math.min(1, stage.clientWidth / width)
    Object.assign(frame.style, {
      width: `${width}px`,
      height: `${stage.clientHeight / scale}px`,
      left: `${Math.max(0, (stage.clientWidth - width * scale) / 2)}px`,
      transform: `scale(${scale})`,
    })
  }

  const choose = (name) => {
    panel.dataset.width = name
    for (const button of panel.querySelectorAll("button[data-width]")) button.setAttribute("aria-pressed", String(button.dataset.width === name))
    fit()
  }

  // Beside the form where there is room for both; over it, and in its place for the keyboard, where there is not.
  const open = () => {
    narrow.matches ? panel.showModal() : panel.show()
    toggle.setAttribute("aria-expanded", "true")
    fit()
  }

  toggle.formTarget = frame.name
  toggle.setAttribute("aria-expanded", "false")
  toggle.setAttribute("aria-controls", panel.id)
  toggle.addEventListener("click", (event) => {
    if (!panel.open) return open()
    event.preventDefault()
    panel.close()
  })
  panel.addEventListener("close", () => {
    if (panel.open) return // it was only turned from beside the form to over it
    toggle.setAttribute("aria-expanded", "false")
    toggle.focus()
  })
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") panel.close()
  })
  panel.addEventListener("click", (event) => {
    const { width } = event.target.closest("button[data-width]")?.dataset ?? {}
    if (!width) return
    choose(width)
    localStorage.setItem(KEPT, width)
  })
  document.getElementById("nr-preview-close").addEventListener("click", () => panel.close())

  refresh.addEventListener("click", () => { scrolled = frame.contentWindow.scrollY })
  frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, scrolled))
  narrow.addEventListener("change", () => {
    if (!panel.open) return
    panel.close()
    open()
  })
  new ResizeObserver(fit).observe(stage)
  choose(localStorage.getItem(KEPT) in WIDTHS ? localStorage.getItem(KEPT) : "phone")
}
