package io.fluxj.sops.key;

import io.fluxj.sops.metadata.Metadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gets the key of the data: from any key of the one group, or from shares of it that several groups hold. */
public final class DataKeys {
    private final List<KeyService> services;

    /** With these services, each for the kinds of key that it serves. */
    public DataKeys(List<KeyService> services) {
        this.services = List.copyOf(services);
    }

    /**
     * The key of a file's data.
     *
     * @return the caller's own
     * @throws KeyException with a report for each key if too few groups could be opened
     */
    public byte[] of(Metadata metadata) throws KeyException {
        List<GroupResult> results = metadata.groups().stream().map(this::open).toList();
        List<byte[]> parts = new ArrayList<>();
        results.forEach(result -> result.opened().ifPresent(parts::add));
        boolean single = results.size() == 1;
        if (single ? parts.isEmpty() : parts.size() < metadata.threshold()) {
            parts.forEach(DataKeys::erase);
            throw new KeyException(RecoveryReport.of(results, metadata.threshold()));
        }
        return single ? parts.getFirst() : combine(parts);
    }

    private static byte[] combine(List<byte[]> parts) throws KeyException {
        try {
            return Shamir.combine(parts);
        } catch (IllegalArgumentException e) {
            throw new KeyException("could not get data key from shamir parts: " + e.getMessage());
        } finally {
            parts.forEach(DataKeys::erase);
        }
    }

    private static void erase(byte[] part) {
        Arrays.fill(part, (byte) 0);
    }

    private GroupResult open(KeyGroup group) {
        List<GroupResult.Failure> failures = new ArrayList<>();
        for (MasterKey key : group.inOrder()) {
            try {
                return new GroupResult.Opened(open(key));
            } catch (KeyException e) {
                failures.add(new GroupResult.Failure(key.name(), String.valueOf(e.getMessage())));
            }
        }
        return new GroupResult.Failed(failures);
    }

    private byte[] open(MasterKey key) throws KeyException {
        for (KeyService service : services) {
            if (service.serves(key)) {
                return service.decrypt(key);
            }
        }
        throw new KeyException(KeyNames.problem(key));
    }
}
