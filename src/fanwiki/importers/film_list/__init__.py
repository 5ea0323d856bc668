"""Lists of films with their cast, as JSON or CSV: films, people and cast records, so that filmographies follow."""
