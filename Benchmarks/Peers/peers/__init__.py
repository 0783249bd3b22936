"""Rota's instances as models for CP-SAT, HiGHS and SCIP."""
