"""What the site offers besides its pages: data, calendars, feeds; and the addresses of everything on it."""
