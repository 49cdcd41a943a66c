"""The audit: tables of other people's documents, recomputed where their structure leaves no doubt."""
