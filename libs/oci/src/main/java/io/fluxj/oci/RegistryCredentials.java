package io.fluxj.oci;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Who we are to a registry. No {@code toString} shows a secret. */
public sealed interface RegistryCredentials {
    /** What must not be read in any message. */
    List<String> confidential();

    /** Nobody. */
    record None() implements RegistryCredentials {
        @Override
        public List<String> confidential() {
            return List.of();
        }
    }

    /** A name and password. */
    record Basic(String username, String password) implements RegistryCredentials {
        /** Value of the header {@code Authorization}. */
        public String header() {
            byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }

        @Override
        public List<String> confidential() {
            return List.of(password);
        }

        @Override
        public String toString() {
            return "Basic[" + username + "]";
        }
    }

    /** A token that the registry's token service takes in exchange for shorter ones; Docker calls it identity token. */
    record Refresh(String token) implements RegistryCredentials {
        @Override
        public List<String> confidential() {
            return List.of(token);
        }

        @Override
        public String toString() {
            return "Refresh[]";
        }
    }

    /** A token that the registry itself takes. */
    record Bearer(String token) implements RegistryCredentials {
        @Override
        public List<String> confidential() {
            return List.of(token);
        }

        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
