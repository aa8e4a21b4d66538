"""What "valid" means, as the files of schema/v1 say it: validators, plans and key orders."""
