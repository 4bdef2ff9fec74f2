"""The first page of the admins: is it up, is it fresh, what needs me, what changed."""
