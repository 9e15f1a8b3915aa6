package org.lamplight.sip.registration;

/** Hears how the registration does. On the account's thread; sentences are for people. */
public interface Standing {
    void registered();

    /** An address that was ours is given up for good. */
    void left();

    /** We are at another address, and register from there; what is known stays known. */
    void moving(String sentence);

    /** It comes by itself. */
    void waiting(String sentence);

    /** The person must do something. */
    void failed(String sentence);

    void passwordWanted(String sentence);
}
