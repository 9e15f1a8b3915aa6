package org.lamplight.ui.gateways;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.form.FormField.Kind;
import org.lamplight.form.FormField.Option;
import org.lamplight.gateway.AddressPrompt;
import org.lamplight.gateway.Command;
import org.lamplight.gateway.CommandStep;
import org.lamplight.gateway.CommandStep.Action;
import org.lamplight.gateway.CommandStep.Note;
import org.lamplight.gateway.CommandStep.Status;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Gateway.Offer;
import org.lamplight.gateway.GatewayMemory;
import org.lamplight.gateway.GatewayService;
import org.lamplight.gateway.Gateways;
import org.lamplight.gateway.Network;
import org.lamplight.gateway.Refused;
import org.lamplight.gateway.Registration;
import org.lamplight.ui.World;

/** Two gateways in this JVM, one to IRC and one to Telegram, that remember what was asked of them. */
public final class PlayedGateways implements GatewayService {
    public static final String IRC = "irc.engine.example";
    public static final String TELEGRAM = "telegram.engine.example";

    public final List<String> wire = new CopyOnWriteArrayList<>();
    public final List<String> loggedOut = new CopyOnWriteArrayList<>();
    public final List<String> added = new CopyOnWriteArrayList<>();
    public final Gateways gateways;
    private final World world;

    public PlayedGateways(World world) {
        this.world = world;
        gateways = world.onCore(() ->
                new Gateways(world.core, world.events, world.domain.people(), world.domain.rosters(), new Kept()));
    }

    public PlayedGateways online() {
        world.onCore(() -> {
            gateways.add(World.ACCOUNT, this);
            gateways.opened(World.ACCOUNT);
        });
        return this;
    }

    private static Gateway gateway(String address, String name, Network network, Offer... offers) {
        return new Gateway(World.ACCOUNT, address, name, network, Set.of(offers), false, false, null, false);
    }

