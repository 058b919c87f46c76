"""The official sheet of a bulletin: a PDF with the institution's letterhead, set by typst."""
