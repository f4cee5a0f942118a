"""Measurements of the converter beside a peer script."""
