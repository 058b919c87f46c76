"""The pages of the press office, under /redaccion/: thin doors to `publishing.actions`."""
