"""What is due, and when. Pure: approved posts, calendars and a time go in."""
