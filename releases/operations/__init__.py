"""Keeping the installation running: preparation, health, logs, processes."""
