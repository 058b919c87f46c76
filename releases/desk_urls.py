"""Addresses of the desk, page by page in the order of its tabs."""

from __future__ import annotations

from django.urls import path

from releases.views import components

urlpatterns = [
    # Bandeja
    # Revisión
    # Nuevo comunicado, fotografías y anexos, membrete
    # Programados y enlaces previos
    # Correcciones, retiros y autorizaciones
    # Cuentas y oficina
    # For those who make it
    path("componentes/", components.components, name="components"),
]
