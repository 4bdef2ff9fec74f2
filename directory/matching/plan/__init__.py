"""What belongs beside a list of people: pairs, groups, programs, kinds of therapy, ways on."""
