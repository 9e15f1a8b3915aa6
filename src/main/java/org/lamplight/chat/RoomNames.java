package org.lamplight.chat;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Addresses for rooms that nobody cared to name: to be read out on the phone, and hard to guess. */
final class RoomNames {
    private static final List<String> FIRST = List.of(
            "amber", "brisk", "calm", "clear", "early", "fair", "gentle", "golden", "green", "kind", "late", "light",
            "lucky", "merry", "mild", "new", "open", "plain", "quick", "quiet", "red", "round", "silver", "small",
            "soft", "still", "sunny", "swift", "warm", "white", "wide", "young");
    private static final List<String> SECOND = List.of(
            "anchor", "apple", "beacon", "birch", "bridge", "brook", "cedar", "cloud", "cove", "dune", "fern", "field",
            "garden", "harbour", "heron", "hill", "lake", "lamp", "lantern", "maple", "meadow", "mill", "oak",
            "orchard", "pebble", "pine", "river", "robin", "sparrow", "stone", "valley", "willow");
    private static final int MANY = 100_000;

    private RoomNames() {}

    /** The part before the service. */
    static String random() {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        return pick(FIRST, chance) + "-" + pick(SECOND, chance) + "-" + chance.nextInt(MANY / 10, MANY);
    }

    private static String pick(List<String> words, ThreadLocalRandom chance) {
        return words.get(chance.nextInt(words.size()));
    }
}
