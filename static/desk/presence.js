/** Says that this story is open here, and shows who else has it open. A failure is nobody's business: the next one tells. */
const EVERY = 15_000
const band = document.querySelector(".nr-presence")
const form = band?.closest("form")

if (form) {
  let typed = false
  let saving = false
  let gone = false

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

  // Somebody has moved the story on, and it is not this person's to change any more.
  const stop = () => {
    clearInterval(calls)
    gone = true
    say("newer", band.dataset.gone)
    band.classList.remove("nr-alone")
  }

  const call = async () => {
    if (gone || document.visibilityState !== "visible") return
    const told = typed ? { typed: 1 } : {}
    typed = false
    try {
      const response = await post(told)
      if (response.status === 403) return stop()
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
  addEventListener("pagehide", () => { if (!saving && !gone) post({ leave: 1 }).catch(() => {}) })
  document.addEventListener("visibilitychange", call)
  const calls = setInterval(call, EVERY)
  call()
}
