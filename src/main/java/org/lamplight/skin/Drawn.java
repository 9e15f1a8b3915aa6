package org.lamplight.skin;

/** A picture of a skin: its file, in words, and what it holds. */
record Drawn(String file, Artwork artwork) {}
