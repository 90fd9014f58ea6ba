from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("balance", models.DecimalField(decimal_places=2, default=0, max_digits=14)),
            ],
            options={"ordering": ["name"]},
        )
    ]
