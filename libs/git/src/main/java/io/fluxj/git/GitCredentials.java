package io.fluxj.git;

/** How to prove who one is. The text of these values never shows a secret. */
public sealed interface GitCredentials {
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

    /**
     * SSH public key authentication.
     *
     * @param identity private key in PEM or OpenSSH form
     * @param passphrase passphrase of the key; empty for none
     * @param knownHosts lines of a {@code known_hosts} file; a server whose key is not in it is refused
     */
    record Ssh(String identity, String passphrase, String knownHosts) implements GitCredentials {
        @Override
        public String toString() {
            return "Ssh[]";
        }
    }
}
