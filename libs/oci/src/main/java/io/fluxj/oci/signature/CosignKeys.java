package io.fluxj.oci.signature;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.archive.Digest;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keys that cosign signs with; its transparency log is not asked. Source: cosign's signature and bundle specifications. */
public final class CosignKeys implements ArtifactVerifier, Voucher {
    private final List<TrustedKey> keys;

    private CosignKeys(List<TrustedKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads keys in PEM form.
     *
     * @throws UnverifiedException when one cannot be read
     */
    public static CosignKeys parse(List<String> pems) throws UnverifiedException {
        List<TrustedKey> keys = new ArrayList<>();
        for (String pem : pems) {
            keys.add(TrustedKey.parse(pem));
        }
        return new CosignKeys(keys);
    }

    @Override
    public Verdict verify(Registry registry, Repository repository, Digest digest)
            throws UnverifiedException, RegistryException, InterruptedException {
        requireSigned(registry, repository, digest);
        return Verdict.VERIFIED;
    }

    /**
     * Requires that one of the keys signed a manifest: in a bundle that refers to it, or in the older form under a tag of its own.
     *
     * @throws UnverifiedException when none did
     * @throws RegistryException when the registry does not say
     */
    public void requireSigned(Registry registry, Repository repository, Digest digest)
            throws UnverifiedException, RegistryException, InterruptedException {
        new CosignSignatures(this).require(registry, repository, digest);
    }

    @Override
    public void requireOfEnvelope(JsonNode bundle, byte[] payload, byte[] message, byte[] signature)
            throws UnverifiedException {
        requireSigned(message, signature);
    }

    @Override
    public void requireOfStatement(Map<String, String> annotations, byte[] statement, byte[] signature)
            throws UnverifiedException {
        requireSigned(statement, signature);
    }

    private void requireSigned(byte[] message, byte[] signature) throws UnverifiedException {
        if (keys.stream().noneMatch(key -> key.signed(message, signature))) {
            throw new UnverifiedException("");
        }
    }
}
