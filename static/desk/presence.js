/** Says that this story is open here, and shows who else has it open. A failure is nobody's business: the next one tells. */
const EVERY = 15_000
const band = document.querySelector(".nr-presence")
const form = band?.closest("form")

if (form) {
  let typed = false
  let saving = false

  const post = (told) => fetch(band.dataset.url, {
    method: "POST",
    body: new URLSearchParams({ csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, version: band.dataset.version, ...told }),
    keepalive: true,
  })

  // What is said again unchanged is not announced again: only words that differ are put in.
  const say = (part, words) => {
    const place = band.querySelector(`[data-${part}]`)
    if (place.textContent !== words) place.textContent = words
  }

  const call = async () => {
    if (document.visibilityState !== "visible") return
    const told = typed ? { typed: 1 } : {}
    typed = false
    try {
      const response = await post(told)
      if (!response.ok) throw new Error(response.status)
      const { who, when, newer } = await response.json()
      say("who", who)
      say("when", when)
      say("newer", newer)
      band.classList.toggle("nr-alone", !who && !newer)
    } catch {
      typed ||= Boolean(told.typed)
    }
  }

  form.addEventListener("input", () => { typed = true })
  form.addEventListener("submit", () => { saving = true }) // who saves comes back
  addEventListener("pagehide", () => { if (!saving) post({ leave: 1 }).catch(() => {}) })
  document.addEventListener("visibilitychange", call)
  setInterval(call, EVERY)
  call()
}
