package io.fluxj.sops.key;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keys of which any one opens the same.
 *
 * @param keys as the file lists them, by kind
 */
public record KeyGroup(List<MasterKey> keys) {
    public KeyGroup {
        keys = List.copyOf(keys);
    }

    /** The order in which they are tried: those that need no network first. */
    List<MasterKey> inOrder() {
        List<MasterKey> ordered = new ArrayList<>(keys);
        ordered.sort(Comparator.comparingInt(KeyGroup::rank));
        return ordered;
    }

    private static int rank(MasterKey key) {
        return switch (key) {
            case MasterKey.Age age -> 0;
            case MasterKey.Pgp pgp -> 1;
            case MasterKey.AwsKms aws -> 2;
            case MasterKey.GcpKms gcp -> 2;
            case MasterKey.HuaweiKms huawei -> 2;
            case MasterKey.AzureKeyVault azure -> 2;
            case MasterKey.Vault vault -> 2;
        };
    }
}
