"""What is known of documents of the United Nations: symbols, dates, articles in headings, replies to lists."""
