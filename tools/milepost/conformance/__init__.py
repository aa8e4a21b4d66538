"""The examples of the rules as a suite that this implementation, and any other, can be tried on."""
