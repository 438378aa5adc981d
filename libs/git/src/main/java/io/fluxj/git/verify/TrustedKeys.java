package io.fluxj.git.verify;

import io.fluxj.git.SignedObject;
import java.util.List;

/**
 * The keys of those whose signatures count.
 *
 * @param keyRings OpenPGP public keys in ASCII armour
 * @param authorizedKeys SSH public keys in the form of {@code authorized_keys}
 */
public record TrustedKeys(List<String> keyRings, List<String> authorizedKeys) {
    private static final String SSH = "-----BEGIN SSH SIGNATURE-----";
    private static final List<String> PGP = List.of("-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP MESSAGE-----");
    private static final String X509 = "-----BEGIN SIGNED MESSAGE-----";

    /** Copies the lists. */
    public TrustedKeys {
        keyRings = List.copyOf(keyRings);
        authorizedKeys = List.copyOf(authorizedKeys);
    }

    /**
     * The key that a signature is of: the id of an OpenPGP key ({@code A41BC465E34C6936}; that of the primary key where a subkey signed), or the
     * fingerprint of an SSH key ({@code SHA256:…}).
     *
     * @throws UnverifiedException when there is no signature, or it is none of these keys'
     */
    public String verify(SignedObject object) throws UnverifiedException {
        String signature = object.signature();
        if (signature.startsWith(SSH)) {
            return explained(
                    "unable to verify Git " + object.kind() + " SSH signature: ",
                    () -> new AuthorizedKeys(authorizedKeys).verify(SshSignature.parse(signature), object.payload()));
        }
        if (PGP.stream().anyMatch(signature::startsWith)) {
            return explained("unable to verify Git " + object.kind() + ": ", () -> new KeyRings(keyRings)
                    .verify(signature, object.payload()));
        }
        throw new UnverifiedException("unsupported signature type: "
                + (signature.isEmpty() ? "empty" : signature.startsWith(X509) ? "x509" : "unknown"));
    }

    private interface Check {
        String run() throws UnverifiedException;
    }

    private static String explained(String prefix, Check check) throws UnverifiedException {
        try {
            return check.run();
        } catch (UnverifiedException failed) {
            throw new UnverifiedException(prefix + failed.message(), failed);
        }
    }
}
