"""The report: everything that is known of one reading as plain content, without any drawing."""
