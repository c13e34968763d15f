"""The words of a report and its number of pages in every language that is spoken."""
