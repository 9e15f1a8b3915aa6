package org.lamplight.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the machine that some tests need, and what to install for it. */
public enum Part {
    PROSODY("Interop tests with Prosody", "prosody lua-sec lua-event lua-unbound openssl", "prosody", "openssl"),
    SLIXMPP("Interop tests with a foreign client", "python3-slixmpp", "/usr/lib/python3/dist-packages/slixmpp"),
    PYTHON("Tests with a device that Python plays", "python3", "python3"),
    IRC("Interop tests with IRC", "biboumi ngircd", "biboumi", "ngircd"),
    SIP(
            "Interop tests with telephones",
            "kamailio kamailio-presence-modules kamailio-tls-modules baresip-core sip-tester openssl",
            "kamailio",
            "/usr/share/kamailio/dbtext/kamailio/presentity",
            "baresip",
            "/usr/lib/baresip/modules/sndfile.so",
            "sipp",
            "openssl"),
    PULSE(
            "Tests with a sound server",
            "pulseaudio pulseaudio-utils libxcomposite1 libxfixes3 libxrandr2",
            "pulseaudio",
            "pactl"),
    SLAPD("Interop tests with a directory", "slapd ldap-utils openssl", "slapd", "slapadd", "openssl"),
    TURN("Interop tests with a relay", "coturn", "turnserver"),
    DBUS("Tests with a message bus", "dbus", "dbus-daemon"),
    XEV("Tests with another program's window", "x11-utils", "xev", "xprop"),
    XSS("Tests of idle time on X11", "libxss1", "libXss.so.1"),
    DISPLAY("Tests with windows", "xvfb openbox", "DISPLAY");

    private static final List<String> ALSO = List.of("/usr/sbin", "/sbin", "/usr/local/sbin", "/opt/homebrew/bin");

    private final String tests;
    private final String packages;
    private final List<String> needed;

    Part(String tests, String packages, String... needed) {
        this.tests = tests;
        this.packages = packages;
        this.needed = List.of(needed);
    }

    public boolean isThere() {
        return switch (this) {
            case DISPLAY -> hasDisplay();
            case XSS -> needed.stream().allMatch(Part::hasLibrary);
            default -> needed.stream().allMatch(name -> find(name).isPresent());
        };
    }

    /** What a person who sees the tests skipped should do. */
    String sentence() {
        return tests + " skipped: install " + packages;
    }

    /** A program of the search path, or a file by its whole name. */
    static Optional<Path> find(String name) {
        if (name.startsWith("/")) {
            return Optional.of(Path.of(name)).filter(Files::exists);
        }
        String[] path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.concat(Arrays.stream(path), ALSO.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean hasLibrary(String name) {
        try (Stream<Path> folders = Files.find(Path.of("/usr/lib"), 2, (path, about) -> path.endsWith(name))) {
            return folders.findAny().isPresent() || Files.exists(Path.of("/usr/lib64", name));
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    private static boolean hasDisplay() {
        boolean x11 =
                File.separatorChar == '/' && !System.getProperty("os.name", "").startsWith("Mac");
        return !x11 || System.getenv().getOrDefault("DISPLAY", "").contains(":");
    }
}
