"""What a review looks at: the items of an application, what each rests on, who said and signed what."""
