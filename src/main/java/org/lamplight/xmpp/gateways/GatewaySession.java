package org.lamplight.xmpp.gateways;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.provider.ProviderManager;
import org.lamplight.backend.BackendContext;
import org.lamplight.gateway.AddressPrompt;
import org.lamplight.gateway.Command;
import org.lamplight.gateway.CommandStep;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Gateway.Offer;
import org.lamplight.gateway.GatewayService;
import org.lamplight.gateway.Registration;
import org.lamplight.xmpp.forms.Forms;
import org.lamplight.xmpp.forms.Tree;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.ElementIq;
import org.lamplight.xmpp.stream.Wire;

/** What one account does with gateways (XEP-0100). Fit for every thread. */
public final class GatewaySession implements GatewayService {
    /** The old protocol for addresses (XEP-0100, section 6.3). */
    static final String ADDRESSES = "jabber:iq:gateway";

    private static final int MOST_COMMANDS = 200;

    private final GatewayAnswers answers;
    private final GatewayFinder finder;
    private final GatewayPresence presence;

    public GatewaySession(AccountKeys keys, BackendContext context, Wire wire, Executor thread) {
        this.answers = new GatewayAnswers(keys, wire);
        this.finder = new GatewayFinder(keys, answers);
        this.presence = new GatewayPresence(keys, context, wire, thread);
    }

    /** Once for the program: how Smack is to read what gateways answer. */
    public static void teachReaders() {
        ProviderManager.addIQProvider("query", Registrations.NAMESPACE, new ElementIq.Provider());
        ProviderManager.addIQProvider("query", ADDRESSES, new ElementIq.Provider());
        ProviderManager.addIQProvider("command", Commands.NAMESPACE, new ElementIq.Provider());
    }

    @Override
    public CompletableFuture<List<Gateway>> find() {
        return finder.find().thenCompose(found -> {
            List<CompletableFuture<Gateway>> all =
                    found.stream().map(this::withRegistration).toList();
            return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                    .thenApply(done -> all.stream().map(CompletableFuture::join).toList());
        });
    }

    @Override
    public CompletableFuture<Gateway> look(String address) {
        return finder.look(address).thenCompose(this::withRegistration);
    }

    /** Whether one is registered stands in the form that one would get (XEP-0077, section 3.1). */
    private CompletableFuture<Gateway> withRegistration(Gateway found) {
        if (!found.offers(Offer.REGISTER)) {
            return CompletableFuture.completedFuture(found);
        }
        return registration(found.address())
                .thenApply(Registration::done)
                .exceptionally(unknown -> false)
                .thenApply(done -> new Gateway(
                        found.account(),
                        found.address(),
                        found.name(),
                        found.network(),
                        found.offers(),
                        done,
                        false,
                        null,
                        false));
    }

    @Override
    public CompletableFuture<Registration> registration(String address) {
        return answers.ask(address, IQ.Type.get, Registrations.asking()).thenApply(Registrations::read);
    }

    @Override
    public CompletableFuture<Void> register(String address, Registration asked, Map<String, List<String>> given) {
        return answers.ask(address, IQ.Type.set, Registrations.write(asked, given))
                .thenAccept(done -> presence.send(address, Presence.Type.subscribe));
    }

    /** The gateway ends its own subscriptions; ours to it is ended here (XEP-0100, section 4.3.1). */
    @Override
    public CompletableFuture<Void> unregister(String address) {
        return answers.ask(address, IQ.Type.set, Registrations.ending()).thenAccept(done -> {
            presence.send(address, Presence.Type.unsubscribe);
            presence.send(address, Presence.Type.unsubscribed);
        });
    }

    @Override
    public CompletableFuture<Void> logIn(String address) {
        return presence.show(address);
    }

    @Override
    public CompletableFuture<Void> logOut(String address) {
        return presence.hide(address);
    }

    @Override
    public void stayLoggedOut(List<String> addresses) {
        presence.keepHidden(addresses);
    }

    @Override
    public void welcome(String address) {
        presence.send(address, Presence.Type.subscribed);
        presence.send(address, Presence.Type.subscribe);
    }

    @Override
    public CompletableFuture<List<Command>> commands(String address) {
        return finder.items(address, Commands.NAMESPACE)
                .thenApply(items -> items.stream()
                        .filter(item -> item.getNode() != null && item.getEntityID() != null)
                        .limit(MOST_COMMANDS)
                        .map(item -> new Command(
                                item.getEntityID().toString(),
                                item.getNode(),
                                item.getName() == null ? Forms.line(item.getNode()) : Forms.line(item.getName())))
                        .toList());
    }

    @Override
    public CompletableFuture<CommandStep> begin(Command command) {
        return answers.ask(command.address(), IQ.Type.set, Commands.begin(command))
                .thenApply(answer -> read(command, answer));
    }

    @Override
    public CompletableFuture<CommandStep> go(
            CommandStep from, CommandStep.Action action, Map<String, List<String>> given) {
        Command command = from.command();
        return answers.ask(command.address(), IQ.Type.set, Commands.go(from, action, given))
                .thenApply(answer -> read(command, answer));
    }

    private CommandStep read(Command command, Tree answer) {
        if (!answer.name().equals("command")) {
            throw answers.odd(command.address());
        }
        return Commands.read(command, answer);
    }

    @Override
    public CompletableFuture<AddressPrompt> prompt(String address) {
        return answers.ask(address, IQ.Type.get, Tree.of("query", ADDRESSES))
                .thenApply(query ->
                        new AddressPrompt(Forms.lines(query.textOf("desc")), Forms.line(query.textOf("prompt"))));
    }

    @Override
    public CompletableFuture<String> translate(String address, String theirs) {
        Tree query = Tree.of("query", ADDRESSES, Tree.text("prompt", theirs));
        return answers.ask(address, IQ.Type.set, query).thenApply(answer -> {
            // The old form of the answer was <prompt/> (XEP-0100, version history)
            String jid = answer.first("jid")
                    .or(() -> answer.first("prompt"))
                    .map(Tree::text)
                    .orElse("");
            return org.lamplight.people.Address.bareIm(jid).orElseThrow(() -> answers.odd(address));
        });
    }
}
