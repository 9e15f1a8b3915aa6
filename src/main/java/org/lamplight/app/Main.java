package org.lamplight.app;

import java.awt.GraphicsEnvironment;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lamplight.control.CtlCommandLine;
import org.lamplight.control.FoldCommand;
import org.lamplight.core.Texts;
import org.lamplight.profile.Profile;

/** Where the program begins: finds out what is asked and starts just that. */
public final class Main {
    private static final Texts TEXTS = Texts.of(Main.class);

    static final int REFUSED = 1;
    static final int USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.util.logging.manager", LateLogManager.class.getName());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        List<String> words = Arrays.asList(args);
        String first = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        switch (first) {
            case "ctl" ->
                System.exit(new CtlCommandLine(usualProfile().resolve("control"), System.in, out, err).run(rest));
            case "fold" -> System.exit(new FoldCommand(System.in, out, err).run(rest));
            case "office" -> System.exit(new OfficeCommand(out, err).run(rest));
            case "--version" -> out.println("Lamplight " + version());
            case "--help" -> out.println(TEXTS.get("help"));
            default -> start(words, err);
        }
    }

    private static void start(List<String> words, PrintStream err) {
        Options options;
        try {
            options = Options.parse(words);
        } catch (Options.Misfit misfit) {
            err.println(misfit.getMessage());
            System.exit(USAGE);
            return;
        }
        if (!options.headless() && !hasDisplay()) {
            err.println(TEXTS.get("display.none"));
            System.exit(USAGE);
            return;
        }
        Optional<Integer> exit = new Starter(err).start(options);
        exit.ifPresent(System::exit);
    }

    private static boolean hasDisplay() {
        if (GraphicsEnvironment.isHeadless()) {
            return false;
        }
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
        } catch (java.awt.AWTError | RuntimeException noServer) {
            return false;
        }
    }

    static Path usualProfile() {
        return Profile.usual(System.getenv(), System.getProperty("user.home", "."), System.getProperty("os.name", ""));
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
