package org.lamplight.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the buses of this desktop are, by the D-Bus specification. Pure but for a look at the disk. */
final class BusAddress {
    private static final String USUAL_SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket";
    private static final Pattern UNIX_PATH = Pattern.compile("unix:path=([^,;]+)");

    private BusAddress() {}

    static Optional<String> session(Map<String, String> environment) {
        String folder = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        String usual = folder.isEmpty() ? "" : "unix:path=" + folder + "/bus";
        return usable(environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", usual));
    }

    static Optional<String> system(Map<String, String> environment) {
        return usable(environment.getOrDefault("DBUS_SYSTEM_BUS_ADDRESS", USUAL_SYSTEM_BUS));
    }

    /** The first of several; a socket that is gone would be tried for seconds. */
    private static Optional<String> usable(String addresses) {
        String first = addresses.split(";", 2)[0];
        Matcher path = UNIX_PATH.matcher(first);
        boolean gone = path.lookingAt() && !Files.exists(Path.of(path.group(1)));
        return first.isEmpty() || gone ? Optional.empty() : Optional.of(first);
    }
}
