"""The wiki file: the only place with SQL. Every read is asked through a viewer."""