    private <T> CompletableFuture<T> did(String what, T answer) {
        wire.add(what);
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletableFuture<List<Gateway>> find() {
        return did(
                "find",
                List.of(
                        gateway(IRC, "Chat rooms of the wide world", Network.IRC, Offer.COMMANDS, Offer.ROOMS),
                        gateway(
                                TELEGRAM,
                                "Telegram",
                                Network.TELEGRAM,
                                Offer.REGISTER,
                                Offer.COMMANDS,
                                Offer.ADDRESSES)));
    }

    @Override
    public CompletableFuture<Gateway> look(String address) {
        return address.startsWith("nowhere")
                ? CompletableFuture.failedFuture(new Refused("Nothing was found at " + address + "."))
                : did("look " + address, gateway(address, "IRC server " + address, Network.IRC, Offer.COMMANDS));
    }

    private static FormField field(Kind kind, String name, String label, boolean required, String... values) {
        return new FormField(kind, name, label, "", required, List.of(values), List.of());
    }

    @Override
    public CompletableFuture<Registration> registration(String address) {
        Form form = new Form(
                "",
                List.of("Give your account on Telegram."),
                List.of(
                        field(Kind.TEXT, "phone", "Telephone", true),
                        field(Kind.PRIVATE, "password", "Password", true)),
                List.of());
        return did("registration " + address, new Registration(false, form, Registration.Style.FORM, ""));
    }

    @Override
    public CompletableFuture<Void> register(String address, Registration asked, Map<String, List<String>> answers) {
        return answers.get("password").equals(List.of("wrong"))
                ? CompletableFuture.failedFuture(new Refused("Telegram does not accept this password."))
                : did("register " + address + " " + new TreeMap<>(answers), null);
    }

    @Override
    public CompletableFuture<Void> unregister(String address) {
        return did("unregister " + address, null);
    }

    @Override
    public CompletableFuture<Void> logIn(String address) {
        world.core.execute(() -> gateways.seen(World.ACCOUNT, address, true, null));
        return did("log in " + address, null);
    }

    @Override
    public CompletableFuture<Void> logOut(String address) {
        return did("log out " + address, null);
    }

    @Override
    public void stayLoggedOut(List<String> addresses) {
        wire.add("stay out of " + addresses);
    }

    @Override
    public void welcome(String address) {
        wire.add("welcome " + address);
    }

    @Override
    public CompletableFuture<List<Command>> commands(String address) {
        return did(
                "commands " + address,
                List.of(
                        new Command(address, "ping", "Do a ping"),
                        new Command(address, "configure", "Configure a few settings for that IRC server")));
    }

    /** One field of each kind. */
    private static Form settings() {
        List<FormField> fields = new ArrayList<>(List.of(
                new FormField(
                        Kind.TEXT,
                        "address",
                        "Address",
                        "The address (hostname or IP) to connect to.",
                        true,
                        List.of("irc.analytical.example"),
                        List.of()),
                new FormField(
                        Kind.LINES,
                        "ports",
                        "TLS ports",
                        "List of ports to try, with TLS. Defaults: 6697, 6670.",
                        false,
                        List.of("6697", "6670"),
                        List.of()),
                field(Kind.BOOLEAN, "verify", "Verify the certificate", false, "true"),
                field(Kind.PRIVATE, "sasl", "SASL password", false),
                new FormField(
                        Kind.CHOICE,
                        "encoding",
                        "Encoding",
                        "",
                        false,
                        List.of("utf-8"),
                        List.of(new Option("UTF-8", "utf-8"), new Option("ISO 8859-1", "latin"))),
                new FormField(
                        Kind.CHOICES,
                        "show",
                        "Show",
                        "",
                        false,
                        List.of("joins"),
                        List.of(new Option("Joins", "joins"), new Option("Modes", "modes"))),
                field(Kind.FIXED, "", "", false, "<html><b>These words are as they are.</b>"),
                field(Kind.HIDDEN, "token", "token", false, "secret"),
                field(Kind.ADDRESS, "owner", "Owner", false)));
        return new Form("Configure the IRC server", List.of("Edit the form."), fields, List.of());
    }

    @Override
    public CompletableFuture<CommandStep> begin(Command command) {
        CommandStep step = command.node().equals("ping")
                ? over(command, "Pong")
                : new CommandStep(
                        command,
                        "s1",
                        Status.EXECUTING,
                        List.of(),
                        settings(),
                        Set.of(Action.COMPLETE, Action.PREV, Action.CANCEL),
                        Action.COMPLETE);
        return did("begin " + command.node(), step);
    }

    private static CommandStep over(Command command, String says) {
        Note note = new Note(Note.Weight.INFO, says);
        return new CommandStep(command, "s1", Status.COMPLETED, List.of(note), Form.EMPTY, Set.of(), Action.CANCEL);
    }

    @Override
    public CompletableFuture<CommandStep> go(CommandStep from, Action action, Map<String, List<String>> answers) {
        wire.add(action + " " + new TreeMap<>(from.form().filled(answers)));
        return CompletableFuture.completedFuture(over(from.command(), "Configuration saved."));
    }

    @Override
    public CompletableFuture<AddressPrompt> prompt(String address) {
        return did("prompt " + address, new AddressPrompt("Give the number of the telephone.", "Number"));
    }

    @Override
    public CompletableFuture<String> translate(String address, String theirs) {
        return did("translate " + theirs, theirs.replaceAll("\\D", "") + "@" + address);
    }

    private final class Kept implements GatewayMemory {
        @Override
        public List<String> addedGateways() {
            return added;
        }

        @Override
        public void keepAddedGateways(List<String> now) {
            added.clear();
            added.addAll(now);
        }

        @Override
        public List<String> loggedOutGateways() {
            return loggedOut;
        }

        @Override
        public void keepLoggedOutGateways(List<String> now) {
            loggedOut.clear();
            loggedOut.addAll(now);
        }
    }
}
