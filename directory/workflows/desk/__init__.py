"""What those who run the directory check and decide about a listing."""
