package org.lamplight.office;

/**
 * What kind of office. Immutable.
 *
 * @param portBase the first of the ports to listen on; 0 for any free ones
 * @param people how many colleagues; beyond 14 they are made up, so 10,000 are fine
 * @param lively whether they come and go; then there are at least 12
 * @param encryption of the plain XMPP port
 * @param seed makes what they do repeatable
 */
public record OfficeOptions(int portBase, int people, boolean lively, Encryption encryption, long seed) {
    private static final int FEWEST_FOR_LIFE = 12;

    public OfficeOptions {
        if (portBase < 0 || portBase > 65_000 || people < 0 || people > 100_000) {
            throw new IllegalArgumentException("port base " + portBase + ", people " + people);
        }
        people = lively ? Math.max(people, FEWEST_FOR_LIFE) : people;
    }

    /** Any ports, 14 colleagues with a life, encryption required. */
    public static OfficeOptions defaults() {
        return new OfficeOptions(0, 14, true, Encryption.STARTTLS_REQUIRED, 1815);
    }

    public OfficeOptions withPortBase(int newPortBase) {
        return new OfficeOptions(newPortBase, people, lively, encryption, seed);
    }

    public OfficeOptions withPeople(int newPeople) {
        return new OfficeOptions(portBase, newPeople, lively, encryption, seed);
    }

    public OfficeOptions withLively(boolean newLively) {
        return new OfficeOptions(portBase, people, newLively, encryption, seed);
    }

    public OfficeOptions withEncryption(Encryption newEncryption) {
        return new OfficeOptions(portBase, people, lively, newEncryption, seed);
    }

    public OfficeOptions withSeed(long newSeed) {
        return new OfficeOptions(portBase, people, lively, encryption, newSeed);
    }
}
