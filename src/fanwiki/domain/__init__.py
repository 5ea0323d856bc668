"""What a wiki is: pages, titles, kinds, fields, links, gates, viewers. Standard library only."""
