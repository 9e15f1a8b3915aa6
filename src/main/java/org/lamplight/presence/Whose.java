package org.lamplight.presence;

/** Whose presence is folded: one's own, or a contact's. */
public enum Whose {
    OWN,
    CONTACT
}
