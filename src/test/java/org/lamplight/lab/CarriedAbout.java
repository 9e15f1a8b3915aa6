package org.lamplight.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.lamplight.sip.flow.OwnAddress;
import org.lamplight.sip.stack.Place;

/** A machine that moves from one address of loopback to another. From any thread. */
public final class CarriedAbout implements OwnAddress {
    private final Set<InetAddress> gone = ConcurrentHashMap.newKeySet();
    private volatile InetAddress here = InetAddress.getLoopbackAddress();
    private volatile boolean stranded;
    private volatile Consumer<InetAddress> breaks = any -> {};

    /** @param how what is bound to an address that goes can neither send nor hear any more */
    public void breaks(Consumer<InetAddress> how) {
        breaks = how;
    }

    /**
     * From now on it is there.
     *
     * @param leaves whether the address before is another's from now on
     */
    public void moveTo(String address, boolean leaves) throws IOException {
        InetAddress next = InetAddress.getByName(address);
        if (leaves) {
            lose(here);
        }
        gone.remove(next);
        here = next;
        stranded = false;
    }

    private void lose(InetAddress address) {
        gone.add(address);
        breaks.accept(address);
    }

    /** No way leads anywhere. */
    public void strand() {
        stranded = true;
    }

    /** The same, and the address is another's. */
    public void leave() {
        stranded = true;
        lose(here);
    }

    /** The ways that led somewhere do so again. */
    public void comeBack() {
        stranded = false;
    }

    @Override
    public InetAddress towards(Place place) throws IOException {
        if (stranded) {
            throw new IOException("no way there");
        }
        return here;
    }

    @Override
    public boolean has(InetAddress address) {
        return !gone.contains(address);
    }
}
