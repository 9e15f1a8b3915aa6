package org.lamplight.ui.kit;

/** Opens what another part of the face shows. Called on the EDT. */
public interface Openings {
    /** The talk with this bare address, ready to write. */
    void talk(String address);
}
