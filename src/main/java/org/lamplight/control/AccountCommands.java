package org.lamplight.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountState;
import org.lamplight.backend.AccountTrial;
import org.lamplight.backend.Accounts;
import org.lamplight.core.Texts;
import org.lamplight.profile.AccountFolder;

/** {@code accounts …}. */
final class AccountCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(AccountCommands.class);
    static final String USAGE =
            "accounts [add FILE [--password-stdin] | test FILE [--password-stdin] | remove ID | enable ID | disable ID]";

    private final Waiting core;
    private final Accounts accounts;
    private final AccountTrial trial;

    AccountCommands(Waiting core, Accounts accounts, AccountTrial trial) {
        this.core = core;
        this.accounts = accounts;
        this.trial = trial;
    }

    @Override
    public Set<String> words() {
        return Set.of("accounts");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of(), Set.of("--password-stdin"), USAGE);
        words.next();
        switch (words.maybeNext().orElse("")) {
            case "" -> list(words, out);
            case "add" -> add(words, input, out);
            case "test" -> test(words, input, out);
            case "remove" -> remove(words);
            case "enable" -> enable(words, true, out);
            case "disable" -> enable(words, false, out);
            default -> throw Refusal.usage(USAGE);
        }
    }

    private void list(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        for (AccountState state : core.ask(accounts::all)) {
            out.line(Json.account(state));
        }
    }

    private void add(Arguments words, String input, Output out) throws Refusal, IOException, InterruptedException {
        Account account = read(words);
        out.line(Json.account(Waiting.await(trial.add(account, password(words, input)))));
    }

    private void test(Arguments words, String input, Output out) throws Refusal, IOException, InterruptedException {
        Account account = read(words);
        out.line(Json.account(Waiting.await(trial.test(account, password(words, input)))));
    }

    private static Optional<char[]> password(Arguments words, String input) throws Refusal {
        if (!words.has("--password-stdin")) {
            return Optional.empty();
        }
        String first = input.lines().findFirst().orElse("");
        if (first.isEmpty()) {
            throw new Refusal(TEXTS.get("password.none"));
        }
        return Optional.of(first.toCharArray());
    }

    private static Account read(Arguments words) throws Refusal {
        Path file = Path.of(words.next());
        words.end();
        if (!Files.isReadable(file)) {
            throw new Refusal(TEXTS.get("file.unread", file));
        }
        Account account = AccountFolder.read(file).orElseThrow(() -> new Refusal(TEXTS.get("file.account", file)));
        return withWholePaths(account, file);
    }

    /** A certificate file named beside the account's file is still found when that is copied. */
    private static Account withWholePaths(Account account, Path file) {
        Optional<String> trust = account.get("trust");
        Path folder = file.toAbsolutePath().getParent();
        if (trust.isEmpty() || folder == null) {
            return account;
        }
        Map<String, String> keys = new LinkedHashMap<>(account.keys());
        keys.put("trust", folder.resolve(trust.get()).normalize().toString());
        return new Account(account.id(), account.kind(), account.enabled(), keys);
    }

    private void remove(Arguments words) throws Refusal, InterruptedException {
        AccountState state = known(words);
        Waiting.await(trial.remove(state.account().id()));
    }

    private void enable(Arguments words, boolean on, Output out) throws Refusal, IOException, InterruptedException {
        AccountState state = known(words);
        Waiting.await(accounts.enable(state.account(), on));
        Optional<AccountState> now =
                core.ask(() -> accounts.find(state.account().id()));
        if (now.isPresent()) {
            out.line(Json.account(now.get()));
        }
    }

    private AccountState known(Arguments words) throws Refusal, InterruptedException {
        String id = words.next();
        words.end();
        return core.ask(() -> accounts.find(id)).orElseThrow(() -> new Refusal(TEXTS.get("account.unknown", id)));
    }
}
