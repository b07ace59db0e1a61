"""Synthetic collections and the speed bars of the project, each as a ratio against a stated peer."""
