"""Reading aids: how somebody wants to read. Kept in a cookie, and with the person who is signed in."""
