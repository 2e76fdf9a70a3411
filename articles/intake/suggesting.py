"""What a provider said of a text that the desk may want to say to readers."""

from articles.models import Edition, ImportRecord


def suggested_correction(article):
    """What the provider of a story says that it put right in the text that came since readers got theirs, else ""."""
    told = (
        ImportRecord.objects.filter(article=article)
        .order_by("-changed_at", "-pk")
        .values("extra", "changed_at")
        .first()
    )
    note = told and told["extra"].get("correction_note")
    if not note:
        return ""
    editions = Edition.objects.filter(article=article).live()
    return note if editions.filter(made_at__lt=told["changed_at"]).exists() else ""
