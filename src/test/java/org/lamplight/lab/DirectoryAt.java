package org.lamplight.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.office.directory.Listed;

/** A server that speaks LDAP, with the same people whoever made it. */
public interface DirectoryAt extends AutoCloseable {
    /** Those with a name of their own, and a crowd. */
    static List<Listed> people(int crowd) {
        List<Listed> all = new ArrayList<>();
        all.add(Listed.of("ada", "Ada Byron")
                .withPassword("secret-ada")
                .with("mail", "ada@localhost")
                .with("telephoneNumber", "+49 30 5550 6001")
                .with("mobile", "+49 151 55506001")
                .with("labeledURI", "xmpp:ada@localhost", "https://ada@localhost/"));
        List<String> names = List.of(
                "Jürgen Müller",
                "Zoë Lefèvre",
                "Łukasz Weiß",
                "Élise O'Brien",
                "Σοφία Παπαδόπουλος",
                "Иван Петров",
                "美咲 田中");
        for (String name : names) {
            all.add(Listed.of("named" + all.size(), name));
        }
        all.add(numbered("Written Country", "+4971112345"));
        all.add(numbered("Written Blanks", "+49 711 123 45"));
        all.add(numbered("Written Brackets", "(0711) 123-45"));
        all.add(numbered("Written Slash", "0711/123 45"));
        all.add(numbered("Written Plain", "004971112345"));
        all.add(numbered("Other Number", "+49 711 123 46"));
        all.add(numbered("Extension Alone", "4711"));
        for (int i = 0; i < crowd; i++) {
            all.add(Listed.of("p" + i, "Person " + i)
                    .with("mail", "p" + i + "@crowd.example")
                    .with("telephoneNumber", String.format("+49 40 8%06d", i)));
        }
        return all;
    }

    private static Listed numbered(String name, String number) {
        return Listed.of(name.replaceAll("\\W", "").toLowerCase(java.util.Locale.ROOT), name)
                .with("telephoneNumber", number);
    }

    /** {@code ldap://localhost:PORT}. */
    String url();

    /** {@code ldaps://localhost:PORT}. */
    String tlsUrl();

    String base();

    String dn(String id);

    /** Whom to trust. */
    Path trust();

    /** Another one like this, whose certificate speaks for another host. */
    DirectoryAt withCertificateFor(String host) throws Exception;

    /** It is gone from one moment to the next. */
    void die() throws Exception;

    /** Comes back at the same ports after {@link #die}. */
    void comeBack() throws Exception;

    @Override
    void close() throws Exception;
}
