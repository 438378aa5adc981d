package io.fluxj.oci.signature;

import io.fluxj.archive.Digest;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import java.util.ArrayList;
import java.util.List;

/**
 * The signatures that cosign keeps beside a manifest: in bundles that refer to it, or in the older form under a tag of its own.
 *
 * @param voucher says which of them count
 */
public record CosignSignatures(Voucher voucher) {
    private static final int MOST_TOLD = 3;

    /**
     * Requires that one counts.
     *
     * @throws UnverifiedException when none does
     * @throws RegistryException when the registry does not say
     */
    public void require(Registry registry, Repository repository, Digest digest)
            throws UnverifiedException, RegistryException, InterruptedException {
        List<String> faults = new ArrayList<>();
        boolean signed = new Bundles(registry, repository, voucher, faults).sign(digest)
                || new SimpleSignatures(registry, repository, voucher, faults).sign(digest);
        if (!signed) {
            List<String> told = faults.stream()
                    .filter(fault -> !fault.isEmpty())
                    .distinct()
                    .limit(MOST_TOLD)
                    .toList();
            throw new UnverifiedException("no matching signatures were found for '" + repository.digest(digest) + "'"
                    + (told.isEmpty() ? "" : ": " + String.join("; ", told)));
        }
    }
}
