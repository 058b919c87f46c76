"""What pages are put together from: values ready to be shown, charts, links, marks."""
