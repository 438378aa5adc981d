package io.fluxj.oci.signature;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.archive.Digest;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import io.fluxj.oci.Repository;
import java.util.List;
import java.util.Optional;

/** Cosign's older form: a manifest under the tag {@code ALGORITHM-HEX.sig}, of which each layer is a statement, its signature an annotation. */
record SimpleSignatures(Registry registry, Repository repository, Voucher voucher, List<String> faults) {
    private static final String TYPE = "application/vnd.dev.cosign.simplesigning.v1+json";
    private static final String SIGNATURE = "dev.cosignproject.cosign/signature";
    private static final String STATEMENT = "cosign container image signature";
    private static final int MOST = 100;

    boolean sign(Digest digest) throws RegistryException, InterruptedException {
        String tag = digest.algorithm().label() + "-" + digest.hex() + ".sig";
        Optional<Manifest> manifest = manifest(tag);
        if (manifest.isEmpty() || !(manifest.get() instanceof Manifest.Image image)) {
            return false;
        }
        for (Descriptor layer : image.layers().stream().limit(MOST).toList()) {
            if (layer.mediaType().equals(TYPE) && signs(layer, digest)) {
                return true;
            }
        }
        return false;
    }

    private Optional<Manifest> manifest(String tag) throws RegistryException, InterruptedException {
        try {
            return Optional.of(registry.manifest(repository.tag(tag)));
        } catch (RegistryException failed) {
            if (failed.problem() == Problem.NOT_FOUND) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private boolean signs(Descriptor layer, Digest digest) throws RegistryException, InterruptedException {
        byte[] statement = registry.bytes(repository, layer);
        Optional<byte[]> signature = Base64Text.decode(layer.annotations().getOrDefault(SIGNATURE, ""));
        return signature.isPresent() && isAbout(statement, digest) && isVouchedFor(layer, statement, signature.get());
    }

    private boolean isVouchedFor(Descriptor layer, byte[] statement, byte[] signature) {
        try {
            voucher.requireOfStatement(layer.annotations(), statement, signature);
            return true;
        } catch (UnverifiedException fault) {
            faults.add(fault.message());
            return false;
        }
    }

    private static boolean isAbout(byte[] statement, Digest digest) {
        JsonNode critical = Json.read(statement).path("critical");
        return critical.path("type").asText().equals(STATEMENT)
                && critical.path("image")
                        .path("docker-manifest-digest")
                        .asText()
                        .equals(digest.toString());
    }
}
