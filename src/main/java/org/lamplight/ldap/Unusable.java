package org.lamplight.ldap;

/** An account file that can't work; the message is a sentence for people. */
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
        super(sentence);
    }
}
