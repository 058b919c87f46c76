"""What an editor should look at before a bulletin goes out, and how much an edit changes."""
