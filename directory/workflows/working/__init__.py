"""The worker: jobs, daily work, and signs that all is well."""
