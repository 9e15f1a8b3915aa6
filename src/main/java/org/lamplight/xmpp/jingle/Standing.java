package org.lamplight.xmpp.jingle;

/** Who somebody is to the user. */
public enum Standing {
    /** May offer nothing, for it is not known who that is: somebody in a room, a service. */
    NOBODY,

    /** May offer a little, and never learns where this machine is. */
    STRANGER,

    /** On the roster: may offer more, and bytes may go by a socket between the two. */
    CONTACT
}
