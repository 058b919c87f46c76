"""Photos and annexes made fit to be shown: checked, bounded, freed of what they carry along."""
