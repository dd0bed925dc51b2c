"""Calendars in and out: .ics files for Outlook and the like."""
