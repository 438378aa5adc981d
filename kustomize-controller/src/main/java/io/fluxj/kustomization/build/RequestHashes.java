package io.fluxj.kustomization.build;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.memory.Hash;
import io.fluxj.apply.memory.Hasher;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Stands for requests by a hash, so that no variable's value is kept. The hash differs from process to process: from one that was found
 * somewhere nobody can try out what a short value is.
 */
final class RequestHashes {

    private static final int SALT_BYTES = 32;

    private final String salt;

    RequestHashes() {
        byte[] random = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(random);
        this.salt = HexFormat.of().formatHex(random);
    }

    /** Equal for requests that give the same manifests from the same files. */
    Hash of(BuildRequest request) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        ObjectNode labels = whole.putObject("labels");
        request.ownerLabels().forEach(labels::put);
        whole.put("directory", request.directory());
        whole.set("spec", BuildFields.of(request.spec()));
        ObjectNode variables = whole.putObject("variables");
        request.variables().values().forEach(variables::put);
        whole.put("problem", request.variables().problem());
        return new Hasher().text(salt).tree(whole).done();
    }
}
