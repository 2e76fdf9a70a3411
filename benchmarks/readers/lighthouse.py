"""Lighthouse on four pages: mobile, simulated slow 4G, the median of several runs."""

import json
import os
import statistics
import subprocess

PAGES = ("front", "story", "section", "search form")  # what was found is kept out of search engines, so no SEO there
TRIES = 5
# Lighthouse's own bound: four times slower than a host below it is slower than any phone that the scores are made for.
QUICK_ENOUGH = 1000
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
    print("               perf  a11y  best   seo      FCP     LCP     TBT      SI            host's speed")
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
    speed = statistics.median(report["environment"]["benchmarkIndex"] for report in reports)
    print(f"  {name:11} {marks}  {told}  shift {values['CLS']:.3f}  {speed:8.0f}", flush=True)
    for audit in _failed(reports[-1]):
        print(f"           {audit}")
    return scores == [100] * 4 and values["CLS"] == 0


def _report(address, kit):
    """Of one run on a host that was quick enough; raises RuntimeError after TRIES."""
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
    problem = ""
    for _ in range(TRIES):  # on a busy machine Chromium sometimes loses its trace, or is slower than a phone
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            problem = f"Lighthouse ended with {done.returncode}: {done.stderr[-1000:]}"
            continue
        report = json.loads(done.stdout)
        if (speed := report["environment"]["benchmarkIndex"]) >= QUICK_ENOUGH:
            return report
        problem = f"this machine is too busy to say: a speed of {speed:.0f}, and {QUICK_ENOUGH} is needed"
    raise RuntimeError(problem)


def _failed(report):
    """What cost points, as Lighthouse says it."""
    for one in SCORES:
        for ref in report["categories"][one]["auditRefs"]:
            audit = report["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{one}: {audit['title']} {audit.get('displayValue', '')}"
