"""Getting reports in: text files, folders, standard input, JSONL, CSV and simple HTML, made into reports."""
