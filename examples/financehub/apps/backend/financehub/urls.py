from django.http import HttpRequest, JsonResponse
from django.urls import path

from accounts.views import AccountList


def health(request: HttpRequest) -> JsonResponse:
    """The process serves requests; the database has a health check of its own."""
    return JsonResponse({"status": "ok"})


urlpatterns = [path("api/health/", health), path("api/accounts/", AccountList.as_view())]
