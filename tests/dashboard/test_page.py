"""The live page in a real browser: its figures are the topics', it moves by itself, and its own policy finds nothing to complain of."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from confluent_kafka import Producer
from playwright.async_api import Page, async_playwright, expect

from schemas.flow import Flow
from streams.dashboard.serve import Dashboard
from streams.ledger.ids import partition_of
from streams.settings import Settings
from tests.dashboard.samples import FULFILMENT, alert, flow, span
from tests.dashboard.samples import expected as counted

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"
WAIT_MS = 30_000
QUIET = (  # no sandbox where tests run as root; no calls of the browser's own
    "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-default-apps", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
)  # fmt: skip


class Topics:
    """Our topics on the embedded broker, and what was sent to them."""

    def __init__(self, embedded: str) -> None:
        self.producer, self.flows = Producer({"bootstrap.servers": embedded, "enable.idempotence": True}), list[Flow]()

    def send(self, flows: list[Flow]) -> None:
        for one in flows:
            place = partition_of(one.source.topic, one.source.partition, 4)
            self.producer.produce("spor.flows", one.canonical(), one.id, partition=place)
        self.flows += flows
        self.producer.flush(10)

    def tell(self, topic: str, value: bytes) -> None:
        self.producer.produce(topic, value, b"key", partition=0)
        self.producer.flush(10)


def sample(start: int, count: int) -> list[Flow]:
    return [
        flow(
            n,
            cluster="",
            topic_id="",
            integration=("orders", "payroll", HOSTILE)[n % 3],
            verdict=("compliant", "gap", "compliant", "violation")[n % 4],
            categories=(["pd:Name"], ["pd:Name", "pd:EmailAddress"], [])[n % 3],
            purposes=([FULFILMENT], ["dpv:ServiceProvision", FULFILMENT])[n % 2],
        )
        for n in range(start, start + count)
    ]


@asynccontextmanager
async def browsing(chromium: str, complaints: list[str]) -> AsyncIterator[Page]:
    """A page of the system's browser that notes errors, refused loads and every request that leaves the machine."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        page = await browser.new_page()
        page.on("console", lambda m: complaints.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda r: complaints.append(f"request: {r.url}") if not r.url.startswith("http://127.0.0.1:") else None)
        yield page
        await browser.close()


@pytest.fixture
def topics(embedded: str) -> Topics:
    return Topics(embedded)


@pytest.fixture
async def board(embedded: str, topics: Topics, db: Path) -> AsyncIterator[Dashboard]:
    async with Dashboard(Settings(bootstrap_servers=embedded, kafka={"spor.embedded": "true"}), db, port=0) as started:
        yield started


async def figures_are(page: Page, flows: list[Flow]) -> None:
    """Waits until the page shows the counts of exactly these Flows, in every table."""
    sums = counted(flows)
    await expect(page.locator("#flows")).to_have_text(f"{len(flows):,}", timeout=WAIT_MS)
    for level in ("violation", "gap", "compliant"):
        await expect(page.locator(f"#count-{level}")).to_have_text(str(sums["verdict"][level]), timeout=WAIT_MS)
    assert await table(page, "integrations") == sums["integration"]
    assert await table(page, "platforms") == sums["platform"]
    assert await table(page, "categories", ".curie") == sums["category"]
    assert await table(page, "purposes", ".curie") == sums["purpose"]


async def table(page: Page, name: str, label: str = "th") -> Counter[str | None]:
    """A table of sums as it stands on the page: first cell and count; a row without the label is for none."""
    rows = await page.locator(f"#{name} > tr").all()
    sums: Counter[str | None] = Counter()
    for row in rows:
        named, count = row.locator(label), await row.locator("td.number").first.inner_text()
        sums[await named.inner_text() if await named.count() else None] = int(count.replace(",", ""))
    return sums


