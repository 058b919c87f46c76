"""Taking files in: read, parse, link, match with what is known, save through the one door."""
