package io.fluxj.sops.metadata;

import io.fluxj.sops.key.KeyGroup;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The block of sops.
 *
 * @param threshold key groups that have to be opened; 0 if the file does not say
 * @param rule which values are encrypted
 * @param mac the code over the values, encrypted; may be empty
 * @param macOnlyEncrypted whether that code is over the encrypted values alone
 * @param version of the sops that wrote the file; may be empty
 */
public record Metadata(
        List<KeyGroup> groups,
        int threshold,
        EncryptionRule rule,
        OffsetDateTime lastModified,
        String mac,
        boolean macOnlyEncrypted,
        String version) {
    public Metadata {
        groups = List.copyOf(groups);
    }
}
