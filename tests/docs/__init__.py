"""What is written for people is held equal to what the code says."""
