"""Prospects: who could fill what a chain or a project lacks, noted, searched for, spoken to, joined."""
