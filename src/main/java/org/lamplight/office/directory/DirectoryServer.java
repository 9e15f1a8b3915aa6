package org.lamplight.office.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.RDN;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/** An LDAP server on loopback that holds people and answers searches. Thread-safe. */
public final class DirectoryServer implements AutoCloseable {
    /** Where its people stand. */
    public static final String BASE = "ou=people,dc=office,dc=example";

    private static final String ROOT = "dc=office,dc=example";
    private static final String CLEAR = "clear";
    private static final String SECURE = "secure";

    private final InMemoryDirectoryServer server;

    private DirectoryServer(InMemoryDirectoryServer server) {
        this.server = server;
    }

    /**
     * Opens it; its ports answer when this returns.
     *
     * @param port takes connections in clear, and StartTLS; 0: any
     * @param tlsPort takes TLS from the first byte; 0: any
     * @param onlyMembers whether only who has signed in may search
     */
    public static DirectoryServer open(int port, int tlsPort, SSLContext tls, boolean onlyMembers, List<Listed> people)
            throws IOException {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(ROOT);
            // what it knows of attributes would take longer to read than all people
            config.setSchema(null);
            InetAddress here = InetAddress.getLoopbackAddress();
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig(CLEAR, here, port, tls.getSocketFactory()),
                    InMemoryListenerConfig.createLDAPSConfig(
                            SECURE, here, tlsPort, tls.getServerSocketFactory(), tls.getSocketFactory()));
            if (onlyMembers) {
                config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
            }
            DirectoryServer opened = new DirectoryServer(new InMemoryDirectoryServer(config));
            opened.fill(people);
            opened.server.startListening();
            return opened;
        } catch (LDAPException e) {
            throw new IOException("no directory: " + e.getMessage(), e);
        }
    }

    private void fill(List<Listed> people) throws LDAPException {
        server.add(ROOT, new Attribute("objectClass", "top", "domain"), new Attribute("dc", "office"));
        server.add(BASE, new Attribute("objectClass", "top", "organizationalUnit"), new Attribute("ou", "people"));
        for (Listed one : people) {
            server.add(entry(one));
        }
    }

    /** Where somebody stands. */
    public static String dn(String id) {
        return new RDN("uid", id) + "," + BASE;
    }

    private static Entry entry(Listed one) throws LDAPException {
        List<Attribute> all = new ArrayList<>();
        all.add(new Attribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson"));
        all.add(new Attribute("uid", one.id()));
        all.add(new Attribute("cn", one.name()));
        all.add(new Attribute("displayName", one.name()));
        all.add(new Attribute("givenName", one.firstName()));
        all.add(new Attribute("sn", one.lastName()));
        if (!one.password().isEmpty()) {
            all.add(new Attribute("userPassword", one.password()));
        }
        one.attributes().forEach((name, values) -> all.add(new Attribute(name, values)));
        return new Entry(new DN(dn(one.id())), all);
    }

    public int port() {
        return server.getListenPort(CLEAR);
    }

    public int tlsPort() {
        return server.getListenPort(SECURE);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
