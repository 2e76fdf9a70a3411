/** Says that something typed is not saved yet, asks before it is left behind, and saves on Ctrl+S. */
const status = document.getElementById("nr-status")
const form = status?.closest("form")
const TICK = 500

if (form) {
  const snapshot = () => new URLSearchParams([...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string")).toString()
  const said = status.querySelector(".nr-said")
  const before = said.textContent
  let saved = null
  let leaving = false

  // By comparing, not by events: date pickers and the picture chooser set values without them.
  const look = () => {
    const dirty = snapshot() !== saved
    if (dirty === (status.dataset.state === "dirty")) return
    status.dataset.state = dirty ? "dirty" : "saved"
    said.textContent = dirty ? "Not saved yet" : before
  }
  // The editor writes its text back once when it is ready; that is not typing.
  setTimeout(() => {
    saved = document.querySelector(".nr-overtaken, .errornote") ? "" : snapshot()
    setInterval(look, TICK)
  }, TICK)

  form.addEventListener("submit", (event) => { leaving = !event.submitter?.formTarget }) // into a frame: it stays here
  addEventListener("pageshow", (event) => event.persisted && location.reload()) // Back must not revive an old version
  addEventListener("beforeunload", (event) => {
    if (!leaving && saved !== null && snapshot() !== saved) event.preventDefault()
  })
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault()
      form.requestSubmit(form.querySelector("[name=_continue]"))
    }
  })
}
