"""The words of standard forms: names, titles, years, units."""
