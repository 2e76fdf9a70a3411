/** A picture's file sent to the library; what the library answers, or its reason for refusing. */
export const dialog = () => document.getElementById("nr-library")

class Refused extends Error {}

/** The picture as the library tells it. Rejects with what to do, in words, where it takes none. */
export async function upload(file) {
  const { upload: address } = dialog().dataset
  if (!address) throw new Refused("Your account may not add pictures. Ask somebody at the desk to upload it.")
  const body = new FormData()
  body.set("file", file, file.name || "Pasted picture")
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value
  const response = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token } }).catch(() => null)
  if (!response) throw new Refused("The picture could not be sent. Your text is safe; try again.")
  const answer = await response.json().catch(() => null)
  if (!response.ok || !answer) throw new Refused(answer?.error ?? `The picture was refused (${response.status}). Sign in again in another window, then try once more.`)
  return answer.picture
}

/** Tells what `upload` was refused for; any other error goes on. */
export const refused = (tell) => (error) => {
  if (!(error instanceof Refused)) throw error
  tell(error.message)
}
