"""What imports brought, by whose it is and by what waits."""

from django.db.models import QuerySet


class ImportRecordQuerySet(QuerySet):
    def of(self, source, external_id):
        return self.filter(source=source, external_id=external_id)

    def waiting(self):
        """Records whose newer text stands beside an edited story until somebody decides."""
        return self.filter(pending__isnull=False)
