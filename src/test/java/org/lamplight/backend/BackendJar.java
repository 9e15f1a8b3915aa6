package org.lamplight.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes the jar of a back end from its source, as somebody outside would. */
final class BackendJar {
    private static final String IMPORTS = """
            import java.util.*;
            import org.lamplight.backend.*;
            import org.lamplight.chat.*;
            import org.lamplight.people.*;
            import org.lamplight.presence.*;
            """;

    private BackendJar() {}

    /** Compiles the class against what the program offers and packs it with its service file. */
    static Path of(Path folder, String name, String source) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(name + "-source"));
        Path classes = Files.createDirectories(folder.resolve(name + "-classes"));
        Path file = Files.writeString(sources.resolve(name + ".java"), IMPORTS + source);
        StringWriter said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options = List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve(Backend.class.getName()), name + "\n");
        return packed(classes, folder.resolve(name + ".jar"));
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String inside = classes.relativize(file).toString().replace('\\', '/');
                entries.putNextEntry(new JarEntry(inside));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }

    /** Loads these jars over the program, without the back ends that the program brings. */
    static URLClassLoader loader(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        return new URLClassLoader(urls, new ClassLoader(BackendJar.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.startsWith("META-INF/services/")
                        ? Collections.emptyEnumeration()
                        : super.getResources(name);
            }
        });
    }
}
