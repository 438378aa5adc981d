package io.fluxj.kustomization.build;

import io.fluxj.apply.memory.Hash;
import io.fluxj.apply.memory.TreeHasher;
import io.fluxj.manifest.postbuild.Variables;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Stands for variables by a hash, so that none of their values is kept. The hash differs from process to process: from one that was found
 * somewhere nobody can try out what a short value is.
 */
final class VariableHashes {

    private static final int SALT_BYTES = 32;

    private final String salt;

    VariableHashes() {
        byte[] random = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(random);
        this.salt = HexFormat.of().formatHex(random);
    }

    /** Equal for equal names and values, and an equal reason why there are none. */
    Hash of(Variables variables) {
        TreeHasher hasher = new TreeHasher().text(salt).text(variables.problem());
        variables.values().forEach((name, value) -> hasher.text(name).text(value));
        return hasher.done();
    }
}
