"""Reading: a State party's report, as a PDF or plain text, becomes a `Report`."""
