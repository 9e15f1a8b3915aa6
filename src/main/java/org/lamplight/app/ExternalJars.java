package org.lamplight.app;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Back ends that the user put into the profile's folder. */
final class ExternalJars {
    private static final Logger LOG = LoggerFactory.getLogger(ExternalJars.class);

    private ExternalJars() {}

    /** A class loader over all jars of the folder, and the program itself above them. */
    static ClassLoader loader(Path folder) {
        List<URL> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                        .sorted()
                        .toList()) {
                    jars.add(url(jar));
                }
            } catch (IOException e) {
                LOG.warn("The folder {} can't be listed", folder, e);
            }
        }
        return jars.isEmpty()
                ? ExternalJars.class.getClassLoader()
                : new URLClassLoader("backends", jars.toArray(URL[]::new), ExternalJars.class.getClassLoader());
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }
}
