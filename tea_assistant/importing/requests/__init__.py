"""Forms of departments that came back, read from what people made of them."""
