package org.lamplight.sip.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.backend.Account;
import org.lamplight.call.Traversal.Server;
import org.lamplight.core.Texts;

/**
 * What an account's file says of ways round routers.
 *
 * @param relayOnly {@code ice = relay}: nobody is to learn our address
 */
public record Ways(boolean relayOnly, Optional<Server> stun, Optional<Server> turn) {
    private static final int USUAL_PORT = 3_478;
    private static final Pattern PLACE = Pattern.compile(
            "(?:(?:stun|turn):)?(\\[[0-9A-Fa-f:.]+]|[0-9A-Za-z._-]+)(?::([0-9]{1,5}))?", Pattern.CASE_INSENSITIVE);

    /** Empty where none are to be looked for. */
    static Optional<Ways> of(Account account, Texts texts) {
        Optional<Server> stun = server(account, "stun", texts);
        Optional<Server> turn = server(account, "turn", texts);
        boolean any = stun.isPresent() || turn.isPresent();
        String word = account.get("ice").orElse(any ? "on" : "off").toLowerCase(Locale.ROOT);
        return switch (word) {
            case "off" -> Optional.empty();
            case "on" -> Optional.of(new Ways(false, stun, turn));
            case "relay" ->
                Optional.of(new Ways(
                        true,
                        Optional.empty(),
                        Optional.of(turn.orElseThrow(() -> new Unusable(texts.get("ice.relay"))))));
            default -> throw new Unusable(texts.get("ice.wrong", word));
        };
    }

    private static Optional<Server> server(Account account, String key, Texts texts) {
        return account.get(key).filter(said -> !said.isBlank()).map(said -> {
            Matcher parts = PLACE.matcher(said.strip());
            int port = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : USUAL_PORT;
            if (!parts.matches() || port < 1 || port > 65_535) {
                throw new Unusable(texts.get("place.wrong", key, said));
            }
            return new Server(parts.group(1).replaceAll("[\\[\\]]", ""), port);
        });
    }
}
