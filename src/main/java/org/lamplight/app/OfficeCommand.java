package org.lamplight.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.lamplight.core.Texts;
import org.lamplight.office.Office;
import org.lamplight.office.OfficeAccount;
import org.lamplight.office.OfficeOptions;

/** {@code lamplight office}: only the servers, for other clients, until it is ended. */
final class OfficeCommand {
    private static final Texts TEXTS = Texts.of(OfficeCommand.class);

    private final PrintStream out;
    private final PrintStream err;

    OfficeCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(List<String> args) {
        OfficeOptions options = OfficeOptions.defaults();
        boolean json = false;
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            String value = i + 1 < args.size() ? args.get(i + 1) : "";
            if (word.equals("--json")) {
                json = true;
            } else if (word.equals("--port-base") && value.matches("\\d{1,5}") && Integer.parseInt(value) < 65_000) {
                options = options.withPortBase(Integer.parseInt(value));
                i++;
            } else if (word.equals("--people") && value.matches("\\d{1,5}")) {
                options = options.withPeople(Integer.parseInt(value));
                i++;
            } else {
                err.println(TEXTS.get("usage.office"));
                return Main.USAGE;
            }
        }
        return serve(options, json);
    }

    private int serve(OfficeOptions options, boolean json) {
        try (Office office = Office.open(options)) {
            out.println(json ? office.toJson() : plainly(office));
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException e) {
            err.println(TEXTS.get("office.failed", String.valueOf(e.getMessage())));
            return Main.REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static String plainly(Office office) {
        StringBuilder text = new StringBuilder(TEXTS.get(
                        "office.doors",
                        office.domain(),
                        String.valueOf(office.xmppPort()),
                        String.valueOf(office.xmppTlsPort())))
                .append(System.lineSeparator())
                .append(TEXTS.get(
                        "office.telephones",
                        office.domain(),
                        String.valueOf(office.sip().port()),
                        String.valueOf(office.sip().tlsPort())))
                .append(System.lineSeparator());
        for (OfficeAccount account : office.accounts()) {
            text.append(String.format("%-28s %-32s %s%n", account.name(), account.address(), account.password()));
        }
        return text.append(TEXTS.get("office.end")).toString();
    }
}
