"""A model's life, in files and database together: vetted, tried in a child, active, taken back."""
