"""Twenty pairs of stories, chosen by hand: the second should be among the first three beside the first."""

PAIRS = [
    ("news_imprisoned", "news_defector"),
    ("news_hackers", "news_imprisoned"),
    ("news_crane", "news_stampede"),
    ("news_questionnaire", "news_asylum"),
    ("news_nasa", "interview_stardust"),
    ("interview_peres", "interview_shalev"),
    (
        "2013-12-19-the-2013-norad-tracks-santa-app",
        "2014-12-24-santa-is-16-centuries-old-things-ive-learned-from-norad-tracks-santa-app",
    ),
    (
        "2014-01-23-rail-crossing-locator-app-from-dot",
        "2014-11-06-rail-crossing-locator-app-now-available-on-a-second-platform",
    ),
    (
        "2015-10-15-gov-analytics-breakdown-1-browsers-chrome-takes-the-cake",
        "2015-10-21-gov-analytics-breakdown-2-mobile-is-bigger-than-ever",
    ),
    (
        "2013-07-25-noaas-whale-alert-ship-strike-reduction-for-right-whales-app",
        "2014-09-25-saving-the-whales-with-just-your-smartphone-west-coast-edition",
    ),
    ("2015-12-16-useiti-whats-in-first-report", "2015-11-30-complex-data-in-useiti"),
    ("2020-03-24-press-or-say-1-usagov-expands", "2020-06-23-diga-o-marque-2-usagov-en"),
    (
        "2020-12-11-tts-bug-bounty-program-3-year-review",
        "2017-05-11-the-next-steps-towards-bug-bounty-program-for-technology-transformation-service",
    ),
    (
        "2015-04-15-mobilegeddon-government-edition",
        "2015-08-11-trends-on-tuesday-the-impact-of-mobilegeddon-on-non-mobile-friendly-sites",
    ),
    (
        "2016-07-07-when-a-micropurchase-doesnt-work-out-we-try-to-learn-from-it",
        "2016-01-15-micro-purchase-auctions-round-2-what-we-learned",
    ),
    (
        "2014-05-11-18f-shows-what-is-possible-in-government-with-fbopen",
        "2014-03-31-announcing-fbopen-government-opportunities-made-easier",
    ),
    (
        "2015-01-29-be-a-citizen-scientist-with-noaas-crowdmag-app",
        "2015-06-18-noaas-crowdmag-app-citizen-science-on-the-go",
    ),
    ("2015-06-26-tweets-earthquakes", "2015-07-30-usgs-is-asking-if-you-felt-it-latest-earthquakes"),
    (
        "2013-07-23-trends-on-tuesday-uprise-of-sms-marketing",
        "2015-02-03-trends-on-tuesday-using-sms-for-customer-support",
    ),
    (
        "2016-04-01-why-we-launched-a-snapchat-account-and-how-well-measure-success",
        "2016-03-29-usagovs-step-by-step-guide-to-making-snapchat-stories-as-accessible-as-possible",
    ),
]
