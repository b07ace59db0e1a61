"""Speed of reading foreign files, against stated peers."""
