// The stream of pictures: the browser connects again by itself; where it has given up, we ask why and try again.

const AGAIN_MS = 5_000;

/** Calls `show(picture)` for each picture and `tell(state)` with "live", "lost" or "ended" (the token is no longer good). */
export function follow(address, show, tell) {
  const source = new EventSource(address);
  source.addEventListener("open", () => tell("live"));
  source.addEventListener("overview", (event) => show(JSON.parse(event.data)));
  source.addEventListener("error", async () => {
    tell("lost");
    if (source.readyState !== EventSource.CLOSED) return;
    const ended = await fetch("/api/alerts?limit=1").then((answer) => answer.status === 401, () => false);
    if (ended) tell("ended");
    else setTimeout(() => follow(address, show, tell), AGAIN_MS);
  });
}
