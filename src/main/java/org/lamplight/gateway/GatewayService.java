package org.lamplight.gateway;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What one account can do with gateways, as an adapter offers it. No call blocks; each future completes on any thread, and
 * fails with {@link Refused}. Whatever a gateway says is bounded and made safe to show before it comes here.
 */
public interface GatewayService {

    /** The gateways that the account's server names (XEP-0030). */
    CompletableFuture<List<Gateway>> find();

    /** What is at this address; it may offer nothing. */
    CompletableFuture<Gateway> look(String address);

    CompletableFuture<Registration> registration(String address);

    /** Registers, or changes what is registered, and has the gateway see our presence. */
    CompletableFuture<Void> register(String address, Registration asked, Map<String, List<String>> answers);

    CompletableFuture<Void> unregister(String address);

    /** Shows ourselves to it, which connects us to its network. */
    CompletableFuture<Void> logIn(String address);

    /** Takes that back until {@link #logIn}, whatever else of our presence changes; also over sessions. */
    CompletableFuture<Void> logOut(String address);

    /** Says at the begin of a session from which gateways the user has logged out before. */
    void stayLoggedOut(List<String> addresses);

    /** Lets a gateway see our presence, and sees its own. */
    void welcome(String address);

    CompletableFuture<List<Command>> commands(String address);

    CompletableFuture<CommandStep> begin(Command command);

    /** Goes on with a command; the answers are those of the step's form. */
    CompletableFuture<CommandStep> go(CommandStep from, CommandStep.Action action, Map<String, List<String>> answers);

    CompletableFuture<AddressPrompt> prompt(String address);

    /** The address by which somebody of the gateway's network is reached. */
    CompletableFuture<String> translate(String address, String theirs);
}
