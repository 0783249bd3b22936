"""Runs solvers one after another and shows what came of it. Standard library only."""
