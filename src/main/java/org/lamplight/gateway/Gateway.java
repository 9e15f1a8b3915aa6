package org.lamplight.gateway;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A gateway as one account sees it. Immutable; any thread.
 *
 * @param address of the service, or of one network behind it, such as {@code irc.example.org@gateway.example.org}
 * @param name as it calls itself
 * @param offers what can be done with it
 * @param registered whether this account is registered with it; false also where it takes no registration
 * @param loggedIn whether it says that it is connected for us
 * @param note what it says about that, such as why it is not connected
 * @param added whether the user named its address, rather than the server
 */
public record Gateway(
        String account,
        String address,
        String name,
        Network network,
        Set<Offer> offers,
        boolean registered,
        boolean loggedIn,
        @Nullable String note,
        boolean added) {

    /** What a gateway can be asked for. */
    public enum Offer {
        /** To be registered with it (XEP-0077). */
        REGISTER,
        /** Commands with forms (XEP-0050). */
        COMMANDS,
        /** Making an address from one of the network (XEP-0100, section 6.3). */
        ADDRESSES,
        /** Its groups are joined as rooms (XEP-0045). */
        ROOMS
    }

    /** What is between the user and the network, in the order in which it is to be done. */
    public enum State {
        NOT_REGISTERED,
        LOGGED_OUT,
        LOGGED_IN,
        /** Nothing: it takes no registration. */
        READY
    }

    public Gateway {
        offers = Set.copyOf(offers);
    }

    public boolean offers(Offer what) {
        return offers.contains(what);
    }

    public State state() {
        if (loggedIn) {
            return State.LOGGED_IN;
        }
        if (!offers(Offer.REGISTER)) {
            return State.READY;
        }
        return registered ? State.LOGGED_OUT : State.NOT_REGISTERED;
    }

    /** The part behind the @: all addresses with it belong to the network. */
    public String domain() {
        return domainOf(address);
    }

    static String domainOf(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    Gateway seen(boolean here, @Nullable String says) {
        return new Gateway(account, address, name, network, offers, registered, here, says, added);
    }

    Gateway registered(boolean now) {
        return new Gateway(account, address, name, network, offers, now, now && loggedIn, note, added);
    }

    Gateway addedByUser() {
        return new Gateway(account, address, name, network, offers, registered, loggedIn, note, true);
    }
}
