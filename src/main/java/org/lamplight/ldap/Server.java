package org.lamplight.ldap;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.AggregateTrustManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.trust.Authorities;

/** Connects to an account's server and signs in there. Blocks; used by one thread at a time. */
final class Server {
    /** How long a connection, and each answer, may take. */
    static final int PATIENCE_MS = 3_000;

    private static final Texts TEXTS = Texts.of(Server.class);

    /**
     * A connection on which questions may be asked.
     *
     * @param base where people stand
     * @param paged whether answers may be had page by page (RFC 2696)
     */
    record Link(LDAPConnection connection, String base, boolean paged) implements AutoCloseable {
        @Override
        public void close() {
            connection.close();
        }
    }

    private final LdapKeys keys;
    private final Supplier<Optional<char[]>> password;
    private final SSLContext context;

    /** Throws where the file of certificates can't be read. */
    Server(LdapKeys keys, Supplier<Optional<char[]>> password) throws GeneralSecurityException, IOException {
        this.keys = keys;
        this.password = password;
        this.context = Authorities.context(new AggregateTrustManager(false, Authorities.with(keys.trust())));
    }

    /** What was begun is ended where it fails. */
    Link connect() throws Failure {
        LDAPConnection connection = new LDAPConnection(
                keys.security() == Security.TLS ? context.getSocketFactory() : SocketFactory.getDefault(), options());
        try {
            connection.connect(keys.host(), keys.port(), PATIENCE_MS);
            if (keys.security() == Security.STARTTLS) {
                encrypt(connection);
            }
            if (keys.bindDn().isPresent()) {
                signIn(connection, keys.bindDn().get());
            }
            RootDSE root = connection.getRootDSE();
            return new Link(connection, base(root), isPaged(root));
        } catch (LDAPException failed) {
            connection.close();
            throw Failure.of(failed, keys);
        } catch (Failure failed) {
            connection.close();
            throw failed;
        }
    }

    private LDAPConnectionOptions options() {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(PATIENCE_MS);
        options.setResponseTimeoutMillis(PATIENCE_MS);
        options.setUseSynchronousMode(true);
        options.setFollowReferrals(keys.referrals());
        options.setSSLSocketVerifier(new NameCheck());
        return options;
    }

    private void encrypt(LDAPConnection connection) throws LDAPException, Failure {
        ExtendedResult result = connection.processExtendedOperation(new StartTLSExtendedRequest(context));
        if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
            throw Failure.of(Failure.Help.PERSON, TEXTS.get("starttls.absent", keys.place()));
        }
    }

    private void signIn(LDAPConnection connection, String name) throws LDAPException, Failure {
        char[] known = password.get().orElse(new char[0]);
        // a server takes a name without a password for nobody in particular, and says yes (RFC 4513, section 5.1.2)
        if (known.length == 0) {
            throw Failure.of(Failure.Help.PASSWORD, TEXTS.get("password.none", name));
        }
        byte[] octets = octets(known);
        try {
            connection.bind(new SimpleBindRequest(name, octets));
        } finally {
            Arrays.fill(octets, (byte) 0);
            Arrays.fill(known, ' ');
        }
    }

    private static byte[] octets(char[] text) {
        ByteBuffer room = ByteBuffer.allocate(text.length * 4);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text), room, true);
        byte[] octets = Arrays.copyOf(room.array(), room.position());
        Arrays.fill(room.array(), (byte) 0);
        return octets;
    }

    private String base(@Nullable RootDSE root) throws Failure {
        return keys.base()
                .or(() -> Optional.ofNullable(root).flatMap(Server::begin))
                .orElseThrow(() -> Failure.of(Failure.Help.PERSON, TEXTS.get("base.none", keys.place())));
    }

    private static Optional<String> begin(RootDSE root) {
        String[] contexts = root.getNamingContextDNs();
        return Optional.ofNullable(root.getAttributeValue("defaultNamingContext"))
                .or(() -> contexts == null
                        ? Optional.empty()
                        : Arrays.stream(contexts).findFirst());
    }

    private static boolean isPaged(@Nullable RootDSE root) {
        return root != null && root.supportsControl(SimplePagedResultsControl.PAGED_RESULTS_OID);
    }
}
