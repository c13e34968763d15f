"""A small network that finds lung and heart fields: learned from masks, written as a bundle."""
