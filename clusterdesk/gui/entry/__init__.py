"""Reading what people type: dates, amounts. No Qt here."""
