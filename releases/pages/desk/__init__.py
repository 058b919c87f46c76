"""What the pages of the desk show, as plain values."""
