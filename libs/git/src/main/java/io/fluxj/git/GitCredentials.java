package io.fluxj.git;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How to prove who one is. The text of these values never shows a secret. */
public sealed interface GitCredentials {
    /** What must not be read in any message. */
    default List<String> confidential() {
        return switch (this) {
            case None _ -> List.of();
            case Basic basic -> List.of(basic.password());
            case Bearer bearer -> List.of(bearer.token());
            case Ssh ssh -> List.of(ssh.identity(), ssh.passphrase());
            case AnonymousSsh _ -> List.of();
        };
    }

    /** Nothing to prove; a name and password in the address are used. */
    record None() implements GitCredentials {}

    /**
     * HTTP basic authentication, sent without being asked.
     *
     * @param username name
     * @param password password; may be empty
     */
    record Basic(String username, String password) implements GitCredentials {
        @Override
        public String toString() {
            return "Basic[username=" + username + "]";
        }
    }

    /**
     * HTTP bearer token, sent without being asked.
     *
     * @param token token
     */
    record Bearer(String token) implements GitCredentials {
        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    /** What SSH addresses want. */
    sealed interface OverSsh extends GitCredentials {
        /** Lines of a {@code known_hosts} file; a server whose key is not in it is refused. */
        String knownHosts();
    }

    /**
     * Nothing to prove over SSH: for servers that let everybody in. No key is offered to any.
     *
     * @param knownHosts as {@link OverSsh#knownHosts}
     */
    record AnonymousSsh(String knownHosts) implements OverSsh {}

    /**
     * SSH public key authentication.
     *
     * @param identity private key in PEM or OpenSSH form
     * @param passphrase passphrase of the key; empty for none
     * @param knownHosts as {@link OverSsh#knownHosts}
     */
    record Ssh(String identity, String passphrase, String knownHosts) implements OverSsh {
        private static final Pattern OPENSSH =
                Pattern.compile("-----BEGIN OPENSSH PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END");

        /** Whether the private key can be read only with a passphrase. */
        public boolean isEncrypted() {
            Matcher openssh = OPENSSH.matcher(identity);
            return openssh.find()
                    ? !cipher(openssh.group(1)).equals("none")
                    : identity.contains("ENCRYPTED PRIVATE KEY") || identity.contains("Proc-Type: 4,ENCRYPTED");
        }

        /** The body begins with a magic word of 15 bytes and the cipher's name, its length in four bytes before it. */
        private static String cipher(String base64) {
            byte[] body = Base64.getMimeDecoder().decode(base64);
            int length = body.length < 19 ? 0 : ByteBuffer.wrap(body).getInt(15);
            return length < 1 || length > body.length - 19
                    ? "none"
                    : new String(body, 19, length, StandardCharsets.US_ASCII);
        }

        @Override
        public String toString() {
            return "Ssh[]";
        }
    }
}
