"""The columns engine: words, facts and places of all listings in arrays that processes share."""
