"""The HTML bundle: plan, then link, then fill the templates, then write; each part knows nothing of the next."""