async def test_the_page_shows_the_topics_counts_and_follows_live_traffic(chromium: str, board: Dashboard, topics: Topics) -> None:
    complaints: list[str] = []
    topics.send(sample(0, 120))
    topics.tell("spor.alerts", alert(1, integration=HOSTILE, path=HOSTILE).canonical())
    async with browsing(chromium, complaints) as page:
        await page.goto(board.url)
        assert page.url == board.address  # the token is gone from the address
        await figures_are(page, topics.flows)
        await expect(page.locator("#alerts > li")).to_have_count(1)
        await expect(page.locator("#state")).to_have_text("Live", timeout=WAIT_MS)
        await page.evaluate_handle("() => { window.sameDocument = true; }")
        for start in range(120, 600, 120):  # live traffic: the page is never reloaded
            await asyncio.to_thread(topics.send, sample(start, 120))
        topics.tell("spor.alerts", alert(2, rule="secret.in-payload").canonical())
        topics.tell("spor.spans", span(0, 600, cluster="").canonical())
        await figures_are(page, topics.flows)
        await expect(page.locator("#alerts > li")).to_have_count(2, timeout=WAIT_MS)
        await expect(page.locator("#announce")).to_contain_text("1 new alert", timeout=WAIT_MS)
        await expect(page.locator("#partitions > tr td.number").nth(2)).to_have_text("600", timeout=WAIT_MS)
        assert await page.evaluate("() => window.sameDocument")
        assert await page.locator("main img, main script").count() == 0
    assert complaints == []


async def test_a_row_keeps_the_keyboard_focus_while_its_figures_move(chromium: str, board: Dashboard, topics: Topics) -> None:
    complaints: list[str] = []
    topics.send(sample(0, 9))
    async with browsing(chromium, complaints) as page:
        await page.goto(board.url)
        await figures_are(page, topics.flows)
        await page.locator("#integrations a", has_text="payroll").focus()
        topics.send(sample(9, 30))
        await figures_are(page, topics.flows)
        await expect(page.locator("#integrations a", has_text="payroll")).to_be_focused()
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/flows?integration=payroll")
        await expect(page.locator("tbody tr")).to_have_count(13)
        await page.locator("tbody a").first.click()
        await expect(page.locator("h1")).to_have_text("payroll")
    assert complaints == []


async def test_a_hostile_flow_s_page_runs_nothing(chromium: str, board: Dashboard, topics: Topics) -> None:
    complaints: list[str] = []
    hostile = flow(0, integration=HOSTILE, sender=HOSTILE, path=f"$['{HOSTILE}']", cluster="", topic_id="", verdict="violation")
    topics.send([hostile])
    async with browsing(chromium, complaints) as page:
        await page.goto(board.url)
        await figures_are(page, topics.flows)
        await page.locator("#recent a").first.click()
        await expect(page.locator("h1")).to_have_text(HOSTILE)
        assert await page.locator("main img, main script").count() == 0
    assert complaints == []


async def test_the_page_says_when_the_server_goes_and_finds_it_again(chromium: str, embedded: str, topics: Topics, db: Path) -> None:
    settings = Settings(bootstrap_servers=embedded, kafka={"spor.embedded": "true"})
    topics.send(sample(0, 5))
    async with browsing(chromium, []) as page:
        async with Dashboard(settings, db, port=0, token="the-same-token-again") as board:
            await page.goto(board.url)
            await figures_are(page, topics.flows)
        await expect(page.locator("#state")).to_have_attribute("data-state", "lost", timeout=WAIT_MS)
        topics.send(sample(5, 5))
        async with Dashboard(settings, db, port=board.port, token="the-same-token-again"):
            await figures_are(page, topics.flows)
            await expect(page.locator("#state")).to_have_attribute("data-state", "live", timeout=WAIT_MS)


async def test_the_form_takes_the_token_and_a_wrong_one_is_told(chromium: str, board: Dashboard, topics: Topics) -> None:
    async with browsing(chromium, []) as page:
        await page.goto(board.address)
        await page.get_by_label("Token", exact=True).fill("wrong")
        await page.get_by_role("button", name="Open").click()
        await expect(page.get_by_role("alert")).to_contain_text("not the token")
        await page.get_by_label("Token", exact=True).fill(board.token)
        await page.get_by_role("button", name="Open").click()
        await expect(page.locator("#flows")).to_have_text("0", timeout=WAIT_MS)
        assert page.url == board.address
