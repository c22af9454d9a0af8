"""Views: values → text, JSON, GitHub annotations and Markdown."""
