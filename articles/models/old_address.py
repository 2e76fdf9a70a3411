"""Addresses that a story had on another site. Written by `old_addresses` alone."""

from django.contrib.redirects.models import Redirect
from django.db import models

from articles.querysets import OldAddressQuerySet
from articles.text.old_addresses import link

from .article import Article


class OldAddress(models.Model):
    """Whose a redirect is. Where it leads is read off the editions of its story, so `Redirect.new_path` stays empty:
    no act at the desk has to keep it right, and no address that readers have not got stands anywhere.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="old_addresses")
    redirect = models.OneToOneField(Redirect, models.CASCADE, primary_key=True, related_name="of_story")

    objects = OldAddressQuerySet.as_manager()

    class Meta:
        ordering = ["redirect__old_path"]
        verbose_name_plural = "old addresses"

    def __str__(self):
        return self.redirect.old_path

    def get_absolute_url(self):
        return link(self.redirect.old_path)
