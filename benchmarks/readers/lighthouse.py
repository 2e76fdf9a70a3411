"""Lighthouse on four pages: mobile, simulated slow 4G, the median of several runs."""

import json
import os
import statistics
import subprocess

PAGES = ("front", "story", "section", "search form")  # what was found is kept out of search engines, so no SEO there
TRIES = 3
SCORES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = {
    "FCP": "first-contentful-paint",
    "LCP": "largest-contentful-paint",
    "CLS": "cumulative-layout-shift",
    "TBT": "total-blocking-time",
    "SI": "speed-index",
}


def run(paper, kit, options):
    """Whether all scores are 100 and nothing shifts."""
    print(f"\nLighthouse: mobile, simulated slow 4G, median of {options.runs} runs")
    print("               perf  a11y  best   seo      FCP     LCP     TBT      SI")
    held = [_page(name, paper, kit, options.runs) for name in PAGES if name in paper.pages]
    return all(held)


def _page(name, paper, kit, runs):
    reports = [_report(paper.address(name), kit) for _ in range(runs)]
    scores = [
        round(100 * statistics.median(report["categories"][one]["score"] for report in reports)) for one in SCORES
    ]
    values = {
        one: statistics.median(r["audits"][audit]["numericValue"] for r in reports) for one, audit in FIGURES.items()
    }
    told = " ".join(f"{values[one]:5.0f}ms" for one in ("FCP", "LCP", "TBT", "SI"))
    marks = " ".join(f"{score:5}" for score in scores)
    print(f"  {name:11} {marks}  {told}  shift {values['CLS']:.3f}", flush=True)
    for audit in _failed(reports[-1]):
        print(f"           {audit}")
    return scores == [100] * 4 and values["CLS"] == 0


def _report(address, kit):
    command = [
        "node",
        str(kit.path("lighthouse/cli/index.js")),
        address,
        "--quiet",
        "--output=json",
        "--form-factor=mobile",
        "--throttling-method=simulate",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    environment = {**os.environ, "CHROME_PATH": kit.chromium}
    for _ in range(TRIES):  # on a busy machine Chromium sometimes loses its trace
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if not done.returncode:
            break
    else:
        raise RuntimeError(f"Lighthouse ended with {done.returncode}: {done.stderr[-1000:]}")
    return json.loads(done.stdout)


def _failed(report):
    """What cost points, as Lighthouse says it."""
    for one in SCORES:
        for ref in report["categories"][one]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{one}: {audit['title']} {audit.get('displayValue', '')}"
