from django.db import models


class Account(models.Model):
    name = models.CharField(max_length=200)
    balance = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        ordering = ["name"]
